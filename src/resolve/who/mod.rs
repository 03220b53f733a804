//! Who speaks: source phrases and journal headers become speakers with one name throughout a text.

use super::actors::{Actor, Actors};
use crate::claim::{Attribution, Interval, Reached, Speaker, SpeakerAsWritten};
use crate::document::Meta;
use crate::text::Text;

/// Who is heard in one attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The one whose words they are; nameless for hearsay.
    pub speaker: Speaker,
    /// Those through whom the words came, the nearest to the reader first.
    pub via: Vec<Speaker>,
}

/// The voices of `attributions`, in their order, as far as the text, its head and `actors` tell.
pub fn resolve(_text: &Text, _meta: &Meta, attributions: &[Attribution], actors: &Actors) -> Vec<Voice> {
    let speaker = |attribution: &Attribution| match &attribution.source {
        Some(source) => by_name(&source.text, actors),
        None => Speaker::default(),
    };
    let voice = |attribution| Voice { speaker: speaker(attribution), via: Vec::new() };
    attributions.iter().map(voice).collect()
}

/// The speaker of a journal's header: what the header states, and what `actors` add to it.
pub fn resolve_written(written: &SpeakerAsWritten, _said: Option<Interval>, actors: &Actors) -> Speaker {
    let mut speaker = by_name(&written.name, actors);
    speaker.role = written.role.clone();
    speaker.side = written.side.clone().or(speaker.side);
    speaker
}

fn by_name(name: &str, actors: &Actors) -> Speaker {
    let reached = |by, detail: &str| vec![Reached { by, detail: detail.to_owned() }];
    let named = |name: &str, side: Option<&str>, by| Speaker {
        name: name.to_owned(),
        side: side.map(str::to_owned),
        reached: reached(by, name),
        ..Speaker::default()
    };
    match actors.find(name).next() {
        Some(Actor::State(state) | Actor::Capital(state)) => named(&state.name, Some(&state.name), "metonym"),
        Some(Actor::Seat(state, seat)) => named(seat, Some(&state.name), "metonym"),
        Some(Actor::Person(person) | Actor::Short(person)) => {
            named(&person.name, person.side.as_deref(), "actors file")
        }
        Some(Actor::Body(body)) => named(&body.name, body.side.as_deref(), "actors file"),
        _ => named(name, None, "own words"),
    }
}
