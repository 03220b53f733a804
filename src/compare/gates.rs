//! The gates a conflict must pass, in order; every outcome is kept.

use super::alignment::{Alignment, Want, align, align_deeds, align_subjects};
use super::attitude::sides_taken;
use super::bounds;
use super::change::{Change, changed};
use super::figures::{agree_in_figures, part_and_whole};
use super::framing;
use super::lack::lacks_alone;
use super::lens::{Lens, On, Opposed, Topic};
use super::narrower;
use super::opposition::{Opposition, agree_in_certainty, oppose, opposed_by};
use super::portion::others_counted;
use super::scope;
use super::speakers::{are_right_speakers, passes_on, two_speakers};
use super::statement::Statement;
use super::thesaurus::{PredicateMatch, Thesaurus};
use super::timing::{Timing, days_apart, days_between, is_narrow, lay_apart, timing};
use crate::claim::{Act, Interval, Irrealis, Medium, Polarity};
use crate::finding::{Confidence, Gate, Party, Relation, Step};
use std::cmp::Ordering;

/// The outcome of holding two statements under a lens.
#[derive(Clone, Debug)]
pub struct Weighing {
    /// How they stand to each other.
    pub relation: Relation,
    /// Which of them stands so to the other; `None` where it goes both ways or cannot be told.
    pub by: Option<Party>,
    /// The gates as far as they were reached.
    pub trail: Vec<Step>,
    /// In what they are opposed, where all gates were passed.
    pub opposition: Option<Opposition>,
    /// How sure, where all gates were passed.
    pub confidence: Confidence,
}

impl Weighing {
    /// Why two that are opposed weigh no more than a change does.
    pub fn change(&self) -> Option<&str> {
        let step = self.trail.iter().find(|step| step.gate == Gate::Weight && step.passed);
        step.map(|step| step.reason.as_str())
    }

    /// The same with first and second exchanged.
    pub fn turned(mut self) -> Weighing {
        self.by = self.by.map(Party::other);
        if let Some(found) = &mut self.opposition {
            std::mem::swap(&mut found.a, &mut found.b);
        }
        self
    }
}

/// Holds `a` and `b` under `lens`. The order matters to lenses that look for a change from the one to the other.
pub fn weigh(a: &Statement, b: &Statement, lens: &Lens, thesaurus: &Thesaurus) -> Weighing {
    let mut gates = Gates { a, b, lens, trail: Vec::new(), alignment: None, confidence: Confidence::High };
    match gates.pass(thesaurus) {
        Ok((opposition, by)) => Weighing {
            relation: opposition.relation,
            by,
            trail: gates.trail,
            opposition: Some(opposition),
            confidence: gates.confidence,
        },
        Err((relation, by)) => {
            Weighing { relation, by, trail: gates.trail, opposition: None, confidence: Confidence::Low }
        }
    }
}

/// Whether two statements can be held against each other under `lens` as far as speakers, dates, scope, and what they speak
/// of tell. Those that cannot come to nothing in [`weigh`], which takes far longer to say so.
pub fn may_meet(a: &Statement, b: &Statement, lens: &Lens, thesaurus: &Thesaurus) -> bool {
    meeting(a, b, lens, thesaurus).is_some()
}

/// Whether two statements are opposed in what `lens` asks for, and may be held against each other. The others come to nothing
/// in [`weigh`], and most pairs are of these.
pub fn may_clash(a: &Statement, b: &Statement, lens: &Lens, thesaurus: &Thesaurus) -> bool {
    meeting(a, b, lens, thesaurus)
        .is_some_and(|alignment| oppose(a, b, alignment.as_ref(), &lens.opposed).is_ok())
}

/// How two statements that can be held against each other are aligned, where a lens asks for that; `None` for those that
/// cannot.
fn meeting<'s>(
    a: &'s Statement,
    b: &'s Statement,
    lens: &Lens,
    thesaurus: &Thesaurus,
) -> Option<Option<Alignment<'s>>> {
    let near = match (&a.claim.said, &b.claim.said) {
        (Some(one), Some(other)) => {
            let near = |days| is_narrow(one) && is_narrow(other) && days_apart(one, other) <= days;
            lens.within.is_none_or(near)
        }
        _ => a.claim.origin.file == b.claim.origin.file,
    };
    if !(near && are_right_speakers(a, b, lens.between)) {
        return None;
    }
    if lens.topic.is_some() {
        return Some(None);
    }
    if scope::narrowed_by(a, b).is_some() {
        return None;
    }
    let alignment = held_by(lens, a, b, thesaurus);
    if matches!(alignment, Some(Alignment::Apart { .. })) { None } else { Some(alignment) }
}

/// Whether two statements speak of the same thing in the way that a lens without a topic asks for; `None` where figures
/// alone are held against each other, by what they count.
fn held_by<'s>(
    lens: &Lens,
    a: &'s Statement,
    b: &'s Statement,
    thesaurus: &Thesaurus,
) -> Option<Alignment<'s>> {
    if lens.goes_by_figures() && !lens.holds_to_own_figures() {
        return None;
    }
    let (one, other) = (&a.claim.assertion.skeleton, &b.claim.assertion.skeleton);
    Some(match lens.on {
        On::Subject => align_subjects(one, other),
        On::Deed => thesaurus.deeds.align(one, other),
        On::Assertion if lens.asks_for_agents() => align_deeds(one, other, thesaurus),
        On::Assertion => match sides_taken(a, b, align(one, other, thesaurus), thesaurus) {
            // Of one speaker's figures on one day it is enough that they count things of one name: "people", "people".
            Alignment::Apart { want: Want::Subjects(x, y) }
                if lens.holds_to_own_figures() && x.head == y.head =>
            {
                return None;
            }
            found => found,
        },
    })
}

struct Gates<'s> {
    a: &'s Statement,
    b: &'s Statement,
    lens: &'s Lens,
    trail: Vec<Step>,
    alignment: Option<Alignment<'s>>,
    confidence: Confidence,
}

/// Passed with a reason, or stopped with one.
type Outcome = Result<String, String>;

/// How two claims stand to each other that do not conflict, and which of them so to the other.
type Bearing = (Relation, Option<Party>);

impl Gates<'_> {
    fn pass(&mut self, thesaurus: &Thesaurus) -> Result<(Opposition, Option<Party>), Bearing> {
        const APART: Bearing = (Relation::NotComparable, None);
        let stated = self.stated();
        self.keep(Gate::Stated, stated, APART)?;
        let topic = self.same_topic(thesaurus);
        self.keep(Gate::Topic, topic, APART)?;
        let scope = self.same_scope();
        self.keep(Gate::Scope, scope, APART)?;
        let time = self.in_time();
        self.keep(Gate::Time, time, APART)?;
        let opposition = oppose(self.a, self.b, self.alignment.as_ref(), &self.lens.opposed)
            .map(|found| self.as_dispute(found, thesaurus));
        let outcome = opposition.as_ref().map(|found| found.reason.clone()).map_err(Clone::clone);
        self.keep(Gate::Opposed, outcome, self.agreement())?;
        let standing = self.stands();
        self.keep(Gate::Standing, standing, (Relation::Supersedes, self.corrector()))?;
        let found = opposition.map_err(|_| self.agreement())?;
        Ok(match changed(self.a, self.b, self.alignment.as_ref(), self.lens) {
            Some(change) => self.as_change(found, change),
            None => (found, None),
        })
    }

    /// What may have changed weighs less; one speaker's later word stands for the earlier.
    fn as_change(&mut self, found: Opposition, change: Change) -> (Opposition, Option<Party>) {
        self.trail.push(Step { gate: Gate::Weight, passed: true, reason: change.reason });
        if self.a.claim.speaker.is_same(&self.b.claim.speaker) {
            (Opposition { relation: Relation::Supersedes, ..found }, change.by)
        } else {
            (found, None)
        }
    }

    /// "Lind accused Voss of it", "Voss accused Lind of it": both may be so, and each turns the other's account down.
    fn as_dispute(&self, found: Opposition, thesaurus: &Thesaurus) -> Opposition {
        let predicate = self.a.claim.assertion.skeleton.predicate.as_ref();
        let accuses = predicate.is_some_and(|predicate| thesaurus.deeds.is_accusation(&predicate.lemma));
        match self.alignment {
            Some(Alignment::Same { swapped: true, .. }) if accuses => Opposition {
                relation: Relation::Disputes,
                reason: "each lays it to the other".to_owned(),
                ..found
            },
            _ => found,
        }
    }

    /// How two claims about the same thing stand to each other when they are not opposed.
    fn agreement(&self) -> Bearing {
        let says_same = self.is_polarity_one()
            && self.a.acts_itself() == self.b.acts_itself()
            && agree_in_certainty(self.a, self.b)
            && agree_in_figures(self.a, self.b)
            && !lacks_alone(self.a, self.b)
            && framing::reserved(&self.a.framing(), &self.b.framing()).is_none()
            && framing::differ(&self.a.framing(), &self.b.framing()).is_none();
        if !says_same {
            return (Relation::Unrelated, None);
        }
        let (one, other) = (&self.a.claim, &self.b.claim);
        if passes_on(one, other) {
            (Relation::Relays, Some(Party::A))
        } else if passes_on(other, one) {
            (Relation::Relays, Some(Party::B))
        } else if one.speaker.is_same(&other.speaker) {
            (Relation::Repeats, one.said.zip(other.said).and_then(|(one, other)| later(one, other)))
        } else {
            (Relation::Corroborates, None)
        }
    }

    /// "Safe" and "not unsafe": they say of one thing that it is so, or that it is not.
    fn is_polarity_one(&self) -> bool {
        let of = |statement: &Statement| statement.claim.assertion.polarity;
        let (one, other) = (of(self.a), of(self.b));
        match self.alignment {
            Some(Alignment::Same { swapped: false, predicate, .. }) => match predicate {
                PredicateMatch::Same | PredicateMatch::Synonym => one == other,
                PredicateMatch::Opposite => one != other && ![one, other].contains(&Polarity::Unknown),
            },
            _ => false,
        }
    }

    /// The one that puts the other right.
    fn corrector(&self) -> Option<Party> {
        let corrects = |own: &Statement, other: &Statement| {
            matches!(own.claim.assertion.act, Act::Retract | Act::Correct) || links_to(own, other)
        };
        match (corrects(self.a, self.b), corrects(self.b, self.a)) {
            (true, _) => Some(Party::A),
            (_, true) => Some(Party::B),
            _ => self.renewal().map(|(party, _)| party),
        }
    }

    fn keep(&mut self, gate: Gate, outcome: Outcome, otherwise: Bearing) -> Result<(), Bearing> {
        let passed = outcome.is_ok();
        let reason = outcome.unwrap_or_else(|reason| reason);
        self.trail.push(Step { gate, passed, reason });
        if passed { Ok(()) } else { Err(otherwise) }
    }

    fn lower(&mut self, confidence: Confidence) {
        self.confidence = self.confidence.min(confidence);
    }

    /// Gate 1: neither is embedded or irrealis.
    fn stated(&self) -> Outcome {
        for statement in [self.a, self.b] {
            let counts = |irrealis: &Irrealis| self.lens.demands && *irrealis == Irrealis::Demand;
            if let Some(irrealis) = statement.irrealis().filter(|irrealis| !counts(irrealis)) {
                return Err(format!("{}: {}", statement.who(), irrealis.describe()));
            }
        }
        Ok("both are stated, not asked, hoped or relayed from yet others".to_owned())
    }

    /// Gate 2: same event or topic.
    fn same_topic(&mut self, thesaurus: &Thesaurus) -> Outcome {
        self.right_speakers()?;
        if let Some(topic) = &self.lens.topic {
            return bounds::on_topic(topic, self.a)
                .and_then(|()| bounds::on_topic(topic, self.b))
                .map(|()| format!("both speak of {}", topic.name));
        }
        let Some(alignment) = held_by(self.lens, self.a, self.b, thesaurus) else {
            return Ok("figures are aligned by what they count".to_owned());
        };
        let outcome = match &alignment {
            Alignment::Same { .. }
                if self.a.acts_itself() && self.b.acts_itself() && two_speakers(self.a, self.b) =>
            {
                Err(format!("the one is done by {}, the other by {}", self.a.who(), self.b.who()))
            }
            Alignment::Same { matched, .. } => Ok(format!("both speak of {matched}")),
            Alignment::Apart { want } => Err(want.to_string()),
        };
        self.alignment = Some(alignment);
        outcome
    }

    fn right_speakers(&self) -> Result<(), String> {
        if are_right_speakers(self.a, self.b, self.lens.between) {
            Ok(())
        } else {
            Err(format!("{} and {} are not the speakers this rule is about", self.a.who(), self.b.who()))
        }
    }

    /// Gate 3: same place, population, period.
    fn same_scope(&self) -> Outcome {
        let told = self.told_scope()?;
        if oppose(self.a, self.b, self.alignment.as_ref(), &self.lens.opposed).is_err() {
            return self.portion().map_or(Ok(told), Err);
        }
        let frames = (self.a.framing(), self.b.framing());
        let why = if self.lens.topic.is_some() {
            let words = framing::unlike(&frames.0, &frames.1).filter(|words| !self.is_step(words));
            words.map(|words| framing::of_one(&words))
        } else {
            framing::apart(&frames.0, &frames.1)
                .or_else(|| scope::scheduled(self.a, self.b))
                .or_else(|| narrower::apart(self.a, self.b, self.lens))
        };
        let why = why.or_else(|| self.renewed_before());
        let counted = || others_counted(self.a, self.b, self.alignment.as_ref());
        why.or_else(counted).map_or(Ok(told), Err)
    }

    /// Why the figures of the two may be of a part and of the whole.
    fn portion(&self) -> Option<String> {
        self.lens.opposed.iter().find_map(|opposed| match opposed {
            Opposed::Quantity { tolerance, .. } => {
                part_and_whole(self.a, self.b, self.alignment.as_ref(), *tolerance)
            }
            _ => None,
        })
    }

    /// Which of the two tells that it is so again, and by what word.
    fn renewal(&self) -> Option<(Party, String)> {
        let (one, other) = (self.a.framing(), self.b.framing());
        let by_other = || Some((Party::B, framing::renewal(&other, &one)?));
        framing::renewal(&one, &other).map(|word| (Party::A, word)).or_else(by_other)
    }

    /// "Reopened", where it is not known that this was said later than the other: the one replaces nothing.
    fn renewed_before(&self) -> Option<String> {
        let (party, word) = self.renewal()?;
        let last = self.a.claim.said.zip(self.b.claim.said).and_then(|(one, other)| later(one, other));
        (last != Some(party)).then(|| framing::of_one(&word))
    }

    /// Whether the two are opposed by these very words: what a step of a scale is known by narrows neither.
    fn is_step(&self, words: &str) -> bool {
        opposed_by(words, self.a, self.b, &self.lens.opposed)
    }

    fn told_scope(&self) -> Outcome {
        let periods =
            scope::periods_apart(self.a, self.b).filter(|_| scope::excluded(self.a, self.b).is_none());
        let swapped = matches!(self.alignment, Some(Alignment::Same { swapped: true, .. }));
        let topic = self.lens.topic.as_ref();
        let bound = |topic: &Topic| topic.bound_to.and_then(|to| bounds::apart(self.a, self.b, topic, to));
        if let Some(reason) = topic.and_then(bound) {
            return Err(reason);
        }
        let on_topic = topic.is_some();
        let free = |(first, second): &(String, String)| !self.is_step(first) && !self.is_step(second);
        let apart = periods
            .filter(free)
            .or_else(|| scope::other_people(self.a, self.b).filter(free))
            .or_else(|| scope::other_settings(self.a, self.b).filter(|found| !swapped && free(found)))
            .or_else(|| scope::other_on_topic(self.a, self.b).filter(|found| on_topic && free(found)));
        if let Some((first, second)) = apart {
            return Err(framing::of_two(&first, &second));
        }
        if on_topic {
            return Ok("the topic sets the scope".to_owned());
        }
        match scope::narrowed_by(self.a, self.b) {
            Some(word) => Err(framing::of_one(word)),
            None => Ok("nothing narrows the one and not the other".to_owned()),
        }
    }

    /// Gate 4: both dated, and near enough; within one undated draft they count as of one time. What is not known
    /// of their dates lowers the confidence.
    fn in_time(&mut self) -> Outcome {
        let (Some(one), Some(other)) = (&self.a.claim.said, &self.b.claim.said) else {
            self.lower(Confidence::Medium);
            let same_text = self.a.claim.origin.file == self.b.claim.origin.file;
            return if same_text {
                Ok("undated, and taken as of one time".to_owned())
            } else {
                Err("one of them has no date".to_owned())
            };
        };
        if !one.sure || !other.sure {
            self.lower(Confidence::Medium);
        }
        let apart = days_apart(one, other);
        let told = match timing(Some(one), Some(other)) {
            Timing::Unknown => format!("{}, as far as guessed dates tell", lay_apart(apart)),
            Timing::Compatible | Timing::Adjacent | Timing::Disjoint => lay_apart(apart),
        };
        match self.lens.within {
            Some(_) if !(is_narrow(one) && is_narrow(other)) => {
                Err("one of them is dated by more than a year".to_owned())
            }
            Some(days) if apart > days => Err(format!("{apart} days lie between them, more than {days}")),
            _ => Ok(told),
        }
    }

    /// Gate 6: neither takes the other back, or replaces it.
    fn stands(&self) -> Outcome {
        for statement in [self.a, self.b] {
            if matches!(statement.claim.assertion.act, Act::Retract | Act::Correct) {
                return Err(format!("{} puts an earlier statement right", statement.who()));
            }
        }
        if links_to(self.a, self.b) || links_to(self.b, self.a) {
            return Err("the one corrects or retracts the other".to_owned());
        }
        if let Some((_, word)) = self.renewal() {
            return Err(format!("“{word}” tells that this has changed since"));
        }
        Ok("neither has been taken back".to_owned())
    }
}

/// Which of two days is the later one, as far as they tell.
pub fn later(one: Interval, other: Interval) -> Option<Party> {
    match days_between(&one, &other).cmp(&0) {
        Ordering::Equal => None,
        Ordering::Greater => Some(Party::B),
        Ordering::Less => Some(Party::A),
    }
}

fn links_to(a: &Statement, b: &Statement) -> bool {
    let journal = a.claim.origin.medium == Medium::Journal;
    journal && a.claim.links.iter().any(|link| link.target == b.claim.id)
}
