//! Claims that leave for other machines: lines that carry all of a claim and the keys under which it meets others.
//!
//! A [`Reading`] is what was understood of a claim, whole: read back, it is the statement that the document gave, so that
//! whoever holds claims against one another needs neither their documents nor the grammar.

mod assertion;
mod group;
mod line;
mod reading;
mod told;

pub use group::{Group, Groups, Misplaced};
pub use line::{KeyedLine, Line, Unread};
pub use reading::Reading;
pub use told::{Told, TooLittle};

#[cfg(test)]
mod tests;
