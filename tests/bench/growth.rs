//! How time and memory of a check grow with the size of its draft, over four decades, for texts that are hard in one way
//! each. The draft is its own record: each claim gets its verdict from all that the same speaker says.
//!
//! `cargo run --release --example growth [SHAPE [LARGEST]]`: shapes whose name contains SHAPE, of at most LARGEST bytes.
//! Time is that of the processor, memory the most that was taken at once beyond rules and lexicons. An exponent of 1 is
//! growth in proportion to size; the first is taken from the two largest sizes, the second over all but the smallest.
//! No test runs this.

#![allow(clippy::print_stdout, clippy::cast_precision_loss)]

use cpu_time::ProcessTime;
use peak_alloc::PeakAlloc;
use sayso::check::{DRAFT, Hearing, Kit, check, read, suppress};
use sayso::claim::Medium;
use sayso::document;
use sayso::pack::{Rule, builtin_files, load};
use sayso::text::{FileId, Source};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

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
    Shape { name: "marks in marks, closed", write: nested },
    Shape { name: "brackets in brackets", write: |size| many(size, "( [ ") },
    Shape { name: "speakers of speakers", write: |size| many(size, "Anna said that Paul said that ") },
    Shape {
        name: "one speaker",
        write: |size| numbered(size, |n| format!("Berg said that dam {n} broke. ")),
    },
    Shape {
        name: "one speaker's denials",
        write: |size| numbered(size, |n| format!("Berg denied that the dam broke in {n} places. ")),
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
    Shape {
        name: "many suppressions",
        write: |size| {
            let allow = "<!-- sayso allow attribution/vague-source: known -->";
            many(size, &format!("{allow}\n\nThe dam, experts said, is safe.\n\n"))
        },
    },
];

const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

fn main() {
    let (kit, rules) = (Kit::builtin(), load(builtin_files()).rules);
    let mut arguments = std::env::args().skip(1);
    let wanted = arguments.next().unwrap_or_default();
    let largest = arguments.next().and_then(|bytes| bytes.parse().ok()).unwrap_or(usize::MAX);
    let sizes: Vec<usize> = SIZES.into_iter().filter(|size| *size <= largest).collect();
    // What is made once for all texts is made here.
    cost(&many(1_000, "The dam is safe, Berg said. "), &kit, &rules);
    let heads: String = sizes.iter().map(|size| format!("{size:>10}")).collect();
    println!("{:<32}{heads}  exponents", "bytes");
    for shape in SHAPES.iter().filter(|shape| shape.name.contains(&wanted)) {
        let costs: Vec<Cost> = sizes.iter().map(|size| cost(&(shape.write)(*size), &kit, &rules)).collect();
        print_row(shape.name, "s", &sizes, costs.iter().map(|cost| cost.seconds).collect());
        print_row("", "MB", &sizes, costs.iter().map(|cost| cost.megabytes).collect());
    }
}

fn print_row(name: &str, unit: &str, sizes: &[usize], values: Vec<f64>) {
    let cells: String = values.iter().map(|value| format!("{value:>10.3}")).collect();
    let points: Vec<(f64, f64)> = sizes.iter().map(|size| *size as f64).zip(values).collect();
    let last = exponent(points.iter().skip(points.len().saturating_sub(2)));
    let all = exponent(points.iter().skip(1));
    println!("{name:<29}{unit:>3}{cells}  {last:>5.2} {all:>5.2}");
}

/// The slope from the first of the points to the last, both axes logarithmic.
fn exponent<'p>(mut points: impl DoubleEndedIterator<Item = &'p (f64, f64)>) -> f64 {
    match (points.next(), points.next_back()) {
        (Some((least, before)), Some((most, after))) => (after / before).ln() / (most / least).ln(),
        _ => f64::NAN,
    }
}

fn many(size: usize, piece: &str) -> String {
    piece.repeat(size / piece.len())
}

/// Quotations in quotations, as many as fit, that all close.
fn nested(size: usize) -> String {
    let depth = size / 20;
    format!("{}so it is{}", "“he said ".repeat(depth), "”".repeat(depth))
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

/// What a check took.
struct Cost {
    seconds: f64,
    megabytes: f64,
}

fn cost(text: &str, kit: &Kit, rules: &[Rule]) -> Cost {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage_as_mb();
    let start = ProcessTime::now();
    let draft = document::read(Source::new("draft.md", text));
    let found = read(&draft, DRAFT, Medium::Draft, kit);
    let on_record = read(&draft, FileId(DRAFT.0 + 1), Medium::Article, kit).statements;
    let checked = check(&draft, &found, Some(&on_record), rules, kit);
    let heard = suppress(&draft, checked.findings, Hearing { rules, used: rules, today: None });
    std::hint::black_box((heard.findings.len(), checked.verdicts.len()));
    Cost { seconds: start.elapsed().as_secs_f64(), megabytes: f64::from(MEMORY.peak_usage_as_mb() - before) }
}
