//! Why two claims conflict, or do not: every rule about two claims, and the gate at which it stopped.

use super::pairs::{denial_weighing, misplaced};
use super::{Kit, denials_in};
use crate::compare::{Between, Lens, On, Opposed, Statement, Weighing, weigh};
use crate::finding::{Confidence, Gate, Relation, Step};
use crate::pack::{PairCheck, Rule, Subject};

/// How two claims fare under one rule.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The rule's id; empty for the general comparison that asks no rule.
    pub rule: String,
    /// What happened at its gates.
    pub weighing: Weighing,
}

/// Holds two claims under the general lens, then under each rule that takes them, the furthest first.
pub fn why(a: &Statement, b: &Statement, rules: &[Rule], kit: &Kit) -> Vec<Answer> {
    let general = Answer { rule: String::new(), weighing: weigh(a, b, &general_lens(), &kit.thesaurus) };
    let mut answers: Vec<Answer> = rules.iter().filter_map(|rule| answer(a, b, rule, kit)).collect();
    give_way(&mut answers, rules);
    answers.sort_by_key(|answer| std::cmp::Reverse(reached(&answer.weighing)));
    std::iter::once(general).chain(answers).collect()
}

/// Of all pairs of some claims the one that came furthest under a rule about two claims; `None` where it takes no pair.
pub(super) fn furthest<'s>(
    statements: &[&'s Statement],
    rule: &Rule,
    kit: &Kit,
) -> Option<([&'s Statement; 2], Answer)> {
    let pairs = statements
        .iter()
        .enumerate()
        .flat_map(|(at, a)| statements.get(at + 1..).unwrap_or_default().iter().map(move |b| [*a, *b]));
    let answers = pairs.filter_map(|[a, b]| Some(([a, b], answer(a, b, rule, kit)?)));
    // The first of those that came equally far.
    answers
        .reduce(|best, next| if reached(&next.1.weighing) > reached(&best.1.weighing) { next } else { best })
}

/// Takes back what a rule finds where another reports instead of it.
fn give_way(answers: &mut [Answer], rules: &[Rule]) {
    let fires = |id: &str| answers.iter().any(|it| it.rule == id && it.weighing.opposition.is_some());
    let telling: Vec<&Rule> = rules.iter().filter(|rule| fires(&rule.id)).collect();
    for answer in answers.iter_mut().filter(|answer| answer.weighing.opposition.is_some()) {
        if let Some(instead) = telling.iter().find(|rule| rule.instead_of.contains(&answer.rule)) {
            let reason = format!("{} says more of the two and reports instead", instead.id);
            answer.weighing.opposition = None;
            answer.weighing.trail.push(Step { gate: Gate::Weight, passed: false, reason });
        }
    }
}

fn answer(a: &Statement, b: &Statement, rule: &Rule, kit: &Kit) -> Option<Answer> {
    let Subject::Pair(pair) = &rule.subject else { return None };
    let PairCheck { lens, a: first, b: second } = pair.as_ref();
    let one_way = (first.takes(a) && second.takes(b)).then(|| held(a, b, lens, kit));
    let other_way = (first.takes(b) && second.takes(a)).then(|| held(b, a, lens, kit));
    let weighing = one_way.into_iter().chain(other_way).max_by_key(reached)?;
    Some(Answer { rule: rule.id.clone(), weighing })
}

/// Two claims under a lens, as far as they stand where it looks for them.
fn held(a: &Statement, b: &Statement, lens: &Lens, kit: &Kit) -> Weighing {
    if let Some(why) = misplaced(a, b, lens.between) {
        return stopped(why);
    }
    let turned_down = lens.opposed.iter().find_map(|opposed| match opposed {
        Opposed::Denial { participant } => Some(*participant),
        _ => None,
    });
    let Some(participant) = turned_down else { return weigh(a, b, lens, &kit.thesaurus) };
    let denials = denials_in(&[a, b], kit);
    let own = denials.iter().find(|it| it.denial == 0 && it.target.participant == participant);
    own.map_or_else(
        || stopped("the one does not turn the other down"),
        |found| denial_weighing(a, b, &found.target),
    )
}

fn stopped(why: &str) -> Weighing {
    Weighing {
        relation: Relation::NotComparable,
        by: None,
        trail: vec![Step { gate: Gate::Topic, passed: false, reason: why.to_owned() }],
        opposition: None,
        confidence: Confidence::Low,
    }
}

/// How many gates were passed.
fn reached(weighing: &Weighing) -> usize {
    weighing.trail.iter().filter(|step| step.passed).count()
}

/// Any two claims, any distance in time, opposed in any way that needs no pack.
pub(super) fn general_lens() -> Lens {
    let opposed = vec![
        Opposed::Polarity,
        Opposed::Probability { scale: None },
        Opposed::Roles,
        Opposed::Quantity { tolerance: 5.0, falls: false },
    ];
    Lens { between: Between::Anyone, on: On::Assertion, demands: false, within: None, topic: None, opposed }
}
