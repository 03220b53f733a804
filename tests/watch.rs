//! `sayso watch`: a report for each change, and an end when nobody reads any more.

#![cfg(test)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const WRONG: &str = "---\ndate: 2022-01-28\n---\n\nOn Monday, Jan. 25, 2022, the council met.\n";
const RIGHT: &str = "---\ndate: 2022-01-28\n---\n\nOn Tuesday, Jan. 25, 2022, the council met at noon.\n";

/// Longer than a change takes to be noticed, even on a machine under load.
const PATIENCE: Duration = Duration::from_secs(60);

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("watch").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    fs::write(root.join("draft.md"), WRONG).unwrap();
    root
}

fn watching(folder: &Path, args: &[&str]) -> (Child, BufReader<ChildStdout>, BufReader<ChildStderr>) {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("sayso"))
        .arg("watch")
        .args(args)
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    end_later(child.id());
    (child, BufReader::new(out), BufReader::new(err))
}

/// Ends a program that a test still waits for.
fn end_later(program: u32) {
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        let _ = Command::new("kill").arg(program.to_string()).stderr(Stdio::null()).status();
    });
}

/// Reads lines up to one that begins like this; after each check a line tells how many files are watched.
fn until(lines: &mut impl BufRead, beginning: &str) -> String {
    let mut read = String::new();
    loop {
        let mut line = String::new();
        assert!(lines.read_line(&mut line).unwrap() > 0, "no `{beginning}` in {read}");
        read.push_str(&line);
        if line.starts_with(beginning) {
            return read;
        }
    }
}

#[test]
fn every_change_is_checked_and_nothing_else_is_printed() {
    let folder = folder("changes");
    let (mut child, mut out, mut err) = watching(&folder, &["--format", "concise", "draft.md"]);
    assert!(until(&mut out, "draft.md:5:").contains("dates/weekday-date-mismatch"));
    until(&mut err, "watching 1 file;");

    fs::write(folder.join("draft.md"), RIGHT).unwrap();
    until(&mut err, "watching 1 file;");
    fs::write(folder.join("sayso.toml"), "[severity]\ndates = \"note\"\n").unwrap();
    until(&mut err, "watching 2 files;");
    fs::write(folder.join("draft.md"), format!("{WRONG}\nAnd so on.\n")).unwrap();
    let line = until(&mut out, "draft.md:5:");
    assert!(line.contains("note") && !line.contains('\u{1b}'), "{line:?}");

    fs::write(folder.join("sayso.toml"), "fial-on = 1\n").unwrap();
    until(&mut err, "error: ");
    fs::remove_file(folder.join("draft.md")).unwrap();
    fs::remove_file(folder.join("sayso.toml")).unwrap();
    until(&mut err, "error: draft.md");
    fs::write(folder.join("draft.md"), WRONG).unwrap();
    until(&mut out, "draft.md:5:");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn it_ends_when_nobody_reads() {
    let folder = folder("pipe");
    let (mut child, mut out, _err) = watching(&folder, &["--format", "concise", "."]);
    until(&mut out, "draft.md:5:");
    drop(out);
    fs::write(folder.join("draft.md"), format!("{WRONG}\nAnd so on.\n")).unwrap();
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(began.elapsed() < PATIENCE, "it still runs");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_report_in_the_folder_is_no_change() {
    let folder = folder("report");
    let args = ["--format", "concise", "--format", "json=report.json", "."];
    let (mut child, mut out, mut err) = watching(&folder, &args);
    until(&mut out, "draft.md:5:");
    until(&mut err, "watching 1 file;");
    fs::write(folder.join("draft.md"), RIGHT).unwrap();
    until(&mut err, "watching 1 file;");
    std::thread::sleep(Duration::from_secs(2));
    child.kill().unwrap();
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut err, &mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn standard_input_cannot_be_watched() {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("sayso")).args(["watch", "-"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("name files or folders"));
}

#[test]
fn what_is_not_there_is_said_at_once_and_wrong_arguments_end_it() {
    let folder = folder("missing");
    let (mut child, mut out, mut err) = watching(&folder, &["--format", "concise", "draft.md", "later.md"]);
    until(&mut err, "error: later.md");
    fs::write(folder.join("later.md"), WRONG).unwrap();
    until(&mut out, "later.md:5:");
    child.kill().unwrap();
    child.wait().unwrap();

    let (mut child, _out, mut err) = watching(&folder, &["nosuch.md", "nor-this"]);
    until(&mut err, "error: nosuch.md");
    assert_eq!(child.wait().unwrap().code(), Some(2));

    let (mut child, _out, mut err) = watching(&folder, &["--config", "nope.toml", "draft.md"]);
    until(&mut err, "error: ");
    assert_eq!(child.wait().unwrap().code(), Some(2));
}
