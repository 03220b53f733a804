//! What an archive holds, in figures.

use super::find::{EXCERPT, excerpt};
use super::open::Archive;
use super::trouble::{Trouble, damage};

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
        let stats = self.tell(stats)?;
        self.tell(self.count()).map(|()| stats)
    }

    /// How many claims were added and not taken out again.
    ///
    /// # Errors
    /// It is damaged.
    pub fn claims(&self) -> Result<usize, Trouble> {
        let claims = self.connection.query_row("SELECT claims FROM counter", [], |row| row.get::<_, i64>(0));
        self.tell(claims).map(|claims| usize::try_from(claims).unwrap_or_default())
    }

    /// Goes through all of the archive: its pages, its index, every passage.
    ///
    /// # Errors
    /// It is damaged; in what.
    pub fn verify(&self) -> Result<(), Trouble> {
        self.tell(self.count())?;
        let pages = self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
        let pages = self.tell(pages)?;
        if pages != "ok" {
            return self.tell(Err(damage(pages)));
        }
        let passages = self.connection.prepare(EXCERPT).and_then(|mut all| {
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                excerpt(row)?;
            }
            Ok(())
        });
        self.tell(passages)
    }

    /// Whether there is as much as was counted when it was added.
    fn count(&self) -> rusqlite::Result<()> {
        for table in ["files", "passages", "claims"] {
            let sql = format!("SELECT (SELECT count(*) FROM {table}), {table} FROM counter");
            let (found, added) = self
                .connection
                .query_row(&sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
            if found != added {
                return Err(damage(format!("of {added} {table} there are {found}")));
            }
        }
        Ok(())
    }
}
