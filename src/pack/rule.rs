//! A rule as checked: every phrase compiled, every name known.

use super::example::Example;
use super::message::Message;
use super::select::Selector;
use crate::compare::Lens;
use crate::finding::{Confidence, Severity};
use crate::grammar::phrase::{Phrase, Phrases};

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `<pack>/<rule>`; reads as "allow …".
    pub id: String,
    /// What is wrong.
    pub title: String,
    /// How grave.
    pub severity: Severity,
    /// At most this sure.
    pub confidence: Confidence,
    /// Why it matters.
    pub why: String,
    /// The norms it rests on.
    pub norms: Vec<String>,
    /// What a finding says.
    pub message: Message,
    /// What an editor can do.
    pub help: String,
    /// What it looks at.
    pub subject: Subject,
    /// Phrases that are looked for in the whole draft, by the numbers that its conditions have for them.
    pub watched: Vec<Phrases>,
    /// The rule that its topic and scales are taken from.
    pub borrows: Option<String>,
    /// Rules that say less of the same two claims, and give way to this one there.
    pub instead_of: Vec<String>,
    /// Drafts that must be flagged.
    pub flags: Vec<Example>,
    /// Drafts that must not.
    pub allows: Vec<Example>,
    /// Every phrase that it knows something by.
    pub phrases: Vec<Phrase>,
}

/// What a rule looks at.
#[derive(Clone, Debug)]
pub enum Subject {
    /// Two claims.
    Pair(Box<PairCheck>),
    /// One claim.
    Claim {
        /// What it must be.
        select: Box<Selector>,
        /// What makes one finding.
        per: Grouping,
    },
    /// Places of the text.
    Passage(Box<PassageCheck>),
    /// Figures.
    Figures(FigureCheck),
    /// Date expressions.
    Date(DateCheck),
    /// Directives in the draft's comments.
    Directive(DirectiveCheck),
}

/// What is checked of two claims.
#[derive(Clone, Debug)]
pub struct PairCheck {
    /// What it looks for in them.
    pub lens: Lens,
    /// What the first must be.
    pub a: Selector,
    /// What the second must be.
    pub b: Selector,
}

/// What is checked of places in the text. Phrases are numbers in [`Rule::watched`].
#[derive(Clone, Debug)]
pub struct PassageCheck {
    /// What a sentence holds.
    pub holds: usize,
    /// What it holds as well.
    pub with: Option<usize>,
    /// What stands near it.
    pub beside: Option<usize>,
    /// What does not stand near it.
    pub unless: Option<usize>,
    /// What the reader is to be told near it.
    pub lacks: Vec<(String, usize)>,
    /// How many of these must be missing.
    pub at_least: usize,
    /// How many sentences before and after are near.
    pub near: usize,
    /// What makes one finding: each passage or the document.
    pub per: Grouping,
}

/// What makes one finding of a rule about single claims or passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Each.
    Each,
    /// All of one speaker.
    Speaker,
    /// All of the document.
    Document,
}

/// What is wrong with figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureCheck {
    /// Two figures for one thing side by side that do not meet.
    Apposed,
    /// A rise or fall that is not the difference of its two ends.
    Change,
    /// A share that is not the part of the whole beside it.
    Share,
    /// Parts that come to more than their whole.
    Parts,
    /// A lead that the margin of error covers.
    Lead,
}

/// What is wrong with date expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCheck {
    /// The weekday is not that of the calendar date.
    Weekday,
    /// It cannot be told which days are meant.
    Unresolved,
}

/// What is wrong with a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectiveCheck {
    /// It cannot be read, or stands where it does not count.
    Malformed,
    /// It does not say why.
    Unexplained,
    /// It names a rule that there is not.
    UnknownRule,
    /// Its last day is over.
    Expired,
    /// There is nothing to let pass.
    Unused,
}
