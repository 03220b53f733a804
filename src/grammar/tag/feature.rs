//! What the choice of a tag may look at.

use super::Tag;
use super::vocabulary::{Look, Verb, Vocabulary};

/// A property of a place in the text: a template and its two values, packed into one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feature(pub u64);

/// What a value of a feature is, for print.
#[derive(Clone, Copy, Debug)]
enum Value {
    Word,
    Tag,
    Letters,
    Number,
}

/// Templates by name, with what their two values are. A feature holds an index into this list.
const TEMPLATES: &[(&str, Value, Value)] = &[
    ("word capital", Value::Word, Value::Number),
    ("class shape", Value::Number, Value::Number),
    ("ending3 shape", Value::Letters, Value::Number),
    ("ending2 before", Value::Letters, Value::Tag),
    ("before class", Value::Tag, Value::Number),
    ("before2 before", Value::Tag, Value::Tag),
    ("word-before class", Value::Word, Value::Number),
    ("word-after class", Value::Word, Value::Number),
    ("class class-after", Value::Number, Value::Number),
    ("before class-after", Value::Tag, Value::Number),
    ("class-after class-after2", Value::Number, Value::Number),
    ("group class", Value::Number, Value::Number),
    ("word class-after", Value::Word, Value::Number),
    ("word word-after", Value::Word, Value::Word),
    ("before shape-after", Value::Tag, Value::Number),
    ("class word-after2", Value::Number, Value::Word),
];

/// How many features a place can have.
pub const MOST: usize = TEMPLATES.len();

impl Feature {
    /// Fills the place of a feature whose word or ending is unknown.
    pub const NONE: Feature = Feature(0);

    fn new(template: usize, a: u32, b: u32) -> Feature {
        let Some((_, first, second)) = TEMPLATES.get(template) else { return Feature::NONE };
        if first.is_absent(a) || second.is_absent(b) {
            return Feature::NONE;
        }
        Feature((template as u64 + 1) << 56 | u64::from(a) << 28 | u64::from(b))
    }

    /// Which kind of feature it is.
    pub fn template(self) -> Option<&'static str> {
        let index = (self.0 >> 56).checked_sub(1)?;
        TEMPLATES.get(usize::try_from(index).ok()?).map(|(name, ..)| *name)
    }

    /// Its values as [`Template::parse`] reads them.
    pub fn show(self, vocabulary: &Vocabulary) -> Option<String> {
        let (_, first, second) = TEMPLATES.get(usize::try_from(self.0 >> 56).ok()?.checked_sub(1)?)?;
        let (a, b) = (self.0 >> 28 & 0xFFF_FFFF, self.0 & 0xFFF_FFFF);
        Some(format!("{} {}", first.show(a as u32, vocabulary)?, second.show(b as u32, vocabulary)?))
    }
}

/// A kind of feature.
#[derive(Clone, Copy, Debug)]
pub struct Template(usize);

impl Template {
    /// The template of a name.
    pub fn named(name: &str) -> Option<Template> {
        TEMPLATES.iter().position(|(known, ..)| *known == name).map(Template)
    }

    /// Reads the two values of a feature as [`Feature::show`] writes them.
    pub fn parse(self, a: &str, b: &str, vocabulary: &Vocabulary) -> Option<Feature> {
        let (_, first, second) = TEMPLATES.get(self.0)?;
        Some(Feature::new(self.0, first.parse(a, vocabulary)?, second.parse(b, vocabulary)?))
    }
}

impl Value {
    fn is_absent(self, value: u32) -> bool {
        matches!(self, Value::Word | Value::Letters) && value == 0
    }

    fn show(self, value: u32, vocabulary: &Vocabulary) -> Option<String> {
        match self {
            Value::Number => Some(value.to_string()),
            Value::Word => Some(vocabulary.name(u16::try_from(value).ok()?).to_owned()),
            Value::Tag => Tag::ALL.get(value as usize).map(|tag| tag.name().to_owned()),
            Value::Letters => {
                String::from_utf8(value.to_be_bytes().into_iter().filter(|byte| *byte > 0).collect()).ok()
            }
        }
    }

    fn parse(self, written: &str, vocabulary: &Vocabulary) -> Option<u32> {
        match self {
            Value::Number => written.parse().ok(),
            Value::Word => Some(vocabulary.number(written)).filter(|word| *word > 0).map(u32::from),
            Value::Tag => Tag::named(written).map(|tag| tag as u32),
            Value::Letters => Some(written.bytes().fold(0, |letters, byte| letters << 8 | u32::from(byte))),
        }
    }
}

/// A place in the text: four tokens and the tags given so far.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The one before, this one, the two behind.
    pub looks: [Look; 4],
    /// The tags of the two before.
    pub tags: [Tag; 2],
    /// The verbs before.
    pub group: Group,
}

/// What the clause has had of verbs so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Group {
    open: Option<Verb>,
    finite: bool,
}

impl Group {
    /// The group after one more token.
    pub fn after(self, look: &Look, tag: Tag) -> Group {
        let open = match (look.verb, tag) {
            (Some(verb), _) => Some(verb),
            (None, Tag::RB | Tag::RBR) => self.open,
            _ => None,
        };
        let finite = match tag {
            Tag::MD | Tag::VBD | Tag::VBP | Tag::VBZ => true,
            Tag::CC | Tag::WDT | Tag::WP | Tag::WRB | Tag::Punct => false,
            _ => self.finite,
        };
        Group { open, finite }
    }

    fn number(self) -> u32 {
        let open = match self.open {
            None => 0,
            Some(Verb::Have) => 1,
            Some(Verb::Be) => 2,
            Some(Verb::Do) => 3,
        };
        open << 1 | u32::from(self.finite)
    }
}

impl Place {
    /// The features of the second of the tokens.
    pub fn features(&self) -> [Feature; MOST] {
        let [before, this, after, after2] = &self.looks;
        let [tag2, tag] = self.tags.map(|tag| tag as u32);
        let (word, class, group) = (u32::from(this.word), u32::from(this.class), self.group.number());
        let values = [
            (u32::from(this.folded), u32::from(this.word == 0)),
            (class, u32::from(this.shape)),
            (this.ending, u32::from(this.shape)),
            (this.ending & 0xFFFF, tag),
            (tag, class),
            (tag2, tag),
            (u32::from(before.folded), class),
            (u32::from(after.folded), class),
            (class, u32::from(after.class)),
            (tag, u32::from(after.class)),
            (u32::from(after.class), u32::from(after2.class)),
            (group, class),
            (word, u32::from(after.class)),
            (word, u32::from(after.folded)),
            (tag, u32::from(after.shape)),
            (class, u32::from(after2.folded)),
        ];
        let mut features = [Feature::NONE; MOST];
        for (template, (slot, (a, b))) in features.iter_mut().zip(values).enumerate() {
            *slot = Feature::new(template, a, b);
        }
        features
    }
}
