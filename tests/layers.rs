//! The invariants of ARCHITECTURE.md, read off the sources.

#![cfg(test)]

use std::fs;
use std::path::Path;

/// The longest that a source file may be, in lines.
const LONGEST: usize = 450;

/// Crates that have one home only.
const HOMES: &[(&str, &[&str])] = &[
    ("nom", &["grammar"]),
    ("similar", &["compare", "report"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("supports_hyperlinks", &["cli"]),
    ("quick_xml", &["report"]),
    ("terminal_size", &["cli"]),
    ("annotate_snippets", &["report"]),
    ("maud", &["report"]),
    ("unicode_width", &["report"]),
    ("pulldown_cmark", &["document"]),
    ("toml", &["pack", "resolve", "settings"]),
    ("globset", &["settings"]),
    ("rusqlite", &["archive"]),
    ("csv", &["exchange"]),
    ("lsp_types", &["lsp"]),
    ("lsp_server", &["lsp", "cli"]),
];

/// What only the command line may do, and the rooms that may do some of it besides.
const EFFECTS: &[(&str, &[&str])] = &[
    ("std::fs", &["archive", "cli", "record"]),
    ("std::env::", &["cli"]),
    ("std::process", &["cli", "main"]),
    ("std::net", &[]),
    ("std::thread", &["cli"]),
    ("SystemTime::now", &["cli"]),
    ("Instant::now", &[]),
    ("Utc::now", &[]),
    ("Local::now", &[]),
    ("stdin()", &["cli"]),
    ("stdout()", &["cli"]),
    ("stderr()", &["cli"]),
    ("println!", &[]),
    ("print!", &[]),
    ("unsafe ", &[]),
];

/// A source file: its path below `src/`, and its text.
type File = (String, String);

/// What is wrong with `files`, given the modules in the order in which `lib.rs` lists them.
fn violations(order: &[&str], files: &[File]) -> Vec<String> {
    let check = |file: &File| -> Vec<String> {
        let (path, text) = file;
        let room = room(path);
        let code = code(path, text);
        let mut found = Vec::new();
        found.extend(wrong_imports(order, room, &code));
        found.extend(homeless(room, &code));
        found.extend(effects(room, &code));
        if text.lines().count() > LONGEST {
            found.push(format!("more than {LONGEST} lines"));
        }
        if path.split(['/', '.']).any(|part| matches!(part, "utils" | "util" | "helpers" | "common")) {
            found.push("a name that says nothing".to_owned());
        }
        found.into_iter().map(|what| format!("{path}: {what}")).collect()
    };
    files.iter().flat_map(check).collect()
}

/// The module of the top level that a file belongs to.
fn room(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap()
}

/// The text without comments, and without the tests that stand at its end or in files of their own.
fn code(path: &str, text: &str) -> String {
    let name = path.rsplit('/').next().unwrap();
    if matches!(name, "tests.rs" | "properties.rs") || path.contains("/tests/") {
        return String::new();
    }
    let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    own.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// Modules of the crate that are used though they stand at or below the own one.
fn wrong_imports(order: &[&str], room: &str, code: &str) -> Vec<String> {
    let Some(own) = order.iter().position(|known| *known == room) else { return Vec::new() };
    let used = code.split("crate::").skip(1).flat_map(first_names);
    let wrong = used.filter(|used| *used != room && order.iter().position(|known| known == used) > Some(own));
    wrong.map(|used| format!("uses {used}, which comes after {room}")).collect()
}

/// The names right after `crate::`: one, or those of a list in braces.
fn first_names(rest: &str) -> Vec<&str> {
    let word = |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    match rest.strip_prefix('{') {
        Some(list) => {
            let list = list.split('}').next().unwrap();
            list.split(',').map(str::trim).map(|name| name.split_at(word(name)).0).collect()
        }
        None => vec![rest.split_at(word(rest)).0],
    }
}

fn homeless(room: &str, code: &str) -> Vec<String> {
    let strays = HOMES.iter().filter(|(name, homes)| !homes.contains(&room) && names_crate(code, name));
    strays.map(|(name, homes)| format!("uses {name}, which lives in {}", homes.join(", "))).collect()
}

/// Whether `name::` stands there as the beginning of a path.
fn names_crate(code: &str, name: &str) -> bool {
    let inside_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    code.match_indices(&format!("{name}::")).any(|(at, _)| !code.split_at(at).0.ends_with(inside_path))
}

fn effects(room: &str, code: &str) -> Vec<String> {
    let strays = EFFECTS.iter().filter(|(what, homes)| !homes.contains(&room) && code.contains(what));
    strays.map(|(what, _)| format!("has {what}")).collect()
}

/// The modules in the order in which `lib.rs` lists them.
fn order(lib: &str) -> Vec<&str> {
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect()
}

fn sources(folder: &Path, root: &Path, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, root, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_sources_keep_the_invariants() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut files = Vec::new();
    sources(root, root, &mut files);
    files.sort();
    let lib = fs::read_to_string(root.join("lib.rs")).unwrap();
    let order = order(&lib);
    assert!(order.len() > 8 && files.len() > 50, "{order:?}, {} files", files.len());
    assert_eq!(violations(&order, &files), Vec::<String>::new());
}

#[test]
fn every_kind_of_violation_is_found() {
    let check = |path: &str, text: &str| {
        let found = violations(&["text", "grammar", "compare", "cli"], &[(path.to_owned(), text.to_owned())]);
        found.join("; ")
    };
    insta::assert_snapshot!(check("text/a.rs", "use crate::grammar::x;"), @"text/a.rs: uses grammar, which comes after text");
    insta::assert_snapshot!(check("text/a.rs", "use crate::{compare::x, text::y};"), @"text/a.rs: uses compare, which comes after text");
    insta::assert_snapshot!(check("grammar.rs", "fn f() { crate::cli::main() }"), @"grammar.rs: uses cli, which comes after grammar");
    insta::assert_snapshot!(check("compare/a.rs", "use nom::Parser;"), @"compare/a.rs: uses nom, which lives in grammar");
    insta::assert_snapshot!(check("text.rs", "fn f() { similar::x() }"), @"text.rs: uses similar, which lives in compare, report");
    insta::assert_snapshot!(check("compare/a.rs", "use std::fs;"), @"compare/a.rs: has std::fs");
    insta::assert_snapshot!(check("cli/a.rs", "println!()"), @"cli/a.rs: has println!");
    insta::assert_snapshot!(check("text/utils.rs", ""), @"text/utils.rs: a name that says nothing");
    insta::assert_snapshot!(check("text/a.rs", &"\n".repeat(LONGEST + 1)), @"text/a.rs: more than 450 lines");
}

#[test]
fn what_is_allowed_passes() {
    let allowed = [
        ("grammar/a.rs", "use crate::text::Span;\nuse nom::Parser;"),
        ("cli/a.rs", "use std::fs;\nuse crate::compare::x;"),
        (
            "text/a.rs",
            "// use nom::Parser;\n//! crate::cli\nuse crate::text::x;\nfn f() { self::venom::x() }",
        ),
        ("text/tests.rs", "use std::fs;"),
        ("text/a.rs", "#[cfg(test)]\nmod tests {\n    use std::fs;\n}"),
    ];
    let files: Vec<File> =
        allowed.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(violations(&["text", "grammar", "compare", "cli"], &files), Vec::<String>::new());
}
