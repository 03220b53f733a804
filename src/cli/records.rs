//! Streams of lines, each of which is something by itself: read one by one, none longer than can be held.

use super::reply::Failure;
use crate::record::Io;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The longest line that is read, in bytes.
const LONGEST: u64 = 64 << 20;

/// How much more of a longer one is passed over; what does not end even then is no line of a file.
const ENDLESS: u64 = 1 << 30;

/// The lines of a stream that hold anything, with their numbers.
pub(super) struct Records<R> {
    name: PathBuf,
    lines: R,
    number: u64,
    over: bool,
}

/// A line with its number.
pub(super) type Numbered = (u64, Vec<u8>);

/// Opens a file, or standard input for `-`.
pub(super) fn records(path: &Path) -> Result<Records<Box<dyn BufRead>>, Failure> {
    let (name, lines): (_, Box<dyn BufRead>) = match path.as_os_str() == "-" {
        true => ("<stdin>".into(), Box::new(BufReader::new(io::stdin()))),
        false => {
            let file = File::open(path).map_err(|error| Io::of(path, &error))?;
            (path.to_path_buf(), Box::new(BufReader::with_capacity(1 << 16, file)))
        }
    };
    Ok(Records { name, lines, number: 0, over: false })
}

impl<R: BufRead> Records<R> {
    /// What the stream is called.
    pub fn name(&self) -> &Path {
        &self.name
    }

    /// That a line cannot be used, and what there should be.
    pub fn fault(&self, number: u64, what: &impl Display, expected: &str) -> Failure {
        Failure::new(&format!("{}:{number}: {what}; passed over: {expected}", self.name.display()))
    }

    fn read(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = self.lines.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        let is_whole = line.ends_with(b"\n") || (read as u64) < LONGEST;
        if !is_whole {
            let skipped = self.lines.by_ref().take(ENDLESS).skip_until(b'\n')?;
            self.over = skipped as u64 == ENDLESS;
            line.clear();
            line.shrink_to_fit();
        }
        self.number += 1;
        Ok((read > 0).then_some(line))
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Numbered, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            match self.read() {
                Ok(Some(line)) if line.is_empty() => {
                    let long = format!("this line is longer than {} MB", LONGEST >> 20);
                    return Some(Err(self.fault(self.number, &long, "cut the text into several")));
                }
                Ok(Some(line)) if self.number == 1 && is_utf16(&line) => {
                    self.over = true;
                    let name = self.name.display();
                    let help = "save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`";
                    return Some(Err(Failure::new(&format!("{name}: this file is UTF-16; {help}"))));
                }
                Ok(Some(line)) if line.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some(Ok((self.number, line))),
                Ok(None) => self.over = true,
                Err(error) => {
                    self.over = true;
                    return Some(Err(Failure::from(Io::of(&self.name, &error))));
                }
            }
        }
        None
    }
}

/// By the half of its first sign that is nothing, with or without a byte order mark before it: what is read here begins
/// with a sign of ASCII.
fn is_utf16(line: &[u8]) -> bool {
    let unmarked = line.strip_prefix(b"\xFF\xFE").or_else(|| line.strip_prefix(b"\xFE\xFF")).unwrap_or(line);
    matches!(unmarked, [0, _, ..] | [_, 0, ..])
}
