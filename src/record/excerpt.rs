//! Parts of files that are read by themselves and give the same claims as with the whole file around them.

use super::{Filed, Record, RecordFile};
use crate::document;
use crate::text::{FileId, Source, Span};
use std::ops::Range;

/// A part of a file on record: an entry of a journal, or the whole of any other text.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// Its words, under the name of the file and with their place in it.
    pub source: Source,
    /// An entry of a journal; otherwise a text that says itself what it is.
    pub is_journal: bool,
    /// The ids of its claims, which may depend on the rest of the file. Without any they are given anew.
    pub ids: Vec<String>,
}

impl Record {
    /// The record that excerpts make, each a file of its own.
    ///
    /// Faults were told when the whole files were read, and are not kept.
    pub fn of_excerpts(excerpts: impl IntoIterator<Item = Excerpt>, first: FileId) -> Record {
        let mut record = Record::default();
        for Excerpt { source, is_journal, ids } in excerpts {
            let id = FileId(first.0.saturating_add(u32::try_from(record.files.len()).unwrap_or(u32::MAX)));
            let known = record.claims.len();
            if is_journal {
                record.add_journal(id, source);
            } else {
                let content = Filed::Document(Box::new(document::read(source)));
                record.files.push(RecordFile { id, content });
            }
            for (claim, id) in record.claims.iter_mut().skip(known).zip(ids) {
                claim.claim.id = id;
            }
        }
        let mut record = record.linked();
        record.faults.clear();
        record
    }
}

impl RecordFile {
    /// How many excerpts the file has.
    pub fn passage_count(&self) -> usize {
        match &self.content {
            Filed::Journal { journal, .. } => journal.entries.len(),
            Filed::Document(_) => 1,
        }
    }

    /// Where some of the excerpts lie in the text of the file.
    pub fn passages(&self, range: Range<usize>) -> Vec<Span> {
        match &self.content {
            Filed::Journal { journal, .. } => {
                journal.entries.get(range).unwrap_or_default().iter().map(entry_span).collect()
            }
            Filed::Document(document) => [document.source.span()].get(range).unwrap_or_default().to_vec(),
        }
    }
}

fn entry_span(entry: &crate::grammar::journal::Entry) -> Span {
    entry.lines.iter().fold(entry.header.span, |span, line| span.cover(line.span))
}
