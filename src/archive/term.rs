//! By what a claim is found: its terms.

use super::digest::checksum;
use crate::check::Kit;
use crate::claim::last_name;
use crate::compare::{Statement, Utterance, alignment_keys, beginnings, subject_of};

/// What every claim has.
pub(super) const ANY_CLAIM: &str = "a:claim";

/// The terms of a statement, separated by spaces.
pub(super) fn terms_of(statement: &Statement) -> String {
    let mut terms = Terms::default();
    let claim = &statement.claim;
    terms.add(&["i:", &claim.id]);
    for who in std::iter::once(&claim.speaker).chain(&claim.via) {
        terms.add(&["n:", last_name(&who.name)]);
        terms.add(&["n:", &who.name]);
    }
    if let Some(name) = claim.speaker.whole_name() {
        terms.add(&["f:", last_name(name)]);
        terms.add(&["f:", name]);
    }
    claim.topics.iter().for_each(|topic| terms.add(&["t:", topic]));
    terms.add(&["l:", &claim.attribution.lemma]);
    let skeleton = &claim.assertion.skeleton;
    let lemma = skeleton.predicate.as_ref().map(|predicate| &predicate.lemma);
    for (lemma, party) in
        lemma.into_iter().flat_map(|lemma| alignment_keys(skeleton).map(move |it| (lemma, it)))
    {
        terms.add(&["p:", lemma, ":", party]);
        terms.add(&["o:", &claim.speaker.name, ":", lemma, ":", party]);
    }
    terms.add(&["b:", &subject_of(skeleton).unwrap_or_default()]);
    claim.assertion.measures.iter().for_each(|measure| terms.add(&["c:", &counted(&measure.counted)]));
    for word in statement.words.iter() {
        terms.add(&["", &word.form]);
        if word.base != word.form {
            terms.add(&["", &word.base]);
        }
    }
    let speaker = speaker_key(statement).unwrap_or_default();
    for (one, next) in statement.quotes.iter().flat_map(|quote| quote.pairs()) {
        terms.add(&["q:", speaker, ":", one, ":", next]);
    }
    for words in statement.quotes.iter().flat_map(landmarks) {
        terms.add(&landmark(&words));
    }
    if statement.is_second_hand() {
        terms.add(&["a:second"]);
    }
    terms.add(&[ANY_CLAIM]);
    terms.all
}

/// A term made of parts, as a query spells it.
pub(super) fn quoted(parts: &[&str]) -> String {
    let mut terms = Terms::default();
    terms.add(parts);
    format!("\"{}\"", terms.all.trim_end().replace('"', "\"\""))
}

/// Runs of four words in a row of which one is chosen.
const AMONG: usize = 3;

/// Some runs of four words, chosen by their own words alone, so that what holds an utterance of six words or more holds
/// those chosen in it (winnowing: Schleimer, Wilkerson & Aiken 2003).
pub(super) fn landmarks(utterance: &Utterance) -> Vec<[&str; 4]> {
    let runs: Vec<[&str; 4]> = beginnings(utterance).collect();
    let marks: Vec<i64> = runs.iter().map(|run| checksum(&run.join(" "))).collect();
    let least = |(first, among): (usize, &[i64])| {
        (0..among.len()).map(|at| first + at).min_by_key(|at| marks.get(*at))
    };
    let mut chosen: Vec<usize> = marks.windows(AMONG).enumerate().filter_map(least).collect();
    chosen.dedup();
    chosen.into_iter().filter_map(|at| runs.get(at).copied()).collect()
}

/// The parts of a term.
pub(super) fn landmark<'w>([one, two, three, four]: &[&'w str; 4]) -> [&'w str; 8] {
    ["w:", one, ":", two, ":", three, ":", four]
}

/// The speaker's last name where that tells who it is: texts that give the whole name and those that do not are found alike.
pub(super) fn speaker_key(statement: &Statement) -> Option<&str> {
    let speaker = &statement.claim.speaker;
    (!speaker.is_nobody() && !speaker.anonymous).then(|| last_name(&speaker.name))
}

/// What the figures of a claim count; those that count nothing have a name too.
pub(super) fn counted(noun: &str) -> String {
    if noun.is_empty() { "nothing".to_owned() } else { noun.to_owned() }
}

/// Predicate and participant, under all the predicates that may match.
pub(super) fn kindred_keys<'s>(statement: &'s Statement, kit: &'s Kit) -> Vec<(&'s str, &'s str)> {
    let skeleton = &statement.claim.assertion.skeleton;
    let Some(predicate) = &skeleton.predicate else { return Vec::new() };
    let kin = kit.thesaurus.kin(&predicate.lemma);
    alignment_keys(skeleton).flat_map(|party| kin.iter().map(move |lemma| (*lemma, party))).collect()
}

#[derive(Default)]
struct Terms {
    all: String,
}

impl Terms {
    /// Adds a term of some parts, the last of which says something; in lower case, and what would end it is `_`.
    fn add(&mut self, parts: &[&str]) {
        if parts.last().is_none_or(|last| last.is_empty()) {
            return;
        }
        parts.iter().for_each(|part| self.push(part));
        self.all.push(' ');
    }

    fn push(&mut self, part: &str) {
        if part.bytes().all(|byte| matches!(byte, b'!'..=b'@' | b'['..=b'~')) {
            return self.all.push_str(part);
        }
        let ends = |c: char| c.is_whitespace() || c.is_control();
        let lowered = |c: char| if ends(c) { '_' } else { c.to_ascii_lowercase() };
        // Most are names, whose letters need no table.
        if part.is_ascii() {
            return self.all.extend(part.bytes().map(char::from).map(lowered));
        }
        self.all.extend(part.chars().map(lowered).flat_map(char::to_lowercase));
    }
}
