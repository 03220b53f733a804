//! Small changes to a rule that its examples should notice.
//!
//! Each word and condition of a rule is there for a reason, and an example shows the reason: without the word or the
//! condition the rule finds something else in it. The changes are made to the file's TOML, so that they reach
//! whatever the format can say; those that are no rule any more are none.

use super::workpiece::{WORD_LISTS, Workpiece, table_of};
use crate::grammar::phrase::{self, Loss, Part};
use toml::{Table, Value};

/// One change to a rule; [`Workpiece::rule`] makes it.
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
    /// The phrase that goes or is otherwise, by its number in the workpiece.
    pub phrase: Option<usize>,
    path: Vec<String>,
    item: Option<usize>,
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

/// Every change to a rule, in the order of its keys; not each leaves a rule. Only `wanted` changes are made.
pub fn mutants(piece: &Workpiece, wanted: impl Fn(Change) -> bool) -> Vec<Mutant> {
    let mut all = Vec::new();
    // The tables say what the rule looks for; what is no table is words for people, and examples are lists.
    for (key, value) in piece.tables().iter().filter(|(_, value)| value.is_table()) {
        mutants_of(value, &mut vec![key.clone()], &mut all);
    }
    all.retain(|mutant| wanted(mutant.change));
    for mutant in all.iter_mut().filter(|mutant| mutant.change.is_of_phrase()) {
        mutant.phrase = mutant.item.and_then(|item| piece.number(&mutant.path, item));
    }
    all
}

fn mutants_of(value: &Value, path: &mut Vec<String>, all: &mut Vec<Mutant>) {
    let mut change = |change, item, value: &Value| all.push(Mutant::of(change, path, item, value));
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                path.push(key.clone());
                mutants_of(value, path, all);
                path.pop();
            }
        }
        Value::Array(items) => {
            let is_of_words = path.last().is_some_and(|key| WORD_LISTS.contains(&key.as_str()));
            let dropped = if is_of_words { Change::WordDropped } else { Change::PhraseDropped };
            items.iter().enumerate().for_each(|(index, item)| change(dropped, Some(index), item));
            change(Change::KeyDropped, None, value);
            if !is_of_words {
                items.iter().enumerate().for_each(|(index, item)| mutants_inside(item, index, path, all));
            }
        }
        Value::Boolean(_) => change(Change::Negated, None, value),
        _ => change(Change::KeyDropped, None, value),
    }
}

/// The changes of a phrase of a list.
fn mutants_inside(item: &Value, index: usize, path: &[String], all: &mut Vec<Mutant>) {
    let Some(pattern) = item.as_str().and_then(|source| phrase::parse(source).ok()) else { return };
    let changed = |part: Part| Mutant {
        part: Some(part.clone()),
        ..Mutant::of(Change::PhraseChanged(part.loss), path, Some(index), item)
    };
    all.extend(pattern.parts().into_iter().map(changed));
}

impl Change {
    /// Whether a phrase goes or loses a part.
    pub fn is_of_phrase(self) -> bool {
        matches!(self, Change::PhraseDropped | Change::PhraseChanged(_))
    }
}

impl Mutant {
    fn of(change: Change, path: &[String], item: Option<usize>, value: &Value) -> Mutant {
        let (key, value) = (path.join("."), value.to_string());
        Mutant { change, key, value, part: None, phrase: None, path: path.to_vec(), item }
    }

    /// What stands for the phrase.
    pub(super) fn replacement(&self) -> Option<String> {
        self.part.as_ref().map(|part| part.without.to_string())
    }

    /// Makes the change, unless it is one of a phrase.
    pub(super) fn change_tables(&self, file: &mut Table) -> Option<()> {
        let (table, last) = table_of(file, &self.path)?;
        match (self.change, self.item) {
            (Change::PhraseDropped | Change::PhraseChanged(_), _) => {}
            (Change::WordDropped, Some(index)) => {
                let items = table.get_mut(last)?.as_array_mut()?;
                (index < items.len()).then(|| items.remove(index))?;
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
