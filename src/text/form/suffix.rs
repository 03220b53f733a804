//! What the endings -s, -ed and -ing leave behind.

use super::lexicon::FORMS;
use std::borrow::Cow;

type Base<'w> = Option<Cow<'w, str>>;

/// The verb of which a word may be a form.
pub(super) fn of_verb(word: &str) -> Base<'_> {
    if FORMS.unchanged.contains(word) {
        return None;
    }
    if let Some(stem) = word.strip_suffix("ing") {
        return of_stem(stem);
    }
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| stem.len() > 1) {
        return Some(Cow::Owned(format!("{stem}y")));
    }
    match word.strip_suffix("ed") {
        Some(stem) if stem.ends_with('e') => None,
        Some(stem) => of_stem(stem),
        None => of_plural(word),
    }
}

/// The noun of which a word may be the plural.
pub(super) fn of_plural(word: &str) -> Base<'_> {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.contains('.'))?;
    if stem.ends_with(['s', 'u', 'i', '\'', '’']) {
        return None;
    }
    if let Some(consonants) = stem.strip_suffix("ie") {
        return Some(Cow::Owned(format!("{consonants}y")));
    }
    let hissing = ["sse", "xe", "che", "she", "zze", "oe"].iter().any(|end| stem.ends_with(end));
    let base = if hissing { stem.strip_suffix('e').unwrap_or(stem) } else { stem };
    Some(Cow::Borrowed(base))
}

/// The verb that leaves `stem` when -ed or -ing is taken away: as it is, less a doubled consonant, or with an e.
fn of_stem(stem: &str) -> Base<'_> {
    if let Some(base) = FORMS.stems.get(stem) {
        return Some(Cow::Borrowed(base));
    }
    if stem.len() < 2 || !stem.is_ascii() || !has_vowel(stem) {
        return None;
    }
    if let Some(single) = undoubled(stem) {
        return Some(Cow::Borrowed(single));
    }
    Some(if takes_e(stem) { Cow::Owned(format!("{stem}e")) } else { Cow::Borrowed(stem) })
}

/// `stop` for `stopp`; a verb may end in ss, ff and zz, and in ll after its only vowel.
fn undoubled(stem: &str) -> Option<&str> {
    let last = stem.chars().next_back()?;
    let single = stem.strip_suffix(last)?;
    let doubled = single.ends_with(last) && !is_vowel(last);
    let kept = matches!(last, 's' | 'f' | 'z') || last == 'l' && syllables(single) < 2;
    (doubled && !kept).then_some(single)
}

/// Whether a verb in -ed or -ing whose stem ends so is written with a final e. What the endings do not tell is listed.
fn takes_e(stem: &str) -> bool {
    let mut letters = stem.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return false };
    // The u of "quote" is no vowel of its own.
    let third =
        letters.next().filter(|third| !(before != 'u' && *third == 'u' && letters.next() == Some('q')));
    let long = is_vowel(before) && third.is_some_and(is_vowel);
    match last {
        'v' | 'c' | 'u' => true,
        's' => before != 's',
        'z' => before != 'z',
        'g' => before != 'g' && !stem.ends_with("ong") && !stem.ends_with("ing"),
        'l' if !is_vowel(before) => !matches!(before, 'l' | 'r' | 'w'),
        'w' | 'x' | 'y' | 'h' | 'a' | 'e' | 'i' | 'o' => false,
        't' if before == 'a' => !matches!(third, Some('e' | 'o')),
        _ if !is_vowel(before) || long => false,
        _ if syllables(stem) < 2 => true,
        _ => POLYSYLLABLES_WITH_E.iter().any(|end| stem.ends_with(end)),
    }
}

/// Ends of stems of two and more syllables that mostly lost an e.
const POLYSYLLABLES_WITH_E: &[&str] = &[
    "ad", "id", "od", "ud", "ar", "ir", "ur", "im", "um", "in", "ot", "ut", "ap", "ib", "ak", "ik", "ok",
    "uk", "il", "ol", "ul", "am", "as", "yp", "yr", "yz",
];

fn syllables(stem: &str) -> usize {
    let mut after_vowel = false;
    let starts = stem.chars().filter(|letter| {
        let starts = is_vowel(*letter) && !after_vowel;
        after_vowel = is_vowel(*letter);
        starts
    });
    starts.count()
}

fn has_vowel(stem: &str) -> bool {
    stem.chars().any(is_vowel)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}
