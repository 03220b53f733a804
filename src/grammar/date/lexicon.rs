//! The words of date expressions, read once from `rules/lexicon/dates*.txt`.

use crate::claim::Modifier;
use crate::claim::time::{CountedFrom, DayPart, Feast, Season, Unit, Vague};
use chrono::Weekday;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word can be in a date expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Lex {
    /// Nothing.
    #[default]
    Other,
    Month(u32),
    Weekday(Weekday),
    Season(Season),
    /// In the singular; the number is how many of the unit the word stands for.
    Unit(Unit, u32),
    /// In the plural.
    Units(Unit, u32),
    /// In words or in at most three digits, as a number of days or units.
    Number(u32),
    /// Four digits alone.
    Year(i32),
    Ordinal(u32),
    /// The first year.
    Decade(i32),
    /// Day of a complete date in figures.
    Iso(i32, u32, u32),
    /// Month of a year in figures.
    IsoMonth(i32, u32),
    /// `1914-18`.
    Years(i32, i32),
    /// Hour and minute.
    Clock(u32, Option<u32>),
    /// Hours to add.
    Meridiem(u32),
    Several,
    /// `Q3`.
    Quarter(u32),
    /// Days from today.
    Today(i64, bool),
    DayPart(DayPart),
    Repeated(Unit),
}

/// What a word can be besides, in the service of the words of [`Lex`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Aid {
    pub(super) which: Option<Pointer>,
    pub(super) edge: Option<Edge>,
    pub(super) back: Option<CountedFrom>,
    pub(super) forth: Option<CountedFrom>,
    pub(super) vague: Option<Vague>,
    pub(super) article: Option<Article>,
    pub(super) every: bool,
    /// Begins a phrase without being a word of dates itself.
    pub(super) starter: bool,
    /// The word may begin the name of a holiday.
    pub(super) feast: bool,
    /// Also an ordinal, being a unit ("second").
    pub(super) ordinal: Option<u32>,
}

/// A word that points to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointer {
    This,
    Last,
    Next,
    Before,
    After,
    Same,
}

/// A word that stands before a date and takes an edge of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) modifier: Option<Modifier>,
    /// Followed by "of".
    pub(super) of: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Article {
    /// A, an.
    One,
    /// The, its.
    The,
}

/// An entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) lex: Lex,
    pub(super) aid: Aid,
}

/// The longest word in bytes.
pub(super) const LONGEST: usize = 14;

static ENTRIES: LazyLock<FxHashMap<&'static [u8], Entry>> = LazyLock::new(load);

/// The entry of a word, case and full stop aside; `None` for most words.
pub(super) fn look_up(word: &str) -> Option<Entry> {
    let mut buffer = [0; LONGEST];
    let bytes = word.as_bytes();
    let lower = buffer.get_mut(..bytes.len())?;
    lower.copy_from_slice(bytes);
    lower.make_ascii_lowercase();
    let known = ENTRIES.get(&*lower).or_else(|| ENTRIES.get(lower.strip_suffix(b".")?));
    known.copied()
}

fn load() -> FxHashMap<&'static [u8], Entry> {
    let mut entries: FxHashMap<&'static [u8], Entry> = FxHashMap::default();
    let mut section = "";
    for line in lines(include_str!("../../../rules/lexicon/dates.txt")) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
            continue;
        }
        let (words, value) = line.split_once(" = ").unwrap_or((line, ""));
        for word in words.split(' ') {
            add(entries.entry(word.as_bytes()).or_default(), section, value);
        }
    }
    for (name, _) in FEASTS.iter() {
        let first = name.split(' ').next().unwrap_or(name);
        entries.entry(first.as_bytes()).or_default().aid.feast = true;
    }
    entries
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn add(entry: &mut Entry, section: &str, value: &str) {
    let number = value.parse().unwrap_or(0);
    let aid = &mut entry.aid;
    match section {
        "which" => aid.which = pointer(value),
        "edge" => aid.edge = Some(edge(value)),
        "back" => aid.back = Some(counted_from(value)),
        "forth" => aid.forth = Some(counted_from(value)),
        "past" => aid.vague = Some(Vague::Past),
        "present" => aid.vague = Some(Vague::Present),
        "future" => aid.vague = Some(Vague::Future),
        "article" => aid.article = Some(if value == "one" { Article::One } else { Article::The }),
        "every" => aid.every = true,
        "starter" => aid.starter = true,
        "ordinal" if entry.lex != Lex::Other => aid.ordinal = Some(number),
        _ => entry.lex = meaning(section, value, number).unwrap_or(entry.lex),
    }
}

fn meaning(section: &str, value: &str, number: u32) -> Option<Lex> {
    Some(match section {
        "month" => Lex::Month(number),
        "weekday" => Lex::Weekday(weekday(number)?),
        "season" => Lex::Season(Season::of_letters(value)?),
        "unit" => unit(value).map(|(unit, count)| Lex::Unit(unit, count))?,
        "units" => unit(value).map(|(unit, count)| Lex::Units(unit, count))?,
        "number" => Lex::Number(number),
        "ordinal" => Lex::Ordinal(number),
        "decade" => Lex::Decade(1900 + i32::try_from(number).ok()?),
        "several" => Lex::Several,
        "quarter" => Lex::Quarter(number),
        "today" => {
            let (shift, night) = value.split_once(' ').map_or((value, false), |(shift, _)| (shift, true));
            Lex::Today(shift.parse().ok()?, night)
        }
        "daypart" => Lex::DayPart(day_part(value)?),
        "repeated" => Lex::Repeated(unit(value)?.0),
        "meridiem" => Lex::Meridiem(number),
        _ => return None,
    })
}

fn weekday(number: u32) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(number.checked_sub(1)?).ok()?).ok()
}

fn unit(letters: &str) -> Option<(Unit, u32)> {
    Some(match letters {
        "S" => (Unit::Second, 1),
        "TM" => (Unit::Minute, 1),
        "H" => (Unit::Hour, 1),
        "D" => (Unit::Day, 1),
        "WE" => (Unit::Weekend, 1),
        "W" => (Unit::Week, 1),
        "2W" => (Unit::Week, 2),
        "M" => (Unit::Month, 1),
        "Q" => (Unit::Quarter, 1),
        "Y" => (Unit::Year, 1),
        "DE" => (Unit::Decade, 1),
        "CE" => (Unit::Century, 1),
        _ => return None,
    })
}

fn day_part(letters: &str) -> Option<DayPart> {
    Some(match letters {
        "MO" => DayPart::Morning,
        "MI" => DayPart::Midday,
        "AF" => DayPart::Afternoon,
        "EV" => DayPart::Evening,
        "NI" => DayPart::Night,
        _ => return None,
    })
}

fn pointer(value: &str) -> Option<Pointer> {
    Some(match value {
        "this" => Pointer::This,
        "last" => Pointer::Last,
        "next" => Pointer::Next,
        "before" => Pointer::Before,
        "after" => Pointer::After,
        "same" => Pointer::Same,
        _ => return None,
    })
}

fn edge(value: &str) -> Edge {
    let (name, of) = value.split_once(' ').map_or((value, false), |(name, _)| (name, true));
    let modifier = match name {
        "start" => Some(Modifier::Start),
        "mid" => Some(Modifier::Mid),
        "end" => Some(Modifier::End),
        "approx" => Some(Modifier::Approx),
        _ => None,
    };
    Edge { modifier, of }
}

fn counted_from(value: &str) -> CountedFrom {
    if value == "now" { CountedFrom::Now } else { CountedFrom::There }
}

/// Names of holidays in lower case, their words as tokens, and how to find the day; longer names before shorter
/// ones that they begin with.
pub(super) static FEASTS: LazyLock<Vec<(&'static str, Feast)>> = LazyLock::new(|| {
    let list = lines(include_str!("../../../rules/lexicon/dates-holidays.txt"));
    let mut feasts: Vec<_> = list.filter_map(feast).collect();
    feasts.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    feasts
});

fn feast(line: &'static str) -> Option<(&'static str, Feast)> {
    let (name, rule) = line.split_once(" = ")?;
    let words: Vec<&str> = rule.split(' ').collect();
    let feast = match words.as_slice() {
        ["easter", days] => Feast::Easter(days.parse().ok()?),
        [nth, weekday, month, rest @ ..] => {
            let after = rest.first().map_or(Some(0), |days| days.trim_start_matches('+').parse().ok())?;
            Feast::Nth(nth.parse().ok()?, weekday.parse().ok()?, month.parse().ok()?, after)
        }
        _ => numbers(rule)?,
    };
    Some((name, feast))
}

fn numbers(rule: &str) -> Option<Feast> {
    let numbers: Option<Vec<u32>> = rule.split('-').map(|part| part.parse().ok()).collect();
    match numbers?.as_slice() {
        [month, day] => Some(Feast::Fixed(*month, *day)),
        [year, month, day] => Some(Feast::Once(i32::try_from(*year).ok()?, *month, *day)),
        _ => None,
    }
}
