//! No snapshot is left behind by a test that has gone.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
}

/// Whether a test still writes the snapshot: the file of its input or its rule is there, or the function that it is
/// named after.
fn is_referenced(snapshot: &Path, sources: &str) -> bool {
    let stem = snapshot.file_stem().unwrap().to_string_lossy();
    let input = fs::read_dir(snapshot.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let has_input =
        input.filter(|path| path != snapshot).any(|path| path.file_stem().unwrap().to_string_lossy() == stem);
    let is_of_rule = snapshot.parent().unwrap().with_file_name(format!("{stem}.toml")).exists();
    let name = stem.rsplit("__").next().unwrap().split('@').next().unwrap();
    let numbered = name.rsplit_once('-').filter(|(_, number)| number.parse::<u32>().is_ok());
    let function = numbered.map_or(name, |(function, _)| function);
    has_input
        || is_of_rule
        || sources.contains(&format!("fn {function}("))
        || sources.contains(&format!("\"{name}\""))
}

#[test]
fn every_snapshot_belongs_to_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut snapshots, mut code) = (Vec::new(), Vec::new());
    for folder in ["src", "tests", "rules", "corpus"] {
        files(&root.join(folder), "snap", &mut snapshots);
        files(&root.join(folder), "rs", &mut code);
    }
    let sources: String = code.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let left: Vec<_> = snapshots.iter().filter(|path| !is_referenced(path, &sources)).collect();
    assert!(snapshots.len() > 20, "the snapshots were not found");
    assert!(left.is_empty(), "no test writes these any more: {left:?}");
    assert!(!is_referenced(&root.join("tests/journals/bad/sayso__gone.snap"), &sources));
    assert!(!is_referenced(&root.join("rules/dates/snapshots/gone.snap"), &sources));
}
