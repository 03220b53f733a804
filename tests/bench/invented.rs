//! Who says what, by chance: claims that look like those of real records.

/// Numbers that look like chance and are the same every time (Knuth's linear congruence).
pub struct Chance(pub u64);

impl Chance {
    /// From 0 to 1.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    /// By Zipf's law: the first few come up most of the time.
    pub fn rank(&mut self, end: usize) -> usize {
        ((end as f64).powf(self.share()) - 1.0) as usize
    }
}

const FIRST: &[&str] =
    &["Anna", "Boris", "Carla", "Dario", "Elena", "Farid", "Greta", "Hugo", "Irina", "Jonas"];
const LAST: &[&str] =
    &["Berg", "Costa", "Dahl", "Ekman", "Ferro", "Grau", "Holm", "Ivers", "Jansen", "Kranz"];
const ENDS: &[&str] =
    &["", "ovic", "sen", "mann", "ski", "ez", "ow", "elli", "ard", "ia", "stad", "by", "ville", "ov"];
pub const SIDES: &[&str] = &["Norland", "Sudland", "Estmark", "Westria", "Harbour Union"];
const THINGS: &[&str] = &[
    "dam",
    "bridge",
    "harbour",
    "company",
    "council",
    "ministry",
    "refinery",
    "airline",
    "hospital",
    "school",
    "tunnel",
    "pipeline",
    "ferry",
    "museum",
    "bank",
    "mine",
    "reactor",
    "stadium",
    "airport",
    "station",
    "prison",
    "market",
    "court",
    "army",
    "union",
    "factory",
    "reservoir",
    "railway",
    "clinic",
    "university",
    "party",
    "tower",
    "depot",
    "shipyard",
    "embassy",
    "laboratory",
    "newspaper",
    "theatre",
    "quarry",
    "canal",
];

pub fn speaker(rank: usize) -> String {
    let (first, last) = (FIRST[rank % 10], LAST[rank / 10 % 10]);
    format!("{first} {last}{}", ENDS[rank / 100 % ENDS.len()])
}

fn place(rank: usize) -> String {
    format!("{}{}", LAST[rank % 10], ENDS[1 + rank / 10 % (ENDS.len() - 1)])
}

/// What somebody says, with a verb before it; `quoted` puts it into quotation marks.
pub fn saying(chance: &mut Chance) -> (String, bool) {
    let thing = THINGS[chance.rank(THINGS.len())];
    let (place, number) = (place(chance.rank(130)), 2 + chance.rank(90_000));
    let words = match chance.below(12) {
        0 => format!("the {thing} at {place} is safe"),
        1 => format!("the {thing} at {place} is not safe"),
        2 => format!("the {thing} at {place} will open within {} months", 2 + number % 40),
        3 => format!("{number} people were hurt at the {thing} in {place}"),
        4 => format!("the {thing} at {place} has lost {number} workers since the spring"),
        5 => format!("the {thing} was not closed by {place} at any time"),
        6 => format!("nobody had warned the {thing} of a flood in {place}"),
        7 => format!("the {thing} could run out of money in {place} at any moment"),
        8 => format!("an attack on the {thing} in {place} is not imminent"),
        9 => format!("the {thing} rejected the plan for {place} because it would cost {number} dollars"),
        10 => {
            format!("we have checked the {thing} at {place} {number} times and found nothing wrong with it")
        }
        _ => format!("the {thing} supports {place} and will go on with the work there for years to come"),
    };
    (words, chance.below(10) < 4)
}
