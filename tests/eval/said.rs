//! Development aid: when annotated attributions were made, for a scorer of speakers and dates.
//!
//! Reads JSON lines `{"doc", "dct", "text", "attributions": [{"source", "cue", "content"}]}` on standard input, each
//! part a list of `[start, end]` in code points, and prints the lines with `said` filled in.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::indexing_slicing)]

use chrono::NaiveDate;
use sayso::claim::{Attribution, Class, QuoteKind, Wording};
use sayso::grammar::date::dates;
use sayso::resolve::when::{read, said};
use sayso::text::{Span, Text};
use serde_json::{Value, json};
use std::io::stdin;

fn main() {
    for line in stdin().lines() {
        let mut row: Value = serde_json::from_str(&line.unwrap()).unwrap();
        fill(&mut row);
        println!("{row}");
    }
}

fn fill(row: &mut Value) {
    let prose = row["text"].as_str().unwrap().to_owned();
    let day = NaiveDate::parse_from_str(row["dct"].as_str().unwrap(), "%Y-%m-%d").ok();
    let text = Text::read(&prose, &blocks(&prose));
    let dates = read(&text, &dates(&text), day);
    let bytes: Vec<usize> = prose.char_indices().map(|(at, _)| at).chain([prose.len()]).collect();
    let rows = row["attributions"].as_array_mut().unwrap();
    let attributions: Vec<Attribution> = rows.iter().map(|row| attribution(&prose, &bytes, row)).collect();
    for (row, said) in rows.iter_mut().zip(said(&text, &attributions, &dates, day)) {
        row["said"] = said
            .map(|said| json!({ "from": said.from.to_string(), "to": said.to.to_string() }))
            .unwrap_or_default();
    }
}

fn attribution(prose: &str, bytes: &[usize], row: &Value) -> Attribution {
    let part = |name: &str| {
        let spans = row[name].as_array().into_iter().flatten();
        let byte = |point: &Value| bytes[usize::try_from(point.as_u64().unwrap()).unwrap()];
        Wording::of(prose, spans.map(|span| Span::new(byte(&span[0]), byte(&span[1]))).collect())
    };
    let cue = part("cue");
    Attribution {
        source: part("source"),
        lemma: cue.as_ref().map(|cue| cue.text.to_lowercase()).unwrap_or_default(),
        cue,
        content: part("content"),
        quotes: Vec::new(),
        kind: QuoteKind::Indirect,
        class: if row["speech"] == false { Class::Attitude } else { Class::Speech },
        confidence: 1.0,
        trail: Vec::new(),
        within: None,
    }
}

/// Paragraphs: what line ends part.
fn blocks(prose: &str) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for block in prose.split('\n') {
        blocks.push(Span::new(at, at + block.len()));
        at += block.len() + 1;
    }
    blocks
}
