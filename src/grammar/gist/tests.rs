use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Vec<Gist> {
    gists(&Text::of_paragraph(text))
}

/// What the last sentence of a text turns down, and with which words: `Denial denies, Negation not`.
fn turned(text: &str) -> String {
    let read = read(text);
    let last = read.last().unwrap();
    let word = |turn: &Turn| last.words.get(turn.at).map_or("", |word| word.lower.as_str()).to_owned();
    let turns: Vec<String> =
        last.turns.iter().map(|turn| format!("{:?} {}", turn.kind, word(turn))).collect();
    turns.join(", ")
}

#[test]
fn turns_are_told_apart() {
    let cases = [
        ("The bridge is open", ""),
        ("The bridge is not open", "Negation not"),
        ("No bridge is open", "None no"),
        ("No, the bridge is closed", "No no"),
        ("Is the bridge open? No.", "Answer no"),
        ("Which bridge is open? No.", "No no"),
        ("Others say the bridge is open. The mayor does not.", "Ellipsis not"),
        ("The bridge is a hoax", "Verdict hoax"),
        ("False rumours of a bridge", "FalseReport false"),
        ("The clerk had a fake passport", "FalseThing fake"),
        ("The bridge is not real", "Untrue real"),
        ("There is no evidence of a bridge", "Unproved evidence"),
        ("The mayor denies selling the bridge", "Denial denies"),
        ("The mayor dismissed the report", "Denial dismissed"),
        ("The mayor dismissed the clerk", ""),
        ("The mayor doubts it", "Doubt doubts"),
        ("The mayor failed to open the bridge", "Omission failed"),
        ("The mayor never failed to open the bridge", ""),
        ("The mayor cancelled the feast", "Withdrawal cancelled"),
        ("The mayor denies that he did not pay", ""),
        ("The mayor never claimed that he had paid", ""),
        ("The mayor did not claim a refund", "Negation not"),
    ];
    for (text, expected) in cases {
        assert_eq!(turned(text), expected, "{text}");
    }
}

/// What the last sentence of a text turns down, by which word, and where.
fn scoped(text: &str) -> String {
    let read = read(text);
    let last = read.last().unwrap();
    let words = |range: std::ops::Range<usize>| {
        last.words[range].iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ")
    };
    let told = |turn: &Turn| {
        let end = turn.scope.end.min(last.words.len());
        format!("{:?} {} [{}]", turn.kind, words(turn.at..turn.at + 1), words(turn.scope.start..end))
    };
    last.turns.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Lines of `text = turns`.
fn check(lines: &str) {
    let cases = lines.trim().lines().map(|line| line.trim().split_once(" =").unwrap());
    let wrong = cases.filter(|(text, expected)| scoped(text) != expected.trim());
    let wrong: Vec<String> = wrong.map(|(text, _)| format!("{text} = {}", scoped(text))).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn negators_have_a_scope() {
    check(
        "
        The bridge is as likely as not open =
        More often than not the bridge is open =
        The bridge opens whether or not it rains =
        The bridge opens tomorrow or not =
        The bridge is open or not closed = Negation not [the bridge is open or not closed]
        The bridge opens today, if not tomorrow =
        Why not open the bridge =
        The mayor does not agree = Negation not [the mayor does not agree]
        The mayor does not know the bridge =
        If the bridge is not open, he waits =
        He waits unless the bridge does not open =
        The bridge would not open if it rained =
        Do not open the bridge =
        The men do not open the bridge = Negation not [the men do not open the bridge]
        And do not open the bridge = Negation not [and do not open the bridge]
        The bridge did not really exist = Untrue not [the bridge did not really exist]
        The raid did not happen = Untrue not [the raid did not happen]
        The raid has not been real = Untrue real [the raid has not been real]
        The raid may not be happening = Untrue not [the raid may not be happening]
        There was not a raid = Negation not [there was not a raid]
        That is not the case = Negation not [is not the case]
        The mayor never thought that he had paid =
        The mayor never said that he had paid =
        The mayor never openly claimed that he had paid =
        The mayor did not say much =
        The mayor cannot claim that he paid =
        The mayor has still not paid = Negation not [the mayor has still not paid]
        He spoke of neither paying =
        There were deaths not counted =
        There were deaths not really counted =
        There were no deaths = None no [there were no deaths]
        Deaths not counted = Negation not [deaths not counted]
        The deaths were not counted = Negation not [the deaths were not counted]
        She is tired of not finding it =
        She is tired of not yet finding it =
        A clerk who had not been paid left the bank =
        A clerk left, who had not been paid = Negation not [had not been paid]
        The clerk who did not leave was paid =
        The rule that does not work was dropped =
        He said that it does not work = Negation not [it does not work]
        No need to open the bridge = None no [no need to open the bridge]
        No idea, he said =
        No to the bridge = None no [no to the bridge]
        No doubt the bridge is open =
        No bridge opened and the lake froze = None no [no bridge opened and the lake froze]
        The lake froze, but no bridge opened = None no [no bridge opened]
        The lake froze because the bridge was not opened when it rained = Negation not [the bridge was not opened]
        Nobody = None nobody [nobody]
        Nobody, he said, came = None nobody [nobody]
        Nobody came = None nobody [nobody came]
        Nothing to open =
        The bridge cannot be crossed without paying = Negation cannot [the bridge cannot be crossed without paying]
        The bridge was opened without paying =
        The mayor denies that nobody paid =
        The mayor doubts that he did not pay =
        It is false that nobody came =
        It is false, and nobody came = Verdict false [it is false , and nobody came], None nobody [and nobody came]
        It is not true that nobody came =
        It is not true but nobody came = Untrue true [it is not true but nobody came], None nobody [nobody came]
        There is no evidence that he did not pay =
        The claim that he did not pay is false =
        The claim that he did not pay for the old stone bridge is false =
        The mayor did not pay for the old stone bridge that is a hoax = Verdict hoax [the mayor did not pay for the old stone bridge that is a hoax], Negation not [the mayor did not pay for the old stone bridge that is a hoax]
        The claim is false, he did not pay = Verdict false [the claim is false , he did not pay], Negation not [he did not pay]
        He did not pay, the report is false = Verdict false [he did not pay , the report is false], Negation not [he did not pay]
        False reports that he did not pay =
        He cannot not pay =
        He did not fail to pay =
        He failed to not pay =
        He did not pay and did not leave = Negation not [he did not pay and did not leave], Negation not [he did not pay and did not leave]
        He did not pay but never left = Negation not [he did not pay], Negation never [never left]
        Nobody did not pay =
        Neither side paid = Negation neither [neither side paid]
        Nope, he paid = No nope [nope , he paid]
        Was it a hoax? Not at all = Answer not [not at all]
        ",
    );
}

#[test]
fn verdicts_and_denials_have_a_scope() {
    check(
        "
        There is a hoax about the bridge =
        There was talk of a bridge and later on in the year a hoax = Verdict hoax [there was talk of a bridge and later on in the year a hoax]
        The report of a bridge is a hoax = Verdict hoax [the report of a bridge is a hoax]
        The reports are hoaxes = Verdict hoaxes [the reports are hoaxes]
        In May the men of the old town who paid for the bridge said that it was a hoax that the clerks had told them on the boat from Klow in a storm or on the way home = Verdict hoax [of the old town who paid for the bridge said that it was a hoax that the clerks had told them on the boat from klow in a storm]
        The report of a bridge is wrong = Verdict wrong [the report of a bridge is wrong]
        The wrong report of a bridge =
        A hoax about the bridge spread = Verdict hoax [a hoax about the bridge spread]
        The fake old passport = FalseThing fake [fake old passport]
        The fake report of a bridge = FalseReport fake [the fake report of a bridge]
        The false old bridge story = FalseReport false [the false old bridge story]
        The story is false = Verdict false [the story is false]
        The report of a bridge is baseless = Verdict baseless [the report of a bridge is baseless]
        The bridge is baseless = Verdict baseless [the bridge is baseless]
        The baseless report of a bridge = FalseReport baseless [the baseless report of a bridge]
        The bridge is not a genuine bridge = Untrue genuine [the bridge is not a genuine bridge]
        The bridge is genuine =
        No real evidence of a bridge = Untrue real [no real evidence of a bridge]
        Evidence of a bridge =
        The mayor dismissed the report of a bridge = Denial dismissed [the mayor dismissed the report of a bridge]
        The mayor dismissed that he had paid = Denial dismissed [the mayor dismissed that he had paid]
        The mayor dismissed the old and long forgotten report = Denial dismissed [the mayor dismissed the old and long forgotten report]
        The mayor dismissed the rather old and long forgotten report =
        The mayor dismissed, the report says =
        The mayor dismissed the clerk =
        The dismissed report = Denial dismissed [the dismissed report]
        The mayor put the rumour to rest = Denial put [the mayor put the rumour to rest]
        The mayor put the bridge to rest =
        The mayor put the rumour on paper =
        The mayor put the rumour of a bridge over the long lake out of his mind to rest =
        The mayor put to bed the twins with a story =
        The rumour of a bridge was put to bed = Denial put [the rumour of a bridge was put to bed]
        The old rumour of a bridge over the lake was put to rest =
        The mayor made it all up = Denial made [the mayor made it all up]
        The mayor made the bridge up =
        The mayor made all this up of late = Denial made [the mayor made all this up of late]
        The story was made up = Denial made [the story was made up]
        The team was made up of clerks =
        The mayor made up = Denial made [the mayor made up]
        The mayor made up her mind =
        The mayor made lunch and woke up =
        The mayor refused to confirm or deny the sale = Omission refused [the mayor refused to confirm or deny the sale]
        The mayor confirmed and denied the sale = Denial denied [the mayor confirmed and denied the sale]
        The mayor could not deny or sell it =
        The mayor would or could deny the sale = Denial deny [the mayor would or could deny the sale]
        The mayor denies that the bank sold the old stone bridge over the lake to two rich clerks from Klow = Denial denies [the mayor denies that the bank sold the old stone bridge over the lake to two rich clerks]
        The mayor denies that it was a hoax =
        The mayor denies hoax claims =
        The mayor denies the old and long sale that was a hoax = Denial denies [the mayor denies the old and long sale that was a hoax], Verdict hoax [the mayor denies the old and long sale that was a hoax]
        Rumours of a sale spread, the mayor denies = Denial denies [rumours of a sale spread , the mayor denies]
        Rumours of a sale spread, the mayor denies the sale = Denial denies [the mayor denies the sale]
        The mayor denies, and leaves the bridge alone = Denial denies [the mayor denies , and leaves the bridge alone]
        The mayor doubts the sale = Doubt doubts [doubts the sale]
        The mayor questions the clerk =
        The mayor questioned whether he paid = Doubt questioned [questioned whether he paid]
        The mayor questioned if he paid = Doubt questioned [questioned if he paid]
        The mayor questioned the clerk =
        A question whether he paid =
        The mayor stopped serving soup = Omission stopped [the mayor stopped serving soup]
        The mayor stopped the king =
        The mayor stopped trains =
        The mayor stopped Ming =
        The mayor failed the test =
        The mayor failed to pay = Omission failed [the mayor failed to pay]
        The mayor pulled out of the race = Withdrawal pulled [the mayor pulled out of the race]
        The mayor pulled the rope out =
        The bridge sale fell and the mayor at last pulled out = Withdrawal pulled [bridge sale fell and the mayor at last pulled out]
        The mayor took back her claim = Retraction took [took back her claim]
        The mayor took back her coat =
        The mayor took back her coat, the report says =
        The mayor withdrew the report = Retraction withdrew [withdrew the report]
        The mayor withdrew the army = Withdrawal withdrew [the mayor withdrew the army]
        The mayor was wrong to say that he paid = Retraction wrong [wrong to say that he paid]
        The mayor was wrong =
        The mayor was wrong to pay =
        The mayor regrets the claim =
        The mayor was mistaken, he said =
        The mayor did not deny the sale =
        Not now, the sale is a hoax = Verdict hoax [not now , the sale is a hoax], Negation not [not now]
        ",
    );
}

#[test]
fn only_what_judges_a_telling_reaches_the_sentence_before() {
    let back = [Turning::Answer, Turning::No, Turning::Verdict, Turning::Untrue, Turning::Ellipsis];
    assert!(back.into_iter().all(Turning::reaches_back) && !back.into_iter().any(Turning::is_local));
    let local = [Turning::Negation, Turning::None, Turning::Omission, Turning::FalseThing];
    assert!(local.into_iter().all(Turning::is_local) && !local.into_iter().any(Turning::reaches_back));
}

#[test]
fn words_of_one_family_are_one() {
    let cases = [
        ("The arrests", "He was arrested", true),
        ("A development", "They develop", true),
        ("A film", "The movie", true),
        ("A bridge", "A bride", false),
    ];
    for (one, other, same) in cases {
        let (one, other) = (read(one), read(other));
        assert_eq!(
            one[0].all_keys() == other[0].all_keys(),
            same,
            "{:?} {:?}",
            one[0].all_keys(),
            other[0].all_keys()
        );
    }
}

#[test]
fn what_happens_once_has_a_date() {
    let dates = |text: &str| -> Vec<String> {
        let events = read(text).into_iter().flat_map(|gist| gist.events);
        let part = |part: Option<u32>| part.map_or("-".to_owned(), |part| part.to_string());
        let date = |date: EventDate| [date.year, date.month, date.day].map(part).join(" ");
        events.map(|event| format!("{} {}", event.verb, date(event.date))).collect()
    };
    assert_eq!(dates("She was born on 14 June 1866."), ["bear 1866 6 14"]);
    assert_eq!(dates("She was born in June."), ["bear - 6 -"]);
    assert_eq!(dates("In 1970 the club was founded."), ["found 1970 - -"]);
    assert_eq!(dates("Lind (June 14, 1866 – May 2, 1936) painted."), ["bear 1866 6 14", "die 1936 5 2"]);
    assert_eq!(dates("The club has been established since 1970."), [""; 0]);
    assert_eq!(dates("She wrote a letter in 1890."), [""; 0]);
}

proptest! {
    #[test]
    fn odd_texts_are_read(words in proptest::collection::vec("\\PC{0,6}|not|no|No|hoax|denies|made|up|by|born|in|May|14|1866|\\(|–|\\?|\\.|,|never|to|put|rest", 0..40)) {
        for gist in read(&words.join(" ")) {
            for turn in &gist.turns {
                prop_assert!(turn.at < gist.words.len() && turn.scope.end <= gist.words.len());
            }
        }
    }
}
