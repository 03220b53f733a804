//! In what two claims must be opposed.

use super::measure::percent;
use super::{Reader, span_of, values, with_nearest};
use crate::compare::{Context, Departure, Lens, LikelihoodScale, Opposed, StanceScale, StanceStep, Weight};
use crate::pack::schema::{DepartureWord, DisjointWord, OpposedTable, Scales, StepTable, WordingTable};
use crate::text::{Fault, did_you_mean};
use std::collections::BTreeMap;
use toml::Spanned;

impl Reader<'_> {
    /// `lent` is the lens of the rule that this one borrows its scales from.
    pub(super) fn opposed(
        &mut self,
        table: &Spanned<OpposedTable>,
        scales: &Scales,
        lent: Option<&Lens>,
    ) -> Vec<Opposed> {
        let given = table.get_ref();
        let mut opposed = switches(given);
        opposed.extend(given.probability.as_ref().and_then(|given| self.probability(given)));
        opposed.extend(given.certainty.map(|levels| Opposed::Certainty { levels }));
        opposed.extend(given.stale_weekday.map(|days| Opposed::StaleWeekday { days }));
        opposed.extend(given.wording.as_ref().map(|wording| self.wording(wording)));
        opposed.extend(given.denial.map(|denial| Opposed::Denial { participant: denial.participant }));
        if let Some(quantity) = &given.quantity {
            let tolerance = self.inside(&quantity.tolerance, percent);
            opposed.extend(tolerance.map(|tolerance| Opposed::Quantity { tolerance, falls: quantity.falls }));
        }
        for (name, table) in &given.scale {
            match self.find_scale(name.get_ref(), scales, lent) {
                Some(scale) => {
                    self.check_gap(&table.gap, &scale);
                    opposed.push(Opposed::Scale { scale, gap: *table.gap.get_ref() });
                }
                None => self.faults.push(unknown_scale(name, scales)),
            }
        }
        if opposed.is_empty()
            && given.scale.is_empty()
            && given.quantity.is_none()
            && given.probability.is_none()
        {
            self.faults.push(
                Fault::new(
                    span_of(table),
                    "`[opposed]` names no opposition",
                    "expected at least one key that holds",
                )
                .with_help(
                    "for instance `polarity = true`: one says that it is so, the other that it is not",
                ),
            );
        }
        opposed
    }

    /// Whether some two steps of a scale lie so far apart.
    fn check_gap(&mut self, gap: &Spanned<f64>, scale: &StanceScale) {
        let wide = *gap.get_ref();
        let ends = |end: fn(f64, f64) -> f64| scale.steps.iter().map(|step| step.at).reduce(end);
        let widest = ends(f64::max).unwrap_or_default() - ends(f64::min).unwrap_or_default();
        if !(wide.is_finite() && wide > 0.0) {
            let fault = Fault::new(span_of(gap), format!("`{wide}` is no gap"), "expected a number above 0");
            self.faults.push(fault.with_help("for instance `gap = 2`: two steps that lie 2 or more apart"));
        } else if wide > widest {
            let title = format!("no two steps of `{}` lie {wide} apart", scale.name);
            let fault = Fault::new(span_of(gap), title, format!("expected at most {widest}"));
            self.faults.push(fault.with_help(match scale.steps.len() {
                0 | 1 => "a scale has two steps at the least; add another".to_owned(),
                _ if widest <= 0.0 => "let its steps lie at different numbers".to_owned(),
                _ => format!("write `gap = {widest}` or less, or move the steps apart"),
            }));
        }
    }

    fn probability(&mut self, given: &DisjointWord) -> Option<Opposed> {
        let DisjointWord::DisjointOn(name) = given else { return Some(Opposed::Probability { scale: None }) };
        let scale = likelihood_scale(name).map_err(|fault| self.faults.push(fault)).ok()?;
        Some(Opposed::Probability { scale: Some(scale) })
    }

    fn find_scale(&mut self, name: &str, scales: &Scales, lent: Option<&Lens>) -> Option<StanceScale> {
        if let Some(steps) = scales.get(name) {
            return Some(self.scale(name, steps));
        }
        lent?.opposed.iter().find_map(|opposed| match opposed {
            Opposed::Scale { scale, .. } if scale.name == name => Some(scale.clone()),
            _ => None,
        })
    }

    fn scale(&mut self, name: &str, steps: &BTreeMap<Spanned<String>, StepTable>) -> StanceScale {
        let steps = steps.iter().map(|(step, table)| {
            if let Some(negated) =
                table.negated.as_ref().filter(|negated| !steps.contains_key(negated.get_ref().as_str()))
            {
                let fault = Fault::new(
                    span_of(negated),
                    format!("the scale has no step `{}`", negated.get_ref()),
                    "expected the name of a step",
                );
                self.faults.push(with_nearest(
                    fault,
                    negated.get_ref(),
                    steps.keys().map(|step| step.get_ref().as_str()),
                ));
            }
            if !table.at.get_ref().is_finite() {
                let fault =
                    Fault::new(span_of(&table.at), "a step lies at a number", "expected one that is finite");
                self.faults.push(fault);
            }
            StanceStep {
                name: step.get_ref().clone(),
                at: *table.at.get_ref(),
                phrases: self.phrases(&table.phrases),
                cues: values(&table.cues),
                negated: table.negated.as_ref().map(|negated| negated.get_ref().clone()),
            }
        });
        StanceScale { name: name.to_owned(), steps: steps.collect() }
    }

    fn wording(&mut self, table: &WordingTable) -> Opposed {
        let departure = match table.departure {
            DepartureWord::Altered => Departure::Altered,
            DepartureWord::Shortened => Departure::Shortened,
            DepartureWord::Negation => Departure::Changed(Weight::Negation),
            DepartureWord::Figure => Departure::Changed(Weight::Number),
            DepartureWord::Modal => Departure::Changed(Weight::Modal),
            DepartureWord::Hedge => Departure::Changed(Weight::Hedge),
            DepartureWord::Spliced => Departure::Spliced,
            DepartureWord::OtherSpeaker => Departure::OtherSpeaker,
            DepartureWord::OtherDay => Departure::OtherDay,
            DepartureWord::OutOfContext => Departure::OutOfContext(Box::new(Context {
                after: self.phrases(&table.after),
                before: self.phrases(&table.before),
                told: self.phrases(&table.told),
                relayed: self.phrases(&table.relayed),
                rejected: self.phrases(&table.rejected),
            })),
        };
        Opposed::Wording { at_least: table.at_least, departure }
    }
}

/// The oppositions that are wanted or not, without anything more to say of them.
fn switches(given: &OpposedTable) -> Vec<Opposed> {
    let all = [
        (given.polarity, Opposed::Polarity),
        (given.roles, Opposed::Roles),
        (given.agents, Opposed::Agents),
        (given.hedge_dropped, Opposed::HedgeDropped),
        (given.chain_dropped, Opposed::ChainDropped),
        (given.source_dropped, Opposed::SourceDropped),
        (given.shared_root, Opposed::SharedRoot),
        (given.answered_before, Opposed::AnsweredBefore),
    ];
    all.into_iter().filter(|(wanted, _)| *wanted == Some(true)).map(|(_, opposed)| opposed).collect()
}

/// The scale of likelihood of this name.
///
/// # Errors
/// The names that there are, and the one that was probably meant.
pub fn likelihood_scale(name: &Spanned<String>) -> Result<&'static LikelihoodScale, Fault> {
    LikelihoodScale::named(name.get_ref()).ok_or_else(|| {
        let names: Vec<&str> = LikelihoodScale::names().collect();
        let title = format!("there is no scale of likelihood `{}`", name.get_ref());
        let fault = Fault::new(span_of(name), title, format!("expected one of {}", names.join(", ")));
        fault.with_help(did_you_mean(name.get_ref(), names, "`icd203` is the usual one"))
    })
}

fn unknown_scale(name: &Spanned<String>, scales: &Scales) -> Fault {
    let written = name.get_ref();
    let fault = Fault::new(
        span_of(name),
        format!("there is no `[scale.{written}]`"),
        "expected a scale of this file",
    );
    let fault = fault.with_help(format!("add `[scale.{written}]` with its steps"));
    with_nearest(fault, written, scales.keys().map(|scale| scale.get_ref().as_str()))
}
