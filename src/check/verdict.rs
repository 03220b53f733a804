//! How each claim of the draft stands to the record.

use super::likeness::{BySpeaker, Likeness};
use super::{Kit, Read};
use crate::claim::{LinkKind, Polarity};
use crate::compare::{Alignment, PredicateMatch, Statement, Weight, align};
use crate::finding::Standing;
use rustc_hash::FxHashMap;

/// Quotations that share less than this with the record are other utterances.
const SAME_UTTERANCE: f64 = 0.6;

/// The verdict on one claim of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The claim, an index into [`Read::statements`].
    pub claim: usize,
    /// How it stands.
    pub standing: Standing,
    /// What it was held against, an index into the record's statements; `None` where nothing fits.
    pub on_record: Option<usize>,
    /// Who disputes, corrects or retracts what is on record, an index into the record's statements.
    pub by: Option<usize>,
}

/// The verdict on every attributed claim of the draft, in its order.
///
/// A claim is held against what its own speaker is on record with: a quotation by its words, anything else by what it
/// asserts. Whether the record itself turns the claim down is told by the journals' links.
pub fn verdicts(read: &Read, record: &[Statement], kit: &Kit) -> Vec<Verdict> {
    let statements: Vec<&Statement> = record.iter().collect();
    let judge = Judge { by_speaker: BySpeaker::of(&statements), answers: Answers::of(record), kit };
    let attributed = read.statements.iter().enumerate().filter(|(_, statement)| statement.is_attributed());
    attributed.map(|(claim, statement)| judge.verdict(claim, statement)).collect()
}

struct Judge<'j> {
    by_speaker: BySpeaker<'j>,
    answers: Answers<'j>,
    kit: &'j Kit,
}

impl Judge<'_> {
    fn verdict(&self, claim: usize, statement: &Statement) -> Verdict {
        let found = self.by_words(statement).or_else(|| self.by_assertion(statement));
        let Some((standing, index, recorded)) = found else {
            return Verdict { claim, standing: Standing::NotOnRecord, on_record: None, by: None };
        };
        let answer = self.answers.to(recorded).filter(|_| standing == Standing::OnRecord);
        let standing = answer.map_or(standing, |(standing, _)| standing);
        Verdict { claim, standing, on_record: Some(index), by: answer.map(|(_, by)| by) }
    }

    /// By the quotation that fares worst.
    fn by_words(&self, statement: &Statement) -> Option<(Standing, usize, &Statement)> {
        let telling = statement.quotes.iter().filter(|quote| quote.is_telling());
        let likenesses = telling.filter_map(|quote| self.by_speaker.most_like(statement, quote));
        let same = likenesses.filter(|found| found.fidelity.ratio >= SAME_UTTERANCE);
        let (standing, passage) = same.map(|found| (standing_of(&found), found.passage)).max()?;
        let recorded = self.by_speaker.same_speaker(statement).find(|(index, _)| *index == passage)?.1;
        Some((standing, passage, recorded))
    }

    fn by_assertion(&self, statement: &Statement) -> Option<(Standing, usize, &Statement)> {
        let said = self.by_speaker.same_speaker(statement);
        let aligned = said.filter_map(|(index, other)| Some((self.compare(statement, other)?, index, other)));
        aligned.min_by_key(|(standing, index, _)| (*standing, *index))
    }

    /// Whether two assertions of one speaker say the same of the same thing, or the opposite.
    fn compare(&self, own: &Statement, other: &Statement) -> Option<Standing> {
        let (one, two) = (&own.claim.assertion, &other.claim.assertion);
        let Alignment::Same { predicate, swapped: false, .. } =
            align(&one.skeleton, &two.skeleton, &self.kit.thesaurus)
        else {
            return None;
        };
        if one.polarity == Polarity::Unknown || two.polarity == Polarity::Unknown {
            return (one.act == two.act).then_some(Standing::OnRecord);
        }
        let opposite = (one.polarity != two.polarity) != (predicate == PredicateMatch::Opposite);
        Some(if opposite { Standing::Contradicted } else { Standing::OnRecord })
    }
}

fn standing_of(found: &Likeness) -> Standing {
    match found.fidelity.changes.iter().map(|change| change.weight).max() {
        None | Some(Weight::Grammar) => Standing::OnRecord,
        Some(_) => Standing::Misquoted,
    }
}

/// Which claims of the record others of it turn down or put right, by the ids of the former.
struct Answers<'r> {
    by_target: FxHashMap<&'r str, (Standing, usize)>,
}

impl<'r> Answers<'r> {
    fn of(record: &'r [Statement]) -> Answers<'r> {
        let mut by_target: FxHashMap<&str, (Standing, usize)> = FxHashMap::default();
        for (index, statement) in record.iter().enumerate() {
            for link in &statement.claim.links {
                let standing = match link.kind {
                    LinkKind::Disputes | LinkKind::Denies => Standing::Disputed,
                    LinkKind::Corrects | LinkKind::Retracts => Standing::Superseded,
                };
                let known = by_target.entry(&link.target).or_insert((standing, index));
                // A retraction outweighs any number of disputes.
                if standing > known.0 {
                    *known = (standing, index);
                }
            }
        }
        Answers { by_target }
    }

    fn to(&self, recorded: &Statement) -> Option<(Standing, usize)> {
        self.by_target.get(recorded.claim.id.as_str()).copied()
    }
}
