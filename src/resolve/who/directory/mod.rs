//! Who is who in one text: its names and those who bear them.

mod build;
mod entity;
mod evidence;
mod naming;
mod run;

pub(super) use entity::{Entity, Id, Nature, Title};
pub(super) use evidence::{title, titles};
pub(super) use naming::fits;
pub(super) use run::Run;

use super::lexicon::{self, Class, wider_noun};
use super::phrase::{self, Phrase};
use super::pronoun::{self, Heard};
use super::stage::{Appearance, Standing};
use super::words::Words;
use super::{Voice, chain, describe, own_words, speaking};
use crate::claim::{Attribution, Speaker};
use crate::document::Meta;
use crate::resolve::actors::{Actor, Actors, Gender};
use crate::text::{Span, Text};
use chrono::NaiveDate;
use naming::Names;
use rustc_hash::FxHashMap;
use std::cell::Cell;
use std::ops::Range;

/// Everyone whom a text names, under one name each. Read once per text.
#[derive(Debug)]
pub struct Directory<'a, 'p> {
    text: &'a Text<'p>,
    classes: Vec<Class>,
    pub(super) actors: &'a Actors,
    pub(super) meta: &'a Meta,
    /// Whether anything hung on the day of the text.
    dated: Cell<bool>,
    entities: Vec<Entity>,
    names: Names,
    /// Names in the text, ascending.
    mentions: Vec<Mention>,
    /// Pronouns that tell a gender, ascending, each with whom it means: they keep a person in mind.
    echoes: Vec<Appearance>,
    by_title: FxHashMap<String, Vec<Id>>,
    described: FxHashMap<String, Id>,
}

/// A name where it stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The name's tokens.
    pub(super) name: Range<usize>,
    pub(super) id: Id,
    pub(super) appearance: Appearance,
}

/// An entity and how it was found.
pub(super) type Found = (Id, &'static str);

impl<'a, 'p> Directory<'a, 'p> {
    /// Reads the names of `text`.
    pub fn read(text: &'a Text<'p>, meta: &'a Meta, actors: &'a Actors) -> Directory<'a, 'p> {
        let mut directory = Directory {
            text,
            classes: lexicon::classes(text),
            actors,
            meta,
            dated: Cell::new(false),
            entities: Vec::new(),
            names: Names::default(),
            mentions: Vec::new(),
            echoes: Vec::new(),
            by_title: FxHashMap::default(),
            described: FxHashMap::default(),
        };
        build::build(&mut directory);
        directory
    }

    /// The day of the text.
    fn day(&self) -> Option<NaiveDate> {
        self.dated.set(true);
        self.meta.date
    }

    /// Whether the same words might mean others on another day.
    pub(super) fn hangs_on_day(&self) -> bool {
        self.dated.get()
    }

    /// The voices of `attributions`, in their order.
    pub fn voices(&mut self, attributions: &[Attribution]) -> Vec<Voice> {
        let speakers = speaking::speakers(self, attributions);
        chain::voices(self, attributions, speakers)
    }

    /// The canonical name of whoever the words of `span` mean: a name, a title, a description, a pronoun.
    /// `None` where the text does not tell.
    pub fn name_of(&self, span: Span) -> Option<String> {
        let range = self.text.tokens_in(span);
        let heard = Heard::none();
        let (id, _) = match phrase::read(self, range.clone()) {
            Phrase::Name(run) => self.named(&run)?,
            Phrase::Noun(noun) => {
                let owner = noun.possessor.clone().and_then(|owner| own_words::owner(self, owner, &heard));
                describe::find(self, &noun, range.start, owner, &heard)?
            }
            Phrase::Pronoun(at) => {
                pronoun::find(self, at, &heard).filter(|found| self.is_near(found.0, at))?
            }
            Phrase::Joint(_) | Phrase::Other(_) => return None,
        };
        Some(self.entity(id)?.name.clone())
    }

    /// Whether a pronoun that tells a gender may mean who speaks: one person, whose gender does not speak against it.
    pub fn may_speak_of(&self, speaker: &Speaker, pronoun: &str) -> bool {
        let entity = self.names.full(&speaker.name).and_then(|id| self.entity(id));
        let is_one = !speaker.group && !speaker.anonymous;
        is_one && entity.is_some_and(|entity| pronoun::may_mean(entity, &pronoun.to_lowercase()))
    }

    /// Inside quotation marks a pronoun means only those named there: the speaker's own talk began before.
    fn is_near(&self, id: Id, at: usize) -> bool {
        let quoted = self.text.quotation_at(at);
        let last = self.entity(id).and_then(|entity| entity.last_before(at));
        quoted.is_none_or(|quotation| last.is_some_and(|last| last >= quotation.open))
    }

    pub(super) fn words(&self) -> Words<'_, 'p> {
        Words { text: self.text, classes: &self.classes }
    }

    pub(super) fn entity(&self, id: Id) -> Option<&Entity> {
        self.entities.get(id.0)
    }

    pub(super) fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    pub(super) fn echoes(&self) -> &[Appearance] {
        &self.echoes
    }

    /// Those called by a noun.
    pub(super) fn titled(&self, head: &str) -> &[Id] {
        self.by_title.get(head).map_or(&[], Vec::as_slice)
    }

    /// Enters one who is known by a description only.
    pub(super) fn add(&mut self, entity: Entity) -> Id {
        let id = Id(self.entities.len());
        self.entities.push(entity);
        id
    }

    /// Enters a name that no entity bears.
    pub(super) fn enter_name(&mut self, name: String, nature: Nature) -> Id {
        build::enter(self, Entity { name, nature, ..Entity::default() })
    }

    /// The entity of this description.
    pub(super) fn described(&self, description: &str) -> Option<Id> {
        self.described.get(description).copied()
    }

    /// Whether no name stands before token `at` in its sentence.
    fn is_first(&self, at: usize) -> bool {
        let next = self.mentions.partition_point(|mention| mention.name.start < at);
        let last = next.checked_sub(1).and_then(|last| self.mentions.get(last));
        last.is_none_or(|last| self.text.sentence_at(last.name.start) != self.text.sentence_at(at))
    }

    /// Notes that `id` speaks at token `at`.
    pub(super) fn hear(&mut self, id: Id, at: usize, heard: &mut Heard) {
        let first = self.is_first(at);
        if let Ok(index) = self.echoes.binary_search_by_key(&at, |echo| echo.place)
            && let Some(echo) = self.echoes.get_mut(index)
        {
            echo.id = id;
        }
        heard.speakers.push(Appearance::new(self, id, at..at + 1, first, Standing::Spoke));
        if let Some(entity) = self.entities.get_mut(id.0) {
            entity.heard = true;
        }
    }

    /// Notes that `id` is described at token `at`.
    pub(super) fn note(&mut self, description: &str, id: Id, at: usize) {
        self.described.insert(description.to_owned(), id);
        if let Some(entity) = self.entities.get_mut(id.0) {
            entity.mentions.push(at);
        }
    }

    pub(super) fn add_title(&mut self, id: Id, title: Title) {
        self.index_title(&title.head, id);
        if let Some(wider) = wider_noun(&title.head) {
            self.index_title(wider, id);
        }
        if let Some(entity) = self.entities.get_mut(id.0) {
            let known = entity.titles.len() >= TITLES || entity.titles.contains(&title);
            if !known {
                entity.titles.push(title);
            }
        }
    }

    fn index_title(&mut self, head: &str, id: Id) {
        let ids = self.by_title.entry(head.to_owned()).or_default();
        if ids.last() != Some(&id) && !ids.iter().rev().take(TITLES).any(|known| *known == id) {
            ids.push(id);
        }
    }

    /// The names in a range of tokens, cut at its ends.
    pub(super) fn runs_in(&self, range: Range<usize>) -> Vec<Run> {
        let runs = run::runs_in(self.words(), range);
        runs.into_iter().map(|run| self.settled(run)).collect()
    }

    /// Words that look common may be a name all the same: "United States", "White House", the "Bishop" of whom the text knows
    /// as Ada Bishop.
    fn settled(&self, run: Run) -> Run {
        let known = |run: &Run| {
            self.by_phrase(&self.words().phrase(run.whole.clone())).is_some() || self.is_last_name(run)
        };
        if run.nameless && known(&run) {
            Run { nameless: false, name: run.whole.clone(), ..run }
        } else {
            run
        }
    }

    /// A capitalised title without a determiner, where somebody bears it as a last name.
    fn is_last_name(&self, run: &Run) -> bool {
        let (words, at) = (self.words(), run.whole.start);
        let determined = at.checked_sub(1).is_some_and(|before| words.is(before, Class::DETERMINER));
        let bears = |id: &Id| {
            self.entity(*id)
                .is_some_and(|entity| entity.nature == Nature::Person && entity.name.contains(' '))
        };
        run.whole.len() == 1 && !determined && self.names.by_last(words.word(at)).iter().any(bears)
    }

    /// Whom a run of capitalised words names.
    pub(super) fn named(&self, run: &Run) -> Option<Found> {
        let words = self.words();
        let titled = run.name != run.whole;
        self.namesake(run)
            .or_else(|| self.by_phrase(&words.phrase(run.whole.clone())))
            .or_else(|| titled.then(|| self.by_phrase(&words.phrase(run.name.clone()))).flatten())
            .filter(|found| self.may_be(run, found.0))
            .or_else(|| self.by_word(run))
    }

    /// "Mayor Washington" is no state.
    fn may_be(&self, run: &Run, id: Id) -> bool {
        let state = self.entity(id).is_some_and(|entity| entity.nature == Nature::State);
        !(state && run.is_titled(self.words()))
    }

    /// A person of the text with a place's name: "Nora Washington … | Washington".
    fn namesake(&self, run: &Run) -> Option<Found> {
        let place = run.name.len() == 1 && run.name.start > 0 || run.whole.len() == 1;
        let word = self.words().word(run.name.start);
        let bearer = |id: &&Id| {
            self.entity(**id).is_some_and(|entity| matches!(entity.nature, Nature::Person | Nature::Unknown))
        };
        let found = self.names.by_last(word).iter().find(bearer)?;
        let meant = self.actors.find(word).any(|actor| matches!(actor, Actor::Capital(_) | Actor::State(_)));
        (place && meant).then_some((*found, "last name"))
    }

    /// By a full name of the text or of the actors file.
    pub(super) fn by_phrase(&self, name: &str) -> Option<Found> {
        if let Some(id) = self.names.full(name) {
            return Some((id, "full name"));
        }
        let actor = self.actors.find(name).find(|actor| build::is_entity(actor))?;
        let id = self.names.full(build::name_of(&actor)?)?;
        let by = match actor {
            Actor::Capital(_) | Actor::Seat(..) => "metonym",
            Actor::Short(_) => return None,
            _ => "actors file",
        };
        Some((id, by))
    }

    /// By a last name, a first name, or another spelling.
    fn by_word(&self, run: &Run) -> Option<Found> {
        let words = self.words();
        if run.name.len() > 1 && !run.body {
            return self.by_spelling(run);
        }
        let (word, at) = (words.word(run.name.end - 1), run.name.start);
        let gender = evidence::gender(words, run);
        let famous = self.actors.find(word).any(|actor| matches!(actor, Actor::Short(_)));
        let person = |id: &Id| self.entity(*id).is_some_and(|entity| entity.nature == Nature::Person);
        let pick = |ids: &[Id], by, sure: bool| {
            let ids: Vec<Id> = ids.iter().copied().filter(|id| !sure || person(id)).collect();
            self.bearer(&ids, gender, at).map(|id| (id, by))
        };
        let only = |ids: &'_ [Id]| if ids.len() == 1 && !famous { ids.to_vec() } else { Vec::new() };
        pick(self.names.by_last(word), "last name", famous)
            .or_else(|| pick(&only(self.names.by_first(word)), "first name", true))
            .or_else(|| pick(&only(self.names.by_sound(word)), "another spelling of the name", true))
    }

    /// Last names that sound alike, where the given names do too.
    fn by_spelling(&self, run: &Run) -> Option<Found> {
        let words = self.words();
        let first = crate::resolve::actors::sound(&crate::resolve::actors::fold(words.word(run.name.start)));
        let alike = |id: &&Id| {
            let given = self.entity(**id).and_then(|entity| entity.name.split(' ').next());
            given.is_some_and(|given| {
                crate::resolve::actors::sound(&crate::resolve::actors::fold(given)) == first
            })
        };
        let ids = self.names.by_sound(words.word(run.name.end - 1));
        ids.iter().find(alike).map(|id| (*id, "another spelling of the name"))
    }

    /// Of several who share a name: the one in the actors file or else the one the text names most, of those the gender allows.
    fn bearer(&self, ids: &[Id], gender: Option<Gender>, at: usize) -> Option<Id> {
        let entity = |id: &Id| self.entity(*id).filter(|entity| fits(entity, gender));
        let weight = |id: &&Id| {
            let entity = entity(id)?;
            let before = entity.mentions.first().is_some_and(|first| *first < at);
            Some((before, entity.known && entity.side.is_some(), entity.mentions.len()))
        };
        let best = ids
            .iter()
            .filter(|id| weight(id).is_some())
            .max_by_key(|id| (weight(id), std::cmp::Reverse(id.0)))?;
        Some(*best)
    }
}

/// How many titles are kept of one entity.
const TITLES: usize = 12;
