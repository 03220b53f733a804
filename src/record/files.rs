//! Finding and opening files, for the record and for drafts alike.

use super::Io;
use crate::text::Source;
use rustc_hash::FxHashSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bytes of the longest text that is read. Its words in memory take up to eighty times as much.
pub const LONGEST_TEXT: u64 = 64 << 20;

/// Bytes of the longest journal or table.
pub const LONGEST_LIST: u64 = 1 << 30;

/// What a walk over files and folders found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// Files, in the order of the bytes of their paths, none twice under whatever names.
    pub files: Vec<PathBuf>,
    /// Folders with a name as files that are wanted have.
    pub namesakes: Vec<PathBuf>,
    /// What could not be entered or read, sorted by path.
    pub errors: Vec<Io>,
}

/// Lists the files that `paths` name and those that `wanted` picks in the folders they name, to any depth.
///
/// In folders, names that start with a dot are passed over; links are followed, but no folder is entered twice.
/// A file that is named outright is taken whatever `wanted` says. A folder in which nothing is found is an error,
/// and so is anything wanted that is no regular file.
pub fn walk<P: AsRef<Path>>(paths: &[P], wanted: impl Fn(&Path) -> bool) -> Walk {
    let mut walker = Walker { wanted, entered: FxHashSet::default(), found: Walk::default() };
    for path in paths {
        walker.named(path.as_ref());
    }
    let mut found = walker.found;
    found.files.sort_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
    found.errors.sort_by(|one, other| one.path().cmp(other.path()));
    found.errors.dedup();
    keep_first_names(&mut found.files);
    found
}

/// Reads a file as text; it keeps the name it was given.
///
/// # Errors
///
/// Why it cannot be opened or read. Bytes that are not UTF-8 are no error here: see [`Source::decode`].
pub fn open(path: &Path) -> Result<Source, Io> {
    // A pipe would be waited for without end.
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
        return Err(Io::Special { path: path.to_path_buf() });
    }
    let file = File::open(path).map_err(|error| Io::of(path, &error))?;
    let is_list = has_extension(path, &["claims", "csv", "tsv", "json", "jsonl", "jsonld"]);
    read_all(file, path, if is_list { LONGEST_LIST } else { LONGEST_TEXT })
}

/// Reads as text whatever comes, under a name.
///
/// # Errors
///
/// It cannot be read, or there is more of it than `longest`.
pub fn read_all(from: impl Read, name: &Path, longest: u64) -> Result<Source, Io> {
    let mut bytes = Vec::new();
    from.take(longest + 1).read_to_end(&mut bytes).map_err(|error| Io::of(name, &error))?;
    if bytes.len() as u64 > longest {
        return Err(Io::TooLong { path: name.to_path_buf() });
    }
    Ok(Source::decode(name.to_string_lossy(), &bytes))
}

/// Whether the file's name ends in a dot and one of `extensions`, in any case of letters.
pub fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let Some(extension) = path.extension() else { return false };
    extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

struct Walker<W> {
    wanted: W,
    /// Folders seen, under their true paths.
    entered: FxHashSet<PathBuf>,
    found: Walk,
}

impl<W: Fn(&Path) -> bool> Walker<W> {
    fn named(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => self.tree(path),
            Ok(meta) => self.file(path, meta.is_file()),
            Err(error) => self.found.errors.push(Io::of(path, &error)),
        }
    }

    fn tree(&mut self, root: &Path) {
        let before = (self.found.files.len(), self.found.errors.len(), self.entered.len());
        let mut folders = vec![root.to_path_buf()];
        while let Some(folder) = folders.pop() {
            match self.folder(&folder) {
                Ok(inner) => folders.extend(inner),
                Err(error) => self.found.errors.push(Io::of(&plain(&folder), &error)),
            }
        }
        let nothing_found = before.0 == self.found.files.len() && before.1 == self.found.errors.len();
        if nothing_found && before.2 != self.entered.len() {
            self.found.errors.push(Io::NoTexts { path: root.to_path_buf() });
        }
    }

    /// Takes the files of a folder; gives the folders in it.
    fn folder(&mut self, folder: &Path) -> std::io::Result<Vec<PathBuf>> {
        let mut inner = Vec::new();
        if !self.entered.insert(fs::canonicalize(folder)?) {
            return Ok(inner);
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            // Links are followed, so the kind is asked of what they lead to.
            match fs::metadata(&path) {
                Ok(meta) if meta.is_dir() => {
                    if (self.wanted)(&path) {
                        self.found.namesakes.push(plain(&path));
                    }
                    inner.push(path);
                }
                Ok(meta) if (self.wanted)(&path) => self.file(&path, meta.is_file()),
                Err(error) if (self.wanted)(&path) => self.found.errors.push(Io::of(&plain(&path), &error)),
                Ok(_) | Err(_) => {}
            }
        }
        Ok(inner)
    }

    fn file(&mut self, path: &Path, regular: bool) {
        match regular {
            true => self.found.files.push(plain(path)),
            false => self.found.errors.push(Io::Special { path: plain(path) }),
        }
    }
}

/// The path without the `.` that a walk through the current folder begins with.
fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_path_buf()
}

/// Of files that are one and the same, keeps the first name.
fn keep_first_names(files: &mut Vec<PathBuf>) {
    let mut seen = FxHashSet::default();
    files.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
}
