//! What the comments of a draft let pass, and what is said of comments that do not do what they say.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

/// A finding that takes no more than a weekday and a date: 25 January 2022 was a Tuesday.
const WRONG_DAY: &str = "On Monday, Jan. 25, 2022, the council met.";

/// The report on a draft with this body.
fn report(name: &str, body: &str) -> String {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suppressions");
    fs::create_dir_all(&root).unwrap();
    let file = format!("{name}.md");
    fs::write(root.join(&file), format!("---\ndate: 2022-01-28\n---\n\n# The dam\n\n{body}\n")).unwrap();
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = program.current_dir(&root).args(["check", &file]).output().unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    format!("{text}exit {}\n", output.status.code().unwrap())
}

#[test]
fn what_is_allowed_with_a_reason_passes() {
    let allow = "<!-- sayso allow dates/weekday-date-mismatch: as the minutes have it -->";
    let silent = "exit 0\n";
    assert_eq!(report("before", &format!("{allow}\n\n{WRONG_DAY}")), silent);
    assert_eq!(report("inside", &format!("{WRONG_DAY} {allow}")), silent);
    assert_eq!(
        report("pack", &format!("<!-- sayso allow dates: as the minutes have it -->\n{WRONG_DAY}")),
        silent
    );
    assert_eq!(
        report("until", &format!("<!-- sayso allow dates until 2022-01-28: minutes -->\n\n{WRONG_DAY}")),
        silent
    );
    let both =
        format!("It rained.\n\n{WRONG_DAY}\n\n{WRONG_DAY}\n\n<!-- sayso allow-file dates: minutes -->");
    assert_eq!(report("file", &both), silent);
}

#[test]
fn a_directive_reaches_no_further_than_it_says() {
    let allow = "<!-- sayso allow dates: as the minutes have it -->";
    insta::assert_snapshot!(report("reach", &format!("{allow}\n\n{WRONG_DAY}\n\nThen {WRONG_DAY}")));
}

#[test]
fn of_a_finding_at_several_places_those_reached_pass() {
    let vague =
        ["Sources said on Friday that the dam is safe.", "Sources said on Friday that the road is closed."];
    let allow = "<!-- sayso allow sourcing: their names are with the desk -->";
    let both = report("both", &vague.join("\n\n"));
    assert!(both.contains("dam is safe") && both.contains("road is closed"), "{both}");
    let one = report("one", &format!("{}\n\n{} {allow}", vague[0], vague[1]));
    assert!(one.contains("dam is safe") && !one.contains("road is closed"), "{one}");
    let none = report("none", &format!("{} {allow}\n\n{} {allow}", vague[0], vague[1]));
    assert!(!none.contains("sourcing/"), "{none}");
}

#[test]
fn prose_and_code_that_speak_of_directives_let_nothing_pass() {
    for (name, body) in [
        ("prose", format!("sayso allow dates: why. {WRONG_DAY}")),
        ("code", format!("`<!-- sayso allow dates: why -->` {WRONG_DAY}")),
        ("late", format!("<!-- so sayso allow dates: why -->\n\n{WRONG_DAY}")),
        ("fence", format!("```\n<!-- sayso allow dates: why -->\n```\n\n{WRONG_DAY}")),
    ] {
        let report = report(name, &body);
        assert!(report.contains("error[dates/weekday-date-mismatch]"), "{name}: {report}");
        assert!(!report.contains("suppressions/"), "{name}: {report}");
    }
}

#[test]
fn directives_that_do_not_do_what_they_say_are_findings() {
    let bodies = [
        format!("{WRONG_DAY} <!-- sayso allow dates -->"),
        format!("{WRONG_DAY} <!-- sayso allow dates until 2022-01-27: minutes -->"),
        format!("{WRONG_DAY} <!-- sayso allow date/weekday-date-mismatch: minutes -->"),
        format!("<!-- sayso alow dates: minutes -->\n\n{WRONG_DAY}"),
        "<!-- sayso allow dates: minutes -->\n\nIt rained.".to_owned(),
        "It rained.\n\n<!-- sayso allow dates, sourcing: nothing follows -->".to_owned(),
        format!("{WRONG_DAY} <!-- sayso allow dates: minutes"),
        format!("<!-- sayso allow dates: minutes\n\n{WRONG_DAY}"),
        format!("<!-- sayso allow dates: (give the reason) -->\n\n{WRONG_DAY}"),
    ];
    let reports = bodies.iter().enumerate().map(|(number, body)| report(&format!("wrong-{number}"), body));
    insta::assert_snapshot!(reports.collect::<String>());
}
