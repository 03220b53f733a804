//! What a command answers: output, messages, exit code.

use super::screen::{harmless, linked};
use crate::finding::Severity;
use crate::record::Io;
use crate::report::{InputFault, Look};
use crate::text::{visible, visible_but};
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

/// How a run ended. The graver one of two is the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Nothing to report.
    #[default]
    Clean,
    /// Something was found.
    Findings,
    /// Something could not be read or run.
    Failed,
}

/// The answer of a command.
#[derive(Clone, Debug, Default)]
pub(super) struct Reply {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    pub exit: Exit,
    /// Whether other programs read the output: then every character stays as it is, but on a terminal.
    pub verbatim: bool,
}

/// Why a command gives no answer: messages for people, each with what to do about it.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    messages: String,
}

impl Failure {
    /// One line: what is wrong; what to do.
    pub fn new(message: &str) -> Failure {
        Failure { messages: format!("error: {}\n", visible_but(message, |c| c == '\n')) }
    }

    /// Reports that are set already.
    pub fn shown(messages: String) -> Failure {
        Failure { messages }
    }

    /// For readers who have no standard error: an editor shows it.
    pub fn into_message(self) -> String {
        self.messages
    }

    pub fn into_reply(self) -> Reply {
        Reply { err: self.messages, exit: Exit::Failed, ..Reply::default() }
    }
}

impl From<Io> for Failure {
    fn from(error: Io) -> Failure {
        Failure::new(&error.to_string())
    }
}

impl From<Result<String, Failure>> for Reply {
    fn from(answer: Result<String, Failure>) -> Reply {
        answer.map_or_else(Failure::into_reply, Reply::verbatim)
    }
}

impl Reply {
    /// Output and nothing to report.
    pub fn printed(out: String) -> Reply {
        Reply { out, ..Reply::default() }
    }

    /// Output for other programs and nothing to report.
    pub fn verbatim(out: String) -> Reply {
        Reply { out, verbatim: true, ..Reply::default() }
    }

    /// One after the other.
    pub fn joined(replies: Vec<Reply>) -> Reply {
        let mut whole = Reply::default();
        whole.out.reserve(replies.iter().map(|reply| reply.out.len()).sum());
        for reply in replies {
            whole.out.push_str(&reply.out);
            whole.err.push_str(&reply.err);
            whole.exit = whole.exit.max(reply.exit);
        }
        whole
    }

    /// Adds faults of the files that were read; an error among them makes the run a failure.
    pub fn note<'f>(&mut self, faults: impl IntoIterator<Item = InputFault<'f>>, look: Look) {
        for fault in faults {
            self.err.push_str(&fault.show(&look));
            if fault.severity == Severity::Error {
                self.exit = Exit::Failed;
            }
        }
    }

    /// Adds something that went wrong, in a line of its own, and that the run failed for it.
    pub fn complain(&mut self, what: &impl Display) {
        self.err.push_str(&format!("error: {}\n", visible(&what.to_string())));
        self.exit = Exit::Failed;
    }

    /// Adds what could not be read, each thing once, and that the run failed for it.
    pub fn fail(&mut self, mut errors: Vec<Io>) {
        errors.sort_by(|one, other| one.path().cmp(other.path()));
        errors.dedup();
        errors.iter().for_each(|error| self.complain(error));
    }

    /// Prints it. A pipe that is closed at the other end is no failure: whoever closed it has read enough.
    pub fn deliver(self) -> ExitCode {
        let exit = self.exit;
        match self.print() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Reply::unprintable(&error),
            _ => exit.code(),
        }
    }

    /// That standard output takes nothing, and how such a run ends.
    pub fn unprintable(error: &io::Error) -> ExitCode {
        // Where standard error cannot be written to, nobody is left to be told so.
        let _ = writeln!(io::stderr(), "error: standard output: {error}; give it a place with room");
        Exit::Failed.code()
    }

    /// Prints it after signs that steer the terminal.
    pub fn print_after(self, signs: &str) -> io::Result<()> {
        io::stdout().write_all(signs.as_bytes())?;
        self.print()
    }

    fn print(self) -> io::Result<()> {
        // Where standard error cannot be written to, nobody is left to be told so.
        let _ = io::stderr().write_all(harmless(&self.err).as_bytes());
        let mut stdout = io::stdout().lock();
        let out = match (stdout.is_terminal(), self.verbatim) {
            (true, _) => with_links(harmless(&self.out)),
            (false, false) => harmless(&self.out),
            (false, true) => self.out,
        };
        stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush())
    }
}

/// Prints answers one by one, each as soon as it is there. A failure among them is told, and the run ends as one.
pub(super) fn deliver_each(answers: impl Iterator<Item = impl Into<Reply>>) -> ExitCode {
    let mut exit = Exit::Clean;
    for answer in answers {
        let reply = answer.into();
        exit = exit.max(reply.exit);
        match reply.print() {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => break,
            Err(error) => return Reply::unprintable(&error),
        }
    }
    exit.code()
}

/// Places as links, on terminals that show them.
fn with_links(text: String) -> String {
    let shows = supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
    match std::env::current_dir() {
        Ok(folder) if shows => linked(&text, &folder),
        _ => text,
    }
}

impl Exit {
    fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Failed => 2,
        })
    }
}
