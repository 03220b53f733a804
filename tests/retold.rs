//! What a draft quotes and the record has in the same words stands against a third claim once.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

const TRANSCRIPT: &str = "---\nkind: transcript\ndate: 2031-05-02\n---\n\n# Press conference\n\n\
    INES ROTH: The bridge is safe. We found 12 cracks in the pillars.\n";

/// The rules that find something in a draft that is held against the transcript.
fn found(name: &str, draft: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("retold").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("record")).unwrap();
    fs::write(root.join("record/press.md"), TRANSCRIPT).unwrap();
    fs::write(root.join("draft.md"), format!("---\ndate: 2031-05-04\n---\n\n# The bridge\n\n{draft}\n"))
        .unwrap();
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let arguments = "check draft.md --against record --select divergence,disputes --format concise";
    let output = sayso.current_dir(root).args(arguments.split(' ')).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    let lines = String::from_utf8(output.stdout).unwrap();
    let rule = |line: &str| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned());
    lines.lines().filter_map(rule).collect()
}

#[test]
fn the_same_words_are_told_once() {
    for (name, source) in
        [("role", "the mayor"), ("last", "Roth"), ("whole", "Ines Roth"), ("unnamed", "a spokeswoman")]
    {
        let draft = format!(
            "“The bridge is safe,” {source} said on Friday. Petra Holm said on Saturday that the bridge is not safe."
        );
        assert_eq!(found(name, &draft), ["divergence/opposed-assessment"], "{draft}");
    }
    let denied = "“The bridge is safe,” the mayor said on Friday. Petra Holm denied that the bridge is safe.";
    assert_eq!(found("denied", denied), ["disputes/disputed-claim"]);
}

#[test]
fn another_who_says_the_same_is_told_too() {
    let draft = "“The bridge is safe,” Paul Rey said on Friday. Petra Holm said on Saturday that the bridge is not safe.";
    assert_eq!(found("another", draft), ["divergence/opposed-assessment"; 2]);
}
