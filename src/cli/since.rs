//! Which lines of a text have changed since a revision; git tells.

use super::reply::Failure;
use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

/// The lines (from 1) of the file that are new or different since `revision`; `None` where git does not know the file, so
/// that all of them are.
///
/// # Errors
/// Git is not there, the file lies in no repository, or that has no such revision.
pub(super) fn changed_lines(
    path: &Path,
    revision: &str,
) -> Result<Option<Vec<RangeInclusive<usize>>>, Failure> {
    let name = path.file_name().unwrap_or_default();
    // Only what git itself calls a commit is handed on to it: an argument must not be taken for an option.
    let commit = format!("{revision}^{{commit}}");
    let commit =
        git(path, &["rev-parse", "--verify", "--end-of-options", &commit].map(OsStr::new), revision)?;
    let known = git(
        path,
        &["ls-files", "--"].map(OsStr::new).into_iter().chain([name]).collect::<Vec<_>>(),
        revision,
    )?;
    if known.is_empty() {
        return Ok(None);
    }
    let args =
        ["diff", "--unified=0", "--text", "--no-color", "--no-ext-diff", commit.trim(), "--"].map(OsStr::new);
    let text = git(path, &args.into_iter().chain([name]).collect::<Vec<_>>(), revision)?;
    Ok(Some(text.lines().filter_map(new_lines).collect()))
}

fn git(path: &Path, args: &[&OsStr], revision: &str) -> Result<String, Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match Command::new("git").arg("-C").arg(folder).args(args).output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => {
            let reason = String::from_utf8_lossy(&output.stderr);
            let reason = reason.lines().next().unwrap_or_default();
            let remedy = "name a commit, branch or tag of the repository that the text lies in";
            Err(Failure::new(&format!("--since {revision}: {reason}; {remedy}")))
        }
        Err(error) => {
            Err(Failure::new(&format!("--since needs git: {error}; install it or leave --since out")))
        }
    }
}

/// The lines of the new file in the head of a hunk, `@@ -3,2 +4 @@`; none where lines were only taken away.
fn new_lines(line: &str) -> Option<RangeInclusive<usize>> {
    let new = line.strip_prefix("@@ -")?.split_once(" +")?.1;
    let new = new.split_once(' ').map_or(new, |(new, _)| new);
    let (first, count) = new.split_once(',').unwrap_or((new, "1"));
    let (first, count): (usize, usize) = (first.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| first..=first + count - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_hunks_tell_the_new_lines() {
        assert_eq!(new_lines("@@ -3,2 +4 @@ The dam"), Some(4..=4));
        assert_eq!(new_lines("@@ -0,0 +1,12 @@"), Some(1..=12));
        assert_eq!(new_lines("@@ -3 +2,0 @@"), None);
        assert_eq!(new_lines("+@@ -3 +2 @@"), None);
    }
}
