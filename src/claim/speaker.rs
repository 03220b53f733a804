//! Speakers, before and after resolution.

/// A speaker as the text names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SpeakerAsWritten {
    /// The source phrase; the name in a journal's header. Empty where the text names nobody.
    pub name: String,
    /// The role, where a journal states it.
    pub role: Option<String>,
    /// The side, where a journal states it (in brackets).
    pub side: Option<String>,
}

/// A speaker resolved: one name for one person or body throughout a text and its record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// The canonical name ("Volodymyr Zelensky"), or a stable description ("senior Ukrainian official").
    /// Empty where the claim is on nobody's say-so.
    pub name: String,
    /// Office or description ("president of Ukraine").
    pub role: Option<String>,
    /// The state, party or organisation the speaker stands for ("Ukraine").
    pub side: Option<String>,
    /// The body whose voice it is, if any ("White House").
    pub institution: Option<String>,
    /// People used as a source whom the text neither names nor lets one determine.
    pub anonymous: bool,
    /// More than one person, or a body.
    pub group: bool,
    /// How the name was reached, step by step, for `sayso why`.
    pub reached: Vec<Reached>,
}

/// The last word of a name that is no "Jr." or its like, as it is written; of a description, its last word.
pub fn last_name(name: &str) -> &str {
    name.rsplit(' ').find(|word| !is_suffix(word)).unwrap_or(name)
}

/// "Jr." and its like, which are no last name.
pub fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV")
}

/// A step on the way from the words to the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The means: "full name earlier in the text", "metonym", "pronoun", "actors file", …
    pub by: &'static str,
    /// What it was reached from or led to.
    pub detail: String,
}

impl Speaker {
    /// Whether the claim names nobody at all.
    pub fn is_nobody(&self) -> bool {
        self.name.is_empty()
    }

    /// Whether both are known to be the same person or body. Two anonymous sources never are: nobody can tell.
    pub fn is_same(&self, other: &Speaker) -> bool {
        !self.is_nobody() && !self.anonymous && !other.anonymous && self.name == other.name
    }

    /// The name of a person that has more than a last name.
    pub fn whole_name(&self) -> Option<&str> {
        let is_whole = !self.anonymous && !self.group && self.name.contains(' ');
        is_whole.then_some(self.name.as_str())
    }

    /// Name and side as reports print them: `Jen Psaki (United States)`.
    pub fn with_side(&self) -> String {
        match &self.side {
            Some(side) if *side != self.name => format!("{} ({side})", self.name),
            _ => self.name.clone(),
        }
    }
}
