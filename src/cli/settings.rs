//! `sayso.toml`: found, read, and shown with the origin of each value (`sayso config show`).

use super::args::{ConfigArgs, ConfigCommand, ShowArgs};
use super::packs::show_faults;
use super::paths::{seen_from, undotted};
use super::reply::{Failure, Reply};
use crate::pack::Rule;
use crate::record::Io;
use crate::record::files::open;
use crate::report::Look;
use crate::settings::Settings;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The name of the file that is looked for.
const NAME: &str = "sayso.toml";

/// Settings and the folder that their paths are relative to.
#[derive(Debug, Default)]
pub(super) struct Given {
    pub settings: Settings,
    folder: PathBuf,
}

/// Finds the settings file of each text; however many texts there are, a folder is looked at once.
pub(super) struct Finder<'f> {
    args: &'f ConfigArgs,
    by_folder: BTreeMap<PathBuf, Option<PathBuf>>,
}

impl<'f> Finder<'f> {
    pub fn new(args: &'f ConfigArgs) -> Finder<'f> {
        Finder { args, by_folder: BTreeMap::new() }
    }

    /// The file that holds for `path`: the one that was named, or the nearest above it.
    pub fn file_for(&mut self, path: &Path) -> Option<PathBuf> {
        if self.args.isolated || self.args.config.is_some() {
            return self.args.config.clone();
        }
        let here = std::path::absolute(path).ok()?;
        let folder = if here.is_dir() { here.as_path() } else { here.parent()? };
        let found = self.nearest(folder)?;
        // As near as it can be named from here.
        let current = std::env::current_dir().ok();
        let relative = current.and_then(|current| found.strip_prefix(current).ok().map(Path::to_path_buf));
        Some(relative.unwrap_or(found))
    }

    fn nearest(&mut self, folder: &Path) -> Option<PathBuf> {
        let unknown = folder.ancestors().take_while(|folder| !self.by_folder.contains_key(*folder));
        let mut passed: Vec<&Path> = Vec::new();
        let mut found = None;
        for folder in unknown {
            passed.push(folder);
            found = Some(folder.join(NAME)).filter(|file| file.symlink_metadata().is_ok());
            if found.is_some() {
                break;
            }
        }
        let above = passed.last().map_or(Some(folder), |last| last.parent());
        let found = found.or_else(|| above.and_then(|folder| self.by_folder.get(folder).cloned().flatten()));
        self.by_folder.extend(passed.into_iter().map(|folder| (folder.to_path_buf(), found.clone())));
        found
    }
}

/// Reads a settings file; without one, every rule is as its pack has it.
pub(super) fn read(path: Option<&Path>, look: Look) -> Result<Given, Failure> {
    let Some(path) = path else { return Ok(Given::default()) };
    let source = open(path)?;
    let folder = path.parent().map_or(PathBuf::new(), Path::to_path_buf);
    match Settings::parse(source.clone()) {
        Ok(settings) => Ok(Given { settings, folder }),
        Err(faults) => Err(show_faults(&source, &faults, look)),
    }
}

impl Given {
    /// A path of the file as a path from here.
    pub fn path(&self, written: &str) -> PathBuf {
        undotted(&self.folder.join(written))
    }

    /// The error, with the line of the file that names what is not there.
    pub fn blamed(&self, error: Io) -> Io {
        let Io::NotFound { path } = &error else { return error };
        let by = self.settings.place_naming(|written| self.path(written) == *path);
        by.map_or(error.clone(), |by| Io::Misnamed { path: path.clone(), by })
    }

    /// A text's path as the patterns of the file see it: from the file's folder, with slashes.
    pub fn relative(&self, name: &str) -> String {
        let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
        seen_from(folder, Path::new(name))
    }

    /// Fails where the file names rules that there are not.
    pub fn check_names(&self, rules: &[Rule], look: Look) -> Result<(), Failure> {
        let faults = self.settings.unknown_names(rules);
        if faults.is_empty() { Ok(()) } else { Err(show_faults(&self.settings.source, &faults, look)) }
    }
}

/// `sayso config show`.
pub(super) fn run(command: &ConfigCommand, look: Look) -> Result<Reply, Failure> {
    let ConfigCommand::Show(ShowArgs { config, path }) = command;
    let file = Finder::new(config).file_for(path);
    Ok(Reply::printed(read(file.as_deref(), look)?.settings.show()))
}
