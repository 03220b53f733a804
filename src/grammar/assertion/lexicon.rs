//! What words do to what is asserted: `rules/lexicon/assertion.txt`, `acts.txt` and `evaluative.txt`.

use crate::claim::{Act, Evidential, Polarity};
use crate::grammar::table::{Table, named_words, section_words};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

const ASSERTION: &str = include_str!("../../../rules/lexicon/assertion.txt");
const ACTS: &str = include_str!("../../../rules/lexicon/acts.txt");
const EVALUATIVE: &str = include_str!("../../../rules/lexicon/evaluative.txt");

type Words = FxHashSet<&'static str>;

pub(super) struct Lexicon {
    /// Whether a phrase negates; those that only look like it do not.
    pub(super) negators: Table<bool>,
    /// Behind them a gerund tells what is not done.
    pub(super) withheld: Table<()>,
    pub(super) negative_subjects: Words,
    /// The degree of likelihood, and whether it lies below even odds.
    pub(super) estimative: Table<(&'static str, bool)>,
    /// Nouns for a likelihood, and attributes of it.
    pub(super) chance: Words,
    pub(super) chance_kinds: Words,
    pub(super) certain: Words,
    pub(super) possible: Words,
    pub(super) probable: Words,
    pub(super) evidential: Table<Evidential>,
    pub(super) inferred: Table<Evidential>,
    pub(super) scope: Table<()>,
    pub(super) transitive: Words,
    pub(super) places: Words,
    pub(super) days: Words,
    pub(super) times: Words,
    /// Times of the day.
    pub(super) hours: Words,
    pub(super) population: Words,
    pub(super) symmetric: Words,
    pub(super) copulas: Words,
    /// Verbs whose subject a figure measures.
    pub(super) levels: Words,
    /// Verbs whose object it measures.
    pub(super) sets: Words,
    /// Words for what becomes of people, and the one that stands for all that say the same.
    pub(super) fates: Table<&'static str>,
    pub(super) belief: Words,
    pub(super) speech: Words,
    /// Negated, they say that it is not so.
    pub(super) opinion: Words,
    /// The same, as long as it is said of now.
    pub(super) outlook: Words,
    /// Verbs of which "for" makes one thing and "against" another.
    pub(super) sides: Words,
    pub(super) talk: Words,
    /// "Has seen proof that": whoever has or lacks it says no more than that.
    pub(super) evidence: Words,
    pub(super) hope: Words,
    pub(super) intend: Words,
    /// Those of them that commit nobody.
    pub(super) plan: Words,
    pub(super) raising: Words,
    pub(super) negative: Words,
    pub(super) doubt: Words,
    pub(super) weak: Words,
    pub(super) strong: Words,
    /// Of a clause, they say that it is not so.
    pub(super) untrue: Words,
    pub(super) plausible: Words,
    /// What it is to say what is not so.
    pub(super) falsehood: Words,
    /// What a cue's verb does by saying it; with the polarity of a content that is no clause.
    pub(super) acts: Table<(Act, Polarity)>,
    /// Verbs that judge.
    pub(super) judging: Words,
    /// Other words that do.
    pub(super) evaluative: Words,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    negators: Table::parse(ASSERTION, "negators", |value| Some(value == "not")),
    withheld: Table::parse(ASSERTION, "withheld", |_| Some(())),
    negative_subjects: words(ASSERTION, "negative-subjects"),
    estimative: Table::parse(ASSERTION, "estimative", |value| Some(degree(value))),
    chance: valued(ASSERTION, "chance", "noun"),
    chance_kinds: valued(ASSERTION, "chance", "kind"),
    certain: words(ASSERTION, "certain"),
    possible: words(ASSERTION, "possible"),
    probable: words(ASSERTION, "probable"),
    evidential: Table::parse(ASSERTION, "hearsay", |_| Some(Evidential::Hearsay)),
    inferred: Table::parse(ASSERTION, "inferred", |_| Some(Evidential::Inferred)),
    scope: Table::parse(ASSERTION, "scope", |_| Some(())),
    transitive: words(ASSERTION, "transitive"),
    places: words(ASSERTION, "places"),
    days: words(ASSERTION, "days"),
    times: words(ASSERTION, "times"),
    hours: words(ASSERTION, "hours"),
    population: words(ASSERTION, "population"),
    symmetric: words(ASSERTION, "symmetric"),
    copulas: words(ASSERTION, "copulas"),
    levels: valued(ASSERTION, "levels", "verb"),
    sets: valued(ASSERTION, "levels", "set"),
    fates: Table::parse(ASSERTION, "fates", Some),
    belief: words(ASSERTION, "belief"),
    speech: words(ASSERTION, "speech"),
    opinion: valued(ASSERTION, "opinion", "verb"),
    outlook: valued(ASSERTION, "opinion", "outlook"),
    sides: words(ASSERTION, "sides"),
    talk: words(ASSERTION, "talk"),
    evidence: words(ASSERTION, "evidence"),
    hope: words(ASSERTION, "hope"),
    intend: words(ASSERTION, "intend"),
    plan: valued(ASSERTION, "intend", "plan"),
    raising: words(ASSERTION, "raising"),
    negative: words(ASSERTION, "negative"),
    doubt: words(ASSERTION, "doubt"),
    weak: valued(ASSERTION, "show", "weak"),
    strong: valued(ASSERTION, "show", "strong"),
    untrue: words(ASSERTION, "untrue"),
    plausible: words(ASSERTION, "plausible-should"),
    falsehood: words(ASSERTION, "falsehood"),
    acts: Table::parse(ACTS, "acts", act),
    judging: words(EVALUATIVE, "judging"),
    evaluative: words(EVALUATIVE, "evaluative"),
});

fn words(list: &'static str, section: &str) -> Words {
    section_words(list, section).flat_map(|(_, words)| words).collect()
}

fn valued(list: &'static str, section: &str, value: &str) -> Words {
    named_words(list, section, value).collect()
}

/// `unlikely -`
fn degree(value: &str) -> (&str, bool) {
    value.strip_suffix(" -").map_or((value, false), |degree| (degree, true))
}

/// `evaluate -`: the act, and the stance towards a content that is no clause.
fn act(value: &str) -> Option<(Act, Polarity)> {
    let (name, stance) = value.split_once(' ').unwrap_or((value, "+"));
    let polarity = match stance {
        "-" => Polarity::Negative,
        "u" => Polarity::Unknown,
        _ => Polarity::Positive,
    };
    Some((act_named(name)?, polarity))
}

fn act_named(name: &str) -> Option<Act> {
    Some(match name {
        "assert" => Act::Assert,
        "deny" => Act::Deny,
        "dispute" => Act::Dispute,
        "retract" => Act::Retract,
        "correct" => Act::Correct,
        "confirm" => Act::Confirm,
        "forecast" => Act::Forecast,
        "promise" => Act::Promise,
        "demand" => Act::Demand,
        "reject" => Act::Reject,
        "evaluate" => Act::Evaluate,
        "question" => Act::Question,
        "hope" => Act::Hope,
        "other" => Act::Other,
        _ => return None,
    })
}
