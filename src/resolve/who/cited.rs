//! Whose words an outlet passes on: "CNN reported, citing Reuters, that …".

use super::chain::is_press;
use super::directory::{Directory, Mention};
use super::speaking::of_entity;
use crate::claim::{Attribution, Speaker, Wording};
use std::ops::Range;

/// Tokens behind the cue among which the word of citing stands: "reported on Friday, citing".
const BEHIND: usize = 5;

/// Tokens from there to the name that is cited: "quoting the mayor, Nora Lind".
const NAMED: usize = 5;

/// The named source that an outlet says its own words are from.
///
/// `cited = outlet cue [ day ] "," ( "citing" | "quoting" ) [ description "," ] name`
pub(super) fn origin(directory: &Directory, attribution: &Attribution) -> Option<Speaker> {
    let words = directory.words();
    let tokens = |part: &Option<Wording>| Some(words.text.tokens_in(part.as_ref().and_then(Wording::span)?));
    let (source, cue) = (tokens(&attribution.source)?, tokens(&attribution.cue)?);
    let outlet = mention_in(directory, source.clone()).filter(|outlet| is_press(directory, outlet))?;
    let sentence = words.text.sentences().get(words.text.sentence_at(cue.start)?)?;
    let near = source.start.min(cue.start)..(cue.end.max(source.end) + BEHIND).min(sentence.end);
    let citing = near.into_iter().find(|at| matches!(words.lower(*at).as_str(), "citing" | "quoting"))?;
    let own = cue.contains(&citing);
    let cited = mention_in(directory, citing + 1..(citing + 1 + NAMED).min(sentence.end))?;
    (!own && cited.id != outlet.id).then(|| of_entity(directory, cited.id, "cited in the sentence"))
}

/// The first name in a range of tokens.
fn mention_in<'d>(directory: &'d Directory, range: Range<usize>) -> Option<&'d Mention> {
    let mentions = directory.mentions();
    let first = mentions.partition_point(|mention| mention.name.start < range.start);
    mentions.get(first).filter(|mention| mention.name.start < range.end)
}
