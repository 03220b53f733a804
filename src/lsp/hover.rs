//! The claim under the pointer: who, when, how factual, and how it stands to the record.

use super::address::address_of;
use super::encoding::Encoding;
use super::{Judged, Sheet};
use crate::claim::{Assertion, Modality, Polarity};
use crate::compare::{Statement, describe_day};
use crate::report::{manner, plain_markdown};
use crate::text::Span;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

/// What is to be shown at a position; nothing where no claim stands.
pub(super) fn at(sheet: &Sheet, position: Position, encoding: Encoding) -> Option<Hover> {
    let at = encoding.offset(sheet.source().text(), position);
    let holds = |(_, statement): &(usize, &Statement)| {
        let span = sheet.in_file(statement.claim.origin.span);
        span.start <= at && at <= span.end
    };
    let length = |statement: &Statement| statement.claim.origin.span.len();
    let (index, statement) = sheet.claims().filter(holds).min_by_key(|(_, statement)| length(statement))?;
    let value = described(statement, sheet.verdicts.get(&index));
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }),
        range: Some(encoding.range_of(sheet.source(), whole(sheet, statement))),
    })
}

/// All of a claim in the file: source, cue and content.
pub(super) fn whole(sheet: &Sheet, statement: &Statement) -> Span {
    sheet.in_file(statement.claim.origin.span.cover(statement.claim.focus()))
}

fn described(statement: &Statement, verdict: Option<&Judged>) -> String {
    let claim = &statement.claim;
    let role = claim.speaker.role.as_ref().map(|role| format!(", {}", plain_markdown(role)));
    let said = claim.said.as_ref().map_or_else(|| "undated".to_owned(), describe_day);
    let assertion = &claim.assertion;
    let factuality = format!("{} ({})", certainty(assertion), manner(claim));
    let verdict = verdict.map(|verdict| format!("\n- **record**: {}", standing(verdict)));
    format!(
        "**{}**{}\n\n- **when**: {said}\n- **factuality**: {factuality}{}",
        plain_markdown(&statement.who()),
        role.unwrap_or_default(),
        verdict.unwrap_or_default()
    )
}

/// How sure the speaker is, in words: FactBank's values.
fn certainty(assertion: &Assertion) -> &'static str {
    match (assertion.modality, assertion.polarity) {
        (Modality::CT, Polarity::Positive) => "certain",
        (Modality::CT, Polarity::Negative) => "certain that not",
        (Modality::PR, Polarity::Positive) => "probable",
        (Modality::PR, Polarity::Negative) => "probably not",
        (Modality::PS, Polarity::Positive) => "possible",
        (Modality::PS, Polarity::Negative) => "possibly not",
        (Modality::U, _) | (_, Polarity::Unknown) => "not committed to",
    }
}

fn standing(verdict: &Judged) -> String {
    let place = verdict.by.as_ref().and_then(|(name, place)| {
        let uri = address_of(name)?;
        let line = place.line;
        Some(format!(", [{}:{line}]({}#L{line})", plain_markdown(name), uri.as_str()))
    });
    format!("{}{}", verdict.standing.title(), place.unwrap_or_default())
}
