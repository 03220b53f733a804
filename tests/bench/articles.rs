//! Invented articles, the same every time: for measuring and for trying what works beyond one machine.
//!
//! `cargo run --example articles -- COUNT DOCUMENTS [FOLDER [HOT]]` writes them to the file DOCUMENTS, an object a line
//! (`sayso claims --input ndjson`), and each to a text of its own in FOLDER, under the name that is its id. HOT is the share of
//! claims about one topic, in per cent.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod article;
mod invented;

use article::articles;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count: usize = arguments[0].parse().expect("how many articles");
    let mut documents = BufWriter::new(File::create(&arguments[1]).unwrap());
    let folder = arguments.get(2).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let hot = arguments.get(3).map_or(0, |hot| hot.parse().expect("a share in per cent"));
    for article in articles(count, hot) {
        writeln!(documents, "{}", article.json()).unwrap();
        if let Some(folder) = &folder {
            article.write_to(folder);
        }
    }
}
