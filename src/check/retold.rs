//! What a draft quotes and the record has too: the same words, which stand against a third claim only once.

use super::evidence::key;
use crate::claim::{Speaker, last_name};
use crate::compare::{Statement, Timing, timing};
use rustc_hash::FxHashMap;

/// Words of a claim that may be known again; fewer say too little.
const LEAST: usize = 3;

/// For claims of the record that the draft has in the same words: as what they count, by their keys.
pub(super) type Retold = FxHashMap<String, String>;

/// The claims of the record that stand in the draft word for word, said at one time, if not by another.
pub(super) fn retold(draft: &[Statement], record: Option<&[Statement]>) -> Retold {
    let Some(record) = record.filter(|record| !record.is_empty()) else { return Retold::default() };
    let mut by_words: FxHashMap<String, Vec<&Statement>> = FxHashMap::default();
    for statement in draft.iter().filter(|statement| statement.is_attributed()) {
        by_words.entry(spoken(statement)).or_default().push(statement);
    }
    let recorded = record.iter().filter(|statement| statement.words.len() >= LEAST);
    let known = |recorded: &Statement| {
        let alike = by_words.get(&spoken(recorded))?.iter();
        alike.copied().find(|own| may_be_one(own, recorded)).map(|own| (key(recorded), key(own)))
    };
    recorded.filter_map(known).collect()
}

/// The words of a claim, without "that" and signs.
fn spoken(statement: &Statement) -> String {
    let forms: Vec<&str> = statement.words.iter().map(|word| &*word.form).collect();
    forms.strip_prefix(&["that"]).unwrap_or(&forms).join(" ")
}

fn may_be_one(own: &Statement, recorded: &Statement) -> bool {
    let days = timing(own.claim.said.as_ref(), recorded.claim.said.as_ref());
    days != Timing::Disjoint && may_be_same(&own.claim.speaker, &recorded.claim.speaker)
}

/// "Roth", "the mayor" and "a spokeswoman" may be Ines Roth.
fn may_be_same(own: &Speaker, recorded: &Speaker) -> bool {
    let is_named = own.name.starts_with(char::is_uppercase) && !own.anonymous;
    !is_named || last_name(&own.name).eq_ignore_ascii_case(last_name(&recorded.name))
}
