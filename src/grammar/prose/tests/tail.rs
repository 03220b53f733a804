//! A clause, and behind its pause who says so.

use super::weighed::{check, check_weighed};

#[test]
fn a_clause_may_be_tagged_with_who_says_so() {
    for (sentence, expected) in [
        (
            "Some 4,000 people have fled, the Red Cross estimates.",
            "the Red Cross | estimates | Some 4,000 people have fled",
        ),
        ("The guard had been asleep, the inquiry heard.", "the inquiry | heard | The guard had been asleep"),
        ("The shop never opened, jurors heard on Tuesday.", "jurors | heard | The shop never opened"),
        (
            "Two ministers knew of the sale, it has emerged.",
            "– | has emerged | Two ministers knew of the sale",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn who_is_told_is_no_source() {
    for (sentence, expected) in [
        ("The line will reopen in May, staff were told.", "– | were told | The line will reopen in May"),
        ("The mayor had been warned, it was reported.", "– | was reported | The mayor had been warned"),
        ("The plant leaked for years, it is claimed.", "– | is claimed | The plant leaked for years"),
    ] {
        check(sentence, &[expected]);
    }
}

#[test]
fn a_subordinate_clause_is_not_tagged() {
    for sentence in [
        "As the crowd grew, police were told.",
        "After the fire, residents were told.",
        "The firm shut the mill, a step announced in May.",
    ] {
        check_weighed(sentence, &[]);
    }
}
