//! Which of those who bear one name: "patients under 50" are not "patients over 70".

use super::Framing;
use super::lexicon::LEXICON;
use super::respect::is_function_word;

/// A noun, what leads on to which of them, and a few words behind that, by their places.
#[derive(Clone, Copy)]
struct Group {
    noun: usize,
    end: usize,
}

/// Words behind what leads.
const TOLD: usize = 3;

/// "Patients | under 50", "patients | over 70"; "homes | with a well", "homes | without a well": each is told of others of one name.
pub(super) fn differ(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let told = |of: &Framing, group: Group| of.told(group.noun, group.end);
    groups(one).find_map(|own| {
        let mut facing = groups(other).filter(|its| other.word(its.noun) == one.word(own.noun)).peekable();
        let first = facing.peek().copied()?;
        let apart = facing.all(|its| are_apart((one, own), (other, its)));
        apart.then(|| (told(one, own), told(other, first)))
    })
}

/// "Patients | under 50", "patients": only the one tells which.
pub(super) fn bound(one: &Framing, other: &Framing) -> Option<String> {
    let bounds = |group: &Group| {
        let limit = matches!(one.word(group.noun + 1), "under" | "over" | "above" | "below" | "aged");
        limit && one.word(group.noun + 2).starts_with(|c: char| c.is_ascii_digit())
    };
    let named = |group: &Group| {
        let mut nouns = (0..other.words.len()).filter(|at| other.word(*at) == one.word(group.noun));
        nouns.any(|at| !leads(other, at + 1)) && !other.has(one.word(group.noun + 2))
    };
    groups(one).filter(bounds).find(named).map(|group| one.told(group.noun + 1, group.noun + TOLD))
}

/// "South Sudan", "Sudan"; "New York", "York": a name that begins with the name's own bearing is that of another place.
pub(super) fn namesake(one: &Framing, other: &Framing) -> Option<String> {
    let begins = |at: &usize| {
        let capital = one.capitals.get(*at) == Some(&true);
        capital && LEXICON.bearing.contains(one.word(*at)) && one.is_name(at + 1)
    };
    let short = |of: &usize| {
        let mut same = (0..other.words.len()).filter(|at| other.word(*at) == one.word(of + 1)).peekable();
        same.peek().is_some() && same.all(|at| other.before(at) != one.word(*of))
    };
    (0..one.words.len()).filter(begins).find(short).map(|at| one.told(at, at + 2))
}

fn groups<'f>(of: &'f Framing) -> impl Iterator<Item = Group> + use<'f> {
    let noun = |at: &usize| of.word(*at).starts_with(char::is_alphabetic) && !is_function_word(of.word(*at));
    (0..of.words.len()).filter(noun).filter(|at| leads(of, at + 1)).filter_map(|noun| {
        let words = of.words.get(noun + 2..)?.iter().take(TOLD);
        let count = words.take_while(|word| word.starts_with(char::is_alphanumeric)).count();
        // Bodies and places have more than one name: "talks with Oslo", "talks with Norway".
        let named = of.is_name(noun + 2);
        (count > 0 && !named).then_some(Group { noun, end: noun + 2 + count })
    })
}

fn leads(of: &Framing, at: usize) -> bool {
    LEXICON.group.contains(of.word(at))
}

/// Led alike and told by other words, or led by opposites.
fn are_apart((one, own): (&Framing, Group), (other, its): (&Framing, Group)) -> bool {
    let (lead, facing) = (one.word(own.noun + 1), other.word(its.noun + 1));
    // Whether words behind the noun tell something of which the other knows nothing.
    let tells = |of: &Framing, group: Group, facing: &Framing| {
        let words = of.words.get(group.noun + 2..group.end).unwrap_or_default();
        let mut telling = words.iter().filter(|word| !is_function_word(word)).peekable();
        telling.peek().is_some() && telling.all(|word| !facing.has(word))
    };
    let others = || tells(one, own, other) && tells(other, its, one);
    // "Ended with a deal", "ended without a deal" are no groups: what is so of the ones is denied of the others.
    let denied = one.is_negated() != other.is_negated();
    let opposite = are_opposite(lead, facing) || are_opposite(facing, lead);
    if lead == facing { others() } else { denied && opposite }
}

fn are_opposite(one: &str, other: &str) -> bool {
    matches!((one, other), ("under" | "below", "over" | "above" | "aged") | ("with", "without"))
}
