//! What is asserted: factuality, act, quantities, and a skeleton to align by.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How certain the source is (FactBank, Saurí & Pustejovsky 2009).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Modality {
    /// Underspecified: not committed either way.
    #[default]
    U,
    /// Possible.
    PS,
    /// Probable.
    PR,
    /// Certain.
    CT,
}

/// Whether it is said to be so or not (FactBank).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Polarity {
    /// It is so.
    #[default]
    #[serde(rename = "+")]
    Positive,
    /// It is not so.
    #[serde(rename = "-")]
    Negative,
    /// Neither is said (questions, demands).
    #[serde(rename = "u")]
    Unknown,
}

/// How likely an estimative word says it is, without a figure: a named scale has that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Estimate {
    /// The degree, as `rules/lexicon/assertion.txt` and the scales of `rules/scales/` name it.
    pub degree: &'static str,
    /// "Not likely".
    pub negated: bool,
}

/// A probability that an estimative word stands for on a named scale, in percent, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Probability(
    /// Lower end.
    pub u8,
    /// Upper end.
    pub u8,
);

/// How the source is said to know. Says nothing about how certain it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidential {
    /// Nothing said.
    #[default]
    None,
    /// From unnamed others (reportedly, allegedly).
    Hearsay,
    /// By inference (apparently, must have).
    Inferred,
}

/// What is done by saying it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// States that something is so.
    #[default]
    Assert,
    /// Turns down a claim about the speaker or of fact.
    Deny,
    /// Turns down another's claim or account.
    Dispute,
    /// Takes an own claim back.
    Retract,
    /// Puts an own claim right.
    Correct,
    /// Says that another's claim is so.
    Confirm,
    /// Speaks of what will be.
    Forecast,
    /// Commits the speaker; with negative polarity, a refusal.
    Promise,
    /// Any directive: calls, urges, proposes, asks for.
    Demand,
    /// Turns down a demand or an offer.
    Reject,
    /// A value judgement.
    Evaluate,
    /// Asks.
    Question,
    /// Hopes, fears, wishes.
    Hope,
    /// None of these (votes, refusals to comment).
    Other,
}

/// Why an assertion is nobody's statement of fact (gate 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Irrealis {
    /// A demand, an offer, a proposal.
    Demand,
    /// A hope or a fear.
    Hope,
    /// A question.
    Question,
    /// Holds only if something else does.
    Condition,
    /// Someone else's words within the words.
    Embedded,
    /// It is told that nobody, or not this one, says so: "did not say that".
    Unsaid,
}

impl Irrealis {
    /// Why what is irrealis counts for nothing, in words.
    pub fn describe(self) -> &'static str {
        match self {
            Irrealis::Demand => "a demand, not a statement",
            Irrealis::Hope => "a hope or fear, not a statement",
            Irrealis::Question => "a question",
            Irrealis::Condition => "holds only on a condition",
            Irrealis::Embedded => "someone else’s words within the words",
            Irrealis::Unsaid => "only told not to have been said",
        }
    }
}

/// How a figure bounds what it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparator {
    /// The figure itself, as rounded as it looks.
    #[default]
    Exact,
    /// About, some, nearly.
    About,
    /// At least, more than, over.
    AtLeast,
    /// At most, fewer than, up to.
    AtMost,
}

/// What a figure is a figure of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Things counted.
    Count,
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Money; the currency as ISO 4217 code.
    Money(String),
    /// Anything else, by its base form (barrel, mile, degree).
    Other(String),
}

/// A quantity: value, comparator, unit, what is counted, of whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Where it stands (number, comparator and unit).
    pub span: Span,
    /// Least value it allows, rounding and comparator taken into account.
    pub low: f64,
    /// Greatest value it allows; infinite for an open end.
    pub high: f64,
    /// The value as written.
    pub value: f64,
    /// How it bounds.
    pub comparator: Comparator,
    /// Its unit.
    pub unit: Unit,
    /// The base form of the noun counted ("soldier"); empty where there is none.
    pub counted: String,
    /// The rest of the counted phrase and "of whom" ("Ukrainian", "Americans"), base forms.
    pub of: Vec<String>,
    /// The figure came per something ("a day", "per capita"); base form.
    pub per: Option<String>,
}

/// What a participant does in the assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Of the main verb.
    Subject,
    /// Of the main verb.
    Object,
    /// After a preposition.
    Oblique,
}

/// Someone or something that the assertion is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Participant {
    /// Its role.
    pub role: Role,
    /// The head's base form, or the full name as written.
    pub head: String,
    /// Everything else in the phrase that tells it apart, base forms.
    pub modifiers: Vec<String>,
    /// The canonical name, once resolved.
    pub name: Option<String>,
    /// Whose it is, once resolved: of "its army" whoever has the army, of "the party" its spokesman's.
    pub owner: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// The main verb with its particle, or the predicative adjective or noun.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Predicate {
    /// Base form ("launch", "call off", "imminent").
    pub lemma: String,
    /// Where it stands.
    pub span: Span,
    /// Passive voice: the subject is what it is done to.
    pub passive: bool,
}

/// What it takes to say that two assertions speak of the same thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skeleton {
    /// The main predicate.
    pub predicate: Option<Predicate>,
    /// Subject first.
    pub participants: Vec<Participant>,
    /// Words that narrow it: place, population, period, "in principle".
    pub scope: Vec<String>,
    /// What sets it apart from the same said of others: "for adults", "in the morning".
    pub settings: Vec<Setting>,
}

/// For whom, where or at what hour something is said to be so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// In what respect: the preposition, or "hour".
    pub of: String,
    /// Base form of what is named.
    pub what: String,
}

/// An assertion as read from the content of an attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assertion {
    /// Certainty.
    pub modality: Modality,
    /// Polarity.
    pub polarity: Polarity,
    /// What an estimative word of it says.
    pub estimate: Option<Estimate>,
    /// How the source knows.
    pub evidential: Evidential,
    /// What is done by saying it.
    pub act: Act,
    /// Why it is no statement of fact, if it is none.
    pub irrealis: Option<Irrealis>,
    /// It is told of what is over: "was sold", not "is open" or "has closed".
    pub past: bool,
    /// The cue says that it is not said: "did not say", "will no longer call".
    pub unsaid: bool,
    /// The figures in it.
    pub measures: Vec<Measure>,
    /// What to align by.
    pub skeleton: Skeleton,
}
