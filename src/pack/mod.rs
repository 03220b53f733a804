//! Rule packs: files as written become rules as checked.
