//! What every check needs beside its rules: word lists, actors, how attributions are chosen.

use crate::compare::{Deeds, LikelihoodScale, Marking, Thesaurus};
use crate::grammar::phrase::{Phrase, Phrases};
use crate::grammar::prose::Choosing;
use crate::resolve::actors::Actors;

/// Word lists and the like, read once and used for every draft.
#[derive(Clone, Debug)]
pub struct Kit {
    /// Synonyms and opposites of predicates.
    pub thesaurus: Thesaurus,
    /// Phrases by which a text marks a conflict itself.
    pub marking: Marking,
    /// Who is known beyond the texts themselves.
    pub actors: Actors,
    /// How attributions are chosen.
    pub choosing: Choosing,
    /// What estimative words stand for, where no rule says otherwise.
    pub likelihood: &'static LikelihoodScale,
}

impl Kit {
    /// The built-in word lists and actors.
    pub fn builtin() -> Kit {
        Kit {
            thesaurus: Thesaurus::parse(include_str!("../../rules/lexicon/thesaurus.txt"))
                .with_deeds(Deeds::parse(include_str!("../../rules/lexicon/deeds.txt"))),
            marking: Marking {
                contrast: phrases(include_str!("../../rules/lexicon/conflict-contrast.txt")),
                outright: phrases(include_str!("../../rules/lexicon/conflict-outright.txt")),
                announced: phrases(include_str!("../../rules/lexicon/conflict-announced.txt")),
                turn: phrases(include_str!("../../rules/lexicon/conflict-turn.txt")),
                first: phrases(include_str!("../../rules/lexicon/conflict-first.txt")),
                none: phrases(include_str!("../../rules/lexicon/conflict-none.txt")),
            },
            actors: Actors::builtin(),
            choosing: Choosing::default(),
            likelihood: LikelihoodScale::usual(),
        }
    }
}

/// One phrase a line; `#` starts a comment. The lists are compiled in and tested, so a faulty line is left out.
pub(super) fn phrases(lines: &str) -> Phrases {
    let lines = lines.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    Phrases::new(lines.filter(|line| !line.is_empty()).filter_map(|line| Phrase::new(line).ok()).collect())
}
