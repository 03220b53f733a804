//! What rules found in their examples when somebody last looked: `PACK/snapshots/RULE.snap` beside `PACK/RULE.toml`.
//!
//! The files are insta's, so that `cargo test` and `sayso test` keep the same ones. A pack without the folder keeps
//! none.

use crate::record::Io;
use crate::report::page_difference;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of a pack's snapshots.
const FOLDER: &str = "snapshots";

/// In what the page of a rule differs from the one kept, in words.
///
/// # Errors
/// The snapshot is there and cannot be read.
pub(super) fn difference(rule: &Path, page: &str) -> Result<Option<String>, Io> {
    let path = path_of(rule);
    if !path.parent().is_some_and(Path::is_dir) {
        return Ok(None);
    }
    let kept = match fs::read(&path) {
        // What is no text differs, and is written anew.
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Some("has no snapshot; `--update` keeps what it finds\n".to_owned()));
        }
        Err(error) => return Err(Io::of(&path, &error)),
    };
    let (kept, page) = (body(&kept).trim(), page.trim());
    Ok((kept != page).then(|| {
        let diff = page_difference(kept, page);
        format!("finds something else than its snapshot has; `--update` keeps the new\n{diff}\n")
    }))
}

/// Keeps the page of a rule.
///
/// # Errors
/// The snapshot cannot be written.
pub(super) fn write(rule: &Path, page: &str) -> Result<(), Io> {
    let path = path_of(rule);
    if difference(rule, page)?.is_none() && path.exists() {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = rule.file_name().unwrap_or_default().to_string_lossy();
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let head = split(&kept).map_or_else(|| format!("source: {name}"), |(head, _)| head.to_owned());
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, format!("---\n{head}\n---\n{}\n", page.trim())))
        .map_err(|error| Io::of_writing(&path, &error))
}

/// The snapshots in the folders `packs` and in those of them that belong to no rule.
pub(super) fn left_over(packs: &[PathBuf]) -> Vec<PathBuf> {
    let folders = packs.iter().flat_map(|pack| std::iter::once(pack.clone()).chain(entries(pack)));
    let mut left: Vec<PathBuf> = folders.flat_map(|pack| left_in(&pack)).collect();
    left.sort();
    left
}

fn left_in(pack: &Path) -> Vec<PathBuf> {
    let has_rule = |snapshot: &Path| {
        let name = Path::new(snapshot.file_name().unwrap_or_default()).with_extension("toml");
        pack.join(name).exists()
    };
    let is_snapshot = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "snap");
    entries(&pack.join(FOLDER)).filter(|path| is_snapshot(path) && !has_rule(path)).collect()
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
}

fn path_of(rule: &Path) -> PathBuf {
    let name = Path::new(rule.file_name().unwrap_or_default()).with_extension("snap");
    rule.with_file_name(FOLDER).join(name)
}

/// The text after insta's head.
fn body(snapshot: &str) -> &str {
    split(snapshot).map_or(snapshot, |(_, body)| body)
}

/// Insta's head and the text after it.
fn split(snapshot: &str) -> Option<(&str, &str)> {
    snapshot.strip_prefix("---\n")?.split_once("\n---\n")
}
