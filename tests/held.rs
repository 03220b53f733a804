//! What is held against what: a speaker's own words, figures of one day, percentages.

#![cfg(test)]

mod gravity;

use gravity::{checked, gravest};
use sayso::finding::{Severity, Standing};

#[test]
fn he_is_who_speaks_where_nobody_else_can_be_meant() {
    for (draft, expected) in [
        (
            "Ole Ravn said on Monday that he had met Lund. The lawyer Jan Holt said on Monday that Ravn had not met Lund.",
            Some(Severity::Warning),
        ),
        ("Ole Ravn said he is ill. Jan Holt said Ida Falk is not ill.", None),
        ("Anna Berg said that he had met Lund. Jan Holt said that Berg had not met Lund.", None),
        (
            "The firm denied that it had dumped oil. A diver, Jan Holt, said the firm had dumped oil.",
            Some(Severity::Note),
        ),
    ] {
        assert_eq!(gravest(draft, ""), expected, "{draft}");
    }
}

#[test]
fn who_is_certain_that_it_is_so_says_that_it_is() {
    let told = |words: &str| {
        let other = "The pilot Jan Holt said that the bridge was not safe.";
        gravest(&format!("The mayor, Ida Falk, said {words}. {other}"), "")
    };
    assert_eq!(told("she was certain that the bridge was safe"), Some(Severity::Warning));
    assert_eq!(told("she was convinced that the bridge was safe"), Some(Severity::Warning));
    assert_eq!(told("she was glad that the bridge was safe"), None);
    assert_eq!(told("that Lund was certain that the bridge was safe"), None);
    let safe = "The pilot Jan Holt said that the bridge was safe.";
    assert_eq!(
        gravest(&format!("Ida Falk said she was not sure that the bridge was safe. {safe}"), ""),
        None
    );
    assert_eq!(
        gravest(&format!("Ida Falk said she was not convinced that the bridge was safe. {safe}"), ""),
        None
    );
}

#[test]
fn a_budget_is_approved_or_rejected() {
    let told = |words: &str| {
        gravest(
            &format!("Ida Falk said the council approved the budget. The pilot Jan Holt said {words}."),
            "",
        )
    };
    assert_eq!(told("the council rejected the budget"), Some(Severity::Warning));
    assert_eq!(told("the council rejected the tax"), None);
    assert_eq!(told("the council would reject the budget if wages fell"), None);
}

#[test]
fn a_law_is_upheld_or_struck_down() {
    let told = |words: &str| {
        gravest(&format!("Ida Falk said the court had upheld the ban. The pilot Jan Holt said {words}."), "")
    };
    assert_eq!(told("the court had struck down the ban"), Some(Severity::Warning));
    assert_eq!(told("the court had struck down the tax"), None);
}

#[test]
fn a_range_is_held_against_a_figure() {
    let told = |by: &str| {
        let range = "Jan Lund said on Monday that rents would rise between 3 and 5 percent.";
        gravest(&format!("Ida Falk said on Monday that rents would rise by {by} percent. {range}"), "")
    };
    assert_eq!(told("9"), Some(Severity::Error));
    assert_eq!(told("4"), None);
}

#[test]
fn a_figure_of_the_day_is_on_record_or_not() {
    let journal = "2031-05-05 Ida Falk, mayor\n    says 21 people had died in the fire\n";
    let told = |words: &str| gravest(&format!("The mayor, Ida Falk, said on {words}."), journal);
    assert_eq!(told("Monday that 12 people had died in the fire"), Some(Severity::Warning));
    assert_eq!(told("Monday that 21 people had died in the fire"), None);
    assert_eq!(told("Wednesday that 23 people had died in the fire"), None);
}

#[test]
fn what_was_otherwise_on_another_day_is_not_contradicted() {
    let journal = "2031-05-05 Ida Falk, mayor\n    says the tunnel is closed\n";
    let told = |day: &str| {
        let draft = format!("The mayor, Ida Falk, said on {day} that the tunnel is open.");
        checked(&draft, journal).verdicts.first().map(|verdict| verdict.standing)
    };
    assert_eq!(told("Monday"), Some(Standing::Contradicted));
    assert_eq!(told("Thursday"), Some(Standing::NotOnRecord));
}

#[test]
fn a_later_toll_is_not_contradicted_by_an_earlier_one() {
    let journal = "2031-05-05 Ida Falk, mayor\n    says that 12 miners died in the fire\n";
    let told = |day: &str| {
        let draft = format!("The mayor, Ida Falk, said on {day} that 31 miners died in the fire.");
        checked(&draft, journal).verdicts.first().map(|verdict| verdict.standing)
    };
    assert_eq!(told("Monday"), Some(Standing::Contradicted));
    assert_eq!(told("Thursday"), Some(Standing::NotOnRecord));
}

#[test]
fn what_is_not_shown_or_known_is_not_said_not_to_be_so() {
    let told = |one: &str, other: &str| {
        gravest(&format!("The mayor, Ida Falk, said {one}. The pilot Jan Holt said {other}."), "")
    };
    let works = "that the pump works";
    for open in [
        "nobody had proved that the pump works",
        "he had not seen proof that the pump works",
        "he did not know that the pump works",
        "the study did not show that the pump works",
        "the pump does not work easily",
    ] {
        assert_eq!((told(works, open), told(open, works)), (None, None), "{open}");
    }
    for denied in ["he did not think that the pump works", "the pump does not work"] {
        assert_eq!(told(works, denied), Some(Severity::Warning), "{denied}");
    }
    let proof = "there is no evidence that the pump causes noise";
    assert_eq!(told(proof, "there is evidence that the pump causes heat"), None);
    assert_eq!(told(proof, "there is evidence that the pump causes noise"), Some(Severity::Warning));
}
