//! Words that keep their full stop, and whether a sentence may end with them.

/// Abbreviations that a name, a number or the rest of the sentence follows: a sentence never ends here.
const LEADING: &[&str] = &[
    "adm", "assn", "attn", "brig", "capt", "cmdr", "col", "cpl", "dem", "dr", "e.g", "esq", "fr", "ft",
    "gen", "gov", "hon", "i.e", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "mx", "nos", "pfc", "pp",
    "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "spc", "sr", "st", "supt", "v", "viz", "vs",
    "approx", "cf", "dept", "pres", "sec", "amb", "atty",
];

/// Abbreviations that may also be the last word of a sentence.
const TRAILING: &[&str] = &[
    "a.m", "p.m", "am", "pm", "inc", "corp", "co", "ltd", "jr", "bros", "etc", "al", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind",
    "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
    "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "ave", "blvd", "rd", "ph.d", "u.s", "u.k", "u.n", "e.u",
    "d.c", "no",
];

/// Those of [`TRAILING`] that are ordinary words too, and abbreviations only when capitalised.
const CAPITALISED_ONLY: &[&str] = &[
    "mar", "jun", "jul", "sep", "dec", "mon", "wed", "fri", "sat", "sun", "ill", "ind", "miss", "mass",
    "wash", "pa", "la", "va", "co", "am", "pm", "al", "mo", "ore", "conn", "del", "ark", "no", "col", "fr",
    "gen", "rep", "reps", "sec", "dem", "st", "v", "kan", "ala", "rd", "ms", "mt",
];

/// Whether a full stop that follows `word` belongs to it.
pub(super) fn takes_dot(word: &str) -> bool {
    let word = without_party(word);
    is_initial(word) || is_initialism(word) || (is_known(word) && !is_ambiguous(word))
}

/// `Ore` in `(D-Ore.)`, as a lawmaker's party and state stand behind the name.
fn without_party(word: &str) -> &str {
    let parts = word.split_once('-');
    parts.filter(|(party, _)| is_initial(party) || *party == "I").map_or(word, |(_, state)| state)
}

/// Whether a sentence cannot end with `token` (its full stop included).
pub(super) fn never_ends(token: &str) -> bool {
    let word = token.strip_suffix('.').unwrap_or(token);
    is_initial(word) || contains(LEADING, word)
}

/// `J` in `J. Smith`.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    // "I." ends a sentence far more often than it abbreviates a name.
    chars.next().is_some_and(|c| c.is_uppercase() && c != 'I') && chars.next().is_none()
}

/// `U.S`, `p.m`: single letters with dots between.
fn is_initialism(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn is_known(word: &str) -> bool {
    contains(LEADING, word) || contains(TRAILING, word)
}

fn is_ambiguous(word: &str) -> bool {
    !word.starts_with(char::is_uppercase) && contains(CAPITALISED_ONLY, word)
}

fn contains(list: &[&str], word: &str) -> bool {
    word.len() <= 6 && list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}
