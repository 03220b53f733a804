//! Development aid: the date expressions of annotated documents, for a TempEval scorer.
//!
//! Reads JSON lines `{"doc", "dct", "text"}` (or `{"input", "reference"}`) on standard input and prints, for each,
//! `{"doc", "timexes": [{"start", "end", "type", "value", "text", "from", "to", …}]}`; offsets in code points.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::string_slice)]

use chrono::NaiveDate;
use sayso::claim::DateRead;
use sayso::grammar::date::dates;
use sayso::resolve::when::read;
use sayso::text::{Span, Text};
use serde_json::{Value, json};
use std::io::stdin;

fn main() {
    for line in stdin().lines() {
        let row: Value = serde_json::from_str(&line.unwrap()).unwrap();
        println!("{}", read_row(&row));
    }
}

fn read_row(row: &Value) -> Value {
    let prose = row["text"].as_str().or(row["input"].as_str()).unwrap();
    let day = row["dct"].as_str().or(row["reference"].as_str());
    let day = day.and_then(|day| NaiveDate::parse_from_str(day.get(..10)?, "%Y-%m-%d").ok());
    let blocks = blocks(prose);
    let text = Text::read(prose, &blocks);
    let read = read(&text, &dates(&text), day);
    let mut points = Points { prose, byte: 0, point: 0 };
    let timexes: Vec<Value> = read.iter().map(|date| timex(&mut points, date)).collect();
    json!({ "doc": row["doc"], "timexes": timexes })
}

/// Paragraphs: what blank lines part.
fn blocks(prose: &str) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for block in prose.split("\n\n") {
        blocks.push(Span::new(at, at + block.len()));
        at += block.len() + 2;
    }
    blocks
}

/// Counts code points on the way through the text.
struct Points<'p> {
    prose: &'p str,
    byte: usize,
    point: usize,
}

impl Points<'_> {
    fn at(&mut self, byte: usize) -> usize {
        self.point += self.prose[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }
}

fn timex(points: &mut Points, date: &DateRead) -> Value {
    let prose = points.prose;
    json!({
        "start": points.at(date.span.start),
        "end": points.at(date.span.end),
        "type": date.kind,
        "value": date.value,
        "text": date.span.slice(prose),
        "from": date.interval.map(|found| found.from.to_string()),
        "to": date.interval.map(|found| found.to.to_string()),
        "sure": date.interval.map(|found| found.sure),
    })
}
