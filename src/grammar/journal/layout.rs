//! From characters to logical lines: indentation, comments, continuation. What the lines say is not read here.

use super::fault::JournalFault;

/// A line of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawLine<'s> {
    /// The white space it starts with.
    pub(super) indent: &'s str,
    /// The rest, without white space at its end and without the line break.
    pub(super) text: &'s str,
}

impl RawLine<'_> {
    pub(super) fn is_blank(self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn is_comment(self) -> bool {
        self.text.starts_with(';')
    }

    pub(super) fn is_indented(self) -> bool {
        !self.indent.is_empty()
    }
}

/// `file = [ byte_order_mark ] { raw_line newline }`, `raw_line = [ indent ] text`, `newline = LF | CR LF | CR`
pub(super) fn raw_lines(text: &str) -> impl Iterator<Item = RawLine<'_>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    lines.map(|line| {
        let line = line.trim_end();
        let body = line.trim_start();
        RawLine { indent: line.get(..line.len() - body.len()).unwrap_or_default(), text: body }
    })
}

/// How an indented line lies to the first indented line of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// A line of its own.
    Same,
    /// Goes on with the line above.
    Deeper,
}

/// Compares indentation; white space that cannot be compared is a fault.
pub(super) fn depth(base: &str, indent: &str) -> Result<Depth, JournalFault> {
    if let Some(found) = indent.chars().find(|c| !matches!(c, ' ' | '\t')) {
        return Err(JournalFault::OddSpace { found });
    }
    match indent.strip_prefix(base) {
        Some("") => Ok(Depth::Same),
        Some(_) => Ok(Depth::Deeper),
        None if base.starts_with(indent) => Err(JournalFault::ShallowIndent),
        None => Err(JournalFault::MixedIndent),
    }
}

/// Whether a line is one that version control leaves behind.
pub(super) fn is_conflict_marker(line: RawLine<'_>) -> bool {
    let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    !line.is_indented() && marks.iter().any(|mark| line.text.starts_with(mark))
}
