//! Whether a claim is on a topic, and what a topic is bound to: advice to those whom it is for, an economy to its country.

use super::alignment::{agent, grammatical_subject, is_pronoun};
use super::framing;
use super::lens::{BoundTo, Topic};
use super::narrower::takes_up;
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
    let bound = match to {
        BoundTo::Audience => other_audience(a, b, topic),
        BoundTo::Place => other_country(a, b),
    };
    let elsewhere = || elsewhere(a, b, to).or_else(|| elsewhere(b, a, to));
    bound.or_else(|| Some(framing::of_one(&elsewhere()?)))
}

/// "Adults should take it", "pregnant women should not": a group on one side is another audience than all on the other.
fn other_audience(a: &Statement, b: &Statement, topic: &Topic) -> Option<String> {
    match (audience(a, topic), audience(b, topic)) {
        (Some(one), Some(other)) if one != other => Some(framing::of_two(&one, &other)),
        (Some(group), None) | (None, Some(group)) => Some(framing::of_one(&group)),
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

/// "In Klow", "of Klow", "in schools", "Italy": the place that only the first is about. What is told further on of "the" water is
/// told of that in Klow.
fn elsewhere(one: &Statement, other: &Statement, to: BoundTo) -> Option<String> {
    let known = |place: &String| {
        let last = place.rsplit(' ').next().unwrap_or_default();
        let side = other.claim.speaker.side.as_deref();
        other.sentence_words.iter().any(|word| word.form.eq_ignore_ascii_case(last))
            || side.is_some_and(|side| side.eq_ignore_ascii_case(last))
    };
    let there = framing::place(&one.framing(), &other.framing());
    let setting = || setting(one).filter(|_| to == BoundTo::Audience);
    let place = there.or_else(|| named_behind_of(one)).or_else(setting).or_else(|| country(one))?;
    (!known(&place) && !goes_on(one, other)).then_some(place)
}

/// Whether the second stands further on in the same text and takes up what was spoken of.
fn goes_on(one: &Statement, other: &Statement) -> bool {
    let (place, further) = (&one.claim.origin, &other.claim.origin);
    let follows = place.file == further.file && place.span.start < further.span.start;
    let subject = grammatical_subject(&other.claim.assertion.skeleton);
    follows && subject.is_some_and(|subject| takes_up(other, subject))
}

/// "The economy of Klow".
fn named_behind_of(statement: &Statement) -> Option<String> {
    let mut pairs = statement.words.windows(2).filter_map(|pair| pair.first().zip(pair.get(1)));
    let (of, name) = pairs.find(|(of, name)| *of.form == *"of" && name.capital)?;
    Some(format!("{} {}", of.form, name.form))
}

/// "In schools", "on trains".
fn setting(statement: &Statement) -> Option<String> {
    let mut settings = statement.claim.assertion.skeleton.settings.iter();
    let setting = settings.find(|setting| PLACES.contains(&&*setting.of))?;
    Some(format!("{} {}", setting.of, setting.what))
}

/// Prepositions of where.
const PLACES: [&str; 8] = ["in", "at", "on", "near", "inside", "outside", "aboard", "across"];

fn country(statement: &Statement) -> Option<String> {
    countries(statement).next().map(|word| word.form.to_string())
}

/// "The economy of Spain", "Italy": no country of the one is one of the other.
fn other_country(a: &Statement, b: &Statement) -> Option<String> {
    let (mut ones, mut others) = (countries(a), countries(b));
    let is_shared = ones.clone().any(|word| others.clone().any(|other| other.base == word.base));
    let (one, other) = (ones.next()?, others.next()?);
    (!is_shared).then(|| framing::of_two(&one.form, &other.form))
}

fn countries(of: &Statement) -> impl Iterator<Item = &Word> + Clone {
    of.words.iter().filter(|word| word.roles.has(Role::Place))
}
