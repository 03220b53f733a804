//! Which name of a text means whom: full names, last and first names, abbreviations, spellings.

use super::entity::{Entity, Id, Nature};
use crate::claim::is_suffix;
use crate::resolve::actors::{Gender, fold, sound};
use crate::resolve::who::lexicon::{Class, class_of};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How many bearers of one name are kept apart; a text with more says nothing by it.
const BEARERS: usize = 12;

/// The names of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    full: FxHashMap<String, Id>,
    last: FxHashMap<String, Vec<Id>>,
    first: FxHashMap<String, Vec<Id>>,
    /// Last names by their sound, for spellings that differ.
    sounds: FxHashMap<String, Vec<Id>>,
}

impl Names {
    /// The entity of exactly this name, initials and nicknames aside.
    pub(super) fn full(&self, name: &str) -> Option<Id> {
        self.full.get(&key(name)).copied()
    }

    /// Enters `name` for `id`; the first to bear a full name keeps it.
    pub(super) fn add(&mut self, name: &str, id: Id, nature: Nature) {
        self.full.entry(key(name)).or_insert(id);
        let folded = fold(name);
        let words: Vec<&str> = folded.split(' ').filter(|word| !is_suffix_folded(word)).collect();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        if words.len() < 2 && nature != Nature::Person {
            return;
        }
        enter(&mut self.last, (*last).to_owned(), id);
        if matches!(nature, Nature::Person | Nature::Unknown) {
            enter(&mut self.sounds, sound(last), id);
            enter(&mut self.first, formal(first).to_owned(), id);
            if let Some(surname) = particled(&words) {
                self.full.entry(key(&surname)).or_insert(id);
            }
        }
        if nature == Nature::Body && words.len() > 2 {
            self.full.entry(initials(&words)).or_insert(id);
        }
    }

    /// Enters an abbreviation given in brackets.
    pub(super) fn add_short(&mut self, short: &str, id: Id) {
        self.full.entry(key(short)).or_insert(id);
    }

    /// Those who bear `word` as last name or, for a body, as its noun.
    pub(super) fn by_last(&self, word: &str) -> &[Id] {
        self.last.get(&fold(word)).map_or(&[], Vec::as_slice)
    }

    /// Those whose last name sounds like `word`.
    pub(super) fn by_sound(&self, word: &str) -> &[Id] {
        self.sounds.get(&sound(&fold(word))).map_or(&[], Vec::as_slice)
    }

    /// Those who bear `word` as given name.
    pub(super) fn by_first(&self, word: &str) -> &[Id] {
        self.first.get(formal(&fold(word))).map_or(&[], Vec::as_slice)
    }
}

/// "Carla | de Vries": where the particle opens a sentence it is written as a name of its own.
fn particled(words: &[&str]) -> Option<String> {
    let (_, before) = words.split_last()?;
    let particles = before.iter().rev().take_while(|word| class_of(word).is(Class::PARTICLE)).count();
    let given = before.len().checked_sub(particles)?;
    (particles > 0 && given > 0).then(|| words.iter().skip(given).copied().collect::<Vec<_>>().join(" "))
}

fn enter(map: &mut FxHashMap<String, Vec<Id>>, key: String, id: Id) {
    let ids = map.entry(key).or_default();
    if !ids.contains(&id) && ids.len() < BEARERS {
        ids.push(id);
    }
}

/// A full name as it is compared: initials left out where two words remain, given names in full.
fn key(name: &str) -> String {
    let folded = fold(name);
    if !folded.contains(' ') {
        return folded;
    }
    let folded = folded.strip_prefix("the ").unwrap_or(&folded);
    let words: Vec<&str> = folded.split(' ').collect();
    let long: Vec<&str> = words.iter().copied().filter(|word| word.chars().count() > 1).collect();
    let mut words = if long.len() > 1 { long } else { words };
    if let [first, _, ..] = words.as_mut_slice() {
        *first = formal(first);
    }
    words.join(" ")
}

fn initials(words: &[&str]) -> String {
    let small = |word: &&&str| !matches!(**word, "of" | "the" | "and" | "for" | "on" | "to" | "in" | "a");
    words.iter().filter(small).filter_map(|word| word.chars().next()).collect()
}

fn is_suffix_folded(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv") || is_suffix(word)
}

/// Nicknames and the names they stand for, from `rules/lexicon/who-nicknames.txt`.
static NICKNAMES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../../../rules/lexicon/who-nicknames.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect()
});

/// The given name that a nickname stands for; any other word as it is.
fn formal(first: &str) -> &str {
    NICKNAMES.get(first).copied().unwrap_or(first)
}

/// Whether someone of this gender can be meant.
pub(in crate::resolve::who) fn fits(entity: &Entity, gender: Option<Gender>) -> bool {
    match (entity.gender, gender) {
        (Some(known), Some(asked)) => known == asked,
        _ => true,
    }
}
