//! Transcripts: who has the floor, and what they say there.

use super::interviewee::interviewee;
use super::label::{Form, Label, read_label};
use super::{Block, BlockKind, Document};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// One speaker's words from their label to the next. All spans are of the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The label without its colon: `MS. PSAKI`, `Q`; for `A` and `Answer` whoever is said to answer, and nobody
    /// where that is not said.
    pub speaker: Option<Span>,
    /// What is said, block by block; stage directions within are left out and cut a block in two.
    pub words: Vec<Span>,
    /// The stage directions within the turn, with their brackets: `[laughter]`.
    pub directions: Vec<Span>,
    /// The index of the block in which the turn begins.
    pub paragraph: usize,
}

/// The turns of a transcript, in order. What stands before the first label belongs to nobody.
///
/// A turn runs over paragraphs up to the next label or heading. A single capitalised word before a colon
/// (`First:`) counts as a label only where it heads two blocks or more, where there is no other label at all, or where it is
/// set in bold.
pub fn turns(document: &Document) -> Vec<Turn> {
    let prose = document.prose.as_str();
    let heads = labels(document);
    let is_told = |name: &str| heads.len() == 1 || heads.get(name) > Some(&1);
    let mut turns: Vec<Turn> = Vec::new();
    let mut open = false;
    for (paragraph, block) in document.blocks.iter().enumerate() {
        let label = label_of(prose, *block).filter(|label| {
            let name = label.name.slice(block.span.slice(prose));
            label.form != Form::Word
                || is_told(name)
                || name.eq_ignore_ascii_case("question")
                || is_for_answers(name)
                || is_bold(document, block.span)
        });
        match label {
            Some(label) => {
                turns.push(begin(prose, block.span, label, paragraph));
                open = true;
            }
            None if !is_spoken(*block) => open = false,
            None => {
                turns.last_mut().filter(|_| open).into_iter().for_each(|turn| add(turn, prose, block.span))
            }
        }
    }
    name_answers(document, &mut turns);
    turns
}

/// `A` and `Answer` are no names: they stand for whoever answers.
fn name_answers(document: &Document, turns: &mut [Turn]) {
    let Some(first) = turns.first().map(|turn| turn.paragraph) else { return };
    let is_answer =
        |turn: &&mut Turn| turn.speaker.is_some_and(|label| is_for_answers(label.slice(&document.prose)));
    let mut answers = turns.iter_mut().filter(is_answer).peekable();
    let who = answers.peek().and_then(|_| interviewee(document, first));
    answers.for_each(|turn| turn.speaker = who);
}

fn is_for_answers(label: &str) -> bool {
    label == "A" || label.eq_ignore_ascii_case("answer")
}

/// Whether a block begins in bold in its file.
fn is_bold(document: &Document, block: Span) -> bool {
    let before = document.source.text().get(..document.map.to_file(block.start)).unwrap_or_default();
    before.ends_with("**") || before.ends_with("__")
}

fn is_spoken(block: Block) -> bool {
    !matches!(block.kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Heading)
}

fn label_of(prose: &str, block: Block) -> Option<Label> {
    read_label(block.span.slice(prose)).filter(|_| is_spoken(block))
}

/// How often each label heads a block.
fn labels(document: &Document) -> FxHashMap<&str, usize> {
    let mut counts = FxHashMap::default();
    for block in &document.blocks {
        if let Some(label) = label_of(&document.prose, *block) {
            *counts.entry(label.name.slice(block.span.slice(&document.prose))).or_insert(0) += 1;
        }
    }
    counts
}

fn begin(prose: &str, block: Span, label: Label, paragraph: usize) -> Turn {
    let at = |offset: usize| block.start + offset;
    let speaker = Span::new(at(label.name.start), at(label.name.end));
    let mut turn = Turn { speaker: Some(speaker), words: Vec::new(), directions: Vec::new(), paragraph };
    add(&mut turn, prose, Span::new(at(label.words), block.end));
    turn
}

/// Adds the words of a block, cut at its stage directions.
fn add(turn: &mut Turn, prose: &str, block: Span) {
    let mut from = block.start;
    for direction in directions(prose, block) {
        push_words(turn, prose, Span::new(from, direction.start));
        turn.directions.push(direction);
        from = direction.end;
    }
    push_words(turn, prose, Span::new(from, block.end));
}

fn push_words(turn: &mut Turn, prose: &str, span: Span) {
    let span = super::lines::trim(prose, span);
    if span.slice(prose).contains(char::is_alphanumeric) {
        turn.words.push(span);
    }
}

/// `[laughter]`, `(CROSSTALK)`: what stands between brackets and begins with a word for something heard or seen.
///
/// `direction = ( "[" | "(" ) heard { word } ( "]" | ")" )`: brackets that begin with a word for something heard or seen (`[laughter]`)
fn directions(prose: &str, block: Span) -> Vec<Span> {
    let text = block.slice(prose);
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '[' | '(' | ']' | ')')) {
        if matches!(c, '[' | '(') {
            open = Some(at);
        } else if let Some(start) = open.take()
            && is_direction(text.get(start + 1..at).unwrap_or_default())
        {
            found.push(Span::new(block.start + start, block.start + at + 1));
        }
    }
    found
}

fn is_direction(words: &str) -> bool {
    let first = words.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    DIRECTIONS.iter().any(|word| word.eq_ignore_ascii_case(first)) && words.len() < 80
}

/// The first words of stage directions in official and broadcast transcripts.
const DIRECTIONS: &[&str] = &[
    "applause",
    "audio",
    "begin",
    "boos",
    "booing",
    "break",
    "chanting",
    "cheers",
    "cheering",
    "chuckle",
    "chuckles",
    "chuckling",
    "commercial",
    "coughs",
    "cross-talk",
    "crosstalk",
    "end",
    "gestures",
    "groans",
    "inaudible",
    "indiscernible",
    "interruption",
    "laugh",
    "laughing",
    "laughs",
    "laughter",
    "music",
    "off-mic",
    "off-mike",
    "overlapping",
    "pause",
    "pauses",
    "ph",
    "phonetic",
    "recess",
    "shouting",
    "sic",
    "sighs",
    "silence",
    "speaking",
    "through",
    "unintelligible",
    "video",
];
