//! What is denied, quoted or laid to somebody, and what is told of it.

use super::{check, check_gates};

#[test]
fn what_was_not_done_to_one_thing_may_have_been_done_to_another() {
    check_gates(
        "
        The police did not find a weapon. / The police found a letter. = NotComparable: Scope
        The minister could not attend the meeting. / The minister attended the funeral. = NotComparable: Scope
        The inspectors did not close the mill. / The inspectors closed the bakery. = NotComparable: Scope
        Divers did not recover the engine. / Divers recovered the cockpit. = NotComparable: Scope
        The club failed to sign a striker. / The club signed a goalkeeper. = NotComparable: Scope
        The ministry has not spent the money for the bridges. / The ministry has spent the money. = NotComparable: Scope
        The firm did not apologise for the delay. / The firm apologised. = Contradicts
        The police did not find a weapon. / The police found a weapon. = Contradicts
        The minister could not attend the meeting. / The minister attended the meeting. = Contradicts
        Divers did not recover the engine. / Divers recovered the engine. = Contradicts
        The club failed to sign a striker. / The club signed a striker. = Contradicts
        ",
    );
}

#[test]
fn a_denial_is_of_what_was_done_and_to_whom() {
    check(
        "
        Ole Voss took the money. / Ole Voss denied that he took the car. = NotComparable
        Ole Voss went to Rome. / Ole Voss denied going to Paris. = NotComparable
        Nora Lind met the judge. / Nora Lind denied meeting the banker. = NotComparable
        The navy sank the tanker. / The navy denied sinking the trawler. = NotComparable
        Voss lied to his wife. / Voss denied that he lied to the court. = NotComparable
        Voss lost the election. / Voss denied that he sold the mill. = NotComparable
        The club made an offer for the winger. / The club denied making an offer for the defender. = NotComparable
        Ole Voss bribed the judge. / Ole Voss denied meeting the judge. = NotComparable
        Ole Voss bribed the judge. / Ole Voss denied bribing the judge. = Denies by B
        Ole Voss took the car. / Ole Voss denied that he took the car. = Denies by B
        Ole Voss went to Paris. / Ole Voss denied going to Paris. = Denies by B
        Nora Lind met the banker. / Nora Lind denied meeting the banker. = Denies by B
        The navy sank the trawler. / The navy denied sinking the trawler. = Denies by B
        Voss lied to the court. / Voss denied that he lied to the court. = Denies by B
        ",
    );
}

#[test]
fn the_same_said_of_two_things_is_no_misquotation() {
    check(
        "
        Ole Voss: The dam is old and must be rebuilt. / “The bridge is old and must be rebuilt,” Ole Voss said. = NotComparable
        “The school will be closed for a week,” Voss said. / “The library will be closed for a week,” Voss said. = NotComparable
        “I support the tax on sugar,” Lind said. / “I support the tax on tobacco,” Lind said. = NotComparable
        “Prices in Klow have risen too fast,” Voss said. / “Prices in Szohod have risen too fast,” Voss said. = NotComparable
        Ole Voss: The dam is old and must be rebuilt. / “The dam is old and must be repaired,” Ole Voss said. = Misquotes by B
        Voss: The school will be closed for a week. / “The school will be closed for a month,” Voss said. = Misquotes by B
        ",
    );
}

#[test]
fn what_is_not_doubted_is_said() {
    check(
        "
        I don't think the dam is unsafe. / The dam is safe. = Corroborates
        Ole Voss has no doubt that the pier was sold. / The pier was sold. = Corroborates
        There is no doubt that the firm paid. / The firm paid. = Corroborates
        The guard did not fail to lock the gate. / The guard locked the gate. = Corroborates
        I don't think the dam is unsafe. / The dam is unsafe. = Contradicts
        I don't think the dam is safe. / The dam is safe. = Contradicts
        Ole Voss has no doubt that the pier was sold. / The pier was not sold. = Contradicts
        There is no doubt that the firm paid. / The firm did not pay. = Contradicts
        ",
    );
}

#[test]
fn who_is_accused_may_accuse() {
    check(
        "
        Nora Lind accused Ole Voss of fraud. / Ole Voss accused Nora Lind of fraud. = Disputes
        Nora Lind accused Ole Voss of starting the fight. / Ole Voss accused Nora Lind of starting the fight. = Disputes
        Nora Lind blamed Ole Voss for the delay. / Ole Voss blamed Nora Lind for the delay. = Disputes
        Nora Lind accused Ole Voss of fraud. / Ole Voss accused Nora Lind of theft. = NotComparable
        Nora Lind defeated Ole Voss. / Ole Voss defeated Nora Lind. = Contradicts
        ",
    );
}

#[test]
fn who_did_it_is_one_or_the_other() {
    check(
        "
        Nora Lind said Ole Voss started the fire. / Ole Voss said Nora Lind started the fire. = Contradicts
        The army said the rebels had broken the truce. / The rebels said the army had broken the truce. = Contradicts
        Nora Lind stole the painting. / Ole Voss stole the painting. = Contradicts
        Nora Lind stole a painting. / Ole Voss stole a painting. = NotComparable
        Nora Lind signed the letter. / Ole Voss signed the letter. = NotComparable
        Nora Lind and Ole Voss stole the painting. / Ole Voss stole the painting. = NotComparable
        ",
    );
}

#[test]
fn what_is_so_again_replaces_what_was_said_before() {
    check(
        "
        2031-05-01 Nora Lind: The tunnel is closed. / 2031-05-09 Ole Voss: The tunnel has reopened. = Supersedes by B
        2031-05-01 Nora Lind: The water is not safe. / 2031-05-09 Ole Voss: The water is safe again. = Supersedes by B
        2031-05-09 Nora Lind: The tunnel is closed. / 2031-05-01 Ole Voss: The tunnel has reopened. = NotComparable
        Nora Lind: The tunnel is closed. / Ole Voss: The tunnel has reopened. = NotComparable
        2031-05-01 Nora Lind: The tunnel is closed. / 2031-05-09 Ole Voss: The tunnel is open. = Contradicts
        ",
    );
}

#[test]
fn another_charge_is_another_deed() {
    check(
        "
        Anna Lind was acquitted of murder. / Anna Lind was convicted of theft. = NotComparable
        Anna Lind was acquitted of murder. / Anna Lind was convicted of murder. = Contradicts
        The pier was hit by a ferry. / A ferry did not hit the pier. = Contradicts
        ",
    );
}
