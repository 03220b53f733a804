//! What holds of any text whatever.

#![allow(clippy::string_slice)] // a slice off its boundaries should fail the test

use super::*;
use proptest::prelude::*;

/// The pieces that trip readers of news, and now and then anything at all.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "''",
    "``",
    "‘",
    "’",
    "'",
    "'s",
    "’em",
    "«",
    "»",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    ".",
    ".",
    "...",
    "…",
    "!",
    "?",
    ",",
    "—",
    "--",
    "(",
    ")",
    "[",
    "U.S.",
    "Mr.",
    "J.",
    "p.m.",
    "said",
    "He",
    "No",
    "don't",
    "workers’",
    "5,000",
    "15.3%",
    "@name",
    "https://a.b/c.",
    "é",
    "e\u{301}",
    "👩‍👩‍👧",
    "🇺🇦",
    "\u{FEFF}",
    "\u{200B}",
    "\0",
    "ß",
    "İ",
    "ﬁ",
];

fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The spans between empty lines.
fn blocks(prose: &str) -> Vec<Span> {
    let mut start = 0;
    let ends = prose.match_indices("\n\n").map(|(at, _)| at).chain([prose.len()]);
    let blocks = ends.map(|end| {
        let block = Span::new(start.min(end), end);
        start = end;
        block
    });
    blocks.collect()
}

proptest! {
    #[test]
    fn tokens_cover_all_but_white_space(prose in prose()) {
        let text = Text::read(&prose, &blocks(&prose));
        let mut end = 0;
        for token in text.tokens() {
            prop_assert!(token.span.start >= end);
            prop_assert!(prose.get(token.span.start..token.span.end).is_some());
            prop_assert_eq!(token.span.is_empty(), token.is_end());
            let gap = Span::new(end, token.span.start).slice(&prose);
            prop_assert!(gap.chars().all(token::is_space), "{:?} is in no token", gap);
            end = token.span.end;
        }
        prop_assert!(prose[end..].chars().all(token::is_space));
    }

    #[test]
    fn sentences_and_paragraphs_partition_the_tokens(prose in prose()) {
        let text = Text::read(&prose, &blocks(&prose));
        let kind = |at: usize| text.tokens().get(at).map(|token| token.kind);
        let (mut at, mut sentences) = (0, text.sentences().iter());
        for paragraph in text.paragraphs() {
            prop_assert_eq!(paragraph.start, at);
            while kind(at) != Some(Kind::ParagraphEnd) {
                let sentence = sentences.next().unwrap();
                prop_assert_eq!(sentence.start, at);
                prop_assert!(!sentence.is_empty());
                prop_assert_eq!(kind(sentence.end), Some(Kind::SentenceEnd));
                at = sentence.end + 1;
            }
            at += 1;
            prop_assert_eq!(paragraph.end, at);
        }
        prop_assert_eq!(at, text.tokens().len());
        prop_assert_eq!(sentences.next(), None);
    }

    #[test]
    fn quotations_lie_apart_each_in_one_paragraph(prose in prose()) {
        let text = Text::read(&prose, &blocks(&prose));
        let mut end = 0;
        for quotation in text.quotations() {
            prop_assert!(quotation.open >= end);
            prop_assert_eq!(quotation.inner.start, quotation.open + 1);
            prop_assert!(quotation.close.is_none_or(|close| close == quotation.inner.end));
            prop_assert_eq!(text.paragraph_at(quotation.open), text.paragraph_at(quotation.end() - 1));
            end = quotation.end();
        }
    }

    #[test]
    fn a_place_leads_back_to_its_byte(prose in prose()) {
        let source = Source::new("a.txt", prose.clone());
        let lines: Vec<&str> = (1..=source.line_count()).map(|line| source.line(line)).collect();
        for (char, (offset, _)) in prose.char_indices().enumerate() {
            let place = source.place(offset);
            prop_assert_eq!((place.byte, place.char), (offset, char));
            let line = lines[place.line - 1];
            let before: String = line.chars().take(place.column - 1).collect();
            // A place in a line break stands behind its line.
            prop_assert!(place.column > line.chars().count() || prose[..offset].ends_with(&before));
            prop_assert!(place.column > line.chars().count() || prose[offset..].starts_with(&line[before.len()..]));
            prop_assert!(place.utf16_column > before.encode_utf16().count());
        }
    }

    #[test]
    fn bytes_on_disk_are_counted_through_repairs(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let source = Source::decode("a.txt", &bytes);
        prop_assert_eq!(source.place(source.text().len()).byte, bytes.len());
        for (offset, char) in source.text().char_indices().filter(|(_, c)| *c != char::REPLACEMENT_CHARACTER) {
            let byte = source.place(offset).byte;
            prop_assert!(bytes[byte..].starts_with(char.encode_utf8(&mut [0; 4]).as_bytes()));
        }
    }
}
