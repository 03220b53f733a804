//! What a pattern could do without: each alternative, each optional part, each gap.

use super::{Pattern, Term};
use std::fmt;

/// A part of a pattern that could be otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What would be otherwise.
    pub loss: Loss,
    /// The part.
    pub part: Pattern,
    /// The pattern if it were.
    pub without: Pattern,
    /// The pattern as far as it is there for the sake of this part: what it matches shows what the part is good for.
    pub shown_by: Pattern,
}

/// What a pattern can lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// One of several alternatives.
    Alternative,
    /// Something optional.
    Option,
    /// That it is optional.
    Choice,
    /// A gap.
    Gap,
}

impl Pattern {
    /// Its parts in their order, those within one another too.
    pub fn parts(&self) -> Vec<Part> {
        match self {
            Pattern::Sequence(items) => within(items, |items| Pattern::Sequence(items.to_vec()), true),
            Pattern::Either(items) => {
                let own = (0..items.len()).filter_map(|at| alternative(items, at));
                own.chain(within(items, |items| Pattern::Either(items.to_vec()), false)).collect()
            }
            Pattern::Optional(inner) => optional(inner),
            Pattern::Gap(0) | Pattern::Term(_) => Vec::new(),
            Pattern::Gap(width) => {
                let filled = vec![Pattern::Term(Term::Any), Pattern::Gap(width - 1)];
                vec![Part::new(Loss::Gap, self, nothing(), Pattern::Sequence(filled))]
            }
        }
    }
}

impl Part {
    fn new(loss: Loss, part: &Pattern, without: Pattern, shown_by: Pattern) -> Part {
        Part { loss, part: part.clone(), without, shown_by }
    }
}

fn nothing() -> Pattern {
    Pattern::Sequence(Vec::new())
}

/// One alternative: the others without it, and it alone.
fn alternative(items: &[Pattern], at: usize) -> Option<Part> {
    let item = items.get(at)?;
    let mut others = items.to_vec();
    others.remove(at);
    Some(Part::new(Loss::Alternative, item, Pattern::Either(others), item.clone()))
}

fn optional(inner: &Pattern) -> Vec<Part> {
    let own = [
        Part::new(Loss::Option, inner, nothing(), inner.clone()),
        Part::new(Loss::Choice, inner, inner.clone(), nothing()),
    ];
    let inside = inner
        .parts()
        .into_iter()
        .map(|part| Part { without: Pattern::Optional(Box::new(part.without)), ..part });
    own.into_iter().chain(inside).collect()
}

/// The parts of the items of a list; `all` says whether the others are there as well where one is shown.
fn within(items: &[Pattern], list: impl Fn(&[Pattern]) -> Pattern, all: bool) -> Vec<Part> {
    let of_item = |(at, item): (usize, &Pattern)| {
        let with = |changed: Pattern| {
            let mut items = items.to_vec();
            items.splice(at..=at, [changed]);
            list(&items)
        };
        let parts = item.parts().into_iter().map(|part| Part {
            without: with(part.without),
            shown_by: if all { with(part.shown_by) } else { part.shown_by },
            ..part
        });
        parts.collect::<Vec<_>>()
    };
    items.iter().enumerate().flat_map(of_item).collect()
}

/// As it is written in a rule.
impl fmt::Display for Pattern {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Pattern::Sequence(items) => {
                let items: Vec<String> = items.iter().map(Pattern::as_item).collect();
                let items = items.iter().filter(|item| !item.is_empty());
                out.write_str(&items.map(String::as_str).collect::<Vec<_>>().join(" "))
            }
            Pattern::Either(items) => {
                let items: Vec<String> = items.iter().map(Pattern::to_string).collect();
                out.write_str(&items.join("|"))
            }
            Pattern::Optional(inner) if matches!(**inner, Pattern::Term(_)) => write!(out, "{inner}?"),
            Pattern::Optional(inner) => write!(out, "({inner})?"),
            Pattern::Gap(width) => write!(out, "…{width}"),
            Pattern::Term(term) => term.fmt(out),
        }
    }
}

impl Pattern {
    /// As it is written beside others.
    fn as_item(&self) -> String {
        if matches!(self, Pattern::Either(_)) { format!("({self})") } else { self.to_string() }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Term::Base(word) => out.write_str(word),
            Term::Exact(word) => write!(out, "={word}"),
            Term::Prefix(word) => write!(out, "{word}*"),
            class => write!(out, "<{}>", class.class()),
        }
    }
}
