//! Who and when: speakers and dates as written become speakers and intervals.

pub mod actors;
pub mod when;
pub mod who;
