//! Faults of drafts, journals, packs and actors files, wherever they were found.

use super::human::Look;
use crate::finding::Severity;
use crate::text::{Fault, Source};

/// A fault with the file it is in and how grave it is.
#[derive(Clone, Copy, Debug)]
pub struct InputFault<'f> {
    /// The file.
    pub source: &'f Source,
    /// What is wrong; its span is of the file's text.
    pub fault: &'f Fault,
    /// An error where the file could not be used; a warning where it was used all the same.
    pub severity: Severity,
}

impl InputFault<'_> {
    /// Title, place, what was expected and the remedy; ends in an empty line.
    pub fn show(&self, look: &Look) -> String {
        look.fault(self.severity, self.source, self.fault) + "\n"
    }
}
