//! Making and opening archives.

use super::trouble::{Trouble, TroubleKind};
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The tables, as they are made.
const SCHEMA: &str = include_str!("schema.sql");

/// "sayO", by which the file is known for an archive.
const APPLICATION: i32 = 0x7361_794F;

/// What every SQLite database begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The version of the tables.
const VERSION: i32 = 5;

/// How long to wait for another program that writes.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open archive.
#[derive(Debug)]
pub struct Archive {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    /// Whether there was no such file before it was opened.
    is_new: bool,
}

impl Archive {
    /// Opens an archive for reading, also while another program writes to it.
    ///
    /// # Errors
    /// There is none, it is damaged, or of a later version.
    pub fn open(path: &Path) -> Result<Archive, Trouble> {
        if !path.exists() {
            return Err(Trouble::new(path, TroubleKind::Missing));
        }
        let archive =
            match Archive::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(Archive::checked) {
                Err(Trouble { kind: TroubleKind::Denied, .. }) if is_settled(path) => {
                    Archive::connect_unchanging(path)?.checked()?
                }
                opened => opened?,
            };
        // Most pages are looked at once: a small cache that takes their room again is faster than one that grows.
        archive.tell(archive.connection.pragma_update(None, "cache_size", -8192))?;
        Ok(archive)
    }

    /// Reads a file beside which nothing can be written, as SQLite does where it may read without locks.
    fn connect_unchanging(path: &Path) -> Result<Archive, Trouble> {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let uri = format!("file:{}?immutable=1", escaped(&absolute.to_string_lossy()));
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let archive = Archive::connect(Path::new(&uri), flags);
        let own = || path.to_path_buf();
        archive
            .map(|archive| Archive { path: own(), ..archive })
            .map_err(|trouble| Trouble { path: own(), ..trouble })
    }

    /// Opens an archive for writing; makes a new one where there is none.
    ///
    /// # Errors
    /// It cannot be made, is damaged, or of a later version.
    pub fn open_or_create(path: &Path) -> Result<Archive, Trouble> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let is_new = !path.exists();
        let archive = Archive { is_new, ..Archive::connect(path, flags)? };
        let made = archive.is_blank().and_then(|blank| if blank { archive.make() } else { Ok(()) });
        match archive.tell(made) {
            Ok(()) => archive.checked(),
            Err(trouble) => {
                archive.discard_empty();
                Err(trouble)
            }
        }
    }

    /// Leaves nothing behind of an archive that was begun in vain: one that was not there before, holds no claim, and is being
    /// filled by nobody else.
    pub fn discard_empty(self) {
        if self.is_new && self.is_free() && self.claims().map_or(true, |claims| claims == 0) {
            // Under the lock, so that nobody begins to fill it meanwhile.
            for file in [self.path.clone(), beside(&self.path, "-wal"), beside(&self.path, "-shm")] {
                // There may be no such file.
                let _ = std::fs::remove_file(file);
            }
        }
    }

    /// Takes the lock of whoever writes, unless another has it. A disk that is full keeps nobody from it.
    fn is_free(&self) -> bool {
        let locked = self.connection.busy_timeout(Duration::ZERO);
        let locked = locked.and_then(|()| self.connection.execute_batch("BEGIN IMMEDIATE"));
        !locked.is_err_and(|error| error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy))
    }

    /// Makes a new archive.
    ///
    /// # Errors
    /// There is a file of that name already, or it cannot be made.
    pub fn create(path: &Path) -> Result<Archive, Trouble> {
        match path.metadata().is_ok_and(|meta| meta.len() > 0) {
            true => Err(Trouble::new(path, TroubleKind::Exists)),
            false => Archive::open_or_create(path),
        }
    }

    /// Whether a file is an SQLite database, by its first bytes: what else could be given as a record is text.
    pub fn is_one(path: &Path) -> bool {
        let mut first = [0; MAGIC.len()];
        // A pipe would be waited for without end.
        path.is_file()
            && File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok()
            && first == *MAGIC
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Archive, Trouble> {
        if path.metadata().is_ok_and(|meta| !meta.is_file()) {
            return Err(Trouble::new(path, TroubleKind::Foreign));
        }
        let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
        let connection = connection.map_err(|error| Trouble::of(path, &error))?;
        let archive = Archive { connection, path: path.to_path_buf(), is_new: false };
        archive.tell(archive.connection.busy_timeout(PATIENCE))?;
        Ok(archive)
    }

    /// Whether there is nothing in it yet, as where somebody was interrupted in making it.
    fn is_blank(&self) -> rusqlite::Result<bool> {
        self.connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
    }

    fn make(&self) -> rusqlite::Result<()> {
        self.connection.pragma_update(None, "journal_mode", "WAL")?;
        // In one transaction: whoever is interrupted leaves no half of an archive.
        self.connection.execute_batch(&format!(
            "BEGIN IMMEDIATE; {} INSERT INTO terms (terms, rank) VALUES ('hashsize', {HASH});
             PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;",
            SCHEMA
        ))
    }

    fn checked(self) -> Result<Archive, Trouble> {
        if let Some(place) = cut_short(&self.path) {
            return Err(Trouble::new(&self.path, TroubleKind::Damaged(Some(place))));
        }
        let number = |name: &str| self.connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
        let application = self.tell(number("application_id"))?;
        let version = self.tell(number("user_version"))?;
        if application != APPLICATION {
            return Err(Trouble::new(&self.path, TroubleKind::Foreign));
        }
        if version > VERSION {
            return Err(Trouble::new(&self.path, TroubleKind::Newer));
        }
        if version < VERSION {
            return Err(Trouble::new(&self.path, TroubleKind::Older));
        }
        if !self.tell(self.has_own_tables())? {
            let place = "its tables are not those that sayso makes".to_owned();
            return Err(Trouble::new(&self.path, TroubleKind::Damaged(Some(place))));
        }
        // Pages in the cache are checked once; those of a file mapped into memory each time that they are looked at.
        // Claims and passages are written and taken out together: to be sure of it, SQLite would look through all claims
        // for each passage that is taken out.
        let settings = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
            PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
            PRAGMA trusted_schema = OFF;";
        self.tell(self.connection.execute_batch(settings))?;
        self.connection.set_prepared_statement_cache_capacity(64);
        Ok(self)
    }

    /// Whether the tables are as they were made: a view in place of one can be a list without end, and a trigger does what
    /// whoever sent the archive likes. What others have put beside them is never looked at.
    fn has_own_tables(&self) -> rusqlite::Result<bool> {
        let made = Connection::open_in_memory()?;
        made.execute_batch(SCHEMA)?;
        let found = tables(&self.connection)?;
        let has_triggers = found.iter().any(|(kind, _)| kind == "trigger");
        Ok(!has_triggers && tables(&made)?.is_subset(&found))
    }

    /// The result with its error told in the words of an archive.
    pub(super) fn tell<T>(&self, result: rusqlite::Result<T>) -> Result<T, Trouble> {
        result.map_err(|error| Trouble::of(&self.path, &error))
    }
}

/// What a database is made of: the kind of each thing, and the words that made it.
fn tables(connection: &Connection) -> rusqlite::Result<BTreeSet<(String, String)>> {
    let sql = "SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL";
    connection.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Whether all of the archive stands in its file, with nothing beside it that was written last.
fn is_settled(path: &Path) -> bool {
    beside(path, "-wal").metadata().map_or(true, |log| log.len() == 0)
}

/// A file that SQLite keeps beside that of a database.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// What is missing at the end of a file with nothing beside it, as where a copy was broken off. SQLite itself notices only
/// once a page is asked for that is not there.
///
/// The head of a database (File Format of SQLite, 1.3) has the size of a page at byte 16 and their number at byte 28.
fn cut_short(path: &Path) -> Option<String> {
    let mut head = [0; 32];
    let mut file = File::open(path).ok().filter(|_| is_settled(path))?;
    file.read_exact(&mut head).ok().filter(|()| head.starts_with(MAGIC))?;
    let [.., high, low, _, _, _, _, _, _, _, _, _, _, a, b, c, d] = head;
    let page = match u16::from_be_bytes([high, low]) {
        1 => 1 << 16,
        size => u64::from(size),
    };
    let whole = page * u64::from(u32::from_be_bytes([a, b, c, d]));
    let there = file.metadata().ok()?.len();
    (there < whole).then(|| format!("it ends after {there} of {whole} bytes"))
}

/// A path as it stands in a URI.
fn escaped(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte);
    path.bytes().fold(String::new(), |mut uri, byte| {
        if plain(byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
        uri
    })
}

/// Bytes of new terms that are held in memory before they are written.
const HASH: usize = 32 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_that_another_fills_is_not_discarded() {
        let path = std::env::temp_dir().join(format!("sayso-discarded-{}.db", std::process::id()));
        let left = |is_filled: bool| {
            let archive = Archive::open_or_create(&path).unwrap();
            let other = Connection::open(&path).unwrap();
            if is_filled {
                other.execute_batch("BEGIN IMMEDIATE").unwrap();
            }
            archive.discard_empty();
            path.exists()
        };
        assert!(!left(false));
        assert!(left(true));
        // It is there already, so whoever opens it now has not made it.
        assert!(left(false));
        std::fs::remove_file(&path).unwrap();
    }
}
