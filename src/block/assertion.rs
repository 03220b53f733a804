//! The leaves of a reading: places, days, and what is asserted.

use crate::claim::{
    Act, Assertion, Basis, Bound, Comparator, Estimate, Evidential, Grain, Interval, Irrealis, Measure,
    Modality, Modifier, Participant, Polarity, Predicate, Role, Setting, Skeleton, Unit,
};
use crate::compare::LikelihoodScale;
use crate::text::Span;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// First byte and the one past the last.
pub(super) type Place = (usize, usize);

pub(super) fn place(span: Span) -> Place {
    (span.start, span.end)
}

pub(super) fn span((start, end): Place) -> Span {
    Span::new(start, end)
}

/// An interval.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub(super) struct When(NaiveDate, NaiveDate, Grain, Option<Modifier>, Bound, Basis, bool);

impl When {
    pub fn of(days: Interval) -> When {
        let Interval { from, to, grain, modifier, bound, basis, sure } = days;
        When(from, to, grain, modifier, bound, basis, sure)
    }

    pub fn interval(self) -> Interval {
        let When(from, to, grain, modifier, bound, basis, sure) = self;
        Interval { from, to, grain, modifier, bound, basis, sure }
    }

    pub fn from(&self) -> NaiveDate {
        self.0
    }
}

/// What is asserted.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub(super) struct AssertionRead {
    modality: Modality,
    polarity: Polarity,
    /// The degree, and whether it is negated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    estimate: Option<(String, bool)>,
    evidential: Evidential,
    act: Act,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    irrealis: Option<Irrealis>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    past: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unsaid: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    measures: Vec<Figure>,
    /// Lemma, place, whether passive.
    predicate: Option<(String, Place, bool)>,
    participants: Vec<Party>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    scope: Vec<String>,
    /// In what respect, and what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    settings: Vec<(String, String)>,
}

/// Place; low, high and value as the bits of their numbers, so that none is rounded and none is too great for JSON;
/// comparator, unit, counted, of, per.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Figure(Place, [u64; 3], Comparator, Unit, String, Vec<String>, Option<String>);

/// Role, head, modifiers, name, place.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Party(Role, String, Vec<String>, Option<String>, Option<String>, Place);

impl AssertionRead {
    pub fn of(assertion: &Assertion) -> AssertionRead {
        let Assertion {
            modality,
            polarity,
            estimate,
            evidential,
            act,
            irrealis,
            past,
            unsaid,
            measures,
            skeleton,
        } = assertion.clone();
        let Skeleton { predicate, participants, scope, settings } = skeleton;
        AssertionRead {
            modality,
            polarity,
            estimate: estimate.map(|it| (it.degree.to_owned(), it.negated)),
            evidential,
            act,
            irrealis,
            past,
            unsaid,
            measures: measures.into_iter().map(Figure::of).collect(),
            predicate: predicate.map(|it| (it.lemma, place(it.span), it.passive)),
            participants: participants.into_iter().map(Party::of).collect(),
            scope,
            settings: settings.into_iter().map(|it| (it.of, it.what)).collect(),
        }
    }

    pub fn assertion(self) -> Assertion {
        let estimate = |(degree, negated): (String, bool)| {
            Some(Estimate { degree: LikelihoodScale::degree(&degree)?, negated })
        };
        let predicate = |(lemma, at, passive)| Predicate { lemma, span: span(at), passive };
        Assertion {
            modality: self.modality,
            polarity: self.polarity,
            estimate: self.estimate.and_then(estimate),
            evidential: self.evidential,
            act: self.act,
            irrealis: self.irrealis,
            past: self.past,
            unsaid: self.unsaid,
            measures: self.measures.into_iter().map(Figure::measure).collect(),
            skeleton: Skeleton {
                predicate: self.predicate.map(predicate),
                participants: self.participants.into_iter().map(Party::participant).collect(),
                scope: self.scope,
                settings: self.settings.into_iter().map(|(of, what)| Setting { of, what }).collect(),
            },
        }
    }
}

impl Figure {
    fn of(measure: Measure) -> Figure {
        let Measure { span, low, high, value, comparator, unit, counted, of, per } = measure;
        Figure(place(span), [low, high, value].map(f64::to_bits), comparator, unit, counted, of, per)
    }

    fn measure(self) -> Measure {
        let Figure(at, [low, high, value], comparator, unit, counted, of, per) = self;
        let [low, high, value] = [low, high, value].map(f64::from_bits);
        Measure { span: span(at), low, high, value, comparator, unit, counted, of, per }
    }
}

impl Party {
    fn of(participant: Participant) -> Party {
        let Participant { role, head, modifiers, name, owner, span } = participant;
        Party(role, head, modifiers, name, owner, place(span))
    }

    fn participant(self) -> Participant {
        let Party(role, head, modifiers, name, owner, at) = self;
        Participant { role, head, modifiers, name, owner, span: span(at) }
    }
}
