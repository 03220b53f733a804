//! What rules cost: the time of a check against the number of rules, and against the number of claims.
//!
//! `cargo run --release --example rules`. The rules are the built-in ones, a part of them or copies of them that speak of
//! other things; the drafts hold more and more claims of as many speakers. "Check" is without the reading, "all" with it.
//! An exponent of 1 is time in proportion. No test runs this.

#![allow(clippy::print_stdout, clippy::cast_precision_loss)]

use sayso::check::{DRAFT, Kit, Read, check, read};
use sayso::claim::Medium;
use sayso::document::{self, Document};
use sayso::pack::{Rule, RuleSource, builtin_files, load};
use sayso::text::Source;
use std::time::{Duration, Instant};

const RULES: [usize; 4] = [6, 65, 650, 6_500];
const CLAIMS: [usize; 4] = [250, 1_000, 4_000, 16_000];

/// What is said, over and over, by ever new people.
const SAID: [&str; 5] = [
    "the dam of Klow would hold until May",
    "an attack on the port was not imminent",
    "12 miners had died in the fire",
    "talks with the union were likely to fail",
    "the bank had reportedly hidden a loan",
];

fn main() {
    let kit = Kit::builtin();
    let draft = draft(2_000);
    println!("{:<12}{:>12}{:>12}{:>12}", "rules", "check s", "all s", "findings");
    let times = RULES.map(|count| {
        let rules = rules(count);
        let (alone, whole, findings) = time(&draft, &rules, &kit);
        println!("{:<12}{:>12.4}{:>12.4}{findings:>12}", rules.len(), seconds(alone), seconds(whole));
        (seconds(alone), seconds(whole))
    });
    let steps = RULES.map(|count| count as f64);
    let whole = exponent(&steps, &times.map(|time| time.1));
    println!("exponent: check {:.2}, all {whole:.2}\n", exponent(&steps, &times.map(|time| time.0)));

    println!("{:<12}{:>12}{:>12}{:>12}", "claims", "check s", "all s", "findings");
    let rules = rules(65);
    let times = CLAIMS.map(|count| {
        let (alone, whole, findings) = time(&self::draft(count), &rules, &kit);
        println!("{count:<12}{:>12.4}{:>12.4}{findings:>12}", seconds(alone), seconds(whole));
        (seconds(alone), seconds(whole))
    });
    let steps = CLAIMS.map(|count| count as f64);
    let whole = exponent(&steps, &times.map(|time| time.1));
    println!("exponent: check {:.2}, all {whole:.2}", exponent(&steps, &times.map(|time| time.0)));
}

/// So many rules: the built-in ones, then copies of them in other packs, whose phrases stand in no draft.
fn rules(count: usize) -> Vec<Rule> {
    let builtin: Vec<RuleSource> = builtin_files().collect();
    let copies = (1..).flat_map(|copy| builtin.iter().map(move |file| copied(file, copy)));
    let files = builtin.iter().cloned().chain(copies).take(count);
    load(files.filter(|file| !file.text.contains("\nborrow = "))).rules
}

fn copied(file: &RuleSource, copy: usize) -> RuleSource {
    let (pack, rule) = file.path.split_once('/').unwrap_or_default();
    let own = format!("{pack}-{copy}/{rule}");
    let id = |path: &str| format!("id = \"{}\"", path.trim_end_matches(".toml"));
    let text = file.text.replacen(&id(&file.path), &id(&own), 1);
    // The words of a topic in another language, as it were: what a rule about other things costs a draft.
    let text = text.replace("any = [\"", &format!("any = [\"zx{copy}q "));
    RuleSource { path: own, text }
}

fn draft(claims: usize) -> Document {
    let one = |(number, said): (usize, &&str)| format!("Anna Lind{number} said on Friday that {said}.\n\n");
    let text: String = (0..claims).zip(SAID.iter().cycle()).map(one).collect();
    document::read(Source::new("draft.txt", text))
}

fn time(draft: &Document, rules: &[Rule], kit: &Kit) -> (Duration, Duration, usize) {
    let start = Instant::now();
    let found: Read = read(draft, DRAFT, Medium::Draft, kit);
    let reading = start.elapsed();
    let checked = check(draft, &found, None, rules, kit);
    let whole = start.elapsed();
    (whole - reading, whole, checked.findings.len())
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

/// The slope from the second of `times` to the last, both axes logarithmic; the first warms up.
fn exponent(steps: &[f64; 4], times: &[f64; 4]) -> f64 {
    let ([_, from, .., to], [_, before, .., after]) = (steps, times);
    (after / before).ln() / (to / from).ln()
}
