//! What may have changed between two claims that are opposed: the bridge was open on Friday, and is closed on Sunday.

use super::alignment::Alignment;
use super::figures::opposed_figures;
use super::framing::{self, Framing, Hold};
use super::gates::later;
use super::lens::{Lens, Opposed};
use super::opposition::{effective, oppose};
use super::quantity::QuantityConflict;
use super::statement::{Statement, sides_differ};
use super::timing::days_between;
use crate::claim::{DateKind, Measure, Polarity};
use crate::finding::Party;
use crate::text::form::is_weekday;

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The claim that tells how it is since, where days tell which.
    pub by: Option<Party>,
    /// Why it may have.
    pub reason: String,
}

/// How what two opposed claims say may have changed between them, under a lens that knows of no topic.
pub(super) fn changed(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
    lens: &Lens,
) -> Option<Change> {
    if lens.topic.is_some() {
        return None;
    }
    let opposed = |it: &&Opposed| oppose(a, b, alignment, std::slice::from_ref(*it)).is_ok();
    let may = match lens.opposed.iter().find(opposed)? {
        Opposed::Polarity => may_pass(a, b) || may_have_come(a, b),
        Opposed::Quantity { tolerance, .. } => {
            may_be_recounted(a, b, &opposed_figures(a, b, alignment, *tolerance)?)
        }
        _ => false,
    };
    may.then(|| Change {
        by: a.claim.said.zip(b.claim.said).and_then(|(one, other)| later(one, other)),
        reason: "told at two times, between which it may have changed".to_owned(),
    })
}

/// Whether two figures may be of two times, as those of whoever is missing or of prices are; those of the dead are not.
pub(super) fn may_be_recounted(a: &Statement, b: &Statement, figures: &QuantityConflict) -> bool {
    let hold = hold_of_count(a, &figures.a).min(hold_of_count(b, &figures.b));
    is_told_twice(a, b) && !are_of_own_times(a, b) && suffices(hold, a, b)
}

/// Whether what both predicate may be so at one time and not at another.
fn may_pass(a: &Statement, b: &Statement) -> bool {
    is_told_twice(a, b) && !are_of_own_times(a, b) && suffices(hold_of(a).min(hold_of(b)), a, b)
}

/// "Has not arrived", said before "has arrived"; "is alive", said before "is dead".
fn may_have_come(a: &Statement, b: &Statement) -> bool {
    let order = a.claim.said.zip(b.claim.said).and_then(|(one, other)| later(one, other));
    let (earlier, since) = match order {
        Some(Party::A) => (b, a),
        Some(Party::B) => (a, b),
        None => return false,
    };
    let to_come = effective(earlier) == Polarity::Negative || effective(since) == Polarity::Positive;
    to_come && framing::may_have_come(&words_of(earlier), &words_of(since))
}

/// What one speaker tells anew may have changed wherever it can; of two who differ only what may at any hour.
fn suffices(hold: Hold, a: &Statement, b: &Statement) -> bool {
    let one_speaker = a.claim.speaker.is_same(&b.claim.speaker);
    hold == Hold::Passing && !sides_differ(a, b) || hold == Hold::State && one_speaker
}

fn hold_of(statement: &Statement) -> Hold {
    let Some(predicate) = &statement.claim.assertion.skeleton.predicate else { return Hold::Fixed };
    framing::hold_of(&words_of(statement), place_of(statement, predicate.span.start))
}

fn hold_of_count(statement: &Statement, figure: &Measure) -> Hold {
    let ends = (place_of(statement, figure.span.start), place_of(statement, figure.span.end));
    framing::hold_of_count(&words_of(statement), ends, &figure.counted)
}

fn words_of(statement: &Statement) -> Framing<'_> {
    Framing::of(statement.words.iter().map(|word| (&*word.form, word.capital, word.span)))
}

/// The first word of the content that does not stand before a place.
fn place_of(statement: &Statement, place: usize) -> usize {
    statement.words.iter().take_while(|word| word.span.start < place).count()
}

/// Whether each tells of a time of its own beside the one at which it was said.
fn are_of_own_times(a: &Statement, b: &Statement) -> bool {
    [a, b].iter().all(|of| {
        let mut dates = of.claim.dates.iter();
        dates.any(|date| date.kind != DateKind::Duration && !date.value.ends_with("_REF"))
    })
}

/// Whether they were told on two days or at two hours of one: as far as their days are known, else by the words around them.
/// Where the text gives one a day of its own ("in January"), the other was not said then, unless it may be the same.
fn is_told_twice(a: &Statement, b: &Statement) -> bool {
    let days = [a.claim.said, b.claim.said];
    let known = days.iter().flatten().filter(|said| said.sure).count();
    let apart = match days {
        [Some(one), Some(other)] => days_between(&one, &other) != 0,
        _ => true,
    };
    let told = |tells: fn(&str) -> bool| word_around(a, tells).zip(word_around(b, tells));
    let by_words = |tells| told(tells).is_some_and(|(one, other)| one != other);
    known > 0 && apart || known < 2 && by_words(is_weekday) || by_words(is_hour)
}

/// The first such word of a claim's sentence that stands outside its content.
fn word_around(statement: &Statement, tells: fn(&str) -> bool) -> Option<&str> {
    let content = statement.claim.attribution.content.as_ref().map_or(&[][..], |content| &content.spans);
    let outside =
        statement.sentence_words.iter().filter(|word| !content.iter().any(|it| it.contains(word.span)));
    outside.map(|word| &*word.form).find(|form| tells(form))
}

fn is_hour(word: &str) -> bool {
    matches!(word, "dawn" | "morning" | "noon" | "midday" | "afternoon" | "evening" | "night" | "midnight")
}
