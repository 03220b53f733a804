//! Claim journals: what is read from good ones, what is said of bad ones, and what holds of all.

#![cfg(test)]

use proptest::prelude::*;
use sayso::grammar::journal::{self, JournalClaim};
use sayso::text::{Fault, FileId, Source};
use std::fmt::Write;
use std::path::Path;

fn open(path: &Path) -> Source {
    let name = path.file_name().unwrap().to_string_lossy();
    Source::decode(name, &std::fs::read(path).unwrap())
}

fn check(name: &str, path: &Path, shown: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(path.parent().unwrap());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_snapshot_suffix();
    settings.remove_input_file();
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

/// Title, place, the line with carets under what is meant, and the remedy.
fn render(source: &Source, fault: &Fault) -> String {
    let (place, end) = (source.place(fault.span.start), source.place(fault.span.end));
    let width = if place.line == end.line { (end.column - place.column).max(1) } else { 1 };
    let indent: String = source.line(place.line).chars().take(place.column - 1).map(blank).collect();
    let mut shown = format!("{}:{} {}\n", place.line, place.column, fault.title);
    writeln!(shown, "  | {}", source.line(place.line)).unwrap();
    writeln!(shown, "  | {indent}{} {}", "^".repeat(width), fault.label).unwrap();
    if let Some(help) = &fault.help {
        writeln!(shown, "  = {help}").unwrap();
    }
    shown
}

fn blank(c: char) -> char {
    if c == '\t' { '\t' } else { ' ' }
}

/// A claim in one line, without its place in the file.
fn line(JournalClaim { claim, said, .. }: &JournalClaim) -> String {
    let mut shown = format!("{} {}..{} {:?}", claim.id, said.from, said.to, said.grain);
    for party in std::iter::once(&claim.speaker).chain(&claim.via) {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "–".to_owned());
        write!(shown, " | {}; {}; {}", party.name, part(&party.role), part(&party.side)).unwrap();
    }
    let links: Vec<_> = claim.links.iter().map(|link| format!("{:?} {}", link.kind, link.target)).collect();
    write!(
        shown,
        "\n    [{}: {}] {:?} <{}>\n    {:?} {:?} {:?}",
        claim.cue(),
        claim.attribution.lemma,
        claim.attribution.kind,
        claim.content(),
        claim.topics,
        links,
        claim.particulars
    )
    .unwrap();
    shown
}

fn claims(text: &str) -> String {
    let claims = journal::parse(&Source::new("", text)).claims(text, FileId(0));
    claims.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn bad_journals_say_what_to_do() {
    insta::glob!("journals/bad/*.claims", |path| {
        let source = open(path);
        let read = journal::parse(&source);
        let faults: Vec<String> = read.faults.iter().map(|fault| render(&source, fault)).collect();
        assert!(!faults.is_empty(), "{} has no faults", path.display());
        let shown = format!("{}\nread all the same:\n{}", faults.join("\n"), claims(source.text()));
        check(&path.file_stem().unwrap().to_string_lossy(), path, &shown);
    });
}

#[test]
fn good_journals_give_their_claims_and_print_in_canonical_form() {
    insta::glob!("journals/good/*.claims", |path| {
        let source = open(path);
        let printed = journal::format(source.text()).unwrap();
        assert_eq!(claims(source.text()), claims(&printed));
        let shown = format!("{}\n――― formatted\n{printed}", claims(source.text()));
        check(&path.file_stem().unwrap().to_string_lossy(), path, &shown);
    });
}

/// Entries in all layouts that the grammar allows, without faults.
fn layout() -> impl Strategy<Value = String> {
    let date = prop_oneof![Just("2021-03-02"), Just("2021-03"), Just("2021"), Just("2020-12-31..2021-01-02")];
    let party = prop_oneof![
        Just("Ann Reed"),
        Just("Ann Reed, mayor"),
        Just("Ann Reed, mayor, acting (Norland)"),
        Just("an aide  (Party (left))"),
        Just("Joe Stark, Jr., senator"),
    ];
    let line = prop_oneof![
        "says [a-z]{1,3} (“[a-zA-Z ]{1,9}”|\"[a-z]{1,5}\"|[0-9]{1,3})[.]?",
        "(said|has not ruled out|told reporters that|is quoted as saying):? “?[a-z]{1,5} [a-z]{1,5}"
            .prop_map(|line| line.replace('“', "")),
        "note [a-zA-Z;,.( ]{1,9}x",
        "about [a-z]{1,4}(, [a-z]{1,3}-[a-z]{1,3})?",
        "source (<https://[a-z]{1,5}>|[a-z]{1,5})",
        Just("denies other-claim".to_owned()),
    ];
    let indent = prop_oneof![Just("    "), Just("\t"), Just(" "), Just("      ")];
    let between =
        prop_oneof![5 => Just(""), 1 => Just("\n"), 1 => Just("; note\n"), 1 => Just("  ; says a\n")];
    let folded = proptest::option::weighted(0.2, "[a-z]{1,6}");
    let lines = proptest::collection::vec((line, folded, between.clone()), 1..5);
    let entry = (between, date, party.clone(), proptest::collection::vec(party, 0..3), indent, lines)
        .prop_map(|(above, date, speaker, via, indent, lines)| {
            let via: String = via.iter().map(|link| format!(" via {link}")).collect();
            let mut text = format!("{above}{date}  {speaker}{via} \n{indent}says so\n");
            for (line, folded, between) in lines {
                writeln!(text, "{indent}{line}").unwrap();
                if let Some(folded) = folded.filter(|_| !line.starts_with("denies")) {
                    writeln!(text, "{indent}  {folded}").unwrap();
                }
                text.push_str(between);
            }
            text
        });
    proptest::collection::vec(entry, 0..5).prop_map(|entries| entries.concat())
}

/// Pieces of journals thrown together, with and without sense.
fn rubble() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ \t\u{a0}]{0,3}(says|denies|disputes|id|at|about|source|note|told|; |<<<<<<<)",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}( |\\.\\.)",
        "(Ann Reed|, |\\(|\\)| via |“|”|\"|''|‘|’|<|>|—|é😀|\u{feff})",
        "(\n|\r\n|\r|\n    |\n\t|\n\n)",
        "\\PC{0,6}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn comments(text: &str) -> Vec<&str> {
    let mut comments: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with(';')).collect();
    comments.sort_unstable();
    comments
}

/// What must hold of any text: faults lie inside it, and what is formatted once is formatted for good.
fn holds(source: &Source) {
    let read = journal::parse(source);
    for fault in &read.faults {
        assert!(source.text().get(fault.span.start..fault.span.end).is_some(), "{fault:?}");
    }
    let claims = read.claims(source.text(), FileId(0));
    let ids: std::collections::HashSet<&str> = claims.iter().map(|it| it.claim.id.as_str()).collect();
    assert_eq!(ids.len(), claims.len(), "ids are not unique");
    match journal::format(source.text()) {
        Ok(printed) => assert_eq!(journal::format(&printed).as_ref(), Ok(&printed)),
        Err(faults) => assert!(!faults.is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_the_same(text in layout()) {
        let printed = journal::format(&text).unwrap();
        prop_assert_eq!(claims(&printed), claims(&text));
        prop_assert_eq!(comments(&printed), comments(&text));
        prop_assert_eq!(journal::format(&printed), Ok(printed));
    }

    #[test]
    fn rubble_is_read_without_panic(text in rubble()) {
        holds(&Source::new("", text));
    }

    #[test]
    fn bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        holds(&Source::decode("", &bytes));
    }
}
