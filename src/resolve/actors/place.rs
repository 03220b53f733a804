//! Where a text names states and their capitals.

use super::fold::fold;
use super::{Actor, Actors};
use crate::text::{Case, Span, Text, Token};

/// The most words of a name that is looked for: "Bosnia and Herzegovina" has three, a form with an article four.
const LONGEST: usize = 4;

impl Actors {
    /// The names of states and capitals in a text, in its order; of two that overlap the longer.
    pub fn places_in(&self, text: &Text) -> Vec<Span> {
        let tokens = text.tokens();
        let mut places = Vec::new();
        let mut next = 0;
        while let Some(token) = tokens.get(next) {
            let begins = can_begin(token) && self.begins_place(text.word(next));
            let length = if begins { self.place_at(text, next) } else { None };
            places.extend(length.map(|length| text.span_of(next..next + length)));
            next += length.unwrap_or(1);
        }
        places
    }

    /// Whether some place's name begins like this word, or an article stands before it.
    fn begins_place(&self, word: &str) -> bool {
        let key = fold(word);
        let start = first_letters(&key);
        start == "the" || self.place_starts.contains(start)
    }

    /// How many tokens of a place's name begin here.
    fn place_at(&self, text: &Text, first: usize) -> Option<usize> {
        let ends_in_word = |length: &usize| {
            let last = text.tokens().get(first + length - 1);
            last.is_some_and(|token| token.is_wordlike())
        };
        (1..=LONGEST).rev().filter(ends_in_word).find(|length| {
            let name = text.slice(text.span_of(first..first + length));
            self.find(name)
                .any(|actor| matches!(actor, Actor::State(_) | Actor::Capital(_) | Actor::Place(_)))
        })
    }
}

/// The letters and digits that a folded name begins with: no token ends between them.
pub(super) fn first_letters(key: &str) -> &str {
    key.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

fn can_begin(token: &Token) -> bool {
    token.is_wordlike() && token.case != Case::Lower
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(prose: &str) -> Vec<&str> {
        let text = Text::of_paragraph(prose);
        Actors::builtin().places_in(&text).into_iter().map(|span| span.slice(prose)).collect()
    }

    #[test]
    fn states_and_capitals_are_places_and_people_are_not() {
        assert_eq!(places("Ann Reed flew from Kyiv to South Sudan."), ["Kyiv", "South Sudan"]);
        assert_eq!(places("The Ukrainian minister met Germans in china shops."), Vec::<&str>::new());
        assert_eq!(places("Bosnia and Herzegovina, Peru"), ["Bosnia and Herzegovina", "Peru"]);
    }
}
