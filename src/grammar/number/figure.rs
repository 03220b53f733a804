//! Numbers in digits and words, ranges, shares and vague counts.

use super::lexicon::LEXICON;
use super::run::{Parsed, Run, kind, listed, miss, word};
use crate::text::{Kind, form};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{preceded, terminated};
use std::borrow::Cow;

/// A number and what rounding leaves open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) value: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    /// A part of a whole, in percent.
    pub(super) share: bool,
    /// "Dozens", "several": no number at all.
    pub(super) vague: bool,
}

impl Figure {
    fn exact(value: f64) -> Figure {
        Figure { value, low: value, high: value, share: false, vague: false }
    }

    /// A number written so that `grain` is the worth of its last digit that counts.
    fn rounded(value: f64, grain: f64) -> Figure {
        Figure { low: (value - grain / 2.0).max(0.0), high: value + grain / 2.0, ..Figure::exact(value) }
    }

    fn range(low: Figure, high: Figure) -> Figure {
        let value = f64::midpoint(low.value, high.value);
        Figure { value, low: low.low, high: high.high, ..low }
    }

    /// Half a point and a twentieth are what "a third" leaves open, whichever is more.
    fn share(parts: f64, whole: f64) -> Figure {
        let value = 100.0 * parts / whole;
        Figure { share: true, ..Figure::rounded(value, (value / 10.0).max(1.0)) }
    }

    fn times(self, scale: f64) -> Figure {
        Figure { value: self.value * scale, low: self.low * scale, high: self.high * scale, ..self }
    }
}

/// `figure = vague | share | range | number`
pub(super) fn figure(run: Run) -> Parsed<Figure> {
    alt((vague, share, range, number)).parse(run)
}

/// `vague = "dozens" | "several" | "tens of thousands" | …` (`rules/lexicon/quantities.txt`)
fn vague(run: Run) -> Parsed<Figure> {
    let counted = |(low, high): (f64, f64)| Figure {
        low,
        high,
        vague: true,
        ..Figure::exact(f64::midpoint(low, high))
    };
    map(listed(&LEXICON.vague), counted).parse(run)
}

/// `range = "between" ranged "and" number | ranged ( "to" | "–" | "-" | "through" ) [ currency_sign ] number | joined`, the second above the first
///
/// "From 10 to 12" is a change, not a range; "21–14" is a score.
fn range(run: Run) -> Parsed<Figure> {
    let between = map((word(&["between"]), ranged, word(&["and"]), number), |(_, low, _, high)| (low, high));
    let spanned = map(
        (ranged, word(&["to", "–", "-", "through"]), opt(currency_sign), number),
        |(low, _, _, high)| (low, high),
    );
    let figures = alt((between, verify(spanned, |_| !follows(run, &["from"])), joined));
    map(verify(map(figures, aligned), |(low, high)| low.value < high.value), |(low, high)| {
        Figure::range(low, high)
    })
    .parse(run)
}

/// `ranged = number [ "%" | "percent" ]`: the lower end of a range
fn ranged(run: Run) -> Parsed<Figure> {
    terminated(number, opt(word(&["%", "percent"]))).parse(run)
}

/// `joined = digits ( "-" | "–" ) digits`, in one token (“10-12”)
fn joined(run: Run) -> Parsed<(Figure, Figure)> {
    let (rest, at) = kind(Kind::Number)(run)?;
    let ends = run
        .text
        .word(at)
        .split_once(['-', '–'])
        .and_then(|(low, high)| Some((digits_of(low)?, digits_of(high)?)));
    match ends {
        Some((low, high)) if !is_year(low.value) => Ok((scaled(rest, high)?.0, (low, scaled(rest, high)?.1))),
        _ => miss(),
    }
}

/// "10 to 12 million" means ten million.
fn aligned((low, high): (Figure, Figure)) -> (Figure, Figure) {
    let scale = [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| high.value >= *scale && low.value < 1000.0);
    let shared = scale.filter(|scale| low.value * scale <= high.value);
    (shared.map_or(low, |scale| low.times(scale)), high)
}

/// `share = one_in | hyphened_one_in | fraction`
fn share(run: Run) -> Parsed<Figure> {
    alt((one_in, hyphened_one_in, fraction)).parse(run)
}

/// `one_in = small ( "in" | [ "out" ] "of" ) [ "every" | "each" ] small` (“one in six”, “three out of every four”)
fn one_in(run: Run) -> Parsed<Figure> {
    let of = alt((map(word(&["in"]), |()| ()), map((opt(word(&["out"])), word(&["of"])), |_| ())));
    let parts = (small, of, opt(word(&["every", "each"])), small);
    map(verify(parts, |(parts, (), _, whole)| parts < whole), |(parts, (), _, whole)| share_of(parts, whole))
        .parse(run)
}

/// `hyphened_one_in = small ( "-in-" | "-out-of-" ) small`, in one token (“one-in-six”)
fn hyphened_one_in(run: Run) -> Parsed<Figure> {
    let word = run.word();
    let parts = word.split_once("-in-").or_else(|| word.split_once("-out-of-"));
    match parts.and_then(|(parts, whole)| Some((small_of(parts)?, small_of(whole)?))) {
        Some((parts, whole)) if parts < whole => Ok((run.skip(1), share_of(parts, whole))),
        _ => miss(),
    }
}

/// `fraction = hyphened | ( "a" | small ) denominator | "half"`, before what it is a part of
///
/// "A third candidate" and "the third quarter" are none.
fn fraction(run: Run) -> Parsed<Figure> {
    let half = map(word(&["half"]), |()| (1, 2));
    let written =
        map((alt((map(word(&["a"]), |()| 1), small)), denominator), |(parts, whole)| (parts, whole));
    let (rest, (parts, whole)) = alt((hyphened, written, half)).parse(run)?;
    let ordinal = follows(
        run,
        &["first", "second", "last", "other", "better", "the", "this", "third", "fourth", "next"],
    );
    if parts >= whole || ordinal || !is_divided(rest) {
        return miss();
    }
    Ok((rest, share_of(parts, whole)))
}

/// `denominator = "third" | "quarters" | …`
fn denominator(run: Run) -> Parsed<u64> {
    listed(&LEXICON.fractions)(run)
}

/// `hyphened = small "-" denominator`, in one token (“two-thirds”)
fn hyphened(run: Run) -> Parsed<(u64, u64)> {
    let word = run.word();
    let parts = word.split_once('-');
    match parts.and_then(|(parts, whole)| Some((small_of(parts)?, LEXICON.fractions.get(whole)?))) {
        Some(parts) => Ok((run.skip(1), parts)),
        None => miss(),
    }
}

/// Whether what follows a fraction can be the whole, or nothing.
fn is_divided(rest: Run) -> bool {
    let next = rest.word();
    let whole = [
        "of", "the", "his", "her", "its", "their", "our", "all", "who", "that", "say", "said", "were", "are",
    ];
    whole.contains(&&*next) || rest.token().is_none_or(|token| token.kind == Kind::Punct)
}

#[allow(clippy::cast_precision_loss)] // shares are small numbers
fn share_of(parts: u64, whole: u64) -> Figure {
    Figure::share(parts as f64, whole as f64)
}

/// A whole number up to a thousand, in one token.
///
/// `small = 1 … 1000`, in one token
fn small(run: Run) -> Parsed<u64> {
    match small_of(&run.word()) {
        Some(value) => Ok((run.skip(1), value)),
        None => miss(),
    }
}

fn small_of(word: &str) -> Option<u64> {
    form::number_word(word).or_else(|| word.parse().ok()).filter(|value| (1..=1000).contains(value))
}

/// `number = digits | words`
pub(super) fn number(run: Run) -> Parsed<Figure> {
    alt((digits, words)).parse(run)
}

/// `digits = numeral [ scale ]` (“1,234.5 million”)
fn digits(run: Run) -> Parsed<Figure> {
    let (rest, at) = kind(Kind::Number)(run)?;
    match digits_of(run.text.word(at)) {
        Some(figure) => scaled(rest, figure),
        None => miss(),
    }
}

/// A figure with the scale behind it, if there is one.
fn scaled(run: Run, figure: Figure) -> Parsed<Figure> {
    let scale = |run: Run| scale_of(&run.word());
    match scale(run) {
        // "2 million" may be anything that rounds to it.
        Some(scale) => {
            Ok((run.skip(1), Figure::rounded(figure.value, last_place(figure.value)).times(scale)))
        }
        None => Ok((run, figure)),
    }
}

/// `scale = "hundred" | "thousand" | "million" | "billion" | "bn" | …`
#[allow(clippy::cast_precision_loss)] // scales are round
fn scale_of(word: &str) -> Option<f64> {
    match word {
        "m" | "mn" => Some(1e6),
        "bn" => Some(1e9),
        "tn" => Some(1e12),
        _ => form::number_word(word)
            .filter(|value| *value >= 100 && !word.contains('-'))
            .map(|value| value as f64),
    }
}

/// What the last decimal of a short number is worth.
fn last_place(value: f64) -> f64 {
    let is_whole = |places: i32| (value * 10f64.powi(places)).fract().abs() < 1e-9;
    (0..4).find(|places| is_whole(*places)).map_or(0.001, |places| 10f64.powi(-places))
}

/// The value of a numeral: thousands may be set off by commas, and a scale be stuck to its end ("1.2bn").
///
/// Times, dates, ordinals and whatever else starts with a digit have none.
fn digits_of(word: &str) -> Option<Figure> {
    let end = word.find(|sign: char| !matches!(sign, '0'..='9' | '.' | ',')).unwrap_or(word.len());
    let (numeral, suffix) = word.split_at_checked(end)?;
    let plain: Cow<str> =
        if numeral.contains(',') { Cow::Owned(ungrouped(numeral)?) } else { Cow::Borrowed(numeral) };
    let value: f64 = plain.parse().ok().filter(|value: &f64| value.is_finite())?;
    let leading_zero = plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.");
    let figure = Figure::rounded(value, grain(&plain, value));
    match suffix.to_ascii_lowercase().as_str() {
        "" if !leading_zero => Some(figure),
        "k" => Some(figure.times(1e3)),
        letters => Some(
            Figure::rounded(value, last_place(value)).times(scale_of(letters).filter(|_| letters.len() < 3)?),
        ),
    }
}

/// "12,000" without its commas; "1,2" has none that could go.
fn ungrouped(numeral: &str) -> Option<String> {
    let whole = numeral.split('.').next().unwrap_or_default();
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
    grouped.then(|| numeral.replace(',', ""))
}

/// The worth of the last digit that counts: of a decimal its last place, of a round number its last digit but
/// zeros, two digits always counting; small whole numbers are exact.
fn grain(numeral: &str, value: f64) -> f64 {
    if let Some((_, decimals)) = numeral.split_once('.') {
        return 10f64.powi(-i32::try_from(decimals.len()).unwrap_or(0).min(9));
    }
    let zeros = numeral.bytes().rev().take_while(|digit| *digit == b'0').count();
    let kept = zeros.min(numeral.len().saturating_sub(2)).min(18);
    if value < 100.0 || kept == 0 { 0.0 } else { 10f64.powi(i32::try_from(kept).unwrap_or(0)) }
}

/// `words = [ "half" ] "a" ( scale | "dozen" ) | number_word { [ "and" ] number_word }` (“two hundred and fifty thousand”)
fn words(run: Run) -> Parsed<Figure> {
    let half = preceded((word(&["half"]), word(&["a"])), scale_word);
    let round = preceded(word(&["a"]), scale_word);
    alt((map(half, |scale| Figure::rounded(scale / 2.0, scale / 10.0)), map(round, about), spelt)).parse(run)
}

fn about(scale: f64) -> Figure {
    Figure::rounded(scale, scale / 10.0)
}

/// "Hundred", "dozen", "million" after "a".
fn scale_word(run: Run) -> Parsed<f64> {
    let scale = match &*run.word() {
        "dozen" => Some(12.0),
        word => scale_of(word).filter(|_| word.len() > 2),
    };
    scale.map_or_else(miss, |scale| Ok((run.skip(1), scale)))
}

#[allow(clippy::cast_precision_loss)] // nobody spells out a number that a float cannot hold
fn spelt(run: Run) -> Parsed<Figure> {
    let (mut rest, mut total, mut current, mut read) = (run, 0u64, 0u64, false);
    loop {
        let word = rest.word();
        let part = if word == "dozen" && read { Some(12) } else { form::number_word(&word) };
        let joins = word == "and"
            && current >= 100
            && form::number_word(&rest.skip(1).word()).is_some_and(|next| next < 100);
        match part {
            Some(scale @ 1000..) if read => {
                (total, current) = (total.saturating_add(current.max(1).saturating_mul(scale)), 0)
            }
            Some(100) if read => current = current.max(1).saturating_mul(100),
            Some(12) if word == "dozen" => current = current.saturating_mul(12),
            Some(part) if current == 0 || current % 100 == 0 && part < 100 => current += part,
            Some(_) => break,
            None if joins => {}
            None => break,
        }
        read = true;
        rest = rest.skip(1);
    }
    let value = total.saturating_add(current) as f64;
    if read { Ok((rest, Figure { ..by_size(value) })) } else { miss() }
}

/// Numbers that are spelt out beyond a hundred are round.
fn by_size(value: f64) -> Figure {
    if value > 100.0 { Figure::rounded(value, value / 20.0) } else { Figure::exact(value) }
}

pub(super) fn currency_sign(run: Run) -> Parsed<&'static str> {
    match run.token().and_then(|_| LEXICON.money.get(&run.word())) {
        Some(code) if run.token().is_some_and(|token| token.kind == Kind::Punct) => Ok((run.skip(1), code)),
        _ => miss(),
    }
}

/// Whether one of these words stands before the run.
pub(super) fn follows(run: Run, words: &[&str]) -> bool {
    let before = run.at.checked_sub(1).map(|at| crate::grammar::table::lower(run.text, at));
    before.is_some_and(|before| words.contains(&&*before))
}

/// A year between the invention of printing and the next century but one, as far as the number goes.
pub(super) fn is_year(value: f64) -> bool {
    (1500.0..2200.0).contains(&value) && value.fract() == 0.0
}
