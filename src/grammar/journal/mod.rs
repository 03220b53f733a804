//! Claim journals (`*.claims`): what people note down of who said what, when.
//!
//! [`parse`] reads a file into a [`Journal`], which keeps everything that was written, comments included, so that
//! it can be printed back; [`Journal::claims`] gives what it states; [`format()`] prints it in canonical form.
//! GRAMMAR.md holds the grammar; every production also stands over its function.

mod body;
mod claims;
mod date;
mod fault;
mod header;
mod identity;
mod layout;
mod parse;
mod print;
mod verb;

pub use claims::JournalClaim;
pub use date::{IsoDate, Stated};
pub use fault::JournalFault;
pub use parse::parse;
pub use print::format;
pub use verb::lemmas;

use crate::claim::LinkKind;
use crate::text::{Fault, Span};

/// A claim journal as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// The entries that could be read, in the order of the file.
    pub entries: Vec<Entry>,
    /// Comments and blank lines after the last entry.
    pub closing: Vec<Trivia>,
    /// What is wrong, in the order of the file. A faulty line is left out of its entry, an entry with a faulty
    /// header is left out whole; everything else is read.
    pub faults: Vec<Fault>,
}

/// A line that says nothing to the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trivia {
    /// An empty line.
    Blank,
    /// A comment, its semicolon included.
    Comment(String),
}

/// A header and the lines under it: one occasion of speaking, with one or more claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Comments and blank lines above the header.
    pub leading: Vec<Trivia>,
    /// When, who, through whom.
    pub header: Header,
    /// What was said, and particulars.
    pub lines: Vec<Line>,
    /// Indented comments after the last line.
    pub trailing: Vec<String>,
}

/// The first line of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// When it was said.
    pub said: Stated,
    /// Who said it.
    pub speaker: Party,
    /// Through whom the words came, the nearest to the reader first.
    pub via: Vec<Party>,
    /// The line, in bytes of the file's text.
    pub span: Span,
}

/// A person or body named in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The name, or a description that starts with a lower-case word ("a senior official").
    pub name: Words,
    /// What follows the first comma.
    pub role: Option<Words>,
    /// The state, party or organisation in brackets at the end.
    pub side: Option<Words>,
}

/// Words of the journal and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words, without white space at either end.
    pub text: String,
    /// Bytes of the file's text.
    pub span: Span,
}

/// Words that may run on over several lines, one piece a line.
pub type Folded = Vec<Words>;

/// A line under a header, its continuation lines included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The comments above it, each with its semicolon.
    pub comments: Vec<String>,
    /// What it says.
    pub matter: Matter,
    /// From its first word to its last, in bytes of the file's text.
    pub span: Span,
}

/// What a line under a header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A cue verb with what was said.
    Says(Saying),
    /// `disputes ID` and its kin.
    Link {
        /// What it does to the other claim.
        kind: LinkKind,
        /// The verb as written.
        verb: Words,
        /// The other claim's id.
        target: Words,
    },
    /// `at …`: the occasion, and its address in angle brackets.
    At {
        /// The occasion; empty where only an address is given.
        occasion: Folded,
        /// The address without its brackets.
        address: Option<Words>,
    },
    /// `about …`: topics, separated by commas.
    About(Vec<Words>),
    /// `id …`.
    Id(Words),
    /// `source …`: where it can be looked up, without angle brackets.
    Source(Folded),
    /// `note …`.
    Note(Folded),
}

impl Entry {
    /// Its `id` line.
    pub fn id(&self) -> Option<&Words> {
        self.lines.iter().find_map(|line| match &line.matter {
            Matter::Id(id) => Some(id),
            _ => None,
        })
    }
}

impl Line {
    /// The verb of a link and the id that it leads to.
    pub fn link(&self) -> Option<(&Words, &Words)> {
        match &self.matter {
            Matter::Link { verb, target, .. } => Some((verb, target)),
            _ => None,
        }
    }
}

impl Matter {
    /// Whether it says something of the world or of another claim.
    fn is_said(&self) -> bool {
        matches!(self, Matter::Says(_) | Matter::Link { .. })
    }

    /// The keyword, for lines of which an entry has only one.
    fn single(&self) -> Option<&'static str> {
        match self {
            Matter::At { .. } => Some("at"),
            Matter::Id(_) => Some("id"),
            _ => None,
        }
    }
}

/// A cue verb with what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The cue with its auxiliaries and particle ("has not ruled out").
    pub cue: Words,
    /// The cue's base form ("rule out").
    pub lemma: String,
    /// The person told, after verbs like "tell" ("reporters").
    pub addressee: Option<Words>,
    /// What was said.
    pub content: Folded,
}

#[cfg(test)]
mod tests;
