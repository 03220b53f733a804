//! The word lists of this room, from `rules/lexicon/gist.txt` and `denial.txt`.

use crate::grammar::table::{named_words, section_words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

const GIST: &str = include_str!("../../../rules/lexicon/gist.txt");
const DENIAL: &str = include_str!("../../../rules/lexicon/denial.txt");

const ASSERTION: &str = include_str!("../../../rules/lexicon/assertion.txt");
const TITLES: &str = include_str!("../../../rules/lexicon/who-titles.txt");
const NOUNS: &str = include_str!("../../../rules/lexicon/who-nouns.txt");

pub(super) type Words = FxHashSet<&'static str>;

pub(super) struct Lexicon {
    pub(super) untelling: Words,
    /// A word → the first word of its line.
    pub(super) same: FxHashMap<&'static str, &'static str>,
    /// The longest first.
    pub(super) endings: Vec<&'static str>,
    pub(super) once: Words,
    /// Of these only where both dates have a year.
    pub(super) dated: Words,
    /// What is held once, by its first name.
    pub(super) events: FxHashMap<&'static str, &'static str>,
    /// "Scheduled", "set".
    pub(super) appointed: Words,
    /// A noun → its kind.
    pub(super) kinds: FxHashMap<&'static str, &'static str>,
    pub(super) ordinals: FxHashMap<&'static str, usize>,
    pub(super) polar: Words,
    pub(super) no: Words,
    pub(super) bounds: Words,
    /// Nouns: "hoax".
    pub(super) hoaxes: Words,
    /// Adjectives: "false".
    pub(super) falses: Words,
    /// Verdicts only behind a report.
    pub(super) predicates: Words,
    pub(super) genuine: Words,
    pub(super) proof: Words,
    pub(super) told: Words,
    pub(super) charge: Words,
    pub(super) accuse: Words,
    pub(super) shown: Words,
    pub(super) deny: Words,
    pub(super) dismiss: Words,
    /// Before a verb of saying.
    pub(super) sorry: Words,
    pub(super) saying: Words,
    /// Before it, too: "falsely".
    pub(super) wrongly: Words,
    pub(super) doubt: Words,
    pub(super) question: Words,
    pub(super) infinitive: Words,
    pub(super) gerund: Words,
    pub(super) withdrawal: Vec<&'static str>,
    /// Before a report.
    pub(super) retract: Vec<&'static str>,
    pub(super) existence: Words,
    pub(super) not: Words,
    pub(super) none: Words,
    pub(super) light: Words,
    pub(super) unanswered: Words,
    pub(super) stance: Words,
    /// Verbs of saying; those of them that tell what somebody thinks.
    pub(super) speech: Words,
    pub(super) opinion: Words,
    pub(super) opens: Words,
    pub(super) left: Words,
    pub(super) condition: Words,
    /// Times of the day.
    pub(super) hours: Words,
    /// What is for the reader of dates.
    pub(super) times: Words,
    /// Prepositions that say where.
    pub(super) places: Words,
    /// "Some", "most".
    pub(super) parts: Words,
    /// Prepositions that set nothing apart.
    pub(super) apart_from: Words,
    /// Titles and offices before a name.
    pub(super) titles: Words,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let set = |list, section, value| -> Words { named_words(list, section, value).collect() };
    let verbs = |value| set(DENIAL, "verbs", value);
    Lexicon {
        untelling: set(GIST, "untelling", "word"),
        same: by_line(section_words(GIST, "same")),
        endings: named_words(GIST, "endings", "ending").collect(),
        once: set(GIST, "once", "verb"),
        dated: set(GIST, "once", "dated"),
        events: by_line(section_words(GIST, "events")),
        appointed: set(GIST, "appointed", "verb"),
        kinds: by_line(section_words(GIST, "kinds")),
        ordinals: named_words(GIST, "ordinals", "nth").zip(1..).collect(),
        polar: set(GIST, "questions", "polar"),
        no: set(GIST, "questions", "no"),
        bounds: set(GIST, "bounds", "bound"),
        hoaxes: set(DENIAL, "verdicts", "noun"),
        falses: set(DENIAL, "verdicts", "adjective"),
        predicates: set(DENIAL, "verdicts", "predicate"),
        genuine: set(DENIAL, "verdicts", "genuine"),
        proof: set(DENIAL, "verdicts", "proof"),
        told: set(DENIAL, "reports", "told"),
        charge: set(DENIAL, "reports", "charge"),
        accuse: set(DENIAL, "reports", "accuse"),
        shown: set(DENIAL, "reports", "shown"),
        deny: verbs("deny"),
        dismiss: verbs("dismiss"),
        sorry: verbs("sorry"),
        saying: verbs("saying"),
        wrongly: verbs("wrongly"),
        doubt: verbs("doubt"),
        question: verbs("question"),
        infinitive: verbs("infinitive"),
        gerund: verbs("gerund"),
        withdrawal: named_words(DENIAL, "verbs", "withdrawal").collect(),
        retract: named_words(DENIAL, "verbs", "retract").collect(),
        existence: verbs("existence"),
        not: set(DENIAL, "negators", "not"),
        none: set(DENIAL, "negators", "none"),
        light: set(DENIAL, "passed", "light"),
        unanswered: set(DENIAL, "passed", "unanswered"),
        stance: set(DENIAL, "passed", "stance"),
        speech: set(ASSERTION, "speech", "verb"),
        opinion: set(ASSERTION, "opinion", "verb"),
        opens: set(DENIAL, "clauses", "opens"),
        left: set(DENIAL, "clauses", "left"),
        condition: set(DENIAL, "clauses", "condition"),
        hours: set(ASSERTION, "hours", "hour"),
        times: named_words(ASSERTION, "days", "day").chain(named_words(ASSERTION, "times", "time")).collect(),
        places: set(ASSERTION, "places", "place"),
        parts: set(GIST, "quantifiers", "part"),
        apart_from: set(GIST, "prepositions", "idle"),
        titles: [TITLES, NOUNS].into_iter().flat_map(first_words).collect(),
    }
});

/// The words that the lines of a list start with.
fn first_words(list: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = list.lines().filter(|line| !line.starts_with(['#', '[']));
    lines.filter_map(|line| line.split_whitespace().next())
}

/// Each word of a line → what the line starts with, which is a word of it.
fn by_line(
    lines: impl Iterator<Item = (&'static str, std::str::Split<'static, &'static str>)>,
) -> FxHashMap<&'static str, &'static str> {
    let pairs = lines.flat_map(|(name, words)| words.chain([name]).map(move |word| (word, name)));
    pairs.collect()
}
