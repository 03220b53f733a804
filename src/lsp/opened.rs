//! A text that is open in the editor.

use super::encoding::Encoding;
use super::{Desk, Sheet, address::name_of};
use crate::document::Format;
use crate::text::Source;
use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

/// The text as it stands in the editor, and what was last found in it.
#[derive(Debug)]
pub(super) struct Opened {
    pub uri: Uri,
    pub version: i32,
    /// The text's name elsewhere.
    pub name: String,
    /// What was found, if it could be checked.
    pub sheet: Option<Sheet>,
    text: String,
    format: Option<Format>,
    /// Whether it has changed since.
    pub stale: bool,
}

impl Opened {
    /// A text, unless it is in a language that is not read here.
    pub fn new(item: TextDocumentItem) -> Option<Opened> {
        let name = name_of(&item.uri);
        // A file's name tells what it is; where it does not, the text is what the editor takes it for.
        let format = match (is_known(&name), item.language_id.as_str()) {
            (true, _) => None,
            (false, "markdown") => Some(Format::Markdown),
            (false, "plaintext") => Some(Format::Plain),
            (false, _) => return None,
        };
        let TextDocumentItem { uri, version, text, .. } = item;
        Some(Opened { uri, version, name, sheet: None, text, format, stale: true })
    }

    /// Puts the words of a change in the place of those that it replaces.
    pub fn apply(&mut self, change: TextDocumentContentChangeEvent, encoding: Encoding) {
        match change.range {
            Some(range) => {
                let bytes = encoding.bytes(&self.text, range);
                self.text.replace_range(bytes, &change.text);
            }
            None => self.text = change.text,
        }
        self.stale = true;
    }

    /// Reads and checks the text as it stands now.
    pub fn check(&mut self, desk: &mut impl Desk) -> Result<(), String> {
        self.stale = false;
        let source = Source::new(self.name.as_str(), self.text.as_str());
        self.sheet = None;
        self.sheet = Some(desk.check(source, self.format)?);
        Ok(())
    }
}

/// Whether a file's name tells that it is a text or a journal.
fn is_known(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["md", "markdown", "txt", "claims", "tml"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
