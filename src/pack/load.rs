//! From rule files to rules: every phrase compiled, every fault with its place.

use super::example::Example;
use super::message::Message;
use super::rule::{DateCheck, FigureCheck, Grouping, PairCheck, Rule, Subject};
use super::schema::{
    ApposedWord, ClaimTable, ExampleTable, OpposedTable, PairTable, PerWord, RuleFile, SelectTable,
    StepTable, TopicTable, WeekdayWord,
};
use super::select::Selector;
use crate::claim::Class;
use crate::compare::{Lens, Opposed, StanceScale, StanceStep, Topic};
use crate::finding::Confidence;
use crate::grammar::phrase::{Phrase, Phrases};
use crate::text::{Fault, Span};
use std::collections::BTreeMap;
use toml::Spanned;

/// A rule file before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// Its path, `<pack>/<rule>.toml` at the end.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl RuleSource {
    /// The id that its path asks for: `<pack>/<rule>`.
    pub fn id(&self) -> String {
        let path = self.path.strip_suffix(".toml").unwrap_or(&self.path);
        let mut parts = path.rsplit('/');
        let (rule, pack) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if pack.is_empty() { rule.to_owned() } else { format!("{pack}/{rule}") }
    }
}

/// The faults of one file.
#[derive(Clone, Debug)]
pub struct PackFault {
    /// The file.
    pub source: RuleSource,
    /// What is wrong in it; spans in bytes of its text.
    pub faults: Vec<Fault>,
}

/// Rules that passed, in the order of their ids, and the files that did not.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The faulty files.
    pub faults: Vec<PackFault>,
}

/// Reads rule files. A rule of the same id replaces an earlier one, so that users can override the built-in.
pub fn load(sources: impl IntoIterator<Item = RuleSource>) -> Pack {
    let mut rules = BTreeMap::new();
    let mut faults = Vec::new();
    for source in sources {
        match read_rule(&source) {
            Ok(rule) => {
                rules.insert(rule.id.clone(), rule);
            }
            Err(found) => faults.push(PackFault { source, faults: found }),
        }
    }
    Pack { rules: rules.into_values().collect(), faults }
}

fn read_rule(source: &RuleSource) -> Result<Rule, Vec<Fault>> {
    let file: RuleFile =
        toml::from_str(&source.text).map_err(|error| vec![toml_fault(&source.text, &error)])?;
    let mut reader = Reader { text: &source.text, faults: Vec::new(), phrases: Vec::new() };
    let rule = reader.rule(file, &source.id());
    match rule {
        Some(rule) if reader.faults.is_empty() => Ok(rule),
        _ => Err(reader.faults),
    }
}

/// A fault of the TOML itself, with the key that was probably meant.
pub fn toml_fault(text: &str, error: &toml::de::Error) -> Fault {
    let span =
        error.span().map_or(Span::new(0, 0), |range| Span::new(range.start, range.end.min(text.len())));
    let message = error.message();
    let mut quoted = message.split('`').skip(1).step_by(2);
    let fault = Fault::new(
        span,
        message.split(", expected").next().unwrap_or(message),
        "the file cannot be read from here on",
    );
    let Some(found) = quoted.next().filter(|_| message.starts_with("unknown")) else { return fault };
    let near = quoted.map(|known| (strsim::damerau_levenshtein(found, known), known)).min();
    match near {
        Some((distance, known)) if distance <= 3 => fault.with_help(format!("did you mean `{known}`?")),
        _ => fault.with_help(message.split_once(", ").map_or(message, |(_, expected)| expected).to_owned()),
    }
}

/// Reads the tables of one file and gathers what is wrong in them.
struct Reader<'t> {
    text: &'t str,
    faults: Vec<Fault>,
    phrases: Vec<Phrase>,
}

impl Reader<'_> {
    fn rule(&mut self, file: RuleFile, expected_id: &str) -> Option<Rule> {
        self.check_id(&file.id, expected_id);
        self.check_examples(&file);
        let message = self.inside(&file.message, Message::parse);
        let subject = self.subject(&file);
        Some(Rule {
            id: file.id.get_ref().clone(),
            title: file.title,
            severity: file.severity,
            confidence: file.confidence.unwrap_or(Confidence::High),
            why: file.why.trim().to_owned(),
            norms: file.norms,
            message: message?,
            help: file.help.trim().to_owned(),
            subject: subject?,
            flags: self.examples(&file.flags),
            allows: self.examples(&file.allows),
            phrases: std::mem::take(&mut self.phrases),
        })
    }

    fn check_id(&mut self, id: &Spanned<String>, expected: &str) {
        if *id.get_ref() != expected {
            let fault = Fault::new(span_of(id), "the id is not the path", format!("expected `{expected}`"));
            self.faults.push(fault.with_help("name the file after the rule, or the rule after the file"));
        }
    }

    fn check_examples(&mut self, file: &RuleFile) {
        for (kind, list, least) in [("flags", &file.flags, 1), ("allows", &file.allows, 1)] {
            if list.len() < least {
                let fault = Fault::new(
                    span_of(&file.id),
                    format!("the rule has no `[[{kind}]]` example"),
                    "a rule without examples does not load",
                );
                self.faults.push(fault.with_help(format!("add a `[[{kind}]]` with a `draft`")));
            }
        }
    }

    fn subject(&mut self, file: &RuleFile) -> Option<Subject> {
        let given = [file.pair.is_some(), file.claim.is_some(), file.figures.is_some(), file.date.is_some()];
        if given.iter().filter(|given| **given).count() != 1 {
            let fault = Fault::new(
                span_of(&file.id),
                "a rule looks at one thing",
                "expected one of `[pair]`, `[claim]`, `[figures]`, `[date]`",
            );
            self.faults.push(fault);
            return None;
        }
        if let Some(pair) = &file.pair {
            return self.pair(file, pair.get_ref());
        }
        if let Some(claim) = &file.claim {
            return Some(self.claim(claim.get_ref()));
        }
        if let Some(figures) = &file.figures {
            let ApposedWord::Disagree = figures.get_ref().apposed;
            return Some(Subject::Figures(FigureCheck::ApposedDisagree));
        }
        let WeekdayWord::Mismatched = file.date.as_ref()?.get_ref().weekday;
        Some(Subject::Date(DateCheck::WeekdayMismatched))
    }

    fn claim(&mut self, table: &ClaimTable) -> Subject {
        let per = match table.per {
            PerWord::Claim => Grouping::Claim,
            PerWord::Speaker => Grouping::Speaker,
        };
        Subject::Claim { select: Box::new(self.selector(&table.select)), per }
    }

    fn pair(&mut self, file: &RuleFile, table: &PairTable) -> Option<Subject> {
        let opposed = match &file.opposed {
            Some(opposed) => self.opposed(opposed, &file.scale),
            None => {
                self.faults.push(Fault::new(
                    span_of(&file.id),
                    "a rule about two claims needs `[opposed]`",
                    "expected in what they are opposed",
                ));
                return None;
            }
        };
        let lens = Lens {
            between: table.between,
            within: table.within.as_ref().and_then(|within| self.inside(within, days)),
            topic: file.topic.as_ref().map(|topic| self.topic(topic.get_ref())),
            opposed,
        };
        let side = |reader: &mut Self, select: &Option<SelectTable>| {
            reader.selector(&select.clone().unwrap_or_default())
        };
        Some(Subject::Pair(Box::new(PairCheck { lens, a: side(self, &table.a), b: side(self, &table.b) })))
    }

    fn topic(&mut self, table: &TopicTable) -> Topic {
        Topic { name: table.name.clone(), any: self.phrases(&table.any), unless: self.phrases(&table.unless) }
    }

    fn opposed(
        &mut self,
        table: &Spanned<OpposedTable>,
        scales: &BTreeMap<String, BTreeMap<String, StepTable>>,
    ) -> Vec<Opposed> {
        let given = table.get_ref();
        let mut opposed = Vec::new();
        let mut add = |wanted: bool, kind: Opposed| {
            if wanted {
                opposed.push(kind)
            }
        };
        add(given.polarity == Some(true), Opposed::Polarity);
        add(given.probability.is_some(), Opposed::Probability);
        add(given.roles == Some(true), Opposed::Roles);
        add(given.hedge_dropped == Some(true), Opposed::HedgeDropped);
        add(given.chain_dropped == Some(true), Opposed::ChainDropped);
        opposed.extend(given.certainty.map(|levels| Opposed::Certainty { levels }));
        opposed.extend(given.stale_weekday.map(|days| Opposed::StaleWeekday { days }));
        opposed.extend(given.wording.map(|wording| Opposed::Wording { at_least: wording.at_least }));
        opposed.extend(given.denial.map(|denial| Opposed::Denial { participant: denial.participant }));
        let quantity = given.quantity.as_ref().and_then(|quantity| self.inside(&quantity.tolerance, percent));
        opposed.extend(quantity.map(|tolerance| Opposed::Quantity { tolerance }));
        for (name, gap) in &given.scale {
            match scales.get(name) {
                Some(steps) => opposed.push(Opposed::Scale { scale: self.scale(name, steps), gap: gap.gap }),
                None => self.faults.push(unknown_scale(span_of(table), name, scales)),
            }
        }
        if opposed.is_empty() && given.scale.is_empty() {
            self.faults.push(Fault::new(
                span_of(table),
                "`[opposed]` names no opposition",
                "expected at least one key",
            ));
        }
        opposed
    }

    fn scale(&mut self, name: &str, steps: &BTreeMap<String, StepTable>) -> StanceScale {
        let mut read = Vec::new();
        for (step, table) in steps {
            if let Some(negated) =
                table.negated.as_ref().filter(|negated| !steps.contains_key(negated.get_ref()))
            {
                let fault = Fault::new(
                    span_of(negated),
                    format!("the scale has no step `{}`", negated.get_ref()),
                    "expected the name of a step",
                );
                self.faults.push(fault);
            }
            read.push(StanceStep {
                name: step.clone(),
                at: table.at,
                phrases: self.phrases(&table.phrases),
                negated: table.negated.as_ref().map(|negated| negated.get_ref().clone()),
            });
        }
        StanceScale { name: name.to_owned(), steps: read }
    }

    fn selector(&mut self, table: &SelectTable) -> Selector {
        let mut phrases = |list: &Option<Vec<Spanned<String>>>| {
            list.as_ref().map_or(Phrases::default(), |list| self.phrases(list))
        };
        Selector {
            source: phrases(&table.source),
            source_unless: phrases(&table.source_unless),
            content: phrases(&table.content),
            sentence_unless: phrases(&table.sentence_unless),
            voice: table.voice,
            zone: table.zone.clone(),
            sourced: table.sourced,
            anonymous: table.anonymous,
            group: table.group,
            side: table.side,
            relayed: table.relayed,
            corroborated: table.corroborated,
            quoted: table.quoted,
            act: table.act.clone(),
            class: table.class.clone().unwrap_or_else(|| vec![Class::Speech]),
            evidential: table.evidential.clone(),
            modality: table.modality.clone(),
            polarity: table.polarity.clone(),
            cue: table.cue.clone(),
        }
    }

    fn phrases(&mut self, list: &[Spanned<String>]) -> Phrases {
        let read: Vec<_> = list.iter().filter_map(|phrase| self.inside(phrase, Phrase::new)).collect();
        self.phrases.extend(read.iter().cloned());
        Phrases::new(read)
    }

    fn examples(&mut self, tables: &[ExampleTable]) -> Vec<Example> {
        tables.iter().map(|table| self.example(table)).collect()
    }

    fn example(&mut self, table: &ExampleTable) -> Example {
        let date = table.date.as_ref().and_then(|date| match date.parse() {
            Ok(date) => Some(date),
            Err(_) => {
                self.faults.push(Fault::new(
                    span_of(&table.draft),
                    format!("`{date}` is no date"),
                    "expected the draft’s day as YYYY-MM-DD",
                ));
                None
            }
        });
        Example {
            draft: table.draft.get_ref().clone(),
            date,
            record: table.record.clone(),
            transcript: table.transcript.clone(),
            note: table.note.clone(),
            marks: table.marks.clone(),
            todo: table.todo.clone(),
        }
    }

    /// Reads a value that has a grammar of its own; its fault is moved to its place in the file.
    fn inside<T>(&mut self, value: &Spanned<String>, read: impl Fn(&str) -> Result<T, Fault>) -> Option<T> {
        read(value.get_ref()).map_err(|fault| self.faults.push(self.moved(fault, value))).ok()
    }

    fn moved(&self, mut fault: Fault, value: &Spanned<String>) -> Fault {
        let whole = span_of(value);
        // Escapes make the value differ from the file; then the whole string is the place.
        fault.span = match whole.slice(self.text).find(value.get_ref().as_str()) {
            Some(quote) => {
                Span::new(whole.start + quote + fault.span.start, whole.start + quote + fault.span.end)
            }
            None => whole,
        };
        fault
    }
}

fn span_of<T>(value: &Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}

fn unknown_scale(span: Span, name: &str, scales: &BTreeMap<String, BTreeMap<String, StepTable>>) -> Fault {
    let fault = Fault::new(span, format!("there is no `[scale.{name}]`"), "expected a scale of this file");
    match scales.keys().min_by_key(|known| strsim::damerau_levenshtein(known, name)) {
        Some(near) => fault.with_help(format!("did you mean `{near}`?")),
        None => fault.with_help(format!("add `[scale.{name}]` with its steps")),
    }
}

/// "30 days", "2 weeks", "6 months", "1 year".
fn days(words: &str) -> Result<i64, Fault> {
    let fault = || {
        Fault::new(
            Span::new(0, words.len()),
            format!("`{words}` is no length of time"),
            "expected a number and days, weeks, months or years",
        )
        .with_help("for instance `within = \"30 days\"`")
    };
    let (number, unit) = words.trim().split_once(' ').ok_or_else(fault)?;
    let number: i64 = number.parse().ok().filter(|number| (0..100_000).contains(number)).ok_or_else(fault)?;
    match unit.trim().trim_end_matches('s') {
        "day" => Ok(number),
        "week" => Ok(number * 7),
        "month" => Ok(number * 31),
        "year" => Ok(number * 366),
        _ => Err(fault()),
    }
}

/// "5%".
fn percent(words: &str) -> Result<f64, Fault> {
    let number = words.trim().strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok());
    number.filter(|number| (0.0..=100.0).contains(number)).ok_or_else(|| {
        Fault::new(
            Span::new(0, words.len()),
            format!("`{words}` is no percentage"),
            "expected a number from 0 to 100 and `%`",
        )
    })
}
