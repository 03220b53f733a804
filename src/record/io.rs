//! What can keep a file from being read.

use crate::text::visible;
use std::borrow::Cow;
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A file or folder that could not be read. `Display` gives the path, what happened and the remedy in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Io {
    /// There is nothing of that name.
    NotFound {
        /// As the user gave it, or as found in a folder.
        path: PathBuf,
    },
    /// There is nothing of that name, and a settings file names it.
    Misnamed {
        /// As seen from here.
        path: PathBuf,
        /// Where: file and line.
        by: String,
    },
    /// The system does not let this user read it.
    Denied {
        /// As the user gave it, or as found in a folder.
        path: PathBuf,
    },
    /// It was to be written, and cannot be.
    Unwritable {
        /// As the user gave it.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// A folder, where a file is to be read.
    Folder {
        /// As the user gave it.
        path: PathBuf,
    },
    /// Neither a file nor a folder: a pipe, a socket, a device.
    Special {
        /// As the user gave it, or as found in a folder.
        path: PathBuf,
    },
    /// Longer than anything that people write or read.
    TooLong {
        /// As the user gave it, or as found in a folder.
        path: PathBuf,
    },
    /// A folder in which nothing is to be read.
    NoTexts {
        /// As the user gave it.
        path: PathBuf,
    },
    /// A text named as part of the record that does not say what it is.
    NotOnRecord {
        /// As the user gave it.
        path: PathBuf,
    },
    /// An archive that cannot be used.
    Archive {
        /// As the user gave it.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
        /// What to do about it.
        help: &'static str,
    },
    /// Anything else.
    Failed {
        /// As the user gave it, or as found in a folder.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
}

impl Io {
    /// The error of the system for a path, sorted.
    pub fn of(path: &Path, error: &std::io::Error) -> Io {
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::NotFound => Io::NotFound { path },
            ErrorKind::PermissionDenied => Io::Denied { path },
            ErrorKind::IsADirectory => Io::Folder { path },
            _ => Io::Failed { path, reason: error.to_string() },
        }
    }

    /// The error of the system for a path that was to be written, sorted.
    pub fn of_writing(path: &Path, error: &std::io::Error) -> Io {
        let reason = match error.kind() {
            ErrorKind::PermissionDenied => "writing it is not permitted".to_owned(),
            // What was to be written is not there, and need not be: its folder is not.
            ErrorKind::NotFound => "there is no folder to write it into".to_owned(),
            _ => error.to_string(),
        };
        Io::Unwritable { path: path.to_path_buf(), reason }
    }

    /// The file or folder.
    pub fn path(&self) -> &Path {
        match self {
            Io::NotFound { path }
            | Io::Misnamed { path, .. }
            | Io::Denied { path }
            | Io::Unwritable { path, .. }
            | Io::Folder { path }
            | Io::Special { path }
            | Io::TooLong { path }
            | Io::NoTexts { path }
            | Io::NotOnRecord { path }
            | Io::Archive { path, .. }
            | Io::Failed { path, .. } => path,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Cow<'static, str> {
        let help = match self {
            Io::Misnamed { by, .. } => {
                return Cow::Owned(format!("correct {by}, which names it; paths there are from its folder"));
            }
            Io::NotFound { .. } => "check the spelling and the folder you are in",
            Io::Denied { .. } => "ask for the right to read it, or leave it out",
            Io::Unwritable { .. } => "name another file, or see that this one can be written",
            Io::Folder { .. } => "name a file, or put one in its place",
            Io::Special { .. } => "name a file or a folder, or `-` for standard input",
            Io::TooLong { .. } => {
                "cut it into several, texts of at most 64 MB, journals and tables of 1024 MB"
            }
            Io::NoTexts { .. } => "put texts there whose names end in .md, .markdown, .txt or .claims",
            Io::NotOnRecord { .. } => "write `kind: transcript` or `kind: article` into its front matter",
            Io::Archive { help, .. } => help,
            Io::Failed { .. } => "try again once it can be opened",
        };
        Cow::Borrowed(help)
    }

    /// What happened.
    pub fn what(&self) -> &str {
        match self {
            Io::NotFound { .. } | Io::Misnamed { .. } => "there is no such file or folder",
            Io::Denied { .. } => "reading it is not permitted",
            Io::Unwritable { reason, .. } => reason,
            Io::Folder { .. } => "this is a folder, not a file",
            Io::Special { .. } => "this is neither a file nor a folder",
            Io::TooLong { .. } => "this is too long to be read",
            Io::NoTexts { .. } => "there is nothing to read in this folder",
            Io::NotOnRecord { .. } => "this text does not say that it is a transcript or an article",
            Io::Archive { what, .. } => what,
            Io::Failed { reason, .. } => reason,
        }
    }
}

impl fmt::Display for Io {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, what) = (self.path().to_string_lossy(), self.what());
        write!(f, "{}: {}; {}", visible(&path), visible(what), self.help())
    }
}

impl std::error::Error for Io {}
