//! The choice among candidates by weights: one decision after the other, each among options with clues.
//!
//! Is it a cue? Whose? On which side is the content, where does it begin and end? Is the whole right? Whoever
//! judges is asked in the same words while reading and while learning.

use super::candidate::{Boundary, Choice, Cue, Sentence, Side, Source};
use super::clue::Clues;
use super::clues_whole::Sure;
use super::contents::{self, trimmed};
use super::place::Place;
use super::{choose_content, clues_content, clues_cue, clues_source, clues_whole, sources};
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

/// Which option was taken, and how surely.
#[derive(Clone, Copy, Debug)]
pub struct Verdict {
    /// Its index among the offers.
    pub index: usize,
    /// Its probability, 0 to 1.
    pub sure: f32,
}

/// Who decides.
pub trait Judge {
    /// What takes in the clues of an option.
    type Clues: Clues;

    /// Room for the clues of an option.
    fn clues(&self, stage: Stage) -> Self::Clues;

    /// Takes one of the offers, of which there is at least one.
    fn judge(
        &mut self,
        stage: Stage,
        sentence: &Sentence,
        cue: &Cue,
        offers: Vec<Offer<Self::Clues>>,
    ) -> Verdict;
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
        let content: Vec<Range<usize>> = content
            .into_iter()
            .map(|range| trimmed(self.place.sentence, range))
            .filter(|range| !range.is_empty())
            .collect();
        let mut choice = Choice { cue: index, source, content, side, confidence: 0.0, trail: Vec::new() };
        let awaits = choice.content.is_empty() && contents::awaits(self.place.sentence, self.cue);
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

    fn ask(&mut self, stage: Stage, offers: Vec<Offer<J::Clues>>) -> Verdict {
        let verdict = self.judge.judge(stage, self.place.sentence, self.cue, offers);
        self.decided.push((stage, verdict.sure));
        verdict
    }

    fn is_cue(&mut self, last: Option<&Choice>) -> Option<f32> {
        let (place, cue) = (self.place, self.cue);
        let no = self.offer(Stage::Cue, Meaning::No, |_| {});
        let yes = self.offer(Stage::Cue, Meaning::Cue, |clues| clues_cue::add(clues, place, cue, last));
        let verdict = self.ask(Stage::Cue, vec![no, yes]);
        (verdict.index == 1).then_some(verdict.sure)
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
        let verdict = self.ask(Stage::Source, offers);
        self.sure.source = verdict.sure;
        let index = verdict.index.checked_sub(1)?;
        (index < candidates.len()).then(|| candidates.swap_remove(index))
    }

    fn content(&mut self, source: Option<&Source>) -> (Side, Vec<Range<usize>>) {
        let known = clues_content::Known { cue: self.cue, source };
        let sentence = self.place.sentence;
        match self.side(known) {
            Side::Right => (Side::Right, self.right(known)),
            Side::Left => (Side::Left, self.left(known)),
            Side::Around => {
                let mut content = self.right(known);
                content.splice(0..0, choose_content::subject_of_clause(sentence, self.cue, source));
                (Side::Around, content)
            }
        }
    }

    fn side(&mut self, known: clues_content::Known) -> Side {
        let place = self.place;
        let block = contents::block(known.cue, known.source);
        let sides = [Side::Right, Side::Left, Side::Around];
        let offer = |side| {
            self.offer(Stage::Side, Meaning::Side(side, &block), |clues| {
                clues_content::side(clues, place, known, side);
            })
        };
        let offers = sides.map(offer).into();
        let verdict = self.ask(Stage::Side, offers);
        self.sure.side = verdict.sure;
        sides.get(verdict.index).copied().unwrap_or(Side::Right)
    }

    fn right(&mut self, known: clues_content::Known) -> Vec<Range<usize>> {
        let place = self.place;
        let block = contents::block(known.cue, known.source);
        let starts = contents::right_starts(place.sentence, known.cue, &block);
        let (start, sure) = self.boundary(Stage::Start, &starts, |clues, index| {
            clues_content::start(clues, place, known, &starts, index);
        });
        self.sure.start = sure;
        let Some(start) = start else { return Vec::new() };
        let ends = contents::right_ends(place.sentence, start);
        let (end, sure) = self.boundary(Stage::End, &ends, |clues, index| {
            clues_content::end(clues, place, known, start, &ends, index);
        });
        self.sure.end = sure;
        end.map(|end| start..end).into_iter().collect()
    }

    fn left(&mut self, known: clues_content::Known) -> Vec<Range<usize>> {
        let place = self.place;
        let block = contents::block(known.cue, known.source);
        let end = contents::left_end(place.sentence, &block);
        let starts = contents::left_starts(place.sentence, end);
        let (start, sure) = self.boundary(Stage::LeftStart, &starts, |clues, index| {
            clues_content::left_start(clues, place, known, end, &starts, index);
        });
        self.sure.start = sure;
        self.sure.end = 1.0;
        let mut content: Vec<Range<usize>> = start.map(|start| start..end).into_iter().collect();
        if let Some(left) = content.first().cloned() {
            content.extend(choose_content::rejoined(place.sentence, known.cue, &left, block.end));
        }
        content
    }

    fn boundary(
        &mut self,
        stage: Stage,
        all: &[Boundary],
        add: impl Fn(&mut J::Clues, usize),
    ) -> (Option<usize>, f32) {
        if all.is_empty() {
            return (None, 0.0);
        }
        let offer = |(index, boundary): (usize, &Boundary)| {
            self.offer(stage, Meaning::At(boundary.at), |clues| add(clues, index))
        };
        let offers = all.iter().enumerate().map(offer).collect();
        let verdict = self.ask(stage, offers);
        (all.get(verdict.index).map(|boundary| boundary.at), verdict.sure)
    }

    /// How sure the whole is; 0 where it is dropped.
    fn whole(&mut self, choice: &Choice) -> f32 {
        let (place, cue, sure) = (self.place, self.cue, self.sure);
        let no = self.offer(Stage::Whole, Meaning::No, |_| {});
        let yes = self.offer(Stage::Whole, Meaning::Whole(choice), |clues| {
            clues_whole::add(clues, place, cue, choice, sure);
        });
        let verdict = self.ask(Stage::Whole, vec![no, yes]);
        if verdict.index == 1 { verdict.sure } else { 0.0 }
    }
}
