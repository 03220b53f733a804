use super::*;
use crate::check::{Gathered, Home, Kit, article_statements, blocking_keys, conflicts, record_statements};
use crate::claim::Speaker;
use crate::compare::Statement;
use crate::document;
use crate::pack::{Rule, RuleSource, builtin_files_for_checks, load};
use crate::record;
use crate::text::{FileId, Source};

/// All that a statement is, but how it was understood.
fn whole(statement: &Statement) -> String {
    let mut statement = statement.clone();
    let bare = |speaker: &mut Speaker| speaker.reached.clear();
    bare(&mut statement.claim.speaker);
    statement.claim.via.iter_mut().for_each(bare);
    let attribution = &mut statement.claim.attribution;
    attribution.trail.clear();
    attribution.within = None;
    attribution.confidence = 1.0;
    // Words are shared parts of a text here, and lists there.
    let words = [&statement.words, &statement.source_words, &statement.sentence_words].map(|it| it.to_vec());
    format!("{:?} {words:?} {:?} {:?}", statement.claim, statement.quotes, statement.bare_weekday)
        + &format!("{:?} {:?}", statement.inner, statement.sentence)
}

fn read_back(statement: &Statement) -> Statement {
    let written = serde_json::to_string(&Reading::of(statement)).unwrap();
    let read: Reading = serde_json::from_str(&written).unwrap();
    read.statement(statement.claim.origin.file, statement.likelihood)
}

/// The statements of the corpus, drafts read as articles.
fn corpus(kit: &Kit) -> Vec<Statement> {
    let record = record::read(&["corpus"], FileId(1));
    let mut statements = record_statements(&record, kit);
    let first = u32::try_from(record.files.len()).unwrap() + 1;
    let found = record::files::walk(&["corpus"], |path| path.ends_with("draft.md"));
    for (path, file) in found.files.iter().zip(first..) {
        let draft = document::read(record::files::open(path).unwrap());
        statements.extend(article_statements(&draft, FileId(file), kit));
    }
    statements
}

#[test]
fn a_statement_is_read_back_as_it_was() {
    let kit = Kit::builtin();
    let statements = corpus(&kit);
    assert!(statements.len() > 500, "{}", statements.len());
    for statement in &statements {
        assert_eq!(whole(&read_back(statement)), whole(statement));
    }
    let odd = "“We paid more than 1,250.5 million euros (about 3 %) per open-door visit…” it is likely, A. B. said \
               on 3 May 2031. The dam “can’t … break”, Ole Voss’s spokesman denied. 30 to 40 ships left in 2031.";
    let draft = document::read(Source::new("odd.txt", odd));
    let odd = article_statements(&draft, FileId(1), &kit);
    assert!(!odd.is_empty());
    odd.iter().for_each(|statement| assert_eq!(whole(&read_back(statement)), whole(statement)));
}

/// Claims of one speaker a day about one dam, safe and not safe in turns.
fn days(count: usize, kit: &Kit) -> Vec<Statement> {
    let entry = |day: usize| {
        let letters: String =
            format!("{day:04}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        let not = if day.is_multiple_of(2) { "" } else { "not " };
        format!("2031-05-{:02} Anna B{letters}\n    says the dam is {not}safe\n\n", 1 + day * 28 / count)
    };
    let journal: String = (0..count).map(entry).collect();
    let record = record::of_sources([Source::new("dam.claims", journal)], FileId(1));
    record_statements(&record, kit)
}

fn rules() -> Vec<Rule> {
    load(builtin_files_for_checks()).rules
}

/// The lines of claims under their keys, in order.
fn keyed(statements: &[Statement], rules: &[Rule], kit: &Kit) -> Vec<String> {
    let homes = Home::of(statements, |_| "dam.claims".to_owned());
    let lines = statements.iter().zip(&homes).map(|(statement, home)| {
        KeyedLine::print(statement, home, &blocking_keys(statement, home, rules, kit))
    });
    let mut lines: Vec<String> =
        lines.flat_map(|all| all.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    lines.sort();
    lines
}

/// What is found in groups of so many, by rule and places.
fn found_in_groups(
    lines: &[String],
    (claims, bytes): (usize, usize),
    rules: &[Rule],
    kit: &Kit,
) -> Vec<String> {
    let mut groups = Groups::new(rules, kit).holding(claims, bytes);
    let mut found = Vec::new();
    let mut add = |group: Group| found.extend(rules.iter().flat_map(|rule| told(&group, rule, kit)));
    for line in lines {
        groups.take(KeyedLine::read(line).unwrap()).unwrap().into_iter().for_each(&mut add);
    }
    groups.close().into_iter().for_each(&mut add);
    found.sort();
    found.dedup();
    found
}

fn told(gathered: &Gathered, rule: &Rule, kit: &Kit) -> Vec<String> {
    let place = |index: usize| gathered.homes[index].number;
    let told = |found: crate::check::Conflict| {
        format!("{} {:05} {:05} {}", rule.id, place(found.pair.0), place(found.pair.1), found.key)
    };
    conflicts(gathered, rule, kit).into_iter().map(told).collect()
}

#[test]
fn groups_find_what_the_whole_finds_however_few_they_hold() {
    let (kit, rules) = (Kit::builtin(), rules());
    for (count, most, times) in
        [(1_250, (1_200, usize::MAX), 1), (1_250, (usize::MAX, 1), 1), (200, (usize::MAX, usize::MAX), 2)]
    {
        let statements = days(count, &kit);
        let lines = keyed(&statements, &rules, &kit).into_iter();
        // A claim that comes twice is one.
        let lines: Vec<String> = lines.flat_map(|line| std::iter::repeat_n(line, times)).collect();
        let gathered = Gathered::of(statements, |_| "dam.claims".to_owned());
        let mut whole: Vec<String> = rules.iter().flat_map(|rule| told(&gathered, rule, &kit)).collect();
        whole.sort();
        assert!(whole.len() > count, "{}", whole.len());
        assert_eq!(found_in_groups(&lines, most, &rules, &kit), whole);
    }
}

#[test]
fn what_stands_where_it_cannot_be_taken_is_told() {
    let (kit, rules) = (Kit::builtin(), rules());
    let lines = keyed(&days(40, &kit), &rules, &kit);
    let said = lines.iter().position(|line| line.starts_with("said/")).unwrap();
    let key = lines[said].split('\t').next().unwrap();
    let own: Vec<&String> = lines.iter().filter(|line| line.starts_with(&format!("{key}\t"))).collect();
    let mut groups = Groups::new(&rules, &kit).holding(3, usize::MAX);
    let mut taken = own.iter().skip(1).map(|line| groups.take(KeyedLine::read(line).unwrap()));
    assert!(taken.by_ref().take(4).all(|taken| taken.is_ok()));
    drop(taken);
    let early = groups.take(KeyedLine::read(own[0]).unwrap());
    assert!(matches!(early, Err(Misplaced::Early(_))));
    let mut unsorted = Groups::new(&rules, &kit);
    let other = lines.iter().find(|line| !line.starts_with(&format!("{key}\t"))).unwrap();
    let (less, greater) = if other < own[0] { (other, own[0]) } else { (own[0], other) };
    assert!(unsorted.take(KeyedLine::read(greater).unwrap()).is_ok());
    let taken = unsorted.take(KeyedLine::read(less).unwrap());
    assert!(matches!(taken, Err(Misplaced::Unsorted(_))));
    let mut keyless = Groups::new(&rules, &kit).holding(3, usize::MAX);
    let json = |line: &String| line.split('\t').next_back().unwrap().to_owned();
    let bare: Vec<String> = own.iter().map(|line| json(line)).collect();
    let taken: Vec<bool> =
        bare.iter().take(4).map(|line| keyless.take(KeyedLine::read(line).unwrap()).is_ok()).collect();
    assert_eq!(taken, [true, true, true, false]);
}

/// A rule about two speakers only.
const TWO: &str = r#"
id = "own/two"
title = "Two who contradict each other"
severity = "warning"
why = "Both spoke of one thing."
message = "{a.speaker} and {b.speaker}"
help = "ask both"
[pair]
between = "speakers"
within = "30 days"
[pair.a]
source = ["Ola Zebra"]
[pair.b]
source = ["Uma Zebra"]
[opposed]
polarity = true
[[flags]]
draft = ""
[[allows]]
draft = ""
"#;

#[test]
fn what_a_rule_looks_at_is_kept_however_much_stands_between() {
    let kit = Kit::builtin();
    let source = RuleSource { path: "own/two.toml".to_owned(), text: TWO.to_owned() };
    let rules = load(builtin_files_for_checks().chain([source])).rules;
    let entry = |speaker: &str, not: &str| format!("2031-05-09 {speaker}\n    says the dam is {not}safe\n\n");
    let others = entry("Anna Berg", "").repeat(1_200);
    let journal = entry("Ola Zebra", "") + &others + &entry("Uma Zebra", "not ");
    let statements =
        record_statements(&record::of_sources([Source::new("dam.claims", journal)], FileId(1)), &kit);
    let lines = keyed(&statements, &rules, &kit);
    let found = found_in_groups(&lines, (1_100, usize::MAX), &rules, &kit);
    assert_eq!(found.iter().filter(|told| told.starts_with("own/two")).count(), 1);
}

#[test]
fn two_texts_of_one_name_are_told() {
    let (kit, rules) = (Kit::builtin(), rules());
    let line = |speaker: &str| {
        let journal = format!("2031-05-09 {speaker}\n    says the dam is safe\n");
        let record = record::of_sources([Source::new("dam.claims", journal)], FileId(1));
        let lines = keyed(&record_statements(&record, &kit), &rules, &kit);
        lines.into_iter().find(|line| line.starts_with("said/")).unwrap()
    };
    let mut groups = Groups::new(&rules, &kit);
    let (berg, voss) = (line("Anna Berg"), line("Ole Voss"));
    assert!(groups.take(KeyedLine::read(&berg).unwrap()).is_ok());
    assert!(groups.take(KeyedLine::read(&berg).unwrap()).is_ok());
    let taken = groups.take(KeyedLine::read(&voss).unwrap());
    assert!(matches!(taken, Err(Misplaced::Twice(_))));
}
