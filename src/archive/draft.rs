//! What a draft must be held against: the look-ups that find it in an archive.
//!
//! They follow the keys by which `check` pairs claims, and find at least what it would weigh.

use super::reading::day_number;
use super::sieve::{Asked, Key};
use super::term::{ANY_CLAIM, counted, kindred_keys, landmark, landmarks, quoted, speaker_key};
use crate::check::Kit;
use crate::compare::{Lens, Opposed, Statement, Topic, Utterance, subject_of, turns_down};
use crate::grammar::phrase::{Anchor, Phrases};
use crate::pack::{Rule, Selector, Subject};
use std::collections::BTreeSet;

/// What is to be looked up in an archive for the claims of a draft.
#[derive(Clone, Debug)]
pub struct Wanted<'w> {
    pub(super) kit: &'w Kit,
    /// What is read whatever it is.
    pub(super) lookups: BTreeSet<Lookup>,
    /// What is read as far as it can matter to a claim.
    pub(super) held: Vec<Held<'w>>,
    pub(super) quotations: Vec<Quotation>,
    /// The last names of those who speak in the draft: who else has one decides who is meant by it.
    pub(super) people: BTreeSet<String>,
    /// Of quotations that somebody else may be on record with: the terms of whatever holds them.
    pub(super) elsewhere: Vec<String>,
    /// Whether any rule asks who else says the same.
    pub(super) others: bool,
}

/// Claims that have certain terms: those nearest to a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lookup {
    /// In the language of FTS5.
    pub terms: String,
    /// Counted as in the tables.
    pub day: i64,
}

/// A claim of the draft with what finds others that it is held against.
#[derive(Clone, Debug)]
pub(super) struct Held<'w> {
    pub own: &'w Statement,
    pub lookup: Lookup,
    /// What rules ask of those found.
    pub asked: Vec<Asked<'w>>,
}

/// Words that somebody may be on record with: two by two, with the speaker, as terms.
#[derive(Clone, Debug)]
pub(super) struct Quotation {
    pub pairs: Vec<String>,
}

impl<'w> Wanted<'w> {
    /// What the statements of a draft are to be held against under `rules`.
    pub fn by(statements: &'w [Statement], rules: &'w [Rule], kit: &'w Kit) -> Wanted<'w> {
        let mut wanted = Wanted {
            kit,
            lookups: BTreeSet::new(),
            held: Vec::new(),
            quotations: Vec::new(),
            people: BTreeSet::new(),
            elsewhere: Vec::new(),
            others: rules.iter().any(asks_for_others),
        };
        for statement in statements {
            wanted.add(statement, Asked::of(statement, rules));
        }
        wanted
    }

    fn add(&mut self, own: &'w Statement, asked: Vec<Asked<'w>>) {
        let day = own.claim.said.map_or(0, |said| day_number(said.from));
        let held = |terms: String, asked: Vec<Asked<'w>>| Held { own, lookup: Lookup { terms, day }, asked };
        let by = |key: Key| asked.iter().copied().filter(|it| it.key() == key).collect::<Vec<_>>();
        for it in by(Key::Topic) {
            let topic =
                it.lens.topic.as_ref().filter(|topic| is_about(own, topic) && takes_a_stance(own, it.lens));
            self.held.extend(topic.map(|topic| held(all_of([about(topic), stances(it.lens)]), vec![it])));
        }
        for it in by(Key::Subject).into_iter().filter(|it| takes_a_stance(own, it.lens)) {
            let subject = subject_of(&own.claim.assertion.skeleton).map(|subject| quoted(&["b:", &subject]));
            self.held
                .extend(subject.map(|subject| held(all_of([Some(subject), stances(it.lens)]), vec![it])));
        }
        let deed = deed(own, self.kit).filter(|_| asked.iter().any(|it| it.key() == Key::Deed));
        self.held.extend(deed.map(|terms| held(terms, by(Key::Deed))));
        for measure in &own.claim.assertion.measures {
            self.held.push(held(quoted(&["c:", &counted(&measure.counted)]), by(Key::Figure)));
        }
        let assertions = assertions(own, self.kit).into_iter();
        self.held.extend(assertions.map(|terms| held(terms, by(Key::Predicate))));
        self.lookups.extend(denied(own).into_iter().map(|terms| Lookup { terms, day }));
        self.quotations.extend(quotations(own));
        self.people.extend(speaker_key(own).map(str::to_lowercase));
        self.elsewhere.extend(own.quotes.iter().filter_map(holding));
    }
}

fn asks_for_others(rule: &Rule) -> bool {
    let asks = |select: &Selector| select.beyond().corroborated.is_some();
    match &rule.subject {
        Subject::Claim { select, .. } => asks(select),
        Subject::Pair(pair) => asks(&pair.a) || asks(&pair.b),
        _ => false,
    }
}

fn is_about(statement: &Statement, topic: &Topic) -> bool {
    statement.claim.topics.contains(&topic.name) || topic.any.matches(&statement.words)
}

fn about(topic: &Topic) -> Option<String> {
    let mut words = anchors([&topic.any])?;
    words.insert(quoted(&["t:", &topic.name]));
    Some(any_of(words))
}

/// Whether the claim can be opposed to any other.
fn takes_a_stance(statement: &Statement, lens: &Lens) -> bool {
    lens.opposed.iter().any(|opposed| match opposed {
        Opposed::Scale { scale, .. } => scale.read(statement).is_some(),
        _ => true,
    })
}

/// What claims hold that take a stance; `None` where they may hold anything.
fn stances(lens: &Lens) -> Option<String> {
    let mut terms = BTreeSet::new();
    for opposed in &lens.opposed {
        let Opposed::Scale { scale, .. } = opposed else { return None };
        terms.extend(anchors(scale.steps.iter().map(|step| &step.phrases))?);
        let cues = scale.steps.iter().flat_map(|step| &step.cues);
        terms.extend(cues.map(|cue| quoted(&["l:", cue])));
    }
    (!terms.is_empty()).then(|| any_of(terms))
}

fn anchors<'p>(phrases: impl IntoIterator<Item = &'p Phrases>) -> Option<BTreeSet<String>> {
    let mut terms = BTreeSet::new();
    for phrases in phrases {
        terms.extend(phrases.anchors()?.into_iter().map(|anchor| match anchor {
            Anchor::Word(word) => quoted(&[word]),
            Anchor::Prefix(start) => format!("{}*", quoted(&[start])),
        }));
    }
    Some(terms)
}

/// Who else says the same or the opposite, and what the speaker said of it.
fn assertions(statement: &Statement, kit: &Kit) -> Vec<String> {
    let keys = kindred_keys(statement, kit);
    let speaker = statement.claim.speaker.name.as_str();
    let own = keys.iter().map(|(lemma, party)| quoted(&["o:", speaker, ":", lemma, ":", party]));
    let any = keys.iter().map(|(lemma, party)| quoted(&["p:", lemma, ":", party]));
    let lists = if speaker.is_empty() { vec![any_of(any)] } else { vec![any_of(own), any_of(any)] };
    lists.into_iter().filter(|_| !keys.is_empty()).collect()
}

/// Who else speaks of the same deed, by its verb or its noun.
fn deed(statement: &Statement, kit: &Kit) -> Option<String> {
    let deed = kit.thesaurus.deeds.of(&statement.claim.assertion.skeleton)?;
    Some(any_of(kit.thesaurus.deeds.words(deed.verb).map(|word| quoted(&[word]))))
}

/// What a denial that names no event may mean: the words of those it names, or any account at second hand.
fn denied(statement: &Statement) -> Vec<String> {
    if !turns_down(statement) {
        return Vec::new();
    }
    let names = statement.sentence_words.iter().filter(|word| word.capital);
    let names: BTreeSet<String> = names.map(|word| quoted(&["n:", &word.base])).collect();
    let second_hand = quoted(&["a:second"]);
    if names.is_empty() { vec![second_hand] } else { vec![any_of(names), second_hand] }
}

fn quotations(statement: &Statement) -> Vec<Quotation> {
    let Some(speaker) = speaker_key(statement) else { return Vec::new() };
    let telling = statement.quotes.iter().filter(|quote| quote.is_telling());
    let quotations = telling.map(|quote| Quotation {
        pairs: quote.pairs().map(|(one, next)| quoted(&["q:", speaker, ":", one, ":", next])).collect(),
    });
    quotations.collect()
}

/// What holds a quotation word for word has all of these; `None` where it is too short to be told from chance.
fn holding(quote: &Utterance) -> Option<String> {
    let terms: Vec<String> = landmarks(quote).iter().map(|words| quoted(&landmark(words))).collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

fn any_of(terms: impl IntoIterator<Item = String>) -> String {
    terms.into_iter().collect::<Vec<_>>().join(" OR ")
}

/// Those of the conditions that there are, all of them; any claim where there is none.
fn all_of(conditions: [Option<String>; 2]) -> String {
    let known: Vec<String> = conditions.into_iter().flatten().map(|it| format!("({it})")).collect();
    if known.is_empty() { quoted(&[ANY_CLAIM]) } else { known.join(" AND ") }
}
