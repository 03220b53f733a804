//! What holds of the attributions of any text, however odd.

use super::{Choosing, attributions};
use crate::claim::{Attribution, Wording};
use crate::document::{self, Format};
use crate::text::{Source, Span, Text};
use proptest::prelude::*;

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Lind"),
        Just("the minister"),
        Just("who"),
        Just("he"),
        Just("said"),
        Just("told"),
        Just("denied"),
        Just("saying"),
        Just("that"),
        Just("reportedly"),
        Just("according to"),
        Just("the claim"),
        Just("to leave"),
        Just("is"),
        Just("expected"),
        Just("and"),
        Just("but"),
        Just(","),
        Just("."),
        Just(":"),
        Just("—"),
        Just("“"),
        Just("”"),
        Just("\""),
        Just("‘"),
        Just("’"),
        Just("``"),
        Just("''"),
        Just("("),
        Just(")"),
        Just("the dam holds"),
        Just("\n\n"),
        Just("> "),
        Just("Smith’s"),
        Just("…"),
        Just("Köln 🙂"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

fn spans(wording: &Option<Wording>) -> Vec<Span> {
    wording.iter().flat_map(|wording| wording.spans.clone()).collect()
}

fn holds(prose: &str, found: &[Attribution]) {
    let mut quotes: Vec<Span> = Vec::new();
    for (index, attribution) in found.iter().enumerate() {
        let content = spans(&attribution.content);
        assert!(!content.is_empty(), "no content");
        for span in [&content, &spans(&attribution.source), &spans(&attribution.cue), &attribution.quotes]
            .into_iter()
            .flatten()
        {
            assert!(
                prose.get(span.start..span.end).is_some_and(|words| !words.is_empty()),
                "{span:?} is not inside"
            );
        }
        assert!(content.windows(2).all(|pair| pair[0].end <= pair[1].start), "content out of order");
        let cue = spans(&attribution.cue);
        assert!(
            content.iter().all(|span| cue.iter().all(|cue| !cue.overlaps(*span))),
            "content over its cue"
        );
        for quote in &attribution.quotes {
            assert!(content.iter().any(|span| span.contains(*quote)), "a quotation outside the content");
        }
        assert_ne!(attribution.within, Some(index));
        assert!((0.0..=1.0).contains(&attribution.confidence));
        quotes.extend(&attribution.quotes);
    }
    quotes.sort();
    assert!(quotes.windows(2).all(|pair| pair[0] != pair[1]), "a quotation of two attributions");
}

fn check(text: &str) {
    let document = document::read_as(Source::new("draft.md", text), Format::Markdown);
    let spans: Vec<_> = document.blocks.iter().map(|block| block.span).collect();
    let text = Text::read(&document.prose, &spans);
    for choosing in [Choosing::default(), Choosing::ByHand] {
        holds(&document.prose, &attributions(&document, &text, choosing));
    }
}

#[test]
fn of_quotations_that_never_close() {
    check("according to … “ \" “ according to");
    check("Lind : `` \n\n “ \" Lind “ > ``");
}

proptest! {
    #[test]
    fn of_words_in_any_order(text in pieces()) {
        check(&text);
    }

    #[test]
    fn of_any_characters(text in "\\PC{0,200}") {
        check(&text);
    }
}

#[test]
fn of_a_sentence_without_end() {
    check(&"Lind said that the dam, who told “Holm” that ".repeat(3000));
    check(&"“Lind said ".repeat(3000));
}
