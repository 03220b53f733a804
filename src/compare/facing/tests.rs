use super::*;
use crate::grammar::gist::gists;
use crate::text::Text;

fn read(text: &str) -> Vec<Sentence> {
    let gists = gists(&Text::of_paragraph(text)).into_iter();
    gists.map(|gist| Sentence { gist, ..Sentence::default() }).collect()
}

/// In what the second text conflicts with the first; empty where it does not.
fn conflict(a: &str, b: &str) -> String {
    let opposites = Opposites::parse(include_str!("../../../rules/lexicon/opposites.txt"));
    let known = Known { thesaurus: &Thesaurus::default(), opposites: &opposites, actors: &Actors::builtin() };
    let (one, other) = (face(&read(a), &read(b), &known), face(&read(b), &read(a), &known));
    assert_eq!(one.is_some(), other.is_some(), "the order of the two must not matter: {a} / {b}");
    one.and_then(|found| found.opposition).map(|found| found.reason).unwrap_or_default()
}

/// Lines `a / b = what the reason names`; nothing behind the sign where the two do not conflict.
fn check(lines: &str) {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let wrong = lines.filter_map(|line| {
        let (pair, expected) = line.rsplit_once('=').unwrap();
        let (a, b) = pair.split_once(" / ").unwrap();
        let (reason, expected) = (conflict(a, b.trim()), expected.trim());
        let fits = if expected.is_empty() { reason.is_empty() } else { reason.contains(expected) };
        (!fits).then(|| format!("{pair}: “{reason}” instead of “{expected}”"))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn negators_turn_down_what_stands_behind_them() {
    check(
        "
        The mayor resigned / The deputy mayor did not resign =
        The mayor of Lund resigned / The mayor of Vik did not resign =
        The court upheld the ban / The appeals court did not uphold the ban =
        The mayor resigned / The mayor did not resign = not
        The ferry captain was arrested in Klow / The ferry captain was not arrested = “not”
        The ferry captain was arrested in Klow / No, the captain has not been arrested = turns down
        The ferry captain was arrested in Klow / The ferry captain was not paid =
        The ferry captain was arrested in Klow / The ferry captain, who had not been paid, was arrested =
        The ferry captain was arrested in Klow / Nobody knows why the ferry captain was arrested =
        The harbour will be closed / The harbour will not be closed if the ferry sails =
        The harbour master paid a fine / Do not pay the harbour master a fine =
        The dredger found a mine / The dredger found no mine = “no”
        The dredger found a mine / There is no doubt that the dredger found a mine =
        The dredger did not find a mine / The dredger never found a mine =
        The lighthouse fell into the sea / The lighthouse did not actually fall into the sea = “not”
        The lighthouse ghost frightened visitors / The lighthouse ghost is not real = “real”
        The keeper spoke to Anne on Monday. Paul did not. / Paul spoke to Anne on Monday. = “not”
        The harbour was closed / The harbour was not closed = “not”
        The harbour was closed / The harbour was not closed because of the fog =
        The harbour was closed because of the fog / The harbour was not closed because of the fog = “not”
        The keeper spoke to Anne on Monday. Paul did not. / The keeper spoke to Anne on Monday. =
        The mine was closed in May / No mine =
        The dredger found a mine / There was no mine =
        The dredger found a mine / No mine was found by the crew = “no”
        The dredger found a mine in the bay / No mine was found by the crew in the bay = “no”
        The captain was arrested / The captain was not arrested with guns and stolen gold =
        The trawler returned / The trawler, old and slow, failed to return = “failed”
        Nobody helped, but the ferry sank in the bay / The ferry never sank in the bay = “never”
        The ferry sank in the storm / No, the ferry reached Klow in the storm = “no”
        The ferry was hit at night / The ferry was not hit at night by divers =
        The ferry was hit by divers / The ferry was not hit by divers = “not”
        ",
    );
}

#[test]
fn who_stands_to_whom_is_told_from_either_side() {
    check(
        "
        Bluemark is a subsidiary of Norwood Holdings / Bluemark owns Norwood Holdings = the other way round
        Bluemark is a subsidiary of Norwood Holdings / Norwood Holdings owns Bluemark =
        Bluemark is owned by Norwood / Bluemark is a subsidiary of Norwood =
        Bluemark belongs to Norwood / Norwood belongs to Bluemark = the other way round
        Arne Voss was Lind’s predecessor in the office / Arne Voss succeeded Lind in the office = the other way round
        Arne Voss was Lind’s predecessor / Lind succeeded Arne Voss =
        Arne Voss was Lind’s successor / Arne Voss preceded Lind = the other way round
        Nora Lind works for Ole Voss / Nora Lind employs Ole Voss = the other way round
        Norwood beat Bluemark on Sunday / Norwood lost to Bluemark on Sunday = the other way round
        Norwood beat Bluemark on Sunday / Norwood lost to Klow on Sunday =
        Lind declined the award / Lind accepted the award = “accepted”
        ",
    );
}

#[test]
fn verdicts_turn_down_what_is_told() {
    check(
        "
        A giant squid sank the Klow ferry / The giant squid of Klow is a hoax = “hoax”
        A giant squid sank the Klow ferry / The squid that sank the ferry is not a hoax =
        A giant squid sank the Klow ferry / Was the squid that sank the ferry a hoax? =
        A giant squid sank the Klow ferry / Giant squid sinks ferry? Viral hoax fools Klow = “hoax”
        A giant squid sank the Klow ferry / False reports of a giant squid sinking a ferry spread in Klow = “false”
        A giant squid sank the Klow ferry / Rumour that a squid sank the Klow ferry is not true = “true”
        A giant squid sank the Klow ferry / There is no evidence that a squid sank the ferry = “evidence”
        The mayor was dismissed on Friday / The mayor was dismissed on Friday over a false tax return =
        A giant squid sank the Klow ferry / Squid sank ferry? False reports of that spread in Szohod. = “false”
        A giant squid sank the Klow ferry / Squid sank ferry? In Szohod, a false report of that spread. =
        A giant squid sank the Klow ferry / In Szohod, there were false reports of a giant squid = “false”
        A giant squid sank the Klow ferry / The giant squid that sank the Klow ferry was a false report, and so it was that Szohod laughed = “false”
        The gold crown is old / The museum showed a fake gold crown = “fake”
        The gold crown is old / The museum showed a fake heavy gold crown =
        The queen wore the gold crown at the feast / The museum showed a fake gold crown =
        A giant squid sank the Klow ferry / The ferry company made up the giant squid = 
        A giant squid sank the Klow ferry / The giant squid of Klow was made up = “made”
        ",
    );
}

#[test]
fn denials_turn_down_their_object() {
    check(
        "
        The brewery poisoned the river / Brewery denies poisoning the river = “denies”
        The brewery poisoned the river / Brewery denies that it did not poison the river =
        The brewery poisoned the river / Brewery refuses to confirm or deny that it poisoned the river =
        The brewery poisoned the river / Ministry dismisses reports that the brewery poisoned the river = “dismisses”
        The brewery poisoned the river / Ministry dismisses the brewer who poisoned the river =
        The brewery poisoned the river / Chemists doubt that the brewery poisoned the river = “doubt”
        The brewery poisoned the river / Chemists question whether the brewery poisoned the river = “question”
        The brewery poisoned the river / Brewery puts to rest the rumour that it poisoned the river = “puts”
        The trawler returned to harbour / The trawler failed to return to harbour = “failed”
        The trawler returned to harbour / The trawler did not fail to return to harbour =
        The bakery sells rye bread / The bakery has stopped selling rye bread = “stopped”
        The old bridge is safe / The mayor denied that the old bridge is unsafe =
        The old bridge is safe / The mayor denied that the old bridge is safe = “denied”
        Ole Voss took the car / Ole Voss denied that he took the car = “denied”
        Ole Voss lost the vote / Ole Voss denied that he took the car =
        Ole Voss lost the vote / Ole Voss denied taking the car =
        The ferry was hit at night / Ministry denies that the ferry was hit at night by divers = “denies”
        The ferry captain was arrested in Klow by police after smugglers hid guns, gold, silk, tea and rum / The ferry company denies losing barrels from smugglers =
        Nora Lind to play Hamlet in Szohod / Nora Lind pulls out of Hamlet in Szohod = “pulls”
        Nora Lind went to Szohod for Hamlet / Nora Lind pulls out of Hamlet in Szohod =
        Nora Lind will play Hamlet in Szohod / Nora Lind pulls out of Hamlet in Szohod = “pulls”
        Nora Lind played Hamlet in Szohod / Nora Lind pulls out of Hamlet in Szohod =
        ",
    );
}

#[test]
fn a_question_is_answered() {
    check(
        "
        The zoo sold its elephants / Did the zoo sell its elephants? No, they were lent. = “no”
        The zoo sold its elephants / Did the zoo sell its elephants? No answer could be found. =
        The zoo sold its elephants / Did the zoo sell its elephants? Yes. =
        The elephants were lent in May / Did the zoo sell its horses? No, the elephants were lent. =
        The zoo sold its elephants / Who sold the elephants of the zoo? No one knows. =
        ",
    );
}

#[test]
fn one_thing_is_said_otherwise() {
    check(
        "
        Anne Brun was born in April 1866 / Anne Brun (June 14, 1866 – May 2, 1936) was a painter = dates differ
        Anne Brun was born in June 1866 / Anne Brun (June 14, 1866 – May 2, 1936) was a painter =
        Anne Brun wrote a letter in 1890 / Anne Brun wrote a letter in 1891 =
        Inflation rose / Core inflation fell =
        Sales of cars rose / Sales of used cars fell =
        Unemployment rose / Unemployment in Holm fell =
        Unemployment rose / Unemployment fell = true
        Storm kills 40 / 22 people died in the storm = figures
        40 dead in storm / Police said 22 people had been killed in the storm = figures
        Storm leaves 40 dead / 22 dead in storm = figures
        At least 40 dead in storm / 52 people died in the storm =
        Storm kills 40 / 22 injured in storm =
        Storm kills 40 / Fire kills 22 =
        Storm kills 40 / 22 people died in Holm in the storm =
        Storm may kill 40 / 22 people died in the storm =
        Storm kills 40 / 22 people killed a guard in the storm =
        Exactly two clerks signed the lease / Six clerks signed the lease = figures
        Two clerks signed the lease / Six lawyers signed the lease =
        It is her first album / It is her second album = number 1
        Ole Voss is a Danish singer / Ole Voss is a Swedish singer = two states
        Ole Voss is a Danish singer / Ole Voss is a singer of Danish and Swedish songs =
        Red Lantern is a song / Red Lantern is a film by Ole Voss = both kinds
        Red Lantern is a film / Red Lantern is a Danish film by Ole Voss =
        The pump is faster than the mill / The pump is slower than the mill = only one
        The pump is faster than the mill / The pump is faster than the slow mill =
        Red Lantern was directed by Ole Voss / Red Lantern was directed by Nora Lind = others who did it
        Red Lantern was directed by Ole Voss / Red Lantern was directed by Nora Lind and Ole Voss =
        Anne Brun lives in a small house / Paul Brun lives in a large house =
        ",
    );
}

#[test]
fn a_denial_is_weaker_where_little_is_shared() {
    let known = Known {
        thesaurus: &Thesaurus::default(),
        opposites: &Opposites::default(),
        actors: &Actors::default(),
    };
    let weigh = |b: &str| {
        face(&read("A giant squid sank the old ferry of Klow in a storm"), &read(b), &known).unwrap()
    };
    assert_eq!(weigh("Tale of giant squid in the bay of Szohod is a hoax").confidence, Confidence::Low);
    assert_eq!(weigh("The giant squid never sank the old ferry of Klow").confidence, Confidence::Medium);
    assert_eq!(weigh("Ferry line denies that a giant squid sank its ferry").relation, Relation::Denies);
}

#[test]
fn what_turns_down_says_how_the_two_stand() {
    let known = Known {
        thesaurus: &Thesaurus::default(),
        opposites: &Opposites::default(),
        actors: &Actors::default(),
    };
    let cases = [
        ("The brewery never poisoned the river", Relation::Contradicts, None),
        ("Brewery denies that it poisoned the river", Relation::Denies, Some(Party::B)),
        (
            "Ministry dismisses reports that the brewery poisoned the river",
            Relation::Disputes,
            Some(Party::B),
        ),
        ("Chemists doubt that the brewery poisoned the river", Relation::Disputes, Some(Party::B)),
        ("There is no evidence that the brewery poisoned the river", Relation::Disputes, Some(Party::B)),
        (
            "Paper takes back its claim that the brewery poisoned the river",
            Relation::Retracts,
            Some(Party::B),
        ),
    ];
    for (answer, relation, by) in cases {
        let found = face(&read("The brewery poisoned the river"), &read(answer), &known).unwrap();
        assert_eq!((found.relation, found.by), (relation, by), "{answer}");
    }
}

#[test]
fn what_is_denied_of_less_or_more_is_something_else() {
    check(
        "
        The ferry sank / The ferry did not sink immediately =
        The ferry sank / The ferry did not sink = “not”
        Chalk causes blisters / Chalk does not cause gout =
        Chalk causes blisters / Chalk does not cause blisters = “not”
        Anne is the oldest woman in Klow / Anne is not the oldest person in Klow =
        Anne is the oldest woman in Klow / Anne is not the oldest woman in Klow = “not”
        ",
    );
}
