//! How numbers lie in a packed table. The build script reads this file, too.

use std::collections::BTreeMap;

/// Where the search for a key begins in a table of any size, and what tells it from others there.
pub fn place(key: u64) -> (usize, u32) {
    let mixed = mix(key);
    ((mixed >> 32) as usize, mixed as u32)
}

/// The last steps of MurmurHash3 (Appleby): every bit of the key turns about half of the bits over.
fn mix(key: u64) -> u64 {
    let key = (key ^ key >> 33).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    let key = (key ^ key >> 33).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    key ^ key >> 33
}

/// The table of `rows`, whose numbers are not 0. A slot is half of the mixed key, then the number; a number of 0 where
/// nothing is. There are half as many slots more as needed, and their number is a power of two: most looks find at once.
pub fn pack(rows: &BTreeMap<u64, u32>) -> Vec<u8> {
    let count = (rows.len() * 3 / 2).next_power_of_two();
    let mut slots = vec![(0u32, 0u32); count];
    for (key, number) in rows {
        let (start, rest) = place(*key);
        let free = (start..start + count).map(|at| at % count).find(|at| slots.get(*at) == Some(&(0, 0)));
        if let Some(slot) = free.and_then(|at| slots.get_mut(at)) {
            *slot = (rest, *number);
        }
    }
    slots
        .into_iter()
        .flat_map(|(rest, number)| [rest.to_le_bytes(), number.to_le_bytes()])
        .flatten()
        .collect()
}
