//! Why two claims conflict, or do not: the gates of every rule that takes them.

use super::shelf::Shelf;
use crate::check::Answer;
use crate::compare::Statement;
use crate::finding::{Gate, Step};

/// The two claims, then the general comparison, then each rule with its gates.
pub fn why_page(a: &Statement, b: &Statement, answers: &[Answer], shelf: &Shelf) -> String {
    let mut page = format!("{}\n{}\n", claim_line('A', a, shelf), claim_line('B', b, shelf));
    for answer in answers {
        page.push_str(&answer_lines(answer));
    }
    page
}

fn claim_line(letter: char, statement: &Statement, shelf: &Shelf) -> String {
    let claim = &statement.claim;
    let place = shelf.get(claim.origin.file).map_or_else(String::new, |shelved| {
        let place = shelved.places(claim.focus()).0;
        format!("{}:{}:{}", shelved.source.name(), place.line, place.column)
    });
    format!("{letter}  {}, {place}: {}", statement.who(), claim.content())
}

fn answer_lines(answer: &Answer) -> String {
    let weighing = &answer.weighing;
    let name = if answer.rule.is_empty() { "in general" } else { &answer.rule };
    let verdict = match &weighing.opposition {
        Some(opposition) => format!("fires: {}", opposition.reason),
        None => "does not fire".to_owned(),
    };
    let steps: String = weighing.trail.iter().map(step_line).collect();
    format!("\n{name}: {verdict}\n{steps}")
}

fn step_line(step: &Step) -> String {
    let mark = if step.passed { "passed " } else { "stopped" };
    format!("  {mark}  {:<8}  {}\n", gate_name(step.gate), step.reason)
}

fn gate_name(gate: Gate) -> &'static str {
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
