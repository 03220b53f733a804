//! What the text leaves to be understood, shown where it stands: who "he" is, which day is meant.

use super::Sheet;
use super::encoding::Encoding;
use crate::claim::Wording;
use crate::compare::{Statement, describe_day};
use crate::text::Span;
use lsp_types::{InlayHint, InlayHintLabel, Range};

/// The hints in a range: speakers behind the words that name them, days behind the words of saying.
pub(super) fn within(sheet: &Sheet, range: Range, encoding: Encoding) -> Vec<InlayHint> {
    let shown = encoding.bytes(sheet.source().text(), range);
    let all = sheet.claims().flat_map(|(_, claim)| [speaker(claim), day(claim)]).flatten();
    let placed = all.map(|(span, label)| (sheet.in_file(span).end, label));
    let mut hints: Vec<(usize, String)> =
        placed.filter(|(at, _)| shown.start <= *at && *at <= shown.end).collect();
    hints.sort();
    hints.dedup();
    hints.into_iter().map(|(at, label)| hint(sheet, at, label, encoding)).collect()
}

/// Behind the source, unless its words are the name already.
fn speaker(claim: &Statement) -> Option<(Span, String)> {
    let attribution = &claim.claim.attribution;
    let who = claim.who();
    let source = attribution.source.as_ref().filter(|source| !source.text.contains(&who));
    // Hearsay has no source, and its reader should know.
    let hearsay = attribution.cue.as_ref().filter(|_| attribution.source.is_none());
    Some((source.or(hearsay)?.span()?, who))
}

/// Behind the cue; of a quotation that goes on without one, behind its source.
fn day(claim: &Statement) -> Option<(Span, String)> {
    let attribution = &claim.claim.attribution;
    let behind = attribution.cue.as_ref().or(attribution.source.as_ref())?;
    Some((Wording::span(behind)?, describe_day(claim.claim.said.as_ref()?)))
}

fn hint(sheet: &Sheet, at: usize, label: String, encoding: Encoding) -> InlayHint {
    InlayHint {
        position: encoding.position(sheet.source().place(at)),
        label: InlayHintLabel::String(format!("[{label}]")),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}
