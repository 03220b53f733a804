//! Date expressions as they are written (TIMEX3: DATE, TIME, DURATION, SET).

use crate::claim::WrittenDate;
use crate::text::Text;

/// The date expressions of a text, in its order, not overlapping.
pub fn dates(_text: &Text) -> Vec<WrittenDate> {
    Vec::new()
}
