//! What tells those apart who share a noun: rank, kind, whose and where. Read once from `rules/lexicon/who-apart.txt`.

use super::directory::{Entity, Nature, Title};
use super::lexicon::{Class, class_of, lines};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::sync::LazyLock;

type Words = BTreeSet<String>;

/// The list as sets of words.
#[derive(Default)]
struct Apart {
    rank: Vec<Vec<&'static str>>,
    binding: FxHashSet<&'static str>,
    /// Lines of kinds; a kind is all words for it.
    exclusive: Vec<Vec<Vec<&'static str>>>,
    plain: FxHashSet<&'static str>,
    general: FxHashSet<&'static str>,
    wide: FxHashSet<&'static str>,
}

static APART: LazyLock<Apart> = LazyLock::new(|| {
    let mut apart = Apart::default();
    let mut section = "";
    for line in lines(include_str!("../../../rules/lexicon/who-apart.txt")) {
        let words = || line.split(' ');
        match section {
            _ if line.starts_with('[') => section = line,
            "[rank]" => apart.rank.push(words().collect()),
            "[binding]" => apart.binding.extend(words()),
            "[exclusive]" => {
                apart.exclusive.push(words().map(|kind| kind.split(',').collect()).collect());
            }
            "[plain]" => apart.plain.extend(words()),
            "[general]" => apart.general.extend(words()),
            _ => apart.wide.extend(words()),
        }
    }
    apart
});

/// Whether whoever has an office may be called so as well: "the candidate", "the leader", but not "the opposition leader".
pub(super) fn is_general(asked: &Title) -> bool {
    APART.general.contains(asked.head.as_str()) && asked.modifiers.iter().all(|word| is_plain(word))
}

/// Whether a description cannot mean the bearer of a title of the same noun.
pub(super) fn is_apart(asked: &Title, title: &Title, entity: &Entity) -> bool {
    let binding = |word: &&String| APART.binding.contains(word.as_str());
    let unknown = asked.modifiers.iter().filter(binding).any(|word| !title.modifiers.contains(word));
    unknown
        || (title.past && !asked.modifiers.contains("former"))
        || rank(&asked.modifiers) != rank(&title.modifiers)
        || is_other_place(&asked.of, &title.of)
        || is_other_place(&asked.at, &title.at)
        || excludes(asked, entity)
        || is_other_kind(asked, title, entity)
}

/// The standings that the words tell, by the lines of the list.
fn rank(words: &Words) -> Vec<bool> {
    APART.rank.iter().map(|line| line.iter().any(|word| words.contains(*word))).collect()
}

/// "The mayor of Vik", "the mayor of Lund"; but "the mayor of the town" may be either.
fn is_other_place(one: &Words, other: &Words) -> bool {
    let lower = |words: &Words| words.iter().map(|word| word.to_lowercase()).collect::<Words>();
    let (told, other_told) = (lower(one), lower(other));
    let is_told = |words: &Words| words.iter().any(|word| !APART.wide.contains(word.as_str()));
    let names_more = |words: &Words, than: &Words| {
        words.iter().any(|word| is_name(word) && !than.contains(&word.to_lowercase()))
    };
    let other_names = names_more(one, &other_told) && names_more(other, &told);
    is_told(&told) && is_told(&other_told) && (other_names || told.is_disjoint(&other_told))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word of the description excludes one that the text has of the entity: "the defence | lawyer", "the prosecution |
/// lawyer". The actors file knows offices of other years, of which one may hold several.
fn excludes(asked: &Title, entity: &Entity) -> bool {
    let has = |words: &Words, kind: &[&str]| kind.iter().any(|word| words.contains(*word));
    let told = || entity.titles.iter().filter(|title| title.head == asked.head);
    let excluded = |line: &Vec<Vec<&str>>| {
        let other = |kind: &Vec<&str>| !has(&asked.modifiers, kind);
        let (others, own): (Vec<_>, Vec<_>) = line.iter().partition(|kind| other(kind));
        let is =
            |kinds: &[&Vec<&str>]| kinds.iter().any(|kind| told().any(|title| has(&title.modifiers, kind)));
        !own.is_empty() && is(&others) && !is(&own)
    };
    !entity.known && APART.exclusive.iter().any(excluded)
}

/// Whoever has no name is known by the words of the description alone, "the union | lawyer", "the lawyer for the bank"; whoever
/// has one may be described anew, but not by another body.
fn is_other_kind(asked: &Title, title: &Title, entity: &Entity) -> bool {
    let described = entity.nature == Nature::Described;
    let kind = |title: &Title| {
        let placed = |word: &str| title.at.iter().any(|at| at.to_lowercase() == word);
        let telling = |word: &&String| !is_plain(word) && !placed(word) && (described || is_body(word));
        title.modifiers.iter().filter(telling).cloned().collect::<Words>()
    };
    let (asked, title) = (kind(asked), kind(title));
    !asked.is_empty() && !title.is_empty() && asked.is_disjoint(&title)
}

fn is_body(word: &str) -> bool {
    class_of(word).is(Class::BODY)
}

/// "The weary lawyer", "the 40-year-old lawyer".
fn is_plain(word: &str) -> bool {
    let describes = word.ends_with("ed") || word.ends_with("ing") || word.ends_with("-old");
    describes || APART.plain.contains(word) || APART.wide.contains(word)
}
