//! What a rule makes of its examples: the page that a snapshot keeps, and what went wrong.

use super::{Look, Shelf, counted};
use crate::check::{DRAFT, Expected, Outcome, Scene, Tried, Wrong};
use crate::pack::{Change, Mutant, Rule};
use similar::TextDiff;

/// The drafts of a rule's examples, each with all that the rule finds in it.
pub fn example_page(tried: &[Tried]) -> String {
    let example = |tried: &Tried| {
        let Scene { expected, number, draft, .. } = &tried.scene;
        let text = draft.source.text().trim();
        format!("== {} {number}\n{text}\n{}", key(*expected), findings(tried, Look::PLAIN))
    };
    tried.iter().map(|tried| format!("{}\n", example(tried))).collect()
}

/// The lines in which two such pages differ, as a unified diff.
pub fn page_difference(kept: &str, found: &str) -> String {
    let lines = TextDiff::from_lines(kept, found);
    lines.unified_diff().header("kept", "found").missing_newline_hint(false).to_string()
}

/// What there is to say of an example; nothing if it turned out as it says.
pub fn example_outcome(rule: &Rule, tried: &Tried, look: Look) -> Option<String> {
    let Scene { expected, number, .. } = &tried.scene;
    let why = tried.scene.example.todo.as_deref().unwrap_or_default();
    let (what, found) = match tried.outcome() {
        Outcome::Right => return None,
        Outcome::Wrong(wrong) => (describe(&wrong, tried), findings(tried, look)),
        Outcome::Todo(wrong) => (format!("{}, to be done: {why}", describe(&wrong, tried)), String::new()),
        Outcome::Done => (format!("as expected, though marked `todo`: {why}"), String::new()),
    };
    Some(format!("{}: example {number} of `{}`: {what}\n{found}", rule.id, key(*expected)))
}

/// What no example of a rule tries: phrases that stand in none, conditions that could go.
pub fn untried(rule: &Rule, phrases: &[&str], conditions: &[Mutant]) -> Option<String> {
    let phrases = phrases.iter().map(|phrase| format!("    no example holds `{phrase}`\n"));
    let conditions = conditions.iter().map(|mutant| format!("    no example needs {}\n", condition(mutant)));
    let lines: String = phrases.chain(conditions).collect();
    (!lines.is_empty()).then(|| format!("{}\n{lines}", rule.id))
}

/// The changes to a rule that its examples do not notice.
pub fn surviving(rule: &Rule, mutants: &[Mutant]) -> Option<String> {
    let line = |mutant: &Mutant| {
        let change = match mutant.change {
            Change::ItemDropped | Change::KeyDropped => "without",
            Change::Negated => "with the reverse of",
        };
        format!("    the same {change} {}\n", condition(mutant))
    };
    let lines: String = mutants.iter().map(line).collect();
    let count = counted(mutants.len(), "change");
    (!mutants.is_empty()).then(|| format!("{}: {count} that no example notices\n{lines}", rule.id))
}

fn condition(Mutant { change, key, value, .. }: &Mutant) -> String {
    match change {
        Change::ItemDropped => format!("{value} in `{key}`"),
        Change::KeyDropped | Change::Negated => format!("`{key} = {value}`"),
    }
}

fn describe(wrong: &Wrong, tried: &Tried) -> String {
    let expected = tried.scene.example.marks.as_deref().unwrap_or_default();
    match wrong {
        Wrong::Silent => "finds nothing".to_owned(),
        Wrong::Fires => "finds something".to_owned(),
        Wrong::Marks(marks) => format!("marks {}, not {}", list(marks), list(expected)),
    }
}

fn list(marks: &[String]) -> String {
    let quoted: Vec<String> = marks.iter().map(|mark| format!("{mark:?}")).collect();
    format!("[{}]", quoted.join(", "))
}

fn findings(tried: &Tried, look: Look) -> String {
    let shelf = Shelf::of(DRAFT, &tried.scene.draft).with_record(&tried.scene.record);
    tried.findings.iter().map(|finding| look.finding(finding, &shelf)).collect()
}

fn key(expected: Expected) -> &'static str {
    match expected {
        Expected::Flags => "flags",
        Expected::Allows => "allows",
    }
}
