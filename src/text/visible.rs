//! Characters that are not seen but steer what shows them: what stands for them on a screen or a page.

use std::borrow::Cow;

/// Whether a character steers a terminal or turns the direction of the words around it: controls, line separators, the
/// marks and overrides of Unicode's bidirectional algorithm, deprecated format characters, anchors of annotations.
pub fn steers(c: char) -> bool {
    if matches!(c, ' '..='~') {
        return false;
    }
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}'..='\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// The words with something to be seen in place of everything in them that steers, line breaks and tabs among it.
pub fn visible(words: &str) -> Cow<'_, str> {
    visible_but(words, |_| false)
}

/// The same with the characters that `kept` picks left as they are.
pub fn visible_but(words: &str, kept: impl Fn(char) -> bool) -> Cow<'_, str> {
    let hidden = |c: char| steers(c) && !kept(c);
    if !words.chars().any(hidden) {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        if hidden(c) { push_sign(c, &mut shown) } else { shown.push(c) }
    }
    Cow::Owned(shown)
}

/// What stands for a character: its picture, if there is one, or its number.
pub fn push_sign(c: char, shown: &mut String) {
    match (c, char::from_u32(0x2400 + u32::from(c))) {
        ('\0'..='\u{1f}', Some(picture)) => shown.push(picture),
        ('\u{7f}', _) => shown.push('\u{2421}'),
        _ => shown.push_str(&format!("[U+{:04X}]", u32::from(c))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_seen_and_nothing_else_changes() {
        assert_eq!(
            visible("a\u{1b}[2J\u{9b}m\u{7f} \u{202e}b\u{2069}\n\t"),
            "a␛[2J[U+009B]m␡ [U+202E]b[U+2069]␊␉"
        );
        assert_eq!(visible("\u{200f}א\u{61c}\u{feff}"), "[U+200F]א[U+061C][U+FEFF]");
        let plain = "Øyvind “said” 日本 👩‍🔧 א";
        assert!(matches!(visible(plain), Cow::Borrowed(same) if same == plain));
        assert_eq!(visible_but("a\nb\r", |c| c == '\n'), "a\nb␍");
    }
}
