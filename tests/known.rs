//! What is known and what is new: baselines of several drafts, findings that grow, files that were renamed.

#![cfg(test)]

mod folder;

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// Found at one place; 25 January 2022 was a Tuesday.
const WRONG_DAY: &str = "On Monday, Jan. 25, 2022, the council met.";

/// Found together at all their places.
const VAGUE: [&str; 3] = [
    "Sources said on Friday that the dam is safe.",
    "Sources said on Friday that the road is closed.",
    "Sources said on Friday that the mill was sold.",
];

fn draft(paragraphs: &[&str]) -> String {
    format!("---\ndate: 2022-01-28\n---\n\n# The dam\n\n{}\n", paragraphs.join("\n\n"))
}

fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    folder::folder("known", name, files)
}

fn run(root: &Path, line: &str, input: &str) -> String {
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    program.current_dir(root).args(line.split_whitespace()).write_stdin(input);
    let output = program.output().unwrap();
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat()
}

fn sayso(root: &Path, line: &str) -> String {
    run(root, line, "")
}

/// The places of what is found, the leading one of each first.
fn places(root: &Path, line: &str) -> Vec<String> {
    let report: serde_json::Value =
        serde_json::from_str(&sayso(root, &format!("{line} --format json"))).unwrap();
    let found = report["findings"].as_array().unwrap().iter();
    let place = |it: &serde_json::Value| format!("{}:{}", it["file"].as_str().unwrap(), it["from"]["line"]);
    found.map(|it| it["places"].as_array().unwrap().iter().map(place).collect::<Vec<_>>().join(" ")).collect()
}

fn git(root: &Path, args: &[&str]) {
    let own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
    let output = std::process::Command::new("git").current_dir(root).args(own).args(args).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

fn commit(root: &Path) {
    git(root, &["init", "--quiet"]);
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "-m", "Drafts"]);
}

#[test]
fn a_finding_that_grew_is_led_by_what_is_new() {
    let root = folder("grown", &[("a.md", &draft(&VAGUE[..2]))]);
    commit(&root);
    sayso(&root, "baseline a.md --baseline known.json");
    let check = "check a.md --select sourcing/vague-source";
    assert_eq!(places(&root, &format!("{check} --baseline known.json")), Vec::<String>::new());
    fs::write(root.join("a.md"), draft(&VAGUE)).unwrap();
    assert_eq!(places(&root, check), ["a.md:7 a.md:9 a.md:11"]);
    for narrowed in ["--baseline known.json", "--since HEAD"] {
        assert_eq!(places(&root, &format!("{check} {narrowed}")), ["a.md:11 a.md:7 a.md:9"], "{narrowed}");
    }
    fs::write(root.join("a.md"), draft(&VAGUE[1..2])).unwrap();
    assert_eq!(places(&root, &format!("{check} --baseline known.json")), Vec::<String>::new());
}

#[test]
fn a_conflict_is_led_by_its_changed_side() {
    let first = "Ann Reed, the Norland minister, said on Thursday that the dam is safe.";
    let second = "Bo Lind, the Sudland minister, said on Thursday that the dam is not safe.";
    let root = folder("conflict", &[("a.md", &draft(&[first, second]))]);
    commit(&root);
    let check = "check a.md --select divergence --since HEAD";
    assert_eq!(places(&root, check), Vec::<String>::new());
    fs::write(root.join("a.md"), draft(&[first, &second.replace("the Sudland", "Sudland’s")])).unwrap();
    assert_eq!(places(&root, check), ["a.md:9 a.md:7"]);
}

#[test]
fn a_file_that_was_renamed_has_changed_where_it_differs() {
    let old = draft(&[WRONG_DAY, "It rained.", "It snowed.", "It froze.", VAGUE[0]]);
    let root = folder("renamed", &[("news/a.md", &old), ("other.md", "Nothing.\n")]);
    commit(&root);
    git(&root, &["mv", "news/a.md", "b [1].md"]);
    let check = "check . --since HEAD";
    assert_eq!(places(&root, check), Vec::<String>::new());
    fs::write(root.join("b [1].md"), old.replace("the dam is safe", "the dam is sound")).unwrap();
    assert_eq!(places(&root, check), ["b [1].md:15"]);
}

#[test]
fn standard_input_has_changed_where_it_differs_from_its_file() {
    let old = draft(&[WRONG_DAY, VAGUE[0]]);
    let root = folder("typed", &[("a.md", &old)]);
    commit(&root);
    let new = old.replace("the dam is safe", "the dam is sound");
    let found = run(&root, "check - --stdin-filename a.md --since HEAD --format concise", &new);
    assert!(found.starts_with("a.md:9:") && found.lines().count() == 1, "{found}");
    let told = run(&root, "check - --since HEAD", &new);
    insta::assert_snapshot!(told, @"error: --since cannot tell which lines of standard input are new; say with --stdin-filename which file it is");
    let unknown = run(&root, "check - --stdin-filename b.md --since HEAD --format concise", &new);
    assert_eq!(unknown.lines().count(), 2, "{unknown}");
    git(&root, &["mv", "a.md", "c.md"]);
    let renamed = run(&root, "check - --stdin-filename c.md --since HEAD --format concise", &new);
    assert_eq!(renamed, found.replace("a.md:", "c.md:"));
}

#[test]
fn only_what_was_looked_at_is_pruned() {
    let both = draft(&[WRONG_DAY, VAGUE[0]]);
    let root = folder("prune", &[("a.md", &both), ("news/b.md", &both), ("c.md", &both)]);
    let told = [sayso(&root, "baseline . --baseline known.json"), {
        fs::write(root.join("a.md"), draft(&[VAGUE[0]])).unwrap();
        fs::remove_file(root.join("c.md")).unwrap();
        sayso(&root, "baseline --prune a.md --baseline known.json")
    }];
    insta::assert_snapshot!(told.concat() + &fs::read_to_string(root.join("known.json")).unwrap());
    assert_eq!(places(&root, "check . --baseline known.json"), Vec::<String>::new());
    // What a run on one draft finds is added to what is known of the others.
    fs::write(root.join("a.md"), &both).unwrap();
    sayso(&root, "baseline a.md --baseline known.json");
    assert_eq!(places(&root, "check . --baseline known.json"), Vec::<String>::new());
}

#[test]
fn what_is_known_of_a_draft_follows_it_to_another_name() {
    let root = folder("moved", &[("a.md", &draft(&[WRONG_DAY]))]);
    sayso(&root, "baseline a.md --baseline known.json");
    fs::create_dir(root.join("news")).unwrap();
    fs::rename(root.join("a.md"), root.join("news/b.md")).unwrap();
    assert_eq!(places(&root, "check . --baseline known.json"), Vec::<String>::new());
    sayso(&root, "baseline --prune . --baseline known.json");
    assert!(fs::read_to_string(root.join("known.json")).unwrap().contains("\"news/b.md\": {"));
    // A copy is not the draft that is known.
    fs::copy(root.join("news/b.md"), root.join("copy.md")).unwrap();
    assert_eq!(places(&root, "check . --baseline known.json"), ["copy.md:7"]);
}

#[test]
fn a_baseline_of_the_first_version_is_read() {
    let root = folder("older", &[("a.md", &draft(&[WRONG_DAY, VAGUE[0]]))]);
    let entry = "dates/weekday-date-mismatch|monday, jan. 25, 2022";
    let older = format!("{{ \"version\": 1, \"findings\": {{ \"{entry}\": 1, \"gone|x\": 1 }} }}");
    fs::write(root.join("known.json"), older).unwrap();
    assert_eq!(places(&root, "check a.md --select dates --baseline known.json"), Vec::<String>::new());
    let told = sayso(&root, "baseline --prune a.md --baseline known.json");
    insta::assert_snapshot!(told + &fs::read_to_string(root.join("known.json")).unwrap());
}
