//! The words around figures: `rules/lexicon/quantities.txt`.

use crate::claim::Comparator;
use crate::grammar::table::{Table, section_words};
use crate::text::form;
use rustc_hash::{FxHashMap, FxHashSet};
use std::str::Split;
use std::sync::LazyLock;

const QUANTITIES: &str = include_str!("../../../rules/lexicon/quantities.txt");

/// How a comparator bounds; finer than [`Comparator`], which is what comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    About,
    /// Nearly: a little less.
    Under,
    /// Just over: a little more.
    Over,
    AtLeast,
    AtMost,
    Exactly,
}

impl Bound {
    fn named(name: &str) -> Option<Bound> {
        Some(match name {
            "about" => Bound::About,
            "under" => Bound::Under,
            "over" => Bound::Over,
            "at-least" => Bound::AtLeast,
            "at-most" => Bound::AtMost,
            "exactly" => Bound::Exactly,
            _ => return None,
        })
    }

    pub(super) fn comparator(self) -> Comparator {
        match self {
            Bound::About | Bound::Under | Bound::Over => Comparator::About,
            Bound::AtLeast => Comparator::AtLeast,
            Bound::AtMost => Comparator::AtMost,
            Bound::Exactly => Comparator::Exact,
        }
    }
}

/// Share or difference of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Percent {
    Percent,
    Points,
}

pub(super) struct Lexicon {
    pub(super) comparators: Table<Bound>,
    pub(super) vague: Table<(f64, f64)>,
    pub(super) fractions: Table<u64>,
    pub(super) percent: Table<Percent>,
    pub(super) money: Table<&'static str>,
    pub(super) units: Table<&'static str>,
    /// A unit → the first of its line, and how many of that it is.
    pub(super) conversions: FxHashMap<&'static str, (&'static str, f64)>,
    pub(super) periods: Table<&'static str>,
    pub(super) durations: Table<()>,
    pub(super) numbered: Table<()>,
    /// The words with which numbers in words start, or their first part.
    pub(super) starts: FxHashSet<&'static str>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    comparators: Table::parse(QUANTITIES, "comparators", Bound::named),
    vague: Table::parse(QUANTITIES, "vague", ends),
    fractions: Table::parse(QUANTITIES, "fractions", |whole| whole.parse().ok()),
    percent: Table::parse(QUANTITIES, "percent", |unit| {
        Some(if unit == "percent" { Percent::Percent } else { Percent::Points })
    }),
    money: Table::parse(QUANTITIES, "money", Some),
    units: Table::parse(QUANTITIES, "units", Some),
    conversions: conversions(),
    periods: Table::parse(QUANTITIES, "periods", Some),
    durations: Table::parse(QUANTITIES, "durations", |_| Some(())),
    numbered: Table::parse(QUANTITIES, "numbered", |_| Some(())),
    starts: starts(),
});

fn starts() -> FxHashSet<&'static str> {
    let lines = ["vague", "fractions"].into_iter().flat_map(|section| section_words(QUANTITIES, section));
    let phrases = lines.flat_map(|(_, phrases)| phrases);
    // "A few" is found by its "few".
    let words = phrases.filter_map(|phrase| phrase.split(' ').find(|word| *word != "a"));
    words.chain(form::number_words()).chain(["dozen"]).collect()
}

fn conversions() -> FxHashMap<&'static str, (&'static str, f64)> {
    let of_line = |(first, others): (&'static str, Split<'static, &'static str>)| {
        let other = move |other: &'static str| {
            let (unit, factor) = other.rsplit_once(' ')?;
            Some((unit, (first, factor.parse().ok()?)))
        };
        others.filter_map(other).chain([(first, (first, 1.0))])
    };
    section_words(QUANTITIES, "conversions").flat_map(of_line).collect()
}

fn ends(range: &str) -> Option<(f64, f64)> {
    let (low, high) = range.split_once(' ')?;
    Some((low.parse().ok()?, high.parse().ok()?))
}
