//! Tables that nothing looks at, and steps that nothing reaches.

use crate::pack::reader::span_of;
use crate::pack::schema::{RuleFile, StepTable};
use crate::text::{Fault, Span};
use std::collections::BTreeMap;
use toml::Spanned;

/// A fault for each.
pub(super) fn idle(file: &RuleFile) -> Vec<Fault> {
    let empty = file.flags.iter().chain(&file.allows).map(|example| &example.draft);
    let empty = empty.filter(|draft| draft.get_ref().trim().is_empty()).map(no_draft);
    let idle = if file.pair.is_some() { idle_scales(file) } else { of_pairs_only(file) };
    idle.into_iter().chain(empty).collect()
}

/// Scales that nothing asks for, and steps that nothing leads to.
fn idle_scales(file: &RuleFile) -> Vec<Fault> {
    let opposed = file.opposed.as_ref().map(|opposed| &opposed.get_ref().scale);
    let is_used = |name: &Spanned<String>| opposed.is_some_and(|scales| scales.contains_key(name));
    let unused = file.scale.keys().filter(|name| !is_used(name)).map(unused);
    let out_of_reach = file.scale.values().flat_map(out_of_reach);
    unused.chain(out_of_reach).collect()
}

/// What only rules about two claims have.
fn of_pairs_only(file: &RuleFile) -> Vec<Fault> {
    let tables = [
        ("[topic]", file.topic.as_ref().map(span_of)),
        ("[opposed]", file.opposed.as_ref().map(span_of)),
        ("[scale]", file.scale.keys().next().map(span_of)),
        ("borrow", file.borrow.as_ref().map(span_of)),
        ("instead-of", file.instead_of.first().map(span_of)),
    ];
    tables.into_iter().filter_map(|(name, span)| Some(without_pair(name, span?))).collect()
}

fn without_pair(name: &str, span: Span) -> Fault {
    let fault =
        Fault::new(span, format!("`{name}` is for rules about two claims"), "nothing looks at it here");
    fault.with_help("take it out, or look at two claims with `[pair]`")
}

fn unused(name: &Spanned<String>) -> Fault {
    let scale = name.get_ref();
    let fault =
        Fault::new(span_of(name), format!("nothing asks for the scale `{scale}`"), "it changes nothing");
    fault.with_help(format!("add `{scale} = {{ gap = 1 }}` below `[opposed.scale]`"))
}

/// Steps that no words and no other step lead to.
fn out_of_reach(steps: &BTreeMap<Spanned<String>, StepTable>) -> Vec<Fault> {
    let is_negation = |name: &str| {
        steps.values().any(|step| step.negated.as_ref().is_some_and(|negated| negated.get_ref() == name))
    };
    let reached = |(name, step): &(&Spanned<String>, &StepTable)| {
        !step.phrases.is_empty() || !step.cues.is_empty() || is_negation(name.get_ref())
    };
    steps.iter().filter(|step| !reached(step)).map(|(name, _)| wordless(name)).collect()
}

fn wordless(name: &Spanned<String>) -> Fault {
    let title = format!("nothing tells that a claim is at `{}`", name.get_ref());
    let fault = Fault::new(span_of(name), title, "expected the words that it is known by");
    fault.with_help("add `phrases = [\"…\"]` or `cues = [\"…\"]`")
}

fn no_draft(draft: &Spanned<String>) -> Fault {
    let fault = Fault::new(span_of(draft), "this draft is empty", "it shows nothing");
    fault.with_help("write a sentence or two as they might stand in a draft")
}
