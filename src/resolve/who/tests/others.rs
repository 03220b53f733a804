//! Whoever stands beside a speaker is not the speaker: who is cited, whom somebody serves.

use super::check;

#[test]
fn whoever_is_cited_said_it() {
    check("[1 CNN] <1 reported>, citing Reuters, {1 that the dam had cracked}.", &["Reuters via CNN"]);
    check(
        "[1 CNN] <1 reported> on Friday, quoting the mayor, Nora Lind, {1 that so}.",
        &["Nora Lind via CNN"],
    );
    check("{1 The dam had cracked}, [1 CNN] <1 reported>, citing Reuters.", &["Reuters via CNN"]);
    check("[1 CNN, citing Reuters,] <1 said> {1 that the dam had cracked}.", &["Reuters via CNN"]);
    check("[1 CNN] <1 reported>, citing a letter, {1 that the dam had cracked}.", &["CNN"]);
    check("[1 Nora Lind] <1 said>, citing Reuters, {1 that the dam had cracked}.", &["Nora Lind"]);
}

#[test]
fn whoever_serves_an_office_does_not_hold_it() {
    check(
        "[1 The mayor’s spokesman, Nora Lind,] <1 said> {1 it was safe}. [2 The mayor] <2 said> {2 it was not}.",
        &["Nora Lind", "mayor"],
    );
    check(
        "[1 Nora Lind, an adviser to the mayor,] <1 said> {1 it was safe}. [2 The mayor] <2 said> {2 it was not}.",
        &["Nora Lind", "mayor"],
    );
    check(
        "[1 Nora Lind] <1 said> {1 it was safe}. [2 The mayor] <2 said> {2 it would hold}.",
        &["Nora Lind", "Nora Lind"],
    );
}

#[test]
fn whoever_holds_another_office_is_another() {
    for (one, other, expected) in [
        ("The finance minister", "The justice minister", ["finance minister", "justice minister"]),
        ("The mayor", "The minister", ["mayor", "minister"]),
        ("The victim’s mother", "The suspect’s mother", ["victim’s mother", "suspect’s mother"]),
        ("Berg’s lawyer", "Holt’s lawyer", ["Berg’s lawyer", "Holt’s lawyer"]),
        ("The governor of Vik", "The governor of Lund", ["governor of Vik", "governor of Lund"]),
        ("The mayor of Vik, Gro Aune,", "The mayor of Lund", ["Gro Aune", "mayor of Lund"]),
        ("The mayor", "The deputy mayor", ["mayor", "deputy mayor"]),
        ("The deputy mayor", "The mayor", ["deputy mayor", "mayor"]),
        ("The former mayor", "The mayor", ["former mayor", "mayor"]),
        ("Gro Aune, the former mayor,", "The mayor", ["Gro Aune", "mayor"]),
        ("The shadow minister", "The minister", ["shadow minister", "minister"]),
    ] {
        apart(one, other, &expected);
    }
    check(
        "[1 The mayor of Vik, Gro Aune,] <1 said> {1 so}. [2 The mayor] <2 said> {2 yes}.",
        &["Gro Aune", "Gro Aune"],
    );
    check(
        "[1 Berg’s lawyer] <1 said> {1 so}. [2 Berg’s lawyer] <2 said> {2 yes}.",
        &["Berg’s lawyer", "Berg’s lawyer"],
    );
}

fn apart(one: &str, other: &str, expected: &[&str]) {
    check(&format!("[1 {one}] <1 said> {{1 so}}. [2 {other}] <2 said> {{2 no}}."), expected);
}

#[test]
fn whoever_is_of_another_kind_is_another() {
    for (one, other, expected) in [
        ("The defence lawyer", "The prosecution lawyer", ["defence lawyer", "prosecution lawyer"]),
        ("Gro Aune, the defence lawyer,", "The prosecution attorney", ["Gro Aune", "prosecution attorney"]),
        ("A first judge", "A second judge", ["first judge", "second judge"]),
        ("The first judge", "The second judge", ["first judge", "second judge"]),
        ("The northern commander", "The southern commander", ["northern commander", "southern commander"]),
        ("The bus driver", "The truck driver", ["bus driver", "truck driver"]),
        ("The police chief, Gro Aune,", "The fire chief", ["Gro Aune", "fire chief"]),
        ("Gro Aune, the team lawyer,", "The union lawyer", ["Gro Aune", "union lawyer"]),
        ("Gro Aune, a lawyer,", "The veteran lawyer", ["Gro Aune", "Gro Aune"]),
        ("The union lawyer", "The weary lawyer", ["union lawyer", "weary lawyer"]),
        ("The union lawyer", "The veteran lawyer", ["union lawyer", "union lawyer"]),
    ] {
        apart(one, other, &expected);
    }
}

#[test]
fn whoever_is_of_another_body_or_place_is_another() {
    for (one, other, expected) in [
        ("Police in Vik", "Police in Lund", ["police in Vik", "police in Lund"]),
        ("Hospitals in Vik", "Hospitals in Lund", ["hospitals in Vik", "hospitals in Lund"]),
        ("The head of the union", "The head of the bank", ["head of the union", "head of the bank"]),
        (
            "The dean of Vik College",
            "The dean of Lund College",
            ["dean of Vik College", "dean of Lund College"],
        ),
        ("The envoy to Vik", "The envoy to Lund", ["envoy to Vik", "envoy to Lund"]),
        ("Gro Aune, head of the union,", "The head of the bank", ["Gro Aune", "head of the bank"]),
        ("Gro Aune, head of Lund Rail,", "The head of the company", ["Gro Aune", "Gro Aune"]),
        ("The mayor of Vik, Gro Aune,", "The mayor of the town", ["Gro Aune", "Gro Aune"]),
    ] {
        apart(one, other, &expected);
    }
}

#[test]
fn another_is_not_the_one_before() {
    apart("One resident", "Another resident", &["one resident", "another resident"]);
    apart("Another resident", "Another resident", &["another resident", "another resident (2)"]);
    apart("A resident", "A resident", &["resident", "resident (2)"]);
    apart("A resident", "The resident", &["resident", "resident"]);
}

#[test]
fn whoever_holds_an_office_holds_no_other() {
    check(
        "[1 Mayor Nora Lind] <1 said> {1 it was safe}. [2 The governor] <2 said> {2 it was not}.",
        &["Nora Lind", "governor"],
    );
    check(
        "[1 Nora Lind, the prime minister,] <1 said> {1 it was safe}. [2 The opposition leader] <2 said> {2 it was not}.",
        &["Nora Lind", "opposition leader"],
    );
    check(
        "[1 Dr. Nora Lind, the chief medical officer,] <1 said> {1 so}. [2 The health minister] <2 said> {2 no}.",
        &["Nora Lind", "health minister"],
    );
    check(
        "[1 Mayor Nora Lind] <1 said> {1 it was safe}. [2 The candidate] <2 said> {2 it would hold}.",
        &["Nora Lind", "Nora Lind"],
    );
    check(
        "[1 Nora Lind, the minister of health,] <1 said> {1 so}. [2 The health minister] <2 said> {2 more}.",
        &["Nora Lind", "Nora Lind"],
    );
    check(
        "[1 Nora Lind] <1 said> {1 so}. [2 The lawyer] <2 said> {2 Nora Lind never left}.",
        &["Nora Lind", "lawyer"],
    );
}
