//! Claims as the symbols of a text.

use super::Sheet;
use super::encoding::Encoding;
use super::hover::whole;
use crate::compare::Statement;
use crate::report::layout::cut;
use lsp_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Uri};

/// Columns that the words of a claim may take up in the outline.
const WORDS: usize = 80;

/// The claims in the order of the text; flat where the editor knows no other form.
pub(super) fn of_sheet(
    sheet: &Sheet,
    uri: &Uri,
    encoding: Encoding,
    nested_known: bool,
) -> DocumentSymbolResponse {
    let mut claims: Vec<&Statement> = sheet.claims().map(|(_, claim)| claim).collect();
    claims.sort_by_key(|claim| whole(sheet, claim).start);
    if nested_known {
        let symbols = claims.into_iter().map(|claim| symbol(claim, sheet, encoding));
        return DocumentSymbolResponse::Nested(symbols.collect());
    }
    let symbols = claims.into_iter().map(|claim| flat_symbol(claim, sheet, uri, encoding));
    DocumentSymbolResponse::Flat(symbols.collect())
}

#[expect(deprecated, reason = "a field that the protocol gave up has to be filled all the same")]
fn symbol(claim: &Statement, sheet: &Sheet, encoding: Encoding) -> DocumentSymbol {
    DocumentSymbol {
        name: claim.who(),
        detail: Some(words(claim)),
        kind: SymbolKind::STRING,
        tags: None,
        deprecated: None,
        range: encoding.range_of(sheet.source(), whole(sheet, claim)),
        selection_range: encoding.range_of(sheet.source(), sheet.in_file(claim.claim.focus())),
        children: None,
    }
}

#[expect(deprecated, reason = "a field that the protocol gave up has to be filled all the same")]
fn flat_symbol(claim: &Statement, sheet: &Sheet, uri: &Uri, encoding: Encoding) -> SymbolInformation {
    let range = encoding.range_of(sheet.source(), whole(sheet, claim));
    SymbolInformation {
        name: format!("{}: {}", claim.who(), words(claim)),
        kind: SymbolKind::STRING,
        tags: None,
        deprecated: None,
        location: Location { uri: uri.clone(), range },
        container_name: None,
    }
}

fn words(claim: &Statement) -> String {
    let content = claim.claim.content();
    cut(if content.is_empty() { claim.claim.cue() } else { content }, WORDS)
}
