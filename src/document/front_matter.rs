//! Front matter: a few lines of YAML between `---` and `---` that say what a document is.
//!
//! Read by hand: of YAML only scalars matter here, the other keys of a site generator are stepped over
//! whatever they hold, and a fault must name its place and its remedy, which no YAML crate gives.

use super::day;
use super::lines::{lines_from, trim};
use super::meta::{DocumentKind, Meta};
use super::passage::{BlockKind, Passage};
use crate::text::{Fault, Span, meant};
use chrono::{Datelike, NaiveDate};

/// The keys that are read.
const KEYS: [&str; 5] = ["title", "date", "outlet", "author", "kind"];

/// Keys of site generators that look like slips of the pen and are none.
const NEAR_KEYS: [&str; 3] = ["authors", "data", "dates"];

/// What was read, and where the text proper begins.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) meta: Meta,
    /// The title with its place in the file, to be the headline where the text has none.
    pub(super) title: Option<Passage>,
    pub(super) body: usize,
    pub(super) faults: Vec<Fault>,
}

/// Reads the front matter that begins at byte `start`; where there is none, the body begins there.
///
/// `front_matter = "---" newline { entry newline | filler newline } ( "---" | "..." ) newline`; without it the body begins at once
pub(super) fn read(text: &str, start: usize) -> FrontMatter {
    let mut lines = lines_from(text, start);
    let fence = lines.next().unwrap_or(Span::new(start, start));
    match fence.slice(text).trim_end() {
        "---" => Reader { text, read: FrontMatter::default(), keys: 0, seen: Vec::new() }.block(fence, lines),
        "+++" => skip_toml(text, fence, lines),
        _ => FrontMatter { body: start, ..FrontMatter::default() },
    }
}

/// One key, its value on the same line, and the lines that continue it.
struct Entry {
    key: Span,
    value: Vec<Span>,
}

struct Reader<'t> {
    text: &'t str,
    read: FrontMatter,
    /// How many keys there were, known or not.
    keys: usize,
    /// The known ones among them.
    seen: Vec<String>,
}

impl Reader<'_> {
    fn block(mut self, fence: Span, lines: impl Iterator<Item = Span>) -> FrontMatter {
        let mut entry: Option<Entry> = None;
        let mut last = fence;
        for line in lines {
            let words = line.slice(self.text);
            if matches!(words.trim_end(), "---" | "...") {
                self.close(entry.take());
                return self.ends_after(line);
            }
            if let Some(next) = read_key(self.text, line) {
                self.close(entry.replace(next));
            } else if words.starts_with([' ', '\t']) {
                entry.iter_mut().for_each(|entry| entry.value.push(line));
            } else if !is_filler(words) {
                break;
            }
            last = line;
        }
        self.unclosed(fence, last, entry)
    }

    /// Without a single key the fence was a rule across the page; with one, the block was never closed.
    fn unclosed(mut self, fence: Span, last: Span, entry: Option<Entry>) -> FrontMatter {
        self.close(entry);
        if self.keys == 0 {
            return FrontMatter { body: fence.start, ..FrontMatter::default() };
        }
        let fault = Fault::new(
            trim(self.text, fence),
            "the front matter is not closed",
            "opened here, and no line `---` follows its keys",
        );
        self.read.faults.push(fault.with_help("put a line `---` before the text"));
        self.ends_after(last)
    }

    fn ends_after(mut self, line: Span) -> FrontMatter {
        let next = lines_from(self.text, line.start).nth(1);
        self.read.body = next.map_or(self.text.len(), |line| line.start);
        self.read
    }

    /// Takes an entry whose value has come to its end.
    fn close(&mut self, entry: Option<Entry>) {
        let Some(entry) = entry else { return };
        let key = entry.key.slice(self.text).to_ascii_lowercase();
        self.keys += 1;
        if !KEYS.contains(&key.as_str()) {
            return self.suggest_key(entry.key, &key);
        }
        if self.seen.contains(&key) {
            let label = format!("`{key}` stands above already; this one is used");
            self.read.faults.push(Fault::new(entry.key, "a key is given twice", label));
        } else {
            self.seen.push(key.clone());
        }
        let value = read_scalar(self.text, &entry.value);
        if let Some(value) = value.filter(|value| !value.is_blank()) {
            self.set(&key, value, &entry);
        }
    }

    fn set(&mut self, key: &str, value: Passage, entry: &Entry) {
        let span = entry.value.iter().copied().reduce(Span::cover).unwrap_or(entry.key);
        let words = value.text.trim().to_owned();
        match key {
            "title" => {
                self.read.meta.title = Some(words);
                self.read.title = Some(value);
            }
            "outlet" => self.read.meta.outlet = Some(words),
            "author" => self.read.meta.author = Some(words),
            "date" => match read_date(&words, span) {
                Ok(date) => self.read.meta.date = Some(date),
                Err(fault) => self.read.faults.push(fault),
            },
            _ => match DocumentKind::named(&words) {
                Some(kind) => self.read.meta.kind = kind,
                None => self.read.faults.push(unknown_kind(&words, span)),
            },
        }
    }

    fn suggest_key(&mut self, span: Span, key: &str) {
        let nearest = meant(key, KEYS).filter(|_| !NEAR_KEYS.contains(&key));
        if let Some(known) = nearest {
            let fault = Fault::new(span, format!("`{key}` is not a key that is read"), "passed over");
            self.read.faults.push(fault.with_help(format!("did you mean `{known}`?")));
        }
    }
}

/// `key: value`, unindented. The value is empty where a list, a map or a block follows.
///
/// `entry = key ":" [ space scalar ]`, unindented; the value is empty where a list, a map or a block follows
fn read_key(text: &str, line: Span) -> Option<Entry> {
    let words = line.slice(text);
    let colon = words.find(':')?;
    let (name, rest) = (words.get(..colon)?.trim_end(), words.get(colon + 1..)?);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    if !is_name || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let value = trim(text, Span::new(line.start + colon + 1, line.end));
    let value = if value.is_empty() { Vec::new() } else { vec![value] };
    Some(Entry { key: Span::new(line.start, line.start + name.len()), value })
}

/// Lines between keys that belong to none or to one that is passed over: blank, comments, list items, closing brackets.
fn is_filler(words: &str) -> bool {
    words.trim().is_empty() || words.starts_with(['#', '-', ']', '}'])
}

/// Reads a scalar in any of its forms; `None` for lists and maps.
///
/// `scalar = "'" … "'" | "\"" … "\"" | ( "|" | ">" ) { line } | words { line }`
fn read_scalar(text: &str, value: &[Span]) -> Option<Passage> {
    let mut scalar = Passage::new(BlockKind::Headline);
    let (first, rest) = value.split_first()?;
    match first.slice(text).chars().next()? {
        '[' | '{' | '&' | '*' | '#' => return None,
        quote @ ('"' | '\'') => copy_quoted(text, value, quote, &mut scalar),
        '|' | '>' => copy_lines(text, rest, &mut scalar),
        _ if is_collection(text, *first) => return None,
        _ => copy_plain(text, value, &mut scalar),
    }
    Some(scalar)
}

/// The value began on the next line, and is a list or a map.
fn is_collection(text: &str, first: Span) -> bool {
    let indented = first.slice(text).starts_with([' ', '\t']);
    let line = trim(text, first);
    indented && (line.slice(text).starts_with("- ") || read_key(text, line).is_some())
}

fn copy_lines(text: &str, lines: &[Span], scalar: &mut Passage) {
    for line in lines {
        scalar.space();
        scalar.copy(text, trim(text, *line));
    }
}

/// Plain scalars run to a comment or to the end of the line.
fn copy_plain(text: &str, lines: &[Span], scalar: &mut Passage) {
    for line in lines {
        let line = trim(text, *line);
        let words = line.slice(text);
        if words.starts_with('#') {
            continue;
        }
        let length = words.find(" #").unwrap_or(words.len());
        scalar.space();
        scalar.copy(text, trim(text, Span::new(line.start, line.start + length)));
    }
}

/// Quoted scalars: `''` is `'` between single quotes, `\"` is `"` between double ones.
fn copy_quoted(text: &str, lines: &[Span], quote: char, scalar: &mut Passage) {
    let mut inside = false;
    for line in lines {
        let line = trim(text, *line);
        let start = line.start + usize::from(!inside);
        if inside {
            scalar.space();
        }
        inside = true;
        if copy_until_quote(text, Span::new(start, line.end), quote, scalar) {
            return;
        }
    }
}

/// Copies a line up to its closing quote; true where that was found.
fn copy_until_quote(text: &str, line: Span, quote: char, scalar: &mut Passage) -> bool {
    let mut from = line.start;
    let mut chars = line.slice(text).char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = line.start + at;
        let next = chars.peek().map(|(_, next)| *next);
        let doubled = quote == '\'' && c == '\'' && next == Some('\'');
        let escaped = quote == '"' && c == '\\' && next.is_some();
        if doubled || escaped {
            scalar.copy(text, Span::new(from, at));
            from = at + 1;
            chars.next();
        } else if c == quote {
            scalar.copy(text, Span::new(from, at));
            return true;
        }
    }
    scalar.copy(text, Span::new(from, line.end));
    false
}

/// An ISO date; a time of day behind it is passed over.
///
/// `iso_date = year "-" month "-" day [ ( "T" | space ) time ]`; the time of day is passed over
fn read_date(words: &str, span: Span) -> Result<NaiveDate, Fault> {
    let length = words.find(['T', 't', ' ']).filter(|at| *at >= 8).unwrap_or(words.len());
    let (day, time) = words.split_at_checked(length).unwrap_or((words, ""));
    let timed = time.is_empty()
        || time.get(1..).is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let parts: Vec<Option<u32>> = day.split('-').map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [Some(year), Some(month), Some(day)] if timed && (1..=9999).contains(year) => {
            let year = i32::try_from(*year).unwrap_or_default();
            NaiveDate::from_ymd_opt(year, *month, *day).ok_or_else(|| impossible_date(year, *month, span))
        }
        _ => Err(unreadable_date(words, span)),
    }
}

fn impossible_date(year: i32, month: u32, span: Span) -> Fault {
    let title = "this date does not exist";
    let Some(last) = last_day(year, month) else {
        return Fault::new(span, title, "expected a month from 01 to 12, as in YYYY-MM-DD");
    };
    let fault = Fault::new(span, title, format!("expected a day from 1 to {}", last.day()));
    fault.with_help(format!("the last day of that month is `{last}`"))
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?;
    NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()
}

fn unreadable_date(words: &str, span: Span) -> Fault {
    let fault = Fault::new(span, "this date cannot be read", "expected YYYY-MM-DD");
    match day::read_day(words).and_then(|day| day.date()) {
        Some(date) => fault.with_help(format!("did you mean `{date}`?")),
        None => fault.with_help("write the day of publication as year-month-day, for example `2021-06-30`"),
    }
}

fn unknown_kind(words: &str, span: Span) -> Fault {
    let names = DocumentKind::NAMES.map(|(name, _)| name);
    let fault =
        Fault::new(span, "there is no such kind of document", "expected draft, transcript or article");
    match meant(&words.to_lowercase(), names) {
        Some(name) => fault.with_help(format!("did you mean `{name}`?")),
        None => fault.with_help("a text without `kind` is a draft"),
    }
}

/// TOML front matter is stepped over, and said so, for its date would be missed otherwise.
fn skip_toml(text: &str, fence: Span, mut lines: impl Iterator<Item = Span>) -> FrontMatter {
    let Some(end) = lines.find(|line| line.slice(text).trim_end() == "+++") else {
        return FrontMatter { body: fence.start, ..FrontMatter::default() };
    };
    let body = lines.next().map_or(text.len(), |line| line.start);
    let fault =
        Fault::new(Span::new(fence.start, end.end), "TOML front matter is passed over", "expected YAML here")
            .with_help("write the keys as `date: 2021-06-30` between two lines `---`");
    FrontMatter { body, faults: vec![fault], ..FrontMatter::default() }
}
