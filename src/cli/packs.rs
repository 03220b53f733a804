//! Rules and actors: the built-in ones and those of the user.

use super::args::{ActorFiles, ChoosingArgs, ConfigArgs, PackArgs};
use super::reply::Failure;
use super::settings::{self, Finder, Given};
use crate::check::Kit;
use crate::document::encoding_fault;
use crate::finding::Severity;
use crate::grammar::prose::Choosing;
use crate::pack::{
    Conditions, PackFault, Rule, RuleSource, builtin_files, builtin_files_for_checks, inspect, is_builtin,
    is_rule_file, load, needless,
};
use crate::record::Io;
use crate::record::files::{has_extension, open, walk};
use crate::report::{InputFault, Look};
use crate::resolve::actors::Actors;
use crate::text::{Fault, Source, visible};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a run works with.
pub(super) struct Loaded {
    pub rules: Vec<Rule>,
    pub kit: Kit,
    pub given: Given,
    /// A word on each rule that is not the built-in one of its id.
    pub replaced: Vec<String>,
}

/// What each text of a run is read with.
pub(super) struct ByText {
    /// Never empty.
    pub loaded: Vec<Loaded>,
    /// For each text, which of them.
    pub of_text: Vec<usize>,
}

/// Rules and word lists for each of some texts, each by its own settings file; at least those for the first of `paths`.
pub(super) fn of_texts<'t>(
    args: &PackArgs,
    texts: impl IntoIterator<Item = &'t Path>,
    paths: &[PathBuf],
    look: Look,
) -> Result<ByText, Failure> {
    let mut finder = Finder::new(&args.config);
    let mut files: Vec<Option<PathBuf>> = Vec::new();
    let mut of_text = Vec::new();
    for text in texts {
        let file = finder.file_for(text);
        let known = files.iter().position(|known| *known == file);
        of_text.push(known.unwrap_or(files.len()));
        if known.is_none() {
            files.push(file);
        }
    }
    if files.is_empty() {
        files.push(finder.file_for(paths.first().map_or(Path::new("."), PathBuf::as_path)));
    }
    let loaded = files.iter().map(|file| of_file(args, file.as_deref(), look)).collect::<Result<_, _>>()?;
    Ok(ByText { loaded, of_text })
}

/// Rules and word lists, built-in, of the settings that hold here, and of the arguments.
pub(super) fn of_here(args: &PackArgs, look: Look) -> Result<Loaded, Failure> {
    of_file(args, Finder::new(&args.config).file_for(Path::new(".")).as_deref(), look)
}

/// Rules and word lists, built-in, of a settings file, and of the arguments.
pub(super) fn of_file(args: &PackArgs, file: Option<&Path>, look: Look) -> Result<Loaded, Failure> {
    let given = settings::read(file, look)?;
    let with_own =
        |of_file: Vec<PathBuf>, own: &[PathBuf]| of_file.into_iter().chain(own.iter().cloned()).collect();
    let rule_paths: Vec<PathBuf> =
        with_own(given.settings.rule_paths().map(|path| given.path(path)).collect(), &args.rules);
    let files =
        with_own(given.settings.actor_paths().map(|path| given.path(path)).collect(), &args.actors.files);
    let usual = kit_blaming(&ActorFiles { files }, &given, look)?;
    let likelihood = args.scale.or(given.settings.likelihood()).unwrap_or(usual.likelihood);
    let kit = Kit { choosing: choosing(&args.choosing), likelihood, ..usual };
    let own = rule_sources(&rule_paths, &given, look)?;
    let rules = checked(builtin_files_for_checks(), &own, look)?;
    given.check_names(&rules, look)?;
    Ok(Loaded { rules, kit, given, replaced: own.iter().filter_map(replaces).collect() })
}

/// A word on a rule of one's own that stands under a built-in id, meant or not.
pub(super) fn replaces(source: &RuleSource) -> Option<String> {
    let (path, id) = (visible(&source.path), source.id());
    is_builtin(&id).then(|| {
        format!("note: {path} takes the place of the built-in rule `{id}`; move it to a folder of another name to have both\n")
    })
}

/// The rules of all of these, each once, in the order of their ids.
pub(super) fn all_rules<'r>(sets: impl IntoIterator<Item = &'r [Rule]>) -> Cow<'r, [Rule]> {
    let mut sets = sets.into_iter();
    let first = sets.next().unwrap_or_default();
    let rest: Vec<&Rule> = sets.flatten().collect();
    if rest.is_empty() {
        return Cow::Borrowed(first);
    }
    let mut by_id: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in first.iter().chain(rest) {
        by_id.entry(&rule.id).or_insert(rule);
    }
    Cow::Owned(by_id.into_values().cloned().collect())
}

fn choosing(args: &ChoosingArgs) -> Choosing {
    match args.min_confidence {
        _ if args.no_weights => Choosing::ByHand,
        Some(at_least) => Choosing::Weights(at_least),
        None => Choosing::default(),
    }
}

/// The built-in rules, those of the settings that hold here, and those of `paths`.
pub(super) fn rules_of(config: &ConfigArgs, paths: &[PathBuf], look: Look) -> Result<Vec<Rule>, Failure> {
    checked(builtin_files(), &own_files(config, paths, look)?, look)
}

/// The same with the files they come from.
pub(super) fn filed_rules_of(
    config: &ConfigArgs,
    paths: &[PathBuf],
    look: Look,
) -> Result<Vec<FiledRule>, Failure> {
    filed(&own_files(config, paths, look)?, look)
}

fn own_files(config: &ConfigArgs, paths: &[PathBuf], look: Look) -> Result<Vec<RuleSource>, Failure> {
    let given = settings::read(Finder::new(config).file_for(Path::new(".")).as_deref(), look)?;
    let of_file = given.settings.rule_paths().map(|path| given.path(path));
    rule_sources(&of_file.chain(paths.iter().cloned()).collect::<Vec<_>>(), &given, look)
}

/// The built-in rules and those of `paths`, with the files they come from.
pub(super) fn filed_rules(paths: &[PathBuf], look: Look) -> Result<Vec<FiledRule>, Failure> {
    filed(&rule_sources(paths, &Given::default(), look)?, look)
}

/// A rule with the file it comes from.
pub(super) struct FiledRule {
    pub rule: Rule,
    pub source: RuleSource,
    /// The file of the rule that it borrows from.
    pub lender: Option<RuleSource>,
    /// It is none of the built-in ones.
    pub is_own: bool,
}

impl FiledRule {
    /// The tables that say what the rule looks for.
    pub fn conditions(&self) -> Conditions {
        Conditions::of(&self.source, self.lender.as_ref())
    }
}

/// The built-in rules and one's own.
fn filed(own: &[RuleSource], look: Look) -> Result<Vec<FiledRule>, Failure> {
    let sources: Vec<RuleSource> = builtin_files().chain(own.iter().cloned()).collect();
    let by_id: BTreeMap<String, &RuleSource> = sources.iter().map(|source| (source.id(), source)).collect();
    let with_files = checked(builtin_files(), own, look)?.into_iter().filter_map(|rule| {
        let source = (*by_id.get(&rule.id)?).clone();
        let lender = rule.borrows.as_ref().and_then(|id| by_id.get(id)).map(|lender| (*lender).clone());
        let is_own = own.iter().any(|own| own.id() == rule.id);
        Some(FiledRule { rule, source, lender, is_own })
    });
    Ok(with_files.collect())
}

/// Rules to be tested, and what there is to say of their files.
pub(super) struct Tested {
    pub rules: Vec<FiledRule>,
    pub needless: String,
}

/// Only the rules of `paths`, or the built-in ones if there are none; they may borrow from any of both.
pub(super) fn tested_rules(paths: &[PathBuf], look: Look) -> Result<Tested, Failure> {
    let own = if paths.is_empty() { Vec::new() } else { rule_sources(paths, &Given::default(), look)? };
    let is_tested = |filed: &FiledRule| own.is_empty() || filed.is_own;
    let rules = filed(&own, look)?.into_iter().filter(is_tested).collect();
    let needless = shown(&needless(&own), Severity::Warning, look);
    Ok(Tested { rules, needless })
}

/// The built-in kit with the actors of the user.
pub(super) fn kit(actors: &ActorFiles, look: Look) -> Result<Kit, Failure> {
    kit_blaming(actors, &Given::default(), look)
}

/// The same where settings may have named some of the files.
fn kit_blaming(actors: &ActorFiles, given: &Given, look: Look) -> Result<Kit, Failure> {
    let mut kit = Kit::builtin();
    for path in &actors.files {
        let source = open(path).map_err(|error| given.blamed(error))?;
        rightly_encoded(&source, look)?;
        let own = Actors::parse(source.name(), source.text())
            .map_err(|faults| show_faults(&source, &faults, look))?;
        kit.actors = kit.actors.merge(own);
    }
    Ok(kit)
}

/// The built-in rules and one's own, which are looked through for what they say in vain as well.
fn checked(
    builtin: impl Iterator<Item = RuleSource>,
    own: &[RuleSource],
    look: Look,
) -> Result<Vec<Rule>, Failure> {
    let pack = load(builtin.chain(own.iter().cloned()));
    let mut faults = pack.faults;
    if faults.is_empty() {
        faults = inspect(own);
    }
    if faults.is_empty() {
        return Ok(pack.rules);
    }
    Err(Failure::shown(shown(&faults, Severity::Error, look)))
}

fn shown(faults: &[PackFault], severity: Severity, look: Look) -> String {
    let of_file = |PackFault { source, faults }: &PackFault| {
        show_text(&Source::new(source.path.as_str(), source.text.as_str()), faults, severity, look)
    };
    faults.iter().map(of_file).collect()
}

fn rule_sources(paths: &[PathBuf], given: &Given, look: Look) -> Result<Vec<RuleSource>, Failure> {
    let found = walk(paths, |path| is_rule_file(&path.to_string_lossy()));
    let is_empty = |folder: &&PathBuf| !found.files.iter().any(|file| file.starts_with(folder));
    if let Some(folder) = found.namesakes.iter().find(is_empty) {
        return Err(no_rules_in(folder));
    }
    match found.errors.into_iter().next() {
        Some(Io::NoTexts { path }) => return Err(no_rules_in(&path)),
        Some(error) => return Err(given.blamed(error).into()),
        None => {}
    }
    found.files.iter().map(|path| rule_source(path, look)).collect()
}

fn no_rules_in(folder: &Path) -> Failure {
    let called = folder.display();
    Failure::new(&match has_extension(folder, &["toml"]) {
        true => format!(
            "{called}: this is a folder, and a rule is a file PACK/RULE.toml; put a file in its place, or name the folder otherwise"
        ),
        false => format!("{called}: no rules here; a rule is a file PACK/RULE.toml"),
    })
}

fn rule_source(path: &Path, look: Look) -> Result<RuleSource, Failure> {
    let source = open(path)?;
    rightly_encoded(&source, look)?;
    // The folder is the first half of the rule's id, so a file named from within its folder needs the full path.
    let has_folder = path.parent().and_then(Path::file_name).is_some();
    let path =
        if has_folder { path.to_path_buf() } else { std::fs::canonicalize(path).unwrap_or(path.into()) };
    Ok(RuleSource { path: path.to_string_lossy().into_owned(), text: source.text().to_owned() })
}

/// What a rule or a list of names says is taken letter by letter, so nothing is guessed where a byte is no letter.
fn rightly_encoded(source: &Source, look: Look) -> Result<(), Failure> {
    encoding_fault(source).map_or(Ok(()), |fault| Err(show_faults(source, &[fault], look)))
}

/// Faults of a file that keep a run from beginning.
pub(super) fn show_faults(source: &Source, faults: &[Fault], look: Look) -> Failure {
    Failure::shown(show_text(source, faults, Severity::Error, look))
}

fn show_text(source: &Source, faults: &[Fault], severity: Severity, look: Look) -> String {
    let faults = faults.iter().map(|fault| InputFault { source, fault, severity });
    faults.map(|fault| fault.show(&look)).collect()
}
