//! Suppression of findings by comment.
