//! The build script: lays the weights out as tables that need no reading when sayso starts.
//!
//! The text files stay the place to look at and to change; tables lie in the folder of what is built.

#[path = "../../src/grammar/prose/key.rs"]
mod key;
#[path = "../../src/grammar/packed/layout.rs"]
mod layout;
#[path = "../../src/grammar/tag/part.rs"]
mod part;
#[path = "../../src/grammar/tag/template.rs"]
mod template;

use part::Tag;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};
use template::Feature;

fn main() -> Result<(), Box<dyn Error>> {
    writeln!(io::stdout(), "cargo:rerun-if-changed=rules/weights")?;
    let out = env::var_os("OUT_DIR").ok_or("cargo gives the folder")?;
    let out = Path::new(&out);
    let attribution = fs::read_to_string("rules/weights/attribution.txt")?;
    fs::write(out.join("attribution.bin"), layout::pack(&key::rows(&attribution)))?;
    let tag = fs::read_to_string("rules/weights/tag.txt")?;
    let (words, weights) = tag.split_once("\n[").ok_or("rules/weights/tag.txt has no weights")?;
    let (rows, weights) = tag_weights(words, weights);
    fs::write(out.join("words.txt"), words)?;
    fs::write(out.join("tag-rows.bin"), layout::pack(&rows))?;
    fs::write(out.join("tag-weights.bin"), weights)?;
    Ok(())
}

/// Where the weights of each feature stand among all, and all weights; `lines` are `[template]` heads and under them
/// two values and weights: `the DT NN-12 VB4`.
fn tag_weights(words: &str, lines: &str) -> (BTreeMap<u64, u32>, Vec<u8>) {
    let numbers = word_numbers(words);
    let (mut rows, mut weights, mut count) = (BTreeMap::new(), Vec::new(), 0);
    let mut template = "";
    for line in lines.lines() {
        if let Some(head) = line.strip_suffix(']') {
            template = head.trim_start_matches('[');
            continue;
        }
        let mut parts = line.split(' ');
        let (Some(a), Some(b)) = (parts.next(), parts.next()) else { continue };
        let Some(feature) = Feature::parse(template, a, b, |word| numbers.get(word).copied()) else {
            continue;
        };
        let own: Vec<[u8; 3]> = parts.filter_map(weight).collect();
        rows.insert(feature.0, count << 6 | own.len() as u32);
        count += own.len() as u32;
        weights.extend(own.into_iter().flatten());
    }
    (rows, weights)
}

/// Words in the order of the file, from 1, as the vocabulary counts them.
fn word_numbers(lines: &str) -> HashMap<&str, u16> {
    let lines = lines.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(' ').skip(1)).zip(1..).collect()
}

/// `NN-12`: the number of the tag, then the weight.
fn weight(written: &str) -> Option<[u8; 3]> {
    let letters = written.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (tag, weight) = written.split_at_checked(letters)?;
    let [low, high] = weight.parse::<i16>().ok()?.to_le_bytes();
    Some([Tag::named(tag)? as u8, low, high])
}
