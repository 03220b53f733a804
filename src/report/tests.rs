//! Reports of made-up findings: places, columns, cutting, both sides.

use super::json::{CheckedFile, Envelope, PlacedFinding};
use super::*;
use crate::document::{self, Document};
use crate::finding::{Confidence, Finding, Gate, Label, Relation, Severity, Step};
use crate::text::{Fault, FileId, Source, Span};

/// A file named `name`; `[[…]]` in its text marks the place of a label.
fn marked(name: &str, text: &str) -> (Document, Span) {
    let (before, rest) = text.split_once("[[").unwrap();
    let (inside, after) = rest.split_once("]]").unwrap();
    let document = document::read(Source::new(name, format!("{before}{inside}{after}")));
    let start = document.prose.find(inside.lines().next().unwrap()).unwrap();
    let last = inside.lines().last().unwrap();
    let end = start + document.prose.get(start..).unwrap().find(last).unwrap() + last.len();
    (document, Span::new(start, end))
}

fn finding(labels: Vec<Label>) -> Finding {
    Finding {
        rule: "divergence/nearness".to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::High,
        message: "Norland puts a flood at “any hour”, Sudland at “not near”".to_owned(),
        labels,
        relation: Some(Relation::Diverges),
        trail: vec![Step { gate: Gate::Topic, passed: true, reason: "both speak of a flood".to_owned() }],
        notes: vec!["said two days apart".to_owned()],
        help: Some("give both assessments and their dates".to_owned()),
        acknowledged: false,
        fingerprint: "divergence/nearness|Ann Reed|Bo Lind".to_owned(),
    }
}

/// The report on one finding with a label at the mark of each text.
fn shown(look: Look, texts: &[(&str, &str, &str)]) -> String {
    let documents: Vec<_> = texts.iter().map(|(name, text, _)| marked(name, text)).collect();
    let files = (0..).map(FileId);
    let labels = files.clone().zip(&documents).zip(texts);
    let labels = labels.map(|((file, (_, span)), (_, _, text))| Label {
        file,
        span: *span,
        text: (*text).into(),
        key: String::new(),
    });
    let finding = finding(labels.collect());
    let shelf = files
        .zip(&documents)
        .fold(Shelf::default(), |shelf, (file, (document, _))| shelf.with(file, document));
    look.finding(&finding, &shelf)
}

#[test]
fn both_sides_stand_under_one_heading() {
    let draft = "# The river\n\nFor days the water has been rising in the upper valleys of the country, and those who \
        live beside it have begun to carry their things upstairs. The dams could give way [[at any hour]], Ann Reed \
        said on Wednesday, and she asked everybody in the lower town to leave before the weekend, with or without \
        their things.\n";
    let other = "Bo Lind said the flood is [[*not* near]].\n";
    insta::assert_snapshot!(shown(
        Look { columns: 100, ..Look::PLAIN },
        &[
            ("draft.md", draft, "Ann Reed (Norland), 26 Jan 2022: any hour"),
            ("record/sudland.txt", other, "Bo Lind (Sudland), 28 Jan 2022: not near"),
        ]
    ));
}

#[test]
fn a_place_that_runs_over_lines_is_underlined_on_each() {
    let draft =
        "Ann Reed said “[[the water is rising and\nnobody knows how far\nit will go]]” on Wednesday.\n";
    insta::assert_snapshot!(shown(Look::PLAIN, &[("draft.txt", draft, "Ann Reed")]));
}

#[test]
fn a_long_place_leaves_room_for_its_label() {
    let words = "the water is rising and rising ".repeat(20);
    let draft = format!("Ann Reed said {}[[{words}]].", "that ".repeat(30));
    insta::assert_snapshot!(shown(
        Look { columns: 90, ..Look::PLAIN },
        &[("draft.md", &draft, "Ann Reed (Norland)")]
    ));
}

#[test]
fn a_label_that_does_not_fit_stands_whole_below_its_lines() {
    let label = "Ann Reed, spokeswoman of the water board (Norland), via Norland Daily, about 26 Jan 2022: at any hour";
    let texts = [
        ("draft.md", "The dam could give way [[at any hour]], she said.", label),
        ("b.md", "It is [[safe]].", "Bo"),
    ];
    let shown = shown(Look { columns: 60, ..Look::PLAIN }, &texts);
    assert!(!shown.contains('…'), "{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn columns_count_characters_and_underlines_their_width() {
    let draft = "“水が来る” 🌊 é: [[the flood]] is near.\n";
    insta::assert_snapshot!(shown(Look::PLAIN, &[("draft.txt", draft, "Ann Reed")]));
}

#[test]
fn an_endless_line_costs_no_more_than_a_short_one_and_keeps_its_column() {
    let draft = format!("{}[[not near]]{}", "é ".repeat(2_000_000), " é".repeat(2_000_000));
    let shown = shown(Look::PLAIN, &[("draft.txt", &draft, "Bo Lind"), ("other.txt", &draft, "Ann Reed")]);
    assert!(shown.contains("--> draft.txt:1:4000001\n"), "{shown}");
    assert!(shown.contains("::: other.txt:1:4000001\n"), "{shown}");
    assert!(shown.len() < 2000, "{}", shown.len());
}

#[test]
fn a_finding_in_a_thousand_places_shows_the_first() {
    let texts = vec![("draft.txt", "[[a]]", "b"); 1000];
    let shown = shown(Look::PLAIN, &texts);
    assert_eq!(shown.matches("draft.txt:1:1").count(), 6);
    assert!(shown.contains("= note: and in 994 more places\n"), "{shown}");
}

#[test]
fn a_report_lists_the_first_of_a_thousand_places() {
    let (document, span) = marked("draft.md", "The [[flood]].");
    let label = Label { file: FileId(0), span, text: "Ann Reed".to_owned(), key: String::new() };
    let placed = PlacedFinding::new(&finding(vec![label; 1001]), &Shelf::of(FileId(0), &document));
    let file = CheckedFile { name: "draft.md".to_owned(), date: None, claims: 0 };
    let envelope = Envelope::new(vec![file], vec![placed], Vec::new(), Vec::new(), Tally::default());
    for format in [Format::Markdown, Format::Github, Format::Checkstyle, Format::Gitlab, Format::Junit] {
        let printed = format.print(&envelope, &[]);
        assert!(printed.contains("more places") && printed.len() < 5000, "{format:?} {printed}");
    }
}

#[test]
fn the_last_byte_of_a_file_can_be_labelled() {
    let source = Source::new("draft.md", "");
    let fault = Fault::new(Span::new(0, 0), "there is no text to read", "expected at least one paragraph");
    let fault = InputFault { source: &source, fault: &fault, severity: Severity::Warning };
    insta::assert_snapshot!(fault.show(&Look::PLAIN));
}

#[test]
fn a_place_that_begins_on_an_empty_line_keeps_its_name_and_line() {
    let source = Source::new("draft.md", "One.\n\n\nTwo.\n");
    let fault = Fault::new(Span::new(5, 11), "there is no text to read", "expected a paragraph");
    let shown = InputFault { source: &source, fault: &fault, severity: Severity::Warning }.show(&Look::PLAIN);
    assert!(shown.contains("--> draft.md:2:1\n") && !shown.contains('\u{F5A70}'), "{shown}");
}

#[test]
fn a_fault_tells_place_expectation_and_remedy() {
    let source = Source::new("rules/a/b.toml", "id = \"a/b\"\ntitel = \"A\"\n");
    let fault =
        Fault::new(Span::new(11, 16), "unknown field `titel`", "the rule cannot be read from here on");
    let fault = fault.with_help("did you mean `title`?");
    let fault = InputFault { source: &source, fault: &fault, severity: Severity::Error };
    insta::assert_snapshot!(fault.show(&Look::PLAIN));
}

#[test]
fn colours_are_a_matter_of_the_look() {
    let texts = [("draft.txt", "[[a]]", "b")];
    let coloured = shown(Look { colour: true, ..Look::PLAIN }, &texts);
    assert!(coloured.contains("\u{1b}["));
    assert!(!shown(Look::PLAIN, &texts).contains('\u{1b}'));
}

#[test]
fn findings_of_every_shape_fit_the_schema() {
    let (document, span) = marked("draft.md", "The [[flood]].");
    let label = || Label { file: FileId(0), span, text: "Ann Reed".to_owned(), key: String::new() };
    let two_sides = finding(vec![label(), label()]);
    let bare = Finding { relation: None, trail: Vec::new(), help: None, ..finding(vec![label()]) };
    let nowhere = finding(Vec::new());
    let shelf = Shelf::of(FileId(0), &document);
    let schema = serde_json::from_str(REPORT_SCHEMA).unwrap();
    let fits = |finding: &Finding| {
        let findings = vec![PlacedFinding::new(finding, &shelf)];
        let envelope = Envelope::new(Vec::new(), findings, Vec::new(), Vec::new(), Tally::default());
        jsonschema::is_valid(&schema, &serde_json::to_value(envelope).unwrap())
    };
    assert!(fits(&two_sides) && fits(&bare) && !fits(&nowhere));
}

#[test]
fn machines_get_every_kind_of_column() {
    let (document, span) = marked("draft.md", "Wörter *und* 🌊 [[the flood]] rises.\n");
    let label = Label { file: FileId(0), span, text: "Ann Reed".to_owned(), key: String::new() };
    let placed = PlacedFinding::new(&finding(vec![label]), &Shelf::of(FileId(0), &document));
    insta::assert_snapshot!(serde_json::to_string_pretty(&placed).unwrap());
}
