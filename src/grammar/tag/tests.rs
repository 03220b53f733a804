use super::*;
use proptest::prelude::*;

/// Sentences with the tag behind each word, `word/TAG`; signs stand without one.
const TAGGED: &str = include_str!("../../../tests/training/tagged.txt");

/// The share of the hand-given tags that must be met; what is missed is printed.
const LEAST: f64 = 0.95;

fn read(line: &str) -> (String, Vec<Option<Tag>>) {
    let pairs = line.split(' ').map(|word| word.rsplit_once('/').unwrap_or((word, "")));
    let (words, tags): (Vec<&str>, Vec<&str>) = pairs.unzip();
    let sentence = words.join(" ").replace(" ’s", "’s").replace(" n’t", "n’t").replace(" ”", "”");
    (sentence, tags.into_iter().map(Tag::named).collect())
}

#[test]
fn sentences_tagged_by_hand() {
    let (mut right, mut all, mut missed) = (0u32, 0u32, String::new());
    for line in TAGGED.lines().filter(|line| !line.starts_with('#')) {
        let (sentence, gold) = read(line);
        let text = Text::of_paragraph(&sentence);
        let range = 0..gold.len();
        assert_eq!(text.sentences(), std::slice::from_ref(&range), "other tokens than written: {sentence}");
        for ((index, tag), gold) in range.clone().zip(tags(&text, range)).zip(gold) {
            let Some(gold) = gold else { continue };
            all += 1;
            right += u32::from(tag == gold);
            if tag != gold {
                missed += &format!("{} {} for {}: {sentence}\n", text.word(index), tag.name(), gold.name());
            }
        }
    }
    assert!(f64::from(right) >= LEAST * f64::from(all), "{right} of {all} right\n{missed}");
}

#[test]
fn a_name_agrees_with_its_verb() {
    let text = Text::of_paragraph("Norland rejects claims it attacked the ship.");
    let tags = tags(&text, text.sentences()[0].clone());
    assert_eq!(tags[..3], [Tag::NNP, Tag::VBZ, Tag::NNS]);
}

#[test]
fn numbers_in_words_are_numbers() {
    let text = Text::of_paragraph("Lind says twelve ships left, forty-one stayed and Eighty sank.");
    let tags = tags(&text, text.sentences()[0].clone());
    let numbers = (0..tags.len()).filter(|at| tags[*at] == Tag::CD).map(|at| text.word(at));
    assert_eq!(numbers.collect::<Vec<_>>(), ["twelve", "forty-one"]);
    assert_eq!(tags[3], Tag::NNS);
}

#[test]
fn every_tag_has_its_name() {
    for tag in Tag::ALL {
        assert_eq!(Tag::named(tag.name()), Some(*tag));
    }
    assert_eq!(Tag::named("NN$"), None);
}

#[test]
fn weights_hold_no_names() {
    let words =
        include_str!("../../../rules/weights/tag.txt").lines().take_while(|line| !line.starts_with('['));
    for word in words.filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' ').skip(1)) {
        assert!(word == "I" || !word.contains(char::is_uppercase), "{word}");
    }
}

proptest! {
    #[test]
    fn one_tag_a_token(prose in "([A-Za-z’'\"“”,.é0-9-]{0,9} ?){0,30}", cut in 0usize..40, more in 0usize..40) {
        let text = Text::of_paragraph(&prose);
        for sentence in text.sentences() {
            prop_assert_eq!(tags(&text, sentence.clone()).len(), sentence.len());
        }
        let end = (cut + more).min(text.tokens().len());
        prop_assert_eq!(tags(&text, cut..cut + more).len(), end.saturating_sub(cut));
    }

    #[test]
    fn any_text_is_tagged(prose in "\\PC{0,80}") {
        let text = Text::of_paragraph(&prose);
        prop_assert_eq!(tags(&text, 0..text.tokens().len()).len(), text.tokens().len());
    }
}
