//! Whatever the text and wherever the spans: no panic, a voice for each attribution, a step for each name.

use super::tests::{attributions, read_marks};
use super::*;
use crate::text::Span;
use proptest::prelude::*;
use std::sync::LazyLock;

static ACTORS: LazyLock<Actors> = LazyLock::new(Actors::builtin);

/// Words that meet one another badly: names, titles, pronouns, signs, odd letters.
fn marked() -> impl Strategy<Value = String> {
    const WORDS: [&str; 34] = [
        "Putin",
        "Dr.",
        "Ms.",
        "Nora",
        "Washington",
        "the",
        "The",
        "president",
        "of",
        "and",
        ",",
        ".",
        "“",
        "”",
        "’s",
        "she",
        "they",
        "who",
        "told",
        "CNN",
        "senior",
        "officials",
        "her",
        "(",
        ")",
        "U.S.",
        "said",
        "A",
        "poll",
        "\n\n",
        "\u{301}é",
        "\u{feff}",
        "ГРУ",
        "1999",
    ];
    let word = prop::sample::select(WORDS.as_slice()).prop_map(str::to_owned);
    let words = move || prop::collection::vec(word.clone(), 1..6).prop_map(|words| words.join(" "));
    let attribution =
        (words(), words(), words(), 0..3usize).prop_map(|(source, cue, content, order)| match order {
            0 => format!("[N {source}] <N {cue}> {{N {content}}}"),
            1 => format!("{{N {content}}} <N {cue}> [N {source}]"),
            _ => format!("[N {source}] <N {cue}> {{N {content} [M {source}] <M said> it}}"),
        });
    prop::collection::vec(attribution, 1..4).prop_map(|all| {
        let number = |(index, one): (usize, &String)| {
            one.replace("N ", &format!("{index} ")).replace("M ", &format!("{} ", index + 5))
        };
        all.iter().enumerate().map(number).collect::<Vec<_>>().join(" ")
    })
}

proptest! {
    #[test]
    fn each_attribution_has_a_voice_and_each_name_its_steps(marked in marked()) {
        let marked = read_marks(&marked);
        let text = Text::of_paragraph(&marked.prose);
        let attributions = attributions(&marked);
        let meta = Meta::default();
        let voices = resolve(&text, &meta, &attributions, &ACTORS);
        prop_assert_eq!(voices.len(), attributions.len());
        for (voice, attribution) in voices.iter().zip(&attributions) {
            prop_assert!(attribution.source.is_some() || voice.speaker.is_nobody() || !attribution.quotes.is_empty());
            prop_assert!(voice.speaker.is_nobody() || !voice.speaker.reached.is_empty());
            prop_assert!(voice.via.iter().all(|link| !link.is_nobody() && link.name != voice.speaker.name));
        }
        prop_assert_eq!(resolve(&text, &meta, &attributions, &ACTORS), voices);
    }

    #[test]
    fn any_span_of_any_text_may_be_asked_for(prose in "\\PC{0,60}", from in 0..80usize, len in 0..80usize) {
        let text = Text::of_paragraph(&prose);
        let (meta, actors) = (Meta::default(), Actors::default());
        let directory = Directory::read(&text, &meta, &actors);
        let name = directory.name_of(Span::new(from, from + len));
        prop_assert!(name.is_none_or(|name| !name.is_empty()));
    }
}
