//! By what a claim is found: its terms.

use crate::check::Kit;
use crate::compare::{Statement, alignment_keys};
use rustc_hash::FxHashSet;

/// The terms of a statement, separated by spaces, none twice.
pub(super) fn terms_of(statement: &Statement) -> String {
    let mut terms = Terms::default();
    let claim = &statement.claim;
    terms.add("i:", &claim.id);
    terms.add("s:", &speaker_key(statement).unwrap_or_default());
    for who in std::iter::once(&claim.speaker).chain(&claim.via) {
        terms.add("n:", who.name.rsplit(' ').next().unwrap_or_default());
        terms.add("n:", &who.name);
    }
    claim.topics.iter().for_each(|topic| terms.add("t:", topic));
    keys_of(statement).iter().for_each(|key| terms.add("p:", key));
    claim.assertion.measures.iter().for_each(|measure| terms.add("c:", &counted(&measure.counted)));
    for word in statement.words.iter() {
        terms.add("", &word.form);
        terms.add("", &word.base);
    }
    for (one, next) in statement.quotes.iter().flat_map(|quote| quote.pairs()) {
        terms.add("q:", &format!("{one} {next}"));
    }
    if statement.is_second_hand() {
        terms.add("a:", "second");
    }
    terms.all
}

/// The term for a value as a query spells it.
pub(super) fn quoted(prefix: &str, value: &str) -> String {
    format!("\"{}\"", term(prefix, value).replace('"', "\"\""))
}

/// The speaker's name where that tells who it is.
pub(super) fn speaker_key(statement: &Statement) -> Option<String> {
    let speaker = &statement.claim.speaker;
    (!speaker.is_nobody() && !speaker.anonymous).then(|| speaker.name.clone())
}

/// What the figures of a claim count; those that count nothing have a name too.
pub(super) fn counted(noun: &str) -> String {
    if noun.is_empty() { "nothing".to_owned() } else { noun.to_owned() }
}

/// Predicate and participant, under all the predicates that may match.
pub(super) fn kindred_keys(statement: &Statement, kit: &Kit) -> Vec<String> {
    let skeleton = &statement.claim.assertion.skeleton;
    let Some(predicate) = &skeleton.predicate else { return Vec::new() };
    let kin = kit.thesaurus.kin(&predicate.lemma);
    let parties = alignment_keys(skeleton);
    parties.flat_map(|party| kin.iter().map(move |lemma| format!("{lemma}:{party}"))).collect()
}

fn keys_of(statement: &Statement) -> Vec<String> {
    let skeleton = &statement.claim.assertion.skeleton;
    let Some(predicate) = &skeleton.predicate else { return Vec::new() };
    alignment_keys(skeleton).map(|party| format!("{}:{party}", predicate.lemma)).collect()
}

#[derive(Default)]
struct Terms {
    all: String,
    seen: FxHashSet<String>,
}

impl Terms {
    fn add(&mut self, prefix: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let term = term(prefix, value);
        if !self.seen.contains(&term) {
            self.all.push_str(&term);
            self.all.push(' ');
            self.seen.insert(term);
        }
    }
}

/// Lower case; what would end a term is `_`.
fn term(prefix: &str, value: &str) -> String {
    let ends = |c: char| c.is_whitespace() || c.is_control();
    let value = value.chars().map(|c| if ends(c) { '_' } else { c });
    prefix.chars().chain(value.flat_map(char::to_lowercase)).collect()
}
