//! What there is one of: one holder, one winner, one date, one way that a thing went, one measure in two units.

use super::{check, check_gates};

#[test]
fn only_one_can_hold_it_or_win_it() {
    check(
        "
        Nora Lind won the election. / Ole Voss won the election. = Contradicts
        Nora Lind was elected president. / Ole Voss was elected president. = Contradicts
        Nora Lind was appointed chairwoman of the board. / Ole Voss was appointed chairwoman of the board. = Contradicts
        Nora Lind is the mayor of Klow. / Ole Voss is the mayor of Klow. = Contradicts
        2012-05-01 Ida Moe: Nora Lind won the election. / 2012-05-02 Per Holt: Ole Voss won the election. = Contradicts
        2012-05-01 Ida Moe: Nora Lind won the election. / 2016-05-02 Per Holt: Ole Voss won the election. = NotComparable
        Nora Lind won the election in 2012. / Ole Voss won the election in 2016. = NotComparable
        Nora Lind won the local election. / Ole Voss won the general election. = NotComparable
        Nora Lind won an election. / Ole Voss won an election. = NotComparable
        Nora Lind could win the election. / Ole Voss won the election. = NotComparable
        Nora Lind and Ole Voss won the final. / Ole Voss won the final. = NotComparable
        Nora Lind was elected president. / Ole Voss was elected vice president. = NotComparable
        Nora Lind was elected president of Klow. / Ole Voss was elected president of Szohod. = NotComparable
        Nora Lind was appointed director of the mill. / Ole Voss was appointed director of the bank. = NotComparable
        Nora Lind was president. / Ole Voss is president. = NotComparable
        ",
    );
}

#[test]
fn what_went_one_way_did_not_go_the_other() {
    check(
        "
        Norland supplied arms to Sudland. / Sudland supplied arms to Norland. = Contradicts
        Nora Lind sold the mill to Ole Voss. / Ole Voss sold the mill to Nora Lind. = Contradicts
        Norland borrowed money from Sudland. / Sudland borrowed money from Norland. = Contradicts
        Norland sent a letter to Sudland. / Sudland sent a letter to Norland. = Unrelated
        Norland exports oil to Sudland. / Sudland exports steel to Norland. = NotComparable
        Nora Lind saw the mayor with Ole Voss. / Ole Voss saw the mayor with Nora Lind. = NotComparable
        ",
    );
}

#[test]
fn what_began_once_began_on_one_day() {
    check(
        "
        The museum opened on 3 May 2012. / The museum opened on 9 June 2013. = Contradicts
        The museum was opened in 1998. / The museum was opened in 2001. = Contradicts
        The trial began on 3 May 2031. / The trial began on 9 May 2031. = Contradicts
        The museum opened in May 2012. / The library opened in June 2013. = NotComparable
        The museum opened in May 2012. / The museum reopened in June 2013. = NotComparable
        The museum opened in May. / The museum opened in June. = NotComparable
        The shop opened at nine. / The shop opened at ten. = Unrelated
        ",
    );
}

#[test]
fn a_measure_is_one_in_two_units() {
    check(
        "
        The road is 100 miles long. / The road is 100 kilometres long. = Contradicts
        The tower is 300 feet high. / The tower is 300 metres high. = Contradicts
        The fire burned 500 acres. / The fire burned 500 hectares. = Contradicts
        The road is 100 miles long. / The road is 161 kilometres long. = NotComparable
        The fire burned 500 acres. / The fire burned about 200 hectares. = NotComparable
        ",
    );
}

#[test]
fn whoever_has_it_does_not_lack_it() {
    check_gates(
        "
        The town has a hospital. / The town lacks a hospital. = Contradicts
        The bank knew of the losses. / The bank was unaware of the losses. = Contradicts
        The minister ruled out an early election. / The minister did not rule out an early election. = Contradicts
        The town has a school. / The town lacks a hospital. = NotComparable: Topic
        The bank knew of the losses. / The bank was unaware of the fraud. = NotComparable: Topic
        The bank knew of the losses. / The mill was unaware of the losses. = NotComparable: Topic
        ",
    );
}

#[test]
fn what_is_in_one_place_is_in_no_other() {
    check(
        "
        Ole Voss was born in Norway. / Ole Voss was born in Sweden. = Contradicts
        The summit will be held in Oslo. / The summit will be held in Bern. = Contradicts
        Norbank is based in Oslo. / Norbank is based in Bern. = Contradicts
        Norbank is based in Oslo. / Norbank is based in Norway. = NotComparable
        Norbank was based in Oslo. / Norbank is based in Bern. = NotComparable
        Norbank has an office in Oslo. / Norbank has an office in Bern. = NotComparable
        A wedding was held in Oslo. / A wedding was held in Bern. = NotComparable
        Ole Voss was held in Norway. / Ole Voss was held in Sweden. = NotComparable
        The first summit was held in Oslo. / The second summit was held in Bern. = NotComparable
        ",
    );
}

#[test]
fn what_is_appointed_for_one_day_is_on_no_other() {
    check(
        "
        The council vote is scheduled for March 4. / The council vote will be held on March 11. = Contradicts
        The mayor spoke ahead of the council vote, which is set for March 4. / The council vote will be held on March 11. = Contradicts
        The vote on the dam will be held on March 4. / The vote on the harbour will be held on June 11. = NotComparable
        The local election will be held on March 4. / The national election will be held on June 11. = NotComparable
        A meeting will be held on March 4. / A meeting will be held on March 11. = NotComparable
        The council vote will take place on March 4. / The council vote will take place in March. = Corroborates
        ",
    );
}

#[test]
fn whoever_goes_somewhere_does_not_come_from_there() {
    check(
        "
        The ferry left Oslo for Bern on 3 May. / The ferry left Bern on 3 May. = Contradicts
        The frigate departed for Klow on 3 May. / The frigate left Klow on 3 May. = Contradicts
        The ferry left Oslo for Bern on 3 May. / The ferry left Oslo on 3 May. = Corroborates
        The ferry left Oslo on 3 May. / The ferry left for Oslo on 5 May. = NotComparable
        ",
    );
}

#[test]
fn what_it_takes_nobody_goes_without() {
    check(
        "
        Visitors can enter the park without a permit. / A permit is required to enter the park. = Contradicts
        Students may use the archive without a card. / A card is compulsory for students to use the archive. = Contradicts
        Visitors can enter the park without a permit. / A permit is required to fish in the park. = NotComparable
        He left without a word. / A word is needed. = NotComparable
        ",
    );
}

#[test]
fn each_of_two_has_what_it_has_respectively() {
    check(
        "
        Lind and Voss received 40 and 35 percent of the vote, respectively. / Voss received 40 percent of the vote. = Contradicts
        Lind and Voss received 40 and 35 percent of the vote, respectively. / Lind received 40 percent of the vote. = Corroborates
        Nora Lind and Ole Voss were fined 300 euros and 500 euros, respectively. / Ole Voss was fined 300 euros. = Contradicts
        ",
    );
}

#[test]
fn nobody_is_of_two_opposite_kinds() {
    check(
        "
        Ole Voss was a rich man who gave to the poor. / Ole Voss was a poor man. = Contradicts
        Norbank made a profit of 30 million euros. / Norbank lost 30 million euros. = Contradicts
        The senate approved the treaty. / The senate voted against the treaty. = Contradicts
        ",
    );
}
