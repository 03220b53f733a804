//! Who speaks: source phrases and journal headers become speakers with one name throughout a text.
//!
//! [`Directory`] reads who is named in a text; `phrase` reads what kind of phrase a source is; names, descriptions
//! and pronouns each have their own way to an entity; `chain` adds those through whom the words came.

mod apart;
mod belonging;
mod chain;
mod cited;
mod describe;
mod directory;
mod lexicon;
mod own_words;
mod phrase;
mod pronoun;
mod sides;
mod speaking;
mod stage;
mod widen;
mod words;
mod written;

pub use directory::Directory;
pub use written::Headers;

use super::actors::Actors;
use crate::claim::{Attribution, Speaker};
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
pub fn resolve(text: &Text, meta: &Meta, attributions: &[Attribution], actors: &Actors) -> Vec<Voice> {
    Directory::read(text, meta, actors).voices(attributions)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
