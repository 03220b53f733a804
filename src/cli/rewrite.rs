//! Files written anew.

use std::fs;
use std::io::{ErrorKind, Result, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes a file as a whole or not at all: where the disk is full or the run is stopped, what was there stays. A link keeps
/// leading to the file, which keeps its permissions.
///
/// # Errors
/// The file cannot be written.
pub(super) fn rewrite(path: &Path, text: &str) -> Result<()> {
    // Where nothing was, nothing can be lost; a device is no file to be replaced.
    let Ok(target) = fs::canonicalize(path) else { return fs::write(path, text) };
    let known = fs::metadata(&target)?;
    // Replacing would make a file writable that is not.
    if !known.is_file() || known.permissions().readonly() {
        return fs::write(path, text);
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut new = match NamedTempFile::new_in(folder) {
        Ok(new) => new,
        // A file may be written in a folder that takes no new one.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return fs::write(path, text),
        Err(error) => return Err(error),
    };
    new.write_all(text.as_bytes())?;
    new.as_file().set_permissions(known.permissions())?;
    new.as_file().sync_all()?;
    new.persist(&target).map(drop).map_err(|failed| failed.error)
}
