//! Tables of numbers by key, laid out when sayso is built: nothing is read or allocated at start.

mod layout;

pub use layout::pack;

use layout::place;
use std::borrow::Cow;

/// Bytes of a slot.
const SLOT: usize = 8;

/// A table as [`pack`] lays it out.
#[derive(Clone, Debug)]
pub struct Packed(Cow<'static, [u8]>);

impl Packed {
    /// A table that is part of the program.
    pub const fn built_in(table: &'static [u8]) -> Packed {
        Packed(Cow::Borrowed(table))
    }

    /// A table laid out just now.
    pub fn new(table: Vec<u8>) -> Packed {
        Packed(Cow::Owned(table))
    }

    /// The number of a key; 0 where it has none.
    pub fn get(&self, key: u64) -> u32 {
        let slots = self.0.as_chunks::<SLOT>().0;
        let last = slots.len().wrapping_sub(1);
        let (start, wanted) = place(key);
        for at in start..start + slots.len() {
            let Some([a, b, c, d, number @ ..]) = slots.get(at & last) else { return 0 };
            let number = u32::from_le_bytes(*number);
            if number == 0 || u32::from_le_bytes([*a, *b, *c, *d]) == wanted {
                return number;
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn what_is_packed_is_found_and_nothing_else() {
        let rows: BTreeMap<u64, u32> = (1..500).map(|number| (u64::from(number) << 20, number)).collect();
        let table = Packed::new(pack(&rows));
        assert!(rows.iter().all(|(key, number)| table.get(*key) == *number));
        assert!((0..5000).all(|key| table.get(key * 3 + 1) == 0));
        assert_eq!(Packed::new(pack(&BTreeMap::new())).get(7), 0);
        assert_eq!(Packed::built_in(&[]).get(7), 0);
    }
}
