//! Whose words they are where much stands between a subject and its verb.

use super::weighed::{check, check_weighed};

#[test]
fn what_is_inserted_behind_a_subject_holds_no_other() {
    for (sentence, expected) in [
        (
            "Lund, in Ashford, said that Berg was “a lightweight.”",
            "Lund, in Ashford, | said | that Berg was “a lightweight.”",
        ),
        (
            "Marta Lund, whose home, Ashford, lies by the river, argues that the levy would “kill the town.”",
            "Marta Lund, whose home, Ashford, lies by the river, | argues | that the levy would “kill the town.”",
        ),
        (
            "Jon Berg, a former mayor who now runs the Centre for Rural Growth, which feeds the poor, said that aid was late.",
            "Jon Berg, a former mayor who now runs the Centre for Rural Growth, which feeds the poor, | said | that aid was late",
        ),
        (
            "Lund, who has a clear lead, mocked Marco Berg for “having a bad night.”",
            "Lund, who has a clear lead, | mocked | Marco Berg for “having a bad night.”",
        ),
        (
            "In Ashford, Lind, a farmer, said that the road was closed.",
            "Lind, a farmer, | said | that the road was closed",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn a_clause_that_after_opens_has_its_own_subject() {
    check_weighed(
        "The paper took on Berg on Sunday after the council’s leader had said that he was a nuisance.",
        &["the council’s leader | had said | that he was a nuisance"],
    );
}

#[test]
fn how_it_was_said_is_nobody() {
    let sources = super::shown("Berg broke in by blaming Lund for the delay.");
    assert!(!sources.iter().any(|it| it.starts_with("blaming")), "{sources:?}");
}

#[test]
fn a_label_behind_a_dash_names_who_is_quoted() {
    check_weighed(
        "Councillors agree - Carl Berg: “One of the lessons was a simple one. Keep on asking voters to the end.”",
        &["Carl Berg | : | “One of the lessons was a simple one. Keep on asking voters to the end.”"],
    );
}

#[test]
fn what_a_cue_interrupts_goes_on_behind_when_and_where() {
    for (sentence, expected) in [
        ("The plan, he said on Friday, is to wait.", "he | said | The plan … is to wait"),
        (
            "It makes a difference, she said in an interview, that Lund “does not forget us.”",
            "she | said | It makes a difference … that Lund “does not forget us.”",
        ),
        (
            "“It’s our bad luck,” he said, that both men had ties to this town.",
            "he | said | “It’s our bad luck,” … that both men had ties to this town",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn before_a_cue_stands_a_clause_with_its_verb() {
    check_weighed(
        "The minister has no idea what to do, an aide to the governor said on Friday.",
        &["an aide to the governor | said | The minister has no idea what to do"],
    );
}

#[test]
fn a_list_that_is_published_says_nothing() {
    check_weighed("On Thursday the ministry published the list.", &[]);
}

#[test]
fn whom_it_was_told_and_in_what_stands_before_the_quotation() {
    check(
        "Holm told the Daily Post in a written statement, “I do not want the board behind me at all.”",
        &["Holm | told | “I do not want the board behind me at all.”"],
    );
}

#[test]
fn a_headline_in_single_marks_is_not_what_the_last_speaker_goes_on_with() {
    check(
        "“We like the town,” Lind said.\n\n‘A fine place to be’\n\nThe council met on Monday.",
        &["Lind | said | “We like the town,”"],
    );
    check(
        "“We like the town,” Lind said.\n\n“It is a fine place to be.”",
        &["Lind | said | “We like the town,”", "Lind | – | “It is a fine place to be.”"],
    );
}
