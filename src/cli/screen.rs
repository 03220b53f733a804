//! The terminal: whether it shows colours, and how wide it is.

use super::args::Colour;
use crate::report::Look;
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
