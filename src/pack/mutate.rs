//! Small changes to a rule that its examples should notice.
//!
//! Each word and condition of a rule is there for a reason, and an example shows the reason: without the word or the
//! condition the rule finds something else in it. The changes are made to the file's TOML, so that they reach
//! whatever the format can say; those that are no rule any more are none.

use super::load::{RuleSource, load};
use super::rule::Rule;
use crate::grammar::phrase::{self, Loss, Part};
use toml::{Table, Value};

/// A rule with one change.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What was done.
    pub change: Change,
    /// Where: `topic.any`, `pair.a.voice`.
    pub key: String,
    /// What stood there, as in the file.
    pub value: String,
    /// The part of a phrase that is otherwise.
    pub part: Option<Part>,
    /// The rule with the change.
    pub rule: Rule,
}

/// What can be done to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A word of a list that holds no phrases is taken away.
    WordDropped,
    /// A phrase is taken away.
    PhraseDropped,
    /// A phrase loses a part.
    PhraseChanged(Loss),
    /// A key is taken away.
    KeyDropped,
    /// `true` for `false` or the reverse.
    Negated,
}

/// Lists of words that are no phrases.
const WORD_LISTS: [&str; 9] =
    ["act", "class", "cue", "cues", "evidential", "modality", "polarity", "standing", "zone"];

/// Every rule that one change makes of the rule of a file, in the order of its keys; `lender` is the file of the rule
/// that it borrows from. Only `wanted` changes are made.
pub fn mutants(
    source: &RuleSource,
    lender: Option<&RuleSource>,
    wanted: impl Fn(Change) -> bool,
) -> Vec<Mutant> {
    let Ok(mut file) = source.text.parse::<Table>() else { return Vec::new() };
    for examples in ["flags", "allows"] {
        file.insert(examples.to_owned(), stand_in());
    }
    // Whoever gives way is another file; the rule is played alone.
    file.remove("instead-of");
    let mut edits = Vec::new();
    // The tables say what the rule looks for; what is no table is words for people, and examples are lists.
    for (key, value) in file.iter().filter(|(_, value)| value.is_table()) {
        edits_of(value, &mut vec![key.clone()], &mut edits);
    }
    let wanted = edits.iter().filter(|edit| wanted(edit.change));
    wanted.filter_map(|edit| edit.mutant(&file, source, lender)).collect()
}

/// An example for the sake of the format: a changed rule is played on scenes that are read already.
fn stand_in() -> Value {
    let example = Table::from_iter([("draft".to_owned(), Value::String(String::new()))]);
    Value::Array(vec![Value::Table(example)])
}

/// A change and its place.
struct Edit {
    change: Change,
    path: Vec<String>,
    item: Option<usize>,
    value: String,
    part: Option<Part>,
}

fn edits_of(value: &Value, path: &mut Vec<String>, edits: &mut Vec<Edit>) {
    let mut edit = |change, item, value: &Value| {
        edits.push(Edit { change, path: path.clone(), item, value: value.to_string(), part: None });
    };
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                path.push(key.clone());
                edits_of(value, path, edits);
                path.pop();
            }
        }
        Value::Array(items) => {
            let is_of_words = path.last().is_some_and(|key| WORD_LISTS.contains(&key.as_str()));
            let dropped = if is_of_words { Change::WordDropped } else { Change::PhraseDropped };
            items.iter().enumerate().for_each(|(index, item)| edit(dropped, Some(index), item));
            edit(Change::KeyDropped, None, value);
            if !is_of_words {
                items.iter().enumerate().for_each(|(index, item)| edits_inside(item, index, path, edits));
            }
        }
        Value::Boolean(_) => edit(Change::Negated, None, value),
        _ => edit(Change::KeyDropped, None, value),
    }
}

/// The changes of a phrase of a list.
fn edits_inside(item: &Value, index: usize, path: &[String], edits: &mut Vec<Edit>) {
    let Some(pattern) = item.as_str().and_then(|source| phrase::parse(source).ok()) else { return };
    edits.extend(pattern.parts().into_iter().map(|part| Edit {
        change: Change::PhraseChanged(part.loss),
        path: path.to_vec(),
        item: Some(index),
        value: item.to_string(),
        part: Some(part),
    }));
}

impl Edit {
    /// The rule that it makes, if that is one.
    fn mutant(&self, file: &Table, source: &RuleSource, lender: Option<&RuleSource>) -> Option<Mutant> {
        let mut changed = file.clone();
        self.make(&mut changed)?;
        let text = toml::to_string(&changed).ok()?;
        let changed = RuleSource { path: source.path.clone(), text };
        let rules = load(lender.cloned().into_iter().chain([changed])).rules;
        let rule = rules.into_iter().find(|rule| rule.id == source.id())?;
        let (value, part) = (self.value.clone(), self.part.clone());
        Some(Mutant { change: self.change, key: self.path.join("."), value, part, rule })
    }

    fn make(&self, file: &mut Table) -> Option<()> {
        let (last, tables) = self.path.split_last()?;
        let table = tables.iter().try_fold(file, |table, key| table.get_mut(key)?.as_table_mut())?;
        match (self.change, self.item) {
            (Change::WordDropped | Change::PhraseDropped, Some(index)) => {
                let items = table.get_mut(last)?.as_array_mut()?;
                (index < items.len()).then(|| items.remove(index))?;
            }
            (Change::PhraseChanged(_), Some(index)) => {
                let phrase = table.get_mut(last)?.as_array_mut()?.get_mut(index)?;
                *phrase = Value::String(self.part.as_ref()?.without.to_string());
            }
            (Change::Negated, _) => {
                let negated = !table.get(last)?.as_bool()?;
                table.insert(last.clone(), Value::Boolean(negated));
            }
            _ => {
                table.remove(last)?;
            }
        }
        Some(())
    }
}
