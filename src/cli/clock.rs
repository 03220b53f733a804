//! The clock: the only place where it is asked.

use chrono::{DateTime, NaiveDate, Utc};
use std::time::SystemTime;

/// What day it is (UTC).
pub(super) fn today() -> NaiveDate {
    DateTime::<Utc>::from(SystemTime::now()).date_naive()
}
