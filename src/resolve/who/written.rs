//! Speakers of claim journals: their headers name them outright.

use super::directory::Directory;
use super::speaking;
use crate::claim::{Attribution, Interval, Reached, Speaker, SpeakerAsWritten, Wording};
use crate::document::Meta;
use crate::resolve::actors::{Actors, Person};
use crate::text::{Span, Text};
use rustc_hash::FxHashMap;
use std::sync::{PoisonError, RwLock};

/// Those whom headers name, who are few: each is resolved once for all files and threads, as far as it does not hang on the
/// day.
#[derive(Debug)]
pub struct Headers<'a> {
    actors: &'a Actors,
    known: RwLock<FxHashMap<SpeakerAsWritten, Speaker>>,
}

impl<'a> Headers<'a> {
    /// None so far.
    pub fn new(actors: &'a Actors) -> Headers<'a> {
        Headers { actors, known: RwLock::default() }
    }

    /// The speaker of a header: what it states, and what the actors file adds to it on the day it was said.
    pub fn speaker(&self, written: &SpeakerAsWritten, said: Option<Interval>) -> Speaker {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).get(written).cloned();
        if let Some(known) = known {
            return known;
        }
        let (speaker, of_day) = resolved(written, said, self.actors);
        if !of_day {
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            known.insert(written.clone(), speaker.clone());
        }
        speaker
    }
}

/// The speaker, and whether it might be another on another day.
fn resolved(written: &SpeakerAsWritten, said: Option<Interval>, actors: &Actors) -> (Speaker, bool) {
    let role = written.role.as_deref().map_or(String::new(), |role| format!(", {role},"));
    let name = spelt_out(&written.name);
    let prose = format!("{name}{role}");
    let text = Text::of_paragraph(&prose);
    let meta = Meta { date: said.map(|interval| interval.from), ..Meta::default() };
    let mut directory = Directory::read(&text, &meta, actors);
    let source = Wording::of(&prose, vec![Span::new(0, prose.len())]);
    let mut speaker =
        speaking::speakers(&mut directory, &[Attribution::of_source(source)]).pop().unwrap_or_default();
    if speaker.is_nobody() {
        speaker.name.clone_from(&name);
    }
    if let Some(person) = only_bearer(&speaker.name, actors) {
        speaker.name.clone_from(&person.name);
        speaker.side = speaker.side.or(person.side.clone());
        speaker
            .reached
            .push(Reached { by: "only known bearer of the last name", detail: person.name.clone() });
    }
    speaker.role = written.role.clone().or(speaker.role);
    if let Some(side) = &written.side {
        speaker.side = Some(side.clone());
        speaker.reached.push(Reached { by: "side in the header", detail: side.clone() });
    }
    (speaker, directory.hangs_on_day())
}

/// The one person of the actors file with this last name, where the name is nothing more.
fn only_bearer<'a>(name: &str, actors: &'a Actors) -> Option<&'a Person> {
    let mut bearers = actors.with_last_name(name);
    let first = bearers.next()?;
    (!name.contains(' ') && bearers.next().is_none()).then_some(first)
}

/// The label of a transcript as a name: `MARTA LIND` is Marta Lind. A name of one word may be an
/// abbreviation and stays.
fn spelt_out(name: &str) -> String {
    let is_label = name.contains(' ') && !name.chars().any(char::is_lowercase);
    if !is_label {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut after_letter = false;
        let letters = word.chars().flat_map(|letter| {
            let lower = std::mem::replace(&mut after_letter, letter.is_alphabetic());
            if lower { letter.to_lowercase().collect::<Vec<_>>() } else { vec![letter] }
        });
        letters.collect::<String>()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
