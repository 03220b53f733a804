//! The gravest that the rules about pairs of claims find in a draft.

use sayso::check::{Checked, DRAFT, Kit, check, read, record_statements};
use sayso::claim::Medium;
use sayso::document;
use sayso::finding::Severity;
use sayso::pack::{Rule, builtin_files, load};
use sayso::record;
use sayso::text::{FileId, Source};
use std::sync::LazyLock;

static TOOLS: LazyLock<(Kit, Vec<Rule>)> = LazyLock::new(|| {
    let mut rules = load(builtin_files()).rules;
    rules.retain(|rule| ["consistency/", "divergence/"].iter().any(|pack| rule.id.starts_with(pack)));
    (Kit::builtin(), rules)
});

/// The gravest finding on a draft, of Friday, 9 May 2031, against a journal.
pub fn gravest(draft: &str, journal: &str) -> Option<Severity> {
    checked(draft, journal).findings.iter().map(|finding| finding.severity).max()
}

/// What the rules find in such a draft, and how its claims stand to the journal.
pub fn checked(draft: &str, journal: &str) -> Checked {
    let (kit, rules) = &*TOOLS;
    let mut document = document::read(Source::new("draft.md", draft.replace(" / ", "\n\n")));
    document.meta.date = "2031-05-09".parse().ok();
    let record = record::of_sources([Source::new("a.claims", journal)], FileId(DRAFT.0 + 1));
    let recorded = record_statements(&record, kit);
    check(&document, &read(&document, DRAFT, Medium::Draft, kit), Some(&recorded), rules, kit)
}
