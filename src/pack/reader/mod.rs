//! From a rule file as written to a rule: every phrase compiled, every fault with its place.

mod examples;
mod measure;
mod opposed;
mod select;
mod subject;

pub use opposed::likelihood_scale;
pub(super) use subject::several_subjects;

use super::load::RuleSource;
use super::message::Message;
use super::rule::{Rule, Subject};
use super::schema::RuleFile;
use crate::finding::Confidence;
use crate::grammar::phrase::{Phrase, Phrases};
use crate::text::{Fault, Span, meant};
use std::collections::BTreeMap;
use toml::Spanned;

/// Reads the rule of a file; `known` are those it may borrow from.
pub(super) fn read_rule(
    source: &RuleSource,
    file: RuleFile,
    known: &BTreeMap<String, Rule>,
) -> Result<Rule, Vec<Fault>> {
    let mut reader =
        Reader { text: &source.text, faults: Vec::new(), phrases: Vec::new(), watched: Vec::new() };
    let rule = reader.rule(file, &source.id(), known);
    match rule {
        Some(rule) if reader.faults.is_empty() => Ok(rule),
        _ => Err(reader.faults),
    }
}

/// Reads the tables of one file and gathers what is wrong in them.
struct Reader<'t> {
    text: &'t str,
    faults: Vec<Fault>,
    phrases: Vec<Phrase>,
    /// See [`Rule::watched`].
    watched: Vec<Phrases>,
}

impl Reader<'_> {
    fn rule(&mut self, file: RuleFile, expected_id: &str, known: &BTreeMap<String, Rule>) -> Option<Rule> {
        self.check_id(&file.id, expected_id);
        self.check_texts(&file);
        self.check_examples(&file);
        let message = self.inside(&file.message, Message::parse);
        let lender = file.borrow.as_ref().and_then(|id| self.lender(id, known));
        let subject = self.subject(&file, lender);
        self.check_second(&file, message.as_ref());
        Some(Rule {
            id: file.id.get_ref().clone(),
            title: file.title.into_inner(),
            severity: file.severity,
            confidence: file.confidence.unwrap_or(Confidence::High),
            why: file.why.get_ref().trim().to_owned(),
            norms: file.norms,
            message: message?,
            help: file.help.get_ref().trim().to_owned(),
            subject: subject?,
            flags: self.examples(&file.flags),
            allows: self.examples(&file.allows),
            borrows: file.borrow.map(Spanned::into_inner),
            instead_of: file.instead_of.into_iter().map(Spanned::into_inner).collect(),
            watched: std::mem::take(&mut self.watched),
            phrases: std::mem::take(&mut self.phrases),
        })
    }

    fn check_id(&mut self, id: &Spanned<String>, expected: &str) {
        if *id.get_ref() != expected {
            let fault = Fault::new(span_of(id), "the id is not the path", format!("expected `{expected}`"));
            self.faults.push(fault.with_help("name the file after the rule, or the rule after the file"));
        }
    }

    /// People read these.
    fn check_texts(&mut self, file: &RuleFile) {
        let texts = [
            ("title", &file.title, "what is wrong, in a few words"),
            ("why", &file.why, "why it matters to a reader"),
            ("message", &file.message, "what a finding says, for instance `{speaker} says “{words}”`"),
            ("help", &file.help, "what an editor can do about it"),
        ];
        for (key, text, what) in texts {
            if text.get_ref().trim().is_empty() {
                let fault = Fault::new(span_of(text), format!("`{key}` is empty"), "expected words");
                self.faults.push(fault.with_help(format!("say {what}")));
            }
        }
    }

    fn check_examples(&mut self, file: &RuleFile) {
        for (kind, list) in [("flags", &file.flags), ("allows", &file.allows)] {
            if list.is_empty() {
                let fault = Fault::new(
                    span_of(&file.id),
                    format!("the rule has no `[[{kind}]]` example"),
                    "a rule without examples does not load",
                );
                self.faults.push(fault.with_help(format!("add a `[[{kind}]]` with a `draft`")));
            }
        }
    }

    /// A message tells of a second claim only where there is one.
    fn check_second(&mut self, file: &RuleFile, message: Option<&Message>) {
        if file.claim.is_some() && message.is_some_and(Message::names_second) {
            let title = "there is no second claim in this rule";
            let fault =
                Fault::new(span_of(&file.message), title, "`b.` stands for it in rules with `[pair]`");
            self.faults.push(fault.with_help("for instance `{speaker}`, without a letter before it"));
        }
    }

    /// The rule that another one borrows from.
    fn lender<'k>(&mut self, id: &Spanned<String>, known: &'k BTreeMap<String, Rule>) -> Option<&'k Rule> {
        let lender = known.get(id.get_ref()).filter(|rule| matches!(rule.subject, Subject::Pair(_)));
        if lender.is_none() {
            let pairs = known.values().filter(|rule| matches!(rule.subject, Subject::Pair(_)));
            let fault = Fault::new(
                span_of(id),
                format!("there is no rule `{}` about two claims", id.get_ref()),
                "expected a rule that borrows from none itself",
            );
            self.faults.push(with_nearest(fault, id.get_ref(), pairs.map(|rule| rule.id.as_str())));
        }
        lender
    }

    fn phrases(&mut self, list: &[Spanned<String>]) -> Phrases {
        let read: Vec<_> = list.iter().filter_map(|phrase| self.inside(phrase, Phrase::new)).collect();
        self.phrases.extend(read.iter().cloned());
        Phrases::new(read)
    }

    /// The number under which the whole draft is looked through for these phrases.
    fn watch(&mut self, list: &[Spanned<String>]) -> usize {
        let phrases = self.phrases(list);
        self.watched.push(phrases);
        self.watched.len() - 1
    }

    /// Reads a value that has a grammar of its own; its fault is moved to its place in the file.
    fn inside<T>(&mut self, value: &Spanned<String>, read: impl Fn(&str) -> Result<T, Fault>) -> Option<T> {
        read(value.get_ref()).map_err(|fault| self.faults.push(self.moved(fault, value))).ok()
    }

    fn moved(&self, mut fault: Fault, value: &Spanned<String>) -> Fault {
        let whole = span_of(value);
        // Escapes make the value differ from the file; then the whole string is the place.
        fault.span = match whole.slice(self.text).find(value.get_ref().as_str()) {
            Some(quote) => {
                Span::new(whole.start + quote + fault.span.start, whole.start + quote + fault.span.end)
            }
            None => whole,
        };
        fault
    }
}

/// Values without their places.
fn values(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|value| value.get_ref().clone()).collect()
}

/// Where a value stands in its file.
pub fn span_of<T>(value: &Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}

/// The fault with the known name that was probably meant.
pub fn with_nearest<'k>(fault: Fault, given: &str, known: impl Iterator<Item = &'k str>) -> Fault {
    match meant(given, known) {
        Some(near) => fault.with_help(format!("did you mean `{near}`?")),
        None => fault,
    }
}
