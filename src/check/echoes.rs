//! Which statements of one speaker share most words with a quotation, found without looking at each.

use crate::compare::{Statement, Utterance};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;

/// So many statements are looked at for a quotation; of more, those that share most with it.
pub(super) const LOOKED_AT: usize = 50;

/// Places of two words side by side that are counted for a quotation, the rarest words first: those that stand everywhere
/// tell nothing.
const PLACES: usize = 2_000;

/// Whatever shares so many places with a quotation is looked at, even where something else shares far more: the quotation
/// may be put together from both.
const A_PIECE: usize = 3;

/// Where any two words stand side by side in what one speaker said.
pub(super) struct Echoes {
    /// By the hash of the words: the numbers of the statements.
    places: Vec<(u64, u32)>,
}

impl Echoes {
    /// Of statements by their numbers.
    pub fn of(statements: &[(usize, &Statement)]) -> Echoes {
        let mut places = Vec::new();
        for (number, (_, statement)) in (0_u32..).zip(statements) {
            let pairs = statement.quotes.iter().flat_map(Utterance::pairs);
            places.extend(pairs.map(|pair| (hash(pair), number)));
        }
        places.sort_unstable();
        places.dedup();
        Echoes { places }
    }

    /// The numbers of the statements that share most with a quotation, in ascending order.
    pub fn to(&self, quote: &Utterance) -> Vec<usize> {
        let mut shared: FxHashMap<u32, usize> = FxHashMap::default();
        self.telling(quote).iter().flat_map(|places| places.iter()).for_each(|(_, number)| {
            *shared.entry(*number).or_default() += 1;
        });
        let mut most: Vec<(usize, u32)> = shared.into_iter().map(|(number, pairs)| (pairs, number)).collect();
        most.sort_unstable_by_key(|(pairs, number)| (std::cmp::Reverse(*pairs), *number));
        let least = most.first().map_or(0, |(pairs, _)| (pairs / 4).min(A_PIECE));
        most.retain(|(pairs, _)| *pairs >= least);
        let mut numbers: Vec<usize> =
            most.into_iter().take(LOOKED_AT).map(|(_, number)| number as usize).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Where the pairs of a quotation stand, as far as they tell it from others.
    fn telling(&self, quote: &Utterance) -> Vec<&[(u64, u32)]> {
        let mut hashes: Vec<u64> = quote.pairs().map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let mut places: Vec<&[(u64, u32)]> = hashes.into_iter().map(|hash| self.places_of(hash)).collect();
        places.retain(|places| !places.is_empty());
        places.sort_by_key(|places| places.len());
        let mut counted = 0;
        let rare = places.iter().take_while(|places| {
            let goes_on = counted < PLACES;
            counted += places.len();
            goes_on
        });
        let rare = rare.count();
        places.truncate(rare);
        places
    }

    fn places_of(&self, hash: u64) -> &[(u64, u32)] {
        let from = self.places.partition_point(|(other, _)| *other < hash);
        let to = self.places.partition_point(|(other, _)| *other <= hash);
        self.places.get(from..to).unwrap_or_default()
    }
}

fn hash(pair: (&str, &str)) -> u64 {
    FxBuildHasher.hash_one(pair)
}
