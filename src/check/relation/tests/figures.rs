//! Figures of one thing, of two things, of a part and the whole.

use super::{check, check_gates};

#[test]
fn figures_of_one_thing_agree_or_contradict() {
    check_gates(
        "
        The firm sold 5 million shares. / The firm sold 5 billion shares. = Contradicts
        The fee went up to 40 euros. / The fee went up to 60 euros. = Contradicts
        The fund holds 5 million euros. / The fund holds 5 billion euros. = Contradicts
        The house was sold for $2 million. / The house was sold for $3 million. = Contradicts
        The plant cost 4.6 billion euros. / The plant cost 4.2 billion euros. = Contradicts
        The plant cost 4.6 billion euros. / The plant cost 4.5 billion euros. = Corroborates: Opposed
        The wall is 35 to 45 feet high. / The wall is 40 to 50 feet high. = NotComparable: Topic
        The bank lost 3 billion dollars. / The bank lost 3.1 billion dollars. = Corroborates: Opposed
        The strike lasted three days. / The strike lasted five days. = Contradicts
        The flight lasted three hours. / The flight lasted nine hours. = Contradicts
        Ole Voss lived in Klow for two years. / Ole Voss lived in Klow for a year. = Corroborates: Opposed
        The mill employs 300 people. / The mill employs 500 people. = Contradicts
        The mill employs about 300 people. / The mill employs 310 people. = Corroborates: Opposed
        At least 40 people were injured in the collision. / No more than 25 people were injured in the collision. = Contradicts
        Under 30 people were hurt. / Over 60 people were hurt. = Contradicts
        Half of the clerks voted. / A third of the clerks voted. = Contradicts
        ",
    );
}

#[test]
fn the_level_of_one_thing_is_one_whoever_tells_it() {
    check_gates(
        "
        The ministry raised the toll to 52. / The mayor put the toll at 40. = Contradicts
        Officials put the death toll from the fire at 52. / Rescuers put the death toll at 40. = Contradicts
        The toll rose to 52. / The toll stands at 40. = Contradicts
        The toll was put at 52. / The toll is 40. = Contradicts
        The number of strikers rose to 52. / The number of strikers is 40. = Contradicts
        The ministry raised the toll to 52. / The ministry raised the toll from 40. = Unrelated: Opposed
        The toll of the fire rose to 52. / The toll of the flood stands at 40. = NotComparable: Topic
        The bank raised its forecast to 5 percent. / The ministry put its forecast at 3 percent. = NotComparable: Topic
        The jobless rate rose to 5 percent. / The birth rate stands at 3 percent. = NotComparable: Topic
        The ministry raised the toll to 52. / The mayor put the cost at 40. = NotComparable: Topic
        ",
    );
}

#[test]
fn of_some_the_one_is_so_and_of_some_the_other() {
    check_gates(
        "
        Six judges agreed with the ruling. / Three judges disagreed with the ruling. = NotComparable: Topic
        Half of the clerks voted for the merger. / A tenth of the clerks voted against the merger. = NotComparable: Topic
        Three of nine judges backed the appeal. / Six of nine judges rejected the appeal. = NotComparable: Topic
        81 percent of the voters approve of the plan. / 19 percent of the voters disapprove of the plan. = NotComparable: Topic
        The poll said 48 percent supported the bill. / The mayor said 52 percent opposed the bill. = NotComparable: Scope
        The poll said 68 percent supported the bill. / The mayor said 52 percent opposed the bill. = Contradicts
        The voters approve of the plan. / The voters disapprove of the plan. = Contradicts
        Spending on defence rose by 4 percent. / Spending on defence fell by 2 percent. = Contradicts
        ",
    );
}

#[test]
fn a_figure_of_a_part_leaves_the_whole_open() {
    check_gates(
        "
        Youth unemployment rose to 23 percent. / Unemployment rose to 7 percent. = NotComparable: Scope
        Core inflation is 4 percent. / Inflation is 6 percent. = NotComparable: Scope
        In an earlier trial, the drug cut deaths by 20 percent. / The drug cut deaths by 40 percent. = NotComparable: Scope
        The firm sold 300 cars in the first quarter. / The firm sold 900 cars last year. = NotComparable: Scope
        The firm sold 300 cars in June. / The firm sold 900 cars. = NotComparable: Scope
        The flood killed 12 people in Klow. / The flood killed 40 people. = NotComparable: Scope
        The club sold 200 season tickets. / The club sold 900 tickets. = NotComparable: Scope
        Youth unemployment rose to 23 percent. / Youth unemployment rose to 29 percent. = Contradicts
        In an earlier trial, the drug cut deaths by 20 percent. / In an earlier trial, the drug cut deaths by 40 percent. = Contradicts
        The firm sold 900 cars in June. / The firm sold 300 cars. = Contradicts
        The flood killed 40 people in Klow. / The flood killed 12 people. = Contradicts
        The prosecutor charged four managers. / The prosecutor charged two other managers. = NotComparable: Scope
        The club signed the goalkeeper on a four-year contract. / The club signed the goalkeeper on a two-year contract. = Contradicts
        The club sold 900 season tickets. / The club sold 200 tickets. = Contradicts
        The attack on Monday killed 12 people. / The attack killed 40 people. = Contradicts
        ",
    );
}

#[test]
fn some_are_counted_by_how_or_of_what_kind() {
    check_gates(
        "
        30 sailors were critically injured. / 90 sailors were injured. = NotComparable: Scope
        The storm left 12 houses badly damaged. / The storm left 40 houses damaged. = NotComparable: Scope
        12 bridges were fully destroyed. / 40 bridges were destroyed. = NotComparable: Scope
        300 homes were partly flooded. / 900 homes were flooded. = NotComparable: Scope
        20 patients were newly infected. / 400 patients were infected. = NotComparable: Scope
        12 houses were half built. / 40 houses were built. = NotComparable: Scope
        The ward has 30 critical cases. / The ward has 300 cases. = NotComparable: Scope
        Doctors treated 12 patients with burns. / Doctors treated 60 patients. = NotComparable: Scope
        12 patients without papers were treated. / 60 patients were treated. = NotComparable: Scope
        The firm sold 400 cars abroad. / The firm sold 900 cars. = NotComparable: Scope
        The shop sold 40 bicycles. / In total the shop sold 300 bicycles. = NotComparable: Scope
        90 people were critically injured. / 30 people were injured. = Contradicts
        12 houses were badly damaged. / 40 houses were badly damaged. = Contradicts
        40 people were tragically killed. / 12 people were killed. = Contradicts
        In total the shop sold 40 bicycles. / The shop sold 300 bicycles. = Contradicts
        ",
    );
}

#[test]
fn of_others_something_else_is_told() {
    check(
        "
        The blast injured 14 people. / The blast killed nine people. = NotComparable
        The firm hired 300 workers. / The firm dismissed 200 workers. = NotComparable
        The police arrested 40 strikers. / The police released 12 strikers. = NotComparable
        The city planted 400 trees. / The city cut down 150 trees. = NotComparable
        Hundreds of people marched. / Thousands of people were evacuated. = NotComparable
        Hundreds of people marched. / Thousands of people marched. = Contradicts
        The firm hired Ole Voss. / The firm dismissed Ole Voss. = Contradicts
        ",
    );
}

#[test]
fn so_many_of_so_many() {
    check(
        "
        The accord was signed by all five states. / The accord was signed by only three of the five states. = Contradicts
        The accord was signed by all five. / The accord was signed by only three of the five. = Contradicts
        All 12 miners were rescued. / Ten of the 12 miners were rescued. = Contradicts
        Both brothers survived. / Only one of the two brothers survived. = Contradicts
        Not all nine jurors agreed. / All nine jurors agreed. = Contradicts
        Each of the four engines failed. / Only two of the four engines failed. = Contradicts
        Four of the five states signed the accord. / Two of the five states did not sign the accord. = Contradicts
        Three of the five states signed the accord. / Two of the five states did not sign the accord. = Unrelated
        At least three of the five states signed the accord. / Four of the five states signed the accord. = Unrelated
        Not all 12 miners were rescued. / Ten of the 12 miners were rescued. = Unrelated
        Three states signed the accord. / Three of the five states signed the accord. = Corroborates
        Ten miners were rescued. / Two miners were not rescued. = NotComparable
        ",
    );
}

#[test]
fn what_a_figure_may_come_to_is_not_what_it_is() {
    check(
        "
        The toll may rise to 30. / The toll stands at 19. = NotComparable
        The fee will rise to 30 euros. / The fee is 19 euros. = NotComparable
        The town expects the fee to rise to 30 euros. / The fee is 19 euros. = NotComparable
        Prices could rise by 8 percent. / Prices rose by 3 percent. = Unrelated
        The fee will rise to 30 euros. / The fee will rise to 25 euros. = Contradicts
        The bridge will cost 30 million euros. / The bridge costs 20 million euros. = Contradicts
        The ministry corrected the toll to 12. / The ministry put the toll at 15. = Supersedes by A
        ",
    );
}

#[test]
fn what_is_to_be_reached_by_one_day_is_no_figure_for_another() {
    check_gates(
        "
        Norland will cut emissions by 40 percent by 2040. / Norland will cut emissions by 60 percent by 2050. = Unrelated: Opposed
        Norland will cut emissions by 40 percent by 2040. / Norland will cut emissions by 60 percent by 2040. = Contradicts
        ",
    );
}
