//! GRAMMAR.md and the productions over the functions that read them are the same.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Where productions stand in the code.
const ROOMS: &[&str] = &["grammar", "document"];

/// The productions (`name = …`) in the doc comments of a source text.
fn in_code(source: &str) -> BTreeSet<String> {
    let comments = source.lines().filter_map(|line| line.trim_start().strip_prefix("///"));
    let spans = comments.flat_map(|comment| comment.split('`').skip(1).step_by(2));
    spans.filter(|span| is_production(span)).map(spaced).collect()
}

/// The productions in the `ebnf` blocks of a Markdown text; what follows ` -- ` is a remark.
fn in_document(markdown: &str) -> BTreeSet<String> {
    let mut productions: Vec<String> = Vec::new();
    let blocks = markdown.split("```ebnf\n").skip(1).filter_map(|rest| rest.split("```").next());
    for line in blocks.flat_map(str::lines) {
        let line = line.split(" -- ").next().unwrap_or_default();
        if is_production(line) {
            productions.push(line.to_owned());
        } else if let Some(last) = productions.last_mut().filter(|_| line.starts_with(' ')) {
            last.push_str(line);
        }
    }
    productions.iter().map(|production| spaced(production)).collect()
}

/// Whether a text starts with a name and an equals sign.
fn is_production(text: &str) -> bool {
    let name = text.split_once(" = ").map_or("", |(name, _)| name.trim_end());
    !name.is_empty() && name.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_')
}

/// With one space where there is any.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.file_name().is_some_and(|name| name != "tests.rs") {
            found.extend(in_code(&fs::read_to_string(path).unwrap()));
        }
    }
}

#[test]
fn productions_of_code_and_document_are_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = BTreeSet::new();
    for room in ROOMS {
        collect(&root.join("src").join(room), &mut code);
    }
    let document = in_document(&fs::read_to_string(root.join("GRAMMAR.md")).unwrap());
    let missing: Vec<_> = code.difference(&document).collect();
    let stale: Vec<_> = document.difference(&code).collect();
    assert!(code.len() > 100, "productions were not found");
    assert!(
        missing.is_empty() && stale.is_empty(),
        "not in GRAMMAR.md: {missing:#?}\nonly there: {stale:#?}"
    );
}

#[test]
fn a_difference_is_seen() {
    let code = in_code("/// `pair = one \"and\" one`, twice\n    /// `one = 1 * digit`\nlet pair = one;");
    let same = "```ebnf\npair = one\n       \"and\" one  -- twice\none  = 1 * digit\n```\n";
    assert_eq!(code, in_document(same));
    assert_ne!(code, in_document(&same.replace("\"and\"", "\"or\"")));
    assert_ne!(code, in_document(&same.replace("one  = 1 * digit\n", "")));
}
