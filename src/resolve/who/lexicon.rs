//! What single words tell about the phrases they stand in. Read once from `rules/lexicon/who-*.txt`.

use crate::resolve::actors::Gender;
use crate::text::{Kind, Text};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The classes of a word, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Class { $($(#[$doc])* pub(super) const $name: Class = Class(1 << $bit);)* }
    };
}

classes! {
    /// Held by one person at a time.
    OFFICE = 0;
    /// People used as a source.
    SOURCE = 1;
    /// Many at once, or anybody.
    CROWD = 2;
    /// Bodies.
    BODY = 3;
    /// Those who publish.
    OUTLET = 4;
    /// What is written, counted or ruled.
    DOCUMENT = 5;
    /// Stands before a name and is no part of it.
    TITLE = 6;
    /// Makes a capitalised name the name of a body.
    ORGANISATION = 7;
    /// A given name.
    GIVEN = 8;
    /// Tells the gender: female.
    FEMALE = 9;
    /// Tells the gender: male.
    MALE = 10;
    /// A derived or stated plural.
    PLURAL = 11;
    /// Determiners, possessives and numbers.
    DETERMINER = 12;
    /// Pronouns.
    PRONOUN = 13;
    /// Prepositions.
    PREPOSITION = 14;
    /// Conjunctions and question words.
    CONJUNCTION = 15;
    /// Auxiliary verbs.
    AUXILIARY = 16;
    /// Adverbs that stand outside noun phrases.
    ADVERB = 17;
    /// Days and months.
    CALENDAR = 18;
    /// `de`, `van`, `al`.
    PARTICLE = 19;
    /// `Jr.`, `III`.
    SUFFIX = 20;
    /// Stands before the noun of an office.
    MODIFIER = 21;
    /// Where or in what one speaks in public.
    OCCASION = 22;
    /// Written with a capital wherever it stands.
    PROPER = 23;
}

impl Class {
    /// Any noun for those who speak.
    pub(super) const NOUN: Class = Class(0b11_1111);
    /// Any noun for people.
    pub(super) const PEOPLE: Class = Class(0b111);
    /// Words that stand outside names and end a noun phrase.
    pub(super) const BOUNDARY: Class = Class(0b11_1111 << 12);

    /// Whether the two share a class.
    pub(super) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub(super) const fn and(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// These classes less those of `other`.
    pub(super) const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// The gender that the word tells.
    pub(super) fn gender(self) -> Option<Gender> {
        match (self.is(Class::FEMALE), self.is(Class::MALE)) {
            (true, false) => Some(Gender::Female),
            (false, true) => Some(Gender::Male),
            _ => None,
        }
    }
}

/// A word's classes and, for a plural, its singular.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    class: Class,
    singular: Option<&'static str>,
}

static ENTRIES: LazyLock<FxHashMap<String, Entry>> = LazyLock::new(load);

/// The longest word of the lexicon in bytes; longer ones need no look-up.
const LONGEST: usize = 24;

/// The classes of `word`, case and full stop aside.
pub(super) fn class_of(word: &str) -> Class {
    entry(word).class
}

/// The singular of a noun of the lexicon; any other word comes back in lower case.
pub(super) fn singular(word: &str) -> String {
    entry(word).singular.map_or_else(|| word.to_lowercase(), str::to_owned)
}

/// The noun that stands for `noun` and all that one may say instead of it.
pub(super) fn same_noun(noun: &str) -> String {
    EQUALS.same.get(noun).copied().unwrap_or(noun).to_owned()
}

/// A wider noun that may be said of all that `noun` is said of.
pub(super) fn wider_noun(noun: &str) -> Option<&'static str> {
    EQUALS.wider.get(noun).copied()
}

/// Nouns as keys, each with the noun that stands for it, and with a wider one.
#[derive(Default)]
struct Equals {
    same: FxHashMap<&'static str, &'static str>,
    wider: FxHashMap<&'static str, &'static str>,
}

static EQUALS: LazyLock<Equals> = LazyLock::new(|| {
    let mut equals = Equals::default();
    let mut wider = false;
    for line in lines(include_str!("../../../rules/lexicon/who-equals.txt")) {
        wider |= line == "[kind]";
        let Some((first, others)) = line.split_once(' ') else { continue };
        let map = if wider { &mut equals.wider } else { &mut equals.same };
        map.extend(others.split(' ').map(|other| (other, first)));
    }
    equals
});

fn entry(word: &str) -> Entry {
    let mut buffer = [0; LONGEST];
    let found = match ascii_lower(word, &mut buffer) {
        Some(lower) => look_up(lower),
        None if word.len() <= 2 * LONGEST => look_up(&word.to_lowercase().replace('’', "'")),
        None => None,
    };
    found.unwrap_or_default()
}

fn look_up(lower: &str) -> Option<Entry> {
    let found = ENTRIES.get(lower).or_else(|| ENTRIES.get(lower.strip_suffix('.')?));
    found.copied()
}

/// `word` in lower case without an allocation, where it is ASCII and short enough to be in the lexicon.
fn ascii_lower<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let lower = buffer.get_mut(..word.len()).filter(|_| word.is_ascii())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok()
}

/// The classes of all tokens of `text`; none for signs.
pub(super) fn classes(text: &Text) -> Vec<Class> {
    let class = |(index, token): (usize, &crate::text::Token)| match token.kind {
        Kind::Word => class_at(text, index),
        _ => Class::default(),
    };
    text.tokens().iter().enumerate().map(class).collect()
}

/// "Per Dahl": a given name, though "per" is none.
fn class_at(text: &Text, index: usize) -> Class {
    let class = class_of(text.word(index));
    let capital = |at: usize| text.word(at).starts_with(char::is_uppercase);
    let is_name =
        class.is(Class::GIVEN) && class.is(Class::PREPOSITION) && capital(index) && capital(index + 1);
    if is_name { class.without(Class::PREPOSITION) } else { class }
}

fn load() -> FxHashMap<String, Entry> {
    let mut entries = FxHashMap::default();
    for (word, class, plural) in nouns() {
        add(&mut entries, word, class, None);
        add(&mut entries, &plural, class.and(Class::PLURAL), Some(word));
    }
    for (list, class) in [
        (include_str!("../../../rules/lexicon/who-titles.txt"), Class::TITLE),
        (include_str!("../../../rules/lexicon/who-given-names.txt"), Class::GIVEN),
        (include_str!("../../../rules/lexicon/who-organisations.txt"), Class::ORGANISATION),
    ] {
        for (word, gender) in lines(list).map(split_gender) {
            add(&mut entries, word, class.and(gender), None);
        }
    }
    for (words, class) in sections(include_str!("../../../rules/lexicon/who-words.txt"), word_class) {
        words.split(' ').for_each(|word| add(&mut entries, word, class, None));
    }
    entries
}

fn add(entries: &mut FxHashMap<String, Entry>, word: &str, class: Class, singular: Option<&'static str>) {
    let entry = entries.entry(word.to_owned()).or_default();
    entry.class = entry.class.and(class);
    entry.singular = entry.singular.or(singular);
}

/// Nouns with their class and plural.
fn nouns() -> impl Iterator<Item = (&'static str, Class, String)> {
    let list = include_str!("../../../rules/lexicon/who-nouns.txt");
    sections(list, noun_class).map(|(line, class)| {
        let (line, plural) = line.split_once(" plural=").unwrap_or((line, ""));
        let (word, gender) = split_gender(line);
        let plural = if plural.is_empty() { plural_of(word) } else { plural.to_owned() };
        (word, class.and(gender), plural)
    })
}

fn plural_of(word: &str) -> String {
    match word {
        _ if word.ends_with("man") => format!("{}men", word.trim_end_matches("man")),
        _ if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => {
            format!("{word}es")
        }
        _ if word.ends_with('y') && !word.ends_with("ay") && !word.ends_with("ey") => {
            format!("{}ies", word.trim_end_matches('y'))
        }
        _ => format!("{word}s"),
    }
}

fn split_gender(line: &'static str) -> (&'static str, Class) {
    match line.rsplit_once(' ') {
        Some((word, "m")) => (word, Class::MALE),
        Some((word, "f")) => (word, Class::FEMALE),
        _ => (line, Class::default()),
    }
}

/// The lines of a list, comments aside.
pub(super) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The lines of a list under `[section]` heads, each with the class of its section.
fn sections(
    list: &'static str,
    class_of_section: fn(&str) -> Class,
) -> impl Iterator<Item = (&'static str, Class)> {
    let mut class = Class::default();
    lines(list).filter_map(move |line| {
        if let Some(section) = line.strip_prefix('[') {
            class = class_of_section(section.trim_end_matches(']'));
            return None;
        }
        Some((line, class))
    })
}

fn noun_class(section: &str) -> Class {
    match section {
        "office" => Class::OFFICE,
        "source" => Class::SOURCE,
        "crowd" => Class::CROWD,
        "body" => Class::BODY,
        "outlet" => Class::OUTLET,
        "document" | "part" => Class::DOCUMENT,
        _ => Class::default(),
    }
}

fn word_class(section: &str) -> Class {
    match section {
        "determiner" => Class::DETERMINER,
        "pronoun" => Class::PRONOUN,
        "preposition" => Class::PREPOSITION,
        "conjunction" => Class::CONJUNCTION,
        "auxiliary" => Class::AUXILIARY,
        "adverb" => Class::ADVERB,
        "calendar" => Class::CALENDAR,
        "particle" => Class::PARTICLE,
        "suffix" => Class::SUFFIX,
        "modifier" => Class::MODIFIER,
        "occasion" => Class::OCCASION,
        "proper" => Class::PROPER,
        _ => Class::default(),
    }
}
