//! The choice among candidates by weights: one decision after the other, each among options with clues.
//!
//! Is it a cue? Whose? On which side is the content, where does it begin and end? Is the whole right? Whoever
//! judges is asked in the same words while reading and while learning.

use super::bounds::bounded;
use super::candidate::{Boundary, Choice, Cue, Sentence, Side, Source};
use super::clue::Clues;
use super::clues_whole::Sure;
use super::contents::{self, before_interrupted, relative_before, trimmed};
use super::place::Place;
use super::tail::waits;
use super::{choose_content, clues_content, clues_cue, clues_source, clues_whole, extent, sources};
use std::ops::Range;

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Whether a candidate is a cue.
    Cue,
    /// Which noun phrase is its source, if any.
    Source,
    /// On which side the content stands.
    Side,
    /// Where content behind the cue begins.
    Start,
    /// Where content behind the cue ends.
    End,
    /// Where content before the cue begins.
    LeftStart,
    /// Whether the whole is right.
    Whole,
}

impl Stage {
    /// All stages in their order.
    pub const ALL: [Stage; 7] =
        [Stage::Cue, Stage::Source, Stage::Side, Stage::Start, Stage::End, Stage::LeftStart, Stage::Whole];

    /// The stage of a name.
    pub fn named(name: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// As the weights file calls it.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Cue => "cue",
            Stage::Source => "source",
            Stage::Side => "side",
            Stage::Start => "start",
            Stage::End => "end",
            Stage::LeftStart => "left-start",
            Stage::Whole => "whole",
        }
    }
}

/// What an option stands for. Places are items of the sentence.
#[derive(Clone, Copy, Debug)]
pub enum Meaning<'c> {
    /// No: it is no cue, has no source, is not right.
    No,
    /// Yes, it is a cue.
    Cue,
    /// This source.
    Source(&'c Source),
    /// This side of cue and source.
    Side(Side, &'c Range<usize>),
    /// Before this item.
    At(usize),
    /// Yes, all this is right.
    Whole(&'c Choice),
}

/// One option of a decision.
#[derive(Debug)]
pub struct Offer<'c, C> {
    /// What it stands for.
    pub meaning: Meaning<'c>,
    /// What speaks for and against it.
    pub clues: C,
}

/// Who decides.
pub trait Judge {
    /// What takes in the clues of an option.
    type Clues: Clues;

    /// Room for the clues of an option.
    fn clues(&self, stage: Stage) -> Self::Clues;

    /// How likely each of the offers is, of which there is at least one.
    fn chances(
        &mut self,
        stage: Stage,
        sentence: &Sentence,
        cue: &Cue,
        offers: Vec<Offer<Self::Clues>>,
    ) -> Vec<f32>;
}

/// What is chosen for each cue of the sentence, in the order of the cues.
pub fn choose<J: Judge>(sentence: &Sentence, judge: &mut J) -> Vec<Choice> {
    let place = Place::new(sentence);
    let mut choices: Vec<Choice> = Vec::new();
    let mut last = None;
    for (index, cue) in sentence.cues.iter().enumerate() {
        let mut asking = Asking { place: &place, cue, judge, sure: Sure::default(), decided: Vec::new() };
        let before = last.and_then(|last: usize| choices.get(last));
        if let Some(choice) = asking.choice(index, before) {
            last = if asking.sure.cue >= LIKELY { Some(choices.len()) } else { last };
            choices.push(choice);
        }
    }
    choices
}

/// How likely a cue must be for the next one to look back to it.
const LIKELY: f32 = 0.5;

/// Below this nothing is kept, whatever the threshold.
const LEAST: f32 = 0.05;

/// Below this probability a word is no cue, and no more is asked about it. It needs not be likelier than not: the whole
/// is judged again at the end.
const LEAST_CUE: f32 = 0.15;

/// The decisions on one cue.
struct Asking<'a, 's, 't, J> {
    place: &'a Place<'s, 't>,
    cue: &'a Cue,
    judge: &'a mut J,
    sure: Sure,
    decided: Vec<(Stage, f32)>,
}

impl<J: Judge> Asking<'_, '_, '_, J> {
    fn choice(&mut self, index: usize, last: Option<&Choice>) -> Option<Choice> {
        self.sure.cue = self.is_cue(last)?;
        let source = self.source(last);
        let (side, content) = self.content(source.as_ref());
        let sentence = self.place.sentence;
        let content: Vec<Range<usize>> = content
            .into_iter()
            .map(|range| trimmed(sentence, before_interrupted(sentence, range)))
            .filter(|range| contents::says_something(sentence, range))
            .collect();
        let awaits = contents::awaits(sentence, self.cue);
        if content.is_empty() && !awaits {
            return None;
        }
        // "Lind told the council:" says nothing yet.
        let content = if awaits { Vec::new() } else { content };
        let mut choice = Choice { cue: index, source, content, side, confidence: 0.0, trail: Vec::new() };
        choice.confidence = if awaits { self.sure.cue } else { self.whole(&choice) };
        if choice.confidence < LEAST {
            return None;
        }
        choice.trail =
            self.decided.iter().map(|(stage, sure)| format!("{} {sure:.2}", stage.name())).collect();
        Some(choice)
    }

    fn offer<'c>(
        &self,
        stage: Stage,
        meaning: Meaning<'c>,
        add: impl FnOnce(&mut J::Clues),
    ) -> Offer<'c, J::Clues> {
        let mut clues = self.judge.clues(stage);
        add(&mut clues);
        Offer { meaning, clues }
    }

    fn ask(&mut self, stage: Stage, offers: Vec<Offer<J::Clues>>) -> Vec<f32> {
        self.judge.chances(stage, self.place.sentence, self.cue, offers)
    }

    /// Notes which option was taken, and how sure it was.
    fn take(&mut self, stage: Stage, chances: &[f32], index: usize) -> (usize, f32) {
        let sure = chances.get(index).copied().unwrap_or_default();
        self.decided.push((stage, sure));
        (index, sure)
    }

    fn ask_for_likeliest(&mut self, stage: Stage, offers: Vec<Offer<J::Clues>>) -> (usize, f32) {
        let chances = self.ask(stage, offers);
        self.take(stage, &chances, greatest(&chances))
    }

    /// How likely a yes is.
    fn ask_whether(&mut self, stage: Stage, yes: Offer<J::Clues>) -> f32 {
        let no = self.offer(stage, Meaning::No, |_| {});
        let chances = self.ask(stage, vec![no, yes]);
        self.take(stage, &chances, 1).1
    }

    fn is_cue(&mut self, last: Option<&Choice>) -> Option<f32> {
        let (place, cue) = (self.place, self.cue);
        let yes = self.offer(Stage::Cue, Meaning::Cue, |clues| clues_cue::add(clues, place, cue, last));
        let sure = self.ask_whether(Stage::Cue, yes);
        (sure >= LEAST_CUE).then_some(sure)
    }

    fn source(&mut self, last: Option<&Choice>) -> Option<Source> {
        let (place, cue) = (self.place, self.cue);
        let mut candidates = sources::sources(place.sentence, cue);
        let known = clues_source::Known { cue, last };
        let none = self.offer(Stage::Source, Meaning::No, |clues| clues_source::none(clues, place, known));
        let some = (0..candidates.len()).zip(&candidates).map(|(index, source)| {
            self.offer(Stage::Source, Meaning::Source(source), |clues| {
                clues_source::add(clues, place, known, &candidates, index);
            })
        });
        let offers = std::iter::once(none).chain(some).collect();
        let (index, sure) = self.ask_for_likeliest(Stage::Source, offers);
        self.sure.source = sure;
        let index = index.checked_sub(1)?;
        (index < candidates.len()).then(|| candidates.swap_remove(index))
    }

    fn content(&mut self, source: Option<&Source>) -> (Side, Vec<Range<usize>>) {
        let known = clues_content::Known { cue: self.cue, source };
        let sentence = self.place.sentence;
        let side = self.side(known);
        if side == Side::Left {
            let whole = |range: &Range<usize>| !waits(sentence, range);
            return (side, self.left(known).into_iter().filter(whole).collect());
        }
        let right = self.right(known);
        let around = side == Side::Around || contents::lacks_subject(sentence, &right);
        if !around || relative_before(sentence, self.cue, source).is_some() {
            return (side, contents::with_object(sentence, self.cue, source, right));
        }
        let subject = choose_content::subject_of_clause(sentence, self.cue, source);
        (Side::Around, choose_content::around_cue(sentence, self.cue, subject, right))
    }

    fn side(&mut self, known: clues_content::Known) -> Side {
        let place = self.place;
        let block = contents::block(place.sentence, known.cue, known.source);
        let sides = [Side::Right, Side::Left, Side::Around];
        let offer = |side| {
            self.offer(Stage::Side, Meaning::Side(side, &block), |clues| {
                clues_content::side(clues, place, known, side);
            })
        };
        let offers = sides.map(offer).into();
        let (index, sure) = self.ask_for_likeliest(Stage::Side, offers);
        self.sure.side = sure;
        sides.get(index).copied().unwrap_or(Side::Right)
    }

    fn right(&mut self, known: clues_content::Known) -> Vec<Range<usize>> {
        let place = self.place;
        let block = contents::block(place.sentence, known.cue, known.source);
        let starts = contents::right_starts(place.sentence, known.cue, &block);
        let chances = self.boundaries(Stage::Start, &starts, |clues, index| {
            clues_content::start(clues, place, known, &starts, index);
        });
        let Some(start) = starts.get(greatest(&chances)).map(|boundary| boundary.at) else {
            return Vec::new();
        };
        self.sure.start = self.take(Stage::Start, &chances, greatest(&chances)).1;
        let ends = contents::right_ends(place.sentence, start);
        let chances = self.boundaries(Stage::End, &ends, |clues, index| {
            clues_content::end(clues, place, known, start, &ends, index);
        });
        let chances = of_whole(place, start, &ends, chances);
        let (index, near) = extent::safest(place.sentence, start, &ends, &chances);
        self.sure.near = near;
        self.sure.end = self.take(Stage::End, &chances, index).1;
        let content = ends.get(index).map(|end| start..end.at).into_iter();
        content.map(|content| bounded(place.sentence, known.cue, known.source, content)).collect()
    }

    fn left(&mut self, known: clues_content::Known) -> Vec<Range<usize>> {
        let place = self.place;
        let block = contents::block(place.sentence, known.cue, known.source);
        let end = contents::left_end(place.sentence, &block);
        let starts = contents::left_starts(place.sentence, end);
        let chances = self.boundaries(Stage::LeftStart, &starts, |clues, index| {
            clues_content::left_start(clues, place, known, end, &starts, index);
        });
        let rejoined = |left| choose_content::rejoined(place.sentence, known.cue, &left, block.end);
        let may_start = match rejoined(end..end) {
            Some(_) => chances.clone(),
            None => of_clauses(place, end, &starts, &chances),
        };
        let index = greatest(&may_start);
        let Some(start) = starts.get(index).map(|boundary| boundary.at) else { return Vec::new() };
        self.sure.start = self.take(Stage::LeftStart, &chances, index).1;
        (self.sure.end, self.sure.near) = (1.0, 1.0);
        let left = contents::behind_colon(place.sentence, start..end);
        std::iter::once(left.clone()).chain(rejoined(left)).collect()
    }

    fn boundaries(&mut self, stage: Stage, all: &[Boundary], add: impl Fn(&mut J::Clues, usize)) -> Vec<f32> {
        if all.is_empty() {
            return Vec::new();
        }
        let offer = |(index, boundary): (usize, &Boundary)| {
            self.offer(stage, Meaning::At(boundary.at), |clues| add(clues, index))
        };
        let offers = all.iter().enumerate().map(offer).collect();
        self.ask(stage, offers)
    }

    /// How sure the whole is.
    fn whole(&mut self, choice: &Choice) -> f32 {
        let (place, cue, sure) = (self.place, self.cue, self.sure);
        let yes = self.offer(Stage::Whole, Meaning::Whole(choice), |clues| {
            clues_whole::add(clues, place, cue, choice, sure);
        });
        self.ask_whether(Stage::Whole, yes)
    }
}

/// The chances of those ends before which content waits for nothing more, or of all where there is none.
fn of_whole(place: &Place, start: usize, ends: &[Boundary], chances: Vec<f32>) -> Vec<f32> {
    let waiting: Vec<bool> = ends.iter().map(|end| waits(place.sentence, &(start..end.at))).collect();
    if waiting.iter().all(|waits| *waits) {
        return chances;
    }
    chances.into_iter().zip(waiting).map(|(chance, waits)| if waits { 0.0 } else { chance }).collect()
}

/// The chances of those starts behind which content that ends before `end` has a verb or a quotation, or none has: "he has no
/// idea what to do, Lind said" does not begin at "what".
fn of_clauses(place: &Place, end: usize, starts: &[Boundary], chances: &[f32]) -> Vec<f32> {
    let lacks_verb = |start: usize| {
        place.finite(start..end) + place.quotations(start..end) == 0 && place.finite(0..start) > 0
    };
    let pairs = starts.iter().zip(chances);
    pairs.map(|(start, chance)| if lacks_verb(start.at) { 0.0 } else { *chance }).collect()
}

/// The first of the likeliest.
fn greatest(chances: &[f32]) -> usize {
    let most = chances.iter().copied().fold(f32::MIN, f32::max);
    chances.iter().position(|chance| *chance >= most).unwrap_or(0)
}
