//! Whether a claim is on a topic, and what a topic is bound to: advice to those whom it is for, an economy to its country.

use super::alignment::{agent, grammatical_subject, is_pronoun};
use super::lens::{BoundTo, Topic};
use super::statement::Statement;
use crate::claim::Participant;
use crate::grammar::phrase::{Role, Word};
use crate::text::Span;

/// Whether a claim speaks of a topic.
pub(super) fn on_topic(topic: &Topic, statement: &Statement) -> Result<(), String> {
    let words = &statement.words;
    let about = statement.claim.topics.contains(&topic.name) || topic.any.matches(words);
    if about && !topic.unless.matches(words) {
        return Ok(());
    }
    Err(format!("{} does not speak of {}", statement.who(), topic.name))
}

/// Why two claims on a topic are not about the same, in what it is bound to.
pub(super) fn apart(a: &Statement, b: &Statement, topic: &Topic, to: BoundTo) -> Option<String> {
    match to {
        BoundTo::Audience => other_audience(a, b, topic),
        BoundTo::Place => other_country(a, b),
    }
}

/// "Adults should take it", "pregnant women should not": a group on one side is another audience than all on the other.
fn other_audience(a: &Statement, b: &Statement, topic: &Topic) -> Option<String> {
    match (audience(a, topic), audience(b, topic)) {
        (Some(one), Some(other)) if one != other => {
            Some(format!("the one is about “{one}”, the other about “{other}”"))
        }
        (Some(group), None) | (None, Some(group)) => Some(format!("only one of them is about “{group}”")),
        _ => None,
    }
}

/// The group that something is said to be for, or that is to do it; `None` where that is everybody.
fn audience(statement: &Statement, topic: &Topic) -> Option<String> {
    let skeleton = &statement.claim.assertion.skeleton;
    let meant = skeleton.settings.iter().find(|setting| setting.of == "for" && !is_pronoun(&setting.what));
    meant.map(|setting| setting.what.clone()).or_else(|| {
        let subject = grammatical_subject(skeleton)?;
        let is_topic = statement.words.iter().any(|word| {
            subject.span.contains(word.span)
                && *word.base == *subject.head
                && topic.any.matches(std::slice::from_ref(word))
        });
        if is_topic { doers(statement) } else { bidden(statement, subject) }
    })
}

/// "Masks should be worn by nurses".
fn doers(statement: &Statement) -> Option<String> {
    let skeleton = &statement.claim.assertion.skeleton;
    let doer = skeleton.predicate.as_ref().filter(|it| it.passive).and_then(|_| agent(skeleton))?;
    group(statement, doer.span)
}

/// "People with a fever should not get it", "nurses are advised to": the subject, with what stands between it and its verb.
fn bidden(statement: &Statement, subject: &Participant) -> Option<String> {
    if PERSONAL.contains(&&*subject.head.to_lowercase()) {
        return None;
    }
    let is_duty = |word: &&Word| word.span.start >= subject.span.end && DUTY.contains(&&*word.base);
    let end = statement.words.iter().find(is_duty)?.span.start;
    group(statement, Span::new(subject.span.start, end))
}

/// The words of a group; "people" and "everybody" alone are none.
fn group(statement: &Statement, place: Span) -> Option<String> {
    let words = statement.words_at(place).to_lowercase();
    let words = ARTICLES.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(&words);
    (!words.is_empty() && !is_pronoun(words)).then(|| words.to_owned())
}

const ARTICLES: [&str; 3] = ["the ", "all ", "any "];

/// Whoever has been spoken of, or all who listen.
const PERSONAL: [&str; 7] = ["i", "we", "you", "he", "she", "it", "they"];

/// Verbs by which somebody is told what to do; "be" as in "are advised to".
const DUTY: [&str; 6] = ["should", "must", "ought", "have", "need", "be"];

/// "The economy of Spain", "Italy": no country of the one is one of the other.
fn other_country(a: &Statement, b: &Statement) -> Option<String> {
    let (mut ones, mut others) = (countries(a), countries(b));
    let is_shared = ones.clone().any(|word| others.clone().any(|other| other.base == word.base));
    let (one, other) = (ones.next()?, others.next()?);
    (!is_shared).then(|| format!("the one is about “{}”, the other about “{}”", one.form, other.form))
}

fn countries(of: &Statement) -> impl Iterator<Item = &Word> + Clone {
    of.words.iter().filter(|word| word.roles.has(Role::Place))
}
