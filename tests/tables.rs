//! Tables of who said what when, and what shells and manuals are told.

#![cfg(test)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

const DRAFT: &str = "---\ndate: 2031-05-04\n---\n\n# The dam at Northport\n\n“The dam is safe,” Ann Reed, the Norland minister, said \
    on Friday. A senior engineer told the Harbour Gazette that the dam could break. Bo Lind, the Sudland minister, said in \
    April that the dam would be watched. The council reportedly met.\n";

const RECORD: &str = "2031-05-02 Ann Reed, minister (Norland)\n    says \"the dam is safe\"\n    about old-dam\n\n\
    2031-04-28..2031-05-01 a senior engineer (Dam Board) via Harbour Gazette\n    says that the old dam could break\n    \
    about old-dam\n";

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tables").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    fs::write(root.join("draft.md"), DRAFT).unwrap();
    fs::write(root.join("record.claims"), RECORD).unwrap();
    root
}

/// What a command prints; it must end well.
fn printed(root: &Path, arguments: &str) -> String {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(root).args(arguments.split(' ')).output().unwrap();
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn tables_fit_narrow_screens() {
    let root = folder("narrow");
    let long = "2031-05-02 Ann-Marie Featherstonehaugh-Cholmondeley, permanent under-secretary (Norland) via Harbour Gazette\n    \
        says that the dam is safe\n    about old-dam\n";
    fs::write(root.join("a-record-with-quite-a-long-name.claims"), long).unwrap();
    let tables = [
        "timeline .",
        "timeline --by speaker .",
        "sources .",
        "claims draft.md",
        "dates draft.md",
        "rules --isolated",
        "check draft.md --against record.claims --verdicts --select suppressions",
        "check draft.md --stats --select suppressions",
    ];
    for arguments in tables {
        for columns in [20, 40, 60, 80] {
            let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
            sayso.current_dir(&root).args(arguments.split(' ')).env("COLUMNS", columns.to_string());
            let output = sayso.output().unwrap();
            let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            // The sum is prose.
            let table = text.lines().filter(|line| !line.contains(" claims by "));
            let wide: Vec<&str> = table.filter(|line| line.chars().count() > columns).collect();
            assert_eq!(wide, Vec::<&str>::new(), "{arguments} at {columns}");
            assert!(text.lines().count() > 1, "{text}");
        }
    }
    let at = |arguments: &str, columns: &str| {
        let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
        let output =
            sayso.current_dir(&root).args(arguments.split(' ')).env("COLUMNS", columns).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let wider = at("sources .", "80") + &at("sources .", "60") + &at("timeline .", "60");
    insta::assert_snapshot!(
        wider + &at("sources .", "40") + &at("timeline .", "40") + &at("claims draft.md", "40")
    );
}

#[test]
fn timelines_of_a_story() {
    let root = folder("timeline");
    insta::assert_snapshot!("timeline_by_topic", printed(&root, "timeline ."));
    insta::assert_snapshot!("timeline_by_predicate", printed(&root, "timeline --by predicate ."));
    insta::assert_snapshot!("timeline_by_speaker", printed(&root, "timeline --by speaker ."));
}

#[test]
fn sources_of_a_story() {
    let root = folder("sources");
    insta::assert_snapshot!(printed(&root, "sources .") + &printed(&root, "sources --format jsonl ."));
}

#[test]
fn lines_of_a_timeline_are_lines_of_claims_with_their_place_on_it() {
    let root = folder("lines");
    let lines = printed(&root, "timeline --format jsonl .");
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = |line: &serde_json::Value| {
        format!("{} {} {}", line["thread"], line["certain"], line["speaker"]["name"])
    };
    let told: Vec<String> = lines.iter().map(told).collect();
    assert_eq!(told.iter().filter(|line| line.starts_with("\"old-dam\"")).count(), 2, "{told:?}");
    assert!(told.contains(&"\"old-dam\" false \"senior engineer\"".to_owned()), "{told:?}");
    let claims = printed(&root, "claims --format jsonl .");
    let first: serde_json::Value = serde_json::from_str(claims.lines().next().unwrap()).unwrap();
    let keys = |line: &serde_json::Value| line.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let own =
        keys(&lines[0]).into_iter().filter(|key| key != "thread" && key != "certain").collect::<Vec<_>>();
    assert_eq!(own, keys(&first));
}

#[test]
fn what_cannot_be_read_does_not_keep_the_rest_from_being_told() {
    let root = folder("unread");
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(&root).args(["sources", "nothing.md", "draft.md"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().contains("Ann Reed"));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: nothing.md: "));
}

/// The commands that `--help` lists.
fn commands(root: &Path) -> Vec<String> {
    let help = printed(root, "--help");
    let listed = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let names = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty() && *name != "help").map(str::to_owned).collect()
}

#[test]
fn shells_and_manuals_know_every_command() {
    let root = folder("shell");
    let commands = commands(&root);
    assert!(commands.len() > 10, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&root, &format!("completions {shell}"));
        let missing: Vec<&String> = commands.iter().filter(|name| !script.contains(name.as_str())).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{shell}");
    }
    assert!(printed(&root, "man").contains("\n.TH sayso 1"));
    assert_eq!(printed(&root, "man pages/man1"), "");
    for name in commands {
        let page = fs::read_to_string(root.join(format!("pages/man1/sayso-{name}.1"))).unwrap();
        assert!(page.contains(".SH OPTIONS"), "{name}");
    }
}

#[test]
fn stats_tell_how_far_the_sentences_came() {
    let root = folder("stats");
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(&root).args(["check", "--stats", "."]).output().unwrap();
    insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap());
}

#[test]
fn pipes_get_no_links() {
    let root = folder("links");
    fs::write(root.join("draft.md"), "# The dam\n\nOn Monday, Jan. 25, 2022, the council met.\n").unwrap();
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let sayso =
        sayso.current_dir(&root).env("FORCE_HYPERLINK", "1").args(["check", "--color", "always", "draft.md"]);
    let printed = String::from_utf8(sayso.output().unwrap().stdout).unwrap();
    assert!(printed.contains("draft.md:3:") && !printed.contains("\u{1b}]8"), "{printed:?}");
}
