//! The packs of `rules/`, compiled in.

use super::load::RuleSource;

/// Compiles in `rules/<id>.toml`. The list is checked against the folder by a test.
macro_rules! rule_files {
    ($($id:literal),* $(,)?) => {
        &[$((concat!($id, ".toml"), include_str!(concat!("../../rules/", $id, ".toml")))),*]
    };
}

static BUILTIN_RULES: &[(&str, &str)] = rule_files![
    "certainty/certainty-upgrade",
    "certainty/estimative-mix",
    "certainty/hedge-dropped",
    "certainty/overstated-position",
    "chains/laundered-attribution",
    "chains/private-words",
    "chains/republished-anonymous",
    "chains/single-root",
    "chains/uncredited-outlet",
    "consistency/broken-pledge",
    "consistency/change-of-position",
    "consistency/misreported-figure",
    "consistency/revised-figure",
    "consistency/same-side-split",
    "consistency/self-contradiction",
    "dates/answer-before-claim",
    "dates/future-claim",
    "dates/presupposed-prior",
    "dates/stale-weekday",
    "dates/unresolvable-date",
    "dates/weekday-date-mismatch",
    "disputes/disputed-claim",
    "disputes/missing-response",
    "disputes/participant-denial",
    "disputes/retracted-reused",
    "divergence/blame-conflict",
    "divergence/demand-rejected",
    "divergence/existence-conflict",
    "divergence/imminence-one-side",
    "divergence/imminence",
    "divergence/number-conflict",
    "divergence/opposed-assessment",
    "divergence/opposed-evaluation",
    "headlines/headline-contradicted",
    "headlines/headline-stronger",
    "headlines/headline-unattributed",
    "headlines/headline-unsupported",
    "numbers/bare-toll",
    "numbers/fraction-vs-figure",
    "numbers/lead-within-margin",
    "numbers/parts-exceed-whole",
    "numbers/poll-disclosure",
    "numbers/poll-verb",
    "numbers/population-mismatch",
    "numbers/unlike-comparison",
    "numbers/wrong-change",
    "numbers/wrong-share",
    "quotes/figure-changed",
    "quotes/hedge-changed",
    "quotes/modal-changed",
    "quotes/negation-changed",
    "quotes/other-day",
    "quotes/other-speaker",
    "quotes/out-of-context",
    "quotes/quote-altered",
    "quotes/silent-omission",
    "quotes/spliced-quote",
    "quotes/unrecorded-quote",
    "sourcing/anonymous-lead-quote",
    "sourcing/anonymous-opinion",
    "sourcing/anonymous-single-source",
    "sourcing/loaded-verb",
    "sourcing/no-reason-for-anonymity",
    "sourcing/orphan-quote",
    "sourcing/plural-sources",
    "sourcing/unsourced-hearsay",
    "sourcing/vague-source",
    "suppressions/expired",
    "suppressions/malformed",
    "suppressions/unexplained",
    "suppressions/unknown-rule",
    "suppressions/unused",
    "topics/alarm",
    "topics/enlargement",
    "topics/health-guidance",
    "topics/outlook",
    "topics/responsibility",
    "topics/talks",
    "topics/toll",
];

/// The rule files of the built-in packs, in the order of their paths.
pub fn builtin_files() -> impl Iterator<Item = RuleSource> {
    BUILTIN_RULES.iter().map(|(path, text)| RuleSource { path: (*path).to_owned(), text: (*text).to_owned() })
}

/// The same with a stand-in for their examples, which make two thirds of the files and of which a check needs none.
pub fn builtin_files_for_checks() -> impl Iterator<Item = RuleSource> {
    BUILTIN_RULES.iter().map(|(path, text)| {
        let examples = ["\n[[flags]]", "\n[[allows]]"].into_iter().filter_map(|head| text.find(head)).min();
        let rule = examples.and_then(|at| text.get(..at)).unwrap_or(text);
        RuleSource { path: (*path).to_owned(), text: format!("{rule}{STAND_IN}") }
    })
}

/// Whether there is a built-in rule of this id.
pub fn is_builtin(id: &str) -> bool {
    BUILTIN_RULES.iter().any(|(path, _)| path.strip_suffix(".toml") == Some(id))
}

/// Without examples a rule does not load.
const STAND_IN: &str = "\n[[flags]]\ndraft = \"\"\n[[allows]]\ndraft = \"\"\n";

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
