//! What keeps two claims apart: other times, places, people, respects, parts.

use super::{check, check_gates, side};
use crate::check::{Kit, relate};
use crate::finding::Confidence;

#[test]
fn other_times_are_not_comparable() {
    check_gates(
        "
        The plant opened in May. / The plant opened in June. = NotComparable: Scope
        The plant opened in May 2031. / The plant opened in June 2031. = Contradicts
        Ole Voss said the strike began on Monday. / Nora Lind said the strike began on Tuesday. = NotComparable: Scope
        Prices rose 5% in March. / Prices rose 7% in April. = NotComparable: Scope
        Prices rose 5% in March. / Prices rose 7% in March. = Contradicts
        Exports fell 2 percent last year. / Exports fell 4 percent this year. = NotComparable: Scope
        The road will be closed this year. / The road will be open next year. = NotComparable: Scope
        The road will be closed this year. / The road will be open this year. = Contradicts
        The museum is open in the morning. / The museum is closed in the evening. = NotComparable: Scope
        The museum is open in the morning. / The museum is closed in the morning. = Contradicts
        Sales rose in 2019. / Sales did not rise in 2020. = NotComparable: Time
        2031-05-01 Ole Voss: The pier opened in April. / 2031-06-01 Nora Lind: The pier opened in May. = NotComparable: Scope
        ",
    );
}

#[test]
fn what_may_come_is_not_opposed_to_what_was_done() {
    check_gates(
        "
        The governor may veto the bill. / The governor signed the bill. = Unrelated: Opposed
        The governor may have vetoed the bill. / The governor signed the bill. = Diverges
        The governor vetoed the bill. / The governor signed the bill. = Contradicts
        ",
    );
}

#[test]
fn more_of_a_thing_is_no_change() {
    check_gates(
        "
        Lind would not accept any more prizes. She declined the $5,000 Klow Award. / Lind accepted the $5,000 Klow Award. = Contradicts
        Nora Lind does not accept prizes any more. / Nora Lind accepts prizes. = Supersedes: Standing
        ",
    );
}

#[test]
fn what_is_not_so_for_a_reason_may_be_so_for_another() {
    check_gates(
        "
        The minister did not cancel the visit because of illness. / The minister cancelled the visit. = Unrelated: Opposed
        The plant was not closed due to the leak. / The plant was closed. = NotComparable: Scope
        The minister did not cancel the visit, because the fog had lifted. / The minister cancelled the visit. = Contradicts
        The minister did not cancel the visit because of illness. / The minister cancelled the visit because of illness. = Contradicts
        The minister did not cancel the visit. / The minister cancelled the visit because of illness. = Contradicts
        The visit did not take place because of illness. / The visit took place. = Contradicts
        The minister did not attend because of illness. / The minister attended. = Contradicts
        ",
    );
}

#[test]
fn what_is_said_of_others_is_not_comparable() {
    check_gates(
        "
        The school in Lyon is open. / The school in Paris is not open. = NotComparable: Scope
        The House passed the bill. / The Senate did not pass the bill. = NotComparable: Scope
        The House passed the bill. / The House did not pass the bill. = Contradicts
        The vaccine is safe for adults. / The vaccine is not safe for children. = NotComparable: Scope
        The vaccine is safe for adults. / The vaccine is not safe for adults. = Contradicts
        The drug works in men. / The drug does not work in women. = NotComparable: Scope
        The first vaccine is safe. / The second vaccine is not safe. = NotComparable: Scope
        Line 4 is running. / Line 5 is not running. = NotComparable: Scope
        Block A is full. / Block B is not full. = NotComparable: Scope
        The upper chamber voted for the law. / The lower chamber did not vote for the law. = NotComparable: Scope
        Teachers received a raise. / Nurses did not receive a raise. = NotComparable: Scope
        Wages rose for teachers. / Wages did not rise for nurses. = NotComparable: Scope
        The law applies in Texas. / The law does not apply in Ohio. = NotComparable: Scope
        The law applies in Texas. / The law does not apply in Texas. = Contradicts
        The ban covers cars. / The ban does not cover bicycles. = NotComparable: Scope
        Most members voted. / Some members did not vote. = NotComparable: Scope
        Publicly, the firm backs the plan. / Privately, the firm opposes the plan. = NotComparable: Scope
        The Senate voted to confirm Ole Voss. / The House did not vote to confirm Ole Voss. = NotComparable: Scope
        Anne Brun signed the letter. / Paul Brun did not sign the letter. = NotComparable: Scope
        President Brun signed the letter. / Paul Brun did not sign the letter. = Contradicts
        ",
    );
}

#[test]
fn what_is_over_or_yet_to_come_is_not_comparable() {
    check_gates(
        "
        The bridge was unsafe before the repairs of 2028. / The bridge is safe. = NotComparable: Scope
        The mill was once profitable. / The mill is not profitable. = NotComparable: Scope
        The dam was safe in 1990. / The dam is not safe. = NotComparable: Scope
        The museum was open until 2019. / The museum is closed. = NotComparable: Scope
        The pass was closed last winter. / The pass is not closed. = NotComparable: Scope
        The road was closed for two hours. / The road is open. = NotComparable: Scope
        The mayor used to support the tunnel. / The mayor does not support the tunnel. = NotComparable: Scope
        The trial had not yet begun. / The trial will begin on Monday. = NotComparable: Scope
        The strike did not end until midnight. / The strike ended at midnight. = NotComparable: Scope
        The minister did not resign until June. / The minister resigned in June. = NotComparable: Scope
        The court did not rule before Friday. / The court ruled on Monday. = NotComparable: Scope
        The talks will not resume this week. / The talks will resume next month. = NotComparable: Scope
        The water is not safe. / The water is safe again. = NotComparable: Scope
        The tunnel is closed. / The tunnel has reopened. = NotComparable: Scope
        The trial has begun. / The trial has not yet begun. = Contradicts
        The ship sank on Friday. / The ship did not sink. = Contradicts
        There was an attack on Friday. / There was no attack. = Contradicts
        The road was closed last winter. / The road was not closed last winter. = Contradicts
        The court ruled on Monday. / The court did not rule on Monday. = Contradicts
        ",
    );
}

#[test]
fn what_holds_in_one_respect_is_not_comparable_with_another() {
    check_gates(
        "
        Wages rose in the south. / Wages did not rise in the north. = NotComparable: Scope
        The party is popular among the young. / The party is not popular among the old. = NotComparable: Scope
        The square is safe during the day. / The square is not safe at night. = NotComparable: Scope
        The square is safe by day. / The square is not safe by night. = NotComparable: Scope
        The lake is safe for bathing. / The lake is not safe for drinking. = NotComparable: Scope
        The minister is popular with farmers. / The minister is not popular with voters. = NotComparable: Scope
        The firm was profitable before tax. / The firm was not profitable after tax. = NotComparable: Scope
        The ban is legal under the old law. / The ban is not legal under the new law. = NotComparable: Scope
        Exports rose by volume. / Exports did not rise by value. = NotComparable: Scope
        Ole Voss won in the first round. / Ole Voss did not win in the second round. = NotComparable: Scope
        His older brother was arrested. / His younger brother was not arrested. = NotComparable: Scope
        The judge granted bail to the older of the two brothers. / The judge refused bail to the younger of the two brothers. = NotComparable: Topic
        The lake is safe for bathing. / The lake is not safe. = NotComparable: Scope
        The dam is safe. / The dam is not safe. = Contradicts
        The road is closed. / The road is open. = Contradicts
        The lake is safe for bathing. / The lake is not safe for bathing. = Contradicts
        Wages rose in the south. / Wages did not rise in the south. = Contradicts
        His older brother was arrested. / His older brother was not arrested. = Contradicts
        The ban is legal under the new law. / The ban is not legal under the new law. = Contradicts
        The dam is not safe at all. / The dam is safe. = Contradicts
        ",
    );
}

#[test]
fn some_and_almost_are_not_comparable() {
    check_gates(
        "
        Some doctors support the plan. / Some doctors do not support the plan. = NotComparable: Scope
        Several shops are open. / Others are not open. = NotComparable: Topic
        Many farmers voted for the law. / Many farmers did not vote for the law. = NotComparable: Scope
        A few members support the plan. / A few members oppose the plan. = NotComparable: Scope
        The dam would have broken. / The dam did not break. = NotComparable: Scope
        The guard should have opened the gate. / The guard did not open the gate. = NotComparable: Scope
        The bridge almost collapsed. / The bridge did not collapse. = NotComparable: Scope
        The ship nearly sank. / The ship did not sink. = NotComparable: Scope
        The minister was expected to resign. / The minister did not resign. = NotComparable: Scope
        The firm promised to pay the fine. / The firm did not pay the fine. = NotComparable: Scope
        The plan is not necessarily wrong. / The plan is wrong. = NotComparable: Scope
        The water is not entirely safe. / The water is fairly safe. = NotComparable: Scope
        The flood could reach the town. / The flood could also not reach the town. = NotComparable: Scope
        The mayor did not say whether the dam is safe. / The dam is not safe. = NotComparable: Stated
        The water is entirely safe. / The water is not entirely safe. = Contradicts
        Some doctors support the plan. / No doctors support the plan. = Contradicts
        The minister resigned. / The minister did not resign. = Contradicts
        ",
    );
}

#[test]
fn what_is_so_somewhere_may_be_otherwise_elsewhere() {
    check_gates(
        "
        The party is popular in the south. / The party is unpopular. = NotComparable: Scope
        In the south, the party is popular. / The party is not popular. = NotComparable: Scope
        The museum is closed at night. / The museum is open. = NotComparable: Scope
        Fishing is banned in the bay. / Fishing is not banned. = NotComparable: Scope
        Wages rose in the north. / Wages did not rise. = NotComparable: Scope
        The treatment works for children. / The treatment does not work. = NotComparable: Scope
        The bridge is closed to lorries. / The bridge is open. = NotComparable: Scope
        The road is closed between Klow and Szohod. / The road is open. = NotComparable: Scope
        The police did not find a weapon in the cellar. / The police found a weapon. = NotComparable: Scope
        The museum is closed at night. / The museum is open at night. = Contradicts
        The bridge is closed to lorries. / The bridge is open to lorries. = Contradicts
        The ship sank in the harbour. / The ship did not sink. = Contradicts
        The minister resigned in Klow. / The minister did not resign. = Contradicts
        The guard was shot at the gate. / The guard was not shot. = Contradicts
        The firm dumped waste in the river. / The firm did not dump waste. = Contradicts
        ",
    );
}

#[test]
fn what_is_said_of_one_is_not_said_of_anothers() {
    check_gates(
        "
        The ministry received no complaints about the bridge. / The ministry received twelve complaints about the ferry. = NotComparable: Scope
        The coach was not sacked over the results. / The coach was sacked over a quarrel with the owner. = NotComparable: Scope
        The tax will not apply to bread. / The tax will apply to beer. = NotComparable: Scope
        The minister is not a candidate. / The minister’s brother is a candidate. = NotComparable: Scope
        The ministry received no complaints about the bridge. / The ministry received twelve complaints about the bridge. = Contradicts
        The coach was not sacked over the results. / The coach was sacked over the results. = Contradicts
        The tax will not apply to bread. / The tax will apply to bread. = Contradicts
        The minister’s brother is not a candidate. / The minister’s brother is a candidate. = Contradicts
        According to Lind, the dam is not safe. / According to Voss, the dam is safe. = Contradicts
        ",
    );
}

#[test]
fn what_was_so_once_may_have_been_otherwise_then() {
    check_gates(
        "
        The water was safe last year. / The water was not safe. = NotComparable: Scope
        The firm was profitable in 2019. / The firm was not profitable. = NotComparable: Scope
        The road was open on Monday. / The road was closed. = NotComparable: Scope
        The mayor's house was unsafe in 2019. / The mayor's house is safe. = NotComparable: Scope
        The city's dam was safe in 1990. / The city's dam is not safe. = NotComparable: Scope
        The water was safe last year. / The water was not safe last year. = Contradicts
        The minister resigned last year. / The minister did not resign. = Contradicts
        The mayor was murdered in May. / The mayor was not murdered. = Contradicts
        The city's bridge collapsed in 2019. / The city's bridge did not collapse. = Contradicts
        The mayor's brother was arrested on Friday. / The mayor's brother was not arrested. = Contradicts
        ",
    );
}

#[test]
fn others_are_not_those_who_are_meant() {
    check_gates(
        "
        Others support the plan. / Members do not support the plan. = NotComparable: Scope
        Other residents were evacuated. / Residents were not evacuated. = NotComparable: Scope
        The other members voted for the law. / The members did not vote for the law. = NotComparable: Scope
        An earlier trial was a success. / The trial was not a success. = NotComparable: Scope
        Members support the plan. / Members do not support the plan. = Contradicts
        The members voted for the law. / The members did not vote for the law. = Contradicts
        The trial was a success. / The trial was not a success. = Contradicts
        ",
    );
}

#[test]
fn what_is_said_alike_of_two_things_is_no_agreement() {
    check_gates(
        "
        Surgeons operated on his left lung, the clinic said. / Surgeons operated on his right kidney, Ole Voss said. = Unrelated: Opposed
        The court jailed the banker for fraud. / The court jailed the banker for murder. = Unrelated: Opposed
        The firm moved to Klow. / The firm moved from Klow. = Unrelated: Opposed
        The firm moved to Klow. / The firm did not move from Klow. = NotComparable: Scope
        The harbour plan will cost $40 million. / The school plan will cost $40 million. = NotComparable: Topic
        The vote took place in March, not in May. / The vote took place in March. = Corroborates: Opposed
        The vote took place in March, not in May. / The vote took place in May. = Contradicts
        ",
    );
}

#[test]
fn what_is_so_may_be_otherwise_years_later() {
    check_gates(
        "
        2010-03-01 Nora Lind: The king is alive. / 2020-03-01 Ole Voss: The king is dead. = NotComparable: Time
        2010-03-01 Nora Lind: Berg is not the mayor. / 2020-03-01 Ole Voss: Berg is the mayor. = NotComparable: Time
        2010-03-01 Nora Lind: The mill employs 900 people. / 2020-03-01 Ole Voss: The mill employs 300 people. = NotComparable: Time
        2020-03-01 Nora Lind: The king is alive. / 2020-03-02 Ole Voss: The king is dead. = Contradicts
        2010-03-01 Nora Lind: The army shelled the mill. / 2020-03-01 Ole Voss: The army did not shell the mill. = Contradicts
        ",
    );
    let kit = Kit::builtin();
    let told = |later: &str| {
        let (early, late) =
            ("2031-03-01 Nora Lind: The pier is open.", format!("{later} Ole Voss: The pier is closed."));
        relate(&side(early), &side(&late), &kit).confidence
    };
    let told = ["2031-03-02", "2031-03-20", "2031-09-20"].map(told);
    assert_eq!(told, [Confidence::High, Confidence::Medium, Confidence::Low]);
}

#[test]
fn others_of_whom_it_is_told_are_nothing_that_is_told() {
    check(
        "
        Parliament passed the housing bill. / Parliament rejected the tax bill. = NotComparable
        Nora Lind won the local election. / Nora Lind lost the general election. = NotComparable
        Exports of timber rose. / Imports of timber rose. = NotComparable
        Parliament passed the housing bill. / Parliament rejected the housing bill. = Contradicts
        Nora Lind won the local election. / Nora Lind lost the local election. = Contradicts
        Exports of timber rose. / Exports of timber fell. = Contradicts
        ",
    );
}

#[test]
fn what_is_ones_own_is_not_anothers() {
    check_gates(
        "
        Kiev said its army had lost 40 tanks. / Moscow said its army had lost 90 tanks. = NotComparable: Topic
        Kiev said its army had lost 40 tanks. / Moscow said the Ukrainian army had lost 90 tanks. = Contradicts
        Kiev said its army had lost 40 tanks. / Moscow said the Russian army had lost 90 tanks. = NotComparable: Topic
        Kiev said 40 tanks were lost on its side. / Moscow said 90 tanks were lost on its side. = NotComparable: Topic
        The Vik council said its school was safe. / The Lund council said its school was not safe. = NotComparable: Topic
        Nora Lind said her house was safe. / Ole Voss said his house was not safe. = NotComparable: Topic
        Nora Lind said her house was safe. / Ole Voss said the house was not safe. = Contradicts
        Nora Lind said our house was safe. / Ole Voss said our house was not safe. = NotComparable: Topic
        Nora Lind said the ferry had lost its anchor. / Ole Voss said the ferry had not lost its anchor. = Contradicts
        A spokesman for the Greens said the party was ready. / A spokesman for the Liberals said the party was not ready. = NotComparable: Topic
        A spokesman for Hallworth said the company was sold. / A union leader said the company was not sold. = Contradicts
        The Vik council said the council was ready. / The Lund council said the council was not ready. = NotComparable: Topic
        ",
    );
}
