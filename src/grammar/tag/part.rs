//! The tags by number and name. The build script reads this file, too.

macro_rules! tags {
    ($($(#[$meta:meta])* $name:ident)*) => {
        /// A part of speech. Names are those of the Penn Treebank; `PRPS` is `PRP$`, `WPS` is `WP$`.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, clippy::upper_case_acronyms)]
        pub enum Tag { $($(#[$meta])* $name),* }

        impl Tag {
            /// Every tag, in the order of their numbers.
            pub const ALL: &'static [Tag] = &[$(Tag::$name),*];

            /// The name that the Treebank gives it, `$` written as `S`.
            pub fn name(self) -> &'static str {
                match self { $(Tag::$name => stringify!($name)),* }
            }

            /// The tag of a name.
            pub fn named(name: &str) -> Option<Tag> {
                Tag::ALL.iter().find(|tag| tag.name() == name).copied()
            }
        }
    };
}

tags! {
    CC CD DT EX FW IN JJ JJR JJS MD
    #[default]
    NN
    NNS NNP NNPS PDT POS PRP PRPS RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ WDT WP WPS WRB
    /// Punctuation, symbols, marks, sentence ends.
    Punct
}
