//! `sayso.toml`: what a desk has agreed on, so that nobody has to type it.
//!
//! [`Settings`] knows where each value comes from and what it makes of the rules for one text. Finding and opening the file is the command line's.

mod baseline;
mod file;
mod paths;
mod show;

pub use baseline::Baseline;

use crate::compare::LikelihoodScale;
use crate::document::encoding_fault;
use crate::finding::Severity;
use crate::pack::{Rule, likelihood_scale, span_of, toml_fault};
use crate::text::{Fault, Source, Span, did_you_mean};
use file::{Name, SettingsFile};
use paths::PathRules;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// JSON Schema of `sayso.toml`, for editors.
pub const SETTINGS_SCHEMA: &str = include_str!("sayso.schema.json");

/// Settings with the file they come from.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The file.
    pub source: Source,
    file: SettingsFile,
    paths: Vec<PathRules>,
    likelihood: Option<&'static LikelihoodScale>,
}

/// Which rules to use, beside what a file says of it.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Only these rules and packs; all where empty.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
}

impl Default for Settings {
    /// No settings: every rule as its pack has it.
    fn default() -> Settings {
        Settings {
            source: Source::new("sayso.toml", ""),
            file: SettingsFile::default(),
            paths: Vec::new(),
            likelihood: None,
        }
    }
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    /// Everything that is wrong in it; spans in bytes of its text.
    pub fn parse(source: Source) -> Result<Settings, Vec<Fault>> {
        if let Some(fault) = encoding_fault(&source) {
            return Err(vec![fault]);
        }
        let file: SettingsFile =
            toml::from_str(source.text()).map_err(|error| vec![unreadable(source.text(), &error)])?;
        let (mut paths, mut faults) = (Vec::new(), Vec::new());
        for (glob, table) in &file.paths {
            match PathRules::new(glob, table) {
                Ok(rules) => paths.push(rules),
                Err(fault) => faults.push(fault),
            }
        }
        let likelihood = file.scale.as_ref().map(likelihood_scale).transpose();
        match likelihood {
            Ok(likelihood) if faults.is_empty() => Ok(Settings { source, file, paths, likelihood }),
            Ok(_) => Err(faults),
            Err(fault) => Err(faults.into_iter().chain([fault]).collect()),
        }
    }

    /// Rule files and packs beside the built-in ones; this and other paths are from the file's folder.
    pub fn rule_paths(&self) -> impl Iterator<Item = &str> {
        self.file.rules.iter().map(|path| path.get_ref().as_str())
    }

    /// Actors files beside the built-in ones.
    pub fn actor_paths(&self) -> impl Iterator<Item = &str> {
        self.file.actors.iter().map(|path| path.get_ref().as_str())
    }

    /// File and line of the first path in it that `is` picks.
    pub fn place_naming(&self, is: impl Fn(&str) -> bool) -> Option<String> {
        let mut paths = self.file.rules.iter().chain(&self.file.actors).chain(&self.file.against);
        let path = paths.find(|path| is(path.get_ref()))?;
        Some(format!("{}:{}", self.source.name(), self.source.place(path.span().start).line))
    }

    /// What drafts are held against.
    pub fn record_paths(&self) -> impl Iterator<Item = &str> {
        self.file.against.iter().map(|path| path.get_ref().as_str())
    }

    /// The file of findings that are left alone.
    pub fn baseline_path(&self) -> Option<&str> {
        self.file.baseline.as_ref().map(|path| path.get_ref().as_str())
    }

    /// What estimative words stand for.
    pub fn likelihood(&self) -> Option<&'static LikelihoodScale> {
        self.likelihood
    }

    /// The least severity that makes a run fail.
    pub fn fail_on(&self) -> Option<Severity> {
        self.file.fail_on.as_ref().map(|severity| *severity.get_ref())
    }

    /// The least severity that is shown.
    pub fn min_severity(&self) -> Option<Severity> {
        self.file.min_severity.as_ref().map(|severity| *severity.get_ref())
    }

    /// The names in the file that are of no rule and no pack.
    pub fn unknown_names(&self, rules: &[Rule]) -> Vec<Fault> {
        let own = self.file.select.iter().flatten().chain(&self.file.ignore).chain(self.file.severity.keys());
        let of_paths = self.file.paths.values().flat_map(|it| it.ignore.iter().chain(it.severity.keys()));
        own.chain(of_paths).filter_map(|name| unknown(name.get_ref(), span_of(name), rules)).collect()
    }

    /// The rules for the text at `path` (relative to the file's folder), with their severities.
    pub fn rules_for<'r>(&self, path: &str, rules: &'r [Rule], choice: &Choice) -> Cow<'r, [Rule]> {
        if self.leaves_rules_alone() && choice.select.is_empty() && choice.ignore.is_empty() {
            return Cow::Borrowed(rules);
        }
        let tables: Vec<&PathRules> = self.paths.iter().filter(|table| table.matches(path)).collect();
        let of_file =
            self.file.select.as_deref().unwrap_or_default().iter().map(|name| name.get_ref().as_str());
        let select: Vec<&str> = match choice.select.as_slice() {
            [] => of_file.collect(),
            given => given.iter().map(String::as_str).collect(),
        };
        // Who asks for rules by name gets them, whatever the file leaves out.
        let of_file = self.file.ignore.iter().chain(tables.iter().flat_map(|table| &table.ignore));
        let of_file = of_file.filter(|_| choice.select.is_empty()).map(|name| name.get_ref().as_str());
        let ignore: Vec<&str> = of_file.chain(choice.ignore.iter().map(String::as_str)).collect();
        let ignored = |rule: &Rule| ignore.iter().any(|name| names_rule(name, &rule.id));
        let wanted = |rule: &&Rule| select.is_empty() || select.iter().any(|name| names_rule(name, &rule.id));
        let chosen = rules.iter().filter(wanted).filter(|rule| !ignored(rule));
        chosen.map(|rule| self.graded(rule, &tables)).collect()
    }

    fn leaves_rules_alone(&self) -> bool {
        let SettingsFile { select, ignore, severity, paths, .. } = &self.file;
        select.is_none() && ignore.is_empty() && severity.is_empty() && paths.is_empty()
    }

    /// The rule with the severity that the last table gives it, its id before its pack.
    fn graded(&self, rule: &Rule, tables: &[&PathRules]) -> Rule {
        let tables = tables.iter().rev().map(|table| &table.severity);
        let severity = tables.chain([&self.file.severity]).find_map(|table| severity_of(&rule.id, table));
        Rule { severity: severity.unwrap_or(rule.severity), ..rule.clone() }
    }
}

impl Choice {
    /// The first name that is of no rule and no pack, with what was probably meant.
    pub fn unknown_name(&self, rules: &[Rule]) -> Option<Fault> {
        let mut names = self.select.iter().chain(&self.ignore);
        names.find_map(|name| unknown(name, Span::new(0, name.len()), rules))
    }
}

/// A fault of the TOML; who writes a severity that turns a rule off is told what does.
fn unreadable(text: &str, error: &toml::de::Error) -> Fault {
    let fault = toml_fault(text, error, SETTINGS_SCHEMA);
    let quotes = |c: char| c == '"' || c == '\'';
    match fault.span.slice(text).trim_matches(quotes) {
        "off" | "none" | "ignore" => fault.with_help("to leave a rule out, name it under `ignore` instead"),
        _ => fault,
    }
}

/// Whether a rule's id or its pack's name means this rule.
pub fn names_rule(name: &str, id: &str) -> bool {
    id.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn severity_of(id: &str, table: &BTreeMap<Name, Severity>) -> Option<Severity> {
    let exact = table.iter().find(|(name, _)| name.get_ref() == id);
    let pack = || table.iter().find(|(name, _)| names_rule(name.get_ref(), id));
    exact.or_else(pack).map(|(_, severity)| *severity)
}

fn unknown(name: &str, span: Span, rules: &[Rule]) -> Option<Fault> {
    if rules.iter().any(|rule| names_rule(name, &rule.id)) {
        return None;
    }
    let fault = Fault::new(
        span,
        format!("there is no rule and no pack `{name}`"),
        "expected a rule’s id or a pack’s name",
    );
    let packs = rules.iter().filter_map(|rule| rule.id.split('/').next());
    let known = rules.iter().map(|rule| rule.id.as_str()).chain(packs);
    Some(fault.with_help(did_you_mean(name, known, "`sayso rules` lists them")))
}

#[cfg(test)]
mod tests;
