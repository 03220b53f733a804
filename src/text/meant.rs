//! What was probably meant by a name that is none.

/// Bytes of the longest name that is compared; keeps endless ones from costing time.
const LONGEST: usize = 80;

/// The known name that is least unlike `given`, where a third of its letters or less have slipped.
pub fn meant<'k>(given: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if given.len() > LONGEST {
        return None;
    }
    let slips = (given.chars().count() / 3).max(1);
    let distance = |known: &str| match given.eq_ignore_ascii_case(known) {
        true => 0,
        false => strsim::damerau_levenshtein(given, known),
    };
    let near = known.into_iter().map(|known| (distance(known), known));
    near.filter(|(distance, _)| *distance <= slips).min().map(|(_, known)| known)
}

/// The question that a message ends with, or what it says where nothing is near.
pub fn did_you_mean<'k>(
    given: &str,
    known: impl IntoIterator<Item = &'k str>,
    otherwise: impl Into<String>,
) -> String {
    meant(given, known).map_or_else(|| otherwise.into(), |near| format!("did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_of_the_letters_may_have_slipped() {
        let known = ["kent", "ipcc", "efsa", "icd203"];
        for (given, expected) in [
            ("ipc", Some("ipcc")),
            ("icd-203", Some("icd203")),
            ("IPCC", Some("ipcc")),
            ("kant", Some("kent")),
            ("nato", None),
        ] {
            assert_eq!(meant(given, known), expected, "{given}");
        }
        assert_eq!(meant(&"k".repeat(LONGEST + 1), known), None);
    }
}
