//! Who and when: speakers and dates as written become speakers and intervals.

pub mod actors;
mod claims;
pub mod when;
pub mod who;

pub use claims::{Resolution, resolve, stated};
