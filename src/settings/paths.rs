//! What is different for some of the texts.

use super::file::{Name, PathTable};
use crate::finding::Severity;
use crate::pack::span_of;
use crate::text::Fault;
use globset::{GlobBuilder, GlobMatcher};
use std::collections::BTreeMap;

/// A table of `[paths]`, its pattern compiled.
#[derive(Clone, Debug)]
pub(super) struct PathRules {
    glob: GlobMatcher,
    pub(super) ignore: Vec<Name>,
    pub(super) severity: BTreeMap<Name, Severity>,
}

impl PathRules {
    /// Compiles the pattern.
    pub(super) fn new(glob: &Name, table: &PathTable) -> Result<PathRules, Fault> {
        let pattern = GlobBuilder::new(glob.get_ref()).literal_separator(true).build().map_err(|error| {
            Fault::new(span_of(glob), "this is no pattern of paths", error.kind().to_string())
                .with_help("for instance `opinion/**` or `*.txt`")
        })?;
        Ok(PathRules {
            glob: pattern.compile_matcher(),
            ignore: table.ignore.clone(),
            severity: table.severity.clone(),
        })
    }

    /// Whether it is about the text at this path.
    pub(super) fn matches(&self, path: &str) -> bool {
        self.glob.is_match(path)
    }
}
