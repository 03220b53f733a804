//! `sayso.toml`: found, read, and shown with the origin of each value (`sayso config show`).

use super::args::{ConfigArgs, ConfigCommand, ShowArgs};
use super::packs::show_faults;
use super::reply::{Failure, Reply};
use crate::pack::Rule;
use crate::record::files::open;
use crate::report::Look;
use crate::settings::Settings;
use std::path::{Path, PathBuf};

/// The name of the file that is looked for.
const NAME: &str = "sayso.toml";

/// Settings and the folder that their paths are relative to.
#[derive(Debug, Default)]
pub(super) struct Given {
    pub settings: Settings,
    folder: PathBuf,
}

/// Reads the settings that hold for `paths`: those given, or the nearest above the first of them.
pub(super) fn find(args: &ConfigArgs, paths: &[PathBuf], look: Look) -> Result<Given, Failure> {
    let path = match (&args.config, args.isolated) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => None,
        (None, false) => nearest(paths.first().map_or(Path::new("."), PathBuf::as_path)),
    };
    let Some(path) = path else { return Ok(Given::default()) };
    let source = open(&path)?;
    let folder = path.parent().map_or(PathBuf::new(), Path::to_path_buf);
    match Settings::parse(source.clone()) {
        Ok(settings) => Ok(Given { settings, folder }),
        Err(faults) => Err(show_faults(&source, &faults, look)),
    }
}

/// The settings file in the folder of `path` or in the nearest one above; as near as it can be named from here.
fn nearest(path: &Path) -> Option<PathBuf> {
    let here = std::path::absolute(path).ok()?;
    let start = if here.is_dir() { here.as_path() } else { here.parent()? };
    let found =
        start.ancestors().map(|folder| folder.join(NAME)).find(|file| file.symlink_metadata().is_ok())?;
    let current = std::env::current_dir().ok();
    let relative = current.and_then(|current| found.strip_prefix(current).ok().map(Path::to_path_buf));
    Some(relative.unwrap_or(found))
}

impl Given {
    /// A path of the file as a path from here.
    pub fn path(&self, written: &str) -> PathBuf {
        self.folder.join(written)
    }

    /// A text's path as the patterns of the file see it: from the file's folder, with slashes.
    pub fn relative(&self, name: &str) -> String {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or(path.to_path_buf());
        let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
        let path = absolute(Path::new(name));
        let inside = path.strip_prefix(absolute(folder)).map_or(PathBuf::from(name), Path::to_path_buf);
        inside.to_string_lossy().replace('\\', "/")
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
    let given = find(config, std::slice::from_ref(path), look)?;
    Ok(Reply::printed(given.settings.show()))
}
