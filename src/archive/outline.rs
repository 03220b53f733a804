//! What an archive keeps of a claim beside its words: enough to tell most claims from those that matter to a draft
//! without reading them anew.

use super::marks::marks_of;
use crate::claim::{
    Act, Assertion, Attribution, Basis, Bound, Claim, Estimate, Grain, Interval, Irrealis, Medium, Modality,
    Origin, Participant, Particulars, Polarity, Predicate, Role, Skeleton, Speaker, Voice, Zone,
};
use crate::compare::{LikelihoodScale, Statement};
use crate::grammar::phrase::Words;
use crate::text::{FileId, Span};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A claim without its words. Written as JSON, in which what is as usual is left out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Outline {
    /// Whether the speaker has no name.
    #[serde(skip_serializing_if = "is_usual")]
    anonymous: bool,
    #[serde(skip_serializing_if = "is_usual")]
    via: Vec<Who>,
    /// Where that is not one sure day.
    #[serde(skip_serializing_if = "is_usual")]
    said: Option<Said>,
    #[serde(skip_serializing_if = "is_usual")]
    polarity: Polarity,
    #[serde(skip_serializing_if = "is_usual")]
    modality: Modality,
    #[serde(skip_serializing_if = "is_usual")]
    act: Act,
    #[serde(skip_serializing_if = "is_usual")]
    irrealis: Option<Irrealis>,
    /// Whether it holds an estimative word.
    #[serde(skip_serializing_if = "is_usual")]
    estimate: bool,
    /// The lemma, and whether the voice is passive.
    #[serde(skip_serializing_if = "is_usual")]
    predicate: Option<(String, bool)>,
    #[serde(skip_serializing_if = "is_usual")]
    subject: Option<Party>,
    #[serde(skip_serializing_if = "is_usual")]
    object: Option<Party>,
    #[serde(skip_serializing_if = "is_usual")]
    scope: Vec<String>,
    /// Marks of its words, where it has a predicate: nothing else is looked for in other words.
    #[serde(skip_serializing_if = "is_usual")]
    pub words: String,
}

/// Name, side, and whether the name is none.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
struct Who(String, Option<String>, bool);

/// First day and the one after the last, counted as in the tables; grain, bound, basis; whether it is sure.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Said(i32, i32, Grain, Bound, Basis, bool);

/// Head, modifiers, name.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Party(String, Vec<String>, Option<String>);

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Outline {
    pub fn of(statement: &Statement) -> Outline {
        let claim = &statement.claim;
        let Assertion { polarity, modality, act, irrealis, estimate, skeleton, .. } = &claim.assertion;
        let usual = |said: &Interval| *said == Interval::day(said.from);
        Outline {
            anonymous: claim.speaker.anonymous,
            via: claim.via.iter().map(Who::of).collect(),
            said: claim.said.filter(|said| !usual(said)).map(Said::of),
            polarity: *polarity,
            modality: *modality,
            act: *act,
            irrealis: *irrealis,
            estimate: estimate.is_some(),
            predicate: skeleton.predicate.as_ref().map(|it| (it.lemma.clone(), it.passive)),
            subject: Party::of(skeleton, Role::Subject),
            object: Party::of(skeleton, Role::Object),
            scope: skeleton.scope.clone(),
            words: skeleton.predicate.as_ref().map(|_| marks_of(statement)).unwrap_or_default(),
        }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// `None` where somebody else has written what no outline is.
    pub fn from_json(json: &str) -> Option<Outline> {
        serde_json::from_str(json).ok()
    }

    /// The claim as a statement of which only this is known, beside its speaker, the side and the day it is filed under:
    /// whatever turns on words, figures or dates of its content is open.
    pub fn statement(self, name: String, side: Option<String>, day: i64) -> Statement {
        let assertion = Assertion {
            polarity: self.polarity,
            modality: self.modality,
            act: self.act,
            irrealis: self.irrealis,
            estimate: self.estimate.then_some(Estimate { degree: "", negated: false }),
            skeleton: Skeleton {
                predicate: self.predicate.map(|(lemma, passive)| Predicate { lemma, span: NOWHERE, passive }),
                participants: self
                    .subject
                    .map(|it| it.participant(Role::Subject))
                    .into_iter()
                    .chain(self.object.map(|it| it.participant(Role::Object)))
                    .collect(),
                scope: self.scope,
                settings: Vec::new(),
            },
            ..Assertion::default()
        };
        let filed = i32::try_from(day).ok().filter(|day| *day > 0);
        let filed = filed.and_then(NaiveDate::from_num_days_from_ce_opt).map(Interval::day);
        let claim = Claim {
            id: String::new(),
            origin: ORIGIN,
            attribution: Attribution::of_source(None),
            speaker: Who(name, side, self.anonymous).speaker(),
            via: self.via.into_iter().map(Who::speaker).collect(),
            said: self.said.map_or(filed, Said::interval),
            dates: Vec::new(),
            assertion,
            topics: Vec::new(),
            links: Vec::new(),
            particulars: Particulars::default(),
        };
        Statement {
            claim,
            words: Words::default(),
            quotes: Vec::new(),
            source_words: Words::default(),
            sentence_words: Words::default(),
            sentence: 0,
            inner: Vec::new(),
            bare_weekday: false,
            likelihood: LikelihoodScale::usual(),
        }
    }
}

const NOWHERE: Span = Span { start: 0, end: 0 };

/// In a file that no text of a check is.
const ORIGIN: Origin = Origin {
    file: FileId(u32::MAX - 1),
    medium: Medium::Journal,
    zone: Zone::Body,
    voice: Voice::Source,
    span: NOWHERE,
    sentence: NOWHERE,
    paragraph: 0,
};

impl Who {
    fn of(speaker: &Speaker) -> Who {
        Who(speaker.name.clone(), speaker.side.clone(), speaker.anonymous)
    }

    fn speaker(self) -> Speaker {
        Speaker { name: self.0, side: self.1, anonymous: self.2, ..Speaker::default() }
    }
}

impl Said {
    fn of(said: Interval) -> Said {
        let days = (said.from.num_days_from_ce(), said.to.num_days_from_ce());
        Said(days.0, days.1, said.grain, said.bound, said.basis, said.sure)
    }

    fn interval(self) -> Option<Interval> {
        let Said(from, to, grain, bound, basis, sure) = self;
        let day = NaiveDate::from_num_days_from_ce_opt;
        Some(Interval { from: day(from)?, to: day(to)?, grain, modifier: None, bound, basis, sure })
    }
}

impl Party {
    /// The first in a role: no other is asked for.
    fn of(skeleton: &Skeleton, role: Role) -> Option<Party> {
        let first = skeleton.participants.iter().find(|participant| participant.role == role)?;
        Some(Party(first.head.clone(), first.modifiers.clone(), first.name.clone()))
    }

    fn participant(self, role: Role) -> Participant {
        let Party(head, modifiers, name) = self;
        Participant { role, head, modifiers, name, owner: None, span: NOWHERE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::reading::day_number;
    use crate::check::{Kit, record_statements};
    use crate::compare::{Alignment, align};
    use crate::record::of_sources;
    use crate::text::Source;

    /// What is written for the claims of a journal.
    fn written(journal: &str) -> Vec<(Statement, String)> {
        let record = of_sources([Source::new("dam.claims", journal)], FileId(0));
        let statements = record_statements(&record, &Kit::builtin()).into_iter();
        statements.map(|it| (it.clone(), Outline::of(&it).to_json())).collect()
    }

    #[test]
    fn what_is_usual_is_left_out() {
        let usual = &written("2031-05-02 Anna Berg\n    says the old dam is safe\n")[0].1;
        let words = ",\"words\":\"-EF1JXt-vY\"}";
        assert_eq!(
            usual.strip_suffix(words),
            Some(r#"{"modality":"CT","predicate":["safe",false],"subject":["dam",["old"],null]"#)
        );
    }

    #[test]
    fn an_outline_gives_what_tells_claims_apart() {
        let journal = "2031-05..2031-06 Anna Berg (Norland) via CNN\n    denies that the dam could break\n\n\
                       2031-05-02 a senior official\n    says Norland attacked the old port in May\n";
        for (statement, json) in written(journal) {
            let (own, day) = (&statement.claim, statement.claim.said.map_or(0, |said| day_number(said.from)));
            let read = Outline::from_json(&json).unwrap();
            let outline = read.statement(own.speaker.name.clone(), own.speaker.side.clone(), day).claim;
            assert_eq!(outline.said, own.said);
            assert_eq!(
                (outline.speaker.anonymous, outline.via.len()),
                (own.speaker.anonymous, own.via.len())
            );
            let (one, other) = (&outline.assertion, &own.assertion);
            assert_eq!((one.polarity, one.modality, one.act), (other.polarity, other.modality, other.act));
            assert_eq!(one.skeleton.scope, other.skeleton.scope);
            let alignment = align(&one.skeleton, &other.skeleton, &Kit::builtin().thesaurus);
            assert!(matches!(alignment, Alignment::Same { swapped: false, .. }), "{json}");
        }
        assert!(Outline::from_json("no outline").is_none());
    }
}
