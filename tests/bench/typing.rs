//! How long an editor waits for findings after each letter that is typed into a draft of 1,500 words.
//!
//! `cargo bench --bench typing`. The draft is prose of the corpus, held against the whole corpus, as `sayso lsp` serves it;
//! `SAYSO` names another program to measure.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout
)]

#[path = "../lsp/client.rs"]
mod client;

use client::Client;
use sayso::document;
use sayso::text::Source;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// Words of the draft, about.
const WORDS: usize = 1_500;

/// Letters that are typed.
const LETTERS: i64 = 100;

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("typing");
    fs::create_dir_all(&folder).unwrap();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    fs::write(folder.join("sayso.toml"), format!("against = [{:?}]\n", corpus.display())).unwrap();
    let draft = draft(&corpus);
    let mut client = Client::open(&folder, json!({}));
    let (opened, found) = timed(|| client.show("draft.md", &draft));
    println!("{} words, {} findings; opened in {opened:?}", draft.split_whitespace().count(), found.len());

    let line = draft.lines().count() / 2;
    let mut took: Vec<Duration> = (0..LETTERS).map(|letter| typed(&mut client, line, letter)).collect();
    took.sort();
    let (median, slowest) = (took[took.len() / 2], took[took.len() - 1]);
    println!("{LETTERS} letters typed: {median:?} from letter to findings, {slowest:?} at the most");
    let position = json!({ "position": { "line": line, "character": 4 } });
    let (hovered, _) = timed(|| client.about("textDocument/hover", "draft.md", position));
    println!("{hovered:?} for what stands under the pointer");
    assert!(client.end().success());
}

/// Types a letter at the beginning of a line.
fn typed(client: &mut Client, line: usize, letter: i64) -> Duration {
    let at = json!({ "line": line, "character": 0 });
    let change = json!([{ "range": { "start": at, "end": at }, "text": "a" }]);
    timed(|| client.change("draft.md", letter + 2, change)).0
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let done = work();
    (began.elapsed(), done)
}

/// Prose of the corpus's drafts, until there is enough.
fn draft(corpus: &Path) -> String {
    let mut folders: Vec<_> = fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let mut text = "---\ndate: 2022-01-30\n---\n\n".to_owned();
    for draft in folders.iter().map(|folder| folder.join("draft.md")) {
        if text.split_whitespace().count() >= WORDS {
            break;
        }
        let Ok(source) = fs::read_to_string(draft) else { continue };
        text.push_str(&document::read(Source::new("draft.md", source)).prose);
        text.push_str("\n\n");
    }
    text
}
