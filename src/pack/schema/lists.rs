//! The lists of a rule file, wherever they stand.

use super::{PassageTable, RuleFile, SelectTable};
use toml::Spanned;

/// A list of phrases.
#[derive(Clone, Copy, Debug)]
pub struct PhraseList<'f> {
    /// The phrases.
    pub phrases: &'f [Spanned<String>],
    /// Whether it matters how much of a text a phrase takes, and not only that it stands there.
    pub is_exact: bool,
}

impl RuleFile {
    /// The conditions on claims.
    pub fn selects(&self) -> Vec<&SelectTable> {
        let claim = self.claim.as_ref().map(|claim| &claim.get_ref().select);
        let pair = self.pair.as_ref().map(|pair| pair.get_ref());
        let of_pair = pair.into_iter().flat_map(|pair| [pair.a.as_ref(), pair.b.as_ref()]).flatten();
        claim.into_iter().chain(of_pair).collect()
    }

    /// All lists of phrases.
    pub fn phrase_lists(&self) -> Vec<PhraseList<'_>> {
        let topic = self.topic.as_ref().map(|topic| topic.get_ref());
        let of_topic = topic.into_iter().flat_map(|topic| [&topic.any, &topic.unless]);
        let of_passage = self.passage.as_ref().map(|passage| passage.get_ref().lists()).unwrap_or_default();
        let of_claims = self.selects().into_iter().flat_map(SelectTable::lists);
        let loose = of_claims.chain(of_topic).chain(of_passage);
        let of_steps = self.scale.values().flat_map(|steps| steps.values()).map(|step| &step.phrases);
        let opposed = self.opposed.as_ref().map(|opposed| opposed.get_ref());
        let wording = opposed.and_then(|opposed| opposed.wording.as_ref());
        let of_wording =
            wording.into_iter().flat_map(|it| [&it.after, &it.before, &it.told, &it.relayed, &it.rejected]);
        let exact = of_steps.chain(of_wording);
        let list = |is_exact: bool| move |phrases| PhraseList { phrases, is_exact };
        loose.map(Vec::as_slice).map(list(false)).chain(exact.map(Vec::as_slice).map(list(true))).collect()
    }
}

impl SelectTable {
    fn lists(&self) -> Vec<&Vec<Spanned<String>>> {
        let all = [
            &self.source,
            &self.source_unless,
            &self.content,
            &self.content_unless,
            &self.sentence,
            &self.sentence_unless,
            &self.paragraph,
            &self.paragraph_unless,
            &self.document,
            &self.document_unless,
        ];
        all.into_iter().flatten().collect()
    }
}

impl PassageTable {
    fn lists(&self) -> Vec<&Vec<Spanned<String>>> {
        let others = [&self.with, &self.beside, &self.unless];
        std::iter::once(&self.holds).chain(others.into_iter().flatten()).chain(self.lacks.values()).collect()
    }
}
