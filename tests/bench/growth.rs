//! How the time of a check grows with the size of its draft, over three decades, for texts that are hard in one way each.
//!
//! `cargo run --release --example growth`. An exponent of 1 is time in proportion to size; it is taken from the two
//! largest sizes. No test runs this.

#![allow(clippy::print_stdout, clippy::cast_precision_loss)]

use sayso::check::{DRAFT, Kit, check, read};
use sayso::claim::Medium;
use sayso::document;
use sayso::pack::{Rule, builtin_files, load};
use sayso::text::Source;
use std::time::{Duration, Instant};

/// A kind of hard text, and how to write one of about so many bytes.
struct Shape {
    name: &'static str,
    write: fn(usize) -> String,
}

const SHAPES: &[Shape] = &[
    Shape {
        name: "one long paragraph",
        write: |size| many(size, "The dam is safe, Anna Berg said on Monday. "),
    },
    Shape { name: "one long line without a stop", write: |size| many(size, "the dam and the lake and ") },
    Shape { name: "many paragraphs", write: |size| many(size, "The dam is safe, Anna Berg said.\n\n") },
    Shape { name: "many quotations", write: |size| many(size, "“The dam is safe,” Berg said. ") },
    Shape { name: "marks that never close", write: |size| many(size, "“The dam is safe, Berg said. ") },
    Shape { name: "marks in marks", write: |size| many(size, "“ ‘ ") },
    Shape { name: "brackets in brackets", write: |size| many(size, "( [ ") },
    Shape { name: "speakers of speakers", write: |size| many(size, "Anna said that Paul said that ") },
    Shape {
        name: "one speaker",
        write: |size| numbered(size, |n| format!("Berg said that dam {n} broke. ")),
    },
    Shape {
        name: "one topic",
        write: |size| numbered(size, |n| format!("Ms. Lind{n} denied that Russia would attack Ukraine.\n\n")),
    },
    Shape {
        name: "one figure",
        write: |size| numbered(size, |n| format!("Ms. Lind{n} said that {n} people died.\n\n")),
    },
    Shape {
        name: "many names",
        write: |size| numbered(size, |n| format!("Anna Lind{n} met Paul Berg{n}. ")),
    },
    Shape { name: "many dates", write: |size| many(size, "It rained on May 2, 2021, and a week later. ") },
];

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() {
    let (kit, rules) = (Kit::builtin(), load(builtin_files()).rules);
    let wanted = std::env::args().nth(1).unwrap_or_default();
    time(&many(1_000, "The dam is safe, Berg said. "), &kit, &rules);
    println!("{:<32}{}  exponent", "seconds by bytes", SIZES.map(|size| format!("{size:>11}")).concat());
    for shape in SHAPES.iter().filter(|shape| shape.name.contains(&wanted)) {
        let times = SIZES.map(|size| time(&(shape.write)(size), &kit, &rules).as_secs_f64());
        let row = times.map(|seconds| format!("{seconds:>11.4}")).concat();
        println!("{:<32}{row}  {:>8.2}", shape.name, exponent(&times));
    }
}

fn many(size: usize, piece: &str) -> String {
    piece.repeat(size / piece.len())
}

fn numbered(size: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size);
    let mut number = 0;
    while text.len() < size {
        number += 1;
        text.push_str(&piece(number));
    }
    text
}

fn time(text: &str, kit: &Kit, rules: &[Rule]) -> Duration {
    let start = Instant::now();
    let draft = document::read(Source::new("draft.txt", text));
    let found = read(&draft, DRAFT, Medium::Draft, kit);
    let checked = check(&draft, &found, None, rules, kit);
    std::hint::black_box(checked.findings.len());
    start.elapsed()
}

/// The slope between the last two of `times`, both axes logarithmic.
fn exponent(times: &[f64; SIZES.len()]) -> f64 {
    let [.., smaller, larger] = SIZES.map(|size| size as f64);
    let [.., before, after] = times;
    (after / before).ln() / (larger / smaller).ln()
}
