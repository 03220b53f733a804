//! Comments of Markdown and HTML: what a text says to its editors and programs, not to its readers.

use crate::text::Span;

/// The insides of the comments in `text` at `span`, as spans of `text`. One that never ends runs to the end.
pub(super) fn comments_in(text: &str, span: Span) -> Vec<Span> {
    let mut comments = Vec::new();
    let mut from = span.start;
    while let Some(open) = find(text, "<!--", from, span.end) {
        let start = open + "<!--".len();
        let end = find(text, "-->", start, span.end).unwrap_or(span.end);
        comments.push(Span::new(start, end));
        from = end;
    }
    comments
}

fn find(text: &str, what: &str, from: usize, to: usize) -> Option<usize> {
    text.get(from..to)?.find(what).map(|at| from + at)
}
