//! Several texts of one agency report are one origin.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// A rule that asks for a second source.
const RULE: &str = r#"
id = "desk/one-origin"
title = "Nobody else says so"
severity = "warning"
why = "One is none."
message = "only {a.speaker} says so"
help = "ask another"

[claim]

[claim.select]
zone = ["body"]
sourced = true
corroborated = false

[[flags]]
draft = "The bridge is closed, Ann Reed said."

[[allows]]
draft = "The bridge is closed."
"#;

const DRAFT: &str = "The bridge is closed, a harbour official said on Friday.";

/// What the agency sent; the outlets changed a word here and there.
const REPORT: &str = "The bridge is closed, a SOURCE said on Friday. Divers had gone down to the third pier in the morning \
    and had come up again within the hour, Lena Holt, the harbour master, said. Trucks were sent round by the northern road, \
    which is narrow and has no lamps. Nobody could tell the drivers at the eastern gate how long it would take to bring the \
    crane from the shipyard, Holt said. The town council will meet on Monday to hear what the engineers have found below the \
    water line, according to its chairman, Jan Mertens.";

fn folder(name: &str, articles: &[String]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("copies").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("desk")).unwrap();
    fs::create_dir_all(root.join("record")).unwrap();
    fs::write(root.join("desk/one-origin.toml"), RULE).unwrap();
    let rest = REPORT.split_once(". ").unwrap().1;
    fs::write(
        root.join("draft.md"),
        format!("---\ndate: 2031-05-04\n---\n\n# The bridge\n\n{DRAFT} {rest}\n"),
    )
    .unwrap();
    for (number, article) in articles.iter().enumerate() {
        let text = format!(
            "---\nkind: article\ndate: 2031-05-03\noutlet: Gazette {number}\n---\n\n# Bridge\n\n{article}\n"
        );
        fs::write(root.join(format!("record/{number}.md")), text).unwrap();
    }
    root
}

/// Whether the claim of the draft is found to be nobody else's.
fn stands_alone(name: &str, articles: &[String]) -> bool {
    let root = folder(name, articles);
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let arguments = "check draft.md --against record --rules desk --select desk --format concise";
    let output = sayso.current_dir(root).args(arguments.split(' ')).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    String::from_utf8(output.stdout).unwrap().contains("only harbour official says so")
}

#[test]
fn copies_of_one_report_corroborate_nothing() {
    let copy = |source: &str| REPORT.replace("SOURCE", source);
    let cut = copy("port employee")
        .replace("Trucks were sent round by the northern road, which is narrow and has no lamps. ", "");
    let edited = copy("dock worker").replace("which is narrow and has no lamps", "a narrow one");
    assert!(stands_alone("none", &[copy("harbour official")]));
    assert!(stands_alone("copies", &[copy("ferry captain"), cut, edited]));
}

#[test]
fn another_text_of_its_own_is_another_origin() {
    let own = "The ferry runs every hour until further notice. The bridge is closed, a ferry captain said on Friday. His company \
        has hired two more crews and expects queues at both landings through the weekend.";
    assert!(!stands_alone("own", &[own.to_owned()]));
    assert!(!stands_alone("both", &[REPORT.replace("SOURCE", "dock worker"), own.to_owned()]));
}
