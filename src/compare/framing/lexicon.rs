//! The word lists of this room, from `rules/lexicon/framing.txt`.

use crate::grammar::table::{named_words, section_words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

const LIST: &str = include_str!("../../../rules/lexicon/framing.txt");

pub(super) type Words = FxHashSet<&'static str>;

pub(super) struct Lexicon {
    pub(super) be: Words,
    pub(super) auxiliary: Words,
    pub(super) past: Words,
    pub(super) future: Words,
    /// "Is … to": it has not come yet.
    pub(super) ahead: Words,
    pub(super) done: Words,
    pub(super) may: Words,
    pub(super) not: Words,
    /// Behind them "'s" is "is".
    pub(super) pronoun: Words,
    /// Before them, too.
    pub(super) follows: Words,
    /// Participles that say how something is.
    pub(super) state: Words,
    /// Verbs of degree, base forms.
    pub(super) trend: Words,
    /// So at one hour, otherwise at the next.
    pub(super) passing: Words,
    /// What is so stays so.
    pub(super) lasting: Words,
    /// It comes once, and was otherwise before.
    pub(super) last: Words,
    /// Verbs that say how something is, base forms.
    pub(super) stative: Words,
    /// Nouns of those who are counted up, base forms.
    pub(super) tally: Words,
    /// Nouns of what is measured again and again, base forms.
    pub(super) level: Words,
    /// Verbs that tell how high it stands, base forms.
    pub(super) measure: Words,
    /// Nouns of those who are counted anew each day, base forms.
    pub(super) standing: Words,
    /// For whom something costs more or less than for others.
    pub(super) payer: Words,
    /// Where they are.
    pub(super) kept: Words,
    /// How somebody stands to a thing, base forms.
    pub(super) stance: Words,
    /// Whoever does it has what is counted.
    pub(super) stock: Words,
    pub(super) formerly: Words,
    pub(super) returns: Words,
    pub(super) again: Words,
    pub(super) expected: Words,
    pub(super) promised: Words,
    pub(super) about: Words,
    /// Before a gerund: it is not decided.
    pub(super) considering: Words,
    pub(super) thinking: Words,
    /// What is done by them is so of what was to come.
    pub(super) settling: Words,
    /// "Alleged".
    pub(super) reserved: Words,
    pub(super) wholly: Words,
    pub(super) soon: Words,
    pub(super) part: Words,
    /// Of none it is so, of all, but for whoever is excepted.
    pub(super) none: Words,
    pub(super) all: Words,
    pub(super) other: Words,
    /// Adverbs that tell nothing of what is counted.
    pub(super) aside: Words,
    /// Nothing is left out.
    pub(super) whole: Words,
    /// What is not done, or not yet.
    pub(super) left: Words,
    /// Behind what is counted they tell which of them.
    pub(super) kind: Words,
    /// With a capital, they begin names of places beside those of the same name without.
    pub(super) bearing: Words,
    /// Behind a noun, before what tells which of those it means.
    pub(super) group: Words,
    pub(super) unit: Words,
    /// Hours and parts of a day.
    pub(super) hour: Words,
    pub(super) time: Words,
    /// Times that come again.
    pub(super) season: Words,
    /// Preposition → what it tells.
    pub(super) kinds: FxHashMap<&'static str, &'static str>,
    pub(super) by: Words,
    /// Before what something is aimed at, or the place of it.
    pub(super) target: Words,
    /// Of what somebody is charged or cleared stands behind them.
    pub(super) charging: Words,
    /// Before "that": what is shown stands behind it.
    pub(super) proof: Words,
    pub(super) determiner: Words,
    /// Parts of a time, parts of a country.
    pub(super) region: Words,
    pub(super) idle: Words,
    /// Before "to": what stands behind restricts nothing.
    pub(super) said: Words,
    pub(super) function: Words,
    /// A clause begins that is not the main one.
    pub(super) clause: Words,
    /// Attributes of which one thing has only one.
    pub(super) rows: Vec<Vec<&'static str>>,
    /// Attributes that name another thing.
    pub(super) another: Words,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    be: words("verbs", "be"),
    auxiliary: words("verbs", "auxiliary"),
    past: words("verbs", "past"),
    future: words("verbs", "future"),
    ahead: words("verbs", "ahead"),
    done: words("verbs", "done"),
    may: words("verbs", "may"),
    not: words("negators", "not"),
    pronoun: words("possessives", "pronoun"),
    follows: words("possessives", "follows"),
    state: words("states", "participle"),
    trend: words("states", "trend"),
    passing: words("states", "passing"),
    lasting: words("states", "lasting"),
    last: words("states", "final"),
    stative: words("states", "stative"),
    tally: words("counts", "tally"),
    level: words("counts", "level"),
    measure: words("counts", "measure"),
    standing: words("counts", "standing"),
    payer: words("counts", "payer"),
    kept: words("counts", "kept"),
    stance: words("states", "stance"),
    stock: words("states", "stock"),
    formerly: words("formerly", "word"),
    returns: words("returns", "verb"),
    again: words("returns", "again"),
    expected: words("hold", "expected"),
    promised: words("hold", "promised"),
    about: words("hold", "about"),
    considering: words("hold", "considering"),
    thinking: words("hold", "thinking"),
    settling: words("hold", "settling"),
    reserved: words("hold", "reserved"),
    wholly: words("extent", "wholly"),
    soon: words("extent", "soon"),
    part: words("extent", "part"),
    none: words("extent", "none"),
    all: words("extent", "all"),
    other: words("extent", "other"),
    aside: words("extent", "aside"),
    whole: words("extent", "whole"),
    left: words("extent", "left"),
    kind: words("extent", "kind"),
    bearing: words("extent", "bearing"),
    group: words("extent", "group"),
    unit: words("times", "unit"),
    hour: words("times", "hour"),
    time: words("times", "time"),
    season: words("times", "season"),
    kinds: kinds(),
    by: words("phrases", "by"),
    target: words("phrases", "target"),
    charging: words("phrases", "charging"),
    proof: words("phrases", "proof"),
    determiner: words("phrases", "determiner"),
    region: words("phrases", "region"),
    idle: words("phrases", "idle"),
    said: words("phrases", "said"),
    function: words("phrases", "function"),
    clause: words("phrases", "clause"),
    rows: section_words(LIST, "rows")
        .filter(|(value, _)| *value == "row")
        .map(|(_, words)| words.collect())
        .collect(),
    another: words("rows", "another"),
});

fn words(section: &'static str, value: &'static str) -> Words {
    named_words(LIST, section, value).collect()
}

/// Preposition → the line that it stands in.
fn kinds() -> FxHashMap<&'static str, &'static str> {
    section_words(LIST, "prepositions")
        .flat_map(|(kind, words)| words.map(move |word| (word, kind)))
        .collect()
}
