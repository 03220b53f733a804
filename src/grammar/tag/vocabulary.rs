//! What a token tells about its tag by itself: the tags its word has had, its ending, its capitals.

use super::Tag;
use crate::text::{Case, Kind, Token, form};
use rustc_hash::FxHashMap;

/// Ordinary words with the tags they take. No names: a word is in here by its occurrences in lower case.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: FxHashMap<Box<[u8]>, Entry>,
    names: Vec<Box<str>>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    word: u16,
    class: u16,
    sole: Option<Tag>,
    verb: Option<Verb>,
}

/// A verb that makes the form of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// `have`: a participle follows.
    Have,
    /// `be`, `get`: a participle follows, or an adjective.
    Be,
    /// `do`, `to` and the modals: a base form follows.
    Do,
}

/// One token without its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// The number of its word; 0 for unknown words and for capitals that are not due to the place.
    pub word: u16,
    /// The number of its word, however capitalised.
    pub folded: u16,
    /// The number of the set of tags that its word takes; for others, of what it looks like.
    pub class: u16,
    /// Capitals, place, hyphen, whether known.
    pub shape: u8,
    /// The last three letters of a word that is not known, as bytes of a number.
    pub ending: u32,
    /// What it does to a verb that follows.
    pub verb: Option<Verb>,
    /// The tag that needs no weighing.
    pub sole: Option<Tag>,
}

/// Classes of tokens that the vocabulary lacks; those of words follow.
#[derive(Clone, Copy)]
enum Unknown {
    Edge,
    Name,
    Names,
    Capitals,
    Mixed,
    Figure,
    Foreign,
    Compound,
    Ed,
    Ing,
    Ly,
    S,
    Other,
    Count,
}

impl Look {
    /// What stands before the first and behind the last token.
    pub const EDGE: Look =
        Look { word: 0, folded: 0, class: Unknown::Edge as u16, shape: 0, ending: 0, verb: None, sole: None };
}

/// The longest word of the vocabulary in bytes.
const LONGEST: usize = 24;

impl Vocabulary {
    /// Reads lines of tags and the words that take them (`NN|VB call claim`, `DT! the`); `!` where one tag is enough.
    pub fn parse(lines: &str) -> Vocabulary {
        let mut vocabulary = Vocabulary { names: vec!["".into()], ..Vocabulary::default() };
        let lines = lines.lines().filter(|line| !line.starts_with('#'));
        for (class, line) in lines.enumerate() {
            let mut words = line.split(' ');
            let sole = words.next().and_then(|tags| tags.strip_suffix('!')).and_then(Tag::named);
            for word in words {
                vocabulary.add(word, Unknown::Count as u16 + class as u16, sole);
            }
        }
        vocabulary.complete();
        vocabulary
    }

    /// Whatever numerals the articles lack that the words come from are as "ten" is.
    fn complete(&mut self) {
        let Some(Entry { class, sole, .. }) = self.words.get("ten".as_bytes()).copied() else { return };
        for numeral in form::number_words() {
            if self.number(numeral) == 0 {
                self.add(numeral, class, sole);
            }
        }
    }

    /// "Twenty-five": numerals all of them.
    fn is_compound_numeral(&self, folded: &[u8]) -> bool {
        let numeral = |part: &[u8]| self.words.get(part).is_some_and(|entry| entry.sole == Some(Tag::CD));
        let mut parts = folded.split(|byte| *byte == b'-');
        // "One" is a pronoun, too.
        folded.contains(&b'-') && parts.all(|part| numeral(part) || part == b"one")
    }

    fn add(&mut self, word: &str, class: u16, sole: Option<Tag>) {
        let entry = Entry { word: self.names.len() as u16, class, sole, verb: verb(word) };
        self.words.insert(word.as_bytes().into(), entry);
        self.names.push(word.into());
    }

    /// The word of a number.
    pub fn name(&self, word: u16) -> &str {
        self.names.get(usize::from(word)).map_or("", |name| name)
    }

    /// The number of a word; 0 for one that is not in here.
    pub fn number(&self, word: &str) -> u16 {
        self.words.get(word.as_bytes()).map_or(0, |entry| entry.word)
    }

    /// Looks at `word`; `first` where a sentence or a quotation may begin with it.
    pub fn look(&self, token: &Token, word: &str, first: bool) -> Look {
        let mut buffer = [0; LONGEST];
        let folded = fold(word, &mut buffer);
        let entry = folded.and_then(|folded| self.words.get(folded)).copied();
        let sole = match token.kind {
            Kind::Word if folded.is_some_and(|folded| self.is_compound_numeral(folded)) => Some(Tag::CD),
            Kind::Word if token.case == Case::Lower || first => sole_of_word(token, word, entry),
            Kind::Word => None,
            Kind::Number => word.bytes().all(|byte| !byte.is_ascii_alphabetic()).then_some(Tag::CD),
            _ => entry.map_or(Some(Tag::Punct), |entry| entry.sole),
        };
        let plain = entry.filter(|_| token.case == Case::Lower || first);
        Look {
            word: plain.map_or(0, |entry| entry.word),
            folded: entry.map_or(0, |entry| entry.word),
            class: plain.map_or_else(|| unknown(token, word, folded) as u16, |entry| entry.class),
            shape: shape(token, word, first, entry.is_some()),
            ending: if entry.is_some() { 0 } else { ending(folded.unwrap_or_default()) },
            verb: entry.and_then(|entry| entry.verb),
            sole,
        }
    }
}

/// A word as the vocabulary has it: lower case, plain signs; `I` stays. `None` for letters other than ASCII.
fn fold<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    if word == "I" {
        return Some(b"I");
    }
    let mut length = 0;
    for c in word.chars() {
        *buffer.get_mut(length)? = plain(c)?.to_ascii_lowercase();
        length += 1;
    }
    buffer.get(..length)
}

fn plain(c: char) -> Option<u8> {
    match c {
        '’' | '‘' => Some(b'\''),
        '“' | '”' => Some(b'"'),
        '–' | '—' => Some(b'-'),
        '…' => Some(b'.'),
        _ => u8::try_from(c).ok().filter(u8::is_ascii),
    }
}

/// Capitals at a sentence's start take the tag of the word only if it cannot be a name.
fn sole_of_word(token: &Token, word: &str, entry: Option<Entry>) -> Option<Tag> {
    if word.starts_with(['@', '#']) || word.contains("://") {
        return Some(Tag::NNP);
    }
    entry?.sole.filter(|tag| token.case == Case::Lower || is_closed(*tag))
}

fn is_closed(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, CC | DT | IN | MD | PDT | PRP | PRPS | RB | TO | WDT | WP | WPS | WRB)
}

fn verb(word: &str) -> Option<Verb> {
    match word {
        "have" | "has" | "had" | "having" | "'ve" => Some(Verb::Have),
        "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'re" | "'m" | "get" | "gets"
        | "got" | "getting" => Some(Verb::Be),
        "do" | "does" | "did" | "to" | "will" | "would" | "can" | "could" | "may" | "might" | "must"
        | "shall" | "should" | "'ll" | "ca" | "wo" => Some(Verb::Do),
        _ => None,
    }
}

fn unknown(token: &Token, word: &str, folded: Option<&[u8]>) -> Unknown {
    let Some(folded) = folded else {
        return if token.is_capitalised() { Unknown::Name } else { Unknown::Foreign };
    };
    match (token.kind, token.case) {
        (Kind::Number, _) => Unknown::Figure,
        (_, Case::Capital) if word.ends_with('s') => Unknown::Names,
        (_, Case::Capital) => Unknown::Name,
        (_, Case::Upper) => Unknown::Capitals,
        (_, Case::Mixed) => Unknown::Mixed,
        _ if word.contains('-') => Unknown::Compound,
        _ if folded.ends_with(b"ed") => Unknown::Ed,
        _ if folded.ends_with(b"ing") => Unknown::Ing,
        _ if folded.ends_with(b"ly") => Unknown::Ly,
        _ if folded.ends_with(b"s") => Unknown::S,
        _ => Unknown::Other,
    }
}

fn shape(token: &Token, word: &str, first: bool, known: bool) -> u8 {
    token.case as u8 | u8::from(first) << 2 | u8::from(known) << 3 | u8::from(word.contains('-')) << 4
}

/// Three letters, and never the whole word: endings must not spell names.
fn ending(folded: &[u8]) -> u32 {
    let from = folded.len().saturating_sub(3).max(1);
    let ending = folded.get(from..).unwrap_or_default();
    ending.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}
