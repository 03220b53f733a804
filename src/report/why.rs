//! Why two claims conflict, or do not: the gates of every rule that takes them.

use super::shelf::Shelf;
use crate::check::Answer;
use crate::claim::{Basis, Claim, DateRead, Interval, Reached, Resolved};
use crate::compare::{Statement, describe_day};
use crate::finding::{Gate, Step};

/// Gates that a rule's trail must have passed to be shown whole; what stops earlier is told in a line.
const WORTH_A_TRAIL: usize = 2;

/// The two claims, then the general comparison, then each rule, the one that came furthest first.
pub fn why_page(a: &Statement, b: &Statement, answers: &[Answer], shelf: &Shelf) -> String {
    let mut page = format!("{}\n{}\n", claim_line('A', a, shelf), claim_line('B', b, shelf));
    let (near, far): (Vec<&Answer>, Vec<&Answer>) = answers.iter().partition(|it| is_worth_a_trail(it));
    page.extend(near.into_iter().map(trail));
    if !far.is_empty() {
        page.push_str("\nStopped at once:\n");
        page.extend(far.into_iter().map(stop_line));
    }
    page
}

fn is_worth_a_trail(answer: &Answer) -> bool {
    let passed = answer.weighing.trail.iter().filter(|step| step.passed).count();
    answer.rule.is_empty() || answer.weighing.opposition.is_some() || passed >= WORTH_A_TRAIL
}

fn claim_line(letter: char, statement: &Statement, shelf: &Shelf) -> String {
    let claim = &statement.claim;
    let place = shelf.get(claim.origin.file).map_or_else(String::new, |shelved| {
        let place = shelved.places(claim.focus()).0;
        format!("{}:{}:{}", shelved.source.name(), place.line, place.column)
    });
    let lines = [who_line(claim), when_line(claim)].into_iter().flatten().chain(date_lines(claim, shelf));
    let lines: String = lines.map(|line| format!("\n   {line}")).collect();
    format!("{letter}  {}\n   {place}{lines}", claim_words(statement))
}

/// Who said it, when, and what.
pub(super) fn claim_words(statement: &Statement) -> String {
    let claim = &statement.claim;
    let when = claim.said.as_ref().map_or_else(|| "undated".to_owned(), describe_day);
    let words = if claim.content().is_empty() { claim.cue() } else { claim.content() };
    format!("{}, {when}: {words}", statement.who())
}

/// How the speaker was reached, step by step.
fn who_line(claim: &Claim<Resolved>) -> Option<String> {
    let step = |step: &Reached| match step.detail.as_str() {
        "" => step.by.to_owned(),
        detail => format!("{} (“{detail}”)", step.by),
    };
    let steps: Vec<String> = claim.speaker.reached.iter().map(step).collect();
    (!steps.is_empty()).then(|| format!("who: {}", steps.join(", ")))
}

/// From where the day was counted on which it was said.
fn when_line(claim: &Claim<Resolved>) -> Option<String> {
    claim.said.map(|said| format!("when: {}", counted(&said)))
}

/// The dates that the claim speaks of, each with the days it was read as.
fn date_lines(claim: &Claim<Resolved>, shelf: &Shelf) -> Vec<String> {
    let prose = shelf.get(claim.origin.file).map_or("", |shelved| shelved.prose);
    let line = |date: &DateRead| {
        let words = prose.get(date.span.start..date.span.end).unwrap_or_default();
        match &date.interval {
            Some(days) => format!("“{words}”: {}, {}", describe_day(days), counted(days)),
            None => format!("“{words}”: no days that can be told"),
        }
    };
    claim.dates.iter().map(line).collect()
}

fn counted(days: &Interval) -> String {
    let from = match days.basis {
        Basis::Absolute => "written out",
        Basis::Dateline => "counted from the day of publication",
        Basis::Anchor => "counted from a date before it",
        Basis::Quote => "counted from the day of the words quoted",
        Basis::Vague => "not told more closely",
    };
    if days.sure { from.to_owned() } else { format!("{from}, and no more than likely") }
}

fn trail(answer: &Answer) -> String {
    let weighing = &answer.weighing;
    let name = if answer.rule.is_empty() { "In general" } else { &answer.rule };
    let verdict = match &weighing.opposition {
        Some(opposition) => format!("fires: {}", opposition.reason),
        None => "does not fire".to_owned(),
    };
    let steps: String = weighing.trail.iter().map(step_line).collect();
    format!("\n{name}: {verdict}\n{steps}")
}

fn stop_line(answer: &Answer) -> String {
    let reason = answer.weighing.trail.last().map_or("", |step| step.reason.as_str());
    format!("  {}: {reason}\n", answer.rule)
}

fn step_line(step: &Step) -> String {
    let mark = if step.passed { "passed " } else { "stopped" };
    format!("  {mark}  {:<8}  {}\n", gate_name(step.gate), step.reason)
}

/// A gate as it is called on a page.
pub(super) fn gate_name(gate: Gate) -> &'static str {
    match gate {
        Gate::Stated => "stated",
        Gate::Topic => "topic",
        Gate::Scope => "scope",
        Gate::Time => "time",
        Gate::Opposed => "opposed",
        Gate::Standing => "standing",
        Gate::Weight => "weight",
    }
}
