//! The `sayso` program; everything is in [`sayso::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    sayso::cli::main()
}
