//! Quotations of the draft against the words on record.

use super::evidence::{Evidence, bound};
use super::likeness::Likeness;
use crate::claim::{Medium, last_name};
use crate::compare::{
    Change, Context, Departure, Fidelity, Joint, Statement, Timing, Utterance, Weighing, Weight, beginnings,
    describe_day, joints, places_in, stands_in, timing,
};
use crate::finding::{Confidence, Finding, Gate, Label, Party, Relation, Severity, Step};
use crate::grammar::phrase::Word;
use crate::text::Span;
use rustc_hash::FxHashMap;

/// Words of a quotation that nobody else is likely to have said.
const DISTINCT: usize = 6;

/// A quotation of the draft: the number of its statement, the statement, and its words.
type Quoted<'q> = (usize, &'q Statement, &'q Utterance);

/// The quotations among `chosen` statements that depart from the record.
pub(super) fn departures(
    evidence: &Evidence,
    at_least: f64,
    departure: &Departure,
    chosen: &[usize],
) -> Vec<Finding> {
    let statements = chosen.iter().filter_map(|index| Some((*index, *evidence.case.statements.get(*index)?)));
    let quoting = statements.filter(|(_, statement)| statement.claim.origin.medium == Medium::Draft);
    let quoted: Vec<Quoted> = quoting
        .flat_map(|(index, statement)| {
            let telling = statement.quotes.iter().filter(|quote| quote.is_telling());
            telling.map(move |quote| (index, statement, quote))
        })
        .collect();
    match departure {
        Departure::OtherSpeaker => others(evidence, &quoted),
        _ => quoted.into_iter().filter_map(|quote| departs(evidence, quote, at_least, departure)).collect(),
    }
}

fn departs(evidence: &Evidence, quoted: Quoted, at_least: f64, departure: &Departure) -> Option<Finding> {
    match departure {
        Departure::Altered | Departure::Shortened | Departure::Changed(_) => {
            reworded(evidence, quoted, at_least, departure)
        }
        Departure::Spliced => spliced(evidence, quoted),
        Departure::OtherDay => other_day(evidence, quoted),
        Departure::OutOfContext(context) => out_of_context(evidence, quoted, context),
        Departure::OtherSpeaker => None,
    }
}

/// Words other than those on record, of the kind that is looked for.
fn reworded(evidence: &Evidence, quoted: Quoted, at_least: f64, departure: &Departure) -> Option<Finding> {
    let (index, _, quote) = quoted;
    let Likeness { passage, fidelity } = evidence.case.most_like(index, quote)?;
    let gravest = fidelity.changes.iter().map(|change| change.weight).max()?;
    if fidelity.ratio < at_least
        || !is_of_kind(departure, gravest, fidelity)
        || joint(evidence, quoted).is_some()
    {
        return None;
    }
    let same = format!("{:.0} % of the words are the same", fidelity.ratio * 100.0);
    let says = (words(evidence, quote), fidelity.recorded.clone());
    let mut finding = evidence.of_pair(index, *passage, &weighing(Relation::Misquotes, &same, says))?;
    // Quotation marks promise the very words, through however many mouths they came.
    finding.severity = if gravest == Weight::Grammar { Severity::Note } else { evidence.rule.severity };
    finding.notes.extend(fidelity.changes.iter().map(describe));
    let [quotation, record] = &fidelity.sides;
    finding.notes.extend([format!("quoted: {quotation}"), format!("on record: {record}")]);
    point_at(&mut finding.labels, [quote.span, fidelity.window]);
    Some(finding)
}

fn is_of_kind(departure: &Departure, gravest: Weight, fidelity: &Fidelity) -> bool {
    let has_no_kind = gravest <= Weight::Content;
    match departure {
        Departure::Altered => has_no_kind && !leaves_out_only(fidelity),
        Departure::Shortened => has_no_kind && leaves_out_only(fidelity),
        Departure::Changed(kind) => *kind == gravest,
        _ => false,
    }
}

fn leaves_out_only(fidelity: &Fidelity) -> bool {
    let grave = fidelity.changes.iter().filter(|change| change.weight > Weight::Grammar);
    let mut changes = grave.peekable();
    changes.peek().is_some() && changes.all(|change| change.quoted.is_empty())
}

fn joint(evidence: &Evidence, (_, own, quote): Quoted) -> Option<Joint> {
    let recorded = evidence.case.record.echoes(own, quote).into_iter();
    let passages: Vec<(usize, &Utterance)> =
        recorded.flat_map(|(index, other)| other.quotes.iter().map(move |words| (index, words))).collect();
    joints(quote, &passages)
}

fn spliced(evidence: &Evidence, quoted: Quoted) -> Option<Finding> {
    let (index, _, quote) = quoted;
    let Joint { first, second } = joint(evidence, quoted)?;
    let says = (words(evidence, quote), "two places".to_owned());
    let found = weighing(Relation::Misquotes, "its two halves stand at two places", says);
    let mut finding = evidence.of_pair(index, first.0, &found)?;
    finding.severity = evidence.rule.severity;
    point_at(&mut finding.labels, [quote.span, Some(first.1)]);
    let end = evidence.case.statements.get(second.0)?;
    let text = format!("{}: its end", end.who());
    finding.labels.push(Label { file: end.claim.origin.file, span: second.1, text, key: String::new() });
    Some(finding)
}

/// On record word for word, but on days that cannot be the one the draft gives.
fn other_day(evidence: &Evidence, (index, own, quote): Quoted) -> Option<Finding> {
    let said = own.claim.said.filter(|said| said.sure)?;
    let recorded = evidence.case.record.echoes(own, quote).into_iter();
    let held = recorded.filter_map(|(at, other)| Some((at, other, held_in(quote, other)?)));
    let held: Vec<_> = held.collect();
    let elsewhen = |other: &Statement| timing(Some(&said), other.claim.said.as_ref()) == Timing::Disjoint;
    if !held.iter().all(|(_, other, _)| elsewhen(other)) {
        return None;
    }
    let (passage, other, place) = held.first()?;
    let says = (describe_day(&said), other.claim.said.as_ref().map(describe_day).unwrap_or_default());
    let mut finding =
        evidence.of_pair(index, *passage, &weighing(Relation::Misquotes, "the words are the same", says))?;
    finding.severity = evidence.rule.severity;
    point_at(&mut finding.labels, [quote.span, Some(*place)]);
    Some(finding)
}

fn held_in(quote: &Utterance, other: &Statement) -> Option<Span> {
    other.quotes.iter().find_map(|passage| stands_in(quote, passage)).map(|place| place.span)
}

/// On record word for word, but wherever it stands with words around it that turn its meaning.
fn out_of_context(evidence: &Evidence, (index, own, quote): Quoted, context: &Context) -> Option<Finding> {
    let recorded = evidence.case.record.echoes(own, quote).into_iter();
    let is_beside = |word: &&Word| quote.span.is_none_or(|own| !own.overlaps(word.span));
    let beside: Vec<Word> = own.sentence_words.iter().filter(is_beside).cloned().collect();
    let mut held = Vec::new();
    for (at, other) in recorded {
        for passage in &other.quotes {
            held.extend(places_in(quote, passage).map(|it| (at, context.turns(passage, &it, &beside), it)));
        }
    }
    let (passage, _, place) = held.first().filter(|_| held.iter().all(|(_, turned, _)| *turned))?;
    let says = (words(evidence, quote), "turned by what stands around it".to_owned());
    let mut finding =
        evidence.of_pair(index, *passage, &weighing(Relation::Misquotes, "the words are the same", says))?;
    finding.severity = evidence.rule.severity;
    point_at(&mut finding.labels, [quote.span, Some(place.span)]);
    Some(finding)
}

/// Quotations that somebody else is on record with, and their speaker with nothing like it.
fn others(evidence: &Evidence, quoted: &[Quoted]) -> Vec<Finding> {
    let lone = quoted.iter().filter(|(index, own, quote)| {
        let speaker = &own.claim.speaker;
        let known = is_full_name(&speaker.name) && !speaker.anonymous && !speaker.group;
        known
            && quote.len() >= DISTINCT
            && evidence.case.most_like(*index, quote).is_none_or(|found| found.fidelity.ratio < 0.6)
    });
    let mut by_beginning: FxHashMap<_, Vec<&Quoted>> = FxHashMap::default();
    for quote in lone {
        by_beginning.entry(beginnings(quote.2).next()).or_default().push(quote);
    }
    let mut findings = Vec::new();
    let recorded = evidence
        .case
        .statements
        .iter()
        .enumerate()
        .filter(|(_, other)| other.claim.origin.medium != Medium::Draft);
    for (at, other) in recorded.filter(|_| !by_beginning.is_empty()) {
        for passage in &other.quotes {
            let starts = beginnings(passage).filter_map(|start| by_beginning.get(&Some(start))).flatten();
            findings.extend(starts.filter_map(|quote| other_speaker(evidence, **quote, at, other, passage)));
        }
    }
    findings.dedup_by(|one, other| one.labels.first() == other.labels.first());
    findings
}

/// Whether a name is one, and no description: "the Republican from Pennsylvania" may be anybody.
fn is_full_name(name: &str) -> bool {
    let particle = |word: &str| word.len() <= 3;
    !name.is_empty() && name.split(' ').all(|word| particle(word) || word.starts_with(char::is_uppercase))
}

/// "says that Lind spoke of ‘…’": whoever is on record with the words gives them as somebody else's.
fn speaks_of(said: &str, name: &str) -> bool {
    let last = last_name(name);
    said.split(|sign: char| !sign.is_alphanumeric() && sign != '-').any(|word| word == last)
}

fn other_speaker(
    evidence: &Evidence,
    (index, own, quote): Quoted,
    at: usize,
    other: &Statement,
    passage: &Utterance,
) -> Option<Finding> {
    let speaker = &other.claim.speaker;
    let (name, said) = (&own.claim.speaker.name, other.claim.content());
    let is_own = evidence.case.record.are_one(speaker, &own.claim.speaker);
    if speaker.is_nobody() || is_own || speaks_of(said, name) {
        return None;
    }
    let place = stands_in(quote, passage)?;
    let says = (own.claim.speaker.name.clone(), speaker.name.clone());
    let mut finding =
        evidence.of_pair(index, at, &weighing(Relation::Misquotes, "the words are the same", says))?;
    finding.severity = evidence.rule.severity;
    point_at(&mut finding.labels, [quote.span, Some(place.span)]);
    Some(finding)
}

fn words(evidence: &Evidence, quote: &Utterance) -> String {
    quote.span.map_or("", |span| span.slice(&evidence.draft.prose)).to_owned()
}

fn weighing(relation: Relation, reason: &str, (a, b): (String, String)) -> Weighing {
    let steps = vec![Step { gate: Gate::Topic, passed: true, reason: reason.to_owned() }];
    let opposition = bound(relation, reason, &a, &b);
    Weighing {
        relation,
        by: Some(Party::A),
        trail: steps,
        opposition: Some(opposition),
        confidence: Confidence::High,
    }
}

fn describe(change: &Change) -> String {
    let kind = match change.weight {
        Weight::Negation => "a negation",
        Weight::Number => "a figure",
        Weight::Hedge => "a hedge",
        Weight::Modal => "a modal",
        Weight::Content => "a word",
        Weight::Grammar => "a form",
    };
    match (change.quoted.is_empty(), change.recorded.is_empty()) {
        (true, _) => format!("{kind} is missing: “{}”", change.recorded),
        (_, true) => format!("{kind} was added: “{}”", change.quoted),
        _ => format!("{kind} differs: “{}” for “{}”", change.quoted, change.recorded),
    }
}

/// The labels point at the quotation itself and at its very place on record.
fn point_at(labels: &mut [Label], spans: [Option<Span>; 2]) {
    for (label, span) in labels.iter_mut().zip(spans) {
        label.span = span.unwrap_or(label.span);
    }
}
