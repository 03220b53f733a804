//! What is done with bytes from strangers, and what must hold whatever they are.
//!
//! Each target takes any bytes. The fuzzer (`tests/fuzz/run`) and the test `tests/fuzz.rs` call the same ones.

use sayso::check::{DRAFT, Hearing, Kit, Read, Side, check, read, record_statements, relate, suppress};
use sayso::claim::Medium;
use sayso::document::{self, Document, Format};
use sayso::exchange::{self, Form};
use sayso::grammar::journal;
use sayso::grammar::phrase::{Phrase, TextWords};
use sayso::grammar::{date, directive};
use sayso::lsp::{Desk, Session, Sheet};
use sayso::pack::{Rule, RuleSource, builtin_files_for_checks, inspect, load, needless};
use sayso::record;
use sayso::report::json::PlacedFinding;
use sayso::report::{Look, Shelf};
use sayso::settings::Settings;
use sayso::text::{FileId, Source, Span, Text};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// Takes bytes; panics where what must hold does not.
pub type Target = fn(&[u8]);

/// All of them, by name.
pub const TARGETS: [(&str, Target); 11] = [
    ("configuration", configuration),
    ("dates", dates),
    ("document", document),
    ("front-matter", front_matter),
    ("import", import),
    ("journal", journal),
    ("lsp", lsp),
    ("phrase", phrase),
    ("prose", prose),
    ("relate", relate_claims),
    ("rules", rules),
];

/// The kit and the rules of all runs.
fn tools() -> &'static (Kit, Vec<Rule>) {
    static TOOLS: OnceLock<(Kit, Vec<Rule>)> = OnceLock::new();
    TOOLS.get_or_init(|| (Kit::builtin(), load(builtin_files_for_checks()).rules))
}

/// The text of bytes, as a file of that name would have it.
fn source(name: &str, bytes: &[u8]) -> Source {
    Source::decode(name, bytes)
}

/// A document in each format: its blocks ascend, and every span of its prose leads to a span of its file.
pub fn document(bytes: &[u8]) {
    for format in [Format::Markdown, Format::Plain, Format::TimeMl] {
        let document = document::read_as(source("draft", bytes), format);
        let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
        assert!(
            blocks.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "blocks out of order: {blocks:?}"
        );
        blocks.iter().for_each(|block| holds_in_file(&document, *block));
        let faults = document.faults.iter().map(|fault| fault.span);
        document
            .comments
            .iter()
            .map(|comment| comment.span)
            .chain(faults)
            .for_each(|span| holds(document.source.text(), span));
        let words =
            document.comments.iter().filter_map(|it| document.source.text().get(it.span.start..it.span.end));
        words.for_each(|comment| drop(directive::read(comment)));
        let _ = document::turns(&document);
    }
}

/// A draft from its bytes to the screen: claims, findings, directives, verdicts.
pub fn prose(bytes: &[u8]) {
    let (kit, rules) = tools();
    let draft = document::read(source("draft.md", bytes));
    let found = read(&draft, DRAFT, Medium::Draft, kit);
    hold_parts(&draft, &found);
    let on_record = read(&draft, FileId(DRAFT.0 + 1), Medium::Article, kit).statements;
    check(&draft, &found, Some(&on_record), rules, kit);
    let hearing = Hearing { rules, used: rules, today: None };
    let heard = suppress(&draft, check(&draft, &found, None, rules, kit).findings, hearing);
    let shelf = Shelf::of(DRAFT, &draft);
    for finding in &heard.findings {
        assert!(!finding.labels.is_empty(), "a finding without a place: {}", finding.rule);
        let shown = Look::PLAIN.finding(finding, &shelf);
        assert!(!shown.contains('\u{1b}'), "what steers a screen came through: {shown:?}");
    }
}

/// Parts of claims stand in the prose, and no content over its own cue.
fn hold_parts(draft: &Document, found: &Read) {
    for statement in &found.statements {
        let attribution = &statement.claim.attribution;
        let [source, cue, content] = [&attribution.source, &attribution.cue, &attribution.content]
            .map(|wording| wording.iter().flat_map(|wording| wording.spans.clone()).collect::<Vec<_>>());
        source.iter().chain(&cue).chain(&content).for_each(|span| holds_in_file(draft, *span));
        let over = content.iter().find(|span| cue.iter().any(|cue| cue.overlaps(**span)));
        assert_eq!(over, None, "a content over its cue");
    }
}

/// A journal: printed, it says the same, and printing that changes nothing.
pub fn journal(bytes: &[u8]) {
    let written = source("record.claims", bytes);
    let parsed = journal::parse(&written);
    parsed.faults.iter().for_each(|fault| holds(written.text(), fault.span));
    let record = record::of_sources([written.clone()], FileId(1));
    let _ = record_statements(&record, &tools().0);
    if let Ok(printed) = journal::format(written.text()) {
        assert_eq!(journal::format(&printed).as_deref(), Ok(printed.as_str()), "printing is not settled");
        let again = journal::parse(&Source::new("record.claims", printed.as_str()));
        let count = |journal: &journal::Journal, text| journal.claims(text, FileId(1)).len();
        assert_eq!(count(&again, &printed), count(&parsed, written.text()), "claims were lost in printing");
    }
}

/// A phrase, on the first line, against the text behind it: what it finds lies in the text.
pub fn phrase(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, text) = text.split_once('\n').unwrap_or((&text, "The ship sank on Monday."));
    match Phrase::new(pattern) {
        Ok(phrase) => {
            let words = TextWords::of(&Text::of_paragraph(text));
            let found = phrase.find(words.all());
            assert!(found.is_none_or(|range| range.end <= words.all().len()));
        }
        Err(fault) => holds(pattern, fault.span),
    }
}

/// A rule file, and what it finds in its own examples.
pub fn rules(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let own = [RuleSource { path: "own/rule.toml".to_owned(), text }];
    let pack = load(own.clone());
    for faulty in pack.faults.iter().chain(&inspect(&own)).chain(&needless(&own)) {
        faulty.faults.iter().for_each(|fault| holds(&faulty.source.text, fault.span));
    }
    let draft = document::read(Source::new("draft.md", "Two ministers said on Monday that 12 ships sank."));
    let found = read(&draft, DRAFT, Medium::Draft, &tools().0);
    check(&draft, &found, None, &pack.rules, &tools().0);
}

/// A file of settings.
pub fn configuration(bytes: &[u8]) {
    let written = source("sayso.toml", bytes);
    match Settings::parse(written.clone()) {
        Ok(settings) => {
            let _ = settings.show();
            let faults = settings.unknown_names(&tools().1);
            faults.iter().for_each(|fault| holds(written.text(), fault.span));
        }
        Err(faults) => faults.iter().for_each(|fault| holds(written.text(), fault.span)),
    }
}

/// The head of a draft, whatever stands in it.
pub fn front_matter(bytes: &[u8]) {
    document(&[b"---\n", bytes, b"\n---\n\nThe dam is safe, Anna Berg said on Monday.\n"].concat());
}

/// Date expressions: in order, apart, and in the text.
pub fn dates(bytes: &[u8]) {
    let prose = String::from_utf8_lossy(bytes);
    let spans: Vec<Span> = date::dates(&Text::of_paragraph(&prose)).iter().map(|date| date.span).collect();
    spans.iter().for_each(|span| holds(&prose, *span));
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "dates overlap: {spans:?}");
    prose_dated(&prose);
}

/// The dates of a draft are reckoned from a day, here one that a leap year makes odd.
fn prose_dated(prose: &str) {
    let draft = document::read(Source::new("draft.md", format!("---\ndate: 2024-02-29\n---\n\n{prose}")));
    let found = read(&draft, DRAFT, Medium::Draft, &tools().0);
    found.dates.iter().for_each(|date| holds(&draft.prose, date.span));
}

/// What others wrote, in each form: what could be read is a journal without faults.
pub fn import(bytes: &[u8]) {
    for form in [Form::Csv, Form::Jsonl, Form::Linked] {
        let written = source("claims", bytes);
        let imported = exchange::import([(&written, form)]);
        let journal = exchange::one_journal(&imported.entries);
        let faults = journal::parse(&Source::new("claims.claims", journal.clone())).faults;
        assert!(faults.is_empty(), "{faults:?} in\n{journal}");
    }
}

/// Two claims, a line each.
pub fn relate_claims(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (a, b) = text.split_once('\n').unwrap_or((&text, "The dam did not break."));
    let side = |text| Side { text, speaker: Some("Anna Berg"), date: None };
    let related = relate(&side(a), &side(b), &tools().0);
    let swapped = relate(&side(b), &side(a), &tools().0);
    assert_eq!(related.relation, swapped.relation, "the order of two claims changes how they stand");
}

/// Messages to the language server, a line each; the session answers or passes over them, and goes on.
pub fn lsp(bytes: &[u8]) {
    let mut session = Session::new(Plain);
    let messages = bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
    for message in messages.take(40) {
        session.receive(message);
        session.settle();
        session.take_outbox();
    }
}

/// A desk without settings and record.
struct Plain;

impl Desk for Plain {
    fn check(&mut self, source: Source, format: Option<Format>) -> Result<Sheet, String> {
        let (kit, rules) = tools();
        let format = format.unwrap_or(Format::Markdown);
        let draft = document::read_as(source, format);
        let found = read(&draft, DRAFT, Medium::Draft, kit);
        let findings = check(&draft, &found, None, rules, kit).findings;
        let shelf = Shelf::of(DRAFT, &draft);
        let findings = findings.iter().map(|finding| PlacedFinding::new(finding, &shelf)).collect();
        Ok(Sheet { draft, format, statements: found.statements, verdicts: BTreeMap::new(), findings })
    }

    fn explain(&mut self, _: &Path, _: &str) -> Option<String> {
        None
    }

    fn complaints(&mut self) -> Vec<String> {
        Vec::new()
    }

    fn forget(&mut self) {}
}

/// A span of the prose lies in it, and so does what it comes from in the file.
fn holds_in_file(document: &Document, span: Span) {
    holds(&document.prose, span);
    holds(document.source.text(), document.map.span_to_file(span));
}

/// A span lies in a text, on the boundaries of characters.
fn holds(text: &str, span: Span) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?} lies in no text of {} bytes", text.len());
}
