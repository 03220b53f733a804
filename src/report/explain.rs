//! The page of a rule, made from its file: what it says, why, on which norms, with its examples.

use super::json::pretty;
use super::layout::wrap;
use crate::compare::{Between, Lens};
use crate::finding::{Confidence, Severity};
use crate::pack::{Conditions, DateCheck, Example, FigureCheck, Grouping, Rule, Subject};
use crate::text::visible_but;
use chrono::NaiveDate;
use serde::Serialize;

/// The widest that running text is set.
const MEASURE: usize = 90;

/// The page for people; `conditions` are the tables of its file that say what it looks for.
pub fn explain_page(rule: &Rule, conditions: &Conditions, columns: usize) -> String {
    let mut page = Page { text: String::new(), columns: columns.min(MEASURE) };
    page.text.push_str(&format!("{}: {}\n", rule.id, rule.title));
    page.text.push_str(&format!(
        "{}, {} confidence; looks at {}\n",
        rule.severity.name(),
        confidence_name(rule.confidence),
        subject(&rule.subject)
    ));
    page.section("Why", &rule.why);
    page.section("Says", rule.message.template());
    page.section("What to do", &rule.help);
    page.list("Rests on", &rule.norms);
    page.conditions(conditions);
    page.examples("Flags", &rule.flags);
    page.examples("Allows", &rule.allows);
    visible_but(&page.text, |c| matches!(c, '\n' | '\t')).into_owned()
}

/// The page for machines.
pub fn explain_json(rule: &Rule, conditions: &Conditions) -> String {
    pretty(&RulePage::of(rule, conditions))
}

#[derive(Serialize)]
struct RulePage<'r> {
    id: &'r str,
    title: &'r str,
    severity: Severity,
    confidence: Confidence,
    looks_at: String,
    why: &'r str,
    norms: &'r [String],
    message: &'r str,
    help: &'r str,
    looks_for: &'r Conditions,
    flags: Vec<ExamplePage<'r>>,
    allows: Vec<ExamplePage<'r>>,
}

#[derive(Serialize)]
struct ExamplePage<'r> {
    note: Option<&'r str>,
    date: Option<NaiveDate>,
    draft: &'r str,
    record: Option<&'r str>,
    transcript: Option<&'r str>,
}

impl<'r> RulePage<'r> {
    fn of(rule: &'r Rule, conditions: &'r Conditions) -> RulePage<'r> {
        RulePage {
            id: &rule.id,
            title: &rule.title,
            severity: rule.severity,
            confidence: rule.confidence,
            looks_at: subject(&rule.subject),
            why: &rule.why,
            norms: &rule.norms,
            message: rule.message.template(),
            help: &rule.help,
            looks_for: conditions,
            flags: rule.flags.iter().map(ExamplePage::of).collect(),
            allows: rule.allows.iter().map(ExamplePage::of).collect(),
        }
    }
}

impl<'r> ExamplePage<'r> {
    fn of(example: &'r Example) -> ExamplePage<'r> {
        ExamplePage {
            note: example.note.as_deref(),
            date: example.date,
            draft: &example.draft,
            record: example.record.as_deref(),
            transcript: example.transcript.as_deref(),
        }
    }
}

struct Page {
    text: String,
    columns: usize,
}

impl Page {
    fn section(&mut self, title: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        self.text.push_str(&format!("\n{title}\n"));
        for line in wrap(words, self.columns.saturating_sub(2)) {
            self.text.push_str(&format!("  {line}\n"));
        }
    }

    fn list(&mut self, title: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.text.push_str(&format!("\n{title}\n"));
        for item in items {
            for (number, line) in wrap(item, self.columns.saturating_sub(4)).iter().enumerate() {
                let mark = if number == 0 { "-" } else { " " };
                self.text.push_str(&format!("  {mark} {line}\n"));
            }
        }
    }

    /// The tables as a rule file has them; what a line has no room for goes on further in.
    fn conditions(&mut self, conditions: &Conditions) {
        self.text.push_str("\nLooks for\n");
        for line in conditions.as_written().lines() {
            for (number, part) in wrap(line, self.columns.saturating_sub(6)).iter().enumerate() {
                let indent = if number == 0 { "  " } else { "      " };
                self.text.push_str(&format!("{indent}{part}\n"));
            }
        }
    }

    fn examples(&mut self, title: &str, examples: &[Example]) {
        for alike in examples.chunk_by(|one, next| one.number == next.number) {
            let Some((example, others)) = alike.split_first() else { continue };
            let note = example.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
            let date = example.date.map(|date| format!(" ({date})")).unwrap_or_default();
            self.text.push_str(&format!("\n{title} {}{date}{note}\n", example.number));
            self.verbatim("record", example.record.as_deref());
            self.verbatim("transcript", example.transcript.as_deref());
            self.verbatim("draft", Some(&example.draft));
            self.instead(example, others);
        }
    }

    /// What else may stand in an example.
    fn instead(&mut self, example: &Example, others: &[Example]) {
        let others: Vec<&str> = others.iter().filter_map(|other| other.each.as_deref()).collect();
        let Some(words) = example.each.as_ref().filter(|_| !others.is_empty()) else { return };
        let told = format!("for “{words}” also: {}", others.join("; "));
        for line in wrap(&told, self.columns.saturating_sub(2)) {
            self.text.push_str(&format!("  {line}\n"));
        }
    }

    /// Text of an example as it stands, behind a rule; a draft alone needs no name.
    fn verbatim(&mut self, name: &str, words: Option<&str>) {
        let Some(words) = words else { return };
        self.text.push_str(&format!("  {name}\n"));
        for line in words.trim_matches('\n').lines() {
            self.text.push_str(format!("  | {line}").trim_end());
            self.text.push('\n');
        }
    }
}

/// What a rule looks at, in words.
pub(super) fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Pair(rule) => pair(&rule.lens),
        Subject::Claim { per: Grouping::Each, .. } => "each claim for itself".to_owned(),
        Subject::Claim { per: Grouping::Speaker, .. } => "the claims of each speaker".to_owned(),
        Subject::Claim { per: Grouping::Document, .. } => "all claims of the draft".to_owned(),
        Subject::Passage(_) => "passages of the draft".to_owned(),
        Subject::Figures(check) => figures(*check).to_owned(),
        Subject::Date(DateCheck::Weekday) => "weekdays beside calendar dates".to_owned(),
        Subject::Date(DateCheck::Unresolved) => "dates that hang on nothing".to_owned(),
        Subject::Directive(_) => "directives in the comments of the draft".to_owned(),
    }
}

fn figures(check: FigureCheck) -> &'static str {
    match check {
        FigureCheck::Apposed => "figures side by side for one thing",
        FigureCheck::Change => "changes and their two ends",
        FigureCheck::Share => "parts, their wholes and shares",
        FigureCheck::Parts => "wholes and their parts",
        FigureCheck::Lead => "leads in polls and their margins of error",
    }
}

fn pair(lens: &Lens) -> String {
    let whose = match lens.between {
        Between::Anyone => "any two claims",
        Between::Sides => "claims of two sides",
        Between::Speakers => "claims of two speakers",
        Between::Apart => "claims of two speakers who are not known to be of one side",
        Between::SameSide => "claims of two speakers of one side",
        Between::SameSpeaker => "two claims of one speaker",
        Between::ClaimAndText => "a claim and the text’s own words",
        Between::HeadlineAndBody => "the headline and the body",
        Between::DraftAndRecord => "a claim and the record of its speaker",
        Between::DenialAndTarget => "a denial and what it turns down",
    };
    let topic = lens.topic.as_ref().map(|topic| format!(" about {}", topic.name)).unwrap_or_default();
    let within = lens.within.map(|days| format!(", at most {days} days apart")).unwrap_or_default();
    format!("{whose}{topic}{within}")
}

fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}
