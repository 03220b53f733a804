//! The kinds of features, and how a feature becomes a number. The build script reads this file, too.

use super::Tag;

/// A property of a place in the text: a template and its two values, packed into one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feature(pub u64);

/// What a value of a feature is, for print.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// The number of a word of the vocabulary.
    Word,
    /// The number of a tag.
    Tag,
    /// The bytes of an ending.
    Letters,
    /// A number that stands for itself.
    Number,
}

/// Templates by name, with what their two values are. A feature holds an index into this list.
pub const TEMPLATES: &[(&str, Value, Value)] = &[
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

impl Feature {
    /// Fills the place of a feature whose word or ending is unknown.
    pub const NONE: Feature = Feature(0);

    /// The feature of a template, by its index, with two values.
    pub fn new(template: usize, a: u32, b: u32) -> Feature {
        let Some((_, first, second)) = TEMPLATES.get(template) else { return Feature::NONE };
        if first.is_absent(a) || second.is_absent(b) {
            return Feature::NONE;
        }
        Feature((template as u64 + 1) << 56 | u64::from(a) << 28 | u64::from(b))
    }

    /// The feature of a template, by its name, with two values as the weights file writes them; `number` gives the
    /// numbers of words.
    pub fn parse(template: &str, a: &str, b: &str, number: impl Fn(&str) -> Option<u16>) -> Option<Feature> {
        let index = TEMPLATES.iter().position(|(name, ..)| *name == template)?;
        let (_, first, second) = TEMPLATES.get(index)?;
        Some(Feature::new(index, first.parse(a, &number)?, second.parse(b, &number)?))
    }
}

impl Value {
    fn is_absent(self, value: u32) -> bool {
        matches!(self, Value::Word | Value::Letters) && value == 0
    }

    fn parse(self, written: &str, number: impl Fn(&str) -> Option<u16>) -> Option<u32> {
        match self {
            Value::Number => written.parse().ok(),
            Value::Word => number(written).map(u32::from),
            Value::Tag => Tag::named(written).map(|tag| tag as u32),
            Value::Letters => Some(written.bytes().fold(0, |letters, byte| letters << 8 | u32::from(byte))),
        }
    }
}
