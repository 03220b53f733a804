//! Lines, whichever of the three line breaks a file uses.

use crate::text::Span;

/// The lines of `text` from byte `start` on, without their line breaks (LF, CR LF or CR).
pub(super) fn lines_from(text: &str, start: usize) -> impl Iterator<Item = Span> {
    let mut next = Some(start);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.as_bytes().get(start..)?;
        let length = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let after = rest.get(length..).unwrap_or_default();
        let width = if after.starts_with(b"\r\n") { 2 } else { 1 };
        next = (!after.is_empty()).then_some(start + length + width);
        Some(Span::new(start, start + length))
    })
}

/// `span` without the white space at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_kinds_of_line_breaks() {
        let text = "a\r\nb\rc\n\nd";
        let lines: Vec<&str> = lines_from(text, 0).map(|line| line.slice(text)).collect();
        assert_eq!(lines, ["a", "b", "c", "", "d"]);
        assert_eq!(lines_from("", 0).count(), 1);
    }
}
