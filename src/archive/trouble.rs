//! What can go wrong with an archive.

use crate::record::Io;
use rusqlite::ErrorCode;
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
    /// Its pages do not fit together.
    Damaged,
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
            Some(ErrorCode::NotADatabase) => TroubleKind::Foreign,
            Some(ErrorCode::DatabaseCorrupt) => TroubleKind::Damaged,
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
    pub fn what(&self) -> &str {
        match &self.kind {
            TroubleKind::Missing => "there is no such archive",
            TroubleKind::Exists => "there is a file of this name already",
            TroubleKind::Foreign => "this is no archive of sayso",
            TroubleKind::Newer => "this archive was made by a later version of sayso",
            TroubleKind::Damaged => "this archive is damaged",
            TroubleKind::Full => "there is no room for more; nothing that was in the archive is lost",
            TroubleKind::Locked => "another program is writing to this archive",
            TroubleKind::Denied => "opening this archive is not permitted",
            TroubleKind::Failed(reason) => reason,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match &self.kind {
            TroubleKind::Missing => "make it with `sayso archive add`",
            TroubleKind::Exists => "add to it with `sayso archive add`, or take another name",
            TroubleKind::Foreign => "check the name",
            TroubleKind::Newer => "use that version, or build the archive anew from the files",
            TroubleKind::Damaged => "take a copy that is whole, or build the archive anew from the files",
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

impl From<Trouble> for Io {
    fn from(trouble: Trouble) -> Io {
        Io::Archive { what: trouble.what().to_owned(), help: trouble.help(), path: trouble.path }
    }
}
