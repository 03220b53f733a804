//! Why two claims conflict, or do not: every rule about two claims, and the gate at which it stopped.

use super::Kit;
use crate::compare::{Between, Lens, On, Opposed, Statement, Weighing, weigh};
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
    answers.sort_by_key(|answer| std::cmp::Reverse(reached(&answer.weighing)));
    std::iter::once(general).chain(answers).collect()
}

fn answer(a: &Statement, b: &Statement, rule: &Rule, kit: &Kit) -> Option<Answer> {
    let Subject::Pair(pair) = &rule.subject else { return None };
    let PairCheck { lens, a: first, b: second } = pair.as_ref();
    let one_way = (first.takes(a) && second.takes(b)).then(|| weigh(a, b, lens, &kit.thesaurus));
    let other_way = (first.takes(b) && second.takes(a)).then(|| weigh(b, a, lens, &kit.thesaurus));
    let weighing = one_way.into_iter().chain(other_way).max_by_key(reached)?;
    Some(Answer { rule: rule.id.clone(), weighing })
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
