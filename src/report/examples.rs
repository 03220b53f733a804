//! What a rule makes of its examples: the page that a snapshot keeps, and what went wrong.

use super::{Look, Shelf, counted};
use crate::check::{DRAFT, Expected, Outcome, Scene, Tried, Untried, Wrong};
use crate::grammar::phrase::{Loss, Part};
use crate::pack::{Change, Example, Mutant, Rule};
use similar::TextDiff;

/// The drafts of a rule's examples, each with all that the rule finds in it; of several that differ in a few words the
/// first, and of the others what the findings say.
pub fn example_page(tried: &[Tried]) -> String {
    let mut shown = None;
    let example = |tried: &Tried| {
        let Scene { expected, draft, example, .. } = &tried.scene;
        let is_more = shown.replace((*expected, example.number)) == Some((*expected, example.number));
        match is_more {
            true => format!("{}\n{}", head(&tried.scene), messages(tried)),
            false => {
                let text = draft.source.text().trim();
                format!("{}\n{text}\n{}", head(&tried.scene), findings(tried, Look::PLAIN))
            }
        }
    };
    tried.iter().map(example).map(|shown| format!("{shown}\n")).collect()
}

fn head(scene: &Scene) -> String {
    let each = scene.example.each.as_ref().map(|words| format!(" “{words}”"));
    format!("== {} {}{}", key(scene.expected), scene.example.number, each.unwrap_or_default())
}

fn messages(tried: &Tried) -> String {
    tried.findings.iter().map(|finding| format!("{}\n", finding.message)).collect()
}

/// The lines in which two such pages differ, as a unified diff.
pub fn page_difference(kept: &str, found: &str) -> String {
    // A last line without a line break would differ from the same line with others behind it.
    let [kept, found] = [kept, found].map(|page| format!("{page}\n"));
    let lines = TextDiff::from_lines(&kept, &found);
    lines.unified_diff().header("kept", "found").to_string()
}

/// What there is to say of an example; nothing if it turned out as it says.
pub fn example_outcome(rule: &Rule, tried: &Tried, look: Look) -> Option<String> {
    let Scene { expected, example: Example { number, each, .. }, .. } = &tried.scene;
    let each = each.as_ref().map(|words| format!(" “{words}”")).unwrap_or_default();
    let why = tried.scene.example.todo.as_deref().unwrap_or_default();
    let (what, found) = match tried.outcome() {
        Outcome::Right => return None,
        Outcome::Wrong(wrong) => (describe(&wrong, tried), findings(tried, look)),
        Outcome::Todo(wrong) => (format!("{}, to be done: {why}", describe(&wrong, tried)), String::new()),
        Outcome::Done => (format!("as expected, though marked `todo`: {why}"), String::new()),
    };
    Some(format!("{}: example {number}{each} of `{}`: {what}\n{found}", rule.id, key(*expected)))
}

/// What no example of a rule tries: phrases that stand in none, conditions that could go.
pub fn untried(rule: &Rule, phrases: &[Untried], conditions: &[Mutant]) -> Option<String> {
    let phrases = phrases.iter().map(|untried| format!("    no example holds `{}`\n", want(untried)));
    let conditions = conditions.iter().map(|mutant| format!("    no example needs {}\n", condition(mutant)));
    let lines: String = phrases.chain(conditions).collect();
    (!lines.is_empty()).then(|| format!("{}\n{lines}", rule.id))
}

/// The changes to a rule that its examples do not notice.
pub fn surviving(rule: &Rule, mutants: &[Mutant]) -> Option<String> {
    let line = |mutant: &Mutant| format!("    the same {}\n", difference(mutant));
    let lines: String = mutants.iter().map(line).collect();
    let count = counted(mutants.len(), "change");
    (!mutants.is_empty()).then(|| format!("{}: {count} that no example notices\n{lines}", rule.id))
}

/// What no example holds of a phrase.
fn want(Untried { phrase, part }: &Untried) -> String {
    part.as_ref().map_or_else(|| clipped(phrase.source()), |part| clipped(&part.shown_by.to_string()))
}

/// How a changed rule differs from the rule.
fn difference(mutant: &Mutant) -> String {
    let Mutant { change, key, part, .. } = mutant;
    match (change, part) {
        (Change::PhraseChanged(loss), Some(Part { part, shown_by, .. })) => {
            let (part, shown_by) = (clipped(&part.to_string()), clipped(&shown_by.to_string()));
            let changed = match loss {
                Loss::Choice => format!("with `{part}` for `{part}?`"),
                _ => format!("without `{part}`"),
            };
            format!("{changed} as in `{shown_by}` in `{key}`")
        }
        (Change::Negated, _) => format!("with the reverse of {}", condition(mutant)),
        _ => format!("without {}", condition(mutant)),
    }
}

/// The longest phrase that is told whole.
const WHOLE: usize = 100;

fn clipped(phrase: &str) -> String {
    let words = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(WHOLE) {
        Some((end, _)) => format!("{} …", words.get(..end).unwrap_or(&words)),
        None => words,
    }
}

fn condition(Mutant { change, key, value, .. }: &Mutant) -> String {
    let value = clipped(value);
    match change {
        Change::KeyDropped | Change::Negated => format!("`{key} = {value}`"),
        _ => format!("{value} in `{key}`"),
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
