//! What holds of any file whatever.

#![allow(clippy::string_slice)] // a slice off its boundaries should fail the test

use super::*;
use proptest::prelude::*;

const PIECES: &[&str] = &[
    "---\n",
    "---\n",
    "title: ",
    "date: 2022-02-30",
    "kind: transcript\n",
    "kindd: x\n",
    "'",
    "\"",
    "\\",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "# ",
    "## ",
    "> ",
    "- ",
    "* ",
    "1. ",
    "**",
    "*",
    "_",
    "`",
    "~~",
    "```\n",
    "|",
    "|---|\n",
    "[a](b)",
    "![",
    "](",
    "<b>",
    "<br>",
    "<!-- c -->",
    "&amp;",
    "&#233;",
    "\\*",
    "[^1]",
    "[^1]: ",
    "<https://a.b>",
    "KYIV, Jan. 29 — ",
    "(AP) — ",
    "MS. LEE: ",
    "Q. ",
    "A: ",
    "[laughter]",
    "He said no. ",
    "word ",
    "Word ",
    "  \n",
    "\u{FEFF}",
    "\0",
    "é",
    "😀",
    "e\u{301}",
    "    ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![12 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..50).prop_map(|pieces| pieces.concat())
}

fn read_both(text: &str) -> [Document; 2] {
    [Format::Plain, Format::Markdown].map(|format| read_as(Source::new("a", text), format))
}

proptest! {
    #[test]
    fn blocks_ascend_and_hold_words(text in text()) {
        for document in read_both(&text) {
            let mut end = 0;
            for block in &document.blocks {
                prop_assert!(block.span.start >= end);
                let words = &document.prose[block.span.start..block.span.end];
                prop_assert!(!words.is_empty());
                prop_assert_eq!(words.trim(), words);
                end = block.span.end;
            }
            prop_assert!(end <= document.prose.len());
        }
    }

    #[test]
    fn each_character_of_the_prose_stands_in_the_file(text in text()) {
        for document in read_both(&text) {
            for (at, char) in document.prose.char_indices() {
                let file = document.map.to_file(at);
                prop_assert!(text.is_char_boundary(file), "{at} leads into a character");
                if document.map.to_prose(file) == Some(at) {
                    prop_assert!(text[file..].starts_with(char), "{:?} is not at {}", char, file);
                }
            }
        }
    }

    #[test]
    fn plain_text_leaves_nothing_out(text in "[a-zé😀\u{301} .\n\r]{0,80}") {
        let document = read_as(Source::new("a", text.as_str()), Format::Plain);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&document.prose), words(&text));
        for (at, _) in document.prose.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            prop_assert_eq!(document.map.to_prose(document.map.to_file(at)), Some(at));
        }
    }

    #[test]
    fn every_span_is_one_of_its_text(text in text()) {
        for document in read_both(&text) {
            for fault in &document.faults {
                prop_assert!(text.get(fault.span.start..fault.span.end).is_some());
            }
            let turns = turns(&document);
            let spoken = turns.iter().flat_map(|turn| turn.words.iter().chain(&turn.directions).chain(&turn.speaker));
            let dateline = document.dateline.into_iter().flat_map(|line| [Some(line.span), line.place, line.outlet, line.date]);
            for span in spoken.copied().chain(dateline.flatten()) {
                prop_assert!(document.prose.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
            }
        }
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        for name in ["a.txt", "a.md"] {
            let document = read(Source::decode(name, &bytes));
            prop_assert!(!document.blocks.is_empty() || !document.faults.is_empty());
        }
    }
}
