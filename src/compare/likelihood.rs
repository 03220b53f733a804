//! Scales of likelihood: what estimative words stand for in per cent.
//!
//! Scales disagree ("likely" begins at 55, 63 or 66 and ends at 80, 87, 90 or 100), so a comparison names the one it is
//! made on, and holds intervals against each other, never their middles.

use crate::claim::{Estimate, Probability};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A scale of `rules/scales/`.
#[derive(Debug)]
pub struct LikelihoodScale {
    /// How settings and rules name it: "ipcc".
    pub name: &'static str,
    /// How reports name it: "IPCC".
    pub title: &'static str,
    degrees: BTreeMap<&'static str, Probability>,
}

/// Name and text of each scale, the usual one first.
const FILES: [(&str, &str); 4] = [
    ("icd203", include_str!("../../rules/scales/icd203.txt")),
    ("kent", include_str!("../../rules/scales/kent.txt")),
    ("ipcc", include_str!("../../rules/scales/ipcc.txt")),
    ("efsa", include_str!("../../rules/scales/efsa.txt")),
];

static SCALES: LazyLock<[LikelihoodScale; 4]> =
    LazyLock::new(|| FILES.map(|(name, text)| LikelihoodScale::parse(name, text)));

impl LikelihoodScale {
    /// The one that is used where nothing else is said: ICD 203.
    pub fn usual() -> &'static LikelihoodScale {
        let [usual, ..] = &*SCALES;
        usual
    }

    /// The scale of this name.
    pub fn named(name: &str) -> Option<&'static LikelihoodScale> {
        SCALES.iter().find(|scale| scale.name == name)
    }

    /// The names that there are.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name)
    }

    /// The degree of that name on any scale.
    pub fn degree(name: &str) -> Option<&'static str> {
        let mut scales = SCALES.iter();
        scales.find_map(|scale| scale.degrees.get_key_value(name).map(|(degree, _)| *degree))
    }

    /// What an estimate is in per cent; `None` where the scale has no such degree.
    pub fn probability(&self, estimate: Estimate) -> Option<Probability> {
        let Probability(low, high) = *self.degrees.get(estimate.degree)?;
        Some(if estimate.negated { Probability(100 - high, 100 - low) } else { Probability(low, high) })
    }

    /// `degree: low high` a line; `scale: title`. The files are compiled in and tested, so a faulty line is left out.
    fn parse(name: &'static str, text: &'static str) -> LikelihoodScale {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let pairs: Vec<_> = lines.filter_map(|line| line.split_once(": ")).collect();
        let title = pairs.iter().find(|(key, _)| *key == "scale").map_or(name, |(_, title)| title);
        let degrees = pairs.iter().filter_map(|(degree, interval)| Some((*degree, probability(interval)?)));
        LikelihoodScale { name, title, degrees: degrees.collect() }
    }
}

/// `55 80`
fn probability(interval: &str) -> Option<Probability> {
    let (low, high) = interval.split_once(' ')?;
    Some(Probability(low.parse().ok()?, high.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_scale_is_an_interval_of_a_known_degree() {
        let words = include_str!("../../rules/lexicon/assertion.txt");
        for (scale, (_, text)) in SCALES.iter().zip(FILES) {
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            assert_eq!(scale.degrees.len() + 1, lines.count(), "{}", scale.name);
            for (degree, Probability(low, high)) in &scale.degrees {
                assert!(low < high && *high <= 100, "{}: {degree}", scale.name);
                let listed = [format!("\n{degree}: "), format!("\n{degree} -: ")];
                assert!(listed.iter().any(|line| words.contains(line)), "{}: {degree}", scale.name);
            }
        }
    }

    #[test]
    fn a_word_stands_for_what_its_scale_says_and_its_negation_for_the_rest() {
        let on = |name: &str, degree, negated| {
            LikelihoodScale::named(name).unwrap().probability(Estimate { degree, negated })
        };
        assert_eq!(on("icd203", "likely", false), Some(Probability(55, 80)));
        assert_eq!(on("kent", "likely", false), Some(Probability(63, 87)));
        assert_eq!(on("ipcc", "likely", false), Some(Probability(66, 100)));
        assert_eq!(on("efsa", "likely", true), Some(Probability(10, 34)));
        assert_eq!(on("kent", "more likely than not", false), None);
        assert_eq!(LikelihoodScale::usual().name, "icd203");
        assert!(LikelihoodScale::named("ICD 203").is_none());
    }
}
