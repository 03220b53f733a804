//! Claims as `sayso claims --format jsonl` prints them: what is understood of a text, on its way into a journal.

use super::entry::Wrong;
use super::row::{Row, days, joined, telling_cue};
use crate::claim::Grain;
use crate::report::layout::one_line;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

/// What a journal can hold of the line.
#[derive(Deserialize)]
struct ClaimRead {
    doc: String,
    cue: Option<Worded>,
    content: Option<Worded>,
    speaker: Option<Who>,
    via: Vec<String>,
    said: Option<When>,
    topics: Vec<String>,
}

#[derive(Deserialize)]
struct Worded {
    text: String,
}

#[derive(Deserialize)]
struct Who {
    name: String,
    role: Option<String>,
    side: Option<String>,
}

#[derive(Deserialize)]
struct When {
    from: NaiveDate,
    to: NaiveDate,
    grain: Grain,
}

/// The row of a claim. Its id is one of its text, and the journal gives it another.
pub(super) fn row(line: Value) -> Result<Row, Wrong> {
    let read = ClaimRead::deserialize(line);
    let read =
        read.map_err(|error| Wrong::new(error.to_string(), "print it with `sayso claims --format jsonl`"))?;
    let ClaimRead { doc, cue, content, speaker, via, said, topics } = read;
    let words = |worded: Option<Worded>| worded.map(|it| it.text).unwrap_or_default();
    let (name, role, side) = speaker.map(|who| (who.name, who.role, who.side)).unwrap_or_default();
    Ok(Row {
        date: said.map(|it| days(it.from, it.to, it.grain)).unwrap_or_default(),
        speaker: name,
        role: role.unwrap_or_default(),
        side: side.unwrap_or_default(),
        via: joined(via.into_iter()),
        verb: telling_cue(&words(cue)),
        words: one_line(&words(content)),
        about: joined(topics.into_iter()),
        source: doc,
        ..Row::default()
    })
}
