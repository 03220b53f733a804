//! What the comments of a draft let pass, and what is said of comments that do not do what they say.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

/// A finding that takes no more than a weekday and a date: 25 January 2022 was a Tuesday.
const WRONG_DAY: &str = "On Monday, Jan. 25, 2022, the council met.";

/// The report on a draft with this body.
fn report(name: &str, body: &str) -> String {
    report_on(&format!("{name}.md"), body, &["--today", "2022-01-28"])
}

/// The report on a draft of this name.
fn report_on(file: &str, body: &str, args: &[&str]) -> String {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suppressions");
    fs::create_dir_all(&root).unwrap();
    fs::write(root.join(file), format!("---\ndate: 2022-01-28\n---\n\n# The dam\n\n{body}\n")).unwrap();
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = program.current_dir(&root).args(["check", file]).args(args).output().unwrap();
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
        format!("<!-- sayso allow: minutes -->\n\n{WRONG_DAY}"),
        format!("<!-- sayso allow dates until tomorrow: minutes -->\n\n{WRONG_DAY}"),
        format!("{WRONG_DAY}\n[//]: # (sayso allow dates: minutes)"),
        format!("[//]: # (sayso allow dates: minutes\n\n{WRONG_DAY}"),
        "It rained.\n\n<!-- sayso allow dates, sourcing: nothing follows -->".to_owned(),
        format!("{WRONG_DAY} <!-- sayso allow dates: minutes"),
        format!("<!-- sayso allow dates: minutes\n\n{WRONG_DAY}"),
        format!("<!-- sayso allow dates: (give the reason) -->\n\n{WRONG_DAY}"),
    ];
    let reports = bodies.iter().enumerate().map(|(number, body)| report(&format!("wrong-{number}"), body));
    insta::assert_snapshot!(reports.collect::<String>());
}

#[test]
fn definitions_of_markdown_are_comments_as_well() {
    for (name, comment) in [
        ("brackets", "[//]: # (sayso allow dates: as the minutes have it)"),
        ("quotes", "[comment]: # \"sayso allow dates: as the minutes (of 2022) have it\""),
        ("single", "[//]: <> 'sayso allow dates: as the minutes have it'"),
        ("lines", "  [//]: #  (sayso allow dates:\n  as the minutes have it)"),
        ("second", "[//]: # (a note)\n[//]: # (sayso allow dates: as the minutes have it)"),
    ] {
        assert_eq!(report(name, &format!("{comment}\n\n{WRONG_DAY}")), "exit 0\n", "{name}");
    }
    let elsewhere = ["    [//]: # (sayso allow dates: why)", "```\n[//]: # (sayso allow dates: why)\n```"];
    for (number, code) in elsewhere.iter().enumerate() {
        let report = report(&format!("definition-{number}"), &format!("{code}\n\n{WRONG_DAY}"));
        assert!(report.contains("dates/weekday") && !report.contains("suppressions/"), "{report}");
    }
}

#[test]
fn in_plain_text_a_comment_stands_alone_on_its_lines() {
    let allow = "<!-- sayso allow dates: as the minutes have it -->";
    let report = |body: &str| report_on("plain.txt", body, &[]);
    for body in [
        format!("{allow}\n\n{WRONG_DAY}"),
        format!("{allow}\n{WRONG_DAY}"),
        format!("{WRONG_DAY}\n\n<!--\nsayso allow-file dates:\nas the minutes have it\n-->"),
    ] {
        assert_eq!(report(&body), "exit 0\n", "{body}");
    }
    let seen = report(&format!("{WRONG_DAY} {allow}"));
    assert!(
        seen.contains("dates/weekday-date-mismatch") && seen.contains("suppressions/malformed"),
        "{seen}"
    );
    assert!(seen.contains("help: in plain text, put it on a line of its own"), "{seen}");
    let open = report(&format!("<!-- sayso allow dates: minutes\n\n{WRONG_DAY}"));
    assert!(open.contains("dates/weekday-date-mismatch") && open.contains("never closed"), "{open}");
    // What is said in a comment is said to nobody.
    let claim = report_on("claim.txt", "<!-- Sources said the dam is safe. -->", &["--format", "json"]);
    assert!(claim.contains("\"claims\": 0"), "{claim}");
}

#[test]
fn a_directive_ends_with_the_day_of_the_run_or_of_the_draft() {
    let body = format!("<!-- sayso allow dates until 2022-01-29: minutes -->\n\n{WRONG_DAY}");
    let report = |args: &[&str]| report_on("until.md", &body, args);
    assert_eq!(report(&["--today", "2022-01-29"]), "exit 0\n");
    for late in [&["--today", "2022-01-30"][..], &[]] {
        let report = report(late);
        assert!(report.contains("suppressions/expired") && report.contains("dates/weekday"), "{report}");
    }
    let later = body.replace("until 2022-01-29", "until 2022-01-27");
    let report = report_on("later.md", &later, &["--today", "2022-01-01"]);
    assert!(report.contains("it is 2022-01-28"), "the draft’s day is later: {report}");
}

#[test]
fn findings_about_directives_are_those_of_rules() {
    let unused = "<!-- sayso allow dates: minutes -->\n\nIt rained.";
    let report = |args: &[&str]| report_on("rules.md", unused, args);
    assert!(report(&[]).contains("warning[suppressions/unused]"));
    assert_eq!(report(&["--ignore", "suppressions"]), "exit 0\n");
    assert_eq!(report(&["--select", "dates"]), "exit 0\n");
    assert!(report(&["--select", "dates,suppressions/unused"]).contains("[suppressions/unused]"));
    assert!(report(&["--format", "sarif"]).contains("\"id\": \"suppressions/unused\""));
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suppressions/graded");
    fs::create_dir_all(&root).unwrap();
    fs::write(root.join("sayso.toml"), "[severity]\n\"suppressions/unused\" = \"error\"\n").unwrap();
    assert!(report(&["--config", "graded/sayso.toml"]).contains("error[suppressions/unused]"));
    let run = |args: &[&str]| {
        let output = Command::new(assert_cmd::cargo::cargo_bin!("sayso")).args(args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for name in ["unused", "unexplained", "expired", "malformed", "unknown-rule"] {
        let id = format!("suppressions/{name}");
        assert!(run(&["rules", "--isolated"]).contains(&id));
        assert!(run(&["explain", &id, "--isolated"]).starts_with(&format!("{id}: ")), "{id}");
    }
}
