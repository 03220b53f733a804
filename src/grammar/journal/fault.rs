//! What can be wrong in a claim journal, in words that tell the remedy.

use super::date::IsoDate;
use crate::text::{Fault, Span};
use chrono::NaiveDate;
use nom::error::{ErrorKind, ParseError};
use std::fmt;

/// A fault of a claim journal. Its `Display` is the title; [`JournalFault::label`] says what was expected and
/// [`JournalFault::help`] what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalFault {
    /// Bytes that are not UTF-8.
    BrokenEncoding {
        /// How many places in the file have such bytes.
        places: usize,
    },
    /// The traces of an unfinished merge.
    MergeConflict,
    /// An unindented line that does not start with a date.
    NoHeader,
    /// An indented line above the first header, or under a line that is no header.
    NoEntry,
    /// Digits in the date's place that are no ISO date.
    NotADate {
        /// What stands there.
        found: String,
    },
    /// A date that the calendar does not have.
    NoSuchDate {
        /// As written.
        year: i32,
        /// As written.
        month: u32,
        /// As written.
        day: Option<u32>,
    },
    /// A range that ends before it starts.
    ReversedRange {
        /// As written.
        from: IsoDate,
        /// As written.
        to: IsoDate,
    },
    /// A header with a date and nobody.
    NoSpeaker,
    /// A comma with no role after it.
    NoRole,
    /// Brackets with no side in them.
    NoSide,
    /// `via` with nobody after it.
    NoLink,
    /// `(` without `)`.
    UnclosedBracket,
    /// `)` without `(`.
    StrayBracket,
    /// Brackets that are not the last of what they belong to.
    SideNotLast {
        /// What stands after them.
        after: String,
        /// The same with the brackets at the end.
        meant: String,
    },
    /// A body line that is not indented.
    NotIndented,
    /// Tabs here, spaces there.
    MixedIndent,
    /// Indented less than the lines above.
    ShallowIndent,
    /// Indented with something that is neither space nor tab.
    OddSpace {
        /// What it is.
        found: char,
    },
    /// A line that starts with neither a keyword nor a verb of saying.
    UnknownKeyword {
        /// What it starts with.
        found: String,
        /// The nearest word that would do.
        meant: Option<String>,
    },
    /// A keyword or a cue with nothing after it.
    NothingAfter {
        /// The keyword.
        keyword: String,
    },
    /// A quotation mark that is not closed before the end of the line and its continuation.
    UnclosedQuotation,
    /// A closing quotation mark without an opening one.
    UnopenedQuotation,
    /// `<` without `>`.
    UnclosedAddress,
    /// An id or a topic that is not in kebab case.
    NotKebab {
        /// What it is to name: "an id", "a topic".
        what: &'static str,
        /// The nearest that would do.
        meant: Option<String>,
    },
    /// Several ids after one verb.
    SeveralTargets {
        /// The verb.
        verb: String,
        /// The ids.
        targets: Vec<String>,
    },
    /// A second line of a kind of which an entry has one.
    Repeated {
        /// The keyword.
        keyword: &'static str,
    },
    /// An entry without a cue and without a link.
    NothingSaid,
    /// An id that an earlier entry has.
    DuplicateId {
        /// The id.
        id: String,
        /// Where the first stands: a line of this file, or another file.
        first: String,
    },
    /// A link to an id that no claim has.
    UnknownTarget {
        /// The verb.
        verb: String,
        /// The id.
        target: String,
        /// The nearest id on record.
        meant: Option<String>,
    },
    /// A claim that denies, disputes, corrects or retracts itself.
    OwnTarget,
}

impl JournalFault {
    /// The fault at a place of the file.
    pub fn at(&self, span: Span) -> Fault {
        Fault { span, title: self.to_string(), label: self.label(), help: self.help() }
    }

    /// What was expected at the place.
    pub fn label(&self) -> String {
        match self {
            Self::BrokenEncoding { places: 1 } => "expected UTF-8 text".to_owned(),
            Self::BrokenEncoding { places } => {
                format!("expected UTF-8 text at {places} places, of which this is the first")
            }
            Self::MergeConflict => "expected one of the two versions".to_owned(),
            Self::NoHeader => "expected a date, then who spoke".to_owned(),
            Self::NoEntry => "expected a header above this line".to_owned(),
            Self::NotADate { .. } => {
                "expected a date such as `2022-01-26`, `2022-01` or `2022`, then a space".to_owned()
            }
            Self::NoSuchDate { year, month, day } => expected_of_calendar(*year, *month, *day),
            Self::ReversedRange { .. } => "expected the earlier date first".to_owned(),
            Self::NoSpeaker => "expected who spoke after the date".to_owned(),
            Self::NoRole => "expected a role after the comma".to_owned(),
            Self::NoSide => "expected a state, party or organisation in the brackets".to_owned(),
            Self::NoLink => "expected who passed the words on after `via`".to_owned(),
            Self::UnclosedBracket => "expected `)` before the end of the line".to_owned(),
            Self::StrayBracket => "expected `(` before it".to_owned(),
            Self::SideNotLast { .. } => "expected `via` or the end of the line after the side".to_owned(),
            Self::NotIndented => "expected this line to be indented".to_owned(),
            Self::MixedIndent => "expected the same spaces or tabs as on the lines above".to_owned(),
            Self::ShallowIndent => "expected at least the indentation of the lines above".to_owned(),
            Self::OddSpace { .. } => "expected spaces or a tab".to_owned(),
            Self::UnknownKeyword { .. } => "expected a verb of saying or a keyword".to_owned(),
            Self::NothingAfter { keyword } => expected_after(keyword).to_owned(),
            Self::UnclosedQuotation => "expected a closing mark before the end of what was said".to_owned(),
            Self::UnopenedQuotation => "expected an opening mark before it".to_owned(),
            Self::UnclosedAddress => "expected `>` after the address".to_owned(),
            Self::NotKebab { .. } => {
                "expected lower-case letters and digits, words joined by hyphens".to_owned()
            }
            Self::SeveralTargets { .. } => "expected one id".to_owned(),
            Self::Repeated { keyword } => format!("expected one `{keyword}` only"),
            Self::NothingSaid => "expected a line with what was said under this header".to_owned(),
            Self::DuplicateId { first, .. } => format!("expected an id other than that of {first}"),
            Self::UnknownTarget { .. } => "expected the id of a claim on record".to_owned(),
            Self::OwnTarget => "expected the id of another claim".to_owned(),
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::BrokenEncoding { .. } => "save the file as UTF-8".to_owned(),
            Self::MergeConflict => "finish the merge and delete the marker".to_owned(),
            Self::NoHeader => {
                "start a claim with `2022-01-26 Name, role (side)`, a comment with `;`".to_owned()
            }
            Self::NoEntry => "write `2022-01-26 Name, role (side)` above it, without indentation".to_owned(),
            Self::NotADate { found } => return Some(meant_by(found)),
            Self::NoSuchDate { year, month, day } => return nearest_date(*year, *month, *day),
            Self::ReversedRange { from, to } => did_you_mean(&format!("{to}..{from}")),
            Self::NoSpeaker => "add the name, or a description such as `a senior official`".to_owned(),
            Self::NoRole => "add the role or delete the comma".to_owned(),
            Self::NoSide => "name the side or delete the brackets".to_owned(),
            Self::NoLink => "name the outlet or the person, or delete `via`".to_owned(),
            Self::UnclosedBracket => "close the bracket after the side: `(Ukraine)`".to_owned(),
            Self::StrayBracket => "delete it, or open the bracket before the side: `(Ukraine)`".to_owned(),
            Self::SideNotLast { meant, .. } => did_you_mean(meant),
            Self::NotIndented => "indent what belongs to a claim by four spaces".to_owned(),
            Self::MixedIndent => {
                "use four spaces on every line; `sayso fmt FILE` does so once the file has no faults"
                    .to_owned()
            }
            Self::ShallowIndent => "give the lines of a claim one indentation".to_owned(),
            Self::OddSpace { found } => format!("replace U+{:04X} by spaces", u32::from(*found)),
            Self::UnknownKeyword { meant: Some(meant), .. } => did_you_mean(meant),
            Self::UnknownKeyword { meant: None, .. } => KEYWORDS_HELP.to_owned(),
            Self::NothingAfter { keyword } => format!("write it on the same line, or delete `{keyword}`"),
            Self::UnclosedQuotation => "close the mark; lines that go on are indented deeper".to_owned(),
            Self::UnopenedQuotation => {
                "open the quotation where the quoted words begin, or delete the mark".to_owned()
            }
            Self::UnclosedAddress => "write the address as `<https://example.org/page>`".to_owned(),
            Self::NotKebab { meant, .. } => return meant.as_deref().map(did_you_mean),
            Self::SeveralTargets { verb, targets } => {
                let lines = targets.iter().map(|target| format!("`{verb} {target}`"));
                format!("write one line each: {}", lines.collect::<Vec<_>>().join(", "))
            }
            Self::Repeated { keyword: "at" } => "start another entry for another occasion".to_owned(),
            Self::Repeated { .. } => "delete one of the two".to_owned(),
            Self::NothingSaid => "add a line such as `    says that …`".to_owned(),
            Self::DuplicateId { .. } => "give each claim an id of its own".to_owned(),
            Self::UnknownTarget { meant: Some(meant), .. } => did_you_mean(meant),
            Self::UnknownTarget { verb, .. } => {
                format!(
                    "add `id …` to the claim that is meant; to say what it is about, write `{verb} that …`"
                )
            }
            Self::OwnTarget => "name the claim that it answers".to_owned(),
        };
        Some(help)
    }
}

const KEYWORDS_HELP: &str = "start the line with a verb (`says`, `denies that …`) or with `at`, `about`, `id`, `note`, \
                             `source`, `corrects`, `retracts`, `disputes`, `denies`";

impl fmt::Display for JournalFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BrokenEncoding { .. } => f.write_str("this file is not UTF-8"),
            Self::MergeConflict => f.write_str("a merge was left unfinished"),
            Self::NoHeader => f.write_str("this line starts no claim"),
            Self::NoEntry => f.write_str("this line belongs to no claim"),
            Self::NotADate { found } if found.is_empty() => f.write_str("the end of the range is missing"),
            Self::NotADate { found } => write!(f, "`{}` is not a date", short(found)),
            Self::NoSuchDate { .. } => f.write_str("this date does not exist"),
            Self::ReversedRange { .. } => f.write_str("this range ends before it starts"),
            Self::NoSpeaker => f.write_str("nobody speaks"),
            Self::NoRole => f.write_str("the role is missing"),
            Self::NoSide => f.write_str("the side is missing"),
            Self::NoLink => f.write_str("`via` leads to nobody"),
            Self::UnclosedBracket => f.write_str("this bracket is not closed"),
            Self::StrayBracket => f.write_str("this bracket was not opened"),
            Self::SideNotLast { after, .. } => write!(f, "`{}` stands after the side", short(after)),
            Self::NotIndented => f.write_str("this line is not indented"),
            Self::MixedIndent => f.write_str("tabs and spaces are mixed"),
            Self::ShallowIndent => f.write_str("this line is indented less than the others of its claim"),
            Self::OddSpace { .. } => f.write_str("this line is indented with an unusual space"),
            Self::UnknownKeyword { found, .. } => {
                write!(f, "`{}` is neither a keyword nor a verb of saying", short(found))
            }
            Self::NothingAfter { keyword } => write!(f, "nothing follows `{keyword}`"),
            Self::UnclosedQuotation => f.write_str("this quotation is not closed"),
            Self::UnopenedQuotation => f.write_str("this quotation was not opened"),
            Self::UnclosedAddress => f.write_str("this address is not closed"),
            Self::NotKebab { what, .. } => write!(f, "this is not {what}"),
            Self::SeveralTargets { .. } => f.write_str("there is more than one id"),
            Self::Repeated { keyword } => write!(f, "this claim has `{keyword}` twice"),
            Self::NothingSaid => f.write_str("nothing is said here"),
            Self::DuplicateId { id, .. } => write!(f, "the id `{id}` is taken"),
            Self::UnknownTarget { target, .. } => write!(f, "no claim has the id `{target}`"),
            Self::OwnTarget => f.write_str("this claim answers itself"),
        }
    }
}

/// Enough of a word to recognise it by.
fn short(found: &str) -> String {
    let mut chars = found.chars();
    let start: String = chars.by_ref().take(40).collect();
    if chars.next().is_some() { start + "…" } else { start }
}

fn did_you_mean(meant: &str) -> String {
    format!("did you mean `{meant}`?")
}

fn expected_after(keyword: &str) -> &'static str {
    match keyword {
        "at" => "expected the occasion, or an address in angle brackets",
        "about" => "expected one or more topics, separated by commas",
        "id" => "expected an id such as `cnn-call`",
        "note" => "expected a note",
        "source" => "expected an address",
        _ => "expected what was said",
    }
}

fn expected_of_calendar(year: i32, month: u32, day: Option<u32>) -> String {
    match (day, days_in(year, month)) {
        (Some(_), Some(days)) => format!("expected a day from 01 to {days}"),
        _ => "expected a month from 01 to 12".to_owned(),
    }
}

/// Days of a month; `None` where there is no such month.
fn days_in(year: i32, month: u32) -> Option<u32> {
    (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some())
}

/// The date that was probably meant: the month's last day, or day and month the other way round.
fn nearest_date(year: i32, month: u32, day: Option<u32>) -> Option<String> {
    let last = days_in(year, month);
    let date = match (last, day) {
        (Some(last), Some(day)) if day > last => IsoDate::new(year, Some(month), Some(last)),
        (None, Some(day)) => IsoDate::new(year, Some(day), Some(month)),
        _ => None,
    };
    date.map(|date| did_you_mean(&date.to_string()))
}

/// Reads other notations of a date, but only where they can be read in one way.
fn meant_by(found: &str) -> String {
    let parts: Vec<&str> =
        found.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let date = match (parts.as_slice(), numbers.as_slice()) {
        ([first, _, _], [year, month, day]) if first.len() == 4 => {
            IsoDate::new(*year as i32, Some(*month), Some(*day))
        }
        ([_, _, last], [day, month, year]) if last.len() == 4 && (*day > 12 || found.contains('.')) => {
            IsoDate::new(*year as i32, Some(*month), Some(*day))
        }
        ([_, _, last], [month, day, year]) if last.len() == 4 && *day > 12 => {
            IsoDate::new(*year as i32, Some(*month), Some(*day))
        }
        _ => None,
    };
    match date {
        Some(date) => did_you_mean(&date.to_string()),
        None => "write days as YEAR-MONTH-DAY and ranges as FROM..TO".to_owned(),
    }
}

/// A fault and the words at which it was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble<'s> {
    pub(super) at: &'s str,
    /// `None` while a production has only failed to match and another may.
    pub(super) fault: Option<JournalFault>,
}

impl<'s> Trouble<'s> {
    pub(super) fn new(at: &'s str, fault: JournalFault) -> Trouble<'s> {
        Trouble { at, fault: Some(fault) }
    }
}

impl<'s> ParseError<&'s str> for Trouble<'s> {
    fn from_error_kind(at: &'s str, _: ErrorKind) -> Self {
        Trouble { at, fault: None }
    }

    fn append(_: &'s str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// What a production gives back.
pub(super) type Reading<'s, T> = nom::IResult<&'s str, T, Trouble<'s>>;

/// Ends the reading of a header or a line with a fault at `at`.
pub(super) fn fail<T>(at: &str, fault: JournalFault) -> Reading<'_, T> {
    Err(nom::Err::Failure(Trouble::new(at, fault)))
}
