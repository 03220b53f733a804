//! Claims as other programs write them: tables (CSV), JSON lines, JSON-LD (schema.org's Claim and ClaimReview).
//!
//! Either way a claim passes through a [`Row`] of named fields. What comes in becomes a journal, the form in which people
//! keep claims; what goes out is what journals, transcripts and articles state.

mod claim;
mod entry;
mod json;
mod linked;
mod linked_read;
mod read;
mod row;
mod table;

pub use entry::Wrong;
pub use json::print_lines;
pub use linked::print as print_linked;
pub use read::{Form, Imported, Unread, import, import_rows, one_journal};
pub use row::{Placed, Row, nameless, rows};
pub use table::print as print_table;
