//! *On whose say-so?* A linter for who said what.
//!
//! The modules stand in the order in which a draft passes them; each may use only those above it.

pub mod text;

pub mod claim;
pub mod finding;

pub mod document;

pub mod grammar;

pub mod resolve;

pub mod compare;

pub mod pack;

pub mod settings;

pub mod record;

pub mod check;

pub mod archive;

pub mod report;

pub mod exchange;

pub mod block;

pub mod lsp;

pub mod cli;
