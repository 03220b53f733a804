//! From a figure to a measure: comparator, unit, what is counted, of whom, per what.

use super::figure::{Figure, currency_sign, figure, follows, is_year};
use super::lexicon::{Bound, LEXICON, Percent};
use super::noun::{Counted, Nouns, counted};
use super::run::{Parsed, Run, listed, miss, word};
use crate::claim::{Comparator, Measure, Unit};
use crate::text::Kind;
use crate::text::form::month;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::{preceded, terminated};
use std::ops::Range;

/// A measure and where its phrase ends.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub(super) measure: Measure,
    /// Comparator, number and unit.
    pub(super) tokens: Range<usize>,
    /// The token after all that belongs to it.
    pub(super) end: usize,
    /// Written as a fraction in words.
    pub(super) fraction: bool,
}

/// What has been read of a measure before its noun.
struct Amount {
    figure: Figure,
    bound: Option<Bound>,
    unit: Unit,
}

/// `measure = [ comparator ] amount [ comparator ] [ per ] [ counted ] [ { verb } per ]`
pub(super) fn measure<'t>(run: Run<'t>, nouns: &Nouns) -> Parsed<'t, Read> {
    let (at_figure, before) =
        alt((map(before_figure(listed(&LEXICON.comparators)), Some), map(|run| Ok((run, ())), |()| None)))
            .parse(run)?;
    let (rest, (figure, unit)) = amount(at_figure)?;
    let (after, behind) = opt(listed(&LEXICON.comparators)).parse(rest)?;
    let behind = behind.filter(|_| after.word() != "than").filter(|_| is_afterthought(rest));
    let rest = if behind.is_some() { after } else { rest };
    let amount = Amount { figure, bound: before.or(behind), unit };
    let tokens = run.at..rest.at;
    let (rest, per) = opt(per).parse(rest)?;
    let (rest, counted) = counted(rest, nouns, amount.unit == Unit::Count && !figure.share);
    let (rest, later_per) = opt(per_again(&per)).parse(rest)?;
    let per = per.or(later_per).or_else(|| per_of_verb(rest, nouns));
    if is_no_measure(at_figure, tokens.end, &amount, &counted) {
        return miss();
    }
    let measure = build(run, tokens.clone(), amount, counted, per);
    Ok((rest, Read { fraction: figure.share, measure, tokens, end: rest.at }))
}

/// A comparator counts only where a figure follows.
fn before_figure<'t>(
    comparator: impl Parser<Run<'t>, Output = Bound, Error = super::run::Miss>,
) -> impl Parser<Run<'t>, Output = Bound, Error = super::run::Miss> {
    terminated(comparator, nom::combinator::peek(amount))
}

/// "Or more", "or so": what may bound a figure from behind.
fn is_afterthought(run: Run) -> bool {
    run.word() == "or" || run.word() == "at"
}

/// `amount = currency_sign figure | figure [ unit ]`
fn amount(run: Run) -> Parsed<(Figure, Unit)> {
    let signed = map((currency_sign, figure), |(code, figure)| (figure, Unit::Money(code.to_owned())));
    let named = map((figure, opt(unit)), |(figure, unit)| {
        let otherwise = if figure.share { Unit::Percent } else { Unit::Count };
        (figure, unit.unwrap_or(otherwise))
    });
    alt((signed, named)).parse(run)
}

/// `unit = percent | currency | listed_unit` (`rules/lexicon/quantities.txt`)
fn unit(run: Run) -> Parsed<Unit> {
    let percent = map(listed(&LEXICON.percent), |percent| match percent {
        Percent::Percent => Unit::Percent,
        Percent::Points => Unit::Points,
    });
    let money = map(listed(&LEXICON.money), |code| Unit::Money(code.to_owned()));
    let other = map(listed(&LEXICON.units), |unit| Unit::Other(unit.to_owned()));
    alt((percent, money, other)).parse(run)
}

/// `per = ( "a" | "an" | "per" | "each" | "every" ) period | "annually" | "daily"`
fn per(run: Run) -> Parsed<String> {
    let period = map(listed(&LEXICON.periods), str::to_owned);
    let rate =
        map(alt((map(word(&["annually"]), |()| "year"), map(word(&["daily"]), |()| "day"))), str::to_owned);
    alt((preceded(word(&["a", "an", "per", "each", "every"]), period), rate)).parse(run)
}

/// "Come | a day", "are stolen | each year": a rate behind what those do that are counted.
fn per_of_verb(run: Run, nouns: &Nouns) -> Option<String> {
    let verbs = (0..VERBS).take_while(|skip| nouns.tag(run.skip(*skip).at).is_verb()).count();
    let rate = (verbs > 0).then(|| per(run.skip(verbs)))?;
    rate.ok().map(|(_, period)| period)
}

/// Words of a verb that a rate is looked for behind.
const VERBS: usize = 3;

/// A second rate after the counted noun, unless the first was given.
fn per_again<'t>(first: &Option<String>) -> impl Fn(Run<'t>) -> Parsed<'t, String> {
    let given = first.is_some();
    move |run| if given { miss() } else { per(run) }
}

fn build(run: Run, tokens: Range<usize>, amount: Amount, counted: Counted, per: Option<String>) -> Measure {
    let Amount { figure, bound, unit } = amount;
    let (low, high) = bounded(figure, bound);
    let comparator = match bound {
        None if figure.vague => Comparator::About,
        None => Comparator::Exact,
        Some(bound) => bound.comparator(),
    };
    let noun = match &unit {
        Unit::Other(unit) if counted.head.is_empty() => unit.clone(),
        _ => counted.head,
    };
    let span = run.text.span_of(tokens);
    Measure { span, low, high, value: figure.value, comparator, unit, counted: noun, of: counted.of, per }
}

/// How far "about" and "nearly" reach, in parts of the value.
const NEAR: f64 = 0.1;

fn bounded(figure: Figure, bound: Option<Bound>) -> (f64, f64) {
    let Figure { value, low, high, .. } = figure;
    match bound {
        None => (low, high),
        Some(Bound::About) => (low.min(value * (1.0 - NEAR)), high.max(value * (1.0 + NEAR))),
        Some(Bound::Under) => (value * (1.0 - NEAR), value),
        Some(Bound::Over) => (value, value * (1.0 + NEAR)),
        Some(Bound::AtLeast) => (if figure.vague { low } else { value }, f64::INFINITY),
        Some(Bound::AtMost) => (0.0, if figure.vague { high } else { value }),
        Some(Bound::Exactly) => (value, value),
    }
}

/// Differences ("12 more"), dates, times, ages, numbers of things that are numbered, and "one" as a pronoun.
fn is_no_measure(at: Run, end: usize, amount: &Amount, counted: &Counted) -> bool {
    let after = Run { at: end, ..at };
    let bare = amount.unit == Unit::Count && !amount.figure.share;
    bare && (is_time(at, after)
        || is_pronoun(at, after, counted)
        || is_written_year(at, end, amount, counted)
        || is_numbered(at, amount, counted)
        || is_age(at, after)
        || is_score(at, after)
        || matches!(&*after.word(), "more" | "fewer" | "less")
        || (counted.head.is_empty() && opens_list(at, after)))
}

/// "3 days", "5 p.m.", "May 12", "12 May".
fn is_time(at: Run, after: Run) -> bool {
    let lasts = LEXICON.durations.longest(after.text, after.at, after.end).is_some();
    lasts || is_month(after) || at.at.checked_sub(1).is_some_and(|before| is_month(Run { at: before, ..at }))
}

fn is_month(run: Run) -> bool {
    run.token().is_some_and(|token| token.is_capitalised()) && month(&run.word()).is_some()
}

/// "One of them", "no one", "the one", "one thing".
fn is_pronoun(at: Run, after: Run, counted: &Counted) -> bool {
    let lone = at.word() == "one" && after.at == at.at + 1;
    let determined =
        follows(at, &["no", "the", "this", "that", "any", "every", "each", "another", "which", "only", "'s"]);
    lone && (determined
        || counted.head.is_empty()
        || after.word() == "of"
        || counted.plural
        || is_idle(&counted.head))
}

/// Nouns that "one" introduces without counting them.
fn is_idle(noun: &str) -> bool {
    ["thing", "way", "reason", "point", "side", "hand", "kind", "example", "part", "time", "aspect"]
        .contains(&noun)
}

/// A bare number of four digits is a year, unless a plural follows that nothing dates.
fn is_written_year(at: Run, end: usize, amount: &Amount, counted: &Counted) -> bool {
    let bare = at.text.word(at.at).len() == 4 && end == at.at + 1 && is_year(amount.figure.value);
    let dated = follows(
        at,
        &["in", "since", "of", "by", "from", "until", "before", "after", "the", "to", "during", ",", "("],
    );
    bare && (dated || !counted.plural)
}

/// "No. 10", "Section 230", "Boeing 737".
fn is_numbered(at: Run, amount: &Amount, counted: &Counted) -> bool {
    let Some(before) = at.at.checked_sub(1).map(|before| Run { at: before, ..at }) else { return false };
    let Some(token) = before.token().filter(|token| token.kind == Kind::Word) else { return false };
    let digits = at.token().is_some_and(|token| token.kind == Kind::Number);
    let listed = LEXICON.numbered.get(&before.word()).is_some();
    let nameless = counted.head.is_empty();
    let named = token.is_capitalised() && amount.bound.is_none() && amount.figure.value < 10_000.0;
    let starts =
        before.at.checked_sub(1).is_none_or(|first| at.text.tokens().get(first).is_none_or(|t| t.is_end()));
    digits
        && (listed && (nameless || token.is_capitalised() || before.word().starts_with("no"))
            || named && nameless && !starts)
}

/// ", 54," and ", 54)".
fn is_age(at: Run, after: Run) -> bool {
    follows(at, &[","]) && after.at == at.at + 1 && matches!(&*after.word(), "," | ")" | "." | "")
}

/// "21–14".
fn is_score(at: Run, after: Run) -> bool {
    let number = |run: Run| run.token().is_some_and(|token| token.kind == Kind::Number);
    let first = matches!(&*after.word(), "–" | "-") && number(after.skip(1));
    let second = follows(at, &["–", "-"])
        && at.at.checked_sub(2).is_some_and(|before| number(Run { at: before, ..at }));
    first || second
}

/// "1. Read the rules."
fn opens_list(at: Run, after: Run) -> bool {
    let first = at
        .at
        .checked_sub(1)
        .and_then(|before| at.text.tokens().get(before))
        .is_none_or(|before| before.is_end());
    first && matches!(&*after.word(), "." | ")" | ":")
}
