//! The program from outside: exit codes, odd input, formats, threads.

#![cfg(test)]

mod folder;

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// A finding that takes no more than a weekday and a date: 25 January 2022 was a Tuesday.
const WRONG_DAY: &str = "# The dam\n\nOn Monday, Jan. 25, 2022, the council met.\n";

/// What a run gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn sayso(folder: &Path, args: &[&str]) -> Run {
    run(Command::new(assert_cmd::cargo::cargo_bin!("sayso")).current_dir(folder).args(args))
}

fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// A folder of this test's own with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    folder::folder("cli", name, files)
}

/// Exit code, output and messages in one text.
fn shown(folder: &Path, args: &[&str]) -> String {
    let Run { code, out, err } = sayso(folder, args);
    format!("$ sayso {}\n{out}――― messages\n{err}――― exit {code}\n", args.join(" "))
}

#[test]
fn a_clean_draft_is_met_with_silence() {
    let root =
        folder("clean", &[("draft.md", "---\ndate: 2022-01-28\n---\n\n# The dam\n\nThe council met.\n")]);
    let Run { code, out, err } = sayso(&root, &["check", "draft.md"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
}

#[test]
fn what_cannot_be_read_is_told_with_a_remedy() {
    let root = folder("unread", &[("empty/picture.svg", "x"), ("draft.md", "The council met.\n")]);
    insta::assert_snapshot!(shown(&root, &["check", "nothing.md", "draft.md", "empty"]));
}

#[test]
fn wrong_arguments_are_no_findings() {
    let root = folder("arguments", &[]);
    for args in [&["check", "--fail-on", "everything"][..], &["chek"], &["check", "--date", "yesterday"], &[]]
    {
        assert_eq!(sayso(&root, args).code, 2, "{args:?}");
    }
}

#[test]
fn odd_texts_end_in_a_result_or_a_clear_error() {
    let quotes = "“ ‘ '' `` \" “One ” two” said \"Ann. ".repeat(200);
    let endless = "The council met and Ann Reed said “it is late” once more. ".repeat(1_000);
    let root = folder("odd", &[("empty.md", ""), ("blank.txt", " \n\t\n"), ("quotes.md", &quotes)]);
    fs::write(root.join("endless.txt"), endless).unwrap();
    fs::write(root.join("broken.md"), b"The \xFF council \xC3 met.\n").unwrap();
    fs::write(root.join("utf16.txt"), b"\xFF\xFET\0h\0e\0").unwrap();
    insta::assert_snapshot!(shown(&root, &["check", "empty.md", "blank.txt", "broken.md", "utf16.txt"]));
    for name in ["quotes.md", "endless.txt"] {
        let Run { code, err, .. } = sayso(&root, &["check", name]);
        assert!(code < 2, "{name}: {err}");
    }
}

#[test]
fn standard_input_takes_a_name() {
    let root = folder("input", &[]);
    let piped = |args: &[&str]| {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
        run(command.current_dir(&root).args(args).write_stdin(WRONG_DAY))
    };
    let Run { out, .. } = piped(&["dates", "--format", "jsonl", "-"]);
    assert!(out.lines().all(|line| line.starts_with(r#"{"doc":"<stdin>","#)), "{out}");
    let named = piped(&["dates", "--format", "jsonl", "--stdin-filename", "draft.md", "-"]);
    assert!(named.out.lines().all(|line| line.starts_with(r#"{"doc":"draft.md","#)), "{}", named.out);
}

#[test]
fn the_report_is_the_same_for_any_number_of_threads() {
    let names: Vec<String> = (0..24).map(|number| format!("drafts/{number:02}.md")).collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), WRONG_DAY)).collect();
    files.push(("drafts/ann.claims", "2022-01-25 Ann Reed\n    says no\n    disputes nothing-known\n"));
    let root = folder("threads", &files);
    for format in ["human", "json"] {
        let with = |threads| shown(&root, &["check", "--format", format, "--threads", threads, "drafts"]);
        let (one, eight) = (with("1"), with("8"));
        assert_eq!(one.replacen("--threads 1", "", 1), eight.replacen("--threads 8", "", 1));
    }
}

#[test]
fn journals_are_put_into_canonical_form() {
    let messy = "2022-01-25   Ann Reed\n  says   \"it is late\"\n";
    let root = folder("fmt", &[("a.claims", messy), ("b.claims", "2022-02-30 Ann Reed\n    says no\n")]);
    insta::assert_snapshot!(
        shown(&root, &["fmt", "--check", "a.claims"]) + &shown(&root, &["fmt", "b.claims"])
    );
    assert_eq!(sayso(&root, &["fmt", "a.claims"]).code, 0);
    assert_eq!(
        fs::read_to_string(root.join("a.claims")).unwrap(),
        "2022-01-25 Ann Reed\n    says \"it is late\"\n"
    );
    assert_eq!(sayso(&root, &["fmt", "--check", "a.claims"]).code, 0);
}

/// A full disk or a kill must not cost a journal: it is replaced as a whole, never written over.
#[cfg(unix)]
#[test]
fn a_journal_is_replaced_and_never_written_over() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let messy = "2022-01-25   Ann Reed\n  says   \"it is late\"\n";
    let root = folder("replaced", &[("a.claims", messy)]);
    let (file, before, link) = (root.join("a.claims"), root.join("before.txt"), root.join("link.claims"));
    for old in [&before, &link] {
        let _ = fs::remove_file(old);
    }
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    fs::hard_link(&file, &before).unwrap();
    symlink("a.claims", &link).unwrap();
    assert_eq!(sayso(&root, &["fmt", "link.claims"]).code, 0);
    assert_eq!(fs::read_to_string(&before).unwrap(), messy);
    assert!(fs::read_to_string(&file).unwrap().contains("    says"));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let left: Vec<_> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn faulty_rules_stop_the_run() {
    let root =
        folder("rules", &[("mine/loud.toml", "id = \"mine/loud\"\ntitel = \"A\"\n"), ("none/a.txt", "")]);
    insta::assert_snapshot!(
        shown(&root, &["rules", "--rules", "mine"]) + &shown(&root, &["rules", "--rules", "none"])
    );
}

#[test]
fn rules_are_explained_and_slips_of_the_pen_understood() {
    let root = folder("explain", &[]);
    let page = sayso(&root, &["explain", "quotes/quote-altered"]);
    assert!(page.code == 0 && page.out.starts_with("quotes/quote-altered: "), "{}", page.out);
    assert!(
        page.out.contains("\nLooks for\n") && page.out.contains("\n  departure = \"altered\"\n"),
        "{}",
        page.out
    );
    let borrowed = sayso(&root, &["explain", "divergence/imminence-one-side"]).out;
    assert!(borrowed.contains("\n  [scale.imminence.certain]\n"), "{borrowed}");
    let json = sayso(&root, &["explain", "quotes/quote-altered", "--format", "json"]).out;
    let page: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(page["id"], "quotes/quote-altered");
    assert_eq!(page["looks_for"]["pair"]["between"], "draft-and-record");
    let lost = sayso(&root, &["explain", "quote-alterd"]);
    assert_eq!(lost.code, 2);
    assert!(lost.err.ends_with("did you mean `quotes/quote-altered`?\n"), "{}", lost.err);
}

#[test]
fn actors_are_looked_up() {
    let root = folder("actors", &[("own.toml", "[[body]]\nname = \"Dam Board\"\nside = \"Norland\"\n")]);
    insta::assert_snapshot!(
        shown(&root, &["actors", "--actors", "own.toml", "dam board"])
            + &shown(&root, &["actors", "dam board"])
    );
}

/// The relations that a run of `relate` printed, by id.
fn relations(out: &str) -> Vec<(String, String)> {
    let lines = out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.map(|line| (line["id"].to_string(), line["relation"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn pairs_are_answered_line_by_line() {
    let pairs = "\u{feff}{\"id\": 7, \"a\": \"The dam is safe.\", \"b\": \"No, the dam is not safe.\", \"topic\": \"dam\"}\n\
                 The dam is safe.\n\n{\"id\": \"x\", \"a\": \"The dam is safe.\"}\n\
                 {\"id\": \"z\", \"a\": \"The dam is safe.\", \"b\": \"The mill burnt down.\", \"date_a\": \"2022-01-28\"}";
    let root = folder("pairs", &[("pairs.jsonl", pairs)]);
    let Run { code, out, err } = sayso(&root, &["relate", "--pairs", "pairs.jsonl"]);
    let told = |id: &str, relation: &str| (id.to_owned(), relation.to_owned());
    assert_eq!(relations(&out), [told("7", "contradicts"), told("\"z\"", "not-comparable")]);
    let places: Vec<&str> =
        err.lines().filter_map(|line| line.strip_prefix("error: ")?.split(": ").next()).collect();
    assert_eq!((code, places.as_slice()), (2, ["pairs.jsonl:2:1", "pairs.jsonl:4"].as_slice()));
}

#[test]
fn a_day_that_is_none_is_told() {
    let pair = r#"{"a": "The dam is safe.", "b": "The dam is safe.", "date_b": "2022-13-01"}"#;
    let root = folder("no-day", &[("pairs.jsonl", pair)]);
    let Run { code, err, .. } = sayso(&root, &["relate", "--pairs", "pairs.jsonl"]);
    assert!(
        code == 2 && err.starts_with("error: pairs.jsonl:1:") && err.contains("`2022-13-01` is no day"),
        "{err}"
    );
}

#[test]
fn what_is_wrong_with_a_pair_is_told_by_its_field() {
    let pairs = [
        r#"{"id": 1, "a": "The dam is safe.", "b": 5}"#,
        r#"{"id": 2, "a": "The dam is safe.", "B": "The dam leaks."}"#,
        r#"{"id": 3, "a": "The dam is safe.", "a": "The dam leaks.", "b": "So it does."}"#,
        r#"{"id": 4, "a": "The dam is safe.", "b": "The dam leaks.", "date_a": 2022}"#,
        r#"{"id": 5, "a": "The dam is safe." "b": "The dam leaks."}"#,
        r#"{"id": 6, "a": "The dam is safe.", "b": "The dam leaks.",}"#,
        r#"{'id': 7, 'a': 'The dam is safe.', 'b': 'The dam leaks.'}"#,
        r#"[{"id": 8, "a": "The dam is safe.", "b": "The dam leaks."}]"#,
        r#"{"id": 9, "a": "The dam is safe.","#,
        r#"{"id": 1, "a": "The dam is safe.", "b": "The dam leaks."}"#,
        r#"{"id": 1, "a": "The dam is safe.", "b": "The dam leaks."}"#,
        r#"{"id": 1, "a": "The dam is safe.", "b": "The dam leaks."}"#,
    ];
    let root = folder("wrong-pairs", &[("pairs.jsonl", &pairs.join("\n"))]);
    let Run { code, out, err } = sayso(&root, &["relate", "--pairs", "pairs.jsonl"]);
    assert_eq!((code, out.lines().count()), (2, 3), "{out}");
    insta::assert_snapshot!(err);
}

#[test]
fn pairs_in_utf16_are_told_as_such() {
    let root = folder("pairs-utf16", &[]);
    let pair = r#"{"id": 1, "a": "The dam is safe.", "b": "The dam leaks."}"#;
    let unmarked: Vec<u8> = pair.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE], &unmarked[..]].concat();
    for bytes in [unmarked, marked] {
        std::fs::write(root.join("pairs.jsonl"), bytes).unwrap();
        let Run { code, err, .. } = sayso(&root, &["relate", "--pairs", "pairs.jsonl"]);
        assert!(
            code == 2 && err.lines().count() == 1 && err.contains("this file is UTF-16; save it"),
            "{err}"
        );
    }
}

#[test]
fn a_folder_of_pairs_is_told_once() {
    let root = folder("folder-of-pairs", &[("pairs/a.jsonl", "")]);
    let Run { code, out, err } = sayso(&root, &["relate", "--pairs", "pairs"]);
    assert_eq!((code, out.as_str(), err.lines().count()), (2, "", 1), "{err}");
}

#[test]
fn keys_that_mean_nothing_are_told_once_each() {
    let line = r#"{"id":1,"a":"the dam is safe","b":"the dam is not safe","speakr_a":"Ann Lee","gold":"x"}"#;
    let root = folder("relate-keys", &[("pairs.jsonl", &format!("{line}\n{line}\n"))]);
    let Run { code, out, err } = sayso(&root, &["relate", "--pairs", "pairs.jsonl"]);
    assert_eq!((code, out.lines().count()), (0, 2), "{out}");
    insta::assert_snapshot!(err);
}

#[test]
fn why_names_only_rules_that_would_report_the_two() {
    let draft = "# The dam\n\nBo Ray said the dam is safe. Ann Lee denied that the dam is safe.\n";
    let root = folder("why-rules", &[("draft.md", draft)]);
    let ids: Vec<String> = sayso(&root, &["claims", "--format", "jsonl", "draft.md"])
        .out
        .lines()
        .filter_map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().map(str::to_owned)
        })
        .collect();
    let [said, denied] = &ids[..] else { panic!("{ids:?}") };
    let told = sayso(&root, &["why", denied, said, "draft.md"]).out;
    let firing: Vec<&str> = told.lines().filter(|line| line.contains(": fires")).collect();
    let reported = sayso(&root, &["check", "--format", "concise", "draft.md"]).out;
    let conflicts =
        reported.lines().filter(|line| line.contains("disputes/") || line.contains("divergence/"));
    // "In general" is no rule.
    assert_eq!((firing.len(), conflicts.count()), (2, 1), "{told}{reported}");
    assert!(firing[1].starts_with("disputes/disputed-claim"), "{told}");
    assert!(told.contains("headlines/headline-contradicted: they are not a headline"), "{told}");
}

#[test]
fn a_transcript_that_is_named_has_its_turns_and_its_day() {
    let text = "---\nkind: transcript\ndate: 2031-05-02\n---\n\nBO LIND: The dam is safe.\n";
    let root = folder("transcript", &[("hearing.md", text)]);
    let named = sayso(&root, &["claims", "hearing.md"]).out;
    assert!(named.contains("Bo Lind  2 May 2031"), "{named}");
    assert_eq!(named, sayso(&root, &["claims", "."]).out);
}

#[test]
fn claims_are_asked_for_by_the_places_that_are_printed() {
    let draft = "Ann Lee said the dam is safe. Bo Ray said the dam is not safe.\n";
    let root = folder("why-places", &[("my draft.md", draft)]);
    let claims = sayso(&root, &["claims", "my draft.md"]).out;
    let places: Vec<&str> =
        claims.lines().skip(2).filter_map(|line| line.split_whitespace().next()).collect();
    let [a, b] = places[..] else { panic!("{claims}") };
    let of_file = format!("my draft.md:{b}");
    for line in [[a, b], [a, &of_file]] {
        let Run { code, out, err } = sayso(&root, &["why", line[0], line[1], "my draft.md"]);
        assert!(code == 0 && out.contains("In general: fires"), "{line:?} {out}{err}");
    }
    let told = [["1", a], [a, a], [a, "7:7"]].map(|[a, b]| sayso(&root, &["why", a, b, "my draft.md"]).err);
    insta::with_settings!({ filters => vec![(r"  [0-9a-f]{6,}", "  ID")] }, { insta::assert_snapshot!(told.concat()) });
}

#[test]
fn two_claims_are_related_with_their_evidence() {
    let root = folder("two-claims", &[]);
    let claims = ["The brewery poisoned the river.", "Brewery denies that it poisoned the river"];
    let Run { code, out, .. } = sayso(&root, &["relate", claims[0], claims[1], "--date-a", "2022-01-28"]);
    let line: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, line["relation"].as_str()), (0, Some("denies")), "{out}");
    assert_eq!([line["evidence"]["a"].as_str(), line["evidence"]["b"].as_str()], claims.map(Some));
    let gates = line["gates"].as_array().unwrap();
    assert!(gates.iter().all(|gate| gate["passed"] == true), "{out}");
    assert_eq!(sayso(&root, &["relate", claims[0]]).code, 2);
    let Run { code, err, .. } = sayso(&root, &["relate", "", claims[0]]);
    assert_eq!((code, err.as_str()), (2, "error: the first claim is empty: expected its words\n"));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::Stdio;
    let root = folder("pipe", &[]);
    let program = std::process::Command::new(assert_cmd::cargo::cargo_bin!("sayso"))
        .current_dir(&root)
        .args(["explain", "quotes/quote-altered"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = program.unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn messages_and_tables_do_not_steer_the_terminal() {
    let root =
        folder("escape", &[("draft.md", "# The dam\n\nAnna Berg said that the \u{1b}[2Jdam is safe.\n")]);
    let Run { out, .. } = sayso(&root, &["claims", "draft.md"]);
    assert!(out.contains("the ␛[2Jdam is safe"), "{out}");
    let Run { code, err, .. } = sayso(&root, &["check", "no\u{1b}[2Jthing.md"]);
    assert_eq!(code, 2);
    assert!(err.contains("no␛[2Jthing.md"), "{err:?}");
}

#[test]
fn a_journal_that_is_not_utf8_is_left_as_it_is() {
    let root = folder("latin", &[]);
    let journal = b"2031-05-02   Ann Reed\n    says caf\xE9 is closed\n";
    fs::write(root.join("l.claims"), journal).unwrap();
    let Run { code, err, .. } = sayso(&root, &["fmt", "l.claims"]);
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "error: l.claims:2: this is not UTF-8; save the journal as UTF-8, it was left as it is\n"
    );
    assert_eq!(fs::read(root.join("l.claims")).unwrap(), journal);
}
