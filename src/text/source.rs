//! A file as read, and where in it a byte stands.

use super::Span;

/// Distance in bytes between two remembered counts of code points; keeps look-ups short.
const STRIDE: usize = 128;

/// The number of a file within one run, in the order in which the files were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(
    /// From 0.
    pub u32,
);

/// A position in a file as people and machines name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Place {
    /// Byte offset in the file on disk, from 0.
    pub byte: usize,
    /// Unicode code points before it, from 0.
    pub char: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// Column in UTF-16 code units, from 1 (what SARIF and editors count by default).
    pub utf16_column: usize,
    /// Column in bytes of the decoded line, from 1 (what reviewdog counts).
    pub byte_column: usize,
}

/// Bytes that were not UTF-8 and were read as U+FFFD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Where the replacement character stands in the decoded text.
    pub at: usize,
    /// How many bytes of the file it stands for.
    pub bytes: usize,
}

/// What stands before an excerpt in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Bytes.
    pub bytes: usize,
    /// Code points.
    pub chars: usize,
    /// Lines.
    pub lines: usize,
}

/// A decoded file: its name, its text, and what it takes to find the way back to its bytes.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    before: Before,
    repairs: Vec<Repair>,
    /// The bytes on disk that the first so many repairs stand for, all together.
    repaired_bytes: Vec<usize>,
    line_starts: Vec<usize>,
    utf16: bool,
    /// What stands before every `STRIDE`th byte (rounded down to a character).
    strides: Vec<Count>,
}

/// How many characters there are, and how many of them take two UTF-16 code units.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    chars: usize,
    astral: usize,
}

impl Source {
    /// Decodes `bytes` as UTF-8; each faulty sequence becomes one U+FFFD and a [`Repair`].
    pub fn decode(name: impl Into<String>, bytes: &[u8]) -> Source {
        let mut text = String::with_capacity(bytes.len());
        let mut repairs = Vec::new();
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                repairs.push(Repair { at: text.len(), bytes: chunk.invalid().len() });
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
        Source { utf16, ..Source::from_parts(name.into(), text, repairs) }
    }

    /// Takes text that is UTF-8 already.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        Source::from_parts(name.into(), text.into(), Vec::new())
    }

    fn from_parts(name: String, text: String, repairs: Vec<Repair>) -> Source {
        let line_starts = line_starts(text.as_bytes());
        let strides = counts_at_strides(&text);
        let repaired_bytes = std::iter::once(0).chain(repairs.iter().scan(0, |sum, repair| {
            *sum += repair.bytes;
            Some(*sum)
        }));
        let repaired_bytes = repaired_bytes.collect();
        let before = Before::default();
        Source { name, text, before, repairs, repaired_bytes, line_starts, utf16: false, strides }
    }

    /// The same as an excerpt of a longer file: whole lines of it, with `before` above them. Places are those of the file.
    #[must_use]
    pub fn excerpt_after(self, before: Before) -> Source {
        Source { before, ..self }
    }

    /// The file's name as the user gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What had to be repaired in decoding, in the order of the text.
    pub fn repairs(&self) -> &[Repair] {
        &self.repairs
    }

    /// Whether the file begins with the byte order mark of UTF-16, and so was not read rightly.
    pub fn is_utf16(&self) -> bool {
        self.utf16
    }

    /// Where byte `offset` of the decoded text stands; an offset past the end counts as the end.
    pub fn place(&self, offset: usize) -> Place {
        let offset = floor_boundary(&self.text, offset);
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let (before, at_start) = (self.count(offset), self.count(start));
        let column = before.chars - at_start.chars + 1;
        let utf16_column = column + before.astral - at_start.astral;
        let byte_column = offset - start + 1;
        let Before { bytes, chars, lines } = self.before;
        let (byte, char) = (bytes + self.byte_on_disk(offset), chars + before.chars);
        Place { byte, char, line: lines + line, column, utf16_column, byte_column }
    }

    /// The text of a line without its line break; lines count as those of the file do, from 1.
    pub fn line(&self, line: usize) -> &str {
        let line = line.saturating_sub(self.before.lines);
        let Some(start) = line.checked_sub(1).and_then(|index| self.line_starts.get(index)) else {
            return "";
        };
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        self.text.get(*start..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    /// How many lines the text has; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span::new(0, self.text.len())
    }

    /// What stands before `offset`.
    fn count(&self, offset: usize) -> Count {
        let stride = offset / STRIDE;
        let counted = self.strides.get(stride).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(stride * STRIDE..offset).unwrap_or_default();
        counted.and(rest)
    }

    fn byte_on_disk(&self, offset: usize) -> usize {
        let before = self.repairs.partition_point(|repair| repair.at < offset);
        let bytes = self.repaired_bytes.get(before).copied().unwrap_or(0);
        offset - before * char::REPLACEMENT_CHARACTER.len_utf8() + bytes
    }
}

/// Lines end with LF, CR LF or a lone CR, as in the Language Server Protocol.
fn line_starts(text: &[u8]) -> Vec<usize> {
    let breaks = memchr::memchr2_iter(b'\n', b'\r', text)
        .filter(|at| text.get(*at) == Some(&b'\n') || text.get(at + 1) != Some(&b'\n'));
    std::iter::once(0).chain(breaks.map(|at| at + 1)).collect()
}

fn counts_at_strides(text: &str) -> Vec<Count> {
    let mut seen = Count::default();
    let mut strides = Vec::with_capacity(text.len() / STRIDE + 1);
    for chunk in text.as_bytes().chunks(STRIDE) {
        strides.push(seen);
        seen = seen.and(chunk);
    }
    strides.push(seen);
    strides
}

impl Count {
    /// The same with the characters that begin in `bytes`.
    fn and(self, bytes: &[u8]) -> Count {
        // Only characters outside the Basic Multilingual Plane take two UTF-16 units; their UTF-8 starts with 0xF0 or more.
        let astral = bytes.iter().filter(|byte| **byte >= 0xF0).count();
        let chars = bytes.iter().filter(|byte| starts_character(**byte)).count();
        Count { chars: self.chars + chars, astral: self.astral + astral }
    }
}

fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
