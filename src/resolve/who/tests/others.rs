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
    ] {
        check(&format!("[1 {one}] <1 said> {{1 so}}. [2 {other}] <2 said> {{2 no}}."), &expected);
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
