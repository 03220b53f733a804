//! What a rule looks at.

use super::measure::days;
use super::{Reader, span_of};
use crate::compare::{Lens, Topic};
use crate::pack::rule::{
    DateCheck, DirectiveCheck, FigureCheck, Grouping, PairCheck, PassageCheck, Rule, Subject,
};
use crate::pack::schema::{
    ClaimTable, DateTable, DateWord, DirectiveTable, DirectiveWord, FigureWord, FiguresTable, PairTable,
    PassagePer, PassageTable, PerWord, RuleFile, SelectTable, TopicTable,
};
use crate::text::{Fault, Span};
use std::collections::BTreeMap;
use toml::{Spanned, Value};

impl Reader<'_> {
    pub(super) fn subject(&mut self, file: &RuleFile, lender: Option<&Rule>) -> Option<Subject> {
        let mut subjects = Vec::new();
        let pair = file.pair.as_ref().map(|table| self.pair(file, table.get_ref(), lender));
        subjects.extend(pair);
        subjects.extend(file.claim.as_ref().map(|table| Some(self.claim(table.get_ref()))));
        subjects.extend(file.passage.as_ref().map(|table| Some(self.passage(table.get_ref()))));
        subjects.extend(file.figures.as_ref().map(|table| Some(figures(table.get_ref()))));
        subjects.extend(file.date.as_ref().map(|table| Some(date(table.get_ref()))));
        subjects.extend(file.directive.as_ref().map(|table| Some(directive(table.get_ref()))));
        if subjects.len() != 1 {
            self.faults.push(not_one(span_of(&file.id), subjects.len()));
        }
        subjects.into_iter().next().flatten()
    }

    fn claim(&mut self, table: &ClaimTable) -> Subject {
        let per = match table.per {
            PerWord::Claim => Grouping::Each,
            PerWord::Speaker => Grouping::Speaker,
            PerWord::Document => Grouping::Document,
        };
        Subject::Claim { select: Box::new(self.selector(&table.select)), per }
    }

    fn passage(&mut self, table: &PassageTable) -> Subject {
        let per = match table.per {
            PassagePer::Passage => Grouping::Each,
            PassagePer::Document => Grouping::Document,
        };
        Subject::Passage(Box::new(PassageCheck {
            holds: self.watch(&table.holds),
            with: table.with.as_ref().map(|list| self.watch(list)),
            beside: table.beside.as_ref().map(|list| self.watch(list)),
            unless: table.unless.as_ref().map(|list| self.watch(list)),
            lacks: table.lacks.iter().map(|(name, list)| (name.clone(), self.watch(list))).collect(),
            at_least: table.at_least.unwrap_or(usize::from(!table.lacks.is_empty())),
            near: table.near,
            per,
        }))
    }

    fn pair(&mut self, file: &RuleFile, table: &PairTable, lender: Option<&Rule>) -> Option<Subject> {
        let lent = lender.and_then(|rule| match &rule.subject {
            Subject::Pair(pair) => Some(&pair.lens),
            _ => None,
        });
        let opposed = match &file.opposed {
            Some(opposed) => self.opposed(opposed, &file.scale, lent),
            None => {
                self.faults.push(
                    Fault::new(
                        span_of(&file.id),
                        "a rule about two claims needs `[opposed]`",
                        "expected in what they are opposed",
                    )
                    .with_help("for instance `[opposed]` with `polarity = true`"),
                );
                return None;
            }
        };
        let topic = file.topic.as_ref().map(|topic| self.topic(topic.get_ref()));
        let lens = Lens {
            between: table.between,
            on: table.on,
            demands: table.demands,
            within: table.within.as_ref().and_then(|within| self.inside(within, days)),
            topic: topic.or_else(|| lent.and_then(|lens| lens.topic.clone())),
            opposed,
        };
        let side = |reader: &mut Self, select: &Option<SelectTable>| {
            reader.selector(&select.clone().unwrap_or_default())
        };
        Some(Subject::Pair(Box::new(PairCheck { lens, a: side(self, &table.a), b: side(self, &table.b) })))
    }

    fn topic(&mut self, table: &TopicTable) -> Topic {
        Topic {
            name: table.name.clone(),
            any: self.phrases(&table.any),
            unless: self.phrases(&table.unless),
            bound_to: table.bound_to,
        }
    }
}

/// The fault of a file with the tables of several subjects, which comes before any other that is in one of them.
pub fn several_subjects(text: &str) -> Option<Fault> {
    let tables: BTreeMap<String, Spanned<Value>> = toml::from_str(text).ok()?;
    let known = |(name, _): &(&String, &Spanned<Value>)| SUBJECTS.contains(&name.as_str());
    let subjects = tables.iter().filter(known).count();
    let place = tables.get("id").map_or(Span::new(0, 0), span_of);
    (subjects > 1).then(|| not_one(place, subjects))
}

/// The tables of which a rule has one.
const SUBJECTS: [&str; 6] = ["pair", "claim", "passage", "figures", "date", "directive"];

fn not_one(place: Span, subjects: usize) -> Fault {
    let tables = SUBJECTS.map(|name| format!("`[{name}]`")).join(", ");
    let fault = Fault::new(place, "a rule looks at one thing", format!("expected one of {tables}"));
    fault.with_help(match subjects {
        0 => "add the table of what it looks at, for instance `[claim.select]`",
        _ => "keep one of these tables, and make a rule of its own of each other",
    })
}

fn figures(table: &FiguresTable) -> Subject {
    Subject::Figures(match table.wrong {
        FigureWord::Apposed => FigureCheck::Apposed,
        FigureWord::Change => FigureCheck::Change,
        FigureWord::Share => FigureCheck::Share,
        FigureWord::Parts => FigureCheck::Parts,
        FigureWord::Lead => FigureCheck::Lead,
    })
}

fn date(table: &DateTable) -> Subject {
    Subject::Date(match table.wrong {
        DateWord::Weekday => DateCheck::Weekday,
        DateWord::Unresolved => DateCheck::Unresolved,
    })
}

fn directive(table: &DirectiveTable) -> Subject {
    Subject::Directive(match table.wrong {
        DirectiveWord::Malformed => DirectiveCheck::Malformed,
        DirectiveWord::Unexplained => DirectiveCheck::Unexplained,
        DirectiveWord::UnknownRule => DirectiveCheck::UnknownRule,
        DirectiveWord::Expired => DirectiveCheck::Expired,
        DirectiveWord::Unused => DirectiveCheck::Unused,
    })
}
