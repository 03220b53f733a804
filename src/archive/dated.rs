//! Claims as the index numbers them: in the order of time.

/// A claim with the day it was said: days from the year 1 on, 0 where it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Dated(pub i64);

/// The lower half is the claim.
const DAY: i64 = 1 << 32;

impl Dated {
    pub fn new(day: i64, claim: i64) -> Dated {
        Dated(day * DAY + claim)
    }

    /// Before all claims of a day.
    pub fn begin(day: i64) -> Dated {
        Dated(day * DAY)
    }

    /// See `claims.id` in the tables.
    pub fn claim(self) -> i64 {
        self.0 % DAY
    }

    pub fn day(self) -> i64 {
        self.0 / DAY
    }
}
