//! Does a word of one sentence turn down what the other says?

use super::share::Share;
use super::{Found, Known};
use crate::compare::reason::{self, Reason};
use crate::finding::{Party, Relation};
use crate::grammar::gist::{Gist, Turn, Turning, Word, accuses, is_charge};
use crate::grammar::tag::Tag;
use std::collections::BTreeSet;

/// Words that must be shared.
const LEAST: usize = 2;

/// Share of the claim's words, or of those turned down, from which a denial is one of the claim.
const ENOUGH: (f64, f64) = (0.22, 0.8);

/// Share of a negated predicate and its complements that the claim must have.
const NEGATED: f64 = 0.5;

/// Share of a claim's words that must belong to what is called false.
const CALLED: f64 = 0.5;

/// The conflict that a turn of `other` makes with `claim`; `before` is the sentence before `other`.
pub(super) fn turned_down(claim: &Gist, other: &Gist, turn: &Turn, before: Option<&Gist>) -> Option<Found> {
    let said = claim.all_keys();
    let denied = denied_keys(other, turn, before);
    let share = Share::of(&said, &denied)?;
    let nobody = turn.kind == Turning::None && other.denies_anybody(turn.at);
    let enough = (share.words.len() >= LEAST || nobody)
        && (share.of_claim >= ENOUGH.0 || share.of_other >= ENOUGH.1)
        && !is_denied_itself(claim, &share)
        && !is_bound_by_name(claim, other, turn, &share)
        && !is_of_another_deed(claim, other, turn, &share)
        && !is_of_charge(claim, other, turn)
        && fits(claim, &said, other, turn, &share);
    let (relation, by) = relation(turn.kind, other.words.get(turn.at));
    enough.then(|| Found {
        relation,
        by,
        reason: format!("“{}” turns down what the other says", words_of(other, turn)),
        says: (claim.sentence.clone(), other.sentence.clone()),
        share: share.shown_in(claim),
        stopped: None,
    })
}

/// The words that a turn may turn down: its scope, with what it reaches back to and the subject of its sentence.
fn denied_keys<'g>(other: &'g Gist, turn: &Turn, before: Option<&'g Gist>) -> BTreeSet<&'g str> {
    let own = other.keys(turn.scope.clone());
    let earlier = before.filter(|_| turn.kind.reaches_back()).map(Gist::all_keys).unwrap_or_default();
    match turn.kind {
        Turning::Answer | Turning::No if before.is_some_and(|before| before.is_polar) => earlier,
        Turning::Omission | Turning::None => own.into_iter().chain(subject(other)).collect(),
        _ => own.into_iter().chain(earlier).collect(),
    }
}

/// Words at the start of a sentence among which its subject stands.
const SUBJECT: usize = 8;

fn subject(gist: &Gist) -> BTreeSet<&str> {
    let verb =
        |tag: Tag| matches!(tag, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ | Tag::MD);
    let end = gist.words.iter().take(SUBJECT).take_while(|word| !verb(word.tag)).count();
    gist.keys(0..end)
}

/// What holds for some kinds of turn only.
fn fits(claim: &Gist, said: &BTreeSet<&str>, other: &Gist, turn: &Turn, share: &Share) -> bool {
    let behind = other.keys(turn.at..turn.scope.end);
    match turn.kind {
        Turning::FalseThing => share.of_claim >= CALLED && starts_with_shared(other, turn, share),
        // "Nobody was hurt", "seven people were hurt".
        Turning::None if share.words.len() < LEAST || behind.is_empty() => {
            part_of(&other.all_keys(), said) == 1.0
        }
        Turning::Negation | Turning::None | Turning::Omission => {
            starts_with_shared(other, turn, share) && part_of(&behind, said) >= NEGATED
        }
        Turning::FalseReport => tells_the_same(other, turn, share),
        Turning::Ellipsis => other.all_keys().iter().all(|word| said.contains(word)),
        Turning::Withdrawal => is_planned(claim),
        _ => true,
    }
}

/// The word right behind a negator is what is negated: the claim must have it.
fn starts_with_shared(other: &Gist, turn: &Turn, share: &Share) -> bool {
    let mut behind = other.words.iter().take(turn.scope.end).skip(turn.at);
    let first = behind.find(|word| word.telling && !matches!(word.tag, Tag::RB | Tag::RBR | Tag::RBS));
    first.is_some_and(|word| share.words.contains(&word.family))
}

fn part_of(words: &BTreeSet<&str>, of: &BTreeSet<&str>) -> f64 {
    let shared = words.intersection(of).count();
    if words.is_empty() { 1.0 } else { shared as f64 / words.len() as f64 }
}

/// Words behind "false" that say what the report is of.
const REPORTED: usize = 5;

/// "Fired over a false report of a fire" does not call it false that he was fired.
fn tells_the_same(other: &Gist, turn: &Turn, share: &Share) -> bool {
    let near = other.keys(turn.at..turn.at + REPORTED);
    let behind = other.keys(turn.at..turn.scope.end);
    turn.at <= 3 || near.is_empty() || behind.iter().any(|word| share.words.contains(*word))
}

/// Whether the claim itself is turned down where the two meet: then they say the same.
fn is_denied_itself(claim: &Gist, share: &Share) -> bool {
    claim.turns.iter().any(|turn| {
        let scope = claim.keys(turn.scope.clone());
        !turn.kind.is_local() || scope.iter().any(|word| share.words.contains(*word))
    })
}

/// "Voss denied that he took the car", "Voss lost the election": nothing is shared but who denies it.
fn is_bound_by_name(claim: &Gist, other: &Gist, turn: &Turn, share: &Share) -> bool {
    let denier = other.keys(0..turn.at);
    let denied = other.words.get(turn.at + 1..).unwrap_or_default();
    let clause = denied.first().is_some_and(|next| next.lower == "that" || next.tag == Tag::VBG);
    let done = |verb: &Word| claim.words.iter().any(|own| own.is_full_verb() && own.family == verb.family);
    turn.kind == Turning::Denial
        && clause
        && share.words.iter().all(|word| denier.contains(&**word))
        && !denied.iter().any(|word| word.is_full_verb() && done(word))
}

/// "Denied meeting the judge" is no word on whether he bribed her, where they share nothing else but names.
fn is_of_another_deed(claim: &Gist, other: &Gist, turn: &Turn, share: &Share) -> bool {
    let Some(deed) = other.words.get(turn.at + 1).filter(|next| next.tag == Tag::VBG) else { return false };
    let told = claim.words.iter().any(|own| own.family == deed.family);
    let done = claim.words.iter().any(Word::is_full_verb);
    let is_name = |family: &str| claim.words.iter().any(|own| own.name && own.family == family);
    let things = share.words.iter().filter(|family| !is_name(family)).count();
    turn.kind == Turning::Denial && deed.telling && done && !told && things < LEAST
}

/// Words behind "denies" among which the charge stands that is denied.
const CHARGE: usize = 4;

/// "Denies the charges" says that they are wrong, not that there are none: "is charged with fraud" is so all the same.
fn is_of_charge(claim: &Gist, other: &Gist, turn: &Turn) -> bool {
    let denied = other.words.iter().skip(turn.at + 1).take(CHARGE);
    let mut object = denied.take_while(|word| !word.is_verb() && word.lower != "that");
    let charge = turn.kind == Turning::Denial && object.any(|word| word.is_noun() && is_charge(&word.base));
    let mut told = claim.words.iter().zip(claim.words.iter().skip(1));
    charge && told.any(|(word, next)| accuses(&word.base) && next.lower != "that")
}

/// "Denied that it is unsafe" and "it is safe", "not far" and "near": what is turned down is the opposite.
pub(super) fn says_the_same(claim: &Gist, other: &Gist, turn: &Turn, known: &Known) -> bool {
    let denied = other.words.get(turn.at + 1..turn.scope.end.min(other.words.len())).unwrap_or_default();
    let is_opposed = |word: &Word| claim.words.iter().any(|own| known.opposites.are(own, word));
    match turn.kind {
        Turning::Negation => denied.first().is_some_and(is_opposed),
        Turning::Denial => denied.iter().any(|word| word.telling && is_opposed(word)),
        _ => false,
    }
}

/// "Plans to play" is not turned down by "did not play".
pub(super) fn was_planned(claim: &Gist, other: &Gist, turn: &Turn) -> bool {
    let auxiliary = turn.at.checked_sub(1).and_then(|before| other.words.get(before));
    let past = ["did", "was", "were", "has", "have", "had"];
    let plans = claim.words.windows(2).any(|pair| {
        let [word, next] = pair else { return false };
        let plan = [
            "plan", "intend", "aim", "seek", "try", "attempt", "prepare", "propose", "want", "hope", "expect",
        ];
        plan.contains(&word.base.as_str()) && next.lower == "to"
    });
    plans && auxiliary.is_some_and(|word| past.contains(&word.lower.as_str()))
}

/// "Was not sabotaged by divers" leaves open whether it was by others: by whom, where the claim names others or
/// nobody.
pub(super) fn only_by<'g>(claim: &Gist, other: &'g Gist, turn: &Turn) -> Option<&'g str> {
    let by = (turn.at..other.words.len())
        .find(|at| other.words.get(*at).is_some_and(|word| word.lower == "by"))?;
    let who = other.words.get(by..)?.iter().find(|word| word.is_noun())?;
    let named = claim.words.iter().any(|word| word.family == who.family);
    (turn.kind == Turning::Negation && !named).then_some(&*who.lower)
}

/// "Was not sacked because of the defeats" leaves open whether it was for another reason, where the claim gives none or another.
pub(super) fn only_for(claim: &Gist, other: &Gist, turn: &Turn) -> Option<String> {
    let verb = other.words.get(turn.at..)?.iter().find(|word| word.is_full_verb())?;
    let open = turn.kind == Turning::Negation && reason::may_be_all(&verb.base, None);
    open.then(|| reason::alone(given(other, turn.at), given(claim, 0))).flatten()
}

/// The reason that is given from a word on.
fn given(gist: &Gist, from: usize) -> Option<Reason<'_>> {
    reason::bound(gist.words.iter().skip(from).map(|word| (&*word.lower, word.span)))
}

/// "Will play", "to play", "plans to play".
fn is_planned(claim: &Gist) -> bool {
    claim.words.windows(2).any(|pair| {
        let [word, next] = pair else { return false };
        let to = word.lower == "to" && matches!(next.tag, Tag::VB | Tag::VBP);
        matches!(word.lower.as_str(), "will" | "'ll") || word.base == "plan" || to
    })
}

fn words_of(gist: &Gist, turn: &Turn) -> String {
    gist.words.get(turn.at).map(|word| word.lower.clone()).unwrap_or_default()
}

/// What the second does to the first by a turn.
fn relation(kind: Turning, word: Option<&Word>) -> (Relation, Option<Party>) {
    match kind {
        Turning::Denial
            if word
                .is_some_and(|word| matches!(&*word.base, "dispute" | "contest" | "dismiss" | "refute")) =>
        {
            (Relation::Disputes, Some(Party::B))
        }
        Turning::Denial => (Relation::Denies, Some(Party::B)),
        Turning::Doubt | Turning::Unproved => (Relation::Disputes, Some(Party::B)),
        Turning::Retraction => (Relation::Retracts, Some(Party::B)),
        _ => (Relation::Contradicts, None),
    }
}
