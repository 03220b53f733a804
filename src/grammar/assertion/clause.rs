//! The main clause: where it starts, its subject, its verb group, where it ends.

use super::group::{Group, group};
use super::word::Word;
use crate::grammar::tag::Tag;
use crate::text::form;
use std::ops::Range;

/// What kind of clause it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    Finite,
    /// "To withdraw".
    Infinitive,
    /// "Leaking secrets".
    Gerund,
    /// "Go home."
    Imperative,
    /// No clause: "any misunderstanding".
    #[default]
    Phrase,
}

/// A clause. Indices are those of the words.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    pub(super) form: Form,
    /// The words before the verb group that may hold the subject.
    pub(super) subject: Range<usize>,
    pub(super) group: Group,
    /// The first word behind what belongs to it.
    pub(super) end: usize,
    /// It follows from another one: "if …".
    pub(super) conditional: bool,
}

/// `clause = { opener } [ subordinate "," ] [ adverbial "," ] ( infinitive | imperative | accusative | declarative | gerund )`
pub(super) fn clause(words: &[Word], from: usize) -> Clause {
    let opened = after_openers(words, from);
    let (start, conditional) = after_subordinate(words, opened);
    let start = after_adverbial(words, start);
    let found = clause_at(words, start);
    Clause { conditional, end: end_of(words, found.group.words.end.max(start)), ..found }
}

fn clause_at(words: &[Word], start: usize) -> Clause {
    let of =
        |form, group: Group| Clause { form, subject: start..group.words.start, group, ..Clause::default() };
    if words.get(start).is_some_and(|word| word.is("to"))
        && let Some(verb) = base_verb(words, start + 1)
        && let Some(group) = group(words, verb)
    {
        return of(Form::Infinitive, group);
    }
    if let Some(group) = imperative(words, start) {
        return of(Form::Imperative, group);
    }
    let found = finite(words, start);
    let infinitive = accusative(words, start);
    if let Some((to, group)) = infinitive
        && found.as_ref().is_none_or(|(found, own)| !own && found.words.start > to)
    {
        return Clause { form: Form::Infinitive, subject: start..to, group, ..Clause::default() };
    }
    if let Some((group, _)) = found {
        return of(Form::Finite, group);
    }
    if let Some(group) = subjunctive(words, start) {
        let agrees =
            words.get(group.words.start.saturating_sub(1)).is_some_and(|before| before.tag == Tag::NNS);
        return of(if agrees { Form::Finite } else { Form::Imperative }, group);
    }
    match words.get(start).filter(|word| word.tag == Tag::VBG).and_then(|_| group(words, start)) {
        Some(group) => of(Form::Gerund, group),
        None => Clause { subject: start..words.len(), ..Clause::default() },
    }
}

/// Words of the longest phrase before an infinitive.
const ACCUSATIVE: usize = 8;

/// `accusative = phrase [ "not" ] infinitive` (“the bank to pay”): where the infinitive starts, and its group
fn accusative(words: &[Word], start: usize) -> Option<(usize, Group)> {
    let to = (start + 1..words.len().min(start + ACCUSATIVE)).find(|at| {
        words.get(*at).is_some_and(|word| {
            word.is("to") || word.is("not") && words.get(at + 1).is_some_and(|next| next.is("to"))
        })
    })?;
    let negated = words.get(to).is_some_and(|word| word.is("not"));
    let group = group(words, base_verb(words, to + 1 + usize::from(negated))?)?;
    Some((to, Group { negations: group.negations + u32::from(negated), ..group }))
}

/// Words that may stand before a clause and do not change it.
///
/// `opener = "that" | "and" | "but" | "well" | "because" | …`
fn after_openers(words: &[Word], from: usize) -> usize {
    let opens = |at: usize| {
        words.get(at).is_some_and(|word| {
            let next_is_verb = words.get(at + 1).is_some_and(|next| next.is_verb() || next.is_be());
            let that = word.is("that") && word.tag != Tag::DT && !next_is_verb;
            let answer =
                word.is_any(&["yes", "well", "so", "look", "oh", "but", "and", "or", "because", "then"]);
            that || answer && word.tag != Tag::VB
                || matches!(word.tag, Tag::CC | Tag::UH | Tag::Punct) && !negates(word)
        })
    };
    let from = from + if from == 0 { label(words) } else { 0 };
    (from..words.len()).find(|at| !opens(*at)).unwrap_or(words.len())
}

/// "Correction: …"
fn label(words: &[Word]) -> usize {
    let labels = ["correction", "clarification", "update", "note", "editor's"];
    let colon = words.get(1).is_some_and(|next| next.is(":"));
    if colon && words.first().is_some_and(|first| first.is_any(&labels)) { 2 } else { 0 }
}

fn negates(word: &Word) -> bool {
    word.is_any(&["neither", "nor"])
}

const SUBORDINATORS: &[&str] = &[
    "if", "unless", "when", "while", "although", "though", "because", "since", "as", "once", "after",
    "before", "until", "whenever", "whereas", "provided", "assuming", "given",
];

/// Passes a leading subordinate clause; tells whether the main clause hangs on it.
fn after_subordinate(words: &[Word], at: usize) -> (usize, bool) {
    let Some(first) = words.get(at).filter(|word| word.is_any(SUBORDINATORS)) else { return (at, false) };
    let conditional = first.is_any(&["if", "unless", "provided", "assuming"]);
    let comma = (at + 1..words.len()).find(|at| {
        let comma = words.get(*at).is_some_and(|word| word.is(","));
        comma && finite(words, at + 1).is_some()
    });
    comma.map_or((at + 1, conditional), |comma| (comma + 1, conditional))
}

/// Words of the longest leading adverbial that is passed.
const ADVERBIAL: usize = 14;

/// Passes "However," and "In the north of the country,".
fn after_adverbial(words: &[Word], at: usize) -> usize {
    let leads = words.get(at).is_some_and(|word| {
        matches!(word.tag, Tag::IN | Tag::RB | Tag::RBR | Tag::VBG | Tag::VBN) && !word.is("not")
    });
    if !leads {
        return at;
    }
    for index in at + 1..words.len().min(at + ADVERBIAL) {
        match words.get(index) {
            Some(word) if word.is(",") => return index + 1,
            Some(word) if word.is_finite() || word.is_be() => return at,
            _ => {}
        }
    }
    at
}

/// The finite verb group of the clause at `start`, relative clauses and brackets passed over; whether it is the
/// clause's own, for where there is none that of the first relative clause is better than nothing.
fn finite(words: &[Word], start: usize) -> Option<(Group, bool)> {
    let mut at = start;
    let mut fallback = None;
    while let Some(word) = words.get(at) {
        if word.is("(") {
            at = closing(words, at);
        } else if at > start && is_relative(words, at) || at == start && is_free_relative(words, at) {
            let skipped = relative_end(words, at);
            // "Who was there" is all that there is; "the demand that …" is no clause.
            fallback = fallback.or(skipped.1.filter(|_| at == start));
            at = skipped.0;
        } else if word.is_any(&[";", ":", "—", "--"]) && fallback.is_some() {
            break;
        } else if is_head(words, at) {
            return group(words, at).map(|group| (group, true));
        } else {
            at += 1;
        }
    }
    let mistaken = (start + 1..words.len()).find(|at| is_mistaken(words, *at));
    mistaken
        .and_then(|at| Some((group(words, at)?, true)))
        .or_else(|| Some((group(words, fallback?)?, false)))
}

/// A verb taken for another word: a past tense for a participle, where it stands behind a noun and before an object or
/// nothing, or a “that” asks for a verb ("that the guards fired on the crowd"); a form in -s for a plural, behind "no
/// longer" or before a particle.
fn is_mistaken(words: &[Word], at: usize) -> bool {
    let tag = |at: usize| words.get(at).map(|word| word.tag);
    let noun = at
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|before| before.is_noun() || before.tag == Tag::PRP);
    let object = matches!(
        tag(at + 1),
        None | Some(Tag::DT | Tag::PRPS | Tag::PRP | Tag::CD | Tag::NNP | Tag::NN | Tag::NNS)
    );
    // Behind "that" there is a verb.
    let opens_clause = words.first().is_some_and(|first| first.is("that"));
    let ends = words.get(at + 1).is_some_and(|next| next.is_any(&[".", "!", ";"]));
    let participle = tag(at) == Some(Tag::VBN) && (object || ends || opens_clause);
    noun && (participle
        || is_irregular_past(words, at)
        || tag(at) == Some(Tag::NNS) && tag(at + 1) == Some(Tag::RP))
        || tag(at) == Some(Tag::NNS) && is_behind_no_longer(words, at)
        || noun && opens_clause && tag(at) == Some(Tag::NNS) && object
}

fn is_behind_no_longer(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|before| words.get(before..at));
    matches!(before, Some([no, longer]) if no.is("no") && longer.is("longer"))
}

/// "The dog bit the man": a form that no rule gives, taken for a noun before what can only be its object.
fn is_irregular_past(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| !matches!(word.tag, Tag::NNP | Tag::NNPS | Tag::IN)) else {
        return false;
    };
    let object = words.get(at + 1).is_some_and(|next| {
        matches!(next.tag, Tag::DT | Tag::PRPS | Tag::PRP | Tag::CD | Tag::NNP) || next.is("$")
    });
    object && form::is_irregular_verb(&word.lower)
}

/// "[that] the bank stop lending": a base form behind a noun that it does not agree with.
fn subjunctive(words: &[Word], start: usize) -> Option<Group> {
    let verb = (start + 1..words.len().min(start + ACCUSATIVE)).find(|at| {
        let noun = words.get(at - 1).is_some_and(|before| before.is_noun() || before.tag == Tag::PRP);
        noun && words.get(*at).is_some_and(|word| word.tag == Tag::VB)
    })?;
    group(words, verb)
}

/// Whether a finite verb group can start here.
fn is_head(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let after_to =
        at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| before.is("to"));
    let participle = word.is_any(&["been", "being", "be", "having"]);
    (word.is_finite() || word.is_be() || word.is_do()) && !after_to && !participle
}

/// "Who", "which", and "that" behind a noun.
fn is_relative(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let noun = before.is_some_and(|before| before.is_noun() || before.is(","));
    let pronoun = matches!(word.tag, Tag::WDT | Tag::WP | Tag::WPS | Tag::WRB);
    pronoun || noun && word.is("that") && word.tag != Tag::DT || noun && word.is_any(&["where", "when"])
}

/// "What he said" as the subject.
fn is_free_relative(words: &[Word], at: usize) -> bool {
    let asks = words.last().is_some_and(|last| last.is("?"));
    !asks && words.get(at).is_some_and(|word| matches!(word.tag, Tag::WP | Tag::WRB | Tag::WDT))
}

/// Where a relative clause ends, and where its verb group starts.
fn relative_end(words: &[Word], at: usize) -> (usize, Option<usize>) {
    let head = (at + 1..words.len()).find(|at| is_head(words, *at));
    let Some(own) = head.and_then(|head| group(words, head)) else { return (words.len(), None) };
    let comma = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| before.is(","));
    let end = own.words.end;
    let closing = (end..words.len()).find(|at| words.get(*at).is_some_and(|word| word.is(",")));
    (if comma { closing.unwrap_or(words.len()) } else { end }, head)
}

fn closing(words: &[Word], open: usize) -> usize {
    let close = (open..words.len()).find(|at| words.get(*at).is_some_and(|word| word.is(")")));
    close.map_or(words.len(), |close| close + 1)
}

/// A base form behind adverbs.
fn base_verb(words: &[Word], at: usize) -> Option<usize> {
    let verb = (at..words.len()).find(|at| words.get(*at).is_some_and(|word| !word.is_adverb()))?;
    let word = words.get(verb)?;
    (matches!(word.tag, Tag::VB | Tag::VBP) || word.is_any(&["be", "have", "do"])).then_some(verb)
}

/// `imperative = [ "please" ] [ "do" ( "n’t" | "not" ) | "never" ] base_form`, with no subject before it
fn imperative(words: &[Word], start: usize) -> Option<Group> {
    let first = words.get(start)?;
    let asked = usize::from(first.is("please"));
    let first = words.get(start + asked)?;
    let bare = first.tag == Tag::VB && !first.is_any(&["thank", "thanks"]);
    let forbids =
        first.is("do") && words.get(start + asked + 1).is_some_and(|next| next.is_any(&["n't", "not"]));
    let never = first.is("never") && words.get(start + asked + 1).is_some_and(|next| next.tag == Tag::VB);
    let group = group(words, start + asked + usize::from(never)).filter(|_| bare || forbids || never)?;
    Some(Group { negations: group.negations + u32::from(never), ..group })
}

/// Where the clause whose verb ends at `from` stops: with the sentence, or before a new clause.
fn end_of(words: &[Word], from: usize) -> usize {
    let stops = |at: &usize| {
        let Some(word) = words.get(*at) else { return true };
        let next = words.get(at + 1);
        let joined = next
            .is_some_and(|next| next.tag == Tag::CC || next.is_any(SUBORDINATORS) || next.tag == Tag::WDT);
        word.is_any(&[";", "—", "--", ":", "."]) || word.is(",") && joined
    };
    (from..words.len()).find(stops).unwrap_or(words.len())
}
