//! How claims of a draft stand to the record, one of each kind, in every form that tells it.

#![cfg(test)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const DRAFT: &str = "---\ndate: 2031-05-04\n---\n\n# The dam at Northport\n\n\
    “The dam has never been as full as it is this spring,” Ann Reed, the Norland minister, said on Friday. \
    She said the gate was closed.\n\n\
    “We will probably open the sluices,” Bo Lind, the Sudland minister, said on Friday. \
    Lind said on Friday that 40 homes were flooded.\n\n\
    Cora Maas, the mayor of Northport, said on May 1 that the bridge was safe. \
    A senior engineer told the Harbour Gazette that the wall was cracked.\n\n\
    Dan Orr, a farmer, said on Friday that the village had been evacuated.\n";

const JOURNAL: &str = "\
2031-05-02 Ann Reed, minister (Norland)
    says \"the dam has never been as full as it is this spring\"

2031-05-02 Ann Reed, minister (Norland)
    says the gate is not closed

2031-05-02 Bo Lind, minister (Sudland)
    says 14 homes were flooded

2031-05-01 Cora Maas, mayor of Northport
    says the bridge is safe
    id bridge

2031-05-03 Cora Maas, mayor of Northport
    says the bridge is not safe
    corrects bridge

2031-05-02 a senior engineer via Harbour Gazette
    says the wall is cracked

2031-05-03 Ann Reed, minister (Norland)
    denies that the wall is cracked
";

const TRANSCRIPT: &str =
    "---\nkind: transcript\ndate: 2031-05-02\n---\n\nBO LIND: We will open the sluices.\n";

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verdicts").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("record")).unwrap();
    fs::write(root.join("draft.md"), DRAFT).unwrap();
    fs::write(root.join("record/notes.claims"), JOURNAL).unwrap();
    fs::write(root.join("record/hearing.md"), TRANSCRIPT).unwrap();
    root
}

/// What `sayso` prints, and what it says on the side.
fn told(root: &Path, arguments: &str) -> (String, String) {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(root).args(arguments.split(' ')).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn every_claim_has_one_verdict_with_place_day_and_chain() {
    let root = folder("table");
    let (table, _) = told(&root, "check draft.md --against record --verdicts");
    insta::assert_snapshot!(table);
}

#[test]
fn machines_are_told_the_same() {
    let root = folder("forms");
    let (json, _) = told(&root, "check draft.md --against record --format json");
    let report: Value = serde_json::from_str(&json).unwrap();
    let verdicts = report["verdicts"].as_array().unwrap();
    let counted: u64 =
        report["summary"]["verdicts"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
    assert_eq!(counted, verdicts.len() as u64);
    let (lines, _) = told(&root, "check draft.md --against record --format jsonl");
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let listed: Vec<&Value> = lines.iter().filter(|line| line["type"] == "verdict").collect();
    assert_eq!(listed.len(), verdicts.len());
    assert!(listed.iter().zip(verdicts).all(|(line, verdict)| line["claim"] == verdict["claim"]));
    let (comment, _) = told(&root, "check draft.md --against record --format markdown");
    assert_eq!(comment.matches("| draft.md:").count(), verdicts.len());
}

#[test]
fn an_archive_tells_the_same_as_its_folder() {
    let root = folder("archive");
    let (_, err) = told(&root, "archive build record.db record");
    assert!(!err.contains("error"), "{err}");
    let told = |record: &str| told(&root, &format!("check draft.md --verdicts --against {record}"));
    assert_eq!(told("record.db"), told("record"));
}

#[test]
fn without_a_record_there_is_nothing_to_stand_to() {
    let root = folder("alone");
    let (out, err) = told(&root, "check draft.md --verdicts");
    assert_eq!(out, "");
    insta::assert_snapshot!(err, @"error: --verdicts tells how claims stand to the record, and there is none; give it with --against FOLDER");
}

#[test]
fn what_a_fact_check_found_false_is_disputed() {
    let root = folder("found false");
    let review = r#"{"@type": "ClaimReview", "author": "Norland Checks", "datePublished": "2031-05-03",
        "claimReviewed": "The wall has cracked.", "reviewRating": {"alternateName": "False"},
        "itemReviewed": {"@type": "Claim", "author": "Bo Lind", "datePublished": "2031-05-02"}}"#;
    fs::write(root.join("review.json"), review).unwrap();
    fs::write(root.join("record/review.claims"), told(&root, "import review.json").0).unwrap();
    fs::write(root.join("draft.md"), "Bo Lind said on Friday that the wall has cracked.\n").unwrap();
    let (out, _) = told(&root, "check draft.md --against record --verdicts --date 2031-05-04");
    assert!(out.contains("disputed by Norland Checks, 3 May 2031"), "{out}");
}

/// What a draft says again in the words on record, whatever stands in them.
#[test]
fn the_same_words_are_on_record_whatever_they_speak_of() {
    let root = folder("again");
    let entry = |words: &str| format!("2031-05-02 Dam Board\n    says {words}\n\n");
    let words = ["14 miners died in the flood", "it closed two roads"];
    fs::write(root.join("record/board.claims"), words.map(entry).concat()).unwrap();
    for (said, standing) in [
        ("14 miners died in the flood", "on record"),
        ("17 miners died in the flood", "contradicted"),
        ("it closed two roads", "on record"),
        ("it closed two schools", "not on record"),
    ] {
        fs::write(root.join("draft.md"), format!("The Dam Board said that {said}.\n")).unwrap();
        let (out, _) = told(&root, "check draft.md --against record --verdicts --date 2031-05-04");
        assert!(out.contains(&format!(": 1 {standing}")), "{said}: {out}");
    }
}
