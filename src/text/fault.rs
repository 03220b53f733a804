//! What is wrong in a file that a person wrote: where, what was found, what to do.

use super::Span;

/// A fault of an input file. Every reader of journals, packs, front matter and configuration reports these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes of the file's text.
    pub span: Span,
    /// What is wrong, in one line: "this date does not exist".
    pub title: String,
    /// What was expected here, shown at the place: "expected a day from 1 to 28".
    pub label: String,
    /// What to do about it, where that can be told: "did you mean `2022-02-28`?".
    pub help: Option<String>,
}

impl Fault {
    /// A fault without a remedy.
    pub fn new(span: Span, title: impl Into<String>, label: impl Into<String>) -> Fault {
        Fault { span, title: title.into(), label: label.into(), help: None }
    }

    /// The same with a remedy.
    pub fn with_help(mut self, help: impl Into<String>) -> Fault {
        self.help = Some(help.into());
        self
    }
}
