//! Which words a claim holds, as far as a few bits of each tell: enough to see that most of them are others.

use super::digest::checksum;
use crate::check::{is_most, telling};
use crate::compare::Statement;
use std::collections::BTreeSet;

/// Of a word twelve bits, as two signs: of 4096 words two may be taken for one.
type Mark = [u8; 2];

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The marks of a claim's words, in a row.
pub(super) fn marks_of(statement: &Statement) -> String {
    let marks: BTreeSet<Mark> = statement.words.iter().map(|word| mark(&word.base)).collect();
    marks.into_iter().flatten().map(char::from).collect()
}

/// The marks of the words by which a claim is known again in other words.
pub(super) struct Telling(Vec<Mark>);

impl Telling {
    /// `None` where they are too few to tell anything.
    pub fn of(statement: &Statement) -> Option<Telling> {
        telling(statement).map(|words| Telling(words.into_iter().map(mark).collect()))
    }

    /// Whether most of them may be among words of which these are the marks.
    pub fn may_be_among(&self, marks: &str) -> bool {
        let has = |own: &&Mark| marks.as_bytes().chunks_exact(2).any(|other| other == *own);
        is_most(self.0.iter().filter(has).count(), self.0.len())
    }
}

fn mark(word: &str) -> Mark {
    let bits = checksum(word);
    let sign = |shift: u32| SIGNS.get((bits >> shift & 63) as usize).copied().unwrap_or_default();
    [sign(40), sign(46)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Kit, record_statements};
    use crate::record::of_sources;
    use crate::text::{FileId, Source};

    #[test]
    fn marks_tell_other_words_and_keep_what_shares_most() {
        let journal = "2031-05-02 Anna Berg\n    says the ferry company rejected the plan for Vik\n\
                       \x20   says that the company, which runs a ferry, has rejected each plan for Vik\n\
                       \x20   says the bakery company rejected an offer from Oldby\n    says it did\n";
        let record = of_sources([Source::new("ferry.claims", journal)], FileId(0));
        let said = record_statements(&record, &Kit::builtin());
        let own = Telling::of(&said[0]).unwrap();
        let among: Vec<bool> = said.iter().map(|other| own.may_be_among(&marks_of(other))).collect();
        assert_eq!(among, [true, true, false, false]);
        assert!(Telling::of(&said[3]).is_none());
    }
}
