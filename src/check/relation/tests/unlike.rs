//! What two claims say of one thing in words that only look opposed: sums and parts, changes and levels, other charges,
//! reasons, times and whoever is excepted.

use super::check;

#[test]
fn figures_that_add_up_or_leave_room_are_both_right() {
    check(
        "
        The blast killed 12 people and injured 30. / The blast killed or injured 42 people. = NotComparable
        The flood destroyed 40 homes and damaged 60. / The flood destroyed or damaged 100 homes. = NotComparable
        The blast killed 12 people and injured 30. / The blast killed 20 people and injured 30. = Contradicts
        A quarter of the votes have been counted. / Three quarters of the votes are still to be counted. = NotComparable
        A fifth of the tickets have been sold. / Four fifths of the tickets are still unsold. = NotComparable
        A fifth of the tickets have been sold. / Two fifths of the tickets have been sold. = Contradicts
        80 percent of households have power. / 20 percent of households have no power. = NotComparable
        80 percent of households have power. / 40 percent of households have no power. = Contradicts
        ",
    );
}

#[test]
fn how_many_there_are_is_not_by_how_many_they_changed() {
    check(
        "
        The tax was raised to 19 percent. / The tax was raised by 3 percent. = NotComparable
        The toll rose to 31. / The toll rose by 7. = NotComparable
        Membership grew by 150. / Membership grew by 320. = Contradicts
        The party gained 12 seats. / The party has 40 seats. = NotComparable
        The museum acquired six paintings. / The museum owns 400 paintings. = NotComparable
        The party has 12 seats. / The party has 40 seats. = Contradicts
        ",
    );
}

#[test]
fn what_was_so_at_an_hour_may_have_changed_since() {
    check(
        "
        The toll rose to 31. / The toll stood at 12 in the morning. = NotComparable
        The toll stood at 12 on Monday. / The toll rose to 31. = NotComparable
        The toll stood at 12 in the morning. / The toll stood at 31 in the morning. = Contradicts
        The storm weakened overnight. / The storm will strengthen on Sunday. = NotComparable
        The bank cut rates in May. / The bank will raise rates. = NotComparable
        The storm will weaken. / The storm will strengthen. = Contradicts
        The mill will start selling gas. / The mill is not going to sell gas. = Contradicts
        The union rejected the offer. / The union will accept the offer. = Contradicts
        ",
    );
}

#[test]
fn those_of_a_kind_or_at_a_place_are_a_part() {
    check(
        "
        The hospital has 40 beds free. / The hospital has 320 beds. = NotComparable
        The library has 25 computers out of order. / The library has 60 computers. = NotComparable
        The hospital has 40 beds. / The hospital has 320 beds. = Contradicts
        The fire had burned 200 hectares by Tuesday evening. / The fire has burned 900 hectares. = NotComparable
        The fire had burned 200 hectares. / The fire has burned 900 hectares. = Contradicts
        The shop sold 900 bikes in the spring. / The shop sold 3,100 bikes over the year. = NotComparable
        The officer fired two shots at the car. / The officer fired three shots in the air. = NotComparable
        The officer fired two shots at the car. / The officer fired five shots at the car. = Contradicts
        ",
    );
}

#[test]
fn charges_and_reasons_may_be_others() {
    check(
        "
        The court acquitted Harlan of fraud. / The court convicted Harlan of theft. = NotComparable
        The court acquitted Harlan of fraud. / The court convicted Harlan of fraud. = Contradicts
        Prosecutors dropped the charge of theft against Holm. / Prosecutors charged Holm with forgery. = NotComparable
        Harlan denies the charges. / Harlan is charged with fraud. = NotComparable
        Harlan took bribes. / Harlan denies that he took bribes. = Denies by B
        The mayor did not resign because of the leak. / The mayor resigned because of his health. = NotComparable
        The flight was not cancelled due to fog. / The flight was cancelled due to a strike. = Unrelated
        The mayor did not resign because of the leak. / The mayor resigned because of the leak. = Contradicts
        The mayor did not resign. / The mayor resigned because of his health. = Contradicts
        ",
    );
}

#[test]
fn whoever_is_excepted_is_not_among_those_who_are_meant() {
    check(
        "
        Nobody but the driver was hurt. / The driver was hurt. = NotComparable
        No one other than the mayor voted against the plan. / The mayor voted against the plan. = NotComparable
        Everyone except Holm signed the letter. / Holm did not sign the letter. = NotComparable
        Nobody but the driver was hurt. / The driver was not hurt. = Contradicts
        Nobody was hurt. / The driver was hurt. = Contradicts
        ",
    );
}

#[test]
fn how_somebody_stands_to_a_deed_is_not_whether_it_is_done() {
    check(
        "
        The mayor supports building a bridge. / The mayor opposes building a bridge. = Contradicts
        The mayor supports building a bridge. / The mayor favours building the bridge. = Repeats
        The mayor supports building a bridge. / The mayor opposes building a bridge with public money. = NotComparable
        The council is considering raising the tax. / The council has not decided to raise the tax. = NotComparable
        The board is thinking about closing the mine. / The board has not decided to close the mine. = NotComparable
        ",
    );
}
