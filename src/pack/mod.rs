//! Rule packs: one rule a file, as written ([`schema`]) and as checked ([`Rule`]).
//!
//! A pack is data: it can neither run code nor read files, and its patterns match in linear time. The packs of
//! `rules/` are compiled in; others are read by the command line and handed over as text.

mod builtin;
mod conditions;
mod example;
mod inspect;
mod instead;
mod load;
mod message;
mod mutate;
mod reader;
mod rule;
pub mod schema;
mod select;
mod unreadable;
mod workpiece;

pub use builtin::{builtin_files, builtin_files_for_checks, is_builtin, is_rule_file};
pub use conditions::Conditions;
pub use example::Example;
pub use inspect::{inspect, needless};
pub use load::{Pack, PackFault, RuleSource, load};
pub use message::{Fields, Message};
pub use mutate::{Change, Mutant, mutants};
pub use reader::{likelihood_scale, span_of};
pub use rule::{DateCheck, DirectiveCheck, FigureCheck, Grouping, PairCheck, PassageCheck, Rule, Subject};
pub use schema::SaidWord;
pub use select::{Around, Beyond, Selector};
pub use unreadable::toml_fault;
pub use workpiece::Workpiece;

#[cfg(test)]
mod tests;
