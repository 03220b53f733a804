//! The `sayso` program; everything is in [`sayso::cli`].

fn main() {}
