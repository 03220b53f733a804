//! From a document to what the rules look at.

use super::sightings::Layout;
use super::words::words;
use super::{Kit, Read, StatedWeekday};
use crate::claim::Medium;
use crate::compare::{Statement, markers_in};
use crate::document::Document;
use crate::grammar::{self, Own, Reading, number};
use crate::resolve::{self, when};
use crate::text::{FileId, Span, Text};

/// The text of a document: its prose, cut at its blocks.
pub(super) fn text_of(document: &Document) -> Text<'_> {
    let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    Text::read(&document.prose, &blocks)
}

/// Reads a draft or an article: grammar, speakers, dates, and what the rules look at beside claims.
pub fn read(document: &Document, file: FileId, medium: Medium, kit: &Kit) -> Read {
    let text = text_of(document);
    let reading = grammar::read(document, &text, file, medium, kit.choosing, Own::Unattributed);
    resolved(document, &text, reading, kit)
}

/// Reads a claim that is given alone: every sentence of it counts.
pub(super) fn read_every(document: &Document, file: FileId, medium: Medium, kit: &Kit) -> Read {
    let text = text_of(document);
    let reading = grammar::read(document, &text, file, medium, kit.choosing, Own::Every);
    resolved(document, &text, reading, kit)
}

fn resolved(document: &Document, text: &Text, reading: Reading, kit: &Kit) -> Read {
    let written = reading.dates.clone();
    let resolution = resolve::resolve(reading, text, &document.meta, &kit.actors);
    let weekdays = when::stated_weekdays(&written, &resolution.dates).into_iter();
    let words = words(text, &resolution.dates, &resolution.claims, kit);
    let statements = resolution
        .claims
        .into_iter()
        .map(|claim| Statement::new(claim, text, &words, kit.likelihood))
        .collect();
    Read {
        statements: nested(statements),
        markers: markers_in(text, &words, &kit.marking),
        figures: number::stated(text),
        weekdays: weekdays.map(|(span, weekday, day)| StatedWeekday { span, weekday, day }).collect(),
        dates: resolution.dates,
        layout: Layout::of(text),
        words,
    }
}

/// Reads only what a document attributes to others: its claims without the text's own voice.
pub fn read_claims(document: &Document, file: FileId, medium: Medium, kit: &Kit) -> Vec<Statement> {
    let text = text_of(document);
    let reading = grammar::read(document, &text, file, medium, kit.choosing, Own::None);
    let resolution = resolve::resolve(reading, &text, &document.meta, &kit.actors);
    let words = words(&text, &resolution.dates, &resolution.claims, kit);
    resolution.claims.into_iter().map(|claim| Statement::new(claim, &text, &words, kit.likelihood)).collect()
}

/// Claims before and after one among which the one that passes it on is looked for.
const NEAR: usize = 8;

/// Tells each claim which parts of it are the words of yet others.
fn nested(mut statements: Vec<Statement>) -> Vec<Statement> {
    for index in 0..statements.len() {
        let Some(inner) = statements.get(index).filter(|inner| inner.claim.attribution.within.is_some())
        else {
            continue;
        };
        let (place, own) = (inner.claim.focus(), inner.claim.origin.span);
        let near = index.saturating_sub(NEAR)..(index + NEAR).min(statements.len());
        let around = |outer: &&mut Statement| outer.claim.focus().contains(own);
        let others = statements.get_mut(near).unwrap_or_default().iter_mut().filter(around);
        others.filter(|outer| outer.claim.focus() != place).for_each(|outer| outer.inner.push(place));
    }
    statements
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::marks_conflict;
    use crate::document;
    use crate::text::Source;

    /// The words of the sentences that all statements of a text hold.
    fn held(prose: String) -> usize {
        let draft = document::read(Source::new("draft.txt", prose));
        let statements = read(&draft, FileId(0), Medium::Draft, &Kit::builtin()).statements;
        statements.iter().map(|statement| statement.sentence_words.len()).sum()
    }

    #[test]
    fn a_sentence_without_end_is_not_held_once_for_each_claim() {
        let clauses = |count| held("Anna said that Paul said that ".repeat(count));
        assert!(clauses(300) < 5 * clauses(100));
    }

    #[test]
    fn a_text_may_announce_that_its_sources_differ() {
        let marked = |prose: &str, a, b| {
            let draft = document::read(Source::new("draft.txt", prose));
            let markers = read(&draft, FileId(0), Medium::Draft, &Kit::builtin()).markers;
            marks_conflict(&markers, a, b, false).map(|marker| marker.span.slice(&draft.prose).to_owned())
        };
        for (prose, expected) in [
            ("Economists were divided. Lind sees a boom. Voss sees a slump.", "Economists were divided"),
            ("The town is split over the dam. Lind sees a crack. Voss sees none.", "split over"),
            ("Estimates vary. Lind counts twelve. Voss counts forty.", "Estimates vary"),
        ] {
            assert_eq!(marked(prose, 1, 2).as_deref(), Some(expected), "{prose}");
        }
        let behind = "Lind sees a boom. Voss sees a slump. Opinions were mixed.";
        assert_eq!(marked(behind, 0, 1).as_deref(), Some("Opinions were mixed"));
        // A denial before both is of something else, and so is what stands further off.
        for prose in [
            "Holm denied it. Lind sees a boom. Voss sees a slump.",
            "The estate was divided. Lind sees a boom. Voss sees a slump.",
        ] {
            assert_eq!(marked(prose, 1, 2), None, "{prose}");
        }
        // Nor does a mark count that lies far from both.
        let far = |at: usize| {
            let mut between = ["It rained."; 6];
            between[at] = "Holm disputed the bill.";
            marked(&format!("Lind sees a boom. {} Voss sees a slump.", between.join(" ")), 0, 7)
        };
        assert_eq!([0, 2, 3, 5].map(|at| far(at).is_some()), [true, false, false, true]);
        assert_eq!(
            marked("Economists were divided. It rained. Lind sees a boom. Voss sees a slump.", 2, 3),
            None
        );
    }
}
