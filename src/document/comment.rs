//! Comments: what a text says to its editors and programs, not to its readers.
//!
//! `<!-- … -->` in Markdown, and alone on its lines in plain text; in Markdown also the definition of a link that nothing
//! leads to, `[//]: # (…)` or `[comment]: # "…"`, which no page shows.

use super::lines::lines_from;
use crate::text::Span;

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comment {
    /// Its inside, as a span of the file.
    pub span: Span,
    /// How it is written.
    pub form: CommentForm,
    /// How it ends, and whether it is one after all.
    pub standing: Standing,
}

/// How a comment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentForm {
    /// `<!-- … -->`.
    Html,
    /// `[//]: # (…)`.
    Definition,
}

/// Whether what looks like a comment is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is.
    Comment,
    /// It is, to the end of the text or of the block, for it is never closed.
    Unclosed,
    /// It stands in the midst of prose, where readers see it.
    Shown,
}

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The HTML comments in `text` at `span`, each of which is one for the text around it.
pub(super) fn comments_in(text: &str, span: Span) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut from = span.start;
    while let Some(open) = find(text, OPEN, from, span.end) {
        let start = open + OPEN.len();
        let close = find(text, CLOSE, start, span.end);
        let standing = if close.is_some() { Standing::Comment } else { Standing::Unclosed };
        let end = close.unwrap_or(span.end);
        comments.push(Comment { span: Span::new(start, end), form: CommentForm::Html, standing });
        from = end;
    }
    comments
}

/// The HTML comments of plain text from byte `start` on: those alone on their lines are comments, others are seen.
pub(super) fn comments_in_plain(text: &str, start: usize) -> Vec<Comment> {
    let mut comments = comments_in(text, Span::new(start, text.len()));
    // What is never closed is prose to its end; who looks for directives finds it there.
    comments.retain(|comment| comment.standing == Standing::Comment);
    for comment in &mut comments {
        if !is_alone(text, whole(*comment)) {
            comment.standing = Standing::Shown;
        }
    }
    comments
}

/// A comment with what opens and closes it.
pub(super) fn whole(comment: Comment) -> Span {
    Span::new(comment.span.start - OPEN.len(), comment.span.end + CLOSE.len())
}

fn is_alone(text: &str, span: Span) -> bool {
    let blank = [' ', '\t'];
    let before = text.get(..span.start).unwrap_or_default().trim_end_matches(blank);
    let after = text.get(span.end..).unwrap_or_default().trim_start_matches(blank);
    let breaks = ['\n', '\r'];
    (before.is_empty() || before.ends_with(breaks) || before.ends_with('\u{feff}'))
        && (after.is_empty() || after.starts_with(breaks))
}

/// Where lines of Markdown look like comments in the form of definitions, ascending: the bytes of their `[`.
pub(super) fn definitions(text: &str, start: usize) -> Vec<usize> {
    let lines = lines_from(text, start).map(|line| (line, line.slice(text)));
    let begins = lines.filter_map(|(line, words)| {
        let bare = words.trim_start_matches([' ', '\t', '>']);
        label_len(bare).map(|_| line.start + words.len() - bare.len())
    });
    begins.collect()
}

/// The comment of a definition at a byte that [`definitions`] gave; `is_shown` where it turned out to be prose.
pub(super) fn definition_at(text: &str, at: usize, is_shown: bool) -> Option<Comment> {
    let rest = text.get(at..)?;
    let after = rest.get(label_len(rest)?..)?;
    let target = after.trim_start_matches([' ', '\t']);
    let title = target.get(target.find([' ', '\t'])?..)?.trim_start_matches([' ', '\t']);
    let close = match title.chars().next()? {
        '(' => ')',
        quote @ ('"' | '\'') => quote,
        _ => return None,
    };
    let inside = title.get(1..)?;
    let start = text.len() - text.get(at..)?.len() + (rest.len() - inside.len());
    let end = closing(inside, close);
    let standing = match (is_shown, end) {
        (_, None) => Standing::Unclosed,
        (true, Some(_)) => Standing::Shown,
        (false, Some(_)) => Standing::Comment,
    };
    let end = end.unwrap_or(inside.find(['\n', '\r']).unwrap_or(inside.len()));
    Some(Comment { span: Span::new(start, start + end), form: CommentForm::Definition, standing })
}

/// The length of `[//]:` or `[comment]:` at the beginning.
fn label_len(words: &str) -> Option<usize> {
    let (label, rest) = words.strip_prefix('[')?.split_once(']')?;
    let known = label == "//" || label.eq_ignore_ascii_case("comment");
    (known && rest.starts_with(':')).then_some(label.len() + 3)
}

/// Where the title of a definition is closed: before the blank line that would end it.
fn closing(title: &str, close: char) -> Option<usize> {
    let (mut escaped, mut blank) = (false, false);
    for (at, c) in title.char_indices().take(LONGEST_TITLE) {
        match c {
            _ if c == close && !escaped => return Some(at),
            '\n' if blank => return None,
            '\n' => blank = true,
            c => blank &= c.is_whitespace(),
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// Longer titles are no comments that anybody wrote by hand.
const LONGEST_TITLE: usize = 4096;

fn find(text: &str, what: &str, from: usize, to: usize) -> Option<usize> {
    text.get(from..to)?.find(what).map(|at| from + at)
}
