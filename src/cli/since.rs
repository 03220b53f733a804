//! Which lines of a text have changed since a revision; git tells.

use super::reply::Failure;
use crate::text::Source;
use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

/// The lines (from 1) of the file that are new or different since `revision`, also where it had another name then; `None`
/// where git does not know the file, so that all of them are.
///
/// # Errors
/// Git is not there, the file lies in no repository, or that has no such revision.
pub(super) fn changed_lines(
    path: &Path,
    revision: &str,
) -> Result<Option<Vec<RangeInclusive<usize>>>, Failure> {
    let past = Past { path, revision };
    let commit = past.commit()?;
    let Some(known) = past.known()? else { return Ok(None) };
    let old = if past.is_in(&commit) { None } else { past.old_name(&commit, &known)? };
    let names =
        old.into_iter().map(|old| format!(":(top,literal){old}")).chain([format!(":(top,literal){known}")]);
    let names: Vec<String> = names.collect();
    let mut args = vec!["diff", "--unified=0", "--text", "--no-color", "--no-ext-diff", "--no-textconv"];
    args.extend(["--find-renames", commit.as_str(), "--"]);
    args.extend(names.iter().map(String::as_str));
    Ok(Some(past.git(&args)?.lines().filter_map(new_lines).collect()))
}

/// The same for what came on standard input under the name of a file.
///
/// # Errors
/// The same, and that the input has no name.
pub(super) fn changed_lines_of_input(
    source: &Source,
    revision: &str,
) -> Result<Option<Vec<RangeInclusive<usize>>>, Failure> {
    let path = Path::new(source.name());
    if !path.parent().is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir())
        || source.name() == UNNAMED
    {
        let message = "--since cannot tell which lines of standard input are new; say with --stdin-filename which file it is";
        return Err(Failure::new(message));
    }
    let past = Past { path, revision };
    let commit = past.commit()?;
    let old = if past.is_in(&commit) {
        past.at(&commit)
    } else {
        let Some(known) = past.known()? else { return Ok(None) };
        let Some(old) = past.old_name(&commit, &known)? else { return Ok(None) };
        format!("{commit}:{old}")
    };
    Ok(Some(new_in(&past.git(&["show", &old])?, source.text())))
}

/// What standard input is called where nobody has named it.
const UNNAMED: &str = "<stdin>";

/// The lines between what two texts have in common at their beginnings and at their ends.
fn new_in(old: &str, new: &str) -> Vec<RangeInclusive<usize>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let after = old.iter().skip(before).rev().zip(new.iter().skip(before).rev());
    let last = new.len() - after.take_while(|(old, new)| old == new).count();
    if before < last { vec![before + 1..=last] } else { Vec::new() }
}

/// A file, and the revision that it is held against.
struct Past<'p> {
    path: &'p Path,
    revision: &'p str,
}

impl Past<'_> {
    /// Only what git itself calls a commit is handed on to it: an argument must not be taken for an option.
    fn commit(&self) -> Result<String, Failure> {
        let commit = format!("{}^{{commit}}", self.revision);
        Ok(self.git(&["rev-parse", "--verify", "--end-of-options", &commit])?.trim().to_owned())
    }

    /// The file's name from the top of its repository, if git knows it.
    fn known(&self) -> Result<Option<String>, Failure> {
        let listed = self.git(&["ls-files", "-z", "--full-name", "--", &self.name()])?;
        Ok(listed.split('\0').next().filter(|name| !name.is_empty()).map(str::to_owned))
    }

    fn is_in(&self, commit: &str) -> bool {
        self.git(&["cat-file", "-e", &self.at(commit)]).is_ok()
    }

    /// What the file was called in a commit that does not have it, as far as its words tell.
    fn old_name(&self, commit: &str, known: &str) -> Result<Option<String>, Failure> {
        let renamed =
            self.git(&["diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", commit])?;
        let mut fields = renamed.split('\0');
        while let (Some(_), Some(old), Some(new)) = (fields.next(), fields.next(), fields.next()) {
            if new == known {
                return Ok(Some(old.to_owned()));
            }
        }
        Ok(None)
    }

    fn at(&self, commit: &str) -> String {
        format!("{commit}:./{}", self.name())
    }

    fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn git(&self, args: &[&str]) -> Result<String, Failure> {
        let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
        git(self.path, &args, self.revision)
    }
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
    fn what_texts_share_at_both_ends_is_old() {
        assert_eq!(new_in("a\nb\nc\n", "a\nx\ny\nc\n"), [2..=3]);
        assert_eq!(new_in("a\nb\n", "a\nb\n"), []);
        assert_eq!(new_in("a\na\n", "a\na\na\n"), [3..=3]);
        assert_eq!(new_in("a\nb\n", "a\n"), []);
    }

    #[test]
    fn heads_of_hunks_tell_the_new_lines() {
        assert_eq!(new_lines("@@ -3,2 +4 @@ The dam"), Some(4..=4));
        assert_eq!(new_lines("@@ -0,0 +1,12 @@"), Some(1..=12));
        assert_eq!(new_lines("@@ -3 +2,0 @@"), None);
        assert_eq!(new_lines("+@@ -3 +2 @@"), None);
    }
}
