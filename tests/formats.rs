//! The report in every form: the same findings at the same places, whatever a draft holds.

#![cfg(test)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Every form that other programs read.
const FORMATS: [&str; 10] =
    ["concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"];

/// A draft that does its best to break the forms: wide characters before the words, markup in them.
const DRAFT: &str = "\
---
date: 2031-05-04
---

# The dam & the <river>

😀 漢字 é: “The dam <b>is</b> safe, ::error:: 100%25 | `sure` @all ]]> [x](y),” Ann Reed, the Norland minister, said on Friday.

Bo Lind, the Sudland minister, said on Saturday that it is not. He met Ann Reed on Monday, May 3, 2031.
";

const RECORD: &str = "\
2031-05-02 Ann Reed, minister (Norland)
    says \"the dam is not safe, 100 per cent sure\"
";

/// A folder of its own at each call: tests run side by side.
fn folder() -> PathBuf {
    static FOLDERS: AtomicUsize = AtomicUsize::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats").join(number.to_string());
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("texts")).unwrap();
    // Code hosts name files from the root of the repository: here.
    fs::create_dir(root.join(".git")).unwrap();
    fs::write(root.join("texts/the dam.md"), DRAFT).unwrap();
    fs::write(root.join("texts/clean.md"), "---\ndate: 2031-05-04\n---\n\n# Rain\n\nIt rained.\n").unwrap();
    fs::write(root.join("texts/record.claims"), RECORD).unwrap();
    root
}

fn sayso(root: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = program.current_dir(root).arg("check").arg("texts").args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn printed(format: &str) -> String {
    let (code, out, err) = sayso(&folder(), &["--format", format]);
    assert_eq!((code, err.as_str()), (Some(1), ""), "{format}");
    out
}

#[test]
fn every_form_has_the_findings() {
    for format in FORMATS {
        let version = env!("CARGO_PKG_VERSION").replace('.', r"\.");
        insta::with_settings!({ snapshot_suffix => format, filters => vec![(version.as_str(), "[version]")] }, {
            insta::assert_snapshot!("report", printed(format));
        });
    }
}

#[test]
fn columns_are_right_after_emoji_accents_and_ideographs() {
    let report: Value = serde_json::from_str(&printed("json")).unwrap();
    let places =
        report["findings"].as_array().unwrap().iter().flat_map(|it| it["places"].as_array().unwrap());
    let mut seen = 0;
    for place in places.filter(|place| place["file"].as_str().unwrap().ends_with("the dam.md")) {
        let from = &place["from"];
        let number = |key: &str| usize::try_from(from[key].as_u64().unwrap()).unwrap();
        let line = DRAFT.lines().nth(number("line") - 1).unwrap();
        let (before, _) = line.split_at(number("byte_column") - 1);
        assert_eq!(number("column"), before.chars().count() + 1);
        assert_eq!(number("utf16_column"), before.encode_utf16().count() + 1);
        assert!(DRAFT.split_at(number("byte")).1.starts_with(place["words"].as_str().unwrap()));
        seen += usize::from(before.contains('😀'));
    }
    assert!(seen > 0, "no finding stands after the emoji");
}

#[test]
fn the_xml_is_well_formed() {
    for format in ["junit", "checkstyle"] {
        well_formed(&printed(format));
    }
}

fn well_formed(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(start) | quick_xml::events::Event::Empty(start) => {
                start.attributes().for_each(|attribute| drop(attribute.unwrap()));
            }
            _ => {}
        }
    }
    let forbidden =
        |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!text.contains(forbidden), "{text:?}");
}

/// The schema is OASIS's own and no part of this project: `SARIF_SCHEMA` names its file.
#[test]
fn sarif_is_what_its_schema_says() {
    let Some(path) = std::env::var_os("SARIF_SCHEMA") else {
        return eprintln!("skipped: SARIF_SCHEMA names no file");
    };
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    // The pattern of a language's name has a bracket too many; reports name no language.
    for owner in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{owner}/properties/language")).unwrap();
        language.as_object_mut().unwrap().remove("pattern");
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report: Value = serde_json::from_str(&printed("sarif")).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&report).map(|fault| format!("{} {fault}", fault.instance_path())).collect();
    assert_eq!(faults, Vec::<String>::new());
    assert!(validator.iter_errors(&serde_json::json!({ "version": "2.1.0" })).next().is_some());
}

#[test]
fn several_reports_in_one_run_go_each_to_a_place() {
    let root = folder();
    let (code, out, err) =
        sayso(&root, &["--format", "concise", "--format", "sarif=a.sarif", "--format", "junit=b.xml"]);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    assert_eq!(out, printed("concise"));
    assert_eq!(fs::read_to_string(root.join("a.sarif")).unwrap(), printed("sarif"));
    assert_eq!(fs::read_to_string(root.join("b.xml")).unwrap(), printed("junit"));
}

#[test]
fn what_cannot_be_printed_is_told() {
    let root = folder();
    let told = |args: &[&str]| {
        let (code, out, err) = sayso(&root, args);
        format!("{args:?}\n{out}{err}exit {}\n", code.unwrap())
    };
    insta::assert_snapshot!(
        [
            told(&["--format", "serif"]),
            told(&["--format", "sarif="]),
            told(&["--format", "json", "--format", "sarif"]),
            told(&["--format", "json=no/such/folder/report.json"]),
        ]
        .concat()
    );
}

/// Whatever steers a screen, turns words round or is forbidden in XML, wherever a draft and its record may have it.
const HOSTILE: &str = "\u{1b}[2J\u{202e}\u{2066}\u{200f}\u{61c}\u{9b}31m\u{7}\u{8}\u{fffe}\u{2028}";

fn hostile() -> PathBuf {
    let root = folder();
    let texts = root.join("texts");
    fs::remove_file(texts.join("the dam.md")).unwrap();
    fs::write(
        texts.join(format!("the {HOSTILE} dam.md")),
        DRAFT.replace("The dam", &format!("The {HOSTILE} dam")),
    )
    .unwrap();
    fs::write(texts.join("record.claims"), RECORD.replace("the dam", &format!("the {HOSTILE} dam"))).unwrap();
    root
}

#[test]
fn nothing_of_a_hostile_draft_steers_in_any_form() {
    let root = hostile();
    for format in FORMATS.iter().chain(&["html", "human"]) {
        let (code, out, err) = sayso(&root, &["--format", format]);
        assert_eq!((code, err.as_str()), (Some(1), ""), "{format}");
        let file = format!("report.{format}");
        sayso(&root, &["--format", &format!("{format}={file}")]);
        for text in [&out, &fs::read_to_string(root.join(file)).unwrap()] {
            let steers = text.chars().find(|c| sayso::text::steers(*c) && *c != '\n');
            assert_eq!(steers, None, "{format}: {text}");
            assert!(text.contains("202"), "{format}: the draft has come as far as the report");
        }
        match *format {
            "junit" | "checkstyle" => well_formed(&out),
            "json" | "sarif" | "gitlab" | "rdjson" => drop(serde_json::from_str::<Value>(&out).unwrap()),
            _ => {}
        }
    }
}

#[test]
fn words_for_programs_are_exact_and_words_for_people_are_harmless() {
    let root = hostile();
    let report =
        |format: &str| -> Value { serde_json::from_str(&sayso(&root, &["--format", format]).1).unwrap() };
    let exact = |value: &Value| value.as_str().unwrap().contains(HOSTILE);
    let json = report("json");
    assert!(json["findings"].as_array().unwrap().iter().any(|it| exact(&it["places"][0]["words"])));
    let sarif = report("sarif");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(
        results.iter().any(|it| exact(&it["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]))
    );
    let steers = |value: &Value| value.as_str().unwrap().contains(|c| c != '\n' && sayso::text::steers(c));
    assert!(results.iter().all(|it| !steers(&it["message"]["text"])));
    assert!(report("gitlab").as_array().unwrap().iter().all(|it| !steers(&it["description"])));
}

#[test]
fn what_cannot_be_read_is_in_every_form() {
    let root = folder();
    fs::write(root.join("texts/wide.txt"), b"\xff\xfeT\0h\0e\0").unwrap();
    for format in FORMATS.iter().filter(|format| **format != "concise").chain(&["html"]) {
        let (code, out, err) = sayso(&root, &["none.md", "--format", format]);
        assert_eq!(code, Some(2), "{format}");
        assert!(err.contains("none.md: there is no such file"), "{format}: {err}");
        assert!(
            out.contains("none.md") && out.contains("there is no such file or folder"),
            "{format}: {out}"
        );
        assert!(*format == "html" || out.contains("UTF-16"), "{format}: {out}");
        match *format {
            "junit" => {
                assert!(out.contains("<error type=\"sayso/unreadable\"") && out.contains("errors=\"1\""))
            }
            "checkstyle" => {
                assert!(out.contains("severity=\"error\"") && out.contains("source=\"sayso.unreadable\""))
            }
            "github" => assert!(out.contains("::error file=none.md,title=sayso/unreadable::there is")),
            "sarif" => {
                let run = &serde_json::from_str::<Value>(&out).unwrap()["runs"][0];
                let invocation = &run["invocations"][0];
                assert_eq!(invocation["executionSuccessful"], false);
                let told = &invocation["toolExecutionNotifications"][0];
                assert_eq!(told["level"], "error");
                let place = &told["locations"][0]["physicalLocation"]["artifactLocation"];
                assert_eq!(place["uri"], "none.md");
            }
            _ => {}
        }
    }
    let (_, out, _) = sayso(&folder(), &["--format", "sarif"]);
    assert!(out.contains("\"executionSuccessful\": true"));
}

/// The files that a report names.
fn files(report: &str) -> Vec<String> {
    let at = |mark: &str, end: char| -> Vec<String> {
        report.split(mark).skip(1).map(|rest| rest.split(end).next().unwrap().to_owned()).collect()
    };
    let marks = [("\"file\": \"", '"'), ("\"file\":\"", '"'), ("\"uri\": \"", '"'), ("\"path\": \"", '"')];
    let more =
        [("file=", ','), ("<file name=\"", '"'), ("classname=\"", '"'), ("\n### ", '\n'), ("--> ", ':')];
    let mut files: Vec<String> =
        marks.into_iter().chain(more).flat_map(|(mark, end)| at(mark, end)).collect();
    files.retain(|file| file.ends_with(".md"));
    files.sort();
    files.dedup();
    files
}

#[test]
fn a_file_has_one_name_however_it_is_typed() {
    let root = folder();
    fs::rename(root.join("texts/the dam.md"), root.join("texts/dam.md")).unwrap();
    let whole = root.join("texts/dam.md");
    for format in FORMATS.iter().filter(|format| **format != "concise").chain(&["human"]) {
        for typed in
            ["texts/dam.md", "./texts/dam.md", "texts/.//dam.md", whole.to_str().unwrap(), ".", "./texts"]
        {
            let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
            let output =
                program.current_dir(&root).args(["check", typed, "--format", format]).output().unwrap();
            let found = files(&String::from_utf8(output.stdout).unwrap());
            let clean = "texts/clean.md".to_owned();
            let found: Vec<String> = found.into_iter().filter(|file| *file != clean).collect();
            assert_eq!(found, ["texts/dam.md"], "{format} {typed}");
        }
    }
}

#[test]
fn code_hosts_are_given_paths_from_the_root() {
    let root = folder();
    fs::rename(root.join("texts/the dam.md"), root.join("texts/dam.md")).unwrap();
    for (format, named) in [
        ("github", "file=texts/dam.md,"),
        ("gitlab", "\"path\": \"texts/dam.md\""),
        ("sarif", "\"uri\": \"texts/dam.md\""),
    ] {
        let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
        let run = program.current_dir(root.join("texts")).args(["check", "dam.md", "--format", format]);
        let out = String::from_utf8(run.output().unwrap().stdout).unwrap();
        assert!(out.contains(named), "{format}: {out}");
    }
}

#[test]
fn a_comment_is_as_long_as_a_code_host_takes_and_keeps_the_gravest() {
    let root = folder();
    let wrong = "He met Ann Reed on Monday, May 3, 2031.\n\n".repeat(1500);
    let hearsay = "Officials said on Friday that the dam is not safe.\n\n";
    fs::write(root.join("texts/the dam.md"), format!("---\ndate: 2031-05-04\n---\n\n{wrong}{hearsay}"))
        .unwrap();
    let severity = "[severity]\ndates = \"note\"\n\"sourcing/vague-source\" = \"error\"\n";
    fs::write(root.join("sayso.toml"), severity).unwrap();
    let (_, out, _) = sayso(&root, &["--format", "markdown", "--verdicts"]);
    assert!((50_000..65_536).contains(&out.chars().count()), "{}", out.chars().count());
    assert!(out.contains(" more findings left out") && out.contains("error: "), "{out}");
}
