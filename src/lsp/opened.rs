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
    pub fn new(item: TextDocumentItem) -> Opened {
        let name = name_of(&item.uri);
        // A file's name tells its format; a text that has none yet is what the editor takes it for.
        let format = match item.language_id.as_str() {
            "markdown" if !item.uri.as_str().starts_with("file:") => Some(Format::Markdown),
            _ => None,
        };
        let TextDocumentItem { uri, version, text, .. } = item;
        Opened { uri, version, name, sheet: None, text, format, stale: true }
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
