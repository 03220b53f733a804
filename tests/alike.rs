//! A folder and the archive of it say the same, whoever else has a speaker's last name.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// A file's name, and what stands in it.
type Text = (&'static str, &'static str);

/// What is printed, and what is said on the side.
fn told(root: &Path, arguments: &[&str]) -> (String, String) {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(root).args(arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("alike").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("record")).unwrap();
    root
}

/// What is said of a draft, the same against a folder and against its archive.
fn checked(root: &Path, draft: &str, against: &str) -> String {
    let archive = root.join("record.db");
    let archive = archive.to_string_lossy();
    let (_, err) = told(root, &["archive", "build", &archive, against]);
    assert!(!err.contains("error"), "{err}");
    let told = |record: &str| told(root, &["check", draft, "--verdicts", "--against", record]);
    let of_folder = told(against);
    assert_eq!(told(&archive), of_folder, "{draft}");
    of_folder.0
}

/// Drafts that name somebody, what namesakes are on record with, and whether the quotation is on record.
#[test]
fn namesakes_are_told_apart_alike() {
    let karl = (
        "hearing.md",
        "---\nkind: transcript\ndate: 2031-05-02\n---\n\nAASE: The ferry will run until the ice comes.\n",
    );
    let whole = (
        "hearing.md",
        "---\nkind: transcript\ndate: 2031-05-02\n---\n\nKARL AASE: The ferry will run until the ice comes.\n",
    );
    let lars = ("town.claims", "2030-01-07 Lars Aase, councillor\n    says the budget is balanced\n");
    let via = ("via.claims", "2030-01-07 Ida Holm via Lars Aase\n    says the budget is balanced\n");
    let loud = ("loud.claims", "2030-01-07 KARL AASE\n    says the school is full\n");
    let cases: [(&str, &[Text], &str); 7] = [
        ("Councillor Aase", &[karl, lars], "on record"),
        ("Councillor Aase", &[whole], "on record"),
        ("Councillor Aase", &[whole, lars], "not on record"),
        ("Councillor Aase", &[whole, via], "on record"),
        ("Councillor Aase", &[whole, loud], "on record"),
        ("Karl Aase", &[karl, lars], "not on record"),
        ("Karl Aase, a fisherman,", &[whole, lars], "on record"),
    ];
    for (number, (who, record, standing)) in cases.into_iter().enumerate() {
        let root = folder(&number.to_string());
        let draft = format!(
            "---\ndate: 2031-05-04\n---\n\n# Ferry\n\n“The ferry will run until the ice comes,” {who} said on Friday.\n"
        );
        fs::write(root.join("draft.md"), draft).unwrap();
        record.iter().for_each(|(name, text)| fs::write(root.join("record").join(name), text).unwrap());
        let out = checked(&root, "draft.md", "record");
        assert!(out.contains(&format!(": 1 {standing}")), "case {number}: {out}");
    }
}

#[test]
fn stories_are_told_alike() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let root = folder("stories");
    let mut drafts = 0;
    for story in fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path()) {
        for draft in ["draft.md", "follow-up.md"].map(|name| story.join(name)).iter().filter(|it| it.exists())
        {
            let _ = fs::remove_file(root.join("record.db"));
            checked(&root, &draft.to_string_lossy(), &story.to_string_lossy());
            drafts += 1;
        }
    }
    assert!(drafts > 25, "{drafts}");
}
