//! The packs of `rules/`, compiled in.

use super::load::RuleSource;

/// Compiles in `rules/<id>.toml`. The list is checked against the folder by a test.
macro_rules! rule_files {
    ($($id:literal),* $(,)?) => {
        &[$((concat!($id, ".toml"), include_str!(concat!("../../rules/", $id, ".toml")))),*]
    };
}

static BUILTIN_RULES: &[(&str, &str)] = rule_files![
    "certainty/hedge-dropped",
    "chains/laundered-attribution",
    "consistency/self-contradiction",
    "dates/stale-weekday",
    "dates/weekday-date-mismatch",
    "disputes/disputed-claim",
    "disputes/participant-denial",
    "divergence/imminence",
    "divergence/number-conflict",
    "divergence/opposed-assessment",
    "headlines/headline-stronger",
    "numbers/fraction-vs-figure",
    "quotes/quote-altered",
    "sourcing/anonymous-single-source",
    "sourcing/unsourced-hearsay",
    "sourcing/vague-source",
];

/// The rule files of the built-in packs, in the order of their paths.
pub fn builtin_files() -> impl Iterator<Item = RuleSource> {
    BUILTIN_RULES.iter().map(|(path, text)| RuleSource { path: (*path).to_owned(), text: (*text).to_owned() })
}

/// Whether a path under a rules folder is that of a rule: `<pack>/<rule>.toml`, in a folder that is a pack.
///
/// Lexicons, actors and scales live beside the packs and are data for all of them.
pub fn is_rule_file(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    file.ends_with(".toml")
        && !file.starts_with('_')
        && !matches!(folder, "" | "lexicon" | "actors" | "scales")
}
