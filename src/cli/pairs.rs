//! The lines of `relate --pairs`: each a pair, or what keeps it from being one, by field and with a remedy.

use super::args::RelateArgs;
use crate::check::Side;
use crate::text::did_you_mean;
use chrono::NaiveDate;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::fmt;

/// The keys of a line. Others are passed over, and told once each.
pub(super) const KEYS: [&str; 7] = ["id", "a", "b", "speaker_a", "speaker_b", "date_a", "date_b"];

/// Two claims, with who said each and when.
#[derive(Debug, Default)]
pub(super) struct Pair {
    /// Given back as it is.
    pub id: Value,
    a: Claimed,
    b: Claimed,
}

#[derive(Debug, Default)]
struct Claimed {
    words: String,
    speaker: Option<String>,
    date: Option<NaiveDate>,
}

impl Claimed {
    fn side(&self) -> Side<'_> {
        Side { text: &self.words, speaker: self.speaker.as_deref(), date: self.date }
    }
}

impl Pair {
    pub fn of_args(args: &RelateArgs) -> Pair {
        let claimed = |words: &Option<String>, speaker: &Option<String>, date| {
            let (words, speaker) = (words.clone().unwrap_or_default(), speaker.clone());
            Claimed { words, speaker, date }
        };
        Pair {
            id: Value::Null,
            a: claimed(&args.a, &args.speaker_a, args.date_a),
            b: claimed(&args.b, &args.speaker_b, args.date_b),
        }
    }

    pub fn sides(&self) -> (Side<'_>, Side<'_>) {
        (self.a.side(), self.b.side())
    }

    /// The side that says nothing, if one does.
    pub fn without_words(&self) -> Option<&'static str> {
        let is_empty = |claimed: &Claimed| !claimed.words.contains(char::is_alphanumeric);
        if is_empty(&self.a) { Some("a") } else { is_empty(&self.b).then_some("b") }
    }
}

/// What keeps a line from being a pair.
#[derive(Debug)]
pub(super) struct Wrong {
    /// Where in the line, where the line cannot be read from there on.
    pub column: Option<usize>,
    pub what: String,
    pub help: String,
}

impl Wrong {
    fn of_field(what: String, help: impl Into<String>) -> Wrong {
        Wrong { column: None, what, help: help.into() }
    }
}

/// A line, read.
pub(super) struct Line {
    pub pair: Result<Pair, Wrong>,
    /// Keys that mean nothing here.
    pub strange: Vec<String>,
}

impl Line {
    pub fn read(line: &[u8]) -> Line {
        let fields = match Fields::read(line) {
            Ok(fields) => fields,
            Err(wrong) => return Line { pair: Err(wrong), strange: Vec::new() },
        };
        let strange = fields.0.iter().map(|(key, _)| key.clone()).filter(|key| !KEYS.contains(&&**key));
        Line { strange: strange.collect(), pair: fields.pair() }
    }
}

/// An object as it is written: a key may stand there twice.
struct Fields(Vec<(String, Value)>);

impl Fields {
    fn read(line: &[u8]) -> Result<Fields, Wrong> {
        // A byte order mark may stand before the first line.
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        let text = std::str::from_utf8(line).map_err(|error| Wrong {
            column: Some(error.valid_up_to() + 1),
            what: "this is not UTF-8".to_owned(),
            help: "save the file as UTF-8".to_owned(),
        })?;
        let start = text.trim_start();
        let other = match start.chars().next() {
            Some('{') => None,
            Some('[') => Some(("this is a list", "write each pair as an object in a line of its own")),
            _ => Some((
                "this is no JSON object",
                r#"write each pair in a line as {"id": 1, "a": "…", "b": "…"}"#,
            )),
        };
        if let Some((what, help)) = other {
            let column = Some(text.len() - start.len() + 1);
            return Err(Wrong { column, what: what.to_owned(), help: help.to_owned() });
        }
        serde_json::from_str(text).map_err(|error| malformed(text, &error))
    }

    fn pair(&self) -> Result<Pair, Wrong> {
        let claimed = |words, speaker, date| {
            let told = self
                .words(words)?
                .ok_or_else(|| self.missing(words, "the pair has two claims, `a` and `b`"))?;
            Ok(Claimed { words: told, speaker: self.words(speaker)?, date: self.day(date)? })
        };
        let (a, b) = (claimed("a", "speaker_a", "date_a")?, claimed("b", "speaker_b", "date_b")?);
        let named = || self.missing("id", "give each pair an `id`, a number or words, to know its answer by");
        Ok(Pair { id: self.one("id")?.cloned().ok_or_else(named)?, a, b })
    }

    fn one(&self, key: &str) -> Result<Option<&Value>, Wrong> {
        let mut found = self.0.iter().filter(|(own, _)| own == key).map(|(_, value)| value);
        match (found.next(), found.next()) {
            (_, Some(_)) => Err(Wrong::of_field(format!("`{key}` stands there twice"), "keep one of them")),
            (first, None) => Ok(first),
        }
    }

    /// The words of a field; `None` for one that is missing or null.
    fn words(&self, key: &str) -> Result<Option<String>, Wrong> {
        self.written(key, "expected words", "write it in double quotes")
    }

    fn day(&self, key: &str) -> Result<Option<NaiveDate>, Wrong> {
        const AS_IN: &str = "write a day that the calendar has, as in \"2022-01-26\"";
        let wrong = |day: &str| Wrong::of_field(format!("`{key}`: `{day}` is no day"), AS_IN);
        let written = self.written(key, "expected a day", AS_IN)?;
        written.map(|day| day.parse().map_err(|_| wrong(&day))).transpose()
    }

    fn written(&self, key: &str, expected: &str, help: &str) -> Result<Option<String>, Wrong> {
        match self.one(key)? {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(words)) => Ok(Some(words.clone())),
            Some(other) => Err(Wrong::of_field(format!("`{key}` is {}, {expected}", kind(other)), help)),
        }
    }

    /// A key that is near may be meant for one that is missing.
    fn missing(&self, key: &str, otherwise: &str) -> Wrong {
        let strange = self.0.iter().map(|(own, _)| own.as_str()).filter(|own| !KEYS.contains(own));
        let told = if self.0.iter().any(|(own, _)| own == key) { "is null" } else { "is missing" };
        let meant = strange.into_iter().find(|own| own.eq_ignore_ascii_case(key));
        let help = meant.map_or_else(|| otherwise.to_owned(), |own| format!("write `{key}` for `{own}`"));
        Wrong::of_field(format!("`{key}` {told}"), help)
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "words",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Fields, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        from.deserialize_map(Read)
    }
}

/// Characters of what cannot be read that are shown.
const SHOWN: usize = 24;

/// Where the JSON of a line ends before the line does, or the line before the JSON.
fn malformed(text: &str, error: &serde_json::Error) -> Wrong {
    if error.is_eof() {
        let what = "the line ends before the object does".to_owned();
        return Wrong {
            column: None,
            what,
            help: "write the whole pair in one line, to the last `}`".to_owned(),
        };
    }
    let at = error.column().saturating_sub(1);
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let shown: String = rest.trim_end().chars().take(SHOWN).collect();
    let what = format!("this is no JSON from `{shown}` on");
    let help = match (before.trim_end().chars().next_back(), rest.chars().next()) {
        (_, Some('\'')) => "write double quotes around keys and words",
        (Some(','), Some('}' | ']')) => "take away the comma before it",
        (Some('\\'), _) => r"write a backslash as \\",
        (Some('}'), _) => "write each pair in a line of its own",
        (_, Some('"')) => "a comma or a colon is missing before it",
        (_, Some(c)) if c.is_control() => r"write tabs as \t and line breaks as \n",
        _ => "look for quotes, commas and brackets that are missing there",
    };
    Wrong { column: Some(at + 1), what, help: help.to_owned() }
}

/// That a key means nothing here. Slips are told; data of one's own may stand in a line as well.
pub(super) fn passed_over(key: &str) -> String {
    let remedy = did_you_mean(key, KEYS, format!("the keys are {}", KEYS.join(", ")));
    format!("`{key}` is passed over here and in other lines; {remedy}")
}
