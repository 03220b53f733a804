//! Claims that share no key cannot conflict: what all pairs give is what the pairs of each key give.

#![cfg(test)]

#[path = "bench/invented.rs"]
mod invented;

use invented::{Chance, SIDES, saying, speaker};
use sayso::check::{
    Gathered, Home, Kit, article_statements, blocking_keys, concerns_records, conflicts, record_statements,
};
use sayso::claim::Irrealis;
use sayso::compare::{Statement, may_meet, weigh};
use sayso::document;
use sayso::pack::{PairCheck, Rule, Subject, builtin_files_for_checks, load};
use sayso::record;
use sayso::text::{FileId, Source};
use std::collections::BTreeSet;

/// Two claims by their numbers, and the rule under which they conflict.
type Found = BTreeSet<(String, usize, usize)>;

fn rules() -> Vec<Rule> {
    load(builtin_files_for_checks()).rules
}

/// Whether the gates find a conflict; rules that turn on a draft or on the text itself find none in a record.
fn conflict(a: &Statement, b: &Statement, pair: &PairCheck, kit: &Kit) -> bool {
    let asserted =
        |it: &Statement| it.irrealis().is_none_or(|why| pair.lens.demands && why == Irrealis::Demand);
    asserted(a)
        && asserted(b)
        && pair.a.takes(a)
        && pair.b.takes(b)
        && may_meet(a, b, &pair.lens, &kit.thesaurus)
        && weigh(a, b, &pair.lens, &kit.thesaurus).opposition.is_some()
}

/// Every claim against every other, under every rule that is one of records.
fn all_pairs(statements: &[Statement], rules: &[&Rule], kit: &Kit) -> Found {
    let mut found = Found::new();
    for rule in rules {
        let Subject::Pair(pair) = &rule.subject else { continue };
        for (one, a) in statements.iter().enumerate() {
            for (other, b) in statements.iter().enumerate().skip(one + 1) {
                if conflict(a, b, pair, kit) || conflict(b, a, pair, kit) {
                    found.insert((rule.id.clone(), one, other));
                }
            }
        }
    }
    found
}

/// Checks that each conflict of all pairs shares a key, and gives how many there are of how many claims; and that what the
/// engine's own walk over keys finds are conflicts of all pairs, some for each rule that has any.
fn check(statements: Vec<Statement>) -> (usize, usize) {
    let (kit, rules) = (Kit::builtin(), rules());
    let name = |statement: &Statement| statement.claim.origin.file.0.to_string();
    let homes = Home::of(&statements, name);
    let of_records: Vec<&Rule> = rules.iter().filter(|rule| concerns_records(rule)).collect();
    let all = all_pairs(&statements, &of_records, &kit);
    let mut lost = Vec::new();
    for (rule, one, other) in &all {
        let own: Vec<Rule> = of_records.iter().filter(|it| it.id == *rule).map(|it| (*it).clone()).collect();
        let keys = [one, other].map(|at| blocking_keys(&statements[*at], &homes[*at], &own, &kit));
        if keys[0].is_disjoint(&keys[1]) {
            let told = [one, other]
                .map(|at| format!("{} {:?}", statements[*at].who(), statements[*at].claim.content()));
            lost.push(format!("{rule}: {told:?} {keys:?}"));
        }
    }
    assert!(lost.is_empty(), "{} of {} lost:\n{}", lost.len(), all.len(), lost.join("\n"));
    let count = statements.len();
    let gathered = Gathered::of(statements, name);
    for rule in &of_records {
        let found: Vec<_> = conflicts(&gathered, rule, &kit);
        assert!(!found.is_empty() || !all.iter().any(|(id, _, _)| *id == rule.id), "{}", rule.id);
        for conflict in found {
            let (one, other) = conflict.pair;
            assert!(all.contains(&(rule.id.clone(), one.min(other), one.max(other))), "{}", rule.id);
        }
    }
    (all.len(), count)
}

/// The record of the corpus, and its drafts as articles.
fn corpus() -> Vec<Statement> {
    let kit = Kit::builtin();
    let record = record::read(&["corpus"], FileId(1));
    let mut statements = record_statements(&record, &kit);
    let first = u32::try_from(record.files.len()).unwrap() + 1;
    let drafts = record::files::walk(&["corpus"], |path| path.ends_with("draft.md"));
    for (path, file) in drafts.files.iter().zip(first..) {
        let draft = document::read(record::files::open(path).unwrap());
        statements.extend(article_statements(&draft, FileId(file), &kit));
    }
    statements
}

/// Examples of each rule: each claim is held against every other.
const MOST: usize = 4;

/// Examples of all rules, which are conflicts and nearly so, each an article by itself.
fn examples() -> Vec<Statement> {
    let kit = Kit::builtin();
    let rules = load(sayso::pack::builtin_files()).rules;
    let scenes =
        rules.iter().flat_map(|rule| rule.flags.iter().take(MOST).chain(rule.allows.iter().take(MOST)));
    let articles = scenes.zip(1..).flat_map(|(scene, file)| {
        let mut article = document::read(Source::new("example.md", scene.draft.clone()));
        article.meta.date = article.meta.date.or(scene.date);
        article_statements(&article, FileId(file), &kit)
    });
    articles.collect()
}

/// A journal by chance, about few things, with days of every kind: single ones, months, years, stretches.
fn invented(count: usize) -> Vec<Statement> {
    let mut chance = Chance(11);
    let mut journal = String::new();
    for _ in 0..count {
        let rank = chance.rank(60);
        let (month, day) = (1 + chance.below(6), 1 + chance.below(28));
        let date = match chance.below(12) {
            0 if day == 1 => "2029..2031".to_owned(),
            0 => format!("2031-{month:02}"),
            1 => "2031".to_owned(),
            2 => format!("2031-{month:02}-{day:02}..2031-{:02}-28", month + 2),
            _ => format!("2031-{month:02}-{day:02}"),
        };
        let words = match chance.below(6) {
            0 => "says an attack on Norland is imminent".to_owned(),
            1 => "says an attack on Norland is not imminent".to_owned(),
            2 => format!("says {} people died in the flood", 3 + chance.below(40)),
            3 => "demands that the dam be closed".to_owned(),
            _ => format!("says {}", saying(&mut chance).0),
        };
        journal += &format!("{date} {} ({})\n    {words}\n\n", speaker(rank), SIDES[rank % SIDES.len()]);
    }
    let record = record::of_sources([Source::new("invented.claims", journal)], FileId(1));
    record_statements(&record, &Kit::builtin())
}

#[test]
fn no_conflict_of_the_corpus_is_lost() {
    let (conflicts, claims) = check(corpus());
    assert!(conflicts > 50 && claims > 500, "{conflicts} in {claims}");
}

#[test]
fn no_conflict_of_the_examples_is_lost() {
    let (conflicts, claims) = check(examples());
    assert!(conflicts > 100 && claims > 500, "{conflicts} in {claims}");
}

#[test]
fn no_conflict_of_an_invented_record_is_lost() {
    let (conflicts, claims) = check(invented(400));
    assert!(conflicts > 500 && claims > 300, "{conflicts} in {claims}");
}
