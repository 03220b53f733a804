//! Clues to whether a word is a cue here.

use super::candidate::{Choice, Cue, Shape};
use super::clue::{And, Clues, Count, Tenths, clue};
use super::complement::is_finite;
use super::place::Place;
use crate::grammar::cue::Frame;
use crate::grammar::tag::Tag;

/// Whether the complement is one that the cue's entry foresees.
pub fn fits(cue: &Cue) -> bool {
    use super::candidate::Complement::*;
    let has = |frame| cue.frames.has(frame);
    match cue.complement {
        Quote => has(Frame::Quote),
        That => has(Frame::That) || has(Frame::Clause),
        Clause => has(Frame::Clause),
        Wh => has(Frame::Wh),
        To => has(Frame::To) || has(Frame::Raised),
        Ing => has(Frame::Ing),
        Object => has(Frame::Object),
        Preposition => true,
        Np => has(Frame::Np),
        Other | Pause | End => false,
    }
}

/// Adds what speaks for and against `cue`.
pub fn add(clues: &mut impl Clues, place: &Place, cue: &Cue, last: Option<&Choice>) {
    let (shape, complement) = (cue.shape, cue.complement);
    let grade = Tenths(cue.grade);
    let lemma = place.lemma(cue);
    let both = And(shape, complement);
    clue!(clues, "shape complement", shape, complement);
    clue!(clues, "grade", grade);
    clue!(clues, "grade complement", grade, complement);
    clue!(clues, "grade shape", grade, shape);
    clue!(clues, "fits complement", fits(cue), both);
    clue!(clues, "fits grade", fits(cue), grade);
    clue!(clues, "lemma", lemma);
    clue!(clues, "lemma complement", lemma, complement);
    clue!(clues, "lemma shape", lemma, shape);
    clue!(clues, "class complement", cue.class, complement);
    clue!(clues, "class shape", cue.class, shape);
    around(clues, place, cue);
    group(clues, place, cue);
    quotations(clues, place, cue);
    let Some(last) = last else { return clue!(clues, "no-last", cue.shape, cue.complement) };
    let inside = last.content.iter().any(|range| range.contains(&cue.head));
    clue!(clues, "inside-last", inside, And(cue.shape, cue.complement));
    clue!(clues, "inside-last grade", inside, grade);
    clue!(clues, "behind-last", And(inside, last.side), cue.shape);
}

/// What stands next to the cue.
fn around(clues: &mut impl Clues, place: &Place, cue: &Cue) {
    let (start, end) = (cue.items.start, cue.items.end);
    clue!(clues, "before", place.word_before(start), cue.shape);
    clue!(clues, "tag-before", place.tag_before(start), cue.shape);
    clue!(clues, "tags-before", And(place.tag_before(start.saturating_sub(1)), place.tag_before(start)));
    clue!(clues, "after", place.word(end), cue.shape);
    clue!(clues, "tag-after", place.tag(end), cue.complement);
    clue!(clues, "opens", place.word(cue.opens), cue.complement);
    clue!(clues, "opens-at", Count(cue.opens - end.min(cue.opens)), cue.complement);
    let subject = place.sentence.noun_to(start).and_then(|index| place.sentence.nouns.get(index));
    match subject {
        Some(noun) => {
            clue!(clues, "subject", noun.sort, cue.shape);
            clue!(clues, "subject-word", place.word(noun.head()), cue.shape);
            clue!(clues, "subject-grade", noun.sort, Tenths(cue.grade));
            clue!(clues, "subject-complement", noun.sort, And(cue.shape, cue.complement));
        }
        None => clue!(clues, "no-subject", cue.shape, cue.complement),
    }
    clue!(clues, "first", start == 0, cue.shape);
    clue!(clues, "left", Count(start), cue.complement);
    clue!(clues, "right", Count(place.len().saturating_sub(end)), cue.complement);
    clue!(clues, "headline", place.sentence.headline);
}

/// The words of the cue itself.
fn group(clues: &mut impl Clues, place: &Place, cue: &Cue) {
    clue!(clues, "head-tag", place.tag(cue.head), cue.shape);
    for at in cue.items.clone().filter(|at| *at != cue.head) {
        clue!(clues, "in", place.word(at), cue.shape);
        clue!(clues, "in-class", place.word(at), cue.class);
    }
    if cue.shape == Shape::Noun {
        clue!(clues, "noun-before", place.word_before(cue.head));
    }
    let before = place.sentence.items.get(..cue.items.start).unwrap_or_default();
    let question = place.sentence.items.last().is_some_and(|item| item.is("?"));
    clue!(clues, "question", question, cue.complement);
    let finite = before.iter().rev().take(12).filter(|item| is_finite(item)).count();
    clue!(clues, "finite-before", Count(finite), cue.shape);
    let conditional =
        before.iter().rev().take(8).any(|item| item.is_any(&["if", "whether", "when", "unless"]));
    clue!(clues, "conditional", conditional, cue.shape);
    let person = place
        .sentence
        .item(cue.items.start.wrapping_sub(1))
        .is_some_and(|item| item.is_any(&["i", "we", "you"]));
    clue!(clues, "writer", person, cue.class);
}

fn quotations(clues: &mut impl Clues, place: &Place, cue: &Cue) {
    let quoted = |at: usize| place.sentence.item(at).is_some_and(|item| item.is_quotation());
    let any = place.sentence.items.iter().any(|item| item.is_quotation());
    clue!(clues, "quotation", any, And(cue.shape, cue.complement));
    clue!(clues, "quotation-class", any, cue.class);
    let before = (cue.items.start.saturating_sub(4)..cue.items.start).any(quoted);
    clue!(clues, "quotation-before", before, And(cue.shape, cue.complement));
    let longest =
        place.sentence.items.iter().filter(|item| item.is_quotation()).map(|item| item.tokens.len());
    let longest = longest.max().unwrap_or_default();
    let sole = place.sentence.cues.len() == 1;
    clue!(clues, "longest-quotation", Count(longest), And(cue.shape, cue.complement));
    clue!(clues, "sole", And(sole, Count(longest)), cue.shape);
    let subject = place.sentence.noun_to(cue.items.start).and_then(|index| place.sentence.nouns.get(index));
    let told = subject.and_then(|noun| place.sentence.before(noun.items.start));
    let told = told.map_or(0, |item| if item.closed { item.tokens.len() } else { 0 });
    clue!(clues, "said-by", Count(told), And(cue.shape, cue.complement));
    let mut cues = place.sentence.cues.iter();
    let others = cues.clone().filter(|other| other.items.start < cue.items.start).count();
    clue!(clues, "cues-before", Count(others), cue.shape);
    let clause = cues.rfind(|other| other.items.start < cue.items.start && other.opens <= cue.items.start);
    if let Some(other) = clause {
        clue!(clues, "cue-before", And(other.shape, other.complement), And(cue.shape, cue.complement));
        let comma = place.sentence.items.get(other.items.end..cue.items.start).unwrap_or_default();
        let paused = comma.iter().any(|item| item.tag == Tag::Punct && !item.is_word());
        clue!(clues, "inside", And(other.complement, paused), Tenths(other.grade));
    }
}
