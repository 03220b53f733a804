//! Comparison of two claims: alignment, opposition, wording, and the gates a conflict must pass.
