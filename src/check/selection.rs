//! Which statements a rule is about: conditions on the claim, on the text around it, on the other claims and the record.

use super::backing::is_backed;
use super::earlier::is_said_before;
use super::evidence::Evidence;
use super::{Case, Kit};
use crate::claim::{Act, Basis, Bound, Grain, Medium, Polarity, Zone};
use crate::compare::{Alignment, Statement, align};
use crate::pack::{Beyond, SaidWord, Selector};
use chrono::NaiveDate;

/// Statements on either side of a claim that are looked at.
pub(super) const FARTHEST: usize = 200;

impl Evidence<'_> {
    /// Whether a selector takes the statement with this number.
    pub(super) fn takes(&self, index: usize, select: &Selector, kit: &Kit) -> bool {
        let Some(statement) = self.case.statements.get(index) else { return false };
        select.takes(statement) && self.fits_beyond(index, statement, select.beyond(), kit)
    }

    fn fits_beyond(&self, index: usize, statement: &Statement, beyond: &Beyond, kit: &Kit) -> bool {
        let case = self.case;
        self.fits_around(statement, beyond)
            && beyond.said.is_none_or(|said| self.was_said(statement, said))
            && beyond.standing.as_ref().is_none_or(|wanted| {
                case.standings.get(&index).is_some_and(|standing| wanted.contains(standing))
            })
            && beyond.backed.is_none_or(|wanted| is_backed(statement, case) == wanted)
            && beyond.first_quote.is_none_or(|wanted| (case.first_quote == Some(index)) == wanted)
            && beyond.answered.is_none_or(|wanted| case.names_a_speaker(statement) == wanted)
            && beyond.earlier.is_none_or(|wanted| is_said_before(index, case, kit) == wanted)
            && beyond.side_voices.is_none_or(|wanted| side_voices(index, case) == wanted)
            && beyond.corroborated.is_none_or(|wanted| is_corroborated(index, case, kit) == wanted)
    }

    /// A statement of the record has no surroundings.
    fn fits_around(&self, statement: &Statement, beyond: &Beyond) -> bool {
        let in_draft = statement.claim.origin.medium == Medium::Draft;
        beyond.around.iter().all(|around| {
            let is_there = match around.in_paragraph {
                true => self.seen.in_paragraph_of(around.watched, statement),
                false => !self.seen.all(around.watched).is_empty(),
            };
            (in_draft && is_there) == around.held
        })
    }

    fn was_said(&self, statement: &Statement, wanted: SaidWord) -> bool {
        let said = statement.claim.said;
        match wanted {
            SaidWord::Undated => said.is_none(),
            SaidWord::AfterPublication => {
                self.draft.meta.date.is_some_and(|published| self.is_dated_after(statement, published))
            }
        }
    }

    /// Whether a date in the statement's sentence, outside what is said, lies behind a day. Such a date is read as anything
    /// but the day of the words, so it has to be looked for.
    fn is_dated_after(&self, statement: &Statement, day: NaiveDate) -> bool {
        let sentence = statement.claim.origin.sentence;
        let content = statement.claim.attribution.content.as_ref().map_or(&[][..], |content| &content.spans);
        let dates = &self.case.draft.dates;
        let first = dates.partition_point(|date| date.span.end <= sentence.start);
        let own = dates.iter().skip(first).take_while(|date| date.span.start < sentence.end);
        let outside = own.filter(|date| !content.iter().any(|span| span.overlaps(date.span)));
        let mut days = outside.filter_map(|date| date.interval).filter(|found| found.grain == Grain::Day);
        days.any(|found| {
            found.sure && found.bound == Bound::At && found.basis == Basis::Absolute && found.from > day
        })
    }
}

/// Whether another, independent source says the same.
fn is_corroborated(index: usize, case: &Case, kit: &Kit) -> bool {
    let Some(own) = case.statements.get(index) else { return false };
    if is_confirmed_next(index, own, case) {
        return true;
    }
    let Some(predicate) = &own.claim.assertion.skeleton.predicate else { return false };
    let alike = case.by_predicate.get(&kit.thesaurus.key(&predicate.lemma)).into_iter().flatten();
    let others = alike.filter(|other| **other != index).filter_map(|other| case.statements.get(*other));
    others.into_iter().any(|other| {
        let is_other = other.is_attributed() && independent(own, other) && !case.copies.are_one(own, other);
        is_other && says_same(own, other, kit)
    })
}

/// "…, an aide said. The mayor confirmed it": somebody named says right behind that what was told is so.
fn is_confirmed_next(index: usize, own: &Statement, case: &Case) -> bool {
    let behind = case.statements.iter().skip(index + 1).take(CONFIRMED);
    let mut near = behind
        .take_while(|it| it.claim.origin.file == own.claim.origin.file && it.sentence <= own.sentence + 1);
    near.any(|other| {
        let assertion = &other.claim.assertion;
        let takes_up = other.words.len() <= ACCOUNT && assertion.skeleton.predicate.is_none();
        let confirms = assertion.act == Act::Confirm && assertion.polarity == Polarity::Positive;
        takes_up && confirms && !other.claim.speaker.anonymous && independent(own, other)
    })
}

/// Statements behind a claim of which one may confirm it.
const CONFIRMED: usize = 4;

/// Words by which an account is taken up: "it", "the account".
const ACCOUNT: usize = 2;

/// Different speakers, and not the one through the other: five outlets with one source are one source.
fn independent(a: &Statement, b: &Statement) -> bool {
    let (one, other) = (&a.claim, &b.claim);
    !one.speaker.is_nobody()
        && !other.speaker.is_nobody()
        && one.speaker.name != other.speaker.name
        && !one
            .via
            .iter()
            .any(|link| link.name == other.speaker.name || other.via.iter().any(|far| far.name == link.name))
        && !other.via.iter().any(|link| link.name == one.speaker.name)
}

pub(super) fn says_same(a: &Statement, b: &Statement, kit: &Kit) -> bool {
    let (one, other) = (&a.claim.assertion, &b.claim.assertion);
    let same_polarity = one.polarity == other.polarity && one.polarity != Polarity::Unknown;
    same_polarity
        && matches!(
            align(&one.skeleton, &other.skeleton, &kit.thesaurus),
            Alignment::Same { swapped: false, .. }
        )
}

/// How many named persons of the source's side speak in its paragraph and the next; the source itself not counted.
fn side_voices(index: usize, case: &Case) -> usize {
    let Some(own) = case.statements.get(index) else { return 0 };
    let (side, paragraph) = (&own.claim.speaker.side, own.claim.origin.paragraph);
    let from = index.saturating_sub(FARTHEST);
    let near = case.statements.get(from..(index + FARTHEST).min(case.statements.len())).unwrap_or_default();
    let beside = near.iter().filter(|other| {
        let (speaker, origin) = (&other.claim.speaker, &other.claim.origin);
        let person = !speaker.anonymous && !speaker.group && !speaker.is_nobody();
        let near = origin.paragraph == paragraph || origin.paragraph == paragraph + 1;
        person
            && near
            && origin.medium == Medium::Draft
            && origin.zone == Zone::Body
            && side.is_some()
            && speaker.side == *side
    });
    let mut names: Vec<&str> = beside.map(|other| other.claim.speaker.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}
