//! How somebody stands to a deed: "supports building it", "opposes building it".

use super::alignment::{Alignment, apart};
use super::statement::Statement;
use super::thesaurus::{PredicateMatch, Thesaurus};

/// The alignment of what two statements assert; where both tell how somebody stands to one deed, by how they stand to it.
pub(super) fn sides_taken<'s>(
    a: &Statement,
    b: &Statement,
    alignment: Alignment<'s>,
    thesaurus: &Thesaurus,
) -> Alignment<'s> {
    let cues = (&a.claim.attribution.lemma, &b.claim.attribution.lemma);
    match alignment {
        Alignment::Same { predicate: PredicateMatch::Same, swapped, matched }
            if a.takes_side() && b.takes_side() =>
        {
            match thesaurus.compare(cues.0, cues.1) {
                Some(PredicateMatch::Opposite) if !are_worded_alike(a, b) => {
                    apart("what somebody is against may be a part of what they are for")
                }
                Some(predicate) => Alignment::Same { predicate, swapped, matched },
                None => apart(format!("“{}” and “{}” are two ways to stand to it", cues.0, cues.1)),
            }
        }
        other => other,
    }
}

/// Whether the same is told in the same words, but for articles.
fn are_worded_alike(a: &Statement, b: &Statement) -> bool {
    let is_article = |word: &str| matches!(word, "a" | "an" | "the");
    let telling = |of: &Statement| {
        of.words
            .iter()
            .filter(|word| !is_article(&word.form))
            .map(|word| word.base.to_string())
            .collect::<Vec<_>>()
    };
    telling(a) == telling(b)
}
