//! What an assertion is aligned by: predicate, participants, scope.

use super::clause::Form;
use super::lexicon::LEXICON;
use super::noun::{NounPhrase, noun_phrase};
use super::passing::STATES;
use super::reading::Reading;
use super::word::Word;
use crate::claim::{Participant, Predicate, Role, Skeleton};
use crate::grammar::tag::Tag;
use crate::text::Text;
use std::ops::Range;

/// Participants and scope words that are kept at the most.
pub(super) const MOST: usize = 8;

/// What a cue says of something that is no clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// Nothing that could be held against anything.
    Nothing,
    /// "Ruled out a strike": whether it is possible.
    Possible,
    /// "Called the talks a success": what it is.
    Judged,
}

/// The skeleton of the clause that counts; `put` is what the cue says of something that is no clause.
pub(super) fn skeleton(text: &Text, words: &[Word], reading: &Reading, put: Put) -> Skeleton {
    let mut builder = Builder { text, words, reading, skeleton: Skeleton::default() };
    match reading.clause.form {
        Form::Phrase if put == Put::Judged && builder.opinion(reading.clause.subject.start, true) => {}
        Form::Phrase => builder.phrase(put == Put::Possible),
        _ => builder.clause(),
    }
    builder.skeleton.participants.truncate(MOST);
    builder.skeleton
}

pub(super) struct Builder<'b, 't> {
    pub(super) text: &'b Text<'b>,
    pub(super) words: &'b [Word<'t>],
    reading: &'b Reading,
    pub(super) skeleton: Skeleton,
}

impl Builder<'_, '_> {
    pub(super) fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    /// "Any misunderstanding between him and Biden": no predicate of its own, but those it is about.
    fn phrase(&mut self, is_possible: bool) {
        let mut at = self.reading.clause.subject.start;
        let mut role = Role::Subject;
        while at < self.words.len() && self.skeleton.participants.len() < MOST {
            match noun_phrase(self.text, self.words, at, self.words.len(), is_possible) {
                Some(phrase) => {
                    at = phrase.words.end;
                    self.add(role, phrase);
                    role = Role::Oblique;
                }
                None => at += 1,
            }
        }
        let subject = self.skeleton.participants.first().filter(|_| is_possible);
        self.skeleton.predicate = subject.map(|subject| Predicate {
            lemma: "possible".to_owned(),
            span: subject.span,
            passive: false,
        });
    }

    fn clause(&mut self) {
        let clause = &self.reading.clause;
        self.subject(self.reading.subject.clone());
        let predicative = self.reading.predicative.clone();
        match predicative {
            _ if self.reading.existential => self.existence(clause.group.words.end),
            Some(words) => self.predicated(words),
            None => self.verb(),
        }
        let behind = clause.group.words.end..clause.end;
        // "Partly owns", "were partly flooded": what narrows it may stand before the verb and inside its group.
        let before = self.words.get(..clause.group.words.start).unwrap_or_default().iter().rev();
        let adverbs = before.take_while(|word| word.is_adverb()).count();
        self.scope(0..clause.subject.start);
        self.scope(clause.subject.start.max(clause.group.words.start - adverbs)..clause.end);
        self.settings(0..clause.subject.start);
        self.settings(behind);
    }

    fn add(&mut self, role: Role, phrase: NounPhrase) {
        let span = self.span(phrase.words);
        let NounPhrase { head, modifiers, .. } = phrase;
        self.skeleton.participants.push(Participant { role, head, modifiers, name: None, owner: None, span });
    }

    fn span(&self, words: Range<usize>) -> crate::text::Span {
        let token = |at: usize| self.word(at).map_or(0, |word| word.token);
        self.text.span_of(token(words.start)..token(words.end.saturating_sub(1)) + 1)
    }

    fn set_predicate(&mut self, lemma: String, words: Range<usize>) {
        let intentions = self.reading.intentions.iter().map(|verb| format!("{verb} to "));
        let lemma = intentions.collect::<String>() + &lemma;
        let passive = self.reading.clause.group.passive;
        self.skeleton.predicate = Some(Predicate { lemma, span: self.span(words), passive });
    }

    /// The first phrase before the verb that no preposition governs; behind the auxiliary in a question.
    fn subject(&mut self, region: Range<usize>) {
        let group = &self.reading.clause.group;
        let region = if region.is_empty() && group.inverted { group.words.clone() } else { region };
        let mut at = region.start;
        while at < region.end {
            let governed = at
                .checked_sub(1)
                .and_then(|before| self.word(before))
                .is_some_and(|before| before.tag == Tag::IN && at > region.start);
            match noun_phrase(self.text, self.words, at, region.end, true) {
                Some(phrase) if !governed => {
                    self.second_subject(&phrase, region.end);
                    return self.add(Role::Subject, phrase);
                }
                Some(phrase) => at = phrase.words.end,
                None => at += 1,
            }
        }
    }

    /// "Kiev and Moscow": the second makes the first another participant than it is alone.
    fn second_subject(&mut self, first: &NounPhrase, end: usize) {
        let joined = self.word(first.words.end).is_some_and(|word| word.is("and")) && first.words.end < end;
        let second =
            joined.then(|| noun_phrase(self.text, self.words, first.words.end + 1, end, false)).flatten();
        if let Some(second) = second {
            self.skeleton.scope.push(format!("and {}", second.head.to_lowercase()));
        }
    }

    /// "There is war": what exists is the subject.
    fn existence(&mut self, from: usize) {
        let group = self.reading.clause.group.words.clone();
        self.skeleton.participants.clear();
        let start = (from..self.words.len()).find(|at| self.word(*at).is_some_and(|word| !word.is_adverb()));
        if let Some(phrase) =
            start.and_then(|at| noun_phrase(self.text, self.words, at, self.words.len(), true))
        {
            self.add(Role::Subject, phrase);
        }
        let happens = self.of_chance();
        self.set_predicate(if happens { "happen" } else { "exist" }.to_owned(), group);
    }

    /// "The chance of a strike is remote", "there is a good chance of a strike": a strike is what the estimate is of.
    fn of_chance(&mut self) -> bool {
        let estimated = self.reading.estimate.is_some();
        let subject = self.skeleton.participants.first_mut();
        let Some(subject) = subject.filter(|it| estimated && LEXICON.chance.contains(&*it.head)) else {
            return false;
        };
        let of = subject.modifiers.pop_if(|word| !LEXICON.chance_kinds.contains(&**word));
        subject.modifiers.retain(|word| !LEXICON.chance_kinds.contains(&**word));
        subject.head = of.unwrap_or_else(|| subject.head.clone());
        true
    }

    fn predicated(&mut self, words: Range<usize>) {
        let Some(last) = words.end.checked_sub(1) else { return };
        let Some(head) = self.word(last) else { return };
        let estimate =
            LEXICON.estimative.get(&head.lower).is_some() || LEXICON.certain.contains(&*head.lower);
        let first = self.word(words.start).filter(|first| first.tag == Tag::IN);
        let counted =
            self.words.get(words.clone()).unwrap_or_default().iter().any(|word| word.tag == Tag::CD);
        let lemma = match first {
            // "Below 30 percent": the figure is what is told.
            Some(_) if counted => "be".to_owned(),
            _ if estimate => "happen".to_owned(),
            Some(preposition) if self.word(words.start + 1).is_some_and(|next| next.is("of")) => {
                format!("{} of {}", preposition.lower, head.base())
            }
            Some(preposition) if words.len() > 1 => format!("{} {}", preposition.lower, head.base()),
            _ if head.is_noun() => self.kind(words.start..last, head),
            _ => head.base().into_owned(),
        };
        self.of_chance();
        let transitive = LEXICON.transitive.contains(&*lemma);
        self.set_predicate(lemma, words.clone());
        self.behind(words.end, transitive);
    }

    /// "A small animal" and "a large animal" are two kinds of thing.
    fn kind(&self, modifiers: Range<usize>, head: &Word) -> String {
        let modifiers = self.words.get(modifiers).unwrap_or_default().iter();
        let telling = modifiers.filter(|word| word.is_noun() || word.is_adjective()).map(|word| &*word.lower);
        telling.chain([&*head.base()]).collect::<Vec<_>>().join(" ")
    }

    fn verb(&mut self) {
        let group = self.reading.clause.group.clone();
        let after = group.words.end;
        let is_particle = |word: &&Word| {
            let last = self.word(after + 1).is_none_or(|next| next.tag == Tag::Punct);
            let alone = word.is_any(STATES) && last || word.is("over") && word.is_adverb();
            word.tag == Tag::RP || word.is_any(PARTICLES) || alone
        };
        let particle = self.word(after).filter(is_particle);
        let (lemma, end) = match particle {
            Some(particle) => (format!("{} {}", group.lemma, particle.lower), after + 1),
            None => (group.lemma.clone(), after),
        };
        let tells = OPINION.contains(&&*group.lemma) && (self.is_own() || !VIEWS.contains(&&*group.lemma));
        if tells && self.opinion(end, group.lemma == "call") {
            return;
        }
        self.set_predicate(lemma, group.verb..end);
        self.behind(end, !LEXICON.symmetric.contains(&*group.lemma));
    }

    /// Whether the subject is the speaker: what others consider tense, the speaker does not call so.
    fn is_own(&self) -> bool {
        let subject = self.skeleton.participants.first().map(|subject| &*subject.head);
        self.reading.first_person || subject.is_some_and(|head| matches!(head, "he" | "she" | "they"))
    }

    /// "Consider the situation tense", "call the talks a success": the object is what something is said of.
    ///
    /// `judged = phrase { adverb | "to" | "be" | "as" } ( adjective | ( "a" | "an" ) { part } noun )`
    fn opinion(&mut self, at: usize, takes_noun: bool) -> bool {
        let end = self.words.len().min(self.reading.clause.end.max(at + JUDGED));
        let Some(object) = noun_phrase(self.text, self.words, at, end, false) else { return false };
        let passed = |word: &&Word| word.is_adverb() || word.is_any(&["to", "be", "as"]);
        let between = self.words.get(object.words.end..end).unwrap_or_default().iter().take_while(passed);
        let start = object.words.end + between.count();
        let Some(lemma) = self.judgement(start, end, takes_noun) else { return false };
        self.skeleton.participants.clear();
        self.add(Role::Subject, object);
        self.set_predicate(lemma, start..start + 1);
        true
    }

    fn judgement(&self, start: usize, end: usize, takes_noun: bool) -> Option<String> {
        let first = self.word(start).filter(|_| start < end)?;
        if first.is_adjective() {
            return Some(first.base().into_owned());
        }
        let phrase = noun_phrase(self.text, self.words, start, end, false)?;
        let last = phrase.words.end.checked_sub(1)?;
        let noun = takes_noun && first.is_any(&["a", "an"]);
        noun.then(|| self.word(last).map(|head| self.kind(start + 1..last, head)))?
    }

    /// Object and obliques. What a preposition of direction governs is an object where there is no other;
    /// the partner of a verb that works both ways narrows it instead, for nobody's roles can be swapped in it.
    fn behind(&mut self, from: usize, takes_object: bool) {
        let end = self.reading.clause.end.min(self.words.len());
        let mut at =
            (from..end).find(|at| self.word(*at).is_some_and(|word| !word.is_adverb())).unwrap_or(end);
        let mut has_object = false;
        if let Some(phrase) = noun_phrase(self.text, self.words, at, end, false) {
            at = phrase.words.end;
            if !self.is_time(&phrase) {
                has_object = takes_object;
                self.partner_or(takes_object, phrase);
            }
        }
        while at < end && self.skeleton.participants.len() < MOST {
            let preposition = self
                .word(at)
                .filter(|word| matches!(word.tag, Tag::IN | Tag::TO))
                .map(|word| word.lower.to_string());
            // "By | only three of the five".
            let adverbs = self.words.iter().skip(at + 1).take_while(|word| word.is_adverb()).count();
            let start = at + 1 + adverbs;
            let phrase =
                preposition.as_ref().and_then(|_| noun_phrase(self.text, self.words, start, end, false));
            let (Some(preposition), Some(phrase)) = (preposition, phrase) else {
                at += 1;
                continue;
            };
            at = phrase.words.end;
            if self.is_time(&phrase) {
                continue;
            }
            let role = self.role_of(&preposition, has_object);
            has_object |= role == Role::Object;
            if role == Role::Object {
                self.take_side(&preposition);
            }
            if takes_object || role != Role::Object {
                self.add(role, phrase);
            } else {
                self.skeleton.scope.push(format!("{preposition} {}", phrase.head.to_lowercase()));
            }
        }
    }

    /// "Voted for the bill", "voted against the bill".
    fn take_side(&mut self, preposition: &str) {
        let predicate = self.skeleton.predicate.as_mut();
        let sided = predicate.filter(|predicate| LEXICON.sides.contains(&*predicate.lemma));
        if let Some(predicate) = sided.filter(|_| matches!(preposition, "for" | "against")) {
            predicate.lemma = format!("{} {preposition}", predicate.lemma);
        }
    }

    fn role_of(&self, preposition: &str, has_object: bool) -> Role {
        let agent = preposition == "by" && self.reading.clause.group.passive;
        if agent || !has_object && DIRECTIONS.contains(&preposition) { Role::Object } else { Role::Oblique }
    }

    /// Whether a phrase says when, which is for the reader of dates.
    pub(super) fn is_time(&self, phrase: &NounPhrase) -> bool {
        let head = phrase.head.to_lowercase();
        let last = head.rsplit(' ').next().unwrap_or_default();
        LEXICON.days.contains(last) || LEXICON.times.contains(last)
    }

    fn partner_or(&mut self, is_object: bool, phrase: NounPhrase) {
        if is_object {
            self.add(Role::Object, phrase);
        } else {
            self.skeleton.scope.push(format!("with {}", phrase.head.to_lowercase()));
        }
    }
}

/// Particles that are tagged as adverbs or prepositions.
const PARTICLES: &[&str] = &["out", "off", "up", "down", "away", "back"];

/// Prepositions behind which stands what the verb is directed at.
const DIRECTIONS: &[&str] = &[
    "from", "to", "into", "onto", "against", "on", "upon", "for", "about", "toward", "towards", "of", "over",
];

/// Those of them that give somebody's view.
const VIEWS: &[&str] = &["consider", "call", "deem", "judge", "label", "think"];

/// Words of the longest phrase with what is said of it.
const JUDGED: usize = 12;

/// Verbs that say something of their object.
const OPINION: &[&str] =
    &["consider", "call", "deem", "find", "judge", "label", "make", "think", "declare", "keep", "render"];
