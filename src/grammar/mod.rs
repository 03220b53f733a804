//! The grammar: the only home of nom. Text goes in, [`Claim<AsWritten>`](crate::claim::Claim) comes out.
//!
//! Each production stands over its function; GRAMMAR.md holds the whole.

pub mod assertion;
mod claims;
pub mod cue;
pub mod date;
pub mod directive;
pub mod gist;
mod identity;
pub mod item;
pub mod journal;
pub mod lexicon;
pub mod number;
mod packed;
pub mod phrase;
pub mod prose;
pub mod quote;
pub mod speaker;
pub mod table;
pub mod tag;
mod turns;

pub use claims::{Own, Reading, read};
pub use turns::turns;
