//! Positions as editor and server have agreed to count them.

use crate::text::{Place, Source, Span};
use lsp_types::{Position, PositionEncodingKind, Range};

/// What a character counts on its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Its bytes.
    Utf8,
    /// Its UTF-16 code units; what counts where nothing was agreed.
    #[default]
    Utf16,
    /// One.
    Utf32,
}

impl Encoding {
    /// The one that costs least of those that the editor offers.
    pub fn negotiated(offered: &[PositionEncodingKind]) -> Encoding {
        let kinds = [Encoding::Utf8, Encoding::Utf32];
        kinds.into_iter().find(|own| offered.contains(&own.kind())).unwrap_or_default()
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// A place as the editor counts.
    pub fn position(self, place: Place) -> Position {
        let column = match self {
            Encoding::Utf8 => place.byte_column,
            Encoding::Utf16 => place.utf16_column,
            Encoding::Utf32 => place.column,
        };
        Position { line: from_zero(place.line), character: from_zero(column) }
    }

    /// From one place to another.
    pub fn range(self, from: Place, to: Place) -> Range {
        Range { start: self.position(from), end: self.position(to) }
    }

    /// Where a span of a file's text stands.
    pub fn range_of(self, source: &Source, span: Span) -> Range {
        self.range(source.place(span.start), source.place(span.end))
    }

    /// The byte of `text` at a position; the end of the line or of the text for one that lies beyond it.
    pub fn offset(self, text: &str, position: Position) -> usize {
        let start = line_start(text, position.line);
        let line = text.get(start..).unwrap_or_default();
        let mut units = 0;
        for (at, c) in line.char_indices() {
            if units >= position.character || matches!(c, '\n' | '\r') {
                return start + at;
            }
            units += self.units(c);
        }
        text.len()
    }

    /// The bytes of `text` in a range, its ends in either order.
    pub fn bytes(self, text: &str, range: Range) -> std::ops::Range<usize> {
        let (one, other) = (self.offset(text, range.start), self.offset(text, range.end));
        one.min(other)..one.max(other)
    }

    fn units(self, c: char) -> u32 {
        match self {
            Encoding::Utf8 if c.is_ascii() => 1,
            Encoding::Utf8 => u32::try_from(c.len_utf8()).unwrap_or(1),
            Encoding::Utf16 => u32::from(c > '\u{ffff}') + 1,
            Encoding::Utf32 => 1,
        }
    }
}

/// The byte at which a line (from 0) begins; lines end with LF, CR LF or a lone CR.
fn line_start(text: &str, line: u32) -> usize {
    let Some(before) = (line as usize).checked_sub(1) else { return 0 };
    let bytes = text.as_bytes();
    let mut breaks = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| bytes.get(*at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n'));
    breaks.nth(before).map_or(text.len(), |at| at + 1)
}

/// A number counted from one, counted from zero.
fn from_zero(number: usize) -> u32 {
    u32::try_from(number.saturating_sub(1)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a😀é\r\nb日c\rd\n";

    #[test]
    fn positions_lead_there_and_back() {
        let source = Source::new("draft.md", TEXT);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            for (at, c) in TEXT.char_indices().filter(|(_, c)| !c.is_control()) {
                assert_eq!(
                    encoding.offset(TEXT, encoding.position(source.place(at))),
                    at,
                    "{encoding:?} {c}"
                );
            }
        }
    }

    #[test]
    fn what_lies_beyond_is_the_end() {
        let at = |line, character| Encoding::Utf16.offset(TEXT, Position { line, character });
        assert_eq!((at(0, 0), at(0, 2), at(0, 99), at(99, 0)), (0, 5, 7, TEXT.len()));
        assert_eq!((at(u32::MAX, u32::MAX), at(3, 7)), (TEXT.len(), TEXT.len()));
    }

    #[test]
    fn the_editor_offers_and_the_server_takes() {
        let took = |offered: &[&'static str]| {
            let offered: Vec<_> = offered.iter().map(|name| PositionEncodingKind::new(name)).collect();
            Encoding::negotiated(&offered)
        };
        assert_eq!(took(&[]), Encoding::Utf16);
        assert_eq!(took(&["utf-7", "utf-16"]), Encoding::Utf16);
        assert_eq!(took(&["utf-16", "utf-8"]), Encoding::Utf8);
        assert_eq!(took(&["utf-32", "utf-16"]), Encoding::Utf32);
    }
}
