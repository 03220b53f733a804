//! How far the sentences of the drafts came on the way to findings.

use super::grid::Grid;
use crate::check::Stats;
use crate::finding::Gate;

/// A line a stage; of pairs, how many passed each gate.
pub fn stats_table(stats: &Stats, findings: usize, columns: usize) -> String {
    let before = [
        ("sentences", stats.sentences),
        ("with something attributed", stats.cued),
        ("claims", stats.claims),
        ("pairs that a rule held together", stats.pairs),
    ];
    let gates = stats.passed.iter().map(|(gate, count)| (title(*gate), *count));
    let stages = before.into_iter().chain(gates).chain([("findings", findings)]);
    let rows: Vec<[String; 2]> = stages.map(|(stage, count)| [count.to_string(), stage.to_owned()]).collect();
    Grid::new(1, &[0]).print(&rows, columns)
}

fn title(gate: Gate) -> &'static str {
    match gate {
        Gate::Stated => "both stated",
        Gate::Topic => "on one topic",
        Gate::Scope => "of one scope",
        Gate::Time => "in time",
        Gate::Opposed => "opposed",
        Gate::Standing => "not taken back",
        Gate::Weight => "weighed",
    }
}
