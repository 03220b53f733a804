//! Attribution: who is said to say what, where in the text.

use crate::claim::Attribution;
use crate::document::Document;
use crate::text::Text;

/// The attributions of a document, in the order of their cues (of their contents, where there is no cue).
///
/// `text` is the document's prose read over its blocks.
pub fn attributions(_document: &Document, _text: &Text) -> Vec<Attribution> {
    Vec::new()
}
