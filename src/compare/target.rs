//! What a denial or dispute turns down: a claim earlier in the text, found by the denial's complement.
//!
//! A clause is aligned like any assertion; "the account", "the report" take the latest claim whose speaker or
//! outlet fits; "any misunderstanding between him and Biden" takes the latest claim that speaks of the same
//! people. No fit, no target.

use super::alignment::{Alignment, align, grammatical_subject};
use super::statement::Statement;
use super::thesaurus::{PredicateMatch, Thesaurus};
use crate::claim::{Irrealis, LinkKind, Polarity, last_name};
use crate::grammar::gist::{accuses, is_charge};
use crate::grammar::phrase::Word;
use crate::text::form::{is_weekday, month};

/// Statements of its own text, back from a denial, among which its target is looked for.
const FARTHEST: usize = 200;

/// Nouns that stand for what somebody said.
const ACCOUNTS: &[&str] = &[
    "account",
    "report",
    "claim",
    "allegation",
    "accusation",
    "story",
    "statement",
    "version",
    "description",
    "assertion",
    "suggestion",
    "characterization",
    "characterisation",
    "narrative",
    "charge",
    "falsehood",
    "lie",
    "rumour",
    "rumor",
    "reporting",
    "source",
    "article",
    "finding",
    "figure",
    "estimate",
    "comment",
    "remark",
];

/// Those of them that are no account themselves: words for what somebody said, whatever it was.
const FALSE: &[&str] = &["falsehood", "lie"];

/// What a denial turns down, and how that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Index into the statements that were searched.
    pub index: usize,
    /// How it was found, for the trail.
    pub found_by: String,
    /// Whether the one who denies took part in what the target speaks of.
    pub participant: bool,
}

/// Whether a statement turns something down.
pub fn turns_down(statement: &Statement) -> bool {
    let linked =
        statement.claim.links.iter().any(|link| matches!(link.kind, LinkKind::Denies | LinkKind::Disputes));
    linked || statement.denies() && statement.irrealis() != Some(Irrealis::Condition)
}

/// "Called the report false", "said the claim was untrue": of an account that somebody else gave.
pub fn calls_false(statement: &Statement) -> bool {
    let assertion = &statement.claim.assertion;
    let untrue = assertion.skeleton.predicate.as_ref().is_some_and(|it| UNTRUE.contains(&&*it.lemma));
    let account = grammatical_subject(&assertion.skeleton).filter(|it| it.modifiers.is_empty());
    let told = account.is_some_and(|it| ACCOUNTS.contains(&&*it.head));
    statement.is_attributed() && untrue && told && assertion.polarity == Polarity::Positive
}

/// "Denies the charges", "faces charges of fraud": they are turned down, not that somebody is charged.
pub fn denies_charge(denial: &Statement, target: &Statement) -> bool {
    let object = denial.words.iter().take(CHARGE);
    object.into_iter().any(|word| is_charge(&word.base))
        && target.words.iter().any(|word| accuses(&word.base))
}

/// Words of what is denied among which a charge stands.
const CHARGE: usize = 4;

/// What is said of an account that is turned down.
const UNTRUE: &[&str] = &[
    "false",
    "untrue",
    "wrong",
    "nonsense",
    "baseless",
    "unfounded",
    "inaccurate",
    "incorrect",
    "fabricated",
];

/// The claim among `statements` that `denial` turns down; those of its own text come first, in their order.
pub fn target_of(denial: &Statement, statements: &[&Statement], thesaurus: &Thesaurus) -> Option<Target> {
    by_link(denial, statements)
        .or_else(|| by_clause(denial, statements, thesaurus))
        .or_else(|| by_pronoun(denial, statements))
        .or_else(|| by_account(denial, statements))
        .or_else(|| by_participants(denial, statements))
}

fn by_link(denial: &Statement, statements: &[&Statement]) -> Option<Target> {
    let link =
        denial.claim.links.iter().find(|link| matches!(link.kind, LinkKind::Denies | LinkKind::Disputes))?;
    let index = statements.iter().position(|other| other.claim.id == link.target)?;
    found(denial, statements, index, format!("the record links it to `{}`", link.target))
}

fn by_clause(denial: &Statement, statements: &[&Statement], thesaurus: &Thesaurus) -> Option<Target> {
    let skeleton = &denial.claim.assertion.skeleton;
    skeleton.predicate.as_ref()?;
    let (index, matched) = candidates(denial, statements).find_map(|(index, other)| {
        match align(skeleton, &other.claim.assertion.skeleton, thesaurus) {
            Alignment::Same { swapped: false, predicate, matched }
                if predicate != PredicateMatch::Opposite =>
            {
                Some((index, matched))
            }
            _ => None,
        }
    })?;
    found(denial, statements, index, format!("both speak of {matched}"))
}

/// "Denied it": what was said right before.
fn by_pronoun(denial: &Statement, statements: &[&Statement]) -> Option<Target> {
    let [word] = &*denial.words else { return None };
    if !matches!(&*word.form, "it" | "that" | "this") {
        return None;
    }
    let (index, latest) = candidates(denial, statements).next()?;
    let (own, its) = (&denial.claim.origin, &latest.claim.origin);
    // Of another paragraph only its last sentence is right before.
    let reach = if own.paragraph == its.paragraph { RIGHT_BEFORE } else { 1 };
    let near = its.file == own.file && denial.sentence.saturating_sub(latest.sentence) <= reach;
    near.then_some(())?;
    found(denial, statements, index, format!("“{}” takes what was said right before", word.form))
}

/// Sentences between a claim and the pronoun that turns it down.
const RIGHT_BEFORE: usize = 2;

fn by_account(denial: &Statement, statements: &[&Statement]) -> Option<Target> {
    let words = complement(denial);
    let account = words.iter().find(|word| ACCOUNTS.contains(&&*word.base))?;
    let owners: Vec<&Word> = words
        .iter()
        .copied()
        .filter(|word| word.capital && !is_weekday(&word.form) && month(&word.form).is_none())
        .collect();
    // "Accused Roth of lying": of all that she said, what names the one whom it angers.
    let called_false = FALSE.contains(&&*account.base);
    let own = last_name(&denial.claim.speaker.name).to_lowercase();
    let (index, owner) = candidates(denial, statements).find_map(|(index, other)| {
        let fits = |owner: &&&Word| answers_to(other, &owner.base) && (!called_false || other.names(&own));
        let owner = owners.iter().find(fits);
        match owner {
            Some(owner) => Some((index, Some(owner.span))),
            // Without an owner only a claim that came at second hand, or was reported, can be "the report".
            None if owners.is_empty() && (other.is_second_hand() || tells(other, &account.base)) => {
                Some((index, None))
            }
            None => None,
        }
    })?;
    let by = match owner {
        Some(_) => format!("it turns down the “{}” of the outlet or speaker it names", account.form),
        None => format!("“{}” takes the latest account that came at second hand", account.form),
    };
    found(denial, statements, index, by)
}

/// "The paper reported", "the report says": a claim that is called what a denial calls it.
fn tells(statement: &Statement, account: &str) -> bool {
    let lemma = &statement.claim.attribution.lemma;
    lemma == account || statement.source_words.iter().any(|word| &*word.base == account)
}

fn by_participants(denial: &Statement, statements: &[&Statement]) -> Option<Target> {
    let words = complement(denial);
    let others: Vec<&str> = words.iter().filter(|word| word.capital).map(|word| &*word.base).collect();
    let own = last_name(&denial.claim.speaker.name).to_lowercase();
    let (index, name) = candidates(denial, statements).find_map(|(index, other)| {
        let name = others.iter().find(|name| other.names(name) && **name != own)?;
        (other.names(&own) && other.is_second_hand()).then_some((index, *name))
    })?;
    found(denial, statements, index, format!("both speak of what passed between {own} and {name}"))
}

/// Statements of other speakers that the denial can mean: those before it in its own text, the nearest first, then
/// those of other texts.
fn candidates<'s>(
    denial: &'s Statement,
    statements: &'s [&'s Statement],
) -> impl Iterator<Item = (usize, &'s Statement)> + 's {
    let own = &denial.claim;
    let here = move |other: &Statement| other.claim.origin.file == own.origin.file;
    let answerable = move |(_, other): &(usize, &Statement)| {
        let speaker = &other.claim.speaker;
        other.is_attributed() && !turns_down(other) && !speaker.is_nobody() && !speaker.is_same(&own.speaker)
    };
    // The denial's own text comes first and in its order, so its end is found without looking at every statement.
    let text_end = statements.partition_point(|other| here(other));
    let own_text = statements.get(..text_end).unwrap_or_default();
    let before = own_text.partition_point(|other| other.claim.origin.span.end <= own.origin.span.start);
    let near = statements.get(before.saturating_sub(FARTHEST)..before).unwrap_or_default();
    let first = before - near.len();
    let near = near.iter().enumerate().map(move |(at, other)| (first + at, *other)).rev();
    near.chain(statements.iter().copied().enumerate().skip(text_end)).filter(answerable)
}

fn found(denial: &Statement, statements: &[&Statement], index: usize, found_by: String) -> Option<Target> {
    let target = statements.get(index)?;
    let own = last_name(&denial.claim.speaker.name).to_lowercase();
    let participant = !own.is_empty() && target.names(&own);
    Some(Target { index, found_by, participant })
}

/// The words of the denial that may name its target: its content, else all that does not name the one who denies.
fn complement(denial: &Statement) -> Vec<&Word> {
    if !denial.words.is_empty() {
        return denial.words.iter().collect();
    }
    let source = denial.claim.attribution.source.as_ref().map_or(&[][..], |source| &source.spans);
    let outside = |word: &&Word| !source.iter().any(|span| span.contains(word.span));
    denial.sentence_words.iter().filter(outside).collect()
}

/// Whether a name is that of the claim's speaker, or of anyone its words came through.
fn answers_to(statement: &Statement, name: &str) -> bool {
    let speaker = std::iter::once(&statement.claim.speaker);
    speaker
        .chain(&statement.claim.via)
        .any(|who| last_name(&who.name).to_lowercase() == name || who.name.to_lowercase() == name)
}
