//! A rule file taken apart, so that rules can be made of it that have a few of its phrases only.
//!
//! Where a phrase does not stand, the rule does the same without it. So a changed rule is played on each example with
//! the phrases that may stand there, and a change costs the same in a rule of many phrases as in one of few.

use super::load::{RuleSource, load};
use super::mutate::Mutant;
use super::rule::Rule;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// Lists of words that are no phrases.
pub(super) const WORD_LISTS: [&str; 9] =
    ["act", "class", "cue", "cues", "evidential", "modality", "polarity", "standing", "zone"];

/// The file of a rule and that of the rule it borrows from. Their phrases have numbers, its own the first.
#[derive(Clone, Debug)]
pub struct Workpiece {
    own: Parts,
    lent: Option<Parts>,
}

/// A file without its phrases, and those.
#[derive(Clone, Debug)]
struct Parts {
    source: RuleSource,
    bare: Table,
    lists: Vec<PhraseList>,
}

/// A list of phrases, where it stands in the file, and the number of its first.
#[derive(Clone, Debug)]
struct PhraseList {
    path: Vec<String>,
    first: usize,
    phrases: Vec<String>,
}

impl Workpiece {
    /// Takes a rule and the one that it borrows from apart; `None` if a file is no TOML.
    pub fn of(source: &RuleSource, lender: Option<&RuleSource>) -> Option<Workpiece> {
        let own = Parts::of(source, 0)?;
        let first = own.phrases().count();
        let lent = lender.map(|lender| Parts::of(lender, first));
        Some(Workpiece { own, lent: lent.map_or(Some(None), |lent| lent.map(Some))? })
    }

    /// Every phrase as written, by its number.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        self.own.phrases().chain(self.lent.iter().flat_map(Parts::phrases))
    }

    /// The rule with one change, if that is a rule. Of its phrases it has those in `kept` and one more of each list, so
    /// that no list is empty that was not.
    pub fn rule(&self, mutant: &Mutant, kept: &BTreeSet<usize>) -> Option<Rule> {
        let mut own = self.own.with(kept, Some(mutant));
        mutant.change_tables(&mut own)?;
        let lent = self.lent.as_ref().map(|lent| lent.source.with_text_of(&lent.with(kept, None)));
        let changed = self.own.source.with_text_of(&own)?;
        let rules = load(lent.flatten().into_iter().chain([changed])).rules;
        rules.into_iter().find(|rule| rule.id == self.own.source.id())
    }

    /// What the file of the rule looks for, phrases included.
    pub(super) fn tables(&self) -> Table {
        self.own.with(&(0..self.own.phrases().count()).collect(), None)
    }

    /// The number of a phrase, by the list in the rule's own file and its place there.
    pub(super) fn number(&self, path: &[String], item: usize) -> Option<usize> {
        let list = self.own.lists.iter().find(|list| list.path == path)?;
        (item < list.phrases.len()).then_some(list.first + item)
    }
}

impl Parts {
    fn of(source: &RuleSource, first: usize) -> Option<Parts> {
        let mut bare = source.text.parse::<Table>().ok()?;
        for examples in ["flags", "allows"] {
            bare.insert(examples.to_owned(), stand_in());
        }
        // Whoever gives way is another file; the rule is played alone.
        bare.remove("instead-of");
        let mut lists = Vec::new();
        for (key, value) in bare.iter_mut().filter(|(_, value)| value.is_table()) {
            take_lists(value, &mut vec![key.clone()], &mut lists);
        }
        let mut next = first;
        for list in &mut lists {
            list.first = next;
            next += list.phrases.len();
        }
        Some(Parts { source: source.clone(), bare, lists })
    }

    fn phrases(&self) -> impl Iterator<Item = &str> {
        self.lists.iter().flat_map(|list| list.phrases.iter().map(String::as_str))
    }

    fn with(&self, kept: &BTreeSet<usize>, mutant: Option<&Mutant>) -> Table {
        let mut file = self.bare.clone();
        for list in &self.lists {
            let place = table_of(&mut file, &list.path).and_then(|(table, last)| table.get_mut(last));
            place.into_iter().for_each(|place| *place = Value::Array(list.with(kept, mutant)));
        }
        file
    }
}

impl PhraseList {
    fn with(&self, kept: &BTreeSet<usize>, mutant: Option<&Mutant>) -> Vec<Value> {
        let all = self.first..self.first + self.phrases.len();
        let changed = mutant.and_then(|mutant| mutant.phrase).filter(|phrase| all.contains(phrase));
        let one_more = all.clone().find(|phrase| !kept.contains(phrase) && Some(*phrase) != changed);
        let mut shown: BTreeSet<usize> = kept.range(all).copied().collect();
        shown.extend(changed.into_iter().chain(one_more));
        let text = |phrase: usize| match mutant {
            Some(mutant) if Some(phrase) == changed => mutant.replacement(),
            _ => self.phrases.get(phrase - self.first).cloned(),
        };
        shown.into_iter().filter_map(text).map(Value::String).collect()
    }
}

/// An example for the sake of the format: a changed rule is played on scenes that are read already.
fn stand_in() -> Value {
    let example = Table::from_iter([("draft".to_owned(), Value::String(String::new()))]);
    Value::Array(vec![Value::Table(example)])
}

/// Takes the phrases out of all lists.
fn take_lists(value: &mut Value, path: &mut Vec<String>, lists: &mut Vec<PhraseList>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                path.push(key.clone());
                take_lists(value, path, lists);
                path.pop();
            }
        }
        Value::Array(items) if !path.last().is_some_and(|key| WORD_LISTS.contains(&key.as_str())) => {
            let phrases = std::mem::take(items).into_iter();
            let phrases = phrases.filter_map(|item| item.as_str().map(str::to_owned)).collect();
            lists.push(PhraseList { path: path.clone(), first: 0, phrases });
        }
        _ => {}
    }
}

/// The table that a path of keys leads to, and the last of them, which is looked for there.
pub(super) fn table_of<'t, 'p>(
    file: &'t mut Table,
    path: &'p [String],
) -> Option<(&'t mut Table, &'p String)> {
    let (last, tables) = path.split_last()?;
    let table = tables.iter().try_fold(file, |table, key| table.get_mut(key)?.as_table_mut())?;
    Some((table, last))
}

impl RuleSource {
    fn with_text_of(&self, file: &Table) -> Option<RuleSource> {
        Some(RuleSource { path: self.path.clone(), text: toml::to_string(file).ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Change, mutants};

    const RULE: &str = r#"
id = "tides/ebb"
title = "Tide words"
severity = "note"
why = "They are about the tide."
message = "the tide"
help = "look at the moon"

[claim.select]
cue = ["say", "add"]
content = ["ebb", "flood (tide|water)", "neap", "spring"]

[[flags]]
draft = "The tide is at its ebb, Anna Berg said."

[[allows]]
draft = "The tide is over, Anna Berg said."
"#;

    /// What every change leaves of the phrases where those in `kept` may stand.
    fn left(kept: &[usize], change: impl Fn(Change) -> bool) -> Vec<String> {
        let source = RuleSource { path: "tides/ebb.toml".to_owned(), text: RULE.to_owned() };
        let piece = Workpiece::of(&source, None).unwrap();
        let kept = kept.iter().copied().collect();
        let rules = mutants(&piece, change).into_iter().filter_map(|mutant| piece.rule(&mutant, &kept));
        let phrases = rules.map(|rule| rule.phrases.iter().map(|it| it.source().to_owned()).collect());
        phrases.map(|phrases: Vec<String>| phrases.join(", ")).collect()
    }

    #[test]
    fn a_changed_rule_has_the_phrases_that_may_stand_and_one_more() {
        let dropped = |kept: &[usize]| left(kept, |change| change == Change::PhraseDropped);
        assert_eq!(dropped(&[]), ["flood (tide|water)", "ebb", "ebb", "ebb"]);
        assert_eq!(
            dropped(&[1, 3]),
            [
                "flood (tide|water), neap, spring",
                "ebb, spring",
                "ebb, flood (tide|water), spring",
                "ebb, flood (tide|water)"
            ]
        );
        let changed = |kept: &[usize]| left(kept, |change| matches!(change, Change::PhraseChanged(_)));
        assert_eq!(changed(&[3]), ["ebb, flood (water), spring", "ebb, flood (tide), spring"]);
        let words = left(&[2], |change| change == Change::WordDropped);
        assert_eq!(words, ["ebb, neap", "ebb, neap"]);
    }
}
