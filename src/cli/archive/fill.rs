//! Adding files to an archive: while one thread writes, another reads the files to come, and more of them what stands
//! there.

use crate::archive::{Archive, Known, Part, Read, Trouble, Writer, parts, read};
use crate::check::{DRAFT, Kit};
use crate::cli::args::FillArgs;
use crate::cli::progress::Progress;
use crate::cli::threads::take_in_order;
use crate::record::{Io, Record, read_files};
use crate::resolve::who::Headers;
use crate::text::FileId;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

/// Bytes of files that are read and added together, in one transaction.
const TOGETHER: u64 = 1 << 20;

/// Parts that are held in memory before they are added.
const AT_ONCE: usize = 20;

/// What came of adding files.
#[derive(Default)]
pub(super) struct Filled {
    /// How many files were new or had changed.
    pub files: usize,
    /// What could not be read.
    pub errors: Vec<Io>,
}

/// Adds what the archive does not have. `tell` is given each part of the record in turn.
///
/// # Errors
/// There is no room, somebody else is writing, or the archive is damaged. What was committed before stays.
pub(super) fn add_files(
    archive: &Archive,
    files: &[PathBuf],
    args: &FillArgs,
    kit: &Kit,
    tell: impl FnMut(&Record),
) -> Result<Filled, Trouble> {
    let known = archive.known(files)?;
    let headers = Headers::new(&kit.actors);
    let mut filler = Filler::new(archive, files.len(), tell);
    let (send, receive) = sync_channel(0);
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for files in batches(files) {
                // Nobody receives any more once writing has failed.
                if send.send(Batch::read(files, &args.paths, &known)).is_err() {
                    break;
                }
            }
        });
        let works = receive.into_iter().flat_map(Batch::works);
        take_in_order(
            works,
            args.threads.count(),
            AT_ONCE,
            |work| work.done(&headers, kit),
            |done| filler.take(done),
        )
    })?;
    Ok(filler.filled)
}

/// Files in stretches that are read together.
fn batches(files: &[PathBuf]) -> Vec<&[PathBuf]> {
    let mut bytes = 0;
    let together = |_: &PathBuf, next: &PathBuf| {
        bytes += std::fs::metadata(next).map_or(0, |meta| meta.len());
        let fits = bytes < TOGETHER;
        bytes = if fits { bytes } else { 0 };
        fits
    };
    files.chunk_by(together).collect()
}

/// Files that are added together.
struct Batch {
    /// How many there are.
    count: usize,
    record: Record,
    /// Those that the archive does not have, by their index, in order.
    fresh: Vec<usize>,
}

impl Batch {
    fn read(files: &[PathBuf], named: &[PathBuf], known: &Known) -> Batch {
        let record = read_files(files, named, FileId(DRAFT.0 + 1));
        let fresh = record.files.iter().enumerate().filter(|(_, file)| !known.has(file));
        Batch { count: files.len(), fresh: fresh.map(|(index, _)| index).collect(), record }
    }

    /// What is to be done for it, in order.
    fn works(self) -> Vec<Work> {
        let batch = Arc::new(self);
        let fresh = parts(&batch.record).into_iter().filter(|it| batch.fresh.binary_search(&it.file).is_ok());
        let mut works: Vec<Work> = fresh.map(|part| Work::Part(Arc::clone(&batch), part)).collect();
        works.push(Work::End(batch));
        works
    }
}

enum Work {
    Part(Arc<Batch>, Part),
    End(Arc<Batch>),
}

enum Done {
    Part(Arc<Batch>, Read),
    End(Arc<Batch>),
}

impl Work {
    fn done(self, headers: &Headers, kit: &Kit) -> Done {
        match self {
            Work::Part(batch, part) => {
                let read = read(&part, &batch.record, headers, kit);
                Done::Part(batch, read)
            }
            Work::End(batch) => Done::End(batch),
        }
    }
}

/// Writes what was read, batch by batch.
struct Filler<'a, F> {
    archive: &'a Archive,
    /// Of the batch that is being written.
    writer: Option<Writer<'a>>,
    ready: Vec<Read>,
    progress: Progress,
    /// Files that are done, and all of them.
    done: (usize, usize),
    filled: Filled,
    tell: F,
}

impl<'a, F: FnMut(&Record)> Filler<'a, F> {
    fn new(archive: &'a Archive, files: usize, tell: F) -> Filler<'a, F> {
        Filler {
            archive,
            writer: None,
            ready: Vec::new(),
            progress: Progress::new(),
            done: (0, files),
            filled: Filled::default(),
            tell,
        }
    }

    fn take(&mut self, done: Done) -> Result<(), Trouble> {
        match done {
            Done::Part(batch, read) => {
                self.ready.push(read);
                if self.ready.len() < AT_ONCE { Ok(()) } else { self.write(&batch) }
            }
            Done::End(batch) => self.end(&batch),
        }
    }

    fn write(&mut self, batch: &Batch) -> Result<(), Trouble> {
        let mut writer = match self.writer.take() {
            Some(writer) => writer,
            None => self.archive.writer(&batch.record, &batch.fresh)?,
        };
        writer.add(&std::mem::take(&mut self.ready))?;
        self.writer = Some(writer);
        Ok(())
    }

    fn end(&mut self, batch: &Batch) -> Result<(), Trouble> {
        if !batch.fresh.is_empty() {
            self.write(batch)?;
        }
        self.writer.take().map_or(Ok(()), Writer::commit)?;
        self.done.0 += batch.count;
        self.progress.show(self.done.0, self.done.1, "files");
        (self.tell)(&batch.record);
        self.filled.files += batch.fresh.len();
        self.filled.errors.extend(batch.record.errors.iter().cloned());
        Ok(())
    }
}
