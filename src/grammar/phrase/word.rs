//! Words of a text, made comparable with the words of a pattern.

use crate::text::{Case, Kind, Span, Text, form};
use std::ops::Range;

/// A word or number of a text in the shape that patterns compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, straight apostrophes, contractions spelt out ("n’t" is `not`).
    pub form: String,
    /// Base form.
    pub base: String,
    /// Whether it starts with a digit.
    pub number: bool,
    /// Whether it is capitalised.
    pub capital: bool,
    /// Its place in the prose.
    pub span: Span,
}

/// The words, numbers and signs of measure (`%`, `$`) among `tokens`; other signs and marks are left out.
pub fn words_of(text: &Text, tokens: Range<usize>) -> Vec<Word> {
    let range = text.tokens().get(tokens).unwrap_or_default();
    range
        .iter()
        .filter(|token| token.is_wordlike() || is_measure_sign(text.slice(token.span)))
        .map(|token| {
            let form = normal(text.slice(token.span));
            Word {
                base: form::base_form(&form).into_owned(),
                form,
                number: token.kind == Kind::Number,
                capital: token.case != Case::Lower,
                span: token.span,
            }
        })
        .collect()
}

fn is_measure_sign(sign: &str) -> bool {
    matches!(sign, "%" | "$" | "€" | "£")
}

/// Lower case, straight apostrophes, `n't` as `not`.
pub(super) fn normal(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    match lower.as_str() {
        "n't" => "not".to_owned(),
        "ca" => "can".to_owned(),
        "wo" => "will".to_owned(),
        "'re" => "are".to_owned(),
        "'m" => "am".to_owned(),
        "'ve" => "have".to_owned(),
        "'ll" => "will".to_owned(),
        _ => lower,
    }
}
