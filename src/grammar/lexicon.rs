//! Reading of word lists, and the regular forms of verbs.

/// The lines of a word list that are neither blank nor comments.
pub fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Base form, third person, past and gerund, in this order.
pub fn regular_forms(lemma: &str) -> [String; 4] {
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let consonant_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let hissing = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end));
    let (third, past) = match consonant_y {
        Some(stem) => (format!("{stem}ies"), format!("{stem}ied")),
        None if hissing => (format!("{lemma}es"), format!("{stem}ed")),
        None => (format!("{lemma}s"), format!("{stem}ed")),
    };
    // "agree", "see" and "foresee" keep both their vowels; "lie" and "die" turn theirs.
    let gerund = match lemma.strip_suffix("ie") {
        Some(stem) => format!("{stem}ying"),
        None if lemma.ends_with("ee") => format!("{lemma}ing"),
        None => format!("{stem}ing"),
    };
    [lemma.to_owned(), third, past, gerund]
}
