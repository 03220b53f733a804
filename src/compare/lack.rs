//! What one claim has and another lacks: "ended with a deal", "ended without one".

use super::statement::Statement;

/// Words that may stand between "with" and its noun.
const BETWEEN: &[&str] = &["a", "an", "any", "the", "further", "new"];

/// The noun that one of them has "with" it and the other is "without".
pub(super) fn lacked(a: &Statement, b: &Statement) -> Option<String> {
    let missing = |one: &Statement, other: &Statement| {
        let there = behind("with", other);
        behind("without", one).into_iter().find(|noun| there.contains(noun))
    };
    missing(a, b).or_else(|| missing(b, a))
}

/// Whether only one of them is without something: then it cannot be told that they say the same.
pub(super) fn lacks_alone(a: &Statement, b: &Statement) -> bool {
    behind("without", a) != behind("without", b)
}

/// The words behind a preposition.
fn behind(preposition: &str, statement: &Statement) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = false;
    for word in statement.words.iter() {
        if open && !BETWEEN.contains(&&*word.form) {
            found.push(word.base.to_string());
            open = false;
        }
        open |= *word.form == *preposition;
    }
    found
}
