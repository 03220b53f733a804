//! Every rule on every example it carries: the whole of what it finds, kept beside the draft.

#![cfg(test)]

use sayso::check::{Kit, Outcome, try_examples};
use sayso::pack::{Rule, builtin_files, load};
use sayso::report::example_page;
use std::path::Path;

/// The drafts of a rule's examples, each with what the rule finds in it.
fn page(rule: &Rule, kit: &Kit) -> String {
    let tried = try_examples(rule, kit);
    for tried in &tried {
        assert_eq!(tried.outcome(), Outcome::Right, "{}: example {}", rule.id, tried.scene.example.number);
    }
    example_page(&tried)
}

#[test]
fn rules_find_what_their_examples_say() {
    let kit = Kit::builtin();
    let rules = load(builtin_files()).rules;
    assert!(rules.len() >= 16);
    for rule in rules {
        assert!(rule.flags.len() >= 2 && rule.allows.len() >= 3, "{}: too few examples", rule.id);
        assert!(rule.flags.iter().all(|example| example.marks.is_some()), "{}: marks nothing", rule.id);
        let (pack, name) = rule.id.split_once('/').unwrap();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(pack).join("snapshots"),
        );
        settings.set_prepend_module_to_snapshot(false);
        settings.bind(|| insta::assert_snapshot!(name, page(&rule, &kit)));
    }
}
