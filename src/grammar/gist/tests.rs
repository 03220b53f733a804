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
