//! What does not matter must not: the order of the records, and paragraphs about something else.

#![cfg(test)]

use proptest::prelude::*;
use sayso::check::{DRAFT, Kit, check, read, record_statements};
use sayso::claim::Medium;
use sayso::document;
use sayso::finding::Finding;
use sayso::pack::{Rule, builtin_files, load};
use sayso::record::{self, Record};
use sayso::report::Shelf;
use sayso::report::json::PlacedFinding;
use sayso::text::{FileId, Source};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static TOOLS: LazyLock<(Kit, Vec<Rule>)> = LazyLock::new(|| (Kit::builtin(), load(builtin_files()).rules));

/// A draft of the corpus with what is on record beside it.
#[derive(Debug)]
struct Story {
    draft: Source,
    records: Vec<Source>,
}

static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let folders = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"));
    folders.iter().filter(|path| path.is_dir()).map(|folder| story(folder)).collect()
});

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn story(folder: &Path) -> Story {
    let draft = source(&folder.join("draft.md"));
    let folders = entries(folder).into_iter().filter(|path| path.is_dir());
    let records = folders.flat_map(|records| entries(&records)).map(|path| source(&path)).collect();
    Story { draft, records }
}

fn source(path: &Path) -> Source {
    Source::new(path.file_name().unwrap().to_string_lossy(), fs::read_to_string(path).unwrap())
}

/// Checks a draft against records and shows the findings through `shown`.
fn checked<T>(draft: Source, records: Vec<Source>, shown: impl Fn(&Finding, &Shelf) -> T) -> Vec<T> {
    let (kit, rules) = &*TOOLS;
    let draft = document::read(draft);
    let found = read(&draft, DRAFT, Medium::Draft, kit);
    let record: Record = record::of_sources(records, FileId(1));
    let statements = record_statements(&record, kit);
    let findings = check(&draft, &found, Some(&statements), rules, kit).findings;
    let shelf = Shelf::of(DRAFT, &draft).with_record(&record);
    findings.iter().map(|finding| shown(finding, &shelf)).collect()
}

/// All that a reader sees of the findings.
fn reports(story: &Story, records: Vec<Source>) -> Vec<String> {
    let shown = |finding: &Finding, shelf: &Shelf| {
        serde_json::to_string(&PlacedFinding::new(finding, shelf)).unwrap()
    };
    checked(story.draft.clone(), records, shown)
}

/// The conflicts, by what identifies them across edits elsewhere.
fn conflicts(draft: Source, records: Vec<Source>) -> BTreeSet<String> {
    let shown = |finding: &Finding, _: &Shelf| {
        finding.relation.map(|relation| format!("{} {relation:?} {}", finding.rule, finding.fingerprint))
    };
    checked(draft, records, shown).into_iter().flatten().collect()
}

/// A draft with a paragraph more: behind so many of its paragraphs, or at its end where there are not as many.
fn with_paragraph(draft: &Source, behind: usize, paragraph: &str) -> Source {
    let mut paragraphs: Vec<&str> = draft.text().split("\n\n").collect();
    // Front matter and headline stay in front.
    let at = behind.saturating_add(2).min(paragraphs.len());
    paragraphs.insert(at, paragraph);
    Source::new(draft.name(), paragraphs.join("\n\n"))
}

fn garden() -> impl Strategy<Value = String> {
    let sentence = (
        prop_oneof![Just("The roses"), Just("Some 40 tulips"), Just("Late pears"), Just("No apple trees")],
        prop_oneof![
            Just("bloomed"),
            Just("did not freeze"),
            Just("were watered twice"),
            Just("may ripen early")
        ],
        prop_oneof![
            Just(""),
            Just(" in the old orchard"),
            Just(" behind the greenhouse"),
            Just(" that week")
        ],
    )
        .prop_map(|(what, did, place)| format!("{what} {did}{place}."));
    proptest::collection::vec(sentence, 1..4).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_records_is_nothing(
        story in 0..STORIES.len(),
        shuffled in Just((0..64).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let story = &STORIES[story];
        let records = shuffled.iter().filter_map(|index| story.records.get(*index).cloned()).collect();
        prop_assert_eq!(reports(story, records), reports(story, story.records.clone()));
    }

    #[test]
    fn a_paragraph_about_something_else_adds_no_conflict(
        story in 0..STORIES.len(),
        behind in 0usize..40,
        paragraph in garden(),
        said in prop_oneof![Just(""), Just("Ola Prell, a gardener, said: "), Just("According to Ola Prell, ")],
    ) {
        let story = &STORIES[story];
        let before = conflicts(story.draft.clone(), story.records.clone());
        // Who is named in between may be whom the next “he” stands for.
        let behind = if said.is_empty() { behind } else { usize::MAX };
        let longer = with_paragraph(&story.draft, behind, &format!("{said}{paragraph}"));
        let after = conflicts(longer, story.records.clone());
        let added: Vec<&String> = after.difference(&before).collect();
        prop_assert!(added.is_empty(), "{:?} by “{}{}”", added, said, paragraph);
    }
}

#[test]
fn there_are_conflicts_and_records_to_shuffle() {
    let all: usize = STORIES.iter().map(|it| conflicts(it.draft.clone(), it.records.clone()).len()).sum();
    assert!(all >= 20, "{all} conflicts");
    assert!(STORIES.iter().filter(|story| story.records.len() > 1).count() >= 8);
}
