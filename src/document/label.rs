//! Speakers' labels at the head of a turn: `MS. PSAKI:`, `Jen Psaki:`, `Q`, `A.`.

use crate::text::Span;

/// How sure a label's form makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `Q`, `Q.`, `Q:`, `A.`, `A:`.
    Letter,
    /// `MS. PSAKI:`, `JAKE TAPPER, CNN HOST:`; also `Jen Psaki:`, two or more names.
    Name,
    /// `Psaki:`: as likely the start of a sentence (`First: …`), so one alone is not enough.
    Word,
}

/// A label found at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The name, without its colon.
    pub(super) name: Span,
    /// Where the words begin.
    pub(super) words: usize,
    pub(super) form: Form,
}

/// The longest label that is looked for.
const LONGEST: usize = 80;

/// Reads the label at the start of `line`.
///
/// A lone `A` is an article, not an answer.
///
/// `label = letter | named`
pub(super) fn read_label(line: &str) -> Option<Label> {
    letter(line).or_else(|| named(line))
}

/// `letter = ( "Q" | "A" ) ( "." | ":" ) | "Q" space sentence`
fn letter(line: &str) -> Option<Label> {
    let rest = line.strip_prefix(['Q', 'A'])?;
    let gap = match rest.strip_prefix(['.', ':']) {
        Some(after) if after.is_empty() || after.starts_with(char::is_whitespace) => 2,
        None if line.starts_with('Q') && asks(rest) => 1,
        _ => return None,
    };
    let after = line.get(gap..)?;
    let words = gap + (after.len() - after.trim_start().len());
    Some(Label { name: Span::new(0, 1), words, form: Form::Letter })
}

/// What follows a bare `Q`: white space and a new sentence.
fn asks(rest: &str) -> bool {
    let first = rest.trim_start().chars().next();
    rest.starts_with(char::is_whitespace) && first.is_none_or(|c| !c.is_lowercase())
}

/// `named = 1 … 6 * name [ "," … ] [ "(" … ")" | "[" … "]" ] ":"`
fn named(line: &str) -> Option<Label> {
    let head = line.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let (name, after) = (line.get(..head)?, line.get(head + 1..)?);
    if !(after.is_empty() || after.starts_with(char::is_whitespace)) {
        return None;
    }
    let form = form_of(name)?;
    let words = head + 1 + (after.len() - after.trim_start().len());
    Some(Label { name: Span::new(0, name.trim_end().len()), words, form })
}

fn form_of(name: &str) -> Option<Form> {
    let bare = name.split(['(', '[', ',']).next().unwrap_or_default().trim();
    let mut words = bare.split_whitespace();
    let count = words.clone().count();
    if count == 0 || count > 6 || !words.all(is_name) || !bare.starts_with(char::is_uppercase) {
        return None;
    }
    let letters = bare.chars().filter(|c| c.is_alphabetic());
    let in_capitals = letters.clone().count() > 1 && letters.clone().all(|c| !c.is_lowercase());
    Some(if in_capitals || count > 1 { Form::Name } else { Form::Word })
}

fn is_name(word: &str) -> bool {
    let link = matches!(
        word,
        "of" | "the" | "de" | "van" | "von" | "der" | "al" | "bin" | "ibn" | "da" | "del" | "and"
    );
    let spelt =
        word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-' | '/' | '#' | '&'));
    spelt && (link || !word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> Option<(&str, &str, Form)> {
        let label = read_label(line)?;
        Some((label.name.slice(line), line.get(label.words..)?, label.form))
    }

    #[test]
    fn labels_of_several_styles() {
        assert_eq!(shown("MS. LEE:  Good morning."), Some(("MS. LEE", "Good morning.", Form::Name)));
        assert_eq!(shown("Q    And then?"), Some(("Q", "And then?", Form::Letter)));
        assert_eq!(shown("A. Yes."), Some(("A", "Yes.", Form::Letter)));
        assert_eq!(shown("Ann Lee, host: Hello"), Some(("Ann Lee, host", "Hello", Form::Name)));
        assert_eq!(shown("First: go."), Some(("First", "go.", Form::Word)));
    }

    #[test]
    fn sentences_are_not_labels() {
        assert_eq!(shown("A spokesman said so."), None);
        assert_eq!(shown("He said this: go."), None);
        assert_eq!(shown("At 10:30 we met."), None);
    }
}
