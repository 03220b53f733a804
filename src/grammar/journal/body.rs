//! The lines under a header.

use super::fault::{JournalFault, Trouble};
use super::verb;
use crate::claim::LinkKind;
use crate::text::meant;

/// A line as slices of its file. Values that may run on over several lines have one piece a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LineParts<'s> {
    Says { cue: verb::Cue<'s>, addressee: Option<&'s str>, content: Vec<&'s str> },
    Link { kind: LinkKind, verb: &'s str, target: &'s str },
    At { occasion: Vec<&'s str>, address: Option<&'s str> },
    About(Vec<&'s str>),
    Id(&'s str),
    Source(Vec<&'s str>),
    Note(Vec<&'s str>),
}

/// What a line is read as, or what is wrong with it.
type Read<'s> = Result<LineParts<'s>, Trouble<'s>>;

/// `line = at | about | id | source | note | link | saying`, `note = "note" words`
///
/// `more` are the continuation lines.
pub(super) fn line<'s>(first: &'s str, more: &[&'s str]) -> Read<'s> {
    let (keyword, value) = first_word(first);
    let pieces = || pieces(value, more);
    if KEYWORDS.contains(&keyword) && pieces().is_empty() {
        return Err(Trouble::new(keyword, JournalFault::NothingAfter { keyword: keyword.to_owned() }));
    }
    match keyword {
        "at" => at(pieces()),
        "about" => about(keyword, pieces()),
        "id" => id(pieces()),
        "source" => source(keyword, pieces()),
        "note" => Ok(LineParts::Note(pieces())),
        _ => link_or_saying(first, more),
    }
}

/// The words that start a line and are no verbs.
const KEYWORDS: &[&str] = &["at", "about", "id", "note", "source"];

/// Whether a line without indentation was meant to stand under a header.
pub(super) fn is_like_a_line(text: &str) -> bool {
    KEYWORDS.contains(&first_word(text).0) || verb::cue(text).is_ok()
}

/// `at = "at" ( words [ address ] | address )`, `address = "<" 1 * non_bracket ">"`
fn at(mut occasion: Vec<&str>) -> Read<'_> {
    for piece in &occasion {
        if let Some(open) =
            piece.rfind('<').filter(|open| !piece.get(*open..).is_some_and(|tail| tail.contains('>')))
        {
            return Err(Trouble::new(piece.get(open..).unwrap_or(piece), JournalFault::UnclosedAddress));
        }
    }
    let Some((before, address)) = occasion.last().and_then(|piece| address_at_end(piece)) else {
        return Ok(LineParts::At { occasion, address: None });
    };
    occasion.pop();
    occasion.extend(Some(before).filter(|before| !before.is_empty()));
    Ok(LineParts::At { occasion, address: Some(address) })
}

fn address_at_end(piece: &str) -> Option<(&str, &str)> {
    let (before, address) = piece.strip_suffix('>')?.rsplit_once('<')?;
    let address = address.trim();
    (!address.is_empty()).then_some((before.trim_end(), address))
}

/// `about = "about" kebab { "," kebab }`
fn about<'s>(keyword: &'s str, pieces: Vec<&'s str>) -> Read<'s> {
    let topics = pieces.into_iter().flat_map(|piece| piece.split(',')).map(str::trim);
    let topics: Vec<&str> = topics.filter(|topic| !topic.is_empty()).collect();
    match topics.iter().find(|topic| !is_kebab(topic)) {
        Some(topic) => Err(not_kebab("a topic", topic, topic)),
        None if topics.is_empty() => {
            Err(Trouble::new(keyword, JournalFault::NothingAfter { keyword: keyword.to_owned() }))
        }
        None => Ok(LineParts::About(topics)),
    }
}

/// `id = "id" kebab`
fn id(pieces: Vec<&str>) -> Read<'_> {
    match pieces.as_slice() {
        [id] if is_kebab(id) => Ok(LineParts::Id(id)),
        [first, ..] => Err(not_kebab("an id", first, &pieces.join(" "))),
        [] => Ok(LineParts::Note(Vec::new())),
    }
}

/// `source = "source" ( words | "<" words ">" )`
fn source<'s>(keyword: &'s str, mut pieces: Vec<&'s str>) -> Read<'s> {
    if let [only] = pieces.as_mut_slice() {
        if only.starts_with('<') && !only.ends_with('>') {
            return Err(Trouble::new(only, JournalFault::UnclosedAddress));
        }
        *only = only.trim_matches(|c: char| matches!(c, '<' | '>') || c.is_whitespace());
        if only.is_empty() {
            return Err(Trouble::new(keyword, JournalFault::NothingAfter { keyword: keyword.to_owned() }));
        }
    }
    Ok(LineParts::Source(pieces))
}

/// `link = ( "corrects" | "retracts" | "disputes" | "denies" ) kebab`, the verb in any form; `saying = cue [ addressee ] [ ":" ] words`
///
/// One word in kebab case after one of the four verbs is always an id; two words or more, or a quotation, are what
/// was said ("denies that …", "disputes the account"). So a journal can be read without knowing the ids of others.
fn link_or_saying<'s>(first: &'s str, more: &[&'s str]) -> Read<'s> {
    let Ok((after, cue)) = verb::cue(first) else { return Err(unknown_keyword(first)) };
    let said = pieces(after, more);
    let link = link_kind(&cue.lemma);
    match (link, said.as_slice()) {
        (_, []) => Err(Trouble::new(cue.words, JournalFault::NothingAfter { keyword: cue.words.to_owned() })),
        (Some(kind), [target]) if is_kebab(target) => Ok(LineParts::Link { kind, verb: cue.words, target }),
        (Some(_), [targets]) if is_list_of_ids(targets) => {
            let ids = ids_of(targets).map(str::to_owned).collect();
            Err(Trouble::new(
                targets,
                JournalFault::SeveralTargets { verb: cue.words.to_owned(), targets: ids },
            ))
        }
        _ => Ok(saying(cue, after, more)),
    }
}

fn link_kind(lemma: &str) -> Option<LinkKind> {
    match lemma {
        "correct" => Some(LinkKind::Corrects),
        "retract" => Some(LinkKind::Retracts),
        "dispute" => Some(LinkKind::Disputes),
        "deny" => Some(LinkKind::Denies),
        _ => None,
    }
}

fn saying<'s>(cue: verb::Cue<'s>, after: &'s str, more: &[&'s str]) -> LineParts<'s> {
    let (after, addressee) = match verb::addressee(after.trim_start()) {
        Ok((after, addressee)) if cue.told => (after, Some(addressee)),
        _ => (after, None),
    };
    LineParts::Says { cue, addressee, content: pieces(after.trim_start().trim_start_matches(':'), more) }
}

fn unknown_keyword(line: &str) -> Trouble<'_> {
    let found = verb::main_word(line);
    let keyword = meant(found, KEYWORDS.iter().copied()).filter(|_| found.len() > 2);
    let meant = keyword.or_else(|| verb::nearest(found)).map(str::to_owned);
    Trouble::new(found, JournalFault::UnknownKeyword { found: found.to_owned(), meant })
}

fn is_list_of_ids(words: &str) -> bool {
    ids_of(words).count() > 1 && ids_of(words).all(|id| is_kebab(id) && id.contains('-'))
}

fn ids_of(words: &str) -> impl Iterator<Item = &str> {
    let words = words.split(|c: char| c == ',' || c.is_whitespace());
    words.filter(|word| !word.is_empty() && *word != "and")
}

/// `kebab = part { ( "-" | "/" ) part }`, `part = 1 * ( lower_case_letter | digit )`
fn is_kebab(word: &str) -> bool {
    word.split(['-', '/'])
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase()))
}

/// `at` is where the fault is shown, `found` all that was found.
fn not_kebab<'s>(what: &'static str, at: &'s str, found: &str) -> Trouble<'s> {
    let lower = found.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let meant = Some(parts.collect::<Vec<_>>().join("-")).filter(|meant| is_kebab(meant));
    Trouble::new(at, JournalFault::NotKebab { what, meant })
}

/// `word space rest`
fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, text))
}

/// What follows on the line, then the continuation lines; empty ones left out.
fn pieces<'s>(value: &'s str, more: &[&'s str]) -> Vec<&'s str> {
    let all = std::iter::once(value.trim()).chain(more.iter().copied());
    all.filter(|piece| !piece.is_empty()).collect()
}
