//! What a rule makes of its examples: the page that a snapshot keeps, and what went wrong.

use super::why::{claim_words, gate_name};
use super::{Look, Shelf, counted};
use crate::check::{DRAFT, Expected, Outcome, Scene, Shortfall, Tried, Untried, Wrong};
use crate::grammar::phrase::{Loss, Part};
use crate::pack::{Change, Example, Mutant, Rule};
use crate::text::Source;
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

/// What there is to say of an example; nothing if it turned out as it says. `file` is the rule's.
pub fn example_outcome(
    file: &Source,
    tried: &Tried,
    shortfall: Option<&Shortfall>,
    look: Look,
) -> Option<String> {
    let Scene { expected, example: Example { number, each, at, .. }, .. } = &tried.scene;
    let (name, line) = (file.name(), file.place(at.start).line);
    let each = each.as_ref().map(|words| format!(" “{words}”")).unwrap_or_default();
    let why = tried.scene.example.todo.as_deref().unwrap_or_default();
    let (what, found) = match tried.outcome() {
        Outcome::Right => return None,
        Outcome::Wrong(wrong) => {
            (describe(&wrong, tried), shortfall.map(fell_short).unwrap_or_else(|| findings(tried, look)))
        }
        Outcome::Todo(wrong) => (format!("{}, to be done: {why}", describe(&wrong, tried)), String::new()),
        Outcome::Done => (format!("as expected, though marked `todo`: {why}"), String::new()),
    };
    Some(format!("{name}:{line}: example {number}{each} of `{}`: {what}\n{found}", key(*expected)))
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
        Wrong::Marks(marks) => {
            let draft = &tried.scene.draft;
            let stands = |mark: &&String| draft.prose.contains(*mark) || draft.source.text().contains(*mark);
            let strange: Vec<String> = expected.iter().filter(|mark| !stands(mark)).cloned().collect();
            let strange = match strange.is_empty() {
                true => String::new(),
                false => format!("; {} stands nowhere in the draft", list(&strange)),
            };
            format!("marks {}, not {}{strange}", list(marks), list(expected))
        }
    }
}

/// How near a rule came to finding something.
fn fell_short(shortfall: &Shortfall) -> String {
    match shortfall {
        Shortfall::Claims(claims) if claims.is_empty() => "    no claim is read in it\n".to_owned(),
        Shortfall::Claims(claims) => {
            let claims: String =
                claims.iter().map(|claim| format!("      {}\n", claim_words(claim))).collect();
            format!("    none of the claims read in it is what the rule asks for:\n{claims}")
        }
        Shortfall::Pair([a, b], answer) => {
            let stop = answer.weighing.trail.last();
            let stop = stop.map(|step| format!("{}: {}", gate_name(step.gate), step.reason));
            let (a, b) = (claim_words(a), claim_words(b));
            format!(
                "    the nearest two of its claims stop at {}\n      {a}\n      {b}\n",
                stop.unwrap_or_default()
            )
        }
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
