//! The record: what sources are on record as having said.
