//! What a fault of the TOML itself means to who wrote the file: where, what is wrong, what to write instead.

mod keys;
mod syntax;

use crate::text::{Fault, Span, meant};
use keys::{Key, Keys};

/// A fault of a TOML file whose keys `schema` (JSON Schema) tells.
pub fn toml_fault(text: &str, error: &toml::de::Error, schema: &str) -> Fault {
    let end = |at: usize| at.min(text.len());
    let span = error.span().map_or(Span::new(0, 0), |range| Span::new(end(range.start), end(range.end)));
    let site = Site { text, span, keys: Keys::of(schema) };
    let message = error.message();
    let quoted = message.split('`').nth(1).unwrap_or_default();
    let expected = message.split_once("expected ").or(message.split_once("wanted ")).unwrap_or_default().1;
    if message.starts_with("unknown field") {
        site.strange_key(quoted, expected)
    } else if message.starts_with("unknown variant") {
        site.strange_word(quoted, expected)
    } else if message.starts_with("missing field") {
        site.missing(quoted)
    } else if message.starts_with("invalid ") && is_number(expected) && site.is_number() {
        site.out_of_range(expected)
    } else if message.starts_with("invalid type") || message.starts_with("wanted ") {
        site.other_sort(expected)
    } else {
        syntax::fault(&site, message.split(", expected").next().unwrap_or(message))
    }
}

/// A place in a file that cannot be read.
struct Site<'t> {
    text: &'t str,
    span: Span,
    keys: Keys,
}

impl Site<'_> {
    /// What stands there.
    fn value(&self) -> &str {
        self.span.slice(self.text)
    }

    fn before(&self) -> &str {
        self.text.get(..self.span.start).unwrap_or_default()
    }

    /// The key whose value stands there.
    fn key(&self) -> &str {
        let before = self.before().trim_end();
        let named = before.strip_suffix('=').or_else(|| before.rsplit_once("= [").map(|(key, _)| key));
        let is_part = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
        let named = named.unwrap_or_default().trim_end();
        named.rsplit(|sign| !is_part(sign)).next().unwrap_or_default()
    }

    /// Whether it is an item of a list.
    fn is_in_list(&self) -> bool {
        self.before().trim_end().ends_with(['[', ','])
    }

    fn is_number(&self) -> bool {
        self.value().parse::<f64>().is_ok_and(f64::is_finite)
    }

    /// The head of the table that it stands in, as in the file; empty above the first.
    fn table(&self) -> &str {
        let own = self.text.get(..self.span.end).unwrap_or_default();
        own.lines().rev().map(str::trim).find(|line| line.starts_with('[')).unwrap_or_default()
    }

    /// What stands there, in a word.
    fn found(&self) -> &'static str {
        match self.value().chars().next() {
            Some('"' | '\'') => "this is text",
            Some('[') => "this is a list",
            Some('{') => "this is a table",
            Some('0'..='9' | '-' | '+') if self.value().contains(['-', ':']) => "this is a date",
            Some('0'..='9' | '-' | '+') => "this is a number",
            _ => "this is something else",
        }
    }

    fn fault(&self, title: String, label: &str) -> Fault {
        Fault::new(self.span, title, label)
    }

    fn strange_key(&self, key: &str, expected: &str) -> Fault {
        let fault = self.fault(format!("there is no key `{key}` here"), "this key is none");
        let own: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let elsewhere = self.keys.tables_with(key);
        fault.with_help(match meant(key, own.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if elsewhere.is_empty() => format!("expected {expected}"),
            None => format!("`{key}` belongs {}", elsewhere.join(", or ")),
        })
    }

    fn strange_word(&self, word: &str, expected: &str) -> Fault {
        let title = match self.key() {
            "" => format!("`{word}` is none of the words for this"),
            key => format!("`{key}` cannot be `{word}`"),
        };
        let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let begun = |known: &&str| word.len() > 2 && known.starts_with(word) || word.starts_with(*known);
        let near = meant(word, known.iter().copied()).or_else(|| known.iter().copied().find(begun));
        let fault = self.fault(title, "this word is none of them");
        fault.with_help(match near {
            Some(near) => format!("did you mean `{near}`? There are {}", listed(&known)),
            None => format!("expected {expected}"),
        })
    }

    fn missing(&self, name: &str) -> Fault {
        // The whole table is meant; its first line tells which.
        let first = self.value().lines().next().unwrap_or_default().len();
        let span = Span::new(self.span.start, self.span.start + first);
        let key = self.keys.find(name, self.table());
        let fault = Fault::new(span, format!("`{name}` is missing"), "");
        let about = key.map(Key::about).filter(|about| !about.is_empty());
        let about = about.map(|about| format!(" ({})", about.trim_end_matches('.'))).unwrap_or_default();
        fault.with_help(match key {
            Some(key) if key.is_list_of_tables() => format!("add a `[[{name}]]`{about}"),
            Some(key) if key.is_table() => format!("add its table, `{}`{about}", key.head()),
            Some(key) => format!("add `{name} = {}`{about}", key.sample()),
            None => format!("add `{name}`"),
        })
    }

    fn out_of_range(&self, expected: &str) -> Fault {
        let key = self.key();
        let title = format!("`{key}` cannot be `{}`", first_line(self.value()));
        let whole = !self.value().contains(['.', 'e', 'E']);
        let label = if whole { "this number is out of range" } else { "this is no whole number" };
        let fault = self.fault(title, label);
        fault.with_help(format!("for instance `{key} = {}`", number(expected)))
    }

    fn other_sort(&self, expected: &str) -> Fault {
        let (key, value) = (self.key(), self.value());
        let bare = value.trim_matches(['"', '\'']);
        let known = self.keys.find(key, self.table());
        let name = if key.is_empty() { "this".to_owned() } else { format!("`{key}`") };
        let set = if key.is_empty() { String::new() } else { format!("{key} = ") };
        let words = known.map(Key::words).unwrap_or_default();
        let (wanted, help) = match expected {
            _ if value.starts_with('[') && expected == "a sequence" => {
                let head = value.trim_matches(['[', ']']);
                return self
                    .fault(format!("there may be several `{head}`, so each has two brackets"), "one bracket")
                    .with_help(format!("write `[[{head}]]`"));
            }
            "a string" | "string or table" if !words.is_empty() => {
                ("a word", format!("write one of {} in quotation marks", listed(&words)))
            }
            "a string" | "string or table" => ("text", text_wanted(known, &set, first_line(bare))),
            "a sequence" if value.starts_with('"') => {
                ("a list", format!("put it in brackets: `{set}[{value}]`"))
            }
            "a sequence" => ("a list", format!("write `{set}[\"…\"]`")),
            "a boolean" => {
                ("`true` or `false`", format!("write `{set}true` or `{set}false`, without quotation marks"))
            }
            _ if is_number(expected) && bare.parse::<f64>().is_ok_and(f64::is_finite) && bare != value => {
                ("a number", format!("write `{set}{bare}`, without quotation marks"))
            }
            _ if is_number(expected) => ("a number", format!("for instance `{set}{}`", number(expected))),
            _ => ("a table", self.table_wanted(known, key)),
        };
        self.fault(format!("{name} wants {wanted}"), self.found()).with_help(help)
    }

    fn table_wanted(&self, known: Option<&Key>, key: &str) -> String {
        let keys = known.map(|known| self.keys.of_table(known)).unwrap_or_default();
        match keys.is_empty() {
            true => format!("write a table, as in `[{}]`", if key.is_empty() { "severity" } else { key }),
            false => format!("write a table, as in `{key} = {{ … }}`, with {}", listed(&keys)),
        }
    }
}

fn text_wanted(known: Option<&Key>, set: &str, value: &str) -> String {
    match known.and_then(Key::example) {
        Some(example) => format!("for instance `{set}\"{example}\"`, in quotation marks"),
        None => format!("put it in quotation marks: `{set}\"{value}\"`"),
    }
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Letters of a value that a message repeats.
const SHOWN: usize = 60;

fn first_line(value: &str) -> &str {
    let line = value.lines().next().unwrap_or_default();
    line.char_indices().nth(SHOWN).and_then(|(end, _)| line.get(..end)).unwrap_or(line)
}

fn is_number(expected: &str) -> bool {
    ["f64", "i64", "u8", "usize"].contains(&expected)
}

fn number(expected: &str) -> &'static str {
    if expected == "f64" { "2.5" } else { "2" }
}
