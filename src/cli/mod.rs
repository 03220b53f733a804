//! The command line: arguments, files, terminal, exit code. The only place for them.
//!
//! A command reads what it is told to and gives a `Reply`; nothing is printed before the reply is whole (but pairs
//! of claims are answered one by one, and an editor as it asks), and only here is it turned into output and exit code.
//! A text without a date stays undated; the day of the run (`--today`) counts for directives that name one, and for nothing else.

mod actors;
mod against;
mod archive;
mod args;
mod baseline;
mod bench;
mod check;
mod claims;
mod clock;
mod dates;
mod documents;
mod examine;
mod explain;
mod export;
mod fmt;
mod group;
mod import;
mod init;
mod input;
mod lsp;
mod packs;
mod pairs;
mod paths;
mod pool;
mod progress;
mod records;
mod relate;
mod reply;
mod rewrite;
mod rules;
mod screen;
mod settings;
mod shell;
mod since;
mod snapshot;
mod test;
mod threads;
mod timeline;
mod watch;
mod why;
mod wire;

use crate::text::{steers, visible_but};
use args::{Arguments, Command, TextForm};
use clap::Parser;
use reply::Failure;
use std::process::ExitCode;

/// Prints help, or what is wrong with the arguments; what they hold must not steer the terminal either.
fn refuse(error: &clap::Error) -> ExitCode {
    let held = std::env::args_os().any(|argument| argument.to_string_lossy().contains(steers));
    if held {
        return Failure::shown(visible_but(&error.to_string(), |c| c == '\n').into_owned())
            .into_reply()
            .deliver();
    }
    // Where it cannot be printed, nobody is left to be told so.
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let look = screen::look(arguments.color);
    let reply = match arguments.command {
        Command::Check(args) => check::run(&args, look),
        Command::Watch(args) => return watch::run(&args, look),
        Command::Baseline(args) => baseline::run(&args, look),
        Command::Config(command) => settings::run(&command, look),
        Command::Claims(args) if args.input == TextForm::Ndjson => return documents::run(&args, look),
        Command::Claims(args) => claims::run(&args, look),
        Command::Dates(args) => dates::run(&args, look),
        Command::Explain(args) => explain::run(&args, look),
        Command::Rules(args) => rules::run(&args, look),
        Command::Test(args) => test::run(&args, look),
        Command::Init(args) => init::run(&args),
        Command::Fmt(args) => fmt::run(&args, look),
        Command::Why(args) => why::run(&args, look),
        Command::Relate(args) => return relate::run(&args, look),
        Command::Actors(args) => actors::run(&args, look),
        Command::Timeline(args) => timeline::timeline(&args, look),
        Command::Sources(args) => timeline::sources(&args, look),
        Command::Archive(args) => archive::run(&args, look),
        Command::Export(args) => export::run(&args, look),
        Command::Import(args) => import::run(&args),
        Command::Lsp(args) => return lsp::run(args),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::man(&args),
    };
    reply.unwrap_or_else(Failure::into_reply).deliver()
}
