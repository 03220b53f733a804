//! A journal in canonical form.

use super::parse::parse;
use super::{Entry, Folded, Header, Journal, Matter, Party, Saying, Trivia};
use crate::text::{Fault, Source};
use std::fmt;

/// Prints a journal in canonical form: four spaces before a line, eight before its continuation, one blank line
/// between entries, the lines of an entry in the order occasion, sayings and links, topics, id, sources, notes.
/// Comments and line breaks inside a saying are kept; comments move with the line below them.
///
/// Formatting what this has printed changes nothing, and the claims are those of the source.
///
/// # Errors
///
/// The faults of the journal, if it has any: a file is not rewritten while it cannot be told what was meant.
pub fn format(source: &str) -> Result<String, Vec<Fault>> {
    let journal = parse(&Source::new("", source));
    if journal.faults.is_empty() { Ok(journal.to_string()) } else { Err(journal.faults) }
}

/// The canonical form.
impl fmt::Display for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, entry) in self.entries.iter().enumerate() {
            trivia(f, &entry.leading, number > 0, true)?;
            write!(f, "{entry}")?;
        }
        trivia(f, &self.closing, !self.entries.is_empty(), false)
    }
}

/// Blank lines and comments: single blank lines, the first where something stands above, the last where something follows.
fn trivia(f: &mut fmt::Formatter<'_>, trivia: &[Trivia], above: bool, below: bool) -> fmt::Result {
    let last = trivia.iter().rposition(|item| *item != Trivia::Blank);
    if above && (below || last.is_some()) {
        f.write_str("\n")?;
    }
    let mut blank = false;
    let mut first = true;
    for item in trivia {
        match item {
            Trivia::Blank => blank = !first,
            Trivia::Comment(text) => {
                f.write_str(if blank { "\n" } else { "" })?;
                writeln!(f, "{text}")?;
                (blank, first) = (false, false);
            }
        }
    }
    f.write_str(if blank && below { "\n" } else { "" })
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.header)?;
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by_key(|line| rank(&line.matter));
        for line in lines {
            line.comments.iter().try_for_each(|comment| writeln!(f, "    {comment}"))?;
            writeln!(f, "    {}", line.matter)?;
        }
        self.trailing.iter().try_for_each(|comment| writeln!(f, "    {comment}"))
    }
}

/// The canonical order of lines.
fn rank(matter: &Matter) -> u8 {
    match matter {
        Matter::At { .. } => 0,
        Matter::Says(_) | Matter::Link { .. } => 1,
        Matter::About(_) => 2,
        Matter::Id(_) => 3,
        Matter::Source(_) => 4,
        Matter::Note(_) => 5,
    }
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.said, self.speaker)?;
        self.via.iter().try_for_each(|link| write!(f, " via {link}"))
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name.text)?;
        if let Some(role) = &self.role {
            write!(f, ", {}", role.text)?;
        }
        match &self.side {
            Some(side) => write!(f, " ({})", side.text),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Matter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Matter::Says(saying) => write!(f, "{saying}"),
            Matter::Link { verb, target, .. } => write!(f, "{} {}", verb.text, target.text),
            Matter::At { occasion, address: None } => write!(f, "at {}", folded(occasion)),
            Matter::At { occasion, address: Some(address) } if occasion.is_empty() => {
                write!(f, "at <{}>", address.text)
            }
            Matter::At { occasion, address: Some(address) } => {
                write!(f, "at {} <{}>", folded(occasion), address.text)
            }
            Matter::About(topics) => {
                let topics: Vec<&str> = topics.iter().map(|topic| topic.text.as_str()).collect();
                write!(f, "about {}", topics.join(", "))
            }
            Matter::Id(id) => write!(f, "id {}", id.text),
            Matter::Source(source) => write!(f, "source {}", folded(source)),
            Matter::Note(note) => write!(f, "note {}", folded(note)),
        }
    }
}

impl fmt::Display for Saying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.cue.text)?;
        if let Some(addressee) = &self.addressee {
            write!(f, " {}", addressee.text)?;
        }
        write!(f, " {}", folded(&self.content))
    }
}

/// Pieces on lines of their own, the continuation indented deeper.
fn folded(pieces: &Folded) -> String {
    let pieces: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    pieces.join("\n        ")
}
