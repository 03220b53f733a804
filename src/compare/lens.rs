//! What a rule looks for in two claims.

use super::context::Context;
use super::likelihood::LikelihoodScale;
use super::scale::StanceScale;
use super::weight::Weight;
use crate::grammar::phrase::Phrases;
use serde::Deserialize;

/// Whose claims a rule holds against each other. Rule files name them in kebab-case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Between {
    /// Any two claims.
    Anyone,
    /// Speakers of different sides.
    Sides,
    /// Different speakers.
    Speakers,
    /// Different speakers who are not known to speak for one side.
    Apart,
    /// Different speakers of one side.
    SameSide,
    /// One speaker at two times.
    SameSpeaker,
    /// A hedged claim and the text's own voice further on.
    ClaimAndText,
    /// The headline and the body.
    HeadlineAndBody,
    /// A claim of the draft and what the same speaker is on record with.
    DraftAndRecord,
    /// A denial or dispute and the claim it turns down.
    DenialAndTarget,
}

impl Between {
    /// Whether both claims are looked for in one text, so that no record has anything to say.
    pub fn is_within_a_text(self) -> bool {
        matches!(self, Between::ClaimAndText | Between::HeadlineAndBody)
    }
}

/// What makes two claims claims about one thing, where no topic does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum On {
    /// Participants and predicate agree.
    #[default]
    Assertion,
    /// They say something of the same subject.
    Subject,
    /// The one says that something was done, the other whether there was such a deed.
    Deed,
}

/// How a quotation departs from the record.
#[derive(Clone, Debug)]
pub enum Departure {
    /// It has other words, none of them of a kind with a departure of its own.
    Altered,
    /// It leaves words out and does not show it, none of them of a kind with a departure of its own.
    Shortened,
    /// Words of this kind, and none of a graver one, were left out, put in or exchanged.
    Changed(Weight),
    /// It joins what was said at two places.
    Spliced,
    /// Somebody else said it.
    OtherSpeaker,
    /// It was said on another day.
    OtherDay,
    /// It leaves out what stands around it and turns its meaning.
    OutOfContext(Box<Context>),
}

/// A topic that a pack knows by its words.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    /// What the topic is called in reports.
    pub name: String,
    /// Any of these makes a claim one about the topic.
    pub any: Phrases,
    /// None of these may occur.
    pub unless: Phrases,
    /// What else two claims on it must share.
    pub bound_to: Option<BoundTo>,
}

/// What a topic is another one without: advice to others, the economy of another country. Rule files name them in kebab-case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoundTo {
    /// Those to whom it is said that they should.
    Audience,
    /// The country.
    Place,
}

/// In what two claims must be opposed. Several may hold at once; one suffices.
#[derive(Clone, Debug)]
pub enum Opposed {
    /// The one says it is so, the other that it is not.
    Polarity,
    /// Estimative words whose intervals on one scale do not meet.
    Probability {
        /// The scale that the rule names; otherwise the one on which the statements are read.
        scale: Option<&'static LikelihoodScale>,
    },
    /// Steps of a scale at least so far apart.
    Scale {
        /// The scale.
        scale: StanceScale,
        /// The least difference of the steps' numbers.
        gap: f64,
    },
    /// Figures for one thing that cannot both be right.
    Quantity {
        /// Relative difference that is still the same figure, in per cent.
        tolerance: f64,
        /// Only if the later figure is the smaller one.
        falls: bool,
    },
    /// Agent and patient swapped.
    Roles,
    /// Two different agents of one act on one thing.
    Agents,
    /// The second is more certain than the first by so many FactBank levels.
    Certainty {
        /// How many levels.
        levels: u8,
    },
    /// The first is on hearsay, the second is bare.
    HedgeDropped,
    /// The first came through a chain that the second leaves out.
    ChainDropped,
    /// The first is bare, the second, which says the same, has a source.
    SourceDropped,
    /// Both say the same, and have it from one root.
    SharedRoot,
    /// The first turns the second down and is dated before it.
    AnsweredBefore,
    /// The second was said so many days before the first claims it was.
    StaleWeekday {
        /// How many days are too many.
        days: i64,
    },
    /// Words in quotation marks that differ from the words on record.
    Wording {
        /// Below this share of common words it is another utterance, 0 to 1.
        at_least: f64,
        /// In what they differ.
        departure: Departure,
    },
    /// The first turns the second down.
    Denial {
        /// Only if the one who denies took part in what the other speaks of.
        participant: bool,
    },
}

/// All that [`super::weigh`] needs to know of a rule.
#[derive(Clone, Debug)]
pub struct Lens {
    /// Whose claims.
    pub between: Between,
    /// What makes them claims about one thing.
    pub on: On,
    /// Whether demands count: who asks for a thing takes a position on it.
    pub demands: bool,
    /// The most days between the two; `None` for any number.
    pub within: Option<i64>,
    /// The topic, where the rule has one; otherwise assertions are aligned by their skeletons.
    pub topic: Option<Topic>,
    /// In what they must be opposed.
    pub opposed: Vec<Opposed>,
}

impl Lens {
    /// Whether what the two assert must be of one thing, predicate and participants alike.
    pub fn aligns_assertions(&self) -> bool {
        self.topic.is_none() && self.on == On::Assertion && !self.goes_by_figures() && !self.asks_for_agents()
    }

    /// Whether it asks for figures alone: claims that may be held against each other count things of one name.
    pub fn goes_by_figures(&self) -> bool {
        self.opposed.iter().all(|opposed| matches!(opposed, Opposed::Quantity { .. }))
    }

    /// Whether it holds a speaker to the figures on record, which must be of one thing that is said.
    pub fn holds_to_own_figures(&self) -> bool {
        self.goes_by_figures() && self.between == Between::DraftAndRecord
    }

    /// Whether it looks for what a text leaves out further on, which is no conflict of sources.
    pub fn looks_for_loss(&self) -> bool {
        use Opposed::{ChainDropped, HedgeDropped, SourceDropped};
        self.opposed.iter().any(|opposed| matches!(opposed, HedgeDropped | ChainDropped | SourceDropped))
    }

    /// Whether it looks for two doers of one deed, which leaves the doer out of what must agree.
    pub fn asks_for_agents(&self) -> bool {
        self.opposed.iter().any(|opposed| matches!(opposed, Opposed::Agents))
    }
}
