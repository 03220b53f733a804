//! What a draft must be held against: the look-ups that find it in an archive.
//!
//! They follow the keys by which `check` pairs claims, and find at least what it would weigh.

use super::reading::day_number;
use super::term::{counted, kindred_keys, quoted, speaker_key};
use crate::check::Kit;
use crate::compare::{Lens, On, Opposed, Statement, Topic, turns_down};
use crate::grammar::phrase::Anchor;
use crate::pack::{Rule, Subject};
use std::collections::BTreeSet;

/// What is to be looked up in an archive.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub(super) lookups: BTreeSet<Lookup>,
    pub(super) quotations: Vec<Quotation>,
}

/// Claims that have certain terms: those nearest to a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lookup {
    /// In the language of FTS5; `None` for claims of any kind.
    pub terms: Option<String>,
    /// See `claims.id` in the tables.
    pub day: i64,
}

/// Words that somebody may be on record with.
#[derive(Clone, Debug)]
pub(super) struct Quotation {
    pub speaker: String,
    /// Its words two by two, as terms.
    pub pairs: Vec<String>,
}

impl Wanted {
    /// What the statements of a draft are to be held against under `rules`.
    pub fn by(statements: &[Statement], rules: &[Rule], kit: &Kit) -> Wanted {
        let lenses: Vec<&Lens> = rules.iter().filter_map(lens).collect();
        let counts =
            lenses.iter().any(|lens| lens.opposed.iter().any(|it| matches!(it, Opposed::Quantity { .. })));
        let deeds = lenses.iter().any(|lens| lens.on == On::Deed);
        let mut wanted = Wanted::default();
        for statement in statements {
            let day = statement.claim.said.map_or(0, |said| day_number(said.from));
            let mut look = |terms: Option<String>| _ = wanted.lookups.insert(Lookup { terms, day });
            let topics = lenses.iter().filter_map(|lens| lens.topic.as_ref());
            topics.filter(|topic| is_about(statement, topic)).for_each(|topic| look(about(topic)));
            assertions(statement, kit).into_iter().chain(denied(statement)).for_each(|it| look(Some(it)));
            if deeds {
                deed(statement, kit).into_iter().for_each(|it| look(Some(it)));
            }
            if counts {
                let measures = &statement.claim.assertion.measures;
                measures.iter().for_each(|it| look(Some(quoted("c:", &counted(&it.counted)))));
            }
            wanted.quotations.extend(quotations(statement));
        }
        wanted
    }
}

fn lens(rule: &Rule) -> Option<&Lens> {
    match &rule.subject {
        Subject::Pair(pair) => Some(&pair.lens),
        _ => None,
    }
}

fn is_about(statement: &Statement, topic: &Topic) -> bool {
    statement.claim.topics.contains(&topic.name) || topic.any.matches(&statement.words)
}

fn about(topic: &Topic) -> Option<String> {
    let words = topic.any.anchors()?.into_iter().map(|anchor| match anchor {
        Anchor::Word(word) => quoted("", word),
        Anchor::Prefix(start) => format!("{}*", quoted("", start)),
    });
    let words: BTreeSet<String> = words.chain([quoted("t:", &topic.name)]).collect();
    Some(any_of(words))
}

/// Who else says the same or the opposite, and what the speaker said of it.
fn assertions(statement: &Statement, kit: &Kit) -> Vec<String> {
    let keys: Vec<String> = kindred_keys(statement, kit).iter().map(|key| quoted("p:", key)).collect();
    if keys.is_empty() {
        return Vec::new();
    }
    let same = any_of(keys);
    let own = speaker_key(statement).map(|speaker| format!("{} AND ({same})", quoted("s:", &speaker)));
    std::iter::once(same).chain(own).collect()
}

/// Who else speaks of the same deed, by its verb or its noun.
fn deed(statement: &Statement, kit: &Kit) -> Option<String> {
    let deed = kit.thesaurus.deeds.of(&statement.claim.assertion.skeleton)?;
    Some(any_of(kit.thesaurus.deeds.words(deed.verb).map(|word| quoted("", word))))
}

/// What a denial that names no event may mean: the words of those it names, or any account at second hand.
fn denied(statement: &Statement) -> Vec<String> {
    if !turns_down(statement) {
        return Vec::new();
    }
    let names = statement.sentence_words.iter().filter(|word| word.capital);
    let names: BTreeSet<String> = names.map(|word| quoted("n:", &word.base)).collect();
    let second_hand = quoted("a:", "second");
    if names.is_empty() { vec![second_hand] } else { vec![any_of(names), second_hand] }
}

fn quotations(statement: &Statement) -> Vec<Quotation> {
    let Some(speaker) = speaker_key(statement) else { return Vec::new() };
    let telling = statement.quotes.iter().filter(|quote| quote.is_telling());
    let quotations = telling.map(|quote| Quotation {
        speaker: quoted("s:", &speaker),
        pairs: quote.pairs().map(|(one, next)| quoted("q:", &format!("{one} {next}"))).collect(),
    });
    quotations.collect()
}

fn any_of(terms: impl IntoIterator<Item = String>) -> String {
    terms.into_iter().collect::<Vec<_>>().join(" OR ")
}
