//! A rule as checked: every phrase compiled, every name known.

use super::example::Example;
use super::message::Message;
use super::select::Selector;
use crate::compare::Lens;
use crate::finding::{Confidence, Severity};
use crate::grammar::phrase::Phrase;

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
    /// Figures.
    Figures(FigureCheck),
    /// Date expressions.
    Date(DateCheck),
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

/// What makes one finding of a rule about single claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Each claim.
    Claim,
    /// All claims of one speaker.
    Speaker,
}

/// What is checked of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureCheck {
    /// Two figures for one thing side by side that do not meet.
    ApposedDisagree,
}

/// What is checked of date expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCheck {
    /// The weekday is not that of the calendar date.
    WeekdayMismatched,
}
