//! Whose words they are, and where they end, where several clauses stand together.

use super::weighed::{check, check_weighed};

#[test]
fn a_relative_clause_is_over_where_the_main_clause_goes_on() {
    for (sentence, expected) in [
        ("Lind, who said the offer was too low, walked out.", "who | said | the offer was too low"),
        ("Lind, who told the board that she would stay, left.", "who | told | that she would stay"),
        ("Voss, who called the plan “a fairy tale,” walked out.", "who | called | the plan “a fairy tale,”"),
        (
            "Voss, who said the offer, if accepted, would ruin the town, walked out.",
            "who | said | the offer, if accepted, would ruin the town",
        ),
        (
            "When the talks ended, Voss, who said the offer was too low, walked out.",
            "who | said | the offer was too low",
        ),
        ("Holm, whose lawyer said that he was ill, is gone.", "whose lawyer | said | that he was ill"),
        (
            "Voss, who said the offer was too low, and who had fought it, has left.",
            "who | said | the offer was too low",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn it_is_not_over_at_a_comma_within_what_is_said() {
    check_weighed(
        "He met Voss, who said the offer, if accepted, would ruin the town.",
        &["who | said | the offer, if accepted, would ruin the town"],
    );
}

#[test]
fn what_a_clause_with_when_or_after_frames_is_no_part_of_what_is_said_in_it() {
    for (sentence, expected) in [
        ("After Lind said the fund was empty, shares fell.", "Lind | said | the fund was empty"),
        (
            "Because Voss says the fund is empty, the town will close the school.",
            "Voss | says | the fund is empty",
        ),
        ("Days after Lind said the fund was empty, shares fell.", "Lind | said | the fund was empty"),
        (
            "When Lind said the fund, once rich, was empty, the board met.",
            "Lind | said | the fund, once rich, was empty",
        ),
        (
            "Voss said that when the fund is empty, the school will close.",
            "Voss | said | that when the fund is empty, the school will close",
        ),
    ] {
        check(sentence, &[expected]);
    }
}

#[test]
fn when_it_was_said_is_no_part_of_what_is_said() {
    for (sentence, expected) in [
        (
            "Lind said on Monday, a day after doctors warned that the ward was unsafe, that it would stay open.",
            &["Lind | said | that it would stay open", "doctors | warned | that the ward was unsafe"][..],
        ),
        (
            "Lind told reporters, less than a week before Voss said the fund was empty, that she would stay.",
            &["Lind | told | that she would stay", "Voss | said | the fund was empty"],
        ),
        (
            "Lind said on Monday, hours after doctors warned that the ward was unsafe.",
            &["doctors | warned | that the ward was unsafe"],
        ),
        (
            "The ward is safe, Lind said, hours after doctors warned that it was not.",
            &["Lind | said | The ward is safe", "doctors | warned | that it was not"],
        ),
        (
            "Lind denied on Friday, just before the vote, that she was ill.",
            &["Lind | denied | that she was ill"],
        ),
    ] {
        check_weighed(sentence, expected);
    }
}

#[test]
fn each_of_two_gerunds_has_its_own_subject_and_content() {
    check_weighed(
        "The council split, with Anna Lind saying it would save the school, and Per Voss calling it a waste.",
        &["Anna Lind | saying | it would save the school", "Per Voss | calling | it a waste"],
    );
}

#[test]
fn what_is_added_is_no_part_of_what_was_told() {
    check(
        "The bridge will open in June, Lind told reporters, adding that tolls would fall.",
        &["Lind | told | The bridge will open in June", "Lind | adding | that tolls would fall"],
    );
}

#[test]
fn what_a_noun_names_may_stand_behind_a_form_of_be() {
    for (sentence, expected) in [
        ("The party's position is that the dam must go.", "The party | position is | that the dam must go"),
        ("His answer was that nothing would change.", "His | answer was | that nothing would change"),
        (
            "The message from the board was that nothing would change.",
            "the board | message | that nothing would change",
        ),
        ("The view of most doctors is that the drug is safe.", "most doctors | view | that the drug is safe"),
        ("The response from Voss was: “We will fight this.”", "Voss | response | “We will fight this.”"),
    ] {
        check(sentence, &[expected]);
    }
    check("His fear was that of a child.", &[]);
}

#[test]
fn what_is_described_by_somebody_is_a_claim_of_his() {
    check_weighed(
        "The fund was described by Lind as empty.",
        &["Lind | was described | The fund … as empty"],
    );
    check("The house was used by Lind as a shop.", &[]);
}

#[test]
fn words_may_be_from_a_document() {
    check_weighed(
        "From the report: “The pumps were never tested.”",
        &["the report | : | “The pumps were never tested.”"],
    );
}

#[test]
fn what_a_preposition_stands_before_is_no_subject() {
    for (sentence, expected) in [
        ("A sign hung on the door said the shop was closed.", "A sign | said | the shop was closed"),
        (
            "A poll released Sunday by the Post and the Herald shows that Lind leads.",
            "A poll released Sunday by the Post and the Herald | shows | that Lind leads",
        ),
        (
            "Lind, who has thrown caution to the winds, on Friday declared that Voss was a threat.",
            "Lind, who has thrown caution to the winds, | declared | that Voss was a threat",
        ),
        ("Norland TODAY reported that the dam was safe.", "Norland TODAY | reported | that the dam was safe"),
        ("On Monday the mayor said the dam was safe.", "the mayor | said | the dam was safe"),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn whoever_asks_not_to_be_named_claims_nothing_by_it() {
    check_weighed(
        "An official of the ministry, who asked not to be named, said the dam was safe.",
        &["An official of the ministry, who asked not to be named, | said | the dam was safe"],
    );
}

#[test]
fn the_subject_of_a_second_verb_is_taken_whole() {
    check_weighed(
        "The Bank of Norland left its rate at 4 percent and said that prices would fall.",
        &["The Bank of Norland | said | that prices would fall"],
    );
}

#[test]
fn what_a_statement_says_its_own_verb_tells() {
    for (sentence, expected) in [
        (
            "The palace issued a statement denying that the king was ill.",
            "The palace | denying | that the king was ill",
        ),
        (
            "The bank wrote a letter claiming the mine would close.",
            "The bank | claiming | the mine would close",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
    check_weighed("Lind wrote that the dam was safe.", &["Lind | wrote | that the dam was safe"]);
}

#[test]
fn behind_a_semicolon_another_answers() {
    let found = super::weighed::weighed("Lind said that the dam was unsafe; Voss said that was false.");
    assert_eq!(found.first().map(String::as_str), Some("Lind | said | that the dam was unsafe"), "{found:?}");
}

#[test]
fn a_share_or_a_number_of_people_is_a_source() {
    for (sentence, expected) in [
        ("Two in three said the count was fair.", "Two in three | said | the count was fair"),
        ("Four in ten residents said they had no water.", "Four in ten residents | said | they had no water"),
        ("All but two said the mayor was right.", "All but two | said | the mayor was right"),
        ("At least 20 witnesses said the driver slept.", "At least 20 witnesses | said | the driver slept"),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn a_day_behind_something_without_a_verb_is_that_of_the_cue() {
    for (sentence, expected) in [
        ("Berg called the plan a dream on Monday.", "Berg | called | the plan a dream"),
        ("Berg denied the report Monday.", "Berg | denied | the report"),
        ("Berg said the vote was on Monday.", "Berg | said | the vote was on Monday"),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn how_long_after_is_no_source() {
    check_weighed(
        "A few minutes later they changed their minds and said the votes would be counted by hand.",
        &["they | said | the votes would be counted by hand"],
    );
}

#[test]
fn what_is_done_while_speaking_does_not_part_the_words() {
    check_weighed(
        "“The town is broke,” Lind told reporters, pointing at the bills, “and nobody says so.”",
        &["Lind | told | “The town is broke,” … “and nobody says so.”"],
    );
    check_weighed(
        "“The town is broke,” Lind told reporters, adding, “Nobody says so.”",
        &["Lind | told | “The town is broke,”", "Lind | adding | “Nobody says so.”"],
    );
}

#[test]
fn when_something_was_said_is_no_part_of_it() {
    for (sentence, expected) in [
        ("Dunn said the same day that the dam was safe.", "Dunn | said | that the dam was safe"),
        ("Dunn said this week the dam was safe.", "Dunn | said | the dam was safe"),
        ("Dunn said this week was cold.", "Dunn | said | this week was cold"),
        ("Dunn said the same thing.", "Dunn | said | the same thing"),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn who_tells_what_another_said_is_no_part_of_it() {
    check_weighed(
        "Brun told the board that the roof was safe, according to two people who were there.",
        &[
            "> Brun | told | that the roof was safe",
            "two people | according to | Brun told the board that the roof was safe",
        ],
    );
}
