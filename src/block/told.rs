//! A document as another program hands it over: an object in a line.

use crate::document::{self, Document, DocumentKind, Format, Meta};
use crate::text::Source;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::error::Category;
use std::fmt;

/// A document of a stream. `date` and `outlet` must be there, and are null where they are not known; other fields are passed
/// over.
#[derive(Clone, Debug, Deserialize)]
pub struct Told {
    /// What it is called; `doc` of its claims.
    #[serde(deserialize_with = "name")]
    id: String,
    /// Plain text; an empty line between two paragraphs.
    text: String,
    /// The day of publication.
    #[serde(deserialize_with = "day")]
    date: Option<NaiveDate>,
    /// Who published it.
    #[serde(deserialize_with = "Option::deserialize")]
    outlet: Option<String>,
    /// Its headline.
    #[serde(default)]
    title: Option<String>,
    /// In what language it is written (BCP 47); English where that is not told.
    #[serde(default)]
    language: Option<String>,
}

/// Why a line is no document.
#[derive(Debug)]
pub struct TooLittle(serde_json::Error);

impl Told {
    /// Reads a line; a byte order mark may stand before it.
    ///
    /// # Errors
    /// It is no object with the fields of a document.
    pub fn read(line: &[u8]) -> Result<Told, TooLittle> {
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii_end();
        // Fields of a struct may be told as a list, too, but nobody means that here.
        if line.trim_ascii_start().starts_with(b"[") {
            return Err(TooLittle(serde_json::Error::custom("this is a list and no object")));
        }
        serde_json::from_slice(line).map_err(TooLittle)
    }

    /// Whether it is in English, as far as it tells.
    pub fn is_english(&self) -> bool {
        let first = |language: &String| language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        self.language
            .as_ref()
            .map(first)
            .is_none_or(|first| matches!(&*first, "" | "und" | "en" | "eng" | "english"))
    }

    /// The document, as an article of the record; of the given day where neither it nor its text has one.
    pub fn document(self, date: Option<NaiveDate>) -> Document {
        let known = |words: Option<String>| words.filter(|words| !words.trim().is_empty());
        let meta = Meta {
            title: known(self.title),
            date: self.date,
            outlet: known(self.outlet),
            kind: DocumentKind::Article,
            ..Meta::default()
        };
        let mut document = document::read_told(Source::new(self.id, self.text), Format::Plain, meta);
        document.meta.date = document.meta.date.or(date);
        document
    }
}

/// Names stand in lines and fields, and a number is as good a name as words.
fn name<'d, D: Deserializer<'d>>(input: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Name {
        Words(String),
        Number(serde_json::Number),
    }
    let name = match Name::deserialize(input) {
        Ok(Name::Words(words)) => words,
        // What does not fit in 64 bits would lose digits, and two names could become one.
        Ok(Name::Number(number)) if number.is_f64() => {
            return Err(D::Error::custom(
                "`id` is a number that cannot be kept whole; put it in quotation marks",
            ));
        }
        Ok(Name::Number(number)) => number.to_string(),
        Err(_) => return Err(D::Error::custom("`id` is no string and no number")),
    };
    if name.is_empty() || name.contains(char::is_control) {
        return Err(D::Error::custom("`id` is empty or holds a control character"));
    }
    Ok(name)
}

/// A day, perhaps with a time of day behind it.
fn day<'d, D: Deserializer<'d>>(input: D) -> Result<Option<NaiveDate>, D::Error> {
    let Some(written) = Option::<String>::deserialize(input)? else { return Ok(None) };
    let day = written.split(['T', ' ']).next().filter(|day| day.len() == "2022-01-26".len());
    let date = day.and_then(|day| day.parse().ok());
    date.map(Some).ok_or_else(|| D::Error::custom(format!("`date` is “{written}”, no day as in 2022-01-26")))
}

impl fmt::Display for TooLittle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = self.0.to_string();
        let what = told.split(" at line ").next().unwrap_or(&told);
        match self.0.classify() {
            Category::Data if what.contains("expected struct Told") => write!(f, "this is no object"),
            Category::Data => write!(f, "{what}"),
            _ => write!(f, "this is no JSON: {what} at column {}", self.0.column()),
        }
    }
}
