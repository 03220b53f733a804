//! What a finding says: a template whose fields are known when the pack is read.

use crate::text::{Fault, Span, meant};
use std::borrow::Cow;

/// The names a message may use for either claim (`{a.speaker}`), or for what a single claim rule found (`{speaker}`).
const FIELDS: &[&str] = &["speaker", "who", "side", "says", "cue", "words", "sentence", "date", "source"];

/// A parsed template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    template: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    /// Second claim or first, and which of its fields.
    Field(bool, &'static str),
}

/// The fields of one claim, filled for a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Canonical name.
    pub speaker: String,
    /// Name, side and chain.
    pub who: String,
    /// Side.
    pub side: String,
    /// Its step, figure or certainty: what is opposed.
    pub says: String,
    /// The cue.
    pub cue: String,
    /// The content, shortened.
    pub words: String,
    /// The sentence that holds the cue, shortened; the content for a claim of the record.
    pub sentence: String,
    /// When it was said.
    pub date: String,
    /// The source as the text has it.
    pub source: String,
}

impl Fields {
    fn get(&self, name: &str) -> &str {
        match name {
            "speaker" => &self.speaker,
            "who" => &self.who,
            "side" => &self.side,
            "says" => &self.says,
            "cue" => &self.cue,
            "words" => &self.words,
            "sentence" => &self.sentence,
            "date" => &self.date,
            _ => &self.source,
        }
    }
}

impl Message {
    /// Parses a template.
    ///
    /// # Errors
    /// An unknown field or an open bracket, its span in bytes of `template`.
    pub fn parse(template: &str) -> Result<Message, Fault> {
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some((words, after)) = rest.split_once('{') {
            let at = template.len() - after.len();
            let Some((name, tail)) = after.split_once('}').filter(|(name, _)| !name.contains('{')) else {
                return Err(unclosed(after, at));
            };
            unopened(words, template.len() - rest.len())?;
            parts.push(Part::Words(words.to_owned()));
            parts.push(field(name).ok_or_else(|| unknown(name, Span::new(at, at + name.len())))?);
            rest = tail;
        }
        unopened(rest, template.len() - rest.len())?;
        parts.push(Part::Words(rest.to_owned()));
        Ok(Message { template: template.to_owned(), parts })
    }

    /// The template as written.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// Whether it speaks of a second claim.
    pub fn names_second(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Field(true, _)))
    }

    /// The message for two claims; rules about one claim leave `b` empty.
    pub fn fill(&self, a: &Fields, b: &Fields) -> String {
        let mut filled = String::new();
        for part in &self.parts {
            let quoted = filled.ends_with('“');
            match part {
                Part::Words(words) => filled.push_str(words),
                Part::Field(second, name) => {
                    let field = if *second { b.get(name) } else { a.get(name) };
                    if *name == "date" {
                        in_or_on(&mut filled, field);
                    }
                    filled += &if quoted { within_marks(field) } else { Cow::Borrowed(field) };
                }
            }
        }
        filled
    }
}

/// "On 3 May 2031", but "in May 2031", "in 2031".
fn in_or_on(filled: &mut String, date: &str) {
    let mut words = date.strip_prefix("about ").unwrap_or(date).split(' ');
    let is_year = |word: &str| word.len() == 4 && word.chars().all(|c| c.is_ascii_digit());
    let is_long = |word: &str| word.starts_with(char::is_uppercase) || is_year(word);
    if filled.ends_with(" on ") && words.next().is_some_and(is_long) {
        filled.truncate(filled.len() - "on ".len());
        filled.push_str("in ");
    }
}

/// What stands in quotation marks of the message's own: its outer marks are left out, marks within it are single.
fn within_marks(words: &str) -> Cow<'_, str> {
    const MARKS: [char; 3] = ['“', '”', '"'];
    if !words.contains(MARKS) {
        return Cow::Borrowed(words);
    }
    // What is shortened has lost the mark behind it.
    let inner = words.strip_prefix(MARKS).map(|inner| inner.strip_suffix(MARKS).unwrap_or(inner));
    let bare = inner.filter(|inner| !inner.contains(MARKS)).unwrap_or(words);
    let mut opened = false;
    let single = bare.chars().map(|mark| match mark {
        '“' => '‘',
        '”' => '’',
        '"' => {
            opened = !opened;
            if opened { '‘' } else { '’' }
        }
        other => other,
    });
    Cow::Owned(single.collect())
}

fn field(name: &str) -> Option<Part> {
    let (second, bare) = match name.split_once('.') {
        Some(("a", bare)) => (false, bare),
        Some(("b", bare)) => (true, bare),
        None => (false, name),
        Some(_) => return None,
    };
    let known = FIELDS.iter().find(|field| **field == bare)?;
    Some(Part::Field(second, known))
}

/// A bracket that opens before `after`, which begins at this byte: it ends with the word that may be its field.
fn unclosed(after: &str, at: usize) -> Fault {
    let name = after.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.').next();
    let name = name.unwrap_or_default().trim_end_matches('.');
    let fault = Fault::new(
        Span::new(at - 1, at + name.len()),
        "this bracket is not closed",
        "expected `}` behind it",
    );
    fault.with_help(match field(name) {
        Some(_) => format!("write `{{{name}}}`"),
        None => "for instance `{speaker}`".to_owned(),
    })
}

/// A closing bracket that stands alone among words that begin at this byte.
fn unopened(words: &str, start: usize) -> Result<(), Fault> {
    words.find('}').map_or(Ok(()), |at| {
        let span = Span::new(start + at, start + at + 1);
        let fault = Fault::new(span, "this bracket was not opened", "expected `{` before it");
        Err(fault.with_help("for instance `{speaker}`"))
    })
}

fn unknown(name: &str, span: Span) -> Fault {
    let (side, bare) = name.split_once('.').unwrap_or(("", name));
    let all = FIELDS.iter().map(|field| format!("`{field}`")).collect::<Vec<_>>().join(", ");
    let label = format!("expected one of {all}; of two claims with `a.` or `b.` before it");
    let title = match name {
        "" => "this bracket names no field".to_owned(),
        _ => format!("a message has no field `{name}`"),
    };
    let fault = Fault::new(span, title, label);
    let side = if matches!(side, "a" | "b") { format!("{side}.") } else { String::new() };
    fault.with_help(match meant(bare, FIELDS.iter().copied()) {
        Some(near) => format!("did you mean `{{{side}{near}}}`?"),
        None => "for instance `{speaker}`, and in a rule about two claims `{a.speaker}` and `{b.speaker}`"
            .to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_are_days_on_which_something_is_said() {
        let said = |date: &str| {
            let fields = Fields { date: date.to_owned(), ..Fields::default() };
            Message::parse("not so on {b.date}").unwrap().fill(&Fields::default(), &fields)
        };
        for (date, expected) in [
            ("3 May 2031", "not so on 3 May 2031"),
            ("about 12 May 2031", "not so on about 12 May 2031"),
            ("May 2031", "not so in May 2031"),
            ("about May 2031", "not so in about May 2031"),
            ("2031", "not so in 2031"),
            ("a day not given", "not so on a day not given"),
        ] {
            assert_eq!(said(date), expected);
        }
    }

    #[test]
    fn marks_stand_once() {
        let says = |words: &str| {
            let fields = Fields { says: words.to_owned(), ..Fields::default() };
            Message::parse("on record: “{a.says}”").unwrap().fill(&fields, &Fields::default())
        };
        assert_eq!(says("the dam is safe"), "on record: “the dam is safe”");
        assert_eq!(says("“The dam is safe,”"), "on record: “The dam is safe,”");
        assert_eq!(says("“The dam is…"), "on record: “The dam is…”");
        assert_eq!(says("the “dam” is safe"), "on record: “the ‘dam’ is safe”");
        assert_eq!(says("\"the\" dam is \"safe\""), "on record: “‘the’ dam is ‘safe’”");
    }
}
