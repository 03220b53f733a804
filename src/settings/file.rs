//! The file as written: the serde shape, nothing checked beyond the types.

use crate::finding::Severity;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A rule or a pack as a file names it.
pub(super) type Name = Spanned<String>;

/// `sayso.toml`. Paths in it are relative to its folder.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct SettingsFile {
    /// Rule files and packs beside the built-in ones.
    pub rules: Vec<Spanned<String>>,
    /// Actors files beside the built-in ones.
    pub actors: Vec<Spanned<String>>,
    /// What drafts are held against.
    pub against: Vec<Spanned<String>>,
    /// Findings that are known and left alone.
    pub baseline: Option<Spanned<String>>,
    /// The scale of likelihood that estimative words are read on.
    pub scale: Option<Spanned<String>>,
    /// The least severity that makes a run fail.
    pub fail_on: Option<Spanned<Severity>>,
    /// The least severity that is shown.
    pub min_severity: Option<Spanned<Severity>>,
    /// Only these rules and packs.
    pub select: Option<Vec<Spanned<String>>>,
    /// Not these.
    pub ignore: Vec<Spanned<String>>,
    /// Rule or pack → how grave.
    pub severity: BTreeMap<Spanned<String>, Severity>,
    /// Glob → what is different for the texts that it matches.
    pub paths: BTreeMap<Spanned<String>, PathTable>,
}

/// `[paths."opinion/**"]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct PathTable {
    /// Rules and packs not to use.
    pub ignore: Vec<Spanned<String>>,
    /// Rule or pack → how grave.
    pub severity: BTreeMap<Spanned<String>, Severity>,
}
