//! Every story of the corpus, checked as a reader would: the report as it is printed, and the verdict on every claim.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;

/// What `sayso check` prints of a folder, paths as given from the repository's root.
fn report(story: &str) -> String {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output =
        sayso.current_dir(env!("CARGO_MANIFEST_DIR")).args(["check", "--verdicts", story]).output().unwrap();
    let faults = String::from_utf8(output.stderr).unwrap();
    assert_eq!(faults, "", "{story} is read without fault");
    String::from_utf8(output.stdout).unwrap()
}

fn stories() -> Vec<String> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).unwrap();
    let folders = folder.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn stories_are_reported_as_before() {
    let stories = stories();
    assert!(stories.len() >= 20);
    for story in stories {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots/corpus");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_snapshot_suffix(&story);
        settings.bind(|| insta::assert_snapshot!("story", report(&format!("corpus/{story}"))));
    }
}
