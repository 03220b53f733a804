//! Whose something is that somebody speaks of: "its army"; "the party" in the mouth of its spokesman.

use super::directory::Directory;
use super::lexicon::{Class, class_of, same_noun, singular};
use crate::claim::{Participant, Speaker};
use crate::resolve::actors::Actor;
use std::ops::Range;

/// Nouns by which a body may be spoken of that is named without one: "Hallworth … the company".
const BODIES: [&str; 20] = [
    "party",
    "company",
    "club",
    "team",
    "group",
    "charity",
    "bloc",
    "movement",
    "business",
    "chain",
    "airline",
    "bank",
    "retailer",
    "supplier",
    "operator",
    "school",
    "university",
    "hospital",
    "museum",
    "church",
];

/// Nouns by which a place may be spoken of that somebody speaks for: "officials in Vik … the town".
const PLACES: [&str; 10] = [
    "city",
    "town",
    "village",
    "district",
    "county",
    "municipality",
    "region",
    "province",
    "state",
    "country",
];

/// What a state means by them is its own.
const OF_STATES: [&str; 4] = ["army", "military", "government", "country"];

impl Directory<'_, '_> {
    /// Whose `thing` is, by its own words and in the mouth of `speaker`; `subject` is what the sentence speaks of before it.
    pub fn owner_of(
        &self,
        thing: &Participant,
        subject: Option<&Participant>,
        speaker: &Speaker,
    ) -> Option<String> {
        let range = self.words().text.tokens_in(thing.span);
        match range.clone().find(|at| self.is_possessive_pronoun(*at)) {
            Some(at) => self.possessor(at, thing, subject, speaker),
            None => self.state_before(range.clone()).or_else(|| self.own_body(range, speaker)),
        }
    }

    fn is_possessive_pronoun(&self, at: usize) -> bool {
        matches!(self.words().lower(at).as_str(), "my" | "our" | "his" | "her" | "its" | "their")
    }

    /// Whom a possessive pronoun means: its own sentence's subject, or else the one who speaks. Between quotation marks others
    /// are spoken of.
    fn possessor(
        &self,
        at: usize,
        thing: &Participant,
        subject: Option<&Participant>,
        speaker: &Speaker,
    ) -> Option<String> {
        let words = self.words();
        let pronoun = words.lower(at);
        let quoted = words.text.quotation_at(at).is_some();
        let personally = || Some(speaker.name.clone());
        match pronoun.as_str() {
            _ if speaker.is_nobody() => None,
            "my" => personally(),
            "our" => body_of(speaker).or_else(personally),
            _ if quoted => None,
            "his" | "her" => {
                let meant = self.name_of(words.text.span_of(at..at + 1)).or_else(personally);
                let of_body = class_of(&thing.head).is(Class::BODY);
                // "His army" is his country's.
                let body = || body_of(speaker).filter(|_| of_body && meant.as_ref() == Some(&speaker.name));
                body().or(meant.clone())
            }
            _ => match subject.filter(|subject| self.is_many(subject) == (pronoun == "their")) {
                Some(subject) => subject.name.clone(),
                None if pronoun == "their" => body_of(speaker),
                None => {
                    let one = || personally().filter(|name| !name.contains(' '));
                    body_of(speaker).or_else(one).filter(|_| !are_many(speaker))
                }
            },
        }
    }

    fn is_many(&self, participant: &Participant) -> bool {
        let range = self.words().text.tokens_in(participant.span);
        let last = range.end.saturating_sub(1);
        let form = self.words().lower(last);
        self.words().is(last, Class::PLURAL) || form.ends_with('s') && !form.ends_with("ss")
    }

    /// "The Russian | army", "Ukraine | ’s army".
    fn state_before(&self, range: Range<usize>) -> Option<String> {
        let words = self.words();
        let mut front =
            (range.start..range.end.saturating_sub(1)).take_while(|at| !words.is(*at, Class::PREPOSITION));
        front.find_map(|at| {
            let mut actors = self.actors.find(words.word(at)).filter(|_| words.is_capitalised(at));
            actors.find_map(|actor| match actor {
                Actor::State(state) | Actor::Adjective(state) => Some(state.name.clone()),
                _ => None,
            })
        })
    }

    /// "The party", where the speaker is one or speaks for one.
    fn own_body(&self, range: Range<usize>, speaker: &Speaker) -> Option<String> {
        let words = self.words();
        let noun = range.end.checked_sub(1).filter(|_| range.len() == 2)?;
        let definite = words.lower(range.start) == "the" && !words.is(noun, Class::PLURAL);
        let called = same_noun(&singular(words.word(noun)));
        body_of(speaker).filter(|body| definite && self.may_be_called(body, &called))
    }

    /// Whether a body may be called by a noun: by its own, or, where its name has none, by one that fits what it is.
    fn may_be_called(&self, body: &str, noun: &str) -> bool {
        let words = body.split(' ').map(str::to_lowercase);
        let mut nouns = words.filter(|word| class_of(word).is(Class::BODY)).peekable();
        if self.actors.state(body).is_some() {
            OF_STATES.contains(&noun)
        } else if nouns.peek().is_some() {
            nouns.any(|own| same_noun(&singular(&own)) == noun)
        } else {
            BODIES.contains(&noun) || PLACES.contains(&noun)
        }
    }
}

/// The body that a speaker is or speaks for: "Greens" of "spokesman for the Greens", "Vik" of "officials in Vik".
fn body_of(speaker: &Speaker) -> Option<String> {
    let told = speaker.role.as_deref().unwrap_or(&speaker.name);
    let behind =
        [" for ", " of ", " in "].iter().find_map(|link| told.split_once(link)).map(|(_, body)| body);
    let owner = told.split_once("'s ").or_else(|| told.split_once("’s ")).map(|(owner, _)| owner);
    let described = behind.or(owner).map(|body| body.trim_start_matches("the ").to_owned());
    let itself = (speaker.group || is_called_by_article(speaker)).then(|| speaker.name.clone());
    speaker.side.clone().or_else(|| speaker.institution.clone()).or(described).or(itself)
}

/// "Inspectors", of whom nobody says "its".
fn are_many(speaker: &Speaker) -> bool {
    let common = |word: &&str| word.starts_with(char::is_lowercase);
    speaker.group && speaker.name.split(' ').filter(common).any(|word| class_of(word).is(Class::PLURAL))
}

/// "The Greens | said": no person's name has an article.
fn is_called_by_article(speaker: &Speaker) -> bool {
    let mut written = speaker.reached.iter().map(|step| step.detail.as_str());
    let article = written
        .any(|detail| detail.strip_prefix("The ").or(detail.strip_prefix("the ")) == Some(&speaker.name));
    article && speaker.name.starts_with(char::is_uppercase)
}
