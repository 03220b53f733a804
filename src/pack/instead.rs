//! Rules that stand instead of others: whether there is one that gives way.

use super::reader::span_of;
use super::schema::RuleFile;
use crate::text::{Fault, did_you_mean};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// Which rules stand instead of which, as far as their files are entered. A later file of the same rule replaces an earlier.
#[derive(Default)]
pub(super) struct Instead(BTreeMap<String, Vec<String>>);

impl Instead {
    /// Enters a rule. A fault for each that is to give way to it and stands instead of it, itself or by way of others:
    /// where both find something, neither would be told.
    pub(super) fn enter(&mut self, file: &RuleFile) -> Vec<Fault> {
        let own = file.id.get_ref();
        let others = file.instead_of.iter().map(|id| id.get_ref().clone()).collect();
        self.0.insert(own.clone(), others);
        let circular = file.instead_of.iter().filter(|id| self.leads(id.get_ref(), own));
        circular.map(|id| circle(id, own)).collect()
    }

    fn leads(&self, from: &str, to: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut ahead = vec![from];
        while let Some(id) = ahead.pop() {
            if id == to {
                return true;
            }
            if seen.insert(id) {
                ahead.extend(self.0.get(id).into_iter().flatten().map(String::as_str));
            }
        }
        false
    }
}

fn circle(id: &Spanned<String>, own: &str) -> Fault {
    let fault = match id.get_ref() == own {
        true => Fault::new(span_of(id), "a rule cannot give way to itself", "it would find nothing"),
        false => Fault::new(
            span_of(id),
            format!("`{id}` stands instead of `{own}` already", id = id.get_ref()),
            "where both find something, neither would be told",
        ),
    };
    fault.with_help("name only rules that say less of the same two claims, or take this out")
}

/// A fault for each rule that is to give way and is none.
pub(super) fn strangers<'k>(file: &RuleFile, known: impl Iterator<Item = &'k str> + Clone) -> Vec<Fault> {
    let strange = file.instead_of.iter().filter(|id| !known.clone().any(|known| known == id.get_ref()));
    let fault = |id: &Spanned<String>| {
        let fault = Fault::new(span_of(id), "there is no such rule", "nothing can give way here");
        let others = known.clone().filter(|known| known != file.id.get_ref());
        fault.with_help(did_you_mean(id.get_ref(), others, "`sayso rules` lists all rules"))
    };
    strange.map(fault).collect()
}
