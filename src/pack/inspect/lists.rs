//! Lists that nothing is on.

use crate::text::{Fault, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Lists that may be empty.
const OPTIONAL: [&str; 3] = ["norms", "instead-of", "marks"];

/// A fault for each list that asks for one of its items and has none.
pub(super) fn empty(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Ok(table) = DeTable::parse(text) {
        look_through(table.get_ref(), &mut faults);
    }
    faults
}

fn look_through(table: &DeTable, faults: &mut Vec<Fault>) {
    for (key, value) in table {
        match value.get_ref() {
            DeValue::Table(inner) => look_through(inner, faults),
            DeValue::Array(items) if items.is_empty() && !OPTIONAL.contains(&&**key.get_ref()) => {
                faults.push(fault(key.get_ref(), value));
            }
            DeValue::Array(items) => {
                items
                    .iter()
                    .filter_map(|item| item.get_ref().as_table())
                    .for_each(|it| look_through(it, faults));
            }
            _ => {}
        }
    }
}

fn fault(key: &str, list: &Spanned<DeValue>) -> Fault {
    let span = Span::new(list.span().start, list.span().end);
    let fault = Fault::new(span, format!("`{key}` lists nothing"), "so nothing fits it");
    fault.with_help(format!("write what fits, as in `{key} = [\"…\"]`, or take the key out"))
}
