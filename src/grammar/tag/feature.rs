//! What the choice of a tag may look at.

pub use super::template::Feature;

use super::Tag;
use super::template::{TEMPLATES, Value};
use super::vocabulary::{Look, Verb, Vocabulary};

/// How many features a place can have.
pub const MOST: usize = TEMPLATES.len();

impl Feature {
    /// Which kind of feature it is.
    pub fn template(self) -> Option<&'static str> {
        let index = (self.0 >> 56).checked_sub(1)?;
        TEMPLATES.get(usize::try_from(index).ok()?).map(|(name, ..)| *name)
    }

    /// Its values as [`Feature::parse`] reads them.
    pub fn show(self, vocabulary: &Vocabulary) -> Option<String> {
        let (_, first, second) = TEMPLATES.get(usize::try_from(self.0 >> 56).ok()?.checked_sub(1)?)?;
        let (a, b) = (self.0 >> 28 & 0xFFF_FFFF, self.0 & 0xFFF_FFFF);
        Some(format!("{} {}", first.show(a as u32, vocabulary)?, second.show(b as u32, vocabulary)?))
    }
}

impl Value {
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
