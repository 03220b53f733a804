//! What two statements must share to be held against each other, and which statements of a case do. Most rules ask for
//! the same, so statements are grouped once for all of them.

use super::{Case, Kit};
use crate::claim::Medium;
use crate::compare::{Between, Lens, On, Opposed, PredicateKey, Statement, alignment_keys, subject_of};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::OnceCell;

/// What statements share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    /// Where a rule is about one speaker.
    pub speaker: Option<String>,
    pub shared: Shared,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shared {
    Topic,
    /// What is predicated, or its line of the thesaurus, and of whom.
    Predicate(Predicated, String),
    Counted(String),
    Subject(String),
    Deed(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Predicated {
    Group(usize),
    Lemma(String),
}

/// Which of these a rule asks for.
#[derive(Clone, Copy)]
enum Sort {
    Predicate,
    Counted,
    Subject,
    Deed,
}

const SORTS: usize = 4;

impl Sort {
    /// What a lens without a topic asks for.
    fn of(lens: &Lens) -> Sort {
        match lens.on {
            _ if lens.goes_by_figures() => Sort::Counted,
            On::Subject => Sort::Subject,
            On::Deed => Sort::Deed,
            _ => Sort::Predicate,
        }
    }
}

/// Statements of one key, by their numbers, ascending.
#[derive(Clone, Debug, Default)]
pub(super) struct Sharers {
    pub(super) drafts: Vec<usize>,
    pub(super) records: Vec<usize>,
}

impl Sharers {
    fn add(&mut self, index: usize, in_draft: bool) {
        let own = if in_draft { &mut self.drafts } else { &mut self.records };
        if own.last() != Some(&index) {
            own.push(index);
        }
    }

    /// Whether two of them may be held against each other: one stands in the draft.
    fn may_pair(&self) -> bool {
        !self.drafts.is_empty() && self.drafts.len() + self.records.len() > 1
    }
}

/// The groups of a case, made where the first rule asks for them.
#[derive(Default)]
pub(super) struct Sharing {
    of_anyone: [OnceCell<Vec<Sharers>>; SORTS],
    of_one_speaker: [OnceCell<Vec<Sharers>>; SORTS],
}

impl Sharing {
    /// The statements that share what a lens asks for, those that share it with none left out.
    pub(super) fn under(&self, case: &Case, lens: &Lens, kit: &Kit) -> Cow<'_, [Sharers]> {
        let all = if is_of_one_speaker(lens) { &self.of_one_speaker } else { &self.of_anyone };
        match all.get(Sort::of(lens) as usize) {
            Some(known) if lens.topic.is_none() => known.get_or_init(|| sharers(case, lens, kit)).into(),
            _ => sharers(case, lens, kit).into(),
        }
    }
}

fn sharers(case: &Case, lens: &Lens, kit: &Kit) -> Vec<Sharers> {
    let mut groups: FxHashMap<Key, Sharers> = FxHashMap::default();
    for (index, statement) in case.statements.iter().enumerate() {
        let in_draft = statement.claim.origin.medium == Medium::Draft;
        for key in bare_keys(statement, lens, kit) {
            match in_draft {
                true => groups.entry(key).or_default().add(index, true),
                // The draft comes first: what it does not speak of concerns nobody.
                false => groups.get_mut(&key).into_iter().for_each(|group| group.add(index, false)),
            }
        }
    }
    groups.into_values().filter(Sharers::may_pair).collect()
}

/// The keys of a statement that can be opposed to any other.
pub(super) fn keys_of(statement: &Statement, lens: &Lens, kit: &Kit) -> Vec<Key> {
    let keys = bare_keys(statement, lens, kit);
    if keys.is_empty() || may_take_a_stance(statement, lens) { keys } else { Vec::new() }
}

fn bare_keys(statement: &Statement, lens: &Lens, kit: &Kit) -> Vec<Key> {
    let speaker = is_of_one_speaker(lens).then(|| statement.claim.speaker.name.clone());
    shared(statement, lens, kit).into_iter().map(|shared| Key { speaker: speaker.clone(), shared }).collect()
}

fn is_of_one_speaker(lens: &Lens) -> bool {
    matches!(lens.between, Between::SameSpeaker | Between::DraftAndRecord)
}

fn shared(statement: &Statement, lens: &Lens, kit: &Kit) -> Vec<Shared> {
    if let Some(topic) = &lens.topic {
        let about = statement.claim.topics.contains(&topic.name) || topic.any.matches(&statement.words);
        return if about { vec![Shared::Topic] } else { Vec::new() };
    }
    let skeleton = &statement.claim.assertion.skeleton;
    match Sort::of(lens) {
        Sort::Counted => {
            let measures = statement.claim.assertion.measures.iter();
            measures.map(|measure| Shared::Counted(measure.counted.to_lowercase())).collect()
        }
        Sort::Subject => subject_of(skeleton).map(Shared::Subject).into_iter().collect(),
        Sort::Deed => {
            let deed = kit.thesaurus.deeds.of(skeleton);
            deed.map(|deed| Shared::Deed(deed.verb.to_owned())).into_iter().collect()
        }
        Sort::Predicate => {
            let Some(predicate) = &skeleton.predicate else { return Vec::new() };
            let predicated = match kit.thesaurus.key(&predicate.lemma) {
                PredicateKey::Group(group) => Predicated::Group(group),
                PredicateKey::Lemma(lemma) => Predicated::Lemma(lemma.to_owned()),
            };
            let parties = alignment_keys(skeleton);
            parties.map(|party| Shared::Predicate(predicated.clone(), party.to_lowercase())).collect()
        }
    }
}

/// Whether the statement can be opposed to any other: a scale on which it takes no stance opposes it to none.
pub(super) fn may_take_a_stance(statement: &Statement, lens: &Lens) -> bool {
    lens.opposed.iter().any(|opposed| match opposed {
        Opposed::Scale { scale, .. } => scale.read(statement).is_some(),
        _ => true,
    })
}
