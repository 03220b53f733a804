//! Does the body bear out what headline and standfirst say? By words and figures alone: they may put things in their own way.

use super::Case;
use crate::claim::{Measure, Medium, Zone};
use crate::compare::Statement;
use crate::document::Document;
use crate::grammar::phrase::Word;
use rustc_hash::FxHashSet;

/// Share of a headline's long words that its body has at the least.
const SHARED: f64 = 0.34;

/// Headlines of fewer long words may have put all of them in their own way.
const LEAST: usize = 5;

/// Letters of a word that tells something, and of its beginning by which others of its family are known.
const LONG: usize = 4;

/// What the body of a draft has, by which its headline can be borne out.
#[derive(Debug, Default)]
pub(super) struct Body<'c> {
    forms: FxHashSet<&'c str>,
    beginnings: FxHashSet<String>,
}

impl<'c> Body<'c> {
    pub(super) fn of(draft: &Document, words: &'c [Word]) -> Body<'c> {
        let blocks = draft.blocks.iter().filter(|block| block.zone() == Zone::Body);
        let own = blocks.flat_map(|block| {
            let first = words.partition_point(|word| word.span.start < block.span.start);
            let end = words.partition_point(|word| word.span.start < block.span.end);
            words.get(first..end).unwrap_or_default()
        });
        let mut body = Body::default();
        for word in own {
            body.forms.extend([word.form.as_str(), word.base.as_str()]);
            body.beginnings.insert(beginning(&word.base));
        }
        body
    }

    fn has(&self, word: &Word) -> bool {
        let known = |form: &str| self.forms.contains(form);
        known(&word.form) || known(&word.base) || self.beginnings.contains(&beginning(&word.base))
    }
}

/// Whether the body has enough of the words above it, and no other figure for what is counted there.
pub(super) fn is_backed(statement: &Statement, case: &Case) -> bool {
    if statement.claim.origin.zone == Zone::Body {
        return true;
    }
    let long: Vec<&Word> =
        statement.words.iter().filter(|word| word.form.chars().count() >= LONG && !word.number).collect();
    let shared = long.iter().filter(|word| case.body.has(word)).count();
    let figures = &statement.claim.assertion.measures;
    (long.len() < LEAST || shared as f64 >= SHARED * long.len() as f64)
        && figures.iter().all(|figure| has_figure(figure, statement, case))
}

fn has_figure(figure: &Measure, statement: &Statement, case: &Case) -> bool {
    let written = statement.words.iter().filter(|word| figure.span.contains(word.span));
    let in_body = |other: &&&Statement| {
        other.claim.origin.medium == Medium::Draft && other.claim.origin.zone == Zone::Body
    };
    let measures = case.statements.iter().filter(in_body).flat_map(|it| &it.claim.assertion.measures);
    let mut of_it =
        measures.filter(|other| other.unit == figure.unit && other.counted == figure.counted).peekable();
    written.into_iter().all(|word| case.body.has(word))
        || of_it.peek().is_none()
        || of_it.any(|other| other.low <= figure.high && figure.low <= other.high)
}

fn beginning(base: &str) -> String {
    base.chars().take(LONG + 1).collect()
}
