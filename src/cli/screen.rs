//! The terminal: whether it shows colours, how wide it is, and what must not reach it.

use super::args::Colour;
use crate::report::Look;
use crate::text::{push_sign, steers};
use std::io::{IsTerminal, stdout};
use std::path::Path;

/// Narrower than this nothing can be read; wider than this nobody wants to.
const COLUMNS: std::ops::RangeInclusive<usize> = 20..=160;

/// How reports are to look on standard output.
pub(super) fn look(colour: Colour) -> Look {
    let colour = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb(),
    };
    let columns = terminal_size::terminal_size_of(stdout()).map(|(width, _)| usize::from(width.0));
    let columns = columns.filter(|columns| *columns > 0).or_else(columns_asked_for);
    let columns = columns.map(|columns| columns.clamp(*COLUMNS.start(), *COLUMNS.end()));
    Look { colour, columns: columns.unwrap_or(Look::PLAIN.columns) }
}

/// `COLUMNS`, which shells do not hand on: whoever sets it for a pipe wants that width.
fn columns_asked_for() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}

/// As no-color.org has it: any value but an empty one counts.
fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
}

/// The text with nothing in it that steers a terminal but line breaks, tabs and colours: a draft, a name of a file or an
/// argument must not clear the screen or write its title.
pub(super) fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let passes = match c {
            '\n' | '\t' => true,
            '\u{1b}' => is_colour(text.get(at..).unwrap_or_default()),
            c => !steers(c),
        };
        if passes { shown.push(c) } else { push_sign(c, &mut shown) }
    }
    shown
}

/// The text with places of snippets (`--> draft.md:3:1`) as links to their files, as terminals take them (OSC 8); files
/// are found from `folder`.
pub(super) fn linked(text: &str, folder: &Path) -> String {
    let lines =
        text.split_inclusive('\n').map(|line| link_in(line, folder).unwrap_or_else(|| line.to_owned()));
    lines.collect()
}

fn link_in(line: &str, folder: &Path) -> Option<String> {
    let (margin, rest) = line.split_once("--> ").or_else(|| line.split_once("::: "))?;
    // What is quoted of a draft stands behind a bar and is no place.
    if !without_colours(margin).trim().is_empty() {
        return None;
    }
    let place = without_colours(rest);
    let place = place.trim_end();
    let mut parts = place.rsplitn(3, ':');
    let (_, _, name) = (parts.next()?, parts.next()?, parts.next()?);
    let arrow = line.get(margin.len()..margin.len() + 4)?;
    Some(format!(
        "{margin}{arrow}\u{1b}]8;;{}\u{1b}\\{place}\u{1b}]8;;\u{1b}\\\u{1b}[0m\n",
        address(&folder.join(name))
    ))
}

/// The address of a file, every byte that addresses do not take as it is written out.
fn address(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let bytes = path.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    });
    format!("file://{}{}", if path.starts_with('/') { "" } else { "/" }, bytes.collect::<String>())
}

fn without_colours(text: &str) -> String {
    let parts = text.split("\u{1b}[").enumerate().map(|(number, part)| match number {
        0 => part,
        _ => part.split_once('m').map_or(part, |(_, rest)| rest),
    });
    parts.collect()
}

/// Whether a text begins with a sequence that sets colour or weight.
// colour = ESC "[" (digit | ";")* "m"
fn is_colour(text: &str) -> bool {
    text.strip_prefix("\u{1b}[").is_some_and(|rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').starts_with('m')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_to_their_files_and_nothing_else_does() {
        let shown = |text: &str| linked(text, Path::new("/home/ann")).replace('\u{1b}', "␛");
        insta::assert_snapshot!(shown("  --> a b/ü.md:3:1\n"), @r"  --> ␛]8;;file:///home/ann/a%20b/%C3%BC.md␛\a b/ü.md:3:1␛]8;;␛\␛[0m");
        insta::assert_snapshot!(shown("\u{1b}[94m ::: \u{1b}[0mx.md:12:4\n"), @r"␛[94m ::: ␛]8;;file:///home/ann/x.md␛\x.md:12:4␛]8;;␛\␛[0m");
        for line in ["3 | he said --> x.md:1:1\n", "no place\n", "--> nowhere\n"] {
            assert_eq!(linked(line, Path::new("/")), line);
        }
    }

    #[test]
    fn colours_pass_and_nothing_else_does() {
        let coloured = "\u{1b}[1;31merror\u{1b}[0m:\tno such\n";
        assert_eq!(harmless(coloured), coloured);
        assert_eq!(harmless("\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}2J\r"), "␛]0;title␇␛[2J[U+009B]2J␍");
    }
}
