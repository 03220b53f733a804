//! What an editor can do about a finding: let it pass with a reason, explain its rule, open the other side.

use super::Sheet;
use super::diagnostics::{location, of_finding, own_place};
use super::encoding::Encoding;
use crate::document::{Block, BlockKind, Format};
use crate::grammar::directive::REASON;
use crate::report::json::{LabelledPlace, PlacedFinding};
use crate::text::Span;
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, Command, Location, Range, TextEdit, Uri, WorkspaceEdit,
};
use serde_json::{Value, json};

/// The command that shows the page of a rule: the rule's id, the address of the text.
pub(super) const EXPLAIN: &str = "sayso.explain";

/// The command that opens a place: a location.
pub(super) const OPEN: &str = "sayso.open";

/// What can be done about the findings in a range.
pub(super) fn within(sheet: &Sheet, range: Range, uri: &Uri, encoding: Encoding) -> Vec<CodeActionOrCommand> {
    let asked = encoding.bytes(sheet.source().text(), range);
    let touches = |place: &LabelledPlace| {
        let own = encoding.range(place.from, place.to);
        let own = encoding.bytes(sheet.source().text(), own);
        own.start <= asked.end && asked.start <= own.end
    };
    let name = sheet.source().name();
    let near = sheet.findings.iter().filter(|finding| own_place(finding, name).is_some_and(touches));
    near.flat_map(|finding| about(finding, sheet, uri, encoding))
        .map(CodeActionOrCommand::CodeAction)
        .collect()
}

fn about(finding: &PlacedFinding, sheet: &Sheet, uri: &Uri, encoding: Encoding) -> Vec<CodeAction> {
    let name = sheet.source().name();
    let diagnostics = of_finding(finding, name, uri, encoding).map(|diagnostic| vec![diagnostic]);
    let let_pass = suppression(finding, sheet, uri, encoding);
    let explain = [explanation(finding, uri)];
    let others = finding.places.iter().filter(|place| Some(*place) != own_place(finding, name));
    let opens = others.take(1).filter_map(|place| {
        let title = format!("Open the other side: {}:{}", place.file, place.from.line);
        Some(command(title, OPEN, vec![json!(location(place, name, uri, encoding)?)]))
    });
    let actions = let_pass.into_iter().chain(explain).chain(opens);
    actions.map(|action| CodeAction { diagnostics: diagnostics.clone(), ..action }).collect()
}

/// The directive that lets the finding pass, its reason still to be written.
fn suppression(finding: &PlacedFinding, sheet: &Sheet, uri: &Uri, encoding: Encoding) -> Option<CodeAction> {
    let rule = &finding.rule;
    // Marked dates have no comments beside them.
    if sheet.format == Format::TimeMl || rule.starts_with("suppressions/") {
        return None;
    }
    let place = own_place(finding, sheet.source().name())?;
    let (at, new_text) =
        directive(sheet, encoding.offset(sheet.source().text(), encoding.position(place.from)), rule);
    let range = encoding.range_of(sheet.source(), Span::new(at, at));
    // The protocol's own type: an address is a key of this map.
    #[expect(clippy::mutable_key_type, reason = "an address does not change once it is made")]
    let changes = [(uri.clone(), vec![TextEdit { range, new_text }])].into_iter().collect();
    Some(CodeAction {
        title: format!("Let pass with a reason: {rule}"),
        kind: Some(CodeActionKind::QUICKFIX),
        edit: Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }),
        ..CodeAction::default()
    })
}

/// Where the directive goes, and its words: above a paragraph; in Markdown behind the words of what a line of its own would
/// break, a list or a table; below the front matter, for the whole text, where the finding stands in there.
fn directive(sheet: &Sheet, at: usize, rule: &str) -> (usize, String) {
    let text = sheet.source().text();
    if let Some(body) = front_matter_end(text).filter(|body| at < *body) {
        return (body, format!("\n<!-- sayso allow-file {rule}: {REASON} -->\n"));
    }
    let comment = format!("<!-- sayso allow {rule}: {REASON} -->");
    let end = |block: &Block| sheet.in_file(block.span).end;
    let index = sheet.draft.blocks.partition_point(|block| end(block) <= at);
    match sheet.draft.blocks.get(index) {
        Some(block) if block.kind != BlockKind::Paragraph && sheet.format == Format::Markdown => {
            (end(block), format!(" {comment}"))
        }
        block => {
            let start = block.map_or(at, |block| sheet.in_file(block.span).start);
            let before = text.get(..start).unwrap_or_default();
            (before.rfind(['\n', '\r']).map_or(0, |at| at + 1), format!("{comment}\n"))
        }
    }
}

/// The byte behind the front matter, where the text has one.
fn front_matter_end(text: &str) -> Option<usize> {
    let start = text.strip_prefix('\u{feff}').map_or(0, |_| '\u{feff}'.len_utf8());
    let fence = |line: &str| line.trim_end() == "---";
    let mut at = start;
    for (number, line) in text.get(start..)?.split_inclusive('\n').enumerate() {
        at += line.len();
        match (number, fence(line)) {
            (0, false) => return None,
            (1.., true) => return Some(at),
            _ => {}
        }
    }
    None
}

fn explanation(finding: &PlacedFinding, uri: &Uri) -> CodeAction {
    let rule = &finding.rule;
    command(format!("Explain {rule}"), EXPLAIN, vec![json!(rule), json!(uri)])
}

fn command(title: String, command: &str, arguments: Vec<Value>) -> CodeAction {
    CodeAction {
        title: title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        command: Some(Command { title, command: command.to_owned(), arguments: Some(arguments) }),
        ..CodeAction::default()
    }
}

/// The arguments of [`EXPLAIN`].
pub(super) fn explained(arguments: &[Value]) -> Option<(&str, Uri)> {
    let (rule, uri) = (arguments.first()?.as_str()?, arguments.get(1)?);
    Some((rule, serde_json::from_value(uri.clone()).ok()?))
}

/// The argument of [`OPEN`].
pub(super) fn to_open(arguments: &[Value]) -> Option<Location> {
    serde_json::from_value(arguments.first()?.clone()).ok()
}
