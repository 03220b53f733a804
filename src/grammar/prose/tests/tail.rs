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

#[test]
fn behind_a_final_tag_is_who_was_told_and_when_and_where() {
    for (sentence, expected) in [
        (
            "The firm will shut the mill, its director Per Holm told the Courier earlier this week.",
            "its director Per Holm | told | The firm will shut the mill",
        ),
        (
            "The war ended her hopes of a return, Berg wrote in her memoir, “The Long Road.”",
            "Berg | wrote in | The war ended her hopes of a return",
        ),
        (
            "He was against the bridge as a mayor, Holm said Monday evening on the radio show “Night Talk.”",
            "Holm | said | He was against the bridge as a mayor",
        ),
        (
            "The firm kept its promise, Holm said in a letter, “and so it will again.”",
            "Holm | said | “and so it will again.”",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn behind_a_tag_may_stand_after_what_it_was_said() {
    check_weighed(
        "The barge was hit by a crane, the safety board said on Tuesday, three months after it sank in the port.",
        &["the safety board | said | The barge was hit by a crane"],
    );
    check_weighed("The official spoke on condition of anonymity.", &[]);
}

#[test]
fn what_is_said_ends_before_the_tag_of_whoever_tells_it() {
    for (sentence, expected) in [
        (
            "Holm admitted that the work was “a bribe,” the Ashford Post reported in 1991.",
            [
                "> Holm | admitted | that the work was “a bribe,”",
                "the Ashford Post | reported | Holm admitted that the work was “a bribe,”",
            ],
        ),
        (
            "Lind said the dam was safe, the Gazette reported on Friday.",
            ["> Lind | said | the dam was safe", "the Gazette | reported | Lind said the dam was safe"],
        ),
        (
            "The witness said the order was to “save the vote,” according to the report.",
            [
                "> The witness | said | the order was to “save the vote,”",
                "the report | according to | The witness said the order was to “save the vote,”",
            ],
        ),
    ] {
        check_weighed(sentence, &expected);
    }
    check_weighed(
        "Holm said that while she was away, the council agreed.",
        &["Holm | said | that while she was away, the council agreed"],
    );
}

#[test]
fn a_tag_behind_as_is_an_aside() {
    for (sentence, expected) in [
        ("The dam is safe, as Lund said on Friday, and nobody need move.", "Lund | said | The dam is safe"),
        (
            "The fact that the match “is still open,” as Lund said on Friday, changes little.",
            "Lund | said | the match “is still open,”",
        ),
        (
            "The bridge will close — as Holm announced in May — until spring.",
            "Holm | announced | The bridge will close",
        ),
        ("The town is poor, as its mayor told the board.", "its mayor | told | The town is poor"),
    ] {
        check_weighed(sentence, &[expected]);
    }
    check_weighed("As the tide turned, Lund said the dam would hold.", &["Lund | said | the dam would hold"]);
}
