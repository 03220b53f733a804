//! Two texts that are given as a pair, held against each other without their skeletons.
//!
//! A claim and a headline against it are rarely built alike. What is left is what they share: where their telling
//! words overlap, one may turn the other down, or say one thing otherwise than the other does. That is weaker than the
//! gates of [`super::weigh`], and serves only texts that somebody has put side by side already.

mod converse;
mod denial;
mod holder;
mod need;
mod opposites;
mod place;
mod scope;
mod share;
mod slot;
mod toll;

pub use opposites::Opposites;

use super::framing::{self, Framing};
use super::gates::Weighing;
use super::opposition::Opposition;
use super::scope::{Period, other_periods};
use super::thesaurus::Thesaurus;
use crate::claim::{Measure, Unit};
use crate::finding::{Confidence, Gate, Party, Relation, Step};
use crate::grammar::gist::{Gist, Turn, Turning, Word};
use crate::resolve::actors::{Actor, Actors};
use crate::text::Span;
use share::Share;
use slot::{Respect, Slot};
use std::collections::BTreeSet;
use std::ops::Range;

/// What is known of words and names.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// Words of which only one can be true of one thing.
    pub opposites: &'k Opposites,
    /// Predicates, and what they say of figures.
    pub thesaurus: &'k Thesaurus,
    /// States, their peoples and adjectives.
    pub actors: &'k Actors,
}

impl Known<'_> {
    /// The state that a word names, or whose people or things.
    fn state_of(&self, name: &str) -> Option<String> {
        self.actors.find(name).find_map(|actor| match actor {
            Actor::State(state) | Actor::Adjective(state) | Actor::People(state) => Some(state.name.clone()),
            _ => None,
        })
    }

    /// The state that a place is, or whose capital.
    fn place_of(&self, name: &str) -> Option<String> {
        self.actors.find(name).find_map(|actor| match actor {
            Actor::State(state) | Actor::Capital(state) | Actor::Place(state) => Some(state.name.clone()),
            _ => None,
        })
    }
}

/// A sentence as it faces another.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// What tells it apart.
    pub gist: Gist,
    /// The dates that it names, with the words for them.
    pub periods: Vec<Period>,
    /// What of it nobody states: hopes, demands, conditions, even chances.
    pub unstated: Vec<Unstated>,
    /// All that it states is only possible.
    pub is_open: bool,
}

impl Sentence {
    /// Whether it tells of what one at a time holds or wins, and so another at another time.
    pub fn tells_of_holder(&self) -> bool {
        holder::tells_of_holder(&self.gist)
    }
}

/// A part of a sentence that nobody states.
#[derive(Clone, Copy, Debug)]
pub struct Unstated {
    /// Where it stands.
    pub span: Span,
    /// Why it counts for nothing.
    pub why: &'static str,
    /// A demand, or what is not said: whoever answers "no" or denies it may mean that it was made.
    pub demanded: bool,
}

/// The best founded conflict between a sentence of `a` and one of `b`; where a gate stops all, the one that came furthest.
pub fn face(a: &[Sentence], b: &[Sentence], known: &Known) -> Option<Weighing> {
    let one_way = found(a, b, known);
    let other_way = found(b, a, known).into_iter().map(Found::turned);
    let best = one_way
        .into_iter()
        .chain(other_way)
        .reduce(|best, next| if next.rank() > best.rank() { next } else { best });
    best.map(Found::into_weighing)
}

/// A conflict, and what the two share beside it.
struct Found {
    relation: Relation,
    /// Which of the two stands so to the other.
    by: Option<Party>,
    reason: String,
    /// What each of the two says.
    says: (String, String),
    share: Share,
    /// The gate that it does not pass, and why.
    stopped: Option<(Gate, String)>,
}

impl Found {
    fn turned(self) -> Found {
        Found { says: (self.says.1, self.says.0), by: self.by.map(Party::other), ..self }
    }

    fn rank(&self) -> (bool, bool, usize) {
        (self.stopped.is_none(), self.share.is_wide(), self.share.words.len())
    }

    /// The same, unless a gate stops it.
    fn through(self, gates: impl Fn(&Found) -> Result<(), (Gate, String)>) -> Found {
        let stopped = gates(&self).err();
        Found { stopped, ..self }
    }

    fn into_weighing(self) -> Weighing {
        let outcomes = [
            (Gate::Stated, "both are stated, not asked, hoped or demanded".to_owned()),
            (Gate::Topic, self.share.describe()),
            (Gate::Scope, "nothing sets the one apart from the other".to_owned()),
            (Gate::Time, "no two different times are named".to_owned()),
            (Gate::Opposed, self.reason.clone()),
        ];
        let stop = self.stopped.as_ref();
        let before = |(gate, _): &(Gate, String)| stop.is_none_or(|(stop, _)| gate < stop);
        let passed =
            outcomes.into_iter().take_while(before).map(|(gate, reason)| Step { gate, passed: true, reason });
        let failed = stop.map(|(gate, reason)| Step { gate: *gate, passed: false, reason: reason.clone() });
        let trail = passed.chain(failed).collect();
        if stop.is_some() {
            let relation = Relation::NotComparable;
            return Weighing { relation, by: None, trail, opposition: None, confidence: Confidence::Low };
        }
        let confidence = if self.share.is_wide() { Confidence::Medium } else { Confidence::Low };
        let opposition =
            Opposition { relation: self.relation, reason: self.reason, a: self.says.0, b: self.says.1 };
        Weighing { relation: self.relation, by: self.by, trail, opposition: Some(opposition), confidence }
    }
}

/// The conflicts between `claim` and what turns it down, or says it otherwise, in `other`.
fn found(claim: &[Sentence], other: &[Sentence], known: &Known) -> Vec<Found> {
    let mut found = Vec::new();
    for said in claim.iter().filter(|said| !said.gist.asks) {
        for (at, sentence) in other.iter().enumerate().filter(|(_, sentence)| !sentence.gist.asks) {
            let before = at.checked_sub(1).and_then(|before| other.get(before)).map(|before| &before.gist);
            let gates = Gates { said, sentence, known };
            let (one, two) = (&said.gist, &sentence.gist);
            let turned = two.turns.iter().filter_map(|turn| {
                let found = denial::turned_down(one, two, turn, before)?;
                Some(found.through(|found| gates.of_turn(turn, found)))
            });
            found.extend(turned);
            // Of a longer text any sentence may speak of something else.
            if claim.len() == 1 {
                let unturned = one.turns.is_empty() && two.turns.is_empty();
                let slot =
                    if unturned { slot::otherwise(one, two, known) } else { slot::swapped(one, two, known) };
                found.extend(slot.map(|Slot { found, aside, respect }| {
                    found.through(|found| gates.of_slot(&aside, respect, found))
                }));
            }
        }
    }
    found
}

/// The gates between two sentences that share enough words.
struct Gates<'g> {
    said: &'g Sentence,
    sentence: &'g Sentence,
    known: &'g Known<'g>,
}

impl Gates<'_> {
    /// A verdict or a denial says itself what it is on: whoever its subject, whatever its attributes.
    fn of_turn(&self, turn: &Turn, found: &Found) -> Result<(), (Gate, String)> {
        let kind = turn.kind;
        self.stated(kind.is_local(), found)?;
        if self.said.is_open && self.sentence.is_open {
            return Err((Gate::Stated, "neither says more than that it is possible".to_owned()));
        }
        if denial::says_the_same(&self.said.gist, &self.sentence.gist, turn, self.known) {
            return Err((
                Gate::Opposed,
                "what it turns down is the opposite of what the other says".to_owned(),
            ));
        }
        if kind == Turning::Negation && denial::was_planned(&self.said.gist, &self.sentence.gist, turn) {
            return Err((Gate::Stated, "a plan, not a statement".to_owned()));
        }
        if let Some(who) = denial::only_by(&self.said.gist, &self.sentence.gist, turn) {
            return Err((Gate::Scope, framing::of_one(&format!("by {who}"))));
        }
        if let Some(reason) = denial::only_for(&self.said.gist, &self.sentence.gist, turn) {
            return Err((Gate::Scope, format!("it may be the reason alone that is turned down: “{reason}”")));
        }
        if let Some((one, other)) = self.counts_apart().filter(|_| kind.is_local()) {
            return Err((Gate::Scope, format!("the one counts “{one}”, the other “{other}”")));
        }
        match kind {
            Turning::Denial => self.deed()?,
            _ if kind.is_local() => self.scope(&BTreeSet::new())?,
            _ => {}
        }
        if kind.is_local() || kind == Turning::Denial { self.time() } else { Ok(()) }
    }

    /// Where dates are what is opposed, they are no other times, and places no other places.
    fn of_slot(
        &self,
        aside: &BTreeSet<String>,
        respect: Respect,
        found: &Found,
    ) -> Result<(), (Gate, String)> {
        self.stated(true, found)?;
        match respect {
            Respect::Time => return Ok(()),
            Respect::Place => {
                told_apart(scope::other_scope((&self.said.gist, &self.sentence.gist), aside, self.known))?;
            }
            Respect::Other => self.scope(aside)?,
        }
        self.time()
    }

    /// What the two share must be stated in both; of a demand it may be denied that it was made.
    fn stated(&self, local: bool, found: &Found) -> Result<(), (Gate, String)> {
        for sentence in [self.said, self.sentence] {
            for unstated in sentence.unstated.iter().filter(|it| local || !it.demanded) {
                let within = |word: &&Word| {
                    unstated.span.contains(word.span) && found.share.words.contains(&word.family)
                };
                let families: BTreeSet<&str> =
                    sentence.gist.words.iter().filter(within).map(|word| word.family.as_str()).collect();
                if families.len() * 2 >= found.share.words.len() {
                    return Err((Gate::Stated, unstated.why.to_owned()));
                }
            }
        }
        Ok(())
    }

    fn scope(&self, aside: &BTreeSet<String>) -> Result<(), (Gate, String)> {
        let (one, other) = (framing(&self.said.gist), framing(&self.sentence.gist));
        let again = || framing::renewal(&one, &other).or_else(|| framing::renewal(&other, &one));
        let renewed = || again().map(|word| framing::of_one(&word));
        if let Some(why) = framing::apart(&one, &other).or_else(renewed) {
            return Err((Gate::Scope, why));
        }
        told_apart(scope::other_scope((&self.said.gist, &self.sentence.gist), aside, self.known))
    }

    /// "Ten miners came up", "two miners did not": of others than those whom the one counts it may be otherwise.
    fn counts_apart(&self) -> Option<(String, String)> {
        let (one, other) = (&self.said.gist, &self.sentence.gist);
        let is_of_all =
            |gist: &Gist| gist.words.iter().any(|word| matches!(&*word.lower, "all" | "every" | "each"));
        let counts = |measure: &&Measure| {
            matches!(measure.unit, Unit::Count | Unit::Percent) && !measure.counted.is_empty()
        };
        let mut pairs = one
            .measures
            .iter()
            .filter(counts)
            .flat_map(|own| other.measures.iter().filter(counts).map(move |its| (own, its)));
        let (own, its) = pairs.find(|(own, its)| own.counted == its.counted && own.value != its.value)?;
        if own.unit == Unit::Percent && own.value + its.value > WHOLE {
            return None;
        }
        let unit = if own.unit == Unit::Percent { " percent" } else { "" };
        let told = |measure: &Measure| format!("{}{unit} {}", measure.value, measure.counted);
        (!is_of_all(one) && !is_of_all(other)).then(|| (told(own), told(its)))
    }

    /// What is denied must be what was done, and to the same.
    fn deed(&self) -> Result<(), (Gate, String)> {
        told_apart(scope::other_deed((&self.said.gist, &self.sentence.gist), self.known))
    }

    fn time(&self) -> Result<(), (Gate, String)> {
        match other_periods(&self.said.periods, &self.sentence.periods, true) {
            Some((one, other)) => Err((Gate::Time, format!("the one is of “{one}”, the other of “{other}”"))),
            None => Ok(()),
        }
    }
}

/// Per cent of those of whom it is so, or is not.
const WHOLE: f64 = 100.0;

fn told_apart(things: Option<(String, String)>) -> Result<(), (Gate, String)> {
    match things {
        Some((one, other)) => Err((Gate::Scope, framing::of_two(&one, &other))),
        None => Ok(()),
    }
}

fn framing(gist: &Gist) -> Framing<'_> {
    Framing::of(gist.words.iter().map(|word| (word.lower.as_str(), word.capital, word.span)))
}

/// Some words of a sentence as one string, in lower case.
fn spoken(gist: &Gist, range: &Range<usize>) -> String {
    let words = gist.words.get(range.clone()).unwrap_or_default();
    words.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
