//! From a row to the entry of a journal.

use super::row::{Row, list, party};
use crate::grammar::journal::{self, Entry, Matter};
use crate::report::layout::one_line;
use crate::text::Source;

/// Why a row cannot be kept, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub help: String,
}

impl Wrong {
    pub(super) fn new(what: impl Into<String>, help: impl Into<String>) -> Wrong {
        Wrong { what: what.into(), help: help.into() }
    }
}

impl Row {
    /// The entry of a journal that says the same, in canonical form.
    ///
    /// # Errors
    /// What is missing or cannot be kept in a journal, and what to do about it.
    pub fn entry(&self) -> Result<String, Wrong> {
        self.is_whole()?;
        let read = journal::parse(&Source::new("", self.text()));
        if let Some(fault) = read.faults.first() {
            let help = fault.help.clone().unwrap_or_else(|| fault.label.clone());
            return Err(Wrong::new(&fault.title, help));
        }
        match read.entries.as_slice() {
            [entry] if self.is_kept_by(entry) => Ok(read.to_string()),
            _ => Err(Wrong::new(
                "a journal cannot tell these names and words from what stands beside them",
                "keep name, role, side and words in fields of their own, without brackets or `via` in them",
            )),
        }
    }

    fn is_whole(&self) -> Result<(), Wrong> {
        let missing = |value: &str| value.trim().is_empty();
        match self {
            _ if missing(&self.date) => Err(Wrong::new("there is no date", "give a `date`")),
            _ if missing(&self.speaker) => Err(Wrong::new("there is no speaker", "give a `speaker`")),
            _ if missing(&self.words) && missing(&self.links) => {
                Err(Wrong::new("nothing is said", "give the `words`"))
            }
            _ => Ok(()),
        }
    }

    /// The entry as written. No field holds a line break, so none can add a line of its own.
    fn text(&self) -> String {
        let mut text = format!("{} {}", one_line(&self.date), party(&self.speaker, &self.role, &self.side));
        list(&self.via).for_each(|link| text.push_str(&format!(" via {}", one_line(link))));
        text.push('\n');
        let verb = if self.verb.trim().is_empty() { "says" } else { self.verb.as_str() };
        let mut line = |keyword: &str, value: &str| {
            let value = one_line(value);
            if !value.is_empty() {
                text.push_str(&format!("    {}\n", one_line(&format!("{keyword} {value}"))));
            }
        };
        line("at", &self.at);
        line(verb, &self.words);
        list(&self.links).for_each(|link| line("", link));
        line("about", &list(&self.about).collect::<Vec<_>>().join(", "));
        line("id", &self.id);
        line("source", &self.source);
        self.note.lines().for_each(|note| line("note", note));
        text
    }

    /// Whether the entry has the row's names and exactly as much said: nothing was taken for something else.
    fn is_kept_by(&self, entry: &Entry) -> bool {
        let speaker = &entry.header.speaker;
        let is = |own: &str, kept: Option<&str>| one_line(own) == kept.unwrap_or_default();
        let said = entry.lines.iter().filter(|line| matches!(line.matter, Matter::Says(_))).count();
        is(&self.speaker, Some(&speaker.name.text))
            && is(&self.role, speaker.role.as_ref().map(|role| role.text.as_str()))
            && is(&self.side, speaker.side.as_ref().map(|side| side.text.as_str()))
            && entry.header.via.len() == list(&self.via).count()
            && said == usize::from(!self.words.trim().is_empty())
    }
}
