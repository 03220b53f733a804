//! Every rule on every example it carries: the whole of what it finds, kept beside the draft.

#![cfg(test)]

use sayso::check::{DRAFT, Expected, Kit, Tried, try_examples};
use sayso::pack::{Rule, builtin_files, load};
use sayso::report::{Look, Shelf};
use std::fmt::Write;

/// The drafts of a rule's examples, each with what the rule finds in it.
fn page(rule: &Rule, kit: &Kit) -> String {
    let mut page = String::new();
    for tried in try_examples(rule, kit) {
        let kind = if tried.expected == Expected::Flags { "flags" } else { "allows" };
        assert!(tried.is_right(), "{}: example {} of `{kind}`", rule.id, tried.number);
        writeln!(page, "== {kind} {}\n{}\n{}", tried.number, tried.draft.source.text().trim(), found(&tried))
            .unwrap();
    }
    page
}

fn found(tried: &Tried) -> String {
    let shelf = Shelf::of(DRAFT, &tried.draft).with_record(&tried.record);
    tried.findings.iter().map(|finding| Look::PLAIN.finding(finding, &shelf)).collect()
}

#[test]
fn rules_find_what_their_examples_say() {
    let kit = Kit::builtin();
    let rules = load(builtin_files()).rules;
    assert!(rules.len() >= 16);
    for rule in rules {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots/packs");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_snapshot_suffix(rule.id.replace('/', "."));
        settings.bind(|| insta::assert_snapshot!("rule", page(&rule, &kit)));
    }
}
