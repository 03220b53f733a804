//! `sayso.toml`, baselines, changed lines: what a desk has agreed on.

#![cfg(test)]

mod folder;

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// Findings of two rules: a wrong weekday (25 January 2022 was a Tuesday), hearsay on nobody's say-so.
const DRAFT: &str = "---\ndate: 2022-01-28\n---\n\n# The dam\n\nOn Monday, Jan. 25, 2022, the council met.\n\n\
    The file was reportedly shown to members of the committee.\n";

/// A folder of this test's own with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    folder::folder("settings", name, files)
}

/// The command as typed, what it prints, and its exit code.
fn sayso(root: &Path, line: &str) -> String {
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = program.current_dir(root).args(line.split_whitespace()).output().unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    format!("$ sayso {line}\n{text}exit {}\n", output.status.code().unwrap())
}

fn all(root: &Path, lines: &[&str]) -> String {
    lines.iter().map(|line| sayso(root, line)).collect()
}

#[test]
fn settings_are_found_upward_and_overruled_by_arguments() {
    let toml = "ignore = [\"dates\"]\nfail-on = \"error\"\n[severity]\n\"sourcing\" = \"note\"\n";
    let root = folder("found", &[("sayso.toml", toml), ("news/today/draft.md", DRAFT)]);
    let from_below = [
        "check today --format concise",
        "check today --format concise --fail-on note",
        "check today --format concise --min-severity warning",
        "check today --format concise --isolated",
        "check today --format concise --select dates",
        "check today --format concise --ignore sourcing",
        "config show --isolated",
    ];
    let shown = sayso(&root, "config show news/today");
    insta::assert_snapshot!(all(&root.join("news"), &from_below) + &shown);
}

#[test]
fn the_scale_of_estimates_is_chosen() {
    let draft = "---\ndate: 2031-05-04\n---\n\n# The ice\n\nFrench polar minister Anne Brun said on Friday that it is virtually \
                 certain that the shelf will break. German polar minister Karl Voss said on Saturday that it is likely that the \
                 shelf will break.\n";
    let own = std::fs::read_to_string("rules/divergence/opposed-assessment.toml").unwrap();
    let own = own.replace("probability = \"disjoint\"", "probability = { disjoint-on = \"icd203\" }");
    let files = [
        ("draft.md", draft),
        ("desk/sayso.toml", "scale = \"ipcc\"\n"),
        ("desk/draft.md", draft),
        ("divergence/opposed-assessment.toml", own.as_str()),
    ];
    let root = folder("scale", &files);
    let only = "--format concise --select divergence/opposed-assessment";
    let lines = [
        format!("check draft.md {only}"),
        format!("check draft.md {only} --scale ipcc"),
        format!("check draft.md {only} --scale ipcc --rules divergence"),
        format!("check desk/draft.md {only}"),
        format!("check desk/draft.md {only} --scale icd203"),
        "check draft.md --scale efas".to_owned(),
    ];
    insta::assert_snapshot!(all(&root, &lines.each_ref().map(String::as_str)));
}

#[test]
fn paths_of_the_file_are_from_its_folder() {
    let files = [
        (
            "desk/sayso.toml",
            "against = [\"record\"]\nactors = [\"actors.toml\"]\n[paths.\"opinion/**\"]\nignore = [\"dates\"]\n",
        ),
        ("desk/actors.toml", "[[person]]\nname = \"Ann Reed\"\ngender = \"f\"\n"),
        ("desk/record/a.claims", "2022-01-27 Ann Reed\n    says \"the dam is not safe\"\n"),
        (
            "desk/news/draft.md",
            "---\ndate: 2022-01-28\n---\n\n“The dam is safe,” Ann Reed said on Thursday.\n",
        ),
        ("desk/opinion/draft.md", DRAFT),
    ];
    let root = folder("paths", &files);
    insta::assert_snapshot!(all(&root, &["check desk/news desk/opinion --format concise"]));
}

#[test]
fn what_is_wrong_in_the_file_has_a_place_and_a_remedy() {
    let root = folder("wrong", &[("draft.md", DRAFT)]);
    let told = ["ignroe = []", "ignore = [\"dtes\"]", "[paths.\"a[\"]", "fail-on = \"fatal\""].map(|toml| {
        fs::write(root.join("sayso.toml"), toml).unwrap();
        sayso(&root, "check draft.md")
    });
    insta::assert_snapshot!(
        told.concat()
            + &all(
                &root,
                &[
                    "check draft.md --isolated --select dtes",
                    "check draft.md --config nothing.toml",
                    "check draft.md --isolated --config sayso.toml",
                ]
            )
    );
}

#[test]
fn a_baseline_knows_who_said_what_wherever_it_stands() {
    let root = folder("baseline", &[("draft.md", DRAFT), ("sayso.toml", "baseline = \"known.json\"\n")]);
    let first = all(
        &root,
        &["check draft.md --format concise", "baseline draft.md", "check draft.md --format concise"],
    );
    let moved =
        DRAFT.replace("# The dam\n", "# The dam\n\nIt rained.\n") + "\nThe mill was allegedly sold.\n";
    fs::write(root.join("draft.md"), moved).unwrap();
    let second = sayso(&root, "check draft.md");
    fs::write(root.join("draft.md"), DRAFT.replace("reportedly ", "")).unwrap();
    let third = sayso(&root, "baseline draft.md --prune");
    insta::assert_snapshot!(
        [first, second, third, fs::read_to_string(root.join("known.json")).unwrap()].concat()
    );
}

#[test]
fn a_baseline_that_is_none_is_told() {
    let root = folder(
        "no-baseline",
        &[("draft.md", DRAFT), ("a.json", "{}"), ("b.json", "{\"version\":9,\"findings\":{}}")],
    );
    insta::assert_snapshot!(all(
        &root,
        &[
            "check draft.md --baseline a.json",
            "check draft.md --baseline b.json",
            "check draft.md --baseline c.json",
            "baseline draft.md --baseline no/folder/c.json",
            "baseline nothing.md",
        ]
    ));
}

#[test]
fn only_changed_lines_on_request() {
    let root = folder("since", &[("draft.md", DRAFT)]);
    let git = |args: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.current_dir(&root).args(["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]).args(args);
        git.output().is_ok_and(|output| output.status.success())
    };
    if !git(&["init", "--quiet"]) {
        return eprintln!("skipped: git is not installed");
    }
    assert!(git(&["add", "draft.md"]) && git(&["commit", "--quiet", "-m", "A draft"]));
    let before = sayso(&root, "check draft.md --since HEAD");
    fs::write(root.join("draft.md"), DRAFT.replace("reportedly shown", "reportedly sold")).unwrap();
    fs::write(root.join("new.md"), DRAFT).unwrap();
    let after = all(
        &root,
        &["check draft.md --format concise --since HEAD", "check new.md --format concise --since HEAD"],
    );
    let wrong = sayso(&root, "check draft.md --since no-such-branch");
    assert!(wrong.contains("error: --since no-such-branch: ") && wrong.ends_with("exit 2\n"), "{wrong}");
    let option = sayso(&root, "check draft.md --since=--output=draft.md");
    assert!(option.ends_with("exit 2\n"), "an option is no revision: {option}");
    assert!(fs::read_to_string(root.join("draft.md")).unwrap().starts_with("---\ndate"));
    insta::assert_snapshot!(before + &after);
}

#[test]
fn nothing_that_was_not_looked_at_is_taken_out_or_written_over() {
    let root = folder("kept", &[("draft.md", DRAFT), ("a.claims", "2022-01-27 Ann Reed\n    says no\n")]);
    sayso(&root, "baseline draft.md --baseline known.json");
    insta::assert_snapshot!(all(
        &root,
        &[
            "baseline draft.md --baseline known.json --prune --select dates",
            "baseline draft.md --baseline draft.md",
            "check draft.md --format json=draft.md",
            "check draft.md --against a.claims --format json=a.claims",
            "check draft.md --format json=x.json --format sarif=x.json",
        ]
    ));
    assert_eq!(fs::read_to_string(root.join("draft.md")).unwrap(), DRAFT);
    assert!(fs::read_to_string(root.join("a.claims")).unwrap().starts_with("2022"));
}

#[test]
fn settings_that_cannot_be_read_are_no_default() {
    let root = folder("odd", &[("draft.md", DRAFT), ("sayso.toml/inner", "")]);
    insta::assert_snapshot!(sayso(&root, "check draft.md"));
}

/// A rule of a desk's own, and a person whom only its actors file knows.
const OWN_RULE: &str = "id = \"own/rain\"\ntitle = \"Rain\"\nseverity = \"error\"\nwhy = \"w\"\nmessage = \"rain\"\nhelp = \"h\"\n\
    [passage]\nholds = [\"reportedly\"]\n[[flags]]\ndraft = \"It reportedly rained.\"\n[[allows]]\ndraft = \"It rained.\"\n";

#[test]
fn each_text_has_the_settings_of_its_folder() {
    let root = folder(
        "each",
        &[
            ("sayso.toml", "ignore = [\"sourcing\"]\nfail-on = \"error\"\n"),
            ("a.md", DRAFT),
            ("desk/sayso.toml", "ignore = [\"dates\"]\nbaseline = \"known.json\"\nfail-on = \"note\"\n"),
            ("desk/deep/b.md", DRAFT),
            ("strict/sayso.toml", "rules = [\"own\"]\nagainst = [\"dam.claims\"]\nselect = [\"own\"]\n"),
            ("strict/own/rain.toml", OWN_RULE),
            ("strict/dam.claims", "2031-05-02 Ann Reed\n    says the dam is safe\n"),
            ("strict/c.md", DRAFT),
        ],
    );
    let lines = [
        "check . --format concise",
        "check strict a.md desk/deep/b.md --format concise",
        "check . --format concise --isolated --select dates",
        "baseline a.md desk",
        "check . --format concise --threads 1",
        "check desk/deep/b.md --format concise",
        "baseline --prune desk",
        "config show desk/deep/b.md",
        "config show strict/c.md",
    ];
    insta::assert_snapshot!(all(&root, &lines));
}

#[test]
fn what_is_not_shown_makes_no_run_fail_but_on_request() {
    let warning =
        "---\ndate: 2022-01-28\n---\n\nThe file was reportedly shown to members of the committee.\n";
    let root = folder("hidden", &[("draft.md", warning)]);
    let lines = [
        "check draft.md --format concise",
        "check draft.md --min-severity error",
        "check draft.md --min-severity error --fail-on warning",
        "check draft.md --min-severity note --fail-on error --format concise",
        "check draft.md --min-severity error --fail-on warning --exit-zero",
    ];
    insta::assert_snapshot!(all(&root, &lines));
}

#[test]
fn every_fault_of_the_settings_has_a_place_and_a_remedy() {
    let root = folder("faults", &[("draft.md", DRAFT)]);
    for (toml, marked, remedy) in [
        ("ignroe = []", "ignroe", "did you mean `ignore`?"),
        ("colour = 1", "colour", "expected one of"),
        ("ignore = \"dates\"", "\"dates\"", "in brackets"),
        ("ignore = [1]", "1", "in quotation marks"),
        ("fail-on = \"eror\"", "\"eror\"", "did you mean `error`?"),
        ("fail-on = \"fatal\"", "\"fatal\"", "`note`, `warning`, `error`"),
        ("min-severity = 3", "3", "in quotation marks"),
        ("scale = \"ipc\"", "\"ipc\"", "did you mean `ipcc`?"),
        ("[severity]\ndates = \"warn\"", "\"warn\"", "`note`, `warning`, `error`"),
        ("[severity]\ndtes = \"note\"", "dtes", "did you mean `dates`?"),
        ("[paths.\"a[\"]\nignore = []", "\"a[\"", "for instance"),
        ("[paths.\"a\"]\nignroe = []", "ignroe", "did you mean `ignore`?"),
        ("[paths.\"a\"]\nignore = [\"dtes\"]", "\"dtes\"", "did you mean `dates`?"),
        ("select = [\"zzz\"]", "\"zzz\"", "`sayso rules` lists them"),
        ("ignore = [\"dates\"", "", "help: "),
        ("fail-on = error", "", "help: "),
        ("fail-on = \"note\"\nfail-on = \"note\"", "fail-on", "help: "),
    ] {
        fs::write(root.join("sayso.toml"), toml).unwrap();
        let told = sayso(&root, "check draft.md");
        assert!(told.ends_with("exit 2\n") && told.contains("--> sayso.toml:"), "{toml}: {told}");
        let caret = told.lines().find(|line| line.contains('^')).unwrap_or_default();
        let carets = caret.matches('^').count();
        assert!(marked.is_empty() || carets == marked.chars().count(), "{toml}: {told}");
        assert!(told.contains("help: ") && told.contains(remedy), "{toml}: {told}");
    }
    for (toml, name) in [
        ("rules = [\"none\"]", "none"),
        ("actors = [\"none.toml\"]", "none.toml"),
        ("against = [\"none\"]", "none"),
    ] {
        fs::write(root.join("sayso.toml"), toml).unwrap();
        let told = sayso(&root, "check draft.md");
        assert!(
            told.contains(&format!("error: {name}: there is no such")) && told.contains("; "),
            "{toml}: {told}"
        );
        assert!(told.contains("sayso.toml:1"), "the place that names it: {toml}: {told}");
    }
}
