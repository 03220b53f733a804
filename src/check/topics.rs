//! What claims speak of, and where they stand on the scales of the rules.

use crate::compare::{Lens, Opposed, Statement, Topic};
use crate::pack::{Rule, Subject};
use crate::text::form::base_form;
use std::collections::{BTreeMap, BTreeSet};

/// The words of a topic's name that tell it: "on" and "of" do not.
const TELLING: usize = 3;

/// The topics of rules, and those that the record names.
#[derive(Clone, Debug)]
pub struct Topics<'t> {
    lenses: Vec<&'t Lens>,
    /// By the base forms of the words of their names.
    recorded: BTreeMap<&'t str, Vec<String>>,
    /// What the record calls the topics of rules, as far as it speaks of them.
    names: BTreeMap<&'t str, &'t str>,
}

impl<'t> Topics<'t> {
    /// Those of `rules`, and those that claims of `record` are said to be about.
    pub fn of(rules: &'t [Rule], record: &'t [Statement]) -> Topics<'t> {
        let named = record.iter().flat_map(|statement| &statement.claim.topics);
        let recorded = named.map(|name| (name.as_str(), telling_words(name)));
        let lenses: Vec<&Lens> = rules.iter().filter_map(lens).collect();
        let names = names_on_record(&lenses, record);
        Topics { lenses, recorded: recorded.collect(), names }
    }

    /// What a claim speaks of: the topics that its journal names, those of rules whose phrases occur, and those of the
    /// record all of whose words occur.
    pub fn of_claim<'s>(&self, statement: &'s Statement) -> BTreeSet<&'s str>
    where
        't: 's,
    {
        let own = statement.claim.topics.iter().map(String::as_str);
        let of_rules = self.lenses.iter().filter_map(|lens| lens.topic.as_ref());
        let of_rules = of_rules.filter(|topic| speaks_of(statement, topic)).map(|topic| topic.name.as_str());
        own.chain(of_rules).chain(self.recorded_in(statement)).collect()
    }

    /// The topics to list a claim under, by the names that the record has for them.
    pub fn filed_under<'s>(&self, statement: &'s Statement) -> BTreeSet<&'s str>
    where
        't: 's,
    {
        let all = self.of_claim(statement).into_iter();
        all.map(|topic| self.names.get(topic).copied().unwrap_or(topic)).collect()
    }

    /// The step that a claim takes on each scale of the rules whose topic it speaks of.
    pub fn stance(&self, statement: &Statement) -> BTreeMap<&'t str, String> {
        // A word that is a step on one topic says nothing on another: a safe vaccine, a safe dam.
        let spoken_of = |lens: &&&Lens| lens.topic.as_ref().is_none_or(|topic| speaks_of(statement, topic));
        let opposed = self.lenses.iter().filter(spoken_of).flat_map(|lens| &lens.opposed);
        let scales = opposed.filter_map(|opposed| match opposed {
            Opposed::Scale { scale, .. } => Some(scale),
            _ => None,
        });
        scales.filter_map(|scale| Some((scale.name.as_str(), scale.read(statement)?.step))).collect()
    }

    fn recorded_in<'s>(&'s self, statement: &'s Statement) -> impl Iterator<Item = &'t str> + 's {
        let holds = |word: &String| statement.words.iter().any(|other| *other.base == **word);
        let told = self.recorded.iter().filter(|(_, words)| !words.is_empty());
        told.filter(move |(_, words)| words.iter().all(holds)).map(|(name, _)| *name)
    }
}

/// For each topic of a rule that of the record with which it occurs most often.
fn names_on_record<'t>(lenses: &[&'t Lens], record: &'t [Statement]) -> BTreeMap<&'t str, &'t str> {
    let of_rules = lenses.iter().filter_map(|lens| lens.topic.as_ref());
    let names = of_rules.filter_map(|topic| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for statement in record.iter().filter(|statement| speaks_of(statement, topic)) {
            statement.claim.topics.iter().for_each(|name| *counts.entry(name).or_default() += 1);
        }
        let (name, _) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
        Some((topic.name.as_str(), name))
    });
    names.collect()
}

fn speaks_of(statement: &Statement, topic: &Topic) -> bool {
    topic.any.matches(&statement.words) && !topic.unless.matches(&statement.words)
}

fn lens(rule: &Rule) -> Option<&Lens> {
    match &rule.subject {
        Subject::Pair(pair) => Some(&pair.lens),
        _ => None,
    }
}

fn telling_words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING);
    words.map(|word| base_form(&word.to_lowercase()).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{DRAFT, Kit, read_claims, record_statements};
    use crate::claim::Medium;
    use crate::document;
    use crate::record::of_sources;
    use crate::text::{FileId, Source};

    /// The topics of the one claim of `draft`, the record being about `topic`.
    fn topics(topic: &str, draft: &str) -> String {
        let kit = Kit::builtin();
        let journal = format!("2031-05-02 Anna Berg\n    says the dam is safe\n    about {topic}\n");
        let record = of_sources([Source::new("a.claims", journal)], FileId(1));
        let recorded = record_statements(&record, &kit);
        let draft = document::read(Source::new("draft.txt", draft));
        let claims = read_claims(&draft, DRAFT, Medium::Draft, &kit);
        let topics = Topics::of(&[], &recorded);
        Vec::from_iter(topics.of_claim(&claims[0])).join(", ")
    }

    #[test]
    fn a_topic_of_the_record_is_spoken_of_where_all_its_words_are() {
        let claim = "Paul Rey said that the supplies of blood had arrived.";
        insta::assert_snapshot!(topics("blood-supply", claim), @"blood-supply");
        insta::assert_snapshot!(topics("blood-of-the-dam", claim), @"");
        insta::assert_snapshot!(topics("of-a", claim), @"");
    }
}
