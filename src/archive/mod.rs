//! The record in one file, for when it is too large to be read whole: an SQLite database.
//!
//! An archive keeps the words of what was added, and an index by which a draft finds the few passages it must be held
//! against. These are read anew, by the same code as a folder, so that the answers are the same. The tables are
//! described in `schema.sql`.

mod dated;
mod digest;
mod draft;
mod find;
mod marks;
mod open;
mod outline;
mod reading;
mod search;
mod sieve;
mod stats;
mod term;
mod trouble;
mod write;

pub use draft::Wanted;
pub use open::Archive;
pub use reading::{Part, Read, parts, read};
pub use search::{Search, Sure};
pub use sieve::{Found, Sifted};
pub use stats::Stats;
pub use trouble::Trouble;
pub use write::{Known, Writer};
