//! Speakers of claim journals: their headers name them outright.

use super::directory::Directory;
use super::speaking;
use crate::claim::{Attribution, Interval, Reached, Speaker, SpeakerAsWritten, Wording};
use crate::document::Meta;
use crate::resolve::actors::{Actors, Person};
use crate::text::{Span, Text};

/// The speaker of a journal's header: what the header states, and what `actors` add to it on the day it was said.
pub fn resolve_written(written: &SpeakerAsWritten, said: Option<Interval>, actors: &Actors) -> Speaker {
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
    speaker
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
