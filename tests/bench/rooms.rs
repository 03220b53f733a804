//! What each room costs, and the whole program: bytes of prose a second, and what is allocated on the way.
//!
//! `cargo bench`. The material is the prose of the drafts and transcripts in `corpus/`, over and over; no test runs this.

#![allow(clippy::unwrap_used)]

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use sayso::check::{Checked, DRAFT, Kit, Read, check, read};
use sayso::claim::Medium;
use sayso::document::{self, Document};
use sayso::grammar::{self, Own, Reading};
use sayso::pack::{Rule, builtin_files, load};
use sayso::report::json::{Envelope, PlacedFinding};
use sayso::report::{Shelf, Tally, claim_lines};
use sayso::resolve::resolve;
use sayso::text::{Source, Span, Text};
use std::path::Path;
use std::{env, fs};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// Bytes of the material, about.
const SIZE: usize = 200_000;

fn main() {
    divan::main();
}

/// The prose of all Markdown files of the corpus, until there is enough of it.
fn material() -> String {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let prose: String = texts_in(&corpus).into_iter().map(prose_of).collect();
    prose.repeat(SIZE.div_ceil(prose.len()))
}

fn texts_in(folder: &Path) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().flat_map(|path| match path.extension() {
        _ if path.is_dir() => texts_in(path),
        Some(extension) if extension == "md" => vec![fs::read_to_string(path).unwrap()],
        _ => Vec::new(),
    });
    texts.collect()
}

fn prose_of(text: String) -> String {
    document::read(Source::new("text.md", text)).prose + "\n\n"
}

fn draft(prose: String) -> Document {
    document::read(Source::new("draft.txt", prose))
}

fn blocks(draft: &Document) -> Vec<Span> {
    draft.blocks.iter().map(|block| block.span).collect()
}

fn attributed(draft: &Document, text: &Text, kit: &Kit) -> Reading {
    grammar::read(draft, text, DRAFT, Medium::Draft, kit.choosing, Own::Unattributed)
}

fn compared(draft: &Document, rules: &[Rule], kit: &Kit) -> (Read, Checked) {
    let found = read(draft, DRAFT, Medium::Draft, kit);
    let checked = check(draft, &found, None, rules, kit);
    (found, checked)
}

fn report(draft: &Document, found: &Read, checked: &Checked) -> String {
    let shelf = Shelf::of(DRAFT, draft);
    let findings = checked.findings.iter().map(|finding| PlacedFinding::new(finding, &shelf)).collect();
    let mut tally = Tally::of(&found.statements);
    tally.count(&checked.findings);
    Envelope::new(Vec::new(), findings, Vec::new(), Vec::new(), tally).print()
}

#[divan::bench]
fn a_document(bencher: Bencher) {
    let prose = material();
    bencher.counter(BytesCount::of_str(&prose)).bench(|| draft(black_box(prose.clone())));
}

#[divan::bench]
fn b_text(bencher: Bencher) {
    let draft = draft(material());
    let blocks = blocks(&draft);
    bencher.counter(BytesCount::of_str(&draft.prose)).bench(|| Text::read(black_box(&draft.prose), &blocks));
}

#[divan::bench]
fn c_grammar(bencher: Bencher) {
    let (draft, kit) = (draft(material()), Kit::builtin());
    let text = Text::read(&draft.prose, &blocks(&draft));
    bencher.counter(BytesCount::of_str(&draft.prose)).bench(|| attributed(black_box(&draft), &text, &kit));
}

#[divan::bench]
fn d_resolution(bencher: Bencher) {
    let (draft, kit) = (draft(material()), Kit::builtin());
    let text = Text::read(&draft.prose, &blocks(&draft));
    let reading = attributed(&draft, &text, &kit);
    bencher
        .counter(BytesCount::of_str(&draft.prose))
        .with_inputs(|| reading.clone())
        .bench_values(|reading| resolve(reading, &text, &draft.meta, &kit.actors));
}

#[divan::bench]
fn e_comparison(bencher: Bencher) {
    let (draft, kit, rules) = (draft(material()), Kit::builtin(), load(builtin_files()).rules);
    let found = read(&draft, DRAFT, Medium::Draft, &kit);
    bencher
        .counter(BytesCount::of_str(&draft.prose))
        .bench(|| check(black_box(&draft), &found, None, &rules, &kit));
}

#[divan::bench]
fn f_report(bencher: Bencher) {
    let (draft, kit, rules) = (draft(material()), Kit::builtin(), load(builtin_files()).rules);
    let (found, checked) = compared(&draft, &rules, &kit);
    let claims: Vec<_> = found.statements.iter().filter(|statement| statement.is_attributed()).collect();
    let shelf = Shelf::of(DRAFT, &draft);
    bencher.counter(BytesCount::of_str(&draft.prose)).bench(|| {
        let shelved = shelf.get(DRAFT).unwrap();
        let lines: String = claim_lines(&claims, shelved, &rules).iter().map(|line| line.print()).collect();
        lines + &report(&draft, &found, &checked)
    });
}

#[divan::bench]
fn g_check_of_a_file(bencher: Bencher) {
    let (prose, kit, rules) = (material(), Kit::builtin(), load(builtin_files()).rules);
    bencher.counter(BytesCount::of_str(&prose)).bench(|| {
        let draft = draft(black_box(prose.clone()));
        let (found, checked) = compared(&draft, &rules, &kit);
        report(&draft, &found, &checked)
    });
}
