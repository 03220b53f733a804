//! Quotations against transcripts: distortions of every kind are found by the right rule, faithful ones by none.
//!
//! `cargo test --test quotes -- --nocapture` prints how many of each kind.

#![cfg(test)]

#[path = "quotes/distortion.rs"]
mod distortion;

use distortion::{Case, Passage, distorted, faithful, spliced};
use sayso::check::{DRAFT, Kit, check, read, record_statements};
use sayso::claim::{Medium, Speaker, last_name};
use sayso::compare::Statement;
use sayso::document;
use sayso::pack::{Rule, builtin_files, load};
use sayso::record::{Record, of_sources};
use sayso::text::{FileId, Source};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Share of each kind that must be found.
const FLOOR: f64 = 0.95;

/// The transcripts of the corpus, and some longer ones that nobody ever held.
fn transcripts() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: PathBuf| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|it| it == "md")).collect()
    };
    let stories =
        fs::read_dir(root.join("corpus")).unwrap().map(|entry| entry.unwrap().path().join("transcripts"));
    let mut found: Vec<PathBuf> = stories.chain([root.join("tests/quotes")]).flat_map(files).collect();
    found.sort();
    found
}

struct Desk {
    kit: Kit,
    rules: Vec<Rule>,
    record: Vec<Statement>,
}

impl Desk {
    fn new() -> Desk {
        let kit = Kit::builtin();
        let rules =
            load(builtin_files()).rules.into_iter().filter(|rule| rule.id.starts_with("quotes/")).collect();
        let sources = transcripts().into_iter().map(|path| {
            Source::new(path.file_name().unwrap().to_string_lossy(), fs::read_to_string(&path).unwrap())
        });
        let record = statements(of_sources(sources, FileId(1)), &kit);
        Desk { kit, rules, record }
    }

    /// The sentences of those with a full name, by file, speaker and place.
    fn passages(&self) -> Vec<Passage> {
        let mut places: BTreeMap<(u32, &str), usize> = BTreeMap::new();
        let sentences = self.record.iter().filter(|it| it.quotes.is_empty());
        let named = sentences.filter(|it| is_person(&it.claim.speaker) && it.claim.said.is_some());
        let passages = named.map(|statement| {
            let (speaker, file) = (&statement.claim.speaker.name, statement.claim.origin.file.0);
            let place = places.entry((file, speaker)).and_modify(|place| *place += 1).or_default();
            Passage {
                speaker: speaker.clone(),
                day: statement.claim.said.unwrap().from,
                words: statement.claim.content().split_whitespace().collect::<Vec<_>>().join(" "),
                file: file as usize,
                place: *place,
            }
        });
        passages.filter(|it| it.words.ends_with('.') && it.words.split(' ').count() >= 6).collect()
    }

    /// The rules that find something in a case's draft.
    fn found(&self, case: &Case) -> Vec<String> {
        let draft = document::read(Source::new("draft.md", case.draft.as_str()));
        let read = read(&draft, DRAFT, Medium::Draft, &self.kit);
        let own = case
            .transcript
            .as_ref()
            .map(|text| statements(of_sources([Source::new("own.md", text.as_str())], FileId(1)), &self.kit));
        let record = own.as_deref().unwrap_or(&self.record);
        let findings = check(&draft, &read, Some(record), &self.rules, &self.kit).findings;
        findings.into_iter().map(|finding| finding.rule).collect()
    }

    /// For each kind how many cases there are and how many are `right`; the others are printed.
    fn tally(
        &self,
        cases: &[Case],
        right: impl Fn(&Case, &[String]) -> bool,
    ) -> BTreeMap<&'static str, [usize; 2]> {
        let mut kinds: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
        for case in cases {
            let found = self.found(case);
            let is_right = right(case, &found);
            if !is_right {
                println!("{}: found {found:?} in\n{}", case.kind, case.draft);
            }
            let [all, good] = kinds.entry(case.kind).or_default();
            *all += 1;
            *good += usize::from(is_right);
        }
        kinds.iter().for_each(|(kind, [all, good])| println!("{kind:26} {good:4} of {all:4}"));
        kinds
    }
}

/// Whether the transcript names a person; whose office it is ("the Prime Minister") only drafts tell.
fn is_person(speaker: &Speaker) -> bool {
    speaker.name.contains(' ') && !speaker.group && !speaker.name.ends_with("Minister")
}

fn statements(record: Record, kit: &Kit) -> Vec<Statement> {
    record_statements(&record, kit)
}

/// Sentences of one speaker with others of theirs between them.
fn splices(passages: &[Passage]) -> Vec<Case> {
    let pairs = passages.iter().enumerate().flat_map(|(at, one)| {
        let later = passages
            .iter()
            .skip(at + 1)
            .filter(|other| other.file == one.file && other.speaker == one.speaker);
        later.filter(|other| other.place >= one.place + 3).take(1).map(move |other| spliced(one, other))
    });
    pairs.collect()
}

#[test]
fn distortions_are_found_by_the_right_rule() {
    let desk = Desk::new();
    let passages = desk.passages();
    let mut cases: Vec<Case> = passages.iter().flat_map(distorted).collect();
    cases.extend(splices(&passages));
    assert!(cases.len() >= 200, "only {} distortions", cases.len());
    let kinds = desk.tally(&cases, |case, found| found.iter().any(|rule| rule == case.rule));
    for (kind, [all, good]) in &kinds {
        assert!(*all >= 7, "only {all} of the kind: {kind}");
        assert!(*good as f64 >= FLOOR * *all as f64, "{kind}: {good} of {all}");
    }
}

#[test]
fn faithful_quotations_are_let_alone() {
    let desk = Desk::new();
    let cases: Vec<Case> = desk.passages().iter().flat_map(faithful).collect();
    assert!(cases.len() >= 200, "only {} quotations", cases.len());
    let kinds = desk.tally(&cases, |_, found| found.is_empty());
    assert!(kinds.values().all(|[all, good]| all == good));
}

/// The same draft with nothing but the speaker's last name in it.
fn by_last_name(passage: &Passage, case: Case) -> Case {
    let draft = case.draft.replace(&passage.speaker, last_name(&passage.speaker));
    Case { draft, ..case }
}

#[test]
fn a_last_name_is_enough() {
    let desk = Desk::new();
    let passages = desk.passages();
    let some = || passages.iter().step_by(3);
    let named = |passage, cases: Vec<Case>| cases.into_iter().map(move |case| by_last_name(passage, case));
    let bad: Vec<Case> = some().flat_map(|passage| named(passage, distorted(passage))).collect();
    let good: Vec<Case> = some().flat_map(|passage| named(passage, faithful(passage))).collect();
    assert!(bad.len() >= 100 && good.len() >= 100, "{} and {}", bad.len(), good.len());
    let kinds = desk.tally(&bad, |case, found| found.iter().any(|rule| rule == case.rule));
    let (all, found) = kinds.values().fold((0, 0), |(all, found), kind| (all + kind[0], found + kind[1]));
    assert!(found as f64 >= FLOOR * all as f64, "{found} of {all}");
    let kinds = desk.tally(&good, |_, found| found.is_empty());
    assert!(kinds.values().all(|[all, good]| all == good));
}
