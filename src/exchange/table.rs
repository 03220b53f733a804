//! Claims as a table (CSV, RFC 4180).

use super::entry::Wrong;
use super::read::Line;
use super::row::Row;
use csv::StringRecord;
use std::io::Read;

/// The rows as a table. No cell can be taken for a formula: what begins like one gets an apostrophe, as spreadsheets write
/// text; reading takes it off again.
pub fn print<'r>(rows: impl IntoIterator<Item = &'r Row>) -> String {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    // Nothing can go wrong: the rows go to memory and all have the same fields.
    let _ = writer.write_record(names());
    for row in rows {
        let _ = writer.serialize(row.each(guarded));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The names of the fields, in the order in which they are written.
fn names() -> Vec<&'static str> {
    vec![
        "id", "date", "speaker", "role", "side", "via", "at", "verb", "words", "about", "source", "note",
        "links",
    ]
}

/// The rows of a table with their lines.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut records = all_records(text).into_iter();
    match records.next() {
        None => Vec::new(),
        Some((line, Err(wrong))) => vec![(line, Err(wrong))],
        Some((line, Ok(names))) => rows(line, names, records),
    }
}

fn rows(line: usize, mut names: StringRecord, below: impl Iterator<Item = Record>) -> Vec<Line> {
    names.trim();
    match unnamed(&names) {
        Some(wrong) => vec![(line, Err(wrong))],
        None => below.map(|(line, record)| (line, record.and_then(|it| row(&it, &names)))).collect(),
    }
}

/// A record with its line.
type Record = (usize, Result<StringRecord, Wrong>);

/// What a quotation mark without its fellow has swallowed is read once more, from the line below; a second one ends the table.
fn all_records(text: &str) -> Vec<Record> {
    let (mut all, rest) = records(text, 1);
    if let Some((line, rest)) = rest {
        all.extend(records(rest, line).0);
    }
    all
}

/// The records of a text whose first line has that number. Where the last is never closed, it is wrong, and the lines below its
/// first are given as well, with their number.
fn records(text: &str, mut line: usize) -> (Vec<Record>, Option<(usize, &str)>) {
    let marked = text.as_bytes().chain(END.as_bytes());
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(marked);
    let (mut all, mut from, mut open) = (Vec::new(), 0, true);
    // Nothing can go wrong: the text is UTF-8 and in memory, and records may be of any length.
    for record in reader.into_records().filter_map(Result::ok) {
        let at = start(text, &record);
        let above = text.get(from..at).unwrap_or_default();
        let next = line + above.matches('\n').count();
        if is_torn(above) {
            all.pop();
            all.push((line, Err(unclosed(&format!(", so that it runs on to line {}", next - 1)))));
        }
        line = next;
        from = at;
        open = record != vec![END.trim()];
        all.push((line, Ok(record)));
    }
    all.pop();
    if !open {
        return (all, None);
    }
    all.push((line, Err(unclosed(""))));
    let below = text.get(from..).and_then(|rest| rest.split_once('\n'));
    (all, below.map(|(_, below)| (line + 1, below)))
}

fn unclosed(whereto: &str) -> Wrong {
    Wrong::new(
        format!("a double quote is not closed{whereto}"),
        "close it, and write those inside of words twice",
    )
}

/// Whether a record ran on to a later line and there found a quotation mark that closes no field: one that was to open the next.
fn is_torn(record: &str) -> bool {
    let (mut inside, mut first, mut ran_on) = (false, true, false);
    let mut chars = record.trim_end().chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.next_if_eq(&'"').is_none() => {
                inside = false;
                if ran_on && chars.peek().is_some_and(|next| *next != ',') {
                    return true;
                }
            }
            '"' if first => inside = true,
            '\n' => ran_on = true,
            _ => {}
        }
        first = !inside && c == ',';
    }
    false
}

/// A line below the text: it is a record of its own only where the last one is closed.
const END: &str = "\n\u{4}";

/// Where a record begins, behind empty lines.
fn start(text: &str, record: &StringRecord) -> usize {
    let byte = record.position().map_or(0, |place| usize::try_from(place.byte()).unwrap_or(usize::MAX));
    let rest = text.get(byte..).unwrap_or_default();
    text.len() - rest.trim_start_matches(['\r', '\n']).len()
}

/// What the line of names lacks.
fn unnamed(names: &StringRecord) -> Option<Wrong> {
    let missing = ["date", "speaker"].into_iter().find(|name| !names.iter().any(|known| known == *name))?;
    let help = format!("the first line names the fields, of {}", self::names().join(", "));
    Some(Wrong::new(format!("there is no field `{missing}`"), help))
}

fn row(record: &StringRecord, names: &StringRecord) -> Result<Row, Wrong> {
    if record.len() != names.len() {
        let what = format!("{} fields where there should be {}", record.len(), names.len());
        return Err(Wrong::new(what, "put words that hold a comma into double quotes"));
    }
    let row = record.deserialize::<Row>(Some(names)).map(|row| row.each(unguarded));
    row.map_err(|_| Wrong::new("a field is named twice in the first line", "name each field once"))
}

/// What a spreadsheet would take for a formula, and what looks guarded already.
fn is_risky(cell: &str) -> bool {
    // Some take the wide forms of these signs for the signs.
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn guarded(cell: &str) -> String {
    if is_risky(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}
