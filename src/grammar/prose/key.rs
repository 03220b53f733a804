//! Keys of clues: hashes of the names of template and values. The build script reads this file, too.

use std::collections::BTreeMap;

/// FNV-1a, which the compiler can compute.
pub const fn hash(name: &str) -> u64 {
    let mut bytes = name.as_bytes();
    let mut hash = 0xCBF2_9CE4_8422_2325u64;
    while let [byte, rest @ ..] = bytes {
        hash = (hash ^ *byte as u64).wrapping_mul(0x100_0000_01B3);
        bytes = rest;
    }
    hash
}

/// The key of a clue by the keys of its template and values.
pub fn key(template: u64, a: u64, b: u64) -> u64 {
    (template ^ a).wrapping_mul(SPREAD).rotate_left(29).wrapping_add(b).wrapping_mul(SPREAD)
}

/// The key of two values that count together.
pub fn pair(a: u64, b: u64) -> u64 {
    a.wrapping_mul(SPREAD).rotate_left(31) ^ b
}

/// The key of a clue in the decision of a stage.
pub fn staged(stage: u64, clue: u64) -> u64 {
    stage ^ clue
}

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The bits of the weights by the keys of their clues: `[stage]` heads and below them lines `template`, `value`,
/// `value`, weight in hundredths, divided by tabs.
pub fn rows(lines: &str) -> BTreeMap<u64, u32> {
    let mut rows = BTreeMap::new();
    let mut stage = 0;
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => stage = hash(name),
            None => rows.extend(row(stage, line)),
        }
    }
    rows
}

fn row(stage: u64, line: &str) -> Option<(u64, u32)> {
    let mut fields = line.split('\t');
    let (template, a, b) = (fields.next()?, fields.next()?, fields.next()?);
    let weight: f32 = fields.next()?.parse().ok()?;
    let clue = key(hash(template), key_of_name(a), key_of_name(b));
    Some((staged(stage, clue), (weight / 100.0).to_bits()))
}

fn key_of_name(name: &str) -> u64 {
    match name.split_once('+') {
        Some((a, b)) => pair(key_of_name(a), key_of_name(b)),
        None if name.is_empty() => 0,
        None => hash(name),
    }
}
