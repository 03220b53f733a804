//! Prints the attributions of each text of a folder, one line of JSON a text, as scorers of attribution read them:
//!
//! ```text
//! cargo run --profile fast --example attributions -- FOLDER [--show] [--no-weights | --weights FILE --threshold 0.4 --weights-only]
//! {"doc": NAME, "attributions": [{"source": [[from, to], …] | null, "cue": …, "content": …, "confidence": …}, …]}
//! ```
//!
//! Offsets count code points of the file. With `--show`, prints them for people instead.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used)]

use sayso::claim::{Attribution, Wording};
use sayso::document::{self, Document};
use sayso::grammar::prose::{self, THRESHOLD, model::Model, weigh};
use sayso::text::{Source, Text};
use std::path::{Path, PathBuf};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("a folder or a file"));
    let arguments: Vec<String> = arguments.collect();
    let show = arguments.iter().any(|argument| argument == "--show");
    let by_hand = arguments.iter().any(|argument| argument == "--no-weights");
    let weights_only = arguments.iter().any(|argument| argument == "--weights-only");
    let value = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let own = value("--weights").map(|path| Model::parse(&std::fs::read_to_string(path).expect("weights")));
    let model = own.as_ref().unwrap_or(Model::built_in());
    let threshold = value("--threshold").map_or(THRESHOLD, |number| number.parse().expect("a number"));
    let started = std::time::Instant::now();
    let mut bytes = 0;
    for path in files(&folder) {
        let file = std::fs::read(&path).expect("a readable file");
        bytes += file.len();
        let source = Source::decode(path.to_string_lossy(), &file);
        let document = document::read(source);
        let spans: Vec<_> = document.blocks.iter().map(|block| block.span).collect();
        let text = Text::read(&document.prose, &spans);
        let found = match (by_hand, weights_only) {
            (true, _) => prose::attributions_by_hand(&document, &text),
            (_, true) => prose::attributions_by(&document, &text, |sentence| {
                let mut choices = weigh::choose(sentence, &mut &*model);
                choices.retain(|choice| choice.confidence >= threshold);
                choices
            }),
            _ => prose::attributions_weighed(&document, &text, model, threshold),
        };
        if show {
            found.iter().for_each(print_for_people);
        } else {
            print_line(&path, &document, &found);
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    eprintln!("{bytes} bytes, {:.1} MB/s", bytes as f64 / 1e6 / seconds);
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(path).expect("a folder").map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn print_for_people(attribution: &Attribution) {
    let words = |wording: &Option<Wording>| {
        wording.as_ref().map_or("–".to_owned(), |it| it.text.replace('\n', " "))
    };
    println!(
        "{:.2} {:?} {:?}{} | {} | {} | {}\n      {}",
        attribution.confidence,
        attribution.kind,
        attribution.class,
        attribution.within.map_or(String::new(), |outer| format!(" within {outer}")),
        words(&attribution.source),
        words(&attribution.cue),
        words(&attribution.content),
        attribution.trail.join("; "),
    );
}

fn print_line(path: &Path, document: &Document, found: &[Attribution]) {
    let counted = CodePoints::of(document.source.text());
    let spans = |wording: &Option<Wording>| match wording {
        None => serde_json::Value::Null,
        Some(wording) => wording
            .spans
            .iter()
            .map(|span| document.map.span_to_file(*span))
            .map(|span| vec![counted.at(span.start), counted.at(span.end)])
            .collect(),
    };
    let attributions: Vec<_> = found
        .iter()
        .map(|it| {
            serde_json::json!({
                "source": spans(&it.source), "cue": spans(&it.cue), "content": spans(&it.content), "confidence": it.confidence,
            })
        })
        .collect();
    let doc = path.file_stem().unwrap().to_string_lossy();
    println!("{}", serde_json::json!({ "doc": doc, "attributions": attributions }));
}

/// How many code points stand before a byte.
struct CodePoints(Vec<usize>);

impl CodePoints {
    fn of(text: &str) -> CodePoints {
        CodePoints(text.char_indices().map(|(at, _)| at).collect())
    }

    fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start < byte)
    }
}
