//! The cue lexicon: which words say that something is said, thought, wanted or learnt.

use super::lexicon::{entries, regular_forms};
use crate::claim::Class;
use rustc_hash::FxHashMap;
use std::sync::{Arc, LazyLock};

const VERBS: &str = include_str!("../../rules/lexicon/cues.txt");
const NOUNS: &str = include_str!("../../rules/lexicon/cue-nouns.txt");
const ADJECTIVES: &str = include_str!("../../rules/lexicon/cue-adjectives.txt");
const HEARSAY: &str = include_str!("../../rules/lexicon/hearsay.txt");
const OBJECTS: &str = include_str!("../../rules/lexicon/cue-objects.txt");

/// A verb, noun or adjective of the lexicon; its forms share what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Base form; particle included ("rule out").
    pub lemma: Arc<str>,
    /// What it reports of its source.
    pub class: Class,
    /// The complements it takes.
    pub frames: Frames,
    /// Prepositions that link it to what is said ("warn of").
    pub prepositions: Arc<[&'static str]>,
    /// How often it is a cue where it stands, 0 to 1.
    pub grade: f32,
    /// Words that must follow ("out"); none for most.
    pub particle: Arc<[&'static str]>,
}

/// A set of [`Frame`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u16);

/// A complement that a cue takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Frame {
    /// A quotation.
    Quote,
    /// A clause, "that" or not.
    Clause,
    /// A clause with "that".
    That,
    /// A question word or "whether".
    Wh,
    /// An infinitive.
    To,
    /// A noun phrase.
    Np,
    /// The person addressed, before a clause or a quotation.
    Told,
    /// A noun phrase and an infinitive, both of them content.
    Object,
    /// A gerund.
    Ing,
    /// Passive before an infinitive: the subject belongs to the content.
    Raised,
}

impl Frame {
    fn named(name: &str) -> Option<Frame> {
        Some(match name {
            "quote" => Frame::Quote,
            "clause" => Frame::Clause,
            "that" => Frame::That,
            "wh" | "how" => Frame::Wh,
            "to" => Frame::To,
            "np" => Frame::Np,
            "told" => Frame::Told,
            "object" => Frame::Object,
            "ing" => Frame::Ing,
            "raised" => Frame::Raised,
            _ => return None,
        })
    }
}

impl Frames {
    /// Adds a frame.
    pub fn add(&mut self, frame: Frame) {
        self.0 |= 1 << frame as u8;
    }

    /// Whether the frame is among them.
    pub fn has(self, frame: Frame) -> bool {
        self.0 & (1 << frame as u8) != 0
    }
}

/// The lexicon, by the forms of its words.
#[derive(Debug, Default)]
struct Lexicon {
    verbs: FxHashMap<String, Vec<Entry>>,
    nouns: FxHashMap<String, Entry>,
    adjectives: FxHashMap<&'static str, Entry>,
    adverbs: FxHashMap<&'static str, Class>,
    /// By verb, what it does something to without saying it.
    objects: FxHashMap<&'static str, Vec<String>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The verbs that a lower-case word may be a form of, those with a particle first.
pub fn verbs(form: &str) -> &'static [Entry] {
    LEXICON.verbs.get(form).map_or(&[], Vec::as_slice)
}

/// The noun that a lower-case word is a form of.
pub fn noun(form: &str) -> Option<&'static Entry> {
    LEXICON.nouns.get(form)
}

/// The adjective that a lower-case word is.
pub fn adjective(form: &str) -> Option<&'static Entry> {
    LEXICON.adjectives.get(form)
}

/// The class of an adverb of hearsay.
pub fn hearsay(form: &str) -> Option<Class> {
    LEXICON.adverbs.get(form).copied()
}

/// Whether a verb says nothing of a thing, but does something to it: "said a prayer". `noun` in lower case.
pub fn is_deed(lemma: &str, noun: &str) -> bool {
    LEXICON.objects.get(lemma).is_some_and(|nouns| nouns.iter().any(|known| known == noun))
}

/// The base forms of all cues, particles included: "rule out".
pub fn lemmas() -> impl Iterator<Item = &'static str> {
    let of_verbs = LEXICON.verbs.values().flatten().map(|entry| &*entry.lemma);
    let of_nouns = LEXICON.nouns.values().map(|entry| &*entry.lemma);
    let others = LEXICON.adjectives.keys().chain(LEXICON.adverbs.keys()).copied();
    of_verbs.chain(of_nouns).chain(others).chain(["accord"])
}

impl Lexicon {
    fn read() -> Lexicon {
        let mut lexicon = Lexicon::default();
        let mut class = Class::Speech;
        for line in entries(VERBS) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')).and_then(class_named) {
                Some(next) => class = next,
                None => lexicon.add_verb(line, class),
            }
        }
        for entries in lexicon.verbs.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.particle.len()));
        }
        entries(NOUNS).for_each(|line| lexicon.add_noun(line));
        lexicon.adjectives = entries(ADJECTIVES).map(fields_of).map(|entry| (entry.0, entry.1)).collect();
        for line in entries(HEARSAY) {
            let Some((adverb, class)) = line.split_once(' ') else { continue };
            lexicon.adverbs.insert(adverb, class_named(class).unwrap_or(Class::Speech));
        }
        entries(OBJECTS).for_each(|line| lexicon.add_objects(line));
        lexicon
    }

    /// `verb = form { form } [ "+" particle ] ":" { frame | preposition } [ ":" grade ]`
    fn add_verb(&mut self, line: &'static str, class: Class) {
        let mut fields = line.split(':').map(str::trim);
        let (forms, frames) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let (particle, forms): (Vec<_>, Vec<_>) =
            forms.split_whitespace().partition(|form| form.starts_with('+'));
        let Some(lemma) = forms.first() else { return };
        let particle: Vec<&str> =
            particle.iter().flat_map(|word| word.split('+')).filter(|word| !word.is_empty()).collect();
        let mut entry = entry_of(lemma, class, frames, fields.next());
        entry.lemma =
            std::iter::once(*lemma).chain(particle.iter().copied()).collect::<Vec<_>>().join(" ").into();
        entry.particle = particle.into();
        let derived = regular_forms(lemma).into_iter();
        let mut all: Vec<String> = derived.chain(forms.iter().map(|form| (*form).to_owned())).collect();
        all.sort();
        all.dedup();
        for form in all {
            self.verbs.entry(form).or_default().push(entry.clone());
        }
    }

    /// `deed = verb ":" noun { noun }`
    fn add_objects(&mut self, line: &'static str) {
        let Some((verb, nouns)) = line.split_once(" : ") else { return };
        let forms = nouns.split_whitespace().flat_map(|noun| regular_forms(noun).into_iter().take(2));
        self.objects.entry(verb).or_default().extend(forms);
    }

    fn add_noun(&mut self, line: &'static str) {
        let (noun, entry) = fields_of(line);
        let [_, plural, ..] = regular_forms(noun);
        self.nouns.insert(plural, entry.clone());
        self.nouns.insert(noun.to_owned(), entry);
    }
}

/// `entry = word ":" class ":" { frame | preposition } [ ":" grade ]`
fn fields_of(line: &'static str) -> (&'static str, Entry) {
    let mut fields = line.split(':').map(str::trim);
    let word = fields.next().unwrap_or_default();
    let class = fields.next().and_then(class_named).unwrap_or(Class::Speech);
    (word, entry_of(word, class, fields.next().unwrap_or_default(), fields.next()))
}

/// The grade of a word whose entry states none.
const MIDDLING: f32 = 0.5;

fn entry_of(lemma: &str, class: Class, frames: &'static str, grade: Option<&str>) -> Entry {
    let mut set = Frames::default();
    let mut prepositions = Vec::new();
    for name in frames.split_whitespace() {
        match Frame::named(name) {
            Some(frame) => set.add(frame),
            None => prepositions.push(name),
        }
    }
    let grade = grade.and_then(|per_cent| per_cent.parse::<f32>().ok()).map_or(MIDDLING, |n| n / 100.0);
    Entry {
        lemma: lemma.into(),
        class,
        frames: set,
        prepositions: prepositions.into(),
        grade,
        particle: [].into(),
    }
}

fn class_named(name: &str) -> Option<Class> {
    Some(match name {
        "speech" => Class::Speech,
        "attitude" => Class::Attitude,
        "intention" => Class::Intention,
        "perception" => Class::Perception,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_verbs() {
        let lemma = |form| verbs(form).first().map(|entry| &*entry.lemma);
        assert_eq!(lemma("said"), Some("say"));
        assert_eq!(lemma("denies"), Some("deny"));
        assert_eq!(lemma("ruled"), Some("rule out"));
        assert_eq!(lemma("bragging"), Some("brag"));
        assert_eq!(lemma("table"), None);
    }

    #[test]
    fn frames_and_prepositions_are_told_apart() {
        let warn = verbs("warned").first().unwrap();
        assert!(warn.frames.has(Frame::Told) && warn.frames.has(Frame::Quote) && !warn.frames.has(Frame::Np));
        assert_eq!(*warn.prepositions, ["of", "about", "against"]);
        assert_eq!(&*noun("denials").unwrap().lemma, "denial");
        assert_eq!(hearsay("allegedly"), Some(Class::Speech));
    }
}
