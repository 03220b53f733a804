//! A claim as a row of named fields.

use crate::claim::{Claim, Grain, Interval, Medium, Phase, Resolved, Speaker, SpeakerAsWritten};
use crate::compare::Statement;
use crate::grammar::journal::{Entry, JournalClaim, Matter, Saying};
use crate::record::{Filed, Record, RecordFile};
use crate::report::Shelf;
use crate::report::layout::one_line;
use crate::text::{FileId, Span};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A claim on record. Fields of which there may be several have them separated by `; `; an empty one says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(default)]
pub struct Row {
    /// The claim's id.
    pub id: String,
    /// When it was said, as in a journal: `2022-01-26`, `2022-01`, `2022-01-26..2022-01-28`.
    pub date: String,
    /// Who said it.
    pub speaker: String,
    /// Office or description.
    pub role: String,
    /// The state, party or organisation.
    pub side: String,
    /// Those through whom the words came, the nearest to the reader first.
    pub via: String,
    /// The occasion.
    pub at: String,
    /// The cue with whoever was told: `says`, `told reporters`.
    pub verb: String,
    /// What was said, in quotation marks as far as these are the very words.
    pub words: String,
    /// Topics.
    pub about: String,
    /// Where it can be looked up.
    pub source: String,
    /// A note.
    pub note: String,
    /// What it does to other claims: `disputes cnn-call`.
    pub links: String,
}

/// A row and where its claim stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The claim.
    pub row: Row,
    /// The file.
    pub file: FileId,
    /// The words in it.
    pub span: Span,
}

/// The claims of a record that somebody is named for, in its order; `statements` are those of the same record.
pub fn rows(record: &Record, statements: &[Statement]) -> Vec<Placed> {
    let of_file = |file: &RecordFile| -> Vec<Placed> {
        match &file.content {
            Filed::Journal { journal, .. } => {
                let claims = within(&record.claims, |claim| claim.claim.origin.file, file.id);
                claims.iter().filter_map(|claim| Placed::of_journal(claim, &journal.entries)).collect()
            }
            Filed::Document(_) => {
                let own = within(statements, |statement| statement.claim.origin.file, file.id);
                own.iter().filter(|it| !is_part(&it.claim)).filter_map(Placed::of_statement).collect()
            }
        }
    };
    record.files.iter().flat_map(of_file).collect()
}

/// How many claims of texts have nobody who is named for them, and so no row; a turn of a transcript is one.
pub fn nameless(statements: &[Statement]) -> usize {
    let nameless = statements.iter().filter(|it| it.is_attributed() && it.claim.speaker.is_nobody());
    nameless.filter(|it| !is_part(&it.claim)).count()
}

/// Whether it is a sentence of a transcript, whose turn is a claim with all its words.
fn is_part(claim: &Claim<Resolved>) -> bool {
    claim.origin.medium == Medium::Transcript && claim.attribution.quotes.is_empty()
}

/// Those of one file, among what stands in the order of files.
fn within<T>(all: &[T], file_of: impl Fn(&T) -> FileId, file: FileId) -> &[T] {
    let first = all.partition_point(|it| file_of(it) < file);
    let end = all.partition_point(|it| file_of(it) <= file);
    all.get(first..end).unwrap_or_default()
}

impl Placed {
    fn of_journal(claim: &JournalClaim, entries: &[Entry]) -> Option<Placed> {
        let row = Row::of_journal(claim, entries.get(claim.entry)?);
        Some(Placed { row, file: claim.claim.origin.file, span: claim.claim.focus() })
    }

    fn of_statement(statement: &Statement) -> Option<Placed> {
        let claim = &statement.claim;
        let is_somebodys = statement.is_attributed() && !claim.speaker.is_nobody();
        is_somebodys.then(|| Placed {
            row: Row::of_resolved(claim),
            file: claim.origin.file,
            span: claim.focus(),
        })
    }

    /// The name of the file, and the line.
    pub fn place(&self, shelf: &Shelf) -> (String, usize) {
        let shelved = shelf.get(self.file);
        shelved.map_or_else(Default::default, |shelved| {
            (shelved.source.name().to_owned(), shelved.places(self.span).0.line)
        })
    }
}

impl Row {
    fn of_journal(claim: &JournalClaim, entry: &Entry) -> Row {
        let at = entry.lines.binary_search_by_key(&claim.claim.origin.sentence.start, |line| line.span.start);
        let line = at.ok().and_then(|index| entry.lines.get(index));
        let (verb, words) = match line.map(|line| &line.matter) {
            Some(Matter::Says(saying)) => (cue(saying), content(saying)),
            _ => (String::new(), String::new()),
        };
        let text = |words: &Option<String>| words.clone().unwrap_or_default();
        let written = |who: &SpeakerAsWritten| party(&who.name, &text(&who.role), &text(&who.side));
        let claim = &claim.claim;
        Row {
            date: entry.header.said.to_string(),
            speaker: claim.speaker.name.clone(),
            role: text(&claim.speaker.role),
            side: text(&claim.speaker.side),
            via: joined(claim.via.iter().map(written)),
            verb,
            words,
            ..Row::of(claim)
        }
    }

    fn of_resolved(claim: &Claim<Resolved>) -> Row {
        let resolved = |who: &Speaker| party(&who.name, "", who.side.as_deref().unwrap_or_default());
        Row {
            date: claim.said.as_ref().map(iso).unwrap_or_default(),
            speaker: claim.speaker.name.clone(),
            role: claim.speaker.role.clone().unwrap_or_default(),
            side: claim.speaker.side.clone().unwrap_or_default(),
            via: joined(claim.via.iter().map(resolved)),
            verb: cue_verb(claim),
            words: words(claim),
            ..Row::of(claim)
        }
    }

    /// What does not depend on how far the claim was understood.
    fn of<P: Phase>(claim: &Claim<P>) -> Row {
        let particulars = claim.particulars.clone();
        Row {
            id: claim.id.clone(),
            at: particulars.occasion.unwrap_or_default(),
            about: joined(claim.topics.iter().cloned()),
            source: particulars.source.unwrap_or_default(),
            note: particulars.note.unwrap_or_default(),
            links: joined(claim.links.iter().map(|link| format!("{} {}", link.kind.verb(), link.target))),
            ..Row::default()
        }
    }

    /// Every field changed in the same way.
    pub(super) fn each(&self, change: fn(&str) -> String) -> Row {
        Row {
            id: change(&self.id),
            date: change(&self.date),
            speaker: change(&self.speaker),
            role: change(&self.role),
            side: change(&self.side),
            via: change(&self.via),
            at: change(&self.at),
            verb: change(&self.verb),
            words: change(&self.words),
            about: change(&self.about),
            source: change(&self.source),
            note: change(&self.note),
            links: change(&self.links),
        }
    }
}

/// What was said. The turn of a transcript is a quotation, in which other marks are single.
fn words(claim: &Claim<Resolved>) -> String {
    let words = one_line(claim.content());
    if claim.origin.medium != Medium::Transcript {
        return words;
    }
    let inside = |sign: char| match sign {
        '“' => '‘',
        '”' => '’',
        '"' => '\'',
        other => other,
    };
    format!("“{}”", words.chars().map(inside).collect::<String>())
}

fn cue(saying: &Saying) -> String {
    let addressee = saying.addressee.iter().map(|addressee| addressee.text.as_str());
    std::iter::once(saying.cue.text.as_str()).chain(addressee).collect::<Vec<_>>().join(" ")
}

fn cue_verb(claim: &Claim<Resolved>) -> String {
    telling_cue(claim.cue())
}

/// The cue, unless it says no more than that something was said ("according to").
pub(super) fn telling_cue(cue: &str) -> String {
    let cue = one_line(cue);
    if cue.to_lowercase().starts_with("according") { String::new() } else { cue }
}

fn content(saying: &Saying) -> String {
    saying.content.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// An interval as a journal writes it.
fn iso(said: &Interval) -> String {
    days(said.from, said.to, said.grain)
}

/// The days from the first to the one after the last as a journal writes them.
pub(super) fn days(from: NaiveDate, to: NaiveDate, grain: Grain) -> String {
    let last = to.pred_opt().unwrap_or(from);
    match grain {
        Grain::Month => from.format("%Y-%m").to_string(),
        Grain::Year => from.format("%Y").to_string(),
        _ if last > from => format!("{from}..{last}"),
        _ => from.to_string(),
    }
}

pub(super) fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// The parts of a field that may have several.
pub(super) fn list(parts: &str) -> impl Iterator<Item = &str> {
    parts.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// "Ada Holm, harbour master (Port of Vik)".
pub(super) fn party(name: &str, role: &str, side: &str) -> String {
    let (name, role, side) = (one_line(name), one_line(role), one_line(side));
    let role = if role.is_empty() { role } else { format!(", {role}") };
    let side = if side.is_empty() { side } else { format!(" ({side})") };
    format!("{name}{role}{side}")
}
