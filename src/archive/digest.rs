//! By what a file is known again.

/// FNV-1a, 128 bits (Fowler, Noll, Vo), in hexadecimal: specified byte by byte, so it is the same everywhere and always.
pub(super) fn digest(text: &str) -> String {
    let hash = text.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    format!("{hash:032x}")
}

/// FNV-1a, 64 bits, as SQLite keeps numbers.
pub(super) fn checksum(text: &str) -> i64 {
    let hash = text.bytes().fold(BASIS_64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME_64));
    i64::from_ne_bytes(hash.to_ne_bytes())
}

const BASIS_64: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME_64: u64 = 0x0000_0100_0000_01b3;
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
