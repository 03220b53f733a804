//! From prose back to the file: prose is the file's text less its markup.

use super::Span;

/// A run of prose that stands in the file as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    prose: usize,
    file: usize,
    len: usize,
}

/// Maps byte offsets of a prose string to byte offsets of the text it was taken from.
///
/// Prose that has no counterpart in the file (a line break put between two blocks, a decoded entity)
/// maps to the end of the piece before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    pieces: Vec<Piece>,
    /// Whether some piece stands in the file before its predecessor.
    descends: bool,
}

impl SourceMap {
    /// The map of prose that is the file itself.
    pub fn identity(len: usize) -> SourceMap {
        SourceMap { pieces: vec![Piece { prose: 0, file: 0, len }], descends: false }
    }

    /// Says that `len` bytes of prose from `prose` on stand in the file from `file` on.
    ///
    /// Pieces are added in the order of the prose; adjoining ones are joined.
    pub fn push(&mut self, prose: usize, file: usize, len: usize) {
        if let Some(last) = self.pieces.last_mut()
            && last.prose + last.len == prose
            && last.file + last.len == file
        {
            last.len += len;
            return;
        }
        self.descends |= self.pieces.last().is_some_and(|last| file < last.file + last.len);
        self.pieces.push(Piece { prose, file, len });
    }

    /// Adds the pieces of `other`, whose prose begins at byte `at` of this one's.
    pub fn append(&mut self, other: &SourceMap, at: usize) {
        for piece in &other.pieces {
            self.push(at + piece.prose, piece.file, piece.len);
        }
    }

    /// The file offset of a prose offset.
    pub fn to_file(&self, prose: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.prose <= prose);
        match after.checked_sub(1).and_then(|index| self.pieces.get(index)) {
            Some(piece) => piece.file + (prose - piece.prose).min(piece.len),
            None => self.pieces.first().map_or(0, |piece| piece.file),
        }
    }

    /// The file span of a prose span: from its first character to just after its last one.
    pub fn span_to_file(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.to_file(span.start);
            return Span::new(at, at);
        }
        // The end is taken from the last byte inside, lest a span that stops where a piece stops
        // swallow the markup that follows it.
        Span::new(self.to_file(span.start), self.to_file(span.end - 1) + 1)
    }

    /// The prose offset of a file offset; `None` where the file has markup there.
    pub fn to_prose(&self, file: usize) -> Option<usize> {
        let holds = |piece: &&Piece| piece.file <= file && file < piece.file + piece.len;
        let piece = if self.descends {
            self.pieces.iter().find(holds)
        } else {
            let after = self.pieces.partition_point(|piece| piece.file <= file);
            self.pieces.get(..after)?.last().filter(holds)
        };
        piece.map(|piece| piece.prose + (file - piece.file))
    }
}
