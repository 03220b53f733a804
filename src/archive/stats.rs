//! What an archive holds, in figures.

use super::open::Archive;
use super::trouble::Trouble;

/// What an archive holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Files.
    pub files: usize,
    /// Claims.
    pub claims: usize,
    /// Speakers by name.
    pub speakers: usize,
    /// The first and the last day of which there is something, `2022-01-26`.
    pub days: Option<(String, String)>,
    /// Bytes on disk.
    pub bytes: usize,
}

impl Archive {
    /// Counts what the archive holds.
    ///
    /// # Errors
    /// It is damaged.
    pub fn stats(&self) -> Result<Stats, Trouble> {
        let stats = self.connection.query_row(
            "SELECT (SELECT count(*) FROM files), count(*), count(DISTINCT nullif(speaker, '')),
                min(said_from), max(said_from),
                (SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())
             FROM claims",
            [],
            |row| {
                let count =
                    |column| row.get::<_, i64>(column).map(|it| usize::try_from(it).unwrap_or_default());
                let days = row.get::<_, Option<String>>(3)?.zip(row.get::<_, Option<String>>(4)?);
                Ok(Stats { files: count(0)?, claims: count(1)?, speakers: count(2)?, days, bytes: count(5)? })
            },
        );
        self.tell(stats)
    }
}
