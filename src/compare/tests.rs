use super::*;
use crate::claim::{Comparator, Measure, Participant, Predicate, Role, Skeleton, Unit};
use crate::grammar::phrase::TextWords;
use crate::text::{Span, Text};

fn utterance(prose: &str) -> Utterance {
    let text = Text::of_paragraph(prose);
    Utterance::read(&text, &TextWords::of(&text), 0..text.tokens().len())
}

/// The changes between a quotation and a passage, as `quoted>recorded (weight)`.
fn changes(quote: &str, passage: &str) -> Option<Vec<String>> {
    let found = fidelity(&utterance(quote), &utterance(passage))?;
    let shown = found
        .changes
        .iter()
        .map(|change| format!("{}>{} ({:?})", change.quoted, change.recorded, change.weight));
    Some(shown.collect())
}

const PASSAGE: &str = "Well, let me be clear about this: we are not planning to close any of the three harbours this year, \
                       and I don’t expect that to change before the spring.";

#[test]
fn a_faithful_quotation_has_no_changes() {
    for quote in [
        "we are not planning to close any of the three harbours this year",
        "We’re not planning to close any of the three harbours",
        "I do not expect that to change — before the spring",
        "we are not planning to close any … this year",
        "we are not planning to close [them] this year",
    ] {
        assert_eq!(changes(quote, PASSAGE), Some(vec![]), "{quote}");
    }
}

#[test]
fn changes_are_named_by_what_they_touch() {
    let cases = [
        ("we are planning to close any of the three harbours this year", ">not (Negation)"),
        ("we are not planning to close any of the four harbours this year", "four>three (Number)"),
        ("we are not planning to sell any of the three harbours this year", "sell>close (Content)"),
        ("we are not planning to close any of the three harbors", "harbors>harbours (Content)"),
        (
            "we are not planning on closing any of the three harbours this year",
            "on closing>to close (Content)",
        ),
        ("we are probably not planning to close any of the three harbours", "probably> (Hedge)"),
    ];
    for (quote, change) in cases {
        assert_eq!(changes(quote, PASSAGE), Some(vec![change.to_owned()]), "{quote}");
    }
}

#[test]
fn another_utterance_is_not_a_misquotation() {
    assert_eq!(changes("the opposition has no plan for the railways", PASSAGE), None);
}

#[test]
fn an_excerpt_tells_nothing_of_what_was_said_around_it() {
    let excerpt = utterance("the harbour will stay open until the spring").excerpt();
    let cases = [
        ("As I said, the harbour will stay open until the spring, and then we shall see", vec![]),
        ("As I said, the harbour will not stay open until the spring", vec!["not>"]),
        ("the harbour will stay open until the summer", vec!["summer>spring"]),
    ];
    for (quote, expected) in cases {
        let found = fidelity(&utterance(quote), &excerpt).unwrap();
        let changes: Vec<String> =
            found.changes.iter().map(|change| format!("{}>{}", change.quoted, change.recorded)).collect();
        assert_eq!(changes, expected, "{quote}");
    }
}

fn participant(role: Role, head: &str, modifiers: &[&str]) -> Participant {
    let modifiers = modifiers.iter().map(|word| (*word).to_owned()).collect();
    Participant { role, head: head.into(), modifiers, name: None, span: Span::new(0, 0) }
}

fn skeleton(subject: Participant, lemma: &str, object: Option<Participant>) -> Skeleton {
    let predicate = Some(Predicate { lemma: lemma.into(), span: Span::new(0, 0), passive: false });
    Skeleton {
        predicate,
        participants: std::iter::once(subject).chain(object).collect(),
        ..Skeleton::default()
    }
}

fn aligned(a: &Skeleton, b: &Skeleton) -> String {
    let thesaurus = Thesaurus::parse("leave = stay, remain\nstrike, hit");
    match align(a, b, &thesaurus) {
        Alignment::Same { predicate, swapped, .. } => {
            format!("{predicate:?}{}", if swapped { " swapped" } else { "" })
        }
        Alignment::Apart { want } => want.to_string(),
    }
}

#[test]
fn alignment_asks_for_predicate_and_participants() {
    let troops = |modifiers: &[&str]| participant(Role::Subject, "troop", modifiers);
    let town = || participant(Role::Object, "town", &[]);
    let cases = [
        (skeleton(troops(&[]), "leave", Some(town())), skeleton(troops(&[]), "leave", Some(town())), "Same"),
        (
            skeleton(troops(&[]), "leave", Some(town())),
            skeleton(troops(&[]), "remain", Some(town())),
            "Opposite",
        ),
        (
            skeleton(troops(&[]), "hit", Some(town())),
            skeleton(troops(&["russian"]), "strike", Some(town())),
            "Synonym",
        ),
        (
            skeleton(troops(&["ukrainian"]), "leave", None),
            skeleton(troops(&["russian"]), "leave", None),
            "the one speaks of “ukrainian troop”, the other of “russian troop”",
        ),
        (
            skeleton(troops(&[]), "leave", None),
            skeleton(troops(&[]), "sing", None),
            "“leave” and “sing” are not known to mean the same or the opposite",
        ),
        (
            skeleton(
                participant(Role::Subject, "army", &[]),
                "strike",
                Some(participant(Role::Object, "rebel", &[])),
            ),
            skeleton(
                participant(Role::Subject, "rebel", &[]),
                "strike",
                Some(participant(Role::Object, "army", &[])),
            ),
            "Same swapped",
        ),
        (
            skeleton(participant(Role::Subject, "it", &[]), "leave", None),
            skeleton(participant(Role::Subject, "it", &[]), "leave", None),
            "“it” here and “it” there may be two",
        ),
    ];
    for (a, b, expected) in cases {
        assert_eq!(aligned(&a, &b), expected);
    }
}

#[test]
fn a_passive_without_its_doer_is_aligned_by_what_it_is_done_to() {
    let destroyed = |what: &str| {
        let mut skeleton = skeleton(participant(Role::Subject, what, &[]), "destroy", None);
        skeleton.predicate.as_mut().unwrap().passive = true;
        skeleton
    };
    assert_eq!(aligned(&destroyed("depot"), &destroyed("depot")), "Same");
    assert_eq!(
        aligned(&destroyed("depot"), &destroyed("bridge")),
        "one of them does not name whom it speaks of"
    );
}

fn measure(low: f64, high: f64, counted: &str, of: &[&str]) -> Measure {
    Measure {
        span: Span::new(0, 0),
        low,
        high,
        value: f64::midpoint(low, high.min(low * 2.0 + 1.0)),
        comparator: Comparator::Exact,
        unit: Unit::Count,
        counted: counted.into(),
        of: of.iter().map(|word| (*word).to_owned()).collect(),
        per: None,
    }
}

#[test]
fn figures_conflict_only_if_they_count_one_thing() {
    let dead = |low, high| measure(low, high, "soldier", &["dead"]);
    assert!(matches!(conflicting(&[dead(12.0, 12.0)], &[dead(31.0, 31.0)], 5.0, |_, _| true), Ok(Some(_))));
    assert!(matches!(conflicting(&[dead(95.0, 105.0)], &[dead(100.0, 100.0)], 5.0, |_, _| true), Ok(None)));
    assert!(
        conflicting(&[dead(12.0, 12.0)], &[measure(31.0, 31.0, "soldier", &["missing"])], 5.0, |_, _| true)
            .is_err()
    );
    assert!(
        conflicting(&[dead(12.0, 12.0)], &[measure(31.0, 31.0, "house", &["dead"])], 5.0, |_, _| true)
            .is_err()
    );
    assert!(conflicting(&[dead(12.0, 12.0)], &[], 5.0, |_, _| true).is_err());
}
