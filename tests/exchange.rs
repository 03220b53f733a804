//! Claims in and out of other programs' forms.

#![cfg(test)]

use assert_cmd::Command;
use proptest::prelude::*;
use sayso::exchange::{Form, Placed, Row, import, one_journal, print_lines, print_linked, print_table, rows};
use sayso::record::{self, Record};
use sayso::report::Shelf;
use sayso::text::{FileId, Source};
use std::path::{Path, PathBuf};

fn record_of(journal: &str) -> Record {
    record::of_sources([Source::new("a.claims", journal)], FileId(1))
}

/// The claims of a journal, in order; ids of claims are derived from what they say.
fn read(journal: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = rows(&record_of(journal), &[]).into_iter().map(|claim| claim.row).collect();
    rows.sort();
    rows
}

/// The journal in a form, and back.
fn back(journal: &str, name: &str) -> Vec<Row> {
    let record = record_of(journal);
    let claims: Vec<Placed> = rows(&record, &[]);
    let plain = || claims.iter().map(|claim| &claim.row);
    let printed = match name {
        "a.csv" => print_table(plain()),
        "a.jsonl" => print_lines(plain()),
        _ => print_linked(&claims, &Shelf::default().with_record(&record)),
    };
    let imported = import([(&Source::new(name, printed), Form::of_name(Path::new(name)).unwrap())]);
    assert_eq!(imported.unread, []);
    read(&one_journal(&imported.entries))
}

/// Journals whose lines try what the forms find hard: commas, quotation marks, what looks like a formula.
fn journals() -> impl Strategy<Value = String> {
    let name = "[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6})?";
    let party = (name, proptest::option::of("[a-z]{2,8}( of [a-z]{2,6})?"), proptest::option::of(name))
        .prop_map(|(name, role, side)| {
            let role = role.map(|role| format!(", {role}")).unwrap_or_default();
            format!("{name}{role}{}", side.map(|side| format!(" ({side})")).unwrap_or_default())
        });
    let date = prop_oneof![Just("2031-05-02"), Just("2031-05"), Just("2031"), Just("2031-05-02..2031-05-09")];
    let line = prop_oneof![
        "says [=+@-]?[a-z]{1,6} [a-z0-9,;'’]{1,8} [a-z]{1,6}\\.?",
        "says \"[a-z]{1,6}, [a-z]{1,6} ?[a-z]{1,6}\"",
        "told reporters that “[a-z]{1,6} [a-z]{1,6}” [a-z]{1,6}",
        "disputes [a-z]{2,5}-[a-z]{2,5}",
        "about [a-z]{2,6}(, [a-z]{2,6})?",
        "note [=+@-]?[a-z,\"]{1,9}",
        "source https://[a-z]{2,6}\\.example/[a-z]{1,4}",
    ];
    let via = proptest::collection::vec(name, 0..3);
    let entry =
        (date, party, via, proptest::collection::vec(line, 0..4)).prop_map(|(date, who, via, lines)| {
            let via: String = via.iter().map(|link| format!(" via {link}")).collect();
            let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
            format!("{date} {who}{via}\n    says =so it is\n{lines}")
        });
    proptest::collection::vec(entry, 1..4).prop_map(|entries| entries.join("\n"))
}

proptest! {
    #[test]
    fn what_goes_out_comes_back_the_same(journal in journals()) {
        let there = read(&journal);
        prop_assert!(!there.is_empty());
        for name in ["a.csv", "a.jsonl", "a.json"] {
            prop_assert_eq!(&back(&journal, name), &there, "{}", name);
        }
    }
}

#[test]
fn no_cell_is_a_formula() {
    let row = |words: &str| Row { words: words.to_owned(), note: "'=1".to_owned(), ..Row::default() };
    let rows = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "plain"].map(row);
    let table = print_table(&rows);
    for cell in table.lines().flat_map(|line| line.split(',')) {
        assert!(!cell.trim_matches('"').starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
    insta::assert_snapshot!(table);
}

/// Standard output and standard error of an import, and its exit code.
fn imported(form: &str, text: impl Into<Vec<u8>>) -> String {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.args(["import", "-", "--from", form]).write_stdin(text).output().unwrap();
    let shown = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    format!("{}{}exit code {}\n", shown(&output.stdout), shown(&output.stderr), output.status.code().unwrap())
}

const TABLE: &str = "\
date,speaker,side,words,via
2031-05-02,Marta Lind,Norland,\"the dam \"\"could give way\"\"\",
2031-13-02,Marta Lind,,the dam is safe,
2031-05-03,,,the dam is safe,
2031-05-03,\"Lind, Marta\",,the dam is safe,
2031-05-03,Dam Board,the dam is safe

2031-05-03,Dam Board,,'=the dam is safe,Harbour Gazette
2031-05-03,Ada Holm,,\"the dam is safe,
2031-05-03,Ada Holm,,\"the dam is not safe\",
2031-05-03,Dam Board (Norland) via Gazette,,the dam is safe,
2031-05-04,Dam Board,,\"\"\"safe\"\", it
was\",
2031-05-03,Dam Board,,\"the dam is safe,
2031-05-04,Dam Board,,the dam is not safe,
";

const LINES: &str = r#"{"date": "2031-05-02", "speaker": "Marta Lind", "words": "the dam is safe"}
{"date": "2031-05-02", "speaker": 7}
{"date": "2031-05-02",
7
{"@type": "ClaimReview", "datePublished": "2031-05-09T10:00:00Z", "url": "https://check.example/dam", "claimReviewed": "The dam has burst.", "author": {"@type": "Organization", "name": "Norland Checks"}, "itemReviewed": {"@type": "Claim", "datePublished": "2031-05-08T09:00:00Z", "author": {"@type": "Person", "name": "Bo Lind", "jobTitle": "mayor"}}, "reviewRating": {"alternateName": "False"}}
{"@type": "Recipe", "name": "cake"}
{"id": "dam", "date": "2031-05-02", "speaker": "Ada Holm", "words": "the dam is safe"}
{"id": "dam", "date": "2031-05-03", "speaker": "Ada Holm", "words": "the dam is safe"}
"#;

#[test]
fn good_lines_are_kept_and_bad_ones_are_listed() {
    insta::assert_snapshot!("csv", imported("csv", TABLE));
    assert_eq!(imported("csv", TABLE.replace('\n', "\r\n")), imported("csv", TABLE));
    insta::assert_snapshot!("jsonl", imported("jsonl", LINES));
}

#[test]
fn an_id_is_taken_once_in_all_files() {
    let line = |date: &str| {
        format!(r#"{{"id": "dam", "date": "{date}", "speaker": "Ada Holm", "words": "it is safe"}}"#)
    };
    let files = [Source::new("a.jsonl", line("2031-05-02")), Source::new("b.jsonl", line("2031-05-03"))];
    let imported = import(files.iter().map(|file| (file, Form::Jsonl)));
    let unread: Vec<String> = imported.unread.iter().map(ToString::to_string).collect();
    assert_eq!(unread, ["b.jsonl:1: a claim above has the id `dam` already; give it an id of its own"]);
}

#[test]
fn odd_files_end_in_a_clear_error_or_in_nothing() {
    for form in ["csv", "jsonl", "json-ld"] {
        assert_eq!(imported(form, ""), "exit code 0\n", "{form}");
    }
    insta::assert_snapshot!("cut", imported("json-ld", "{\n  \"@type\": \"Claim\",\n  \"text\" \n}"));
    insta::assert_snapshot!("nameless", imported("csv", "speaker,words\nAda Holm,the dam is safe\n"));
    let damaged =
        b"date,speaker,words\n2031-05-02,Ada Holm,the d\xffm\n2031-05-02,Ada Holm,the dam is safe\n";
    insta::assert_snapshot!("damaged", imported("csv", damaged.as_slice()));
}

/// A folder with a transcript of some turns and a draft that quotes them well and ill.
fn hearing() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("record")).unwrap();
    let transcript = "---\nkind: transcript\ndate: 2031-05-02\n---\n\n\
        BO LIND: We will open the sluices. The dam is not safe. “Nobody asked us,” the mayor told me.\n\n\
        ANN REED: Fourteen gates are closed.\n";
    std::fs::write(folder.join("record/hearing.md"), transcript).unwrap();
    let draft = "---\ndate: 2031-05-03\n---\n\n\
        “We will open the sluices. The dam is not safe,” Bo Lind said on Friday.\n\n\
        “We will open the gates. The dam is not safe,” Bo Lind said on Friday.\n\n\
        Lind said on Friday that the dam was safe.\n\n\
        “Fourteen gates are open,” Ann Reed said on Friday.\n";
    std::fs::write(folder.join("draft.md"), draft).unwrap();
    folder
}

#[test]
fn transcripts_come_back_with_their_very_words() {
    let folder = hearing();
    let told = |arguments: &[&str]| {
        let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
        let output = sayso.current_dir(&folder).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let verdicts = |record: &str| -> Vec<String> {
        let report = told(&["check", "draft.md", "--against", record, "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        let verdicts = report["verdicts"].as_array().unwrap().iter();
        verdicts.map(|verdict| verdict["verdict"].as_str().unwrap().to_owned()).collect()
    };
    let there = verdicts("record");
    assert_eq!(there, ["on-record", "misquoted", "contradicted", "misquoted"]);
    for form in ["csv", "jsonl", "json-ld", "journal"] {
        let exported = told(&["export", "record", "--to", form]);
        let count = |name| exported.matches(name).count();
        assert_eq!((count("reed-"), count("lind-")), (1, 1), "{exported}");
        std::fs::write(folder.join("exported"), &exported).unwrap();
        let journal = match form {
            "journal" => exported,
            _ => told(&["import", "exported", "--from", form]),
        };
        std::fs::write(folder.join("back.claims"), journal).unwrap();
        assert_eq!(verdicts("back.claims"), there, "{form}");
    }
}

#[test]
fn who_finds_a_claim_false_disputes_it() {
    let review = |rating: &str| {
        format!(
            r#"{{"@type": "ClaimReview", "author": "Norland Checks", "datePublished": "2031-05-09",
            "claimReviewed": "the dam is safe", "reviewRating": {rating}, "itemReviewed": {{"@type": "Claim",
            "author": "Ada Holm", "datePublished": "2031-05-02"}}}}"#
        )
    };
    for (rating, is_false) in [
        (r#"{"alternateName": "False"}"#, true),
        (r#"{"alternateName": "FALSE: it leaks", "ratingValue": 5}"#, true),
        (r#"{"alternateName": "Pants on Fire!"}"#, true),
        (r#"{"ratingValue": "1", "worstRating": 1, "bestRating": 5}"#, true),
        (r#"{"ratingValue": 2, "worstRating": 1, "bestRating": 5}"#, false),
        (r#"{"ratingValue": 1, "worstRating": 1, "bestRating": 1}"#, false),
        (r#"{"alternateName": "True"}"#, false),
        (r#"{"alternateName": "Half true"}"#, false),
        (r#"{"alternateName": "Not false"}"#, false),
        ("7", false),
    ] {
        let journal = imported("json-ld", review(rating));
        assert_eq!(
            journal.contains("2031-05-09 Norland Checks\n    disputes holm-"),
            is_false,
            "{rating}: {journal}"
        );
        let record = record_of(journal.trim_end_matches("exit code 0\n"));
        assert_eq!(record.faults, [], "{journal}");
    }
}

const GRAPH: &str = r##"{"@context": "https://schema.org", "@graph": [
  {"@type": ["Claim", "CreativeWork"], "identifier": "dam", "text": "the dam is safe", "datePublished": "2031-05-02",
   "author": [{"@type": "Person", "name": "Ada Holm"}, {"@type": "Organization", "name": "Dam Board"}]},
  {"@type": ["ClaimReview"], "claimReviewed": "the bridge is closed", "author": [{"name": "Norland Checks"}],
   "itemReviewed": {"@id": "#bridge"}, "reviewRating": {"alternateName": "False"}},
  {"@id": "#bridge", "@type": "CreativeWork", "author": {"@id": "#lind"}, "datePublished": "2031-05-03"},
  {"@id": "#lind", "@type": "Person", "name": "Bo Lind"},
  {"@type": "https://schema.org/Claim", "text": "the lock is shut", "author": "Ada Holm", "dateCreated": "2031-05-04"},
  {"@type": "Claim", "text": "the lock is open", "author": []},
  {"@type": "Recipe", "name": "cake"},
  7
]}"##;

#[test]
fn a_graph_has_claims_of_several_and_nodes_that_others_point_to() {
    insta::assert_snapshot!("graph", imported("json-ld", GRAPH));
}

#[test]
fn a_claim_and_the_review_of_it_are_one() {
    let claim = r##"{"@id": "#dam", "@type": "Claim", "text": "the dam is safe", "author": "Ada Holm",
        "datePublished": "2031-05-02"}"##;
    let other = claim.replace("dam", "lock");
    for reviewed in [r##"{"@id": "#dam"}"##, claim] {
        let review = format!(
            r#"{{"@type": "ClaimReview", "author": "Norland Checks", "itemReviewed": {reviewed},
            "reviewRating": {{"alternateName": "False"}}}}"#
        );
        for graph in [[claim, &review, &other], [&review, &other, claim]] {
            let journal = imported("json-ld", format!(r#"{{"@graph": [{}]}}"#, graph.join(",")));
            assert_eq!(journal.matches("the dam is safe").count(), 1, "{journal}");
            assert!(journal.contains("rated “False”") && journal.contains("the lock is safe"), "{journal}");
        }
    }
}

#[test]
fn linked_data_tells_quotations_and_places() {
    let text = "2031-05-02..2031-05-03 Marta Lind, minister of water (Norland) via Harbour Gazette\n    \
                told reporters that the dam “could give way”\n    disputes holm-safe\n    note = 3 cracks\n";
    let record = record_of(text);
    insta::assert_snapshot!(print_linked(&rows(&record, &[]), &Shelf::default().with_record(&record)));
}

#[test]
fn verbs_of_articles_are_kept_and_what_no_journal_can_hold_is_told() {
    let folder = std::env::temp_dir().join(format!("sayso-export-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let dated = "---\nkind: article\ndate: 2031-05-04\noutlet: Harbour Gazette\n---\n\nBo Lind denied on Friday that the gate was open. \
                 Marta Lind did not say that the dam was safe. According to Ada Holm, the pier is closed.\n";
    std::fs::write(folder.join("dated.md"), dated).unwrap();
    std::fs::write(
        folder.join("undated.md"),
        "---\nkind: article\n---\n\nAda Holm said that the pier is open.\n",
    )
    .unwrap();
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(&folder).args(["export", "--to", "journal"]).output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let shown = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    insta::assert_snapshot!(format!("{}{}", shown(&output.stdout), shown(&output.stderr)));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn what_nobody_is_named_for_is_left_out_of_an_export_and_counted() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nameless");
    std::fs::create_dir_all(&folder).unwrap();
    let answers = "---\nkind: transcript\ndate: 2031-05-02\n---\n\n\
        Q: Is the dam safe?\n\nA: It is. We looked at it twice.\n\nBO LIND: I did not look.\n";
    let path = folder.join("answers.md");
    std::fs::write(&path, answers).unwrap();
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.args(["export", "--to", "csv"]).arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "note: 1 claim of nobody named left out\n");
    let rows = String::from_utf8(output.stdout).unwrap();
    assert!(rows.contains("I did not look") && !rows.contains("twice"), "{rows}");
}
