//! Does the body bear out the figures that stand above it?

use super::Case;
use crate::claim::{Measure, Medium, Zone};
use crate::compare::Statement;
use crate::document::Document;
use crate::grammar::phrase::Word;
use rustc_hash::FxHashSet;

/// The forms of all words of a draft's body.
pub(super) fn forms_of_body<'c>(draft: &Document, words: &'c [Word]) -> FxHashSet<&'c str> {
    let blocks = draft.blocks.iter().filter(|block| block.zone() == Zone::Body);
    let own = blocks.flat_map(|block| {
        let first = words.partition_point(|word| word.span.start < block.span.start);
        let end = words.partition_point(|word| word.span.start < block.span.end);
        words.get(first..end).unwrap_or_default()
    });
    own.map(|word| word.form.as_str()).collect()
}

/// Whether the body gives no other figure for what a headline or standfirst counts.
pub(super) fn is_backed(statement: &Statement, case: &Case) -> bool {
    let figures = &statement.claim.assertion.measures;
    statement.claim.origin.zone == Zone::Body
        || figures.iter().all(|figure| has_figure(figure, statement, case))
}

fn has_figure(figure: &Measure, statement: &Statement, case: &Case) -> bool {
    let mut written = statement.words.iter().filter(|word| figure.span.contains(word.span));
    let in_body = |other: &&&Statement| {
        other.claim.origin.medium == Medium::Draft && other.claim.origin.zone == Zone::Body
    };
    let measures = case.statements.iter().filter(in_body).flat_map(|it| &it.claim.assertion.measures);
    let of_it: Vec<&Measure> = measures.filter(|other| count_one_thing(figure, other)).collect();
    let within = |low: f64, high: f64| low <= figure.high && figure.low <= high;
    let added = |(one, other): (&&Measure, &&Measure)| within(one.low + other.low, one.high + other.high);
    of_it.is_empty()
        || written.all(|word| case.body.contains(word.form.as_str()))
        || of_it.iter().any(|other| within(other.low, other.high))
        || of_it.iter().zip(of_it.iter().skip(1)).any(added)
}

/// Whether both count things of one name; of people, those to whom the same has come: "40 people died", "18 died in Vik".
fn count_one_thing(figure: &Measure, other: &Measure) -> bool {
    let shares_fate = || figure.of.iter().any(|word| other.of.contains(word));
    let one_noun = other.counted == figure.counted || other.counted.is_empty() && figure.counted == PEOPLE;
    let named = !figure.counted.is_empty() && other.unit == figure.unit && one_noun;
    named && (figure.counted != PEOPLE || shares_fate())
}

/// Whoever is counted is one of them.
const PEOPLE: &str = "people";
