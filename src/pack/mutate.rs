//! Small changes to a rule that its examples should notice.
//!
//! Each word and condition of a rule is there for a reason, and an example shows the reason: without the word or the
//! condition the rule finds something else in it. The changes are made to the file's TOML, so that they reach
//! whatever the format can say; those that are no rule any more are none.

use super::load::{RuleSource, load};
use super::rule::Rule;
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
    /// The rule with the change.
    pub rule: Rule,
}

/// What can be done to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// An item of a list is taken away.
    ItemDropped,
    /// A key is taken away.
    KeyDropped,
    /// `true` for `false` or the reverse.
    Negated,
}

/// Every rule that one change makes of the rule of a file, in the order of its keys; `lender` is the file of the rule
/// that it borrows from.
pub fn mutants(source: &RuleSource, lender: Option<&RuleSource>) -> Vec<Mutant> {
    let Ok(file) = source.text.parse::<Table>() else { return Vec::new() };
    let mut edits = Vec::new();
    // The tables say what the rule looks for; what is no table is words for people, and examples are lists.
    for (key, value) in file.iter().filter(|(_, value)| value.is_table()) {
        edits_of(value, &mut vec![key.clone()], &mut edits);
    }
    edits.iter().filter_map(|edit| edit.mutant(&file, source, lender)).collect()
}

/// A change and its place.
struct Edit {
    change: Change,
    path: Vec<String>,
    item: Option<usize>,
    value: String,
}

fn edits_of(value: &Value, path: &mut Vec<String>, edits: &mut Vec<Edit>) {
    let mut edit = |change, item, value: &Value| {
        edits.push(Edit { change, path: path.clone(), item, value: value.to_string() });
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
            items.iter().enumerate().for_each(|(index, item)| edit(Change::ItemDropped, Some(index), item));
            edit(Change::KeyDropped, None, value);
        }
        Value::Boolean(_) => edit(Change::Negated, None, value),
        _ => edit(Change::KeyDropped, None, value),
    }
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
        Some(Mutant { change: self.change, key: self.path.join("."), value: self.value.clone(), rule })
    }

    fn make(&self, file: &mut Table) -> Option<()> {
        let (last, tables) = self.path.split_last()?;
        let table = tables.iter().try_fold(file, |table, key| table.get_mut(key)?.as_table_mut())?;
        match (self.change, self.item) {
            (Change::ItemDropped, Some(index)) => {
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
