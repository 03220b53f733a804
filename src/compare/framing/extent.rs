//! How much of it: some and others, not entirely.

use super::Framing;
use super::lexicon::LEXICON;
use super::nature::is_participle;
use super::respect::is_figure;

/// "Not entirely safe", "no drug is entirely safe", "fairly safe".
pub(super) fn partial(one: &Framing, other: &Framing) -> Option<String> {
    let denied = |at: &usize| LEXICON.not.contains(one.before(*at)) || is_of_none(one, *at);
    let at = one.places(&LEXICON.wholly).find(denied)?;
    (!other.has_any(&LEXICON.wholly)).then(|| one.told(at - 1, at + 1))
}

/// "No drug is | entirely": the subject begins with "no".
fn is_of_none(of: &Framing, at: usize) -> bool {
    let none = (0..at.min(SUBJECT)).any(|before| of.word(before) == "no");
    none && LEXICON.be.contains(of.before(at))
}

/// "Did not open fire first", "did not sink immediately", "will not pass easily": they may have done so later, or otherwise.
pub(super) fn not_first(one: &Framing, other: &Framing) -> Option<String> {
    let not = one.find(&LEXICON.not)?;
    let ends = |at: &usize| !one.word(at + 1).starts_with(char::is_alphanumeric);
    let tells_how = |at: &usize| LEXICON.soon.contains(one.word(*at)) || is_manner(one.word(*at));
    let at = (not + 1..one.words.len()).filter(tells_how).find(ends)?;
    (!other.has(one.word(at))).then(|| one.told(at, at + 1))
}

/// "Some doctors" do, "some doctors" do not.
pub(super) fn part(of: &Framing) -> Option<String> {
    let at = of.places(&LEXICON.part).find(|at| is_part(of, *at))?;
    Some(of.told(at, at + 2))
}

/// "Some 300 people" is about as many; "few" is hardly any, "a few" is some; "not many" is few.
fn is_part(of: &Framing, at: usize) -> bool {
    let before = of.before(at);
    let few = of.word(at) == "few" && before != "a";
    let figure = of.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let counted = matches!(before, "how" | "as" | "so" | "too") || LEXICON.not.contains(before);
    !few && !figure && !counted
}

/// "Others support it", "the other members do": they are not those of whom the second speaks.
pub(super) fn others(one: &Framing, other: &Framing) -> Option<String> {
    let at = one.places(&LEXICON.other).find(|at| *at < SUBJECT && !is_idle(one, *at))?;
    let subject = other.words.iter().take(SUBJECT).any(|word| LEXICON.other.contains(word));
    (!subject).then(|| one.told(at, at + 1 + usize::from(one.word(at) != "others")))
}

/// "Critically injured", "half built"; "patients with burns"; all but what is counted "in total": the second counts more.
pub(super) fn portion(one: &Framing, other: &Framing) -> Option<String> {
    degree(one, other)
        .or_else(|| kind(one, other))
        .or_else(|| whole(other, one))
        .or_else(|| added(other, one))
}

/// "Including land", "including the attackers": what was counted besides. "Including three children" tells who was among them.
fn added(one: &Framing, other: &Framing) -> Option<String> {
    let adds = |at: &usize| matches!(one.word(*at), "including" | "counting");
    let at = (1..one.words.len()).find(adds).filter(|_| !other.has("including") && !other.has("counting"))?;
    let money =
        one.words.iter().any(|word| matches!(*word, "$" | "€" | "£" | "euros" | "dollars" | "pounds"));
    let told = money || one.word(at + 1) == "the";
    told.then(|| one.told(at, at + 2 + usize::from(one.word(at + 1) == "the")))
}

/// "300 in total", "altogether 300".
fn whole(one: &Framing, other: &Framing) -> Option<String> {
    let at = one.find(&LEXICON.whole).filter(|_| !other.has_any(&LEXICON.whole))?;
    Some(one.word(at).to_owned())
}

/// `degree = manner word | participle manner`
fn degree(one: &Framing, other: &Framing) -> Option<String> {
    let is_told = |word: &str| word.starts_with(char::is_alphabetic) && !LEXICON.function.contains(word);
    let manner = |at: &usize| is_manner(one.word(*at)) && !other.has(one.word(*at));
    (1..one.words.len()).filter(manner).find_map(|at| match (one.before(at), one.word(at + 1)) {
        (_, next) if is_told(next) => Some(one.told(at, at + 2)),
        (before, _) if is_participle(before) => Some(one.told(at - 1, at + 1)),
        _ => None,
    })
}

fn is_manner(word: &str) -> bool {
    word == "half" || word.ends_with("ly") && word.len() > SHORTEST && !LEXICON.aside.contains(word)
}

/// Letters of the longest word in -ly that is never an adverb of manner ("only", "july").
const SHORTEST: usize = 4;

/// `kind = figure { word } ( "with" | "who" | … )`
fn kind(one: &Framing, other: &Framing) -> Option<String> {
    let figure = |at: &usize| is_figure(one.word(*at));
    (0..one.words.len()).filter(figure).find_map(|at| {
        let from = (at + 2..at + 2 + COUNTED).find(|at| LEXICON.kind.contains(one.word(*at)))?;
        let counted = one.words.get(at + 1..from).unwrap_or_default();
        let runs_on = counted.iter().all(|word| !LEXICON.function.contains(word) && !is_participle(word));
        (runs_on && !other.has(one.word(from))).then(|| one.told(from, from + 2))
    })
}

/// Words of what a figure counts.
const COUNTED: usize = 3;

/// Words of a statement among which its subject begins.
const SUBJECT: usize = 3;

/// "On the other hand", "in other words", "another 300 people", "no other".
fn is_idle(of: &Framing, at: usize) -> bool {
    let next = of.word(at + 1);
    let figure = next.starts_with(|c: char| c.is_ascii_digit());
    let idle = matches!(next, "hand" | "words" | "side" | "than");
    figure || idle || matches!(of.before(at), "each" | "no" | "any" | "every")
}
