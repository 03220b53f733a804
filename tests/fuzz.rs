//! What strangers write is read as far as it goes: seeds, their mutations and every input that once broke something.
//!
//! The fuzzer itself is `tests/fuzz/run`; what it finds is kept in `tests/fuzz/found/<target>/`.

#![cfg(test)]

#[path = "fuzz/mutation.rs"]
mod mutation;
#[path = "fuzz/targets.rs"]
mod targets;

use mutation::Mutations;
use std::fs;
use std::path::{Path, PathBuf};
use targets::{TARGETS, Target};

/// How often each seed is mutated; the fuzzer does more.
const MUTATIONS: usize = 24;

/// Longer seeds are cut, so that debug builds stay quick.
const LONGEST: usize = 3_000;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(name)
}

/// The files of a folder in the order of their names, or nothing where there is no such folder.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Where the seeds of each target lie, as `tests/fuzz/seeds.txt` lists them for the fuzzer too.
fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let list = fs::read_to_string(folder("seeds.txt")).unwrap();
    let own = list.lines().filter_map(|line| line.split_once(' ')).filter(|(name, _)| *name == target);
    own.flat_map(|(_, place)| files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(place))).collect()
}

fn each(run: impl Fn(&str, Target)) {
    TARGETS.iter().for_each(|(name, target)| run(name, *target));
}

#[test]
fn what_once_broke_something_no_longer_does() {
    each(|name, target| files(&folder("found").join(name)).iter().for_each(|(_, bytes)| target(bytes)));
}

#[test]
fn nothing_breaks_on_nothing_or_on_every_byte() {
    let every: Vec<u8> = (0..=u8::MAX).collect();
    each(|_, target| ["".as_bytes(), b"\n", b"\0", &every].into_iter().for_each(target));
}

#[test]
fn mutated_seeds_are_read() {
    each(|name, target| {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "no seeds for {name}");
        let words = fs::read_to_string(folder("words").join(format!("{name}.dict"))).unwrap();
        let mut mutations = Mutations::of(&words);
        for (path, seed) in &seeds {
            let seed = &seed[..seed.len().min(LONGEST)];
            target(seed);
            for _ in 0..MUTATIONS {
                let mutant = mutations.of_seed(seed);
                let shown = || format!("{name}, {}: {:?}", path.display(), String::from_utf8_lossy(&mutant));
                assert!(std::panic::catch_unwind(|| target(&mutant)).is_ok(), "{}", shown());
            }
        }
    });
}
