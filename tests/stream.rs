//! Documents as lines, claims under their keys, conflicts of each key: what a stream gives is what an archive gives.

#![cfg(test)]

#[path = "bench/article.rs"]
mod article;
#[path = "bench/invented.rs"]
mod invented;

use article::articles;
use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

/// Exit code, standard output and standard error of `sayso`, which reads `input` in `folder`.
fn run_in(folder: &Path, arguments: &[&str], input: impl Into<Vec<u8>>) -> (i32, String, String) {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(folder).args(arguments).write_stdin(input).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> (i32, String, String) {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments, input)
}

const CLAIMS: [&str; 3] = ["claims", "--input", "ndjson"];

fn values(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Some documents, an object a line.
fn documents(count: usize) -> String {
    articles(count, 0).map(|article| format!("{}\n", article.json())).collect()
}

/// An empty folder of this test's own.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stream").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The lines of a keyed stream as `sort` puts them.
fn sorted(keyed: &str) -> String {
    let mut lines: Vec<&str> = keyed.lines().collect();
    lines.sort_unstable();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Of several conflicts of a rule with the same positions the first, as `examples/spark` takes it.
fn once(found: &str) -> Vec<String> {
    let place = |side: &Value| (side["doc"].as_str().unwrap().to_owned(), side["n"].as_u64().unwrap());
    let mut first = BTreeMap::new();
    for line in found.lines() {
        let read: Value = serde_json::from_str(line).unwrap();
        let same = (read["rule"].to_string(), read["positions"].to_string());
        let order = (place(&read["a"]), place(&read["b"]));
        let slot = first.entry(same).or_insert_with(|| (order.clone(), line.to_owned()));
        if order < slot.0 {
            *slot = (order, line.to_owned());
        }
    }
    let mut lines: Vec<String> = first.into_values().map(|(_, line)| line).collect();
    lines.sort();
    lines
}

#[test]
fn keys_give_what_an_archive_gives() {
    let folder = fresh("archive");
    articles(120, 10).for_each(|article| article.write_to(&folder));
    let names: Vec<String> = articles(120, 10).map(|article| article.name()).collect();
    let build: Vec<&str> =
        ["archive", "build", "record.db"].into_iter().chain(names.iter().map(String::as_str)).collect();
    assert_eq!(run_in(&folder, &build, "").0, 0);
    let (code, whole, _) = run_in(&folder, &["archive", "check", "record.db", "--format", "jsonl"], "");
    assert_eq!(code, 1);
    let documents: String = articles(120, 10).map(|article| format!("{}\n", article.json())).collect();
    let (code, keyed, told) = run(&[&CLAIMS[..], &["--format", "keyed"]].concat(), documents);
    assert_eq!((code, told.as_str()), (0, ""));
    let (code, found, told) = run(&["relate", "--group", "-"], sorted(&keyed));
    assert_eq!((code, told.as_str()), (0, ""));
    let mut whole: Vec<&str> = whole.lines().collect();
    whole.sort_unstable();
    assert!(whole.len() > 100, "{}", whole.len());
    assert_eq!(once(&found), whole);
}

#[test]
fn claims_come_in_the_order_of_documents_whatever_the_number_of_threads() {
    let documents = documents(600);
    let (code, one, _) = run(&[&CLAIMS[..], &["--threads", "1"]].concat(), documents.clone());
    let (_, many, _) = run(&[&CLAIMS[..], &["--threads", "7"]].concat(), documents);
    assert_eq!(code, 0);
    assert!(one == many);
    let mut ids: Vec<String> =
        values(&one).iter().map(|line| line["doc"].as_str().unwrap().to_owned()).collect();
    assert!(ids.len() > 2_000);
    ids.dedup();
    let given = articles(600, 0).map(|article| article.name());
    assert_eq!(ids, given.filter(|name| ids.contains(name)).collect::<Vec<String>>());
}

#[test]
fn a_line_keeps_the_contract_of_claims() {
    let schema: Value = serde_json::from_str(sayso::report::CLAIMS_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for line in values(&run(&CLAIMS, documents(20)).1) {
        assert!(validator.is_valid(&line), "{line}");
        assert!(line["keys"].is_array() && line["reading"].is_object());
    }
}

/// A document with its fields as they are given.
fn document(fields: &str) -> String {
    format!("{{\"id\":\"x\",{fields}}}\n")
}

#[test]
fn lines_that_are_no_documents_are_told_and_passed_over() {
    let text = r#""text":"The dam is safe, Ole Voss said.""#;
    let good = document(&format!(r#"{text},"date":"2031-05-02","outlet":"Gazette""#));
    let null = document(&format!(r#"{text},"date":null,"outlet":null,"more":[1]"#));
    let timed =
        document(&format!(r#"{text},"date":"2031-05-02T10:00:00Z","outlet":null,"language":"en-GB""#));
    let french = document(&format!(r#"{text},"date":null,"outlet":null,"language":"fr""#));
    let bad: [&[u8]; 12] = [
        document(&format!(r#"{text},"date":"2031-02-30","outlet":null"#)).as_bytes(),
        document(&format!(r#"{text},"date":"2031-5-2","outlet":null"#)).as_bytes(),
        document(&format!(r#"{text},"outlet":null"#)).as_bytes(),
        document(&format!(r#"{text},"date":null"#)).as_bytes(),
        document(r#""date":null,"outlet":null"#).as_bytes(),
        format!("{{{text},\"date\":null,\"outlet\":null}}\n").as_bytes(),
        b"{\"id\":\"a\\tb\",\"text\":\"\",\"date\":null,\"outlet\":null}\n",
        b"{\"id\":\"x\",\"text\":\"\xff\",\"date\":null,\"outlet\":null}\n",
        b"{\"id\":\"x\",\"text\":\"\\ud800\",\"date\":null,\"outlet\":null}\n",
        b"[]\n",
        b" [\"x\", \"The dam is safe, Ole Voss said.\", null, null, null, null]\n",
        b"\x00\xfe\n",
    ]
    .map(|line: &[u8]| line.to_vec().leak() as &[u8]);
    let mut input = b"\xef\xbb\xbf".to_vec();
    input.extend(good.as_bytes());
    input.extend(b"\n  \r\n");
    bad.iter().for_each(|line| input.extend(*line));
    input.extend(format!("{null}{timed}{french}{}", good.trim_end()).as_bytes());
    let (code, out, err) = run(&CLAIMS, input);
    assert_eq!(code, 2);
    assert_eq!(values(&out).len(), 4, "{out}");
    let told: Vec<String> =
        err.lines().map(|line| line.split("; passed over").next().unwrap().to_owned()).collect();
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!(run(&CLAIMS, ""), (0, String::new(), String::new()));
}

#[test]
fn what_is_no_claim_under_a_key_is_told_and_passed_over() {
    let (_, keyed, _) = run(&[&CLAIMS[..], &["--format", "keyed"]].concat(), documents(150));
    let keyed = sorted(&keyed);
    let (_, whole, _) = run(&["relate", "--group", "-"], keyed.clone());
    assert!(whole.lines().count() > 3);
    let odd = ["{}", "key\tday", "not json", "{\"doc\":\"a\",\"n\":0,\"reading\":{\"form\":2}}", "[]"];
    let input = odd.iter().fold(keyed.clone(), |all, line| format!("{line}\n\n{all}"));
    let (code, out, err) = run(&["relate", "--group", "-"], input);
    assert_eq!((code, err.lines().count()), (2, odd.len()), "{err}");
    assert!(out == whole);
    let broken = [b"\xff\xfe\n".as_slice(), keyed.as_bytes()].concat();
    let (code, out, err) = run(&["relate", "--group", "-"], broken);
    assert!(code == 2 && out == whole && err.contains("UTF-8"), "{err}");
    assert_eq!(run(&["relate", "--group", "nowhere.txt"], "").0, 2);
}

#[test]
fn lines_without_keys_are_one_group() {
    let text = |words: &str, id: &str| {
        format!("{{\"id\":\"{id}\",\"text\":\"{words}\",\"date\":\"2031-05-02\",\"outlet\":null}}\n")
    };
    let input = text("The flood in Vik killed 12 people, Anna Berg said on Thursday.", "a")
        + &text("The flood in Vik killed 40 people, Ole Voss said on Thursday.", "b");
    let (_, lines, _) = run(&CLAIMS, input);
    let (code, found, err) = run(&["relate", "--group", "-"], lines);
    assert_eq!((code, err.as_str()), (0, ""));
    let found = values(&found);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["a"]["doc"], "a");
    assert_eq!(found[0]["b"]["who"], "Ole Voss");
}

#[test]
fn a_journal_can_be_made_of_the_lines() {
    let (_, lines, _) = run(&CLAIMS, documents(40));
    let count = lines.lines().count();
    let (code, journal, err) = run(&["import", "--from", "jsonl", "-"], lines);
    assert_eq!((code, err.as_str()), (0, ""));
    let folder = fresh("journal");
    fs::write(folder.join("claims.claims"), journal).unwrap();
    let (code, out, _) = run_in(&folder, &["archive", "build", "record.db", "claims.claims"], "");
    assert!(code == 0 && out.starts_with(&format!("{count} claims added")), "{out}");
}

#[test]
fn arguments_that_say_nothing_together_are_refused() {
    for arguments in [
        vec!["claims", "--format", "keyed", "corpus"],
        vec!["claims", "--input", "ndjson", "--format", "table"],
        vec!["relate", "--group", "-", "a", "b"],
        vec!["relate", "--rules", "rules", "a", "b"],
        vec!["claims", "--input", "ndjson", "nowhere.ndjson"],
    ] {
        let (code, out, err) = run(&arguments, "");
        assert!(code == 2 && out.is_empty() && !err.is_empty(), "{arguments:?}: {err}");
    }
}

fn started(arguments: &[&str]) -> std::process::Child {
    let mut sayso = Process::new(assert_cmd::cargo::cargo_bin!("sayso"));
    sayso.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn who_has_read_enough_may_close_the_pipe() {
    let mut sayso = started(&CLAIMS);
    let (mut input, documents) = (sayso.stdin.take().unwrap(), documents(2_000));
    // Writing fails once nobody reads any more.
    let writer = std::thread::spawn(move || drop(input.write_all(documents.as_bytes())));
    let mut first = String::new();
    BufReader::new(sayso.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with('{'));
    assert_eq!(sayso.wait().unwrap().code(), Some(0));
    writer.join().unwrap();
    let mut told = String::new();
    sayso.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!(told, "");
}

#[test]
fn memory_does_not_grow_with_the_number_of_documents_nor_with_the_length_of_a_line() {
    let status = Path::new("/proc/self/status");
    if !status.exists() {
        return;
    }
    let peak = |documents: &mut dyn FnMut(&mut dyn Write)| {
        let mut sayso = started(&[&CLAIMS[..], &["--threads", "2"]].concat());
        let mut out = sayso.stdout.take().unwrap();
        let reader = std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        documents(sayso.stdin.as_mut().unwrap());
        let status = fs::read_to_string(format!("/proc/{}/status", sayso.id())).unwrap();
        drop(sayso.stdin.take());
        sayso.wait().unwrap();
        reader.join().unwrap().unwrap();
        let held = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        held.trim().trim_end_matches(" kB").parse::<usize>().unwrap() / 1024
    };
    let documents = documents(300);
    let peak_of = |times: usize| {
        peak(&mut |input| (0..times).for_each(|_| input.write_all(documents.as_bytes()).unwrap()))
    };
    // More than a batch, so that one has been worked on when memory is looked at.
    let (some, many) = (peak_of(2), peak_of(6));
    assert!(many < some + 20, "{some} MB, {many} MB");
    let megabyte = vec![b'x'; 1 << 20];
    let long = peak(&mut |input| (0..200).for_each(|_| input.write_all(&megabyte).unwrap()));
    assert!(long < 200, "{long} MB");
}
