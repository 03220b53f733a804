//! Small damages to a text, the same ones in every run.

/// Pieces that a mutation puts in, and the state of the chance that chooses.
pub struct Mutations {
    words: Vec<Vec<u8>>,
    state: u64,
}

impl Mutations {
    /// With the words of a libFuzzer dictionary: a quoted string a line.
    pub fn of(dictionary: &str) -> Mutations {
        let quoted = |line: &str| Some(unescaped(line.trim().strip_prefix('"')?.strip_suffix('"')?));
        Mutations { words: dictionary.lines().filter_map(quoted).collect(), state: 0x9E37_79B9_7F4A_7C15 }
    }

    /// A seed with one to four damages.
    pub fn of_seed(&mut self, seed: &[u8]) -> Vec<u8> {
        let mut bytes = seed.to_vec();
        for _ in 0..=self.below(4) {
            self.damage(&mut bytes);
        }
        bytes
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let until = at + self.below((bytes.len() - at).min(40) + 1);
        match self.below(6) {
            0 => drop(bytes.drain(at..until)),
            1 => {
                let twice = bytes[at..until].repeat(2);
                drop(bytes.splice(at..until, twice));
            }
            2 => bytes.truncate(until),
            3 => bytes.insert(at, (self.next() >> 24) as u8),
            4 => {
                let moved: Vec<u8> = bytes.drain(at..until).collect();
                let to = self.below(bytes.len() + 1);
                drop(bytes.splice(to..to, moved));
            }
            _ => {
                let word = self.below(self.words.len().max(1));
                let word = self.words.get(word).cloned().unwrap_or_default();
                drop(bytes.splice(at..at, word));
            }
        }
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 16) as usize % limit
    }

    /// Xorshift (Marsaglia 2003).
    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }
}

/// `\xAB`, `\\` and `\"` as the bytes they stand for.
fn unescaped(quoted: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = quoted.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code =
            behind.get(1..3).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        (rest, _) = match (first, behind.first(), code) {
            (b'\\', Some(b'x'), Some(code)) => (&behind[3..], bytes.push(code)),
            (b'\\', Some(next), _) => (&behind[1..], bytes.push(*next)),
            _ => (behind, bytes.push(*first)),
        };
    }
    bytes
}
