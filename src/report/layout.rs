//! Words on a line: width as shown, cutting, filling up, wrapping.

use crate::text::visible;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that the words take up.
pub fn width(words: &str) -> usize {
    words.width()
}

/// The words in at most `columns` columns, with an ellipsis where something is left out; line breaks become spaces.
pub fn cut(words: &str, columns: usize) -> String {
    let flat = one_line(words);
    let flat = visible(&flat);
    if width(&flat) <= columns {
        return flat.into_owned();
    }
    let kept = prefix(&flat, columns.saturating_sub(1));
    format!("{}…", kept.trim_end())
}

/// The longest beginning of `words` that fits into `columns`.
pub fn prefix(words: &str, columns: usize) -> &str {
    let mut taken = 0;
    let end = words.char_indices().find_map(|(at, c)| {
        taken += c.width().unwrap_or_default();
        (taken > columns).then_some(at)
    });
    words.get(..end.unwrap_or(words.len())).unwrap_or(words)
}

/// The words with spaces behind them up to `columns`.
pub fn pad(words: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(words));
    format!("{words}{}", " ".repeat(missing))
}

/// Lines of at most `columns`, broken between words; a longer word stands alone.
pub fn wrap(words: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The words with one space where there is white space of any kind.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_counts_columns_not_bytes() {
        assert_eq!(cut("in Kyiv", 7), "in Kyiv");
        assert_eq!(cut("in\n Kyiv today", 8), "in Kyiv…");
        assert_eq!(cut("日本語", 5), "日本…");
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(pad("日本", 6), "日本  ");
    }

    #[test]
    fn nothing_in_a_cell_steers_the_terminal() {
        assert_eq!(cut("a\u{1b}[2J\u{9b}m \u{202e}b", 40), "a␛[2J[U+009B]m [U+202E]b");
    }

    #[test]
    fn wrapping_breaks_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("incomprehensible to all", 6), ["incomprehensible", "to all"]);
        assert!(wrap(" ", 6).is_empty());
    }
}
