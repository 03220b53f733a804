use super::{check, check_gates};

#[test]
fn who_does_not_say_so_does_not_say_that_it_is_not() {
    check_gates(
        "
        Nora Lind did not say that the pier was sold. / The pier was sold. = NotComparable: Stated
        Nora Lind never claimed that she sold the pier. / Nora Lind sold the pier. = NotComparable: Stated
        Nora Lind has not confirmed that the pier was sold. / Ole Voss said the pier was sold. = NotComparable: Stated
        Nora Lind did not say that 40 sailors drowned. / Ole Voss said 25 sailors drowned. = NotComparable: Stated
        It is possible that the talks will resume. / It is possible that the talks will not resume. = Unrelated: Opposed
        ",
    );
}

#[test]
fn who_does_not_think_so_thinks_that_it_is_not() {
    check(
        "
        Nora Lind does not believe that the pier was sold. / Ole Voss said the pier was sold. = Contradicts
        Nora Lind denied that the pier was sold. / Ole Voss said the pier was sold. = Denies by A
        Nora Lind denied that the pier is unsafe. / Ole Voss said the pier is safe. = Corroborates
        Nora Lind disputed the ministry’s statement that the pier is safe. / The ministry said the pier is safe. = Disputes by A
        ",
    );
}

#[test]
fn what_is_ruled_out_is_not_possible() {
    check(
        "
        Nora Lind ruled out a tax on fuel. / Ole Voss said a tax on fuel was possible. = Disputes by A
        Nora Lind did not rule out a tax on fuel. / Ole Voss said a tax on fuel was possible. = Corroborates
        Nora Lind ruled out a tax on fuel. / Ole Voss said a tax on sugar was possible. = NotComparable
        ",
    );
}

#[test]
fn for_and_against_over_and_going_on() {
    check(
        "
        The senator voted for the treaty. / The senator voted against the treaty. = Contradicts
        The pump is under control. / The pump is out of control. = Contradicts
        The strike is over. / The strike continues. = Contradicts
        The bank no longer employs Ole Voss. / The bank still employs Ole Voss. = Contradicts
        2031-05-01 Lind: The bank still employs Ole Voss. / 2031-05-09 Lind: The bank no longer employs Ole Voss. = Supersedes by B
        The king signed the treaty. / The king vetoed the treaty. = Contradicts
        ",
    );
}

#[test]
fn days_that_lie_in_a_longer_time_are_exceptions() {
    check(
        "
        The market is not open on Sunday. / The market is open next week. = NotComparable
        The market is not open next week. / The market is open next week. = Contradicts
        ",
    );
}

#[test]
fn what_was_not_expected_not_so_of_all_or_may_still_come_is_open() {
    check_gates(
        "
        Nobody expected the king to resign. / The king resigned. = NotComparable: Stated
        The bank does not expect that prices will fall. / The union said prices will fall. = Contradicts
        It is not the case that all banks failed. / Two banks failed. = Unrelated: Opposed
        Nora Lind said the pump could be restarted. / The pump has not been restarted. = NotComparable: Scope
        The church is not far from the market. / The church is near the market. = NotComparable: Opposed
        ",
    );
}

#[test]
fn a_chance_is_one_of_what_it_is_a_chance_of() {
    check_gates(
        "
        The chance of a strike is remote, Ole Voss said. / Nora Lind said a strike is highly likely. = Diverges
        Ole Voss said there is a good chance of a new deal. / Nora Lind said a new deal is unlikely. = Diverges
        Turnout was below 30 percent. / Turnout was above 45 percent. = Contradicts
        Hundreds of people attended the rally. / Only a dozen people attended the rally. = Contradicts
        ",
    );
}

#[test]
fn what_two_sources_say_is_held_without_the_sources() {
    check_gates(
        "
        The airline said the pilot was sober. / Police said the pilot was drunk. = Contradicts
        The police chief said officers did not use tear gas. / Protesters said officers used tear gas. = Contradicts
        The mayor said the water was clean. / The lab found the water was contaminated. = Contradicts
        The former minister supported the war. / The minister opposes the war. = NotComparable: Scope
        The guard did not open fire first. / The guard opened fire. = NotComparable: Scope
        The river was not polluted by the mill. / The river was polluted by the mine. = NotComparable: Scope
        ",
    );
}

#[test]
fn what_somebody_calls_it_is_what_they_say_it_is() {
    check_gates(
        "
        The envoy called the talks a success. / A diplomat called the talks a failure. = Contradicts
        The minister described the strike as illegal. / The union said the strike was legal. = Contradicts
        ",
    );
}

#[test]
fn who_says_so_with_a_reserve_is_no_word_for_it() {
    check(
        "
        Nora Lind partly owns the mill. / Nora Lind owns the mill. = NotComparable
        The minister almost resigned. / The minister resigned. = Unrelated
        The bank nearly collapsed. / The bank collapsed. = Unrelated
        The alleged attack took place in Klow. / The attack took place in Klow. = Unrelated
        Ole Voss reportedly resigned. / Ole Voss resigned. = Unrelated
        Fewer than half of the voters support the plan. / Half of the voters support the plan. = Unrelated
        At least half of the voters support the plan. / Half of the voters support the plan. = Corroborates
        Nora Lind falsely said that the dam was safe. / The dam was safe. = Disputes by A
        The dam was safe. / Nora Lind mistakenly claimed that the dam was safe. = Disputes by B
        The water is hardly safe. / The water is safe. = Contradicts
        The water is hardly safe. / The water is not safe. = Corroborates
        The water is scarcely safe. / The water is unsafe. = Corroborates
        ",
    );
}
