//! The terminal: whether it shows colours, how wide it is, and what must not reach it.

use super::args::Colour;
use crate::report::{Look, layout::visible};
use std::io::{IsTerminal, stdout};

/// Narrower than this nothing can be read; wider than this nobody wants to.
const COLUMNS: std::ops::RangeInclusive<u16> = 60..=160;

/// How reports are to look on standard output.
pub(super) fn look(colour: Colour) -> Look {
    let colour = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb(),
    };
    let columns = terminal_size::terminal_size_of(stdout())
        .map(|(width, _)| width.0.clamp(*COLUMNS.start(), *COLUMNS.end()))
        .map_or(Look::PLAIN.columns, usize::from);
    Look { colour, columns }
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
    let shown = text.char_indices().map(|(at, c)| match c {
        '\n' | '\t' => c,
        '\u{1b}' if is_colour(text.get(at..).unwrap_or_default()) => c,
        c => visible(c),
    });
    shown.collect()
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
    fn colours_pass_and_nothing_else_does() {
        let coloured = "\u{1b}[1;31merror\u{1b}[0m:\tno such\n";
        assert_eq!(harmless(coloured), coloured);
        assert_eq!(harmless("\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}2J\r"), "␛]0;title␇␛[2J\u{fffd}2J␍");
    }
}
