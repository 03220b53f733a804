//! What is no TOML at all.

use super::keys::Key;
use super::{Site, first_line};
use crate::text::Fault;

/// From here on the file cannot be read.
const LABEL: &str = "the file cannot be read from here on";

pub(super) fn fault(site: &Site, message: &str) -> Fault {
    let rest = site.text.get(site.span.start..).unwrap_or_default();
    let told = told(site, rest, message);
    let (title, help) = told.unwrap_or_else(|| {
        (
            message.to_owned(),
            "see whether a quotation mark, a bracket or an equals sign is missing here".to_owned(),
        )
    });
    site.fault(title, LABEL).with_help(help)
}

/// What is wrong, and what to do about it.
fn told(site: &Site, rest: &str, message: &str) -> Option<(String, String)> {
    let key = site.key();
    let sign = rest.chars().next().unwrap_or('\n');
    Some(match message {
        _ if sign == '\0' => (
            "this file is no text: a byte of it is nothing".to_owned(),
            "save it as UTF-8, without the byte that stands here".to_owned(),
        ),
        _ if site.text.get(..site.span.start).is_some_and(|before| before.ends_with('\\')) => {
            let written = format!("\\{sign}");
            (
                format!("`{written}` stands for nothing"),
                format!("take the backslash out; where one is meant, write `\\{written}`"),
            )
        }
        "duplicate key" => {
            (format!("`{}` stands here twice", first_line(site.value())), "keep one of the two".to_owned())
        }
        _ if message.ends_with("basic string") || message.ends_with("literal string") => (
            "a text is not closed".to_owned(),
            "close it with `\"`; a text of several lines stands between `\"\"\"` and `\"\"\"`".to_owned(),
        ),
        "key with no value" => no_value(site, sign),
        "unclosed array" | "missing comma between array elements" if matches!(sign, '[' | '\n') => {
            ("a list is not closed".to_owned(), "put `]` at its end".to_owned())
        }
        "unclosed array" | "missing comma between array elements" => (
            "something is missing in a list".to_owned(),
            "put a comma between two of its items and `]` at its end: `[\"a\", \"b\"]`".to_owned(),
        ),
        _ if !key.is_empty() && matches!(sign, '“' | '”' | '„' | '‘' | '’' | '«') => (
            "quotation marks of a file are straight".to_owned(),
            format!("write `{}`; curly ones may stand inside", in_marks(site, rest)),
        ),
        _ if !key.is_empty() && sign.is_alphabetic() => unquoted(site, key, rest),
        "invalid key-value pair" if sign == '{' => {
            ("this is no TOML".to_owned(), "write a line for each key: `title = \"…\"`".to_owned())
        }
        _ => return None,
    })
}

fn no_value(site: &Site, sign: char) -> (String, String) {
    let line = site.before().lines().next_back().unwrap_or_default().trim();
    let value = site.text.get(site.span.start..).unwrap_or_default().trim_start_matches([':', ' ']);
    let value = first_line(value).trim();
    let key = first_line(line.split(|sign: char| sign.is_whitespace()).next().unwrap_or_default());
    let (key, sign) = key.strip_suffix(':').map_or((key, sign), |key| (key, ':'));
    match sign {
        ':' => (
            format!("a colon stands behind `{key}`"),
            format!("write `=` in its place: `{key} = {}`", quoted(value)),
        ),
        _ => (
            format!("`{key}` has no value"),
            format!("put an equals sign behind it: `{key} = {}`", quoted(value)),
        ),
    }
}

fn unquoted(site: &Site, key: &str, rest: &str) -> (String, String) {
    let word = bare(site, rest);
    let known = site.keys.find(key, site.table());
    if known.is_some_and(Key::is_switch) {
        let help = format!("write `{key} = true` or `{key} = false`");
        return (format!("`{word}` is neither `true` nor `false`"), help);
    }
    (format!("`{word}` stands without quotation marks"), format!("write `{}`", in_marks(site, rest)))
}

/// A value as it should be written: with its key, or alone where it is one of a list.
fn in_marks(site: &Site, rest: &str) -> String {
    let value = format!("\"{}\"", bare(site, rest));
    if site.is_in_list() { value } else { format!("{} = {value}", site.key()) }
}

/// A value without the marks around it, to the end of its line or of its place in a list.
fn bare<'t>(site: &Site, rest: &'t str) -> &'t str {
    let line = first_line(rest).split(" #").next().unwrap_or_default();
    let item = if site.is_in_list() { line.split([',', ']']).next().unwrap_or_default() } else { line };
    item.trim().trim_matches(['“', '”', '„', '‘', '’', '«', '»', '"', '\''])
}

fn quoted(value: &str) -> String {
    match value.chars().next() {
        None => "\"…\"".to_owned(),
        Some('"' | '\'' | '[' | '{' | '0'..='9') => value.to_owned(),
        Some(_) => format!("\"{value}\""),
    }
}
