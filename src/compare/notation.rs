//! What stands between the words of an utterance and matters to what they say.

use serde::{Deserialize, Serialize};

/// The pauses of a speaker and the marks of an editor, each by the index of the word that it stands before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Notation {
    pauses: Vec<Pause>,
    pub(super) edits: Vec<Edit>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
struct Pause(usize, Sign);

/// A sign that sets words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
enum Sign {
    Comma,
    /// A colon, a semicolon, a dash.
    Colon,
    /// The end of a sentence.
    Stop,
    /// Somebody else's words begin.
    Quote,
}

/// An ellipsis or a bracketed insertion.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(super) struct Edit {
    pub at: usize,
    /// The words in brackets.
    pub inserted: Vec<String>,
}

impl Notation {
    /// Notes a sign before the word to come, `at`; a sign that sets nothing apart is none.
    pub(super) fn add(&mut self, sign: &str, at: usize) {
        let sign = match sign {
            "." | "!" | "?" => Sign::Stop,
            ";" | ":" | "—" | "–" | "--" => Sign::Colon,
            "," | "(" | ")" => Sign::Comma,
            _ => return,
        };
        self.pauses.push(Pause(at, sign));
    }

    /// Notes that a quotation within begins before the word to come.
    pub(super) fn add_quote(&mut self, at: usize) {
        self.pauses.push(Pause(at, Sign::Quote));
    }

    /// Whether the speaker pauses before a word.
    pub(super) fn pauses_before(&self, word: usize) -> bool {
        self.signs(word).any(|sign| sign != Sign::Quote)
    }

    /// Whether a sentence ends before a word.
    pub(super) fn ends_before(&self, word: usize) -> bool {
        self.signs(word).any(|sign| sign == Sign::Stop)
    }

    /// Whether what stands before a word is over there, and no more than its neighbour.
    pub(super) fn breaks_before(&self, word: usize) -> bool {
        self.ends_before(word) || self.signs(word).any(|sign| sign == Sign::Colon)
    }

    /// Whether a quotation begins with a word.
    pub(super) fn quotes_from(&self, word: usize) -> bool {
        self.signs(word).any(|sign| sign == Sign::Quote)
    }

    fn signs(&self, word: usize) -> impl Iterator<Item = Sign> {
        let first = self.pauses.partition_point(|Pause(at, _)| *at < word);
        self.pauses.iter().skip(first).take_while(move |Pause(at, _)| *at == word).map(|Pause(_, sign)| *sign)
    }
}
