//! What stands beside the cue: "reportedly said", "did not say".

use super::lexicon::LEXICON;
use crate::claim::{Act, Attribution, Evidential, Polarity};
use crate::grammar::table::lower;
use crate::text::{Span, Text, form};
use std::borrow::Cow;
use std::ops::Range;

/// Tokens before and after a cue that may belong to it.
const BESIDE: usize = 3;

/// Hearsay and inference next to the cue, or as the cue.
pub(super) fn around_cue(text: &Text, attribution: &Attribution) -> Evidential {
    let Some(cue) = attribution.cue.as_ref().and_then(|cue| cue.span()) else { return Evidential::None };
    let near = beside(text, cue);
    let found = near.clone().find_map(|at| {
        let (_, evidential) = LEXICON.evidential.longest(text, at, near.end)?;
        Some(evidential)
    });
    found.unwrap_or_default()
}

/// Whether the cue is negated: "has not said", "never claimed", "has yet to explain".
pub(super) fn cue_is_negated(text: &Text, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue.as_ref().and_then(|cue| cue.span()) else { return false };
    let within = text.tokens_in(cue);
    let before = beside(text, cue).start..within.start;
    let negates = |at: usize| {
        LEXICON.negators.longest(text, at, within.end).is_some_and(|(_, negates)| negates)
            || lower(text, at) == "yet" && lower(text, at + 1) == "to"
            // "Would neither confirm nor deny".
            || lower(text, at) == "nor"
    };
    let free = |at: &usize| !holds(attribution, text, *at);
    // "Could not resist saying", "cannot help saying": it is said.
    if before.clone().chain(within.clone()).any(|at| matches!(&*lower(text, at), "resist" | "help")) {
        return false;
    }
    // "No one doubts that": those who do not are no source.
    let nobody = |at: usize| matches!(&*lower(text, at), "nobody" | "none" | "no");
    if attribution.source.is_none() && before.clone().rev().take_while(free).any(nobody) {
        return true;
    }
    within.clone().any(&negates)
        || is_withheld(text, before.start, within.start)
        || is_declined(text, attribution)
        || within.clone().any(|at| is_none_of_doubt(text, at))
        || before.rev().take_while(free).any(&negates)
        || is_nobody(text, attribution)
}

/// "Stopped short of calling", "avoided saying": a gerund of what is not said.
fn is_withheld(text: &Text, from: usize, gerund: usize) -> bool {
    let ends_there =
        |at: usize| LEXICON.withheld.longest(text, at, gerund).is_some_and(|(end, ())| end == gerund);
    (from..gerund).any(ends_there)
}

/// "Declined to say that": between cue and clause stands what is not done.
fn is_declined(text: &Text, attribution: &Attribution) -> bool {
    let Some(content) = attribution.content.as_ref().and_then(|content| content.span()) else { return false };
    let start = text.tokens_in(content).start;
    let to = start.checked_sub(2).is_some_and(|to| lower(text, to) == "to");
    to && matches!(&*attribution.lemma, "decline" | "refuse")
}

/// Whether the cue is in the present: "does not expect", "do not expect".
pub(super) fn cue_is_present(text: &Text, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue.as_ref().and_then(|cue| cue.span()) else { return false };
    let mut near = beside(text, cue).start..text.tokens_in(cue).end;
    near.any(|at| matches!(&*lower(text, at), "do" | "does"))
}

/// "Has no doubt", "with little doubt": listed as no negator, for the clause stands as it is.
fn is_none_of_doubt(text: &Text, at: usize) -> bool {
    let doubt = LEXICON.doubt.contains(&*form::noun_base(&lower(text, at + 1)));
    doubt && matches!(&*lower(text, at), "no" | "little" | "any")
}

/// "Nobody told us", "no official has said"; but not "No 10 said".
fn is_nobody(text: &Text, attribution: &Attribution) -> bool {
    let Some(source) = attribution.source.as_ref().and_then(|source| source.span()) else { return false };
    let first = text.tokens_in(source).start;
    match &*lower(text, first) {
        "nobody" | "none" | "neither" => true,
        "no" => !text.word(first + 1).starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether the saying itself hangs on a condition: "if she had told us that …".
pub(super) fn is_supposed(text: &Text, attribution: &Attribution) -> bool {
    let parts = [&attribution.source, &attribution.cue];
    let first = parts.into_iter().flatten().filter_map(|part| part.span()).map(|span| span.start).min();
    let before = first.and_then(|start| text.tokens_in(Span::new(start, start + 1)).start.checked_sub(1));
    before.is_some_and(|before| matches!(&*lower(text, before), "if" | "unless"))
}

/// Whether it is called false to say so: "it is wrong to say that …".
pub(super) fn is_called_false(text: &Text, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue.as_ref().and_then(|cue| cue.span()) else { return false };
    let within = text.tokens_in(cue);
    let start = beside(text, cue).start;
    let to = (start..within.end).rev().find(|at| lower(text, *at) == "to");
    let before = to.and_then(|to| to.checked_sub(1)).filter(|before| *before >= start);
    attribution.source.is_none() && before.is_some_and(|at| LEXICON.untrue.contains(&*lower(text, at)))
}

/// What a word of the cue does where its verb says nothing: "made a condemnation of", "sent a letter urging".
pub(super) fn listed_in_cue(text: &Text, attribution: &Attribution) -> Option<(Act, Polarity)> {
    let cue = attribution.cue.as_ref()?;
    let words: Vec<usize> = cue.spans.iter().flat_map(|span| text.tokens_in(*span)).collect();
    // "Has long argued": what stands before the verb tells how and when.
    let verb = words.iter().position(|at| form::verb_base(&lower(text, *at)) == attribution.lemma);
    let mut words = words.into_iter().skip(verb.unwrap_or_default()).rev();
    words.find_map(|at| {
        let word = lower(text, at);
        LEXICON.acts.get(&form::verb_base(&word)).or_else(|| LEXICON.acts.get(&form::noun_base(&word)))
    })
}

/// The word behind the cue's verb.
pub(super) fn particle<'t>(text: &'t Text, attribution: &Attribution) -> Cow<'t, str> {
    let Some(cue) = attribution.cue.as_ref().and_then(|cue| cue.span()) else { return Cow::Borrowed("") };
    let mut within = text.tokens_in(cue);
    let verb = within.find(|at| form::verb_base(&lower(text, *at)) == attribution.lemma);
    verb.map_or(Cow::Borrowed(""), |verb| lower(text, verb + 1))
}

/// Whether a token belongs to source or content.
fn holds(attribution: &Attribution, text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens().get(at) else { return true };
    let parts = [&attribution.source, &attribution.content];
    parts.into_iter().flatten().flat_map(|part| &part.spans).any(|span| span.overlaps(token.span))
}

fn beside(text: &Text, cue: Span) -> Range<usize> {
    let within = text.tokens_in(cue);
    let sentence = text.sentence_at(within.start).and_then(|own| text.sentences().get(own));
    let (start, end) = sentence.map_or((within.start, within.end), |sentence| (sentence.start, sentence.end));
    within.start.saturating_sub(BESIDE).max(start)..(within.end + BESIDE).min(end)
}
