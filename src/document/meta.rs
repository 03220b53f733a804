//! What a document says about itself.

use crate::claim::DateRead;
use chrono::NaiveDate;

/// What kind of text a document is (front matter `kind`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// An article before publication.
    #[default]
    Draft,
    /// Speakers' own words, in turns.
    Transcript,
    /// A published article.
    Article,
}

impl DocumentKind {
    /// Every kind under the name that front matter gives it.
    pub const NAMES: [(&str, DocumentKind); 3] = [
        ("draft", DocumentKind::Draft),
        ("transcript", DocumentKind::Transcript),
        ("article", DocumentKind::Article),
    ];

    /// The kind of that name, in any case of letters.
    pub fn named(name: &str) -> Option<DocumentKind> {
        let found = Self::NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(found.1)
    }
}

/// What the front matter and the head of a document say about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Headline: front matter, else the first headline of the text.
    pub title: Option<String>,
    /// Day of publication: front matter, else a full date on a line of its own in the head, else a dateline
    /// with day, month and year.
    pub date: Option<NaiveDate>,
    /// Publisher.
    pub outlet: Option<String>,
    /// Byline.
    pub author: Option<String>,
    /// Draft, transcript or article.
    pub kind: DocumentKind,
    /// Dates that the file itself marks (TIMEX3), in the order of the prose; their days are still to be told.
    pub marked: Vec<DateRead>,
}

impl Meta {
    /// What is said here, and of the rest what `other` says.
    pub(super) fn or(self, other: Meta) -> Meta {
        Meta {
            title: self.title.or(other.title),
            date: self.date.or(other.date),
            outlet: self.outlet.or(other.outlet),
            author: self.author.or(other.author),
            kind: if self.kind == DocumentKind::default() { other.kind } else { self.kind },
            marked: if self.marked.is_empty() { other.marked } else { self.marked },
        }
    }
}
