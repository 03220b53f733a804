//! Characters that steer a terminal or turn the direction of words, wherever they come from: none gets through.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// A screen that is cleared, a colour, a line that is turned round, a control character of one byte.
const HOSTILE: &str = "a\u{1b}[2J\u{1b}[31m\u{202e}b\u{9b}31m\u{2066}c\u{7}";

/// A folder whose names, claims and journal all steer.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steering").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    let draft = format!(
        "---\ndate: 2022-01-28\n---\n\n# The {HOSTILE} dam\n\nOn Monday, Jan. 25, 2022, the council met {HOSTILE}.\n\n\
         Ann {HOSTILE} Reed said on Tuesday that the dam {HOSTILE} is safe. “It {HOSTILE} holds for good,” she said.\n"
    );
    fs::write(root.join(format!("new\nline {HOSTILE}.md")), draft).unwrap();
    fs::write(
        root.join("dam.claims"),
        format!("2022-01-25 Ann {HOSTILE} Reed\n    says \"it {HOSTILE} breaks\"\n"),
    )
    .unwrap();
    root
}

/// All that a run prints, output and messages.
fn printed(root: &Path, args: &[&str]) -> String {
    let output =
        Command::new(assert_cmd::cargo::cargo_bin!("sayso")).current_dir(root).args(args).output().unwrap();
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat()
}

fn steering(text: &str) -> Vec<char> {
    text.chars().filter(|c| sayso::text::steers(*c) && !matches!(c, '\n' | '\t')).collect()
}

#[test]
fn nothing_steers_the_screen() {
    let root = folder("screen");
    let runs: [&[&str]; 25] = [
        &["check", "."],
        &["check", "--verdicts", "--against", "dam.claims", "."],
        &["check", "--format", "markdown", "."],
        &["check", "--format", "github", "."],
        &["claims", "dam.claims"],
        &["rules", "--config", HOSTILE],
        &["config", HOSTILE],
        &["archive", "build", "record.db", "."],
        &["test", HOSTILE],
        &["import", HOSTILE],
        &["check", "--format", "concise", "."],
        &["check", "--stats", "--against", "dam.claims", "."],
        &["check", HOSTILE],
        &["check", "--format", HOSTILE],
        &["check", "--select", HOSTILE, "."],
        &["check", "--since", HOSTILE, "."],
        &["check", "--config", HOSTILE, "."],
        &["check", "--date", HOSTILE, "."],
        &["claims", "."],
        &["timeline", "."],
        &["sources", "."],
        &["dates", "."],
        &["explain", HOSTILE],
        &["why", HOSTILE, HOSTILE, "."],
        &["actors", HOSTILE],
    ];
    let steers =
        |text: &str| !steering(text).is_empty() || text.lines().any(|line| line.starts_with("line a"));
    let wrong = runs.map(|args| (args, printed(&root, args)));
    let wrong: Vec<_> = wrong.iter().filter(|(_, text)| text.is_empty() || steers(text)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A rule of a stranger, whose every text clears the screen, or writes a line of its own that a build would obey.
const RULE: &str = r#"
id = "own/rule"
title = "T \u001b[2J\u001b[31m <script>x</script>"
severity = "warning"
why = "W \u001b[2J\u001b[31m"
norms = ["N \u001b[2J\u001b[31m"]
message = "“{a.source}” \u001b[2J\u001b[31m\n::error::x <script>x</script>"
help = "H \u001b[2J\u001b[31m\n::error::x"

[claim]

[claim.select]
anonymous = true

[[flags]]
draft = "The dam, an official \u001b[31m said, is safe."

[[allows]]
draft = "The dam is safe."
"#;

#[test]
fn rules_of_strangers_steer_nothing() {
    let root = folder("rule");
    fs::create_dir_all(root.join("rules/own")).unwrap();
    fs::write(root.join("rules/own/rule.toml"), RULE).unwrap();
    fs::write(root.join("draft.md"), "The dam, an official said, is safe.\n").unwrap();
    let check = ["human", "concise", "github", "markdown", "junit", "html"]
        .map(|form| vec!["check", "--rules", "rules", "--select", "own/rule", "--format", form, "draft.md"]);
    let others: [&[&str]; 3] =
        [&["explain", "own/rule", "--rules", "rules"], &["rules", "--rules", "rules"], &["test", "rules"]];
    for args in check.iter().map(Vec::as_slice).chain(others) {
        let text = printed(&root, args);
        let obeyed = text.lines().any(|line| line.starts_with("::error")) && !args.contains(&"html");
        let markup = text.contains("<script>x") && (args.contains(&"html") || args.contains(&"markdown"));
        assert!(!text.is_empty() && steering(&text).is_empty() && !obeyed && !markup, "{args:?}: {text:?}");
    }
}

#[test]
fn what_would_steer_is_seen() {
    let text = printed(&folder("seen"), &["check", "--format", "concise", "."]);
    assert!(text.starts_with("new␊line a␛[2J␛[31m[U+202E]b[U+009B]31m[U+2066]c␇.md:"), "{text}");
    assert!(
        text.lines().all(|line| line.starts_with("new␊line") || line.starts_with("dam.claims")),
        "{text}"
    );
}

#[test]
fn nothing_steers_a_page_or_a_file() {
    let root = folder("page");
    let files =
        ["--format", "html=page.html", "--format", "human=report.txt", "--format", "concise=lines.log"];
    printed(&root, &[&["check", ".", "--against", "dam.claims"], &files[..]].concat());
    for name in ["page.html", "report.txt", "lines.log"] {
        let text = fs::read_to_string(root.join(name)).unwrap();
        assert!(text.contains("[U+202E]") || text.contains('\u{fffd}'), "{name}: {text}");
        assert_eq!(steering(&text), Vec::<char>::new(), "{name}");
    }
}

#[test]
fn timeml_is_well_formed_whatever_a_text_holds() {
    let root = folder("timeml");
    let text = printed(&root, &["dates", "--format", "timeml", "."]);
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut roots = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(start) => roots += usize::from(start.name().as_ref() == "TimeML"),
            _ => {}
        }
    }
    let forbidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    assert!(roots == 1 && !text.contains(forbidden), "{text:?}");
    fs::write(root.join("second.md"), "On Monday, Jan. 25, 2022, it rained.\n").unwrap();
    let text = printed(&root, &["dates", "--format", "timeml", "."]);
    assert_eq!(
        text,
        "error: TimeML is a document for each text; name one text at a time, or take --format jsonl\n"
    );
}

#[test]
fn what_cannot_be_written_is_not_said_to_be_unreadable() {
    let root = folder("written");
    let text = printed(&root, &["check", "dam.claims", "--format", "json=no/such/report.json"]);
    assert_eq!(
        text,
        "error: no/such/report.json: there is no folder to write it into; name another file, or see that this one can be written\n"
    );
    let text = printed(&root, &["check", "dam.claims", "--format", "json=/proc/version"]);
    assert!(text.contains("/proc/version: ") && !text.contains("reading"), "{text}");
}

#[test]
fn a_day_that_there_is_not_is_told() {
    let root = folder("days");
    let text =
        printed(&root, &["relate", "the dam is safe", "the dam is not safe", "--date-a", "2022-13-01"]);
    assert!(text.contains("expected a day that the calendar has, as in 2022-01-26"), "{text}");
    fs::write(root.join("pairs.jsonl"), "{\"id\":1,\"a\":\"x\",\"b\":\"y\",\"date_a\":\"2022-13-01\"}\n")
        .unwrap();
    let text = printed(&root, &["relate", "--pairs", "pairs.jsonl"]);
    assert!(text.contains("`2022-13-01` is no day") && text.contains("as in \"2022-01-26\""), "{text}");
}
