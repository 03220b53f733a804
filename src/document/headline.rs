//! The style of headlines: capitals as in titles, or the clipped sentences of a telegram.

use crate::text::Text;

/// Words that headlines leave out. Of 328 headlines that end with a full stop and are not in title case,
/// 173 have none of these; of as many first sentences of the same articles 3 in 100, half of them standfirsts.
const LEFT_OUT: &[&str] = &[
    "a", "an", "the", "was", "were", "had", "said", "who", "which", "that", "he", "she", "it", "they", "we",
    "i", "his", "her", "their",
];

/// The longest sentence taken for a telegram, in words.
const TELEGRAM: usize = 16;

/// Most words of four letters or more begin with a capital.
pub(super) fn in_title_case(text: &str) -> bool {
    let long = text.split_whitespace().skip(1).filter(|word| letters(word) > 3);
    let capital = long.clone().filter(|word| !first_letter(word).is_some_and(char::is_lowercase)).count();
    let count = long.count();
    count > 1 && capital * 4 >= count * 3
}

/// One sentence without articles, pronouns, the past of "be" and "have", and quotation marks.
pub(super) fn is_telegram(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '-').filter(|word| letters(word) > 0);
    let clipped = words.clone().count() <= TELEGRAM && !text.contains(['"', '“', '”']);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    clipped
        && !words.any(|word| LEFT_OUT.contains(&bare(word).as_str()))
        && Text::of_paragraph(text).sentences().len() == 1
}

/// No lower-case letter, and a word that is no abbreviation: `FULL TEXT`.
pub(super) fn in_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase) && text.split_whitespace().any(|word| letters(word) > 3)
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

fn first_letter(word: &str) -> Option<char> {
    word.chars().find(|c| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles() {
        let telegrams = ["Envoy leaves talks in Geneva.", "Minister’s plan to face vote, again"];
        let sentences = ["The envoy left the talks.", "Envoy leaves. Talks end.", "“No,” says envoy."];
        assert!(telegrams.iter().all(|line| is_telegram(line)));
        assert!(!sentences.iter().any(|line| is_telegram(line)));
        assert!(in_title_case("Envoy Leaves Talks in Geneva"));
        assert!(!in_title_case("Envoy Lee leaves talks in Geneva"));
        assert!(in_capitals("FULL TEXT.") && !in_capitals("U.N."));
    }
}
