//! What can be done without, and what it takes: "without a permit", "a permit is required".

use crate::grammar::gist::{Gist, Word};

/// What the one goes without and the other requires.
pub(super) fn spared<'g>(claim: &'g Gist, other: &'g Gist) -> Option<&'g str> {
    let one_way = without(claim).filter(|noun| requires(other, noun, claim));
    one_way.or_else(|| without(other).filter(|noun| requires(claim, noun, other)))
}

/// "Without a permit": the family of what it goes without.
fn without(gist: &Gist) -> Option<&str> {
    let at = gist.words.iter().position(|word| word.lower == "without")?;
    let is_part =
        |word: &&Word| word.is_noun() || word.is_adjective() || matches!(&*word.lower, "a" | "an" | "any");
    let phrase = gist.words.get(at + 1..)?.iter().take_while(is_part);
    phrase.filter(|word| word.is_noun()).last().map(|word| word.family.as_str())
}

/// Whether a sentence requires a thing for what the other speaks of: "to enter" is not "to fish".
fn requires(gist: &Gist, noun: &str, other: &Gist) -> bool {
    let has = |gist: &Gist, family: &str| gist.words.iter().any(|word| word.family == family);
    let purposes = gist.words.windows(2).filter_map(|pair| match pair {
        [to, verb] if to.lower == "to" && verb.is_full_verb() => Some(verb),
        _ => None,
    });
    let is_one = purposes.into_iter().all(|verb| has(other, &verb.family));
    has(gist, noun)
        && is_one
        && !gist.is_negated()
        && without(gist).is_none()
        && gist.words.iter().any(is_requirement)
}

/// Whether a word says that something is needed.
pub(super) fn is_requirement(word: &Word) -> bool {
    const WORDS: &[&str] = &["require", "compulsory", "mandatory", "obligatory", "necessary", "need", "must"];
    WORDS.contains(&&*word.base)
}
