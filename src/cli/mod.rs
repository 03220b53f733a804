//! The command line: arguments, files, clock, terminal, exit code. The only place for them.
