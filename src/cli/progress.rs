//! How far long work has come, for somebody who waits at a terminal.

use std::io::{IsTerminal, Write, stderr};

/// A line on standard error that is written over and over, and gone in the end. Silent where nobody watches.
pub(super) struct Progress {
    watched: bool,
}

impl Progress {
    pub fn new() -> Progress {
        Progress { watched: stderr().is_terminal() }
    }

    /// Shows how much of how much is done.
    pub fn show(&self, done: usize, all: usize, what: &str) {
        if self.watched {
            // Where it cannot be written, nobody waits for it.
            let _ = write!(stderr(), "\r\u{1b}[K{done} of {all} {what}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.watched {
            let _ = write!(stderr(), "\r\u{1b}[K");
        }
    }
}
