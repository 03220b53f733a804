//! Two sentences that say the same, but for one thing: a date, a figure, a state, a kind, a doer, an opposite.

use super::converse;
use super::holder;
use super::need;
use super::place;
use super::scope::other_scope;
use super::share::Share;
use super::{Found, Known, framing, spoken};
use crate::claim::{Measure, Unit};
use crate::compare::portion::{self, may_be_part};
use crate::compare::quantity::{self, QuantityConflict};
use crate::finding::Relation;
use crate::grammar::gist::{Event, Gist, Word};
use crate::grammar::tag::Tag;
use crate::text::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// Share of the claim's other words that must be the same.
const SAME: f64 = 0.6;

/// Difference between two figures that is still the same figure, in per cent.
const TOLERANCE: f64 = 5.0;

/// One thing that two sentences say otherwise.
pub(super) struct Slot {
    pub(super) found: Found,
    /// The families of the words that are opposed.
    pub(super) aside: BTreeSet<String>,
    /// In what they differ.
    pub(super) respect: Respect,
}

/// In what two sentences differ that would else set them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Respect {
    /// When it is.
    Time,
    /// Where it is.
    Place,
    /// In something else.
    Other,
}

/// The first thing in which `other` says otherwise what `claim` says.
pub(super) fn otherwise(claim: &Gist, other: &Gist, known: &Known) -> Option<Slot> {
    let pair = Pair { claim, other, known };
    pair.date()
        .map(|slot| Slot { respect: Respect::Time, ..slot })
        .or_else(|| pair.figure())
        .or_else(|| pair.toll())
        .or_else(|| pair.ordinal())
        .or_else(|| pair.state())
        .or_else(|| pair.kind())
        .or_else(|| pair.opposite())
        .or_else(|| pair.agent())
        .or_else(|| pair.holder())
        .or_else(|| pair.place().map(|slot| Slot { respect: Respect::Place, ..slot }))
        .or_else(|| pair.way())
        .or_else(|| pair.quality())
        .or_else(|| pair.need())
        .or_else(|| pair.swapped())
}

/// Two who stand the other way round, whatever else is turned down.
pub(super) fn swapped(claim: &Gist, other: &Gist, known: &Known) -> Option<Slot> {
    Pair { claim, other, known }.swapped()
}

pub(super) struct Pair<'p> {
    pub(super) claim: &'p Gist,
    pub(super) other: &'p Gist,
    known: &'p Known<'p>,
}

impl<'p> Pair<'p> {
    /// "Born in April", "born in June".
    fn date(&self) -> Option<Slot> {
        let pairs =
            self.claim.events.iter().flat_map(|one| self.other.events.iter().map(move |two| (one, two)));
        let (one, two) = pairs.into_iter().find(|(one, two)| one.conflicts(two))?;
        if one.is_appointed() && self.are_other_things(one, two) {
            return None;
        }
        let says = (spoken(self.claim, &one.words), spoken(self.other, &two.words));
        self.found("it happened once, and the dates differ", says, |at, _| one.words.contains(&at))
    }

    /// "The local election is on 3 May", "the general election is on 5 May".
    fn are_other_things(&self, one: &Event, two: &Event) -> bool {
        let families = |gist: &Gist, range: &Range<usize>| -> Vec<String> {
            let words = gist.words.get(range.clone()).unwrap_or_default().iter();
            words.map(|word| word.family.clone()).collect()
        };
        let mut aside: BTreeSet<String> = families(self.claim, &one.words).into_iter().collect();
        aside.extend(families(self.other, &two.words));
        other_scope((self.claim, self.other), &aside, self.known).is_some()
    }

    fn figure(&self) -> Option<Slot> {
        let figures = (&self.claim.measures, &self.other.measures);
        let conflict = quantity::conflicting(figures.0, figures.1, TOLERANCE, |_, _| true).ok()??;
        // A sentence that gives both figures may give them of different things.
        let again =
            quantity::conflicting(figures.0, std::slice::from_ref(&conflict.a), TOLERANCE, |_, _| true);
        let says = (at_span(self.claim, conflict.a.span), at_span(self.other, conflict.b.span));
        let span = conflict.a.span;
        again.is_ok().then_some(())?;
        let (one, other) = (framing(self.claim), framing(self.other));
        if portion::apart((&one, &conflict.a), (&other, &conflict.b)).is_some()
            || self.is_of_part(&conflict)
            || self.is_of_other_deeds(&conflict)
            || is_to_come(self.claim, &conflict.a) != is_to_come(self.other, &conflict.b)
            || self.opposed().is_some_and(|opposed| self.counts_apart(opposed))
        {
            return None;
        }
        self.found("the figures cannot both be right", says, |_, word| span.overlaps(word.span))
    }

    /// "Youth unemployment", "season tickets": an attribute of what is counted that only the one has.
    fn is_of_part(&self, conflict: &QuantityConflict) -> bool {
        let QuantityConflict { a, b } = conflict;
        let is_share = matches!(a.unit, Unit::Percent | Unit::Points);
        let counted = counted(self.claim, a).zip(counted(self.other, b));
        let subjects = subject(self.claim).zip(subject(self.other)).filter(|_| is_share);
        counted.into_iter().chain(subjects).any(|twins| self.has_part(twins, conflict))
    }

    /// "Three of nine judges agreed", "six of nine judges appealed"; "arrested 40", "released 12": those who are counted did
    /// something else, or it was done to them.
    fn is_of_other_deeds(&self, conflict: &QuantityConflict) -> bool {
        if self.is_of_stock() {
            return true;
        }
        let verb = |gist: &'p Gist| gist.words.iter().find(|word| word.is_full_verb());
        let Some((one, two)) = verb(self.claim).zip(verb(self.other)) else { return false };
        if side(self.claim, one) != side(self.other, two) {
            return true;
        }
        let behind = one.span.start > conflict.a.span.end && two.span.start > conflict.b.span.end;
        let may_be_one = !behind && self.known.thesaurus.may_count_one(&one.base, &two.base);
        one.family != two.family && !may_be_one
    }

    /// "Has 40 seats", "gained 12": what somebody has, and what was done to some of it.
    fn is_of_stock(&self) -> bool {
        let verb = |gist: &'p Gist| gist.words.iter().find(|word| word.is_verb() && word.base != "do");
        let Some((one, two)) = verb(self.claim).zip(verb(self.other)) else { return false };
        let thesaurus = self.known.thesaurus;
        let apart = |own: &Word, its: &Word| {
            thesaurus.deeds.is_stock(&own.base) && thesaurus.changes_stock(&its.base)
        };
        apart(one, two) || apart(two, one)
    }

    fn has_part(&self, (at, twin): (usize, usize), QuantityConflict { a, b }: &QuantityConflict) -> bool {
        let family = |gist: &Gist, at: usize| gist.words.get(at).map(|word| word.family.clone());
        let (ours, theirs) = (attributes(self.claim, at), attributes(self.other, twin));
        let part = |own: &[&str], whole: &[&str]| own.iter().any(|word| !whole.contains(word));
        let is_part = part(&ours, &theirs) && may_be_part(a, b) || part(&theirs, &ours) && may_be_part(b, a);
        is_part && family(self.claim, at) == family(self.other, twin)
    }

    /// "The first album", "the second album".
    fn ordinal(&self) -> Option<Slot> {
        let (ours, theirs) = (&self.claim.ordinals, &self.other.ordinals);
        let (nth, noun) =
            ours.iter().find(|one| theirs.iter().any(|two| two.1 == one.1) && !theirs.contains(one))?;
        let (mth, _) = theirs.iter().find(|(_, counted)| counted == noun)?;
        let says = (format!("number {nth}"), format!("number {mth}"));
        self.found("it cannot be the one and the other in one row", says, |_, word| word.is_ordinal())
    }

    /// "Is a Danish singer", "is a Swedish singer".
    fn state(&self) -> Option<Slot> {
        let (ours, theirs) = (self.claim.class.clone()?, self.other.class.clone()?);
        let (one, two) =
            (self.states(self.claim, near(&ours, 4)), self.states(self.other, near(&theirs, 12)));
        let everywhere = self.states(self.other, 0..self.other.words.len());
        let (first, second) = (one.first()?, two.first()?);
        let head = self.claim.words.get(ours.end.checked_sub(1)?)?;
        if one.intersection(&everywhere).next().is_some()
            || !self.other.all_keys().contains(head.family.as_str())
        {
            return None;
        }
        let says = (first.clone(), second.clone());
        let names = |word: &Word| self.known.state_of(&word.lower).is_some();
        self.found("they speak of two states", says, |_, word| names(word))
    }

    /// "Is a song", "is a film".
    fn kind(&self) -> Option<Slot> {
        let (ours, theirs) = (self.claim.class.clone()?, self.other.class.clone()?);
        let (x, y) = (
            self.claim.words.get(ours.end.checked_sub(1)?)?,
            self.other.words.get(theirs.end.checked_sub(1)?)?,
        );
        let (kind, other) = (x.kind()?, y.kind()?);
        let subject = self.claim.keys(0..ours.start);
        let one_subject = self.speaks_by_pronoun()
            || subject.intersection(&self.other.keys(0..theirs.start)).next().is_some();
        let both = self.other.words.iter().any(|word| word.kind() == Some(kind));
        if kind == other || both || !one_subject {
            return None;
        }
        let says = (x.lower.clone(), y.lower.clone());
        self.found("nothing is of both kinds", says, |at, _| ours.contains(&at))
    }

    fn opposite(&self) -> Option<Slot> {
        // "Does not think that it is unsafe".
        if self.claim.is_negated() || self.other.is_negated() {
            return None;
        }
        let (one, two) = self.opposed().filter(|opposed| !self.counts_apart(*opposed))?;
        let says = (one.lower.clone(), two.lower.clone());
        self.found("only one of these can be true", says, |_, word| word.family == one.family)
    }

    /// Opposites that only the one and only the other has.
    fn opposed(&self) -> Option<(&Word, &Word)> {
        let (ours, theirs) = (self.claim.all_keys(), self.other.all_keys());
        let alone = |word: &&Word, others: &BTreeSet<&str>| {
            (word.telling || word.is_full_verb())
                && !is_manner(word)
                && !others.contains(word.family.as_str())
        };
        // "Exports rose", "imports rose": whom they speak of is nothing that they say.
        let subjects = |one: &Word, two: &Word| {
            let is_subject = |gist: &Gist, word: &Word| gist.subject().is_some_and(|it| it.span == word.span);
            is_subject(self.claim, one) && is_subject(self.other, two)
        };
        let mut pairs = opposable(self.claim).filter(|word| alone(word, &theirs)).flat_map(|one| {
            let opposed =
                |two: &&Word| alone(two, &ours) && self.are_opposites(one, two) && !subjects(one, two);
            opposable(self.other).filter(opposed).map(move |two| (one, two))
        });
        pairs.next()
    }

    /// "Passed the bill", "voted against it": whoever votes against something rejects it.
    fn are_opposites(&self, one: &Word, two: &Word) -> bool {
        let rejects = |gist: &Gist, word: &Word| word.base == "vote" && side(gist, word) == Some("against");
        let opposites = self.known.opposites;
        opposites.are(one, two)
            || rejects(self.claim, one) && opposites.is_of("reject", two)
            || rejects(self.other, two) && opposites.is_of("reject", one)
    }

    /// "Six judges agreed", "three disagreed"; "arrested 40", "released 12": other figures for those of whom the one and the
    /// other is so.
    fn counts_apart(&self, (one, two): (&Word, &Word)) -> bool {
        let before = |gist: &Gist, word: &Word| -> Vec<f64> {
            let object = |measure: &Measure| measure.unit == Unit::Count && word.is_full_verb();
            let counts = |measure: &&Measure| measure.span.end <= word.span.start || object(measure);
            gist.measures.iter().filter(counts).map(|measure| measure.value).collect()
        };
        let (ours, theirs) = (before(self.claim, one), before(self.other, two));
        !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|value| theirs.contains(value))
    }

    /// "Written by Lind", "written by Voss".
    fn agent(&self) -> Option<Slot> {
        let named = |name: &String| self.other.words.iter().any(|word| word.lower == *name);
        let pairs =
            self.claim.agents.iter().flat_map(|one| self.other.agents.iter().map(move |two| (one, two)));
        let mut differing = pairs.filter(|(one, two)| one.0 == two.0 && !one.1.iter().any(named));
        let (one, two) = differing.next()?;
        let join = |names: &BTreeSet<String>| names.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        let says = (join(&one.1), join(&two.1));
        self.found("they name others who did it", says, |_, word| one.1.contains(&word.lower))
    }

    /// "Lind was elected president", "Voss was elected president".
    fn holder(&self) -> Option<Slot> {
        let (one, two) = holder::rivals(self.claim, self.other)?;
        let says = (spoken(self.claim, &one.holder), spoken(self.other, &two.holder));
        self.found("only one of them can be it", says, |at, _| one.holder.contains(&at))
    }

    /// "Was born in Norway", "was born in Sweden".
    fn place(&self) -> Option<Slot> {
        let (one, two) = place::placed_apart(self.claim, self.other, self.known)?;
        let says = (spoken(self.claim, &one), spoken(self.other, &two));
        self.found("it is in one place only", says, |at, _| one.contains(&at))
    }

    /// "Left Oslo for Bern", "left Bern".
    fn way(&self) -> Option<Slot> {
        let (one, two) = place::turned_round(self.claim, self.other)?;
        let says = (spoken(self.claim, &one), spoken(self.other, &two));
        self.found("the one goes where the other comes from", says, |_, _| false)
    }

    /// "Was a radical painter", "was a conservative man".
    fn quality(&self) -> Option<Slot> {
        let adjectives = |gist: &'p Gist| {
            let class = gist.class.clone().and_then(|class| gist.words.get(class)).unwrap_or_default();
            class.iter().filter(|word| word.is_adjective())
        };
        let mut pairs =
            adjectives(self.claim).flat_map(|one| adjectives(self.other).map(move |two| (one, two)));
        let (one, two) = pairs.find(|(one, two)| self.known.opposites.are(one, two))?;
        let head = self.claim.class.clone().and_then(|class| class.last());
        let says = (one.lower.clone(), two.lower.clone());
        let plain = !self.claim.is_negated() && !self.other.is_negated();
        let found =
            || self.found("nobody is both", says, |at, word| word.span == one.span || Some(at) == head);
        plain.then(found).flatten()
    }

    /// "Can enter without a permit", "a permit is required to enter".
    fn need(&self) -> Option<Slot> {
        let noun = need::spared(self.claim, self.other)?;
        let says = ("with".to_owned(), "without".to_owned());
        let told = format!("only one of them takes “{noun}”");
        let found = self.found(&told, says, |_, word| need::is_requirement(word));
        // What it is needed for must be one thing, too.
        found.filter(|slot| slot.found.share.words.len() > 1)
    }

    /// "Is a subsidiary of Norwood", "owns Norwood".
    fn swapped(&self) -> Option<Slot> {
        let (one, two) = converse::swapped(self.claim, self.other)?;
        if self.claim.is_negated_at(one.by) || self.other.is_negated_at(two.by) {
            return None;
        }
        let says = (spoken(self.claim, &(one.by..one.by + 1)), spoken(self.other, &(two.by..two.by + 1)));
        self.found("the two stand the other way round", says, |at, _| at == one.by)
    }

    /// The conflict, if the two share the rest; `aside` tells the words of the claim that differ.
    pub(super) fn found(
        &self,
        reason: &str,
        says: (String, String),
        aside: impl Fn(usize, &Word) -> bool,
    ) -> Option<Slot> {
        let is_aside = |at: usize| self.claim.words.get(at).is_some_and(|word| aside(at, word));
        let tells = |word: &Word| word.telling || self.claim.tells_little() && word.is_noun();
        let all = self.claim.words.iter().enumerate();
        let rest = all.filter(|(at, word)| tells(word) && !is_aside(*at) && !self.is_joined(*at, is_aside));
        let rest: Vec<&Word> = rest.map(|(_, word)| word).collect();
        let mut theirs = self.other.all_keys();
        if self.claim.tells_little() {
            theirs.extend(
                self.other.words.iter().filter(|word| word.is_noun()).map(|word| word.family.as_str()),
            );
        }
        let strange = rest.iter().any(|word| word.name && !theirs.contains(word.family.as_str()));
        if strange && !self.speaks_by_pronoun() {
            return None;
        }
        let ours: BTreeSet<&str> = rest.iter().map(|word| word.family.as_str()).collect();
        let opposed = self.claim.all_keys().difference(&ours).map(|family| (*family).to_owned()).collect();
        let share = Share::of(&ours, &theirs).filter(|share| share.of_claim >= SAME)?.shown_in(self.claim);
        let reason = format!("“{}” and “{}”: {reason}", says.0, says.1);
        let says = (self.claim.sentence.clone(), self.other.sentence.clone());
        let found = Found { relation: Relation::Contradicts, by: None, reason, says, share, stopped: None };
        Some(Slot { found, aside: opposed, respect: Respect::Other })
    }

    /// "Free and fair": what is joined to the opposed word goes with it.
    fn is_joined(&self, at: usize, is_aside: impl Fn(usize) -> bool) -> bool {
        let and = |at: usize| self.claim.words.get(at).is_some_and(|word| word.lower == "and");
        let adjective = self.claim.words.get(at).is_some_and(|word| matches!(word.tag, Tag::JJ | Tag::VBN));
        adjective && (and(at + 1) && is_aside(at + 2) || at >= 2 && and(at - 1) && is_aside(at - 2))
    }

    /// "She was born in …", "This replaced …": whom it is about stands before it.
    fn speaks_by_pronoun(&self) -> bool {
        let verb = || self.other.words.get(1).is_some_and(Word::is_verb);
        self.other.words.first().is_some_and(|first| {
            matches!(first.tag, Tag::PRP | Tag::PRPS) || matches!(&*first.lower, "this" | "that") && verb()
        })
    }

    fn states(&self, gist: &Gist, range: Range<usize>) -> BTreeSet<String> {
        let words = gist.words.get(range.start..range.end.min(gist.words.len())).unwrap_or_default();
        let pairs = words.windows(2).filter_map(|pair| {
            let [one, two] = pair else { return None };
            one.capital.then(|| self.known.state_of(&format!("{} {}", one.lower, two.lower))).flatten()
        });
        let single =
            words.iter().filter(|word| word.capital).filter_map(|word| self.known.state_of(&word.lower));
        pairs.chain(single).collect()
    }
}

/// The words of a sentence without the "last" of "last year", and the "older" of "the older of the two".
fn opposable(gist: &Gist) -> impl Iterator<Item = &Word> {
    let words = gist.words.iter().enumerate();
    words.filter(|(at, _)| !gist.is_before_time(*at) && !gist.points_out(*at)).map(|(_, word)| word)
}

/// "Voted for", "voted against".
fn side<'g>(gist: &'g Gist, verb: &Word) -> Option<&'g str> {
    let mut behind = gist.words.iter().skip_while(|word| word.span.start <= verb.span.start);
    behind.next().map(|word| word.lower.as_str()).filter(|word| matches!(*word, "for" | "against"))
}

/// "May rise to 30".
pub(super) fn is_to_come(gist: &Gist, figure: &Measure) -> bool {
    let before = gist.words.iter().take_while(|word| word.span.end <= figure.span.start);
    framing::is_to_come(&before.map(|word| word.lower.as_str()).collect::<Vec<_>>(), false)
}

/// The place of the subject's head.
fn subject(gist: &Gist) -> Option<usize> {
    let head = gist.subject()?.span;
    gist.words.iter().position(|word| word.span == head)
}

/// The place of the noun that a figure counts.
fn counted(gist: &Gist, measure: &Measure) -> Option<usize> {
    let counts = |word: &Word| word.span.start >= measure.span.end && word.base == measure.counted;
    gist.words.iter().position(counts)
}

/// What tells a noun apart, names left out.
fn attributes(gist: &Gist, noun: usize) -> Vec<&str> {
    let words = gist.modifiers(noun).into_iter().filter(|word| !word.name);
    words.map(|word| word.family.as_str()).collect()
}

/// "Publicly", "partly": in what respect, which sets apart and is not opposed.
fn is_manner(word: &Word) -> bool {
    word.is_adverb() && word.lower.ends_with("ly")
}

/// A range and so many words behind it.
fn near(range: &Range<usize>, behind: usize) -> Range<usize> {
    range.start..range.end + behind
}

pub(super) fn at_span(gist: &Gist, span: Span) -> String {
    let words = gist.words.iter().filter(|word| span.overlaps(word.span));
    words.map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ")
}
