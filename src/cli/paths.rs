//! Paths as they are spelt everywhere: from the folder that a run is started in, or from another.

use crate::report::Root;
use std::path::{Component, Path, PathBuf};

/// The path without `.` in it; one inside the current folder as seen from there, however it was typed.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    undotted(path.strip_prefix(&here).unwrap_or(path))
}

/// The path without `.` in it.
pub(super) fn undotted(path: &Path) -> PathBuf {
    let plain: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if plain.as_os_str().is_empty() { PathBuf::from(".") } else { plain }
}

/// The path as it is typed behind a command: in quotation marks if a shell would read it otherwise.
pub(super) fn typed(path: &Path) -> String {
    let path = path.to_string_lossy();
    let is_plain = |sign: char| sign.is_alphanumeric() || "/._-+:@%,\\".contains(sign);
    match path.chars().all(is_plain) && !path.starts_with('-') {
        true => path.into_owned(),
        false => format!("'{}'", path.replace('\'', "'\\''")),
    }
}

/// A path as seen from a folder, with slashes.
pub(super) fn seen_from(folder: &Path, path: &Path) -> String {
    let whole = |path: &Path| plain(&std::path::absolute(path).unwrap_or(path.to_path_buf()));
    let (folder, path) = (whole(folder), whole(path));
    let shared = folder.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    let relative: PathBuf = up.chain(path.components().skip(shared)).collect();
    relative.to_string_lossy().replace('\\', "/")
}

/// The repository that a run stands in: that of the nearest folder with a `.git` in it, or none.
pub(super) fn repository() -> Root {
    let here = std::env::current_dir().unwrap_or_default();
    let above = here.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&here);
    let inside = here.strip_prefix(above).unwrap_or(Path::new(""));
    let spelt = |path: &Path| path.to_string_lossy().replace('\\', "/");
    Root { folder: spelt(above), here: spelt(inside) }
}

/// The path without `..` where that can be told from its spelling.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir if plain.file_name().is_some() => drop(plain.pop()),
            part => plain.push(part),
        }
        plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_one_spelling() {
        let here = std::env::current_dir().unwrap();
        for (typed, spelt) in [
            ("./a.md", "a.md"),
            ("a/./b.md", "a/b.md"),
            (".", "."),
            ("./", "."),
            ("../a.md", "../a.md"),
            ("/a.md", "/a.md"),
        ] {
            assert_eq!(tidy(Path::new(typed)), Path::new(spelt), "{typed}");
        }
        assert_eq!(tidy(&here.join("a/b.md")), Path::new("a/b.md"));
        assert_eq!(tidy(&here), Path::new("."));
    }

    #[test]
    fn a_path_is_seen_from_a_folder() {
        for (folder, path, seen) in [
            ("", "a.md", "a.md"),
            ("desk", "desk/news/a.md", "news/a.md"),
            ("desk", "news/a.md", "../news/a.md"),
            ("/x/desk", "/x/desk/../a.md", "../a.md"),
        ] {
            let folder = if folder.is_empty() { Path::new(".") } else { Path::new(folder) };
            assert_eq!(seen_from(folder, Path::new(path)), seen, "{folder:?} {path}");
        }
    }
}
