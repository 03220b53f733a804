//! What may have changed between two statements weighs no more than a note; what is over, or so for good, is a conflict.

#![cfg(test)]

mod gravity;

use gravity::gravest;
use sayso::finding::Severity;

fn all_are(expected: Option<Severity>, drafts: &str) {
    let drafts = drafts.lines().map(str::trim).filter(|line| !line.is_empty());
    let wrong: Vec<_> = drafts.filter(|draft| gravest(draft, "") != expected).collect();
    assert!(wrong.is_empty(), "not {expected:?}: {wrong:#?}");
}

#[test]
fn what_is_so_may_be_otherwise_on_another_day() {
    all_are(
        Some(Severity::Note),
        "
        On Monday Ida Falk said the bridge was closed. On Thursday Falk said the bridge was open.
        The pass is blocked, Ida Falk said on Tuesday. / The pass is not blocked, Falk said on Thursday.
        Ida Falk said on Monday that the river was rising. Falk said on Thursday that the river was falling.
        Ida Falk said on Monday that Lund is in prison. Falk said on Thursday that Lund is no longer in prison.
        Ida Falk said on Monday that the drivers were at work. Falk said on Thursday that the drivers were not at work.
        Ida Falk said on Monday the minister was abroad. Falk said on Thursday the minister was not abroad.
        Ida Falk said on Monday that the court has not ruled. Falk said on Thursday that the court has ruled.
        Ida Falk said on Monday that the weir is safe. Falk said on Thursday that the weir is not safe.
        On Tuesday morning Ida Falk said that the tunnel was closed. On Tuesday evening Falk said that the tunnel was open.
        On Monday Ida Falk said the plan was dead. On Thursday Falk said the plan was alive.
        Ida Falk said on Monday that the hostage was alive. Falk said on Thursday that the hostage was dead.
        Ida Falk said on Monday that the hostage was alive. Jan Lund said on Thursday that the hostage was dead.
        Ida Falk said on Monday that a merger was possible. Falk said on Thursday that a merger was impossible.
        Ida Falk said on Monday that the mill would close. Falk said on Thursday that the mill would not close.
        “I am fit,” Ida Falk said. In January Falk said that she was not fit.
        Ida Falk said that the border was open. In March Falk said that the border was closed.
        “The weir is safe,” Ida Falk said. Last year Falk said that the weir was not safe.
        The mayor, Ida Falk, said on Monday that the port was open. Pilot Jan Lund said on Thursday that the port was closed.
        ",
    );
}

#[test]
fn what_was_done_or_is_so_for_good_is_not_otherwise_on_another_day() {
    all_are(
        Some(Severity::Error),
        "
        Ida Falk said on Monday that she had not met Lund. Falk said on Thursday that she had met Lund.
        Ida Falk said on Monday that the firm paid the fine. Falk said on Thursday that the firm did not pay the fine.
        Ida Falk said on Monday that the firm has paid the fine. Falk said on Thursday that the firm has not paid the fine.
        Ida Falk said on Monday that Lund was arrested. Falk said on Thursday that Lund was not arrested.
        Ida Falk said that she had never met Lund. In January Falk said that she had met Lund.
        Ida Falk said on Monday that the letter is genuine. Falk said on Thursday that the letter is not genuine.
        Ida Falk said on Monday that Lund is a citizen of Norland. Falk said on Thursday that Lund is not a citizen of Norland.
        Ida Falk said on Monday that the port was closed on May 1. Falk said on Thursday that the port was open on May 1.
        Ida Falk said on Monday that the port was closed. Falk said on Monday that the port was open.
        ",
    );
    all_are(
        Some(Severity::Warning),
        "
        Ida Falk said on Monday that the hostage was dead. Jan Lund said on Thursday that the hostage was alive.
        Ida Falk said on Monday that the mill would close. Jan Lund said on Thursday that the mill would not close.
        The banker Ida Falk said on Monday that the mill is profitable. Jan Lund said on Thursday that the mill is not profitable.
        ",
    );
}

#[test]
fn what_is_so_now_may_be_otherwise_then() {
    all_are(
        None,
        "
        Ida Falk said on Monday that the bridge is closed. Falk said on Thursday that the bridge would open on Monday.
        Ida Falk said the school is open. Jan Lund said the school will close in August.
        Ida Falk said the tunnel is open. Jan Lund said the tunnel is to close in June.
        Ida Falk said the tax is not legal. Jan Lund said the tax would be legal from July.
        Ida Falk said that the museum is closed. Falk said that the museum opens on Monday.
        The clinic is not staffed, Ida Falk said. The clinic is going to be staffed in May, Jan Lund said.
        ",
    );
    all_are(
        Some(Severity::Warning),
        "Ida Falk said raising the fee would be legal. Jan Lund said raising the fee is not legal.",
    );
}

#[test]
fn fewer_are_missing_once_they_are_found() {
    all_are(
        None,
        "
        Ida Falk said on May 2 that 40 people were missing. Falk said on May 7 that 12 people were missing.
        Ida Falk said on May 2 that 30,000 homes were without power. Falk said on May 7 that 8,000 homes were without power.
        Ida Falk said on May 2 that 4,000 homes had no water. Falk said on May 7 that 900 homes had no water.
        Ida Falk said on May 2 that there were 40 patients in intensive care. Falk said on May 7 that there were 12 patients in intensive care.
        Ida Falk said on May 2 that police were holding 40 people. Falk said on May 7 that police were holding 12 people.
        Ida Falk said on May 2 that 400 families live in tents. Falk said on May 7 that 120 families live in tents.
        Ida Falk said on May 2 that the number of missing was 40. Falk said on May 7 that the number of missing was 12.
        Ida Falk said on May 2 that the river stood at 7 metres. Falk said on May 7 that the river stood at 4 metres.
        Ida Falk said on May 2 that the mill employs 400 people. Falk said on May 7 that the mill employs 300 people.
        Ida Falk said on May 2 that petrol cost 9 crowns. Falk said on May 7 that petrol cost 7 crowns.
        Ida Falk said on May 2 that inflation was at 9 percent. Falk said on May 7 that inflation was at 7 percent.
        ",
    );
    all_are(
        Some(Severity::Warning),
        "
        Ida Falk said on May 2 that 40 people were dead. Falk said on May 7 that 12 people were dead.
        Ida Falk said on May 2 that 40 people had been arrested. Falk said on May 7 that 12 people had been arrested.
        Ida Falk said on May 2 that the toll was 40. Falk said on May 7 that the toll was 12.
        Ida Falk said on May 2 that turnout was 61 percent. Falk said on May 7 that turnout was 47 percent.
        ",
    );
}

#[test]
fn a_record_of_another_day_is_no_contradiction_either() {
    let journal = "2031-05-05 Ida Falk, mayor\n    says the tunnel is closed\n";
    let told =
        |day: &str| gravest(&format!("The mayor, Ida Falk, said on {day} that the tunnel is open."), journal);
    assert_eq!(told("Thursday"), Some(Severity::Note));
    assert_eq!(told("Monday"), Some(Severity::Error));
}
