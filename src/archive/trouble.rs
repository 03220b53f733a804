//! What can go wrong with an archive.

use crate::record::Io;
use rusqlite::ErrorCode;
use rusqlite::types::Type;
use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

/// Why an archive cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The archive.
    pub path: PathBuf,
    /// What is wrong.
    pub kind: TroubleKind,
}

/// The kinds of [`Trouble`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// There is no such file.
    Missing,
    /// There is one where a new one was to be made.
    Exists,
    /// A file that is no archive.
    Foreign,
    /// Made by a later version of the program.
    Newer,
    /// Made by a version whose tables were others.
    Older,
    /// It is not as it was written; in what, where that is known.
    Damaged(Option<String>),
    /// No room on the disk.
    Full,
    /// Somebody else writes to it.
    Locked,
    /// The system does not let this user.
    Denied,
    /// Anything else.
    Failed(String),
}

impl Trouble {
    pub(super) fn new(path: &Path, kind: TroubleKind) -> Trouble {
        Trouble { path: path.to_path_buf(), kind }
    }

    pub(super) fn of(path: &Path, error: &rusqlite::Error) -> Trouble {
        let kind = match error.sqlite_error_code() {
            _ if is_unwritten(error) => TroubleKind::Full,
            None if is_misread(error) => TroubleKind::Damaged(place_of(error)),
            Some(ErrorCode::NotADatabase) => TroubleKind::Foreign,
            Some(ErrorCode::DatabaseCorrupt) => TroubleKind::Damaged(None),
            Some(ErrorCode::DiskFull) => TroubleKind::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => TroubleKind::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                TroubleKind::Denied
            }
            _ => TroubleKind::Failed(error.to_string()),
        };
        Trouble::new(path, kind)
    }

    /// What is wrong.
    pub fn what(&self) -> Cow<'_, str> {
        let what = match &self.kind {
            TroubleKind::Missing => "there is no such archive",
            TroubleKind::Exists => "there is a file of this name already",
            TroubleKind::Foreign => "this is no archive of sayso",
            TroubleKind::Newer => "this archive was made by a later version of sayso",
            TroubleKind::Older => {
                "this archive was made by an earlier version of sayso, whose tables were others"
            }
            TroubleKind::Damaged(None) => "this archive is damaged",
            TroubleKind::Damaged(Some(place)) => {
                return Cow::Owned(format!("this archive is damaged: {place}"));
            }
            TroubleKind::Full => "there is no room for more; nothing that was in the archive is lost",
            TroubleKind::Locked => "another program is writing to this archive",
            TroubleKind::Denied => "opening this archive is not permitted",
            TroubleKind::Failed(reason) => reason,
        };
        Cow::Borrowed(what)
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match &self.kind {
            TroubleKind::Missing => "make it with `sayso archive add ARCHIVE FILES`",
            TroubleKind::Exists => "add to it with `sayso archive add ARCHIVE FILES`, or take another name",
            TroubleKind::Foreign => "check the name",
            TroubleKind::Newer => "use that version, or build the archive anew from the files",
            TroubleKind::Older => "build the archive anew from the files",
            TroubleKind::Damaged(_) => "take a copy that is whole, or build the archive anew from the files",
            TroubleKind::Full => "make room and run it again",
            TroubleKind::Locked => "run it again when that is done",
            TroubleKind::Denied => "ask for the right to it and to its folder",
            TroubleKind::Failed(_) => {
                "run it again, and build the archive anew from the files if that does not help"
            }
        }
    }
}

/// Whether a write failed: a full disk has more than one way to say so.
fn is_unwritten(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE)
}

/// Whether a table holds what nobody has written there.
fn is_misread(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{
        FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, QueryReturnedNoRows, Utf8Error,
    };
    matches!(
        error,
        FromSqlConversionFailure(..)
            | IntegralValueOutOfRange(..)
            | InvalidColumnType(..)
            | QueryReturnedNoRows
            | Utf8Error(..)
    )
}

/// Damage that no page of the file shows.
pub(super) fn damage(place: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(Damage(place)))
}

fn place_of(error: &rusqlite::Error) -> Option<String> {
    let rusqlite::Error::FromSqlConversionFailure(_, _, reason) = error else { return None };
    reason.downcast_ref::<Damage>().map(|damage| damage.0.clone())
}

#[derive(Debug)]
struct Damage(String);

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Damage {}

impl From<Trouble> for Io {
    fn from(trouble: Trouble) -> Io {
        Io::Archive { what: trouble.what().into_owned(), help: trouble.help(), path: trouble.path }
    }
}
