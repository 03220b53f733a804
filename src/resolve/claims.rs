//! From claims as written to claims resolved: the only place where the phase changes.

use super::actors::Actors;
use super::who::Voice as Heard;
use super::{when, who};
use crate::claim::{
    Act, AsWritten, Attribution, Claim, DateRead, Interval, Participant, Resolved, Role, SpeakerAsWritten,
    Voice, WrittenDate,
};
use crate::document::Meta;
use crate::grammar::Reading;
use crate::text::Text;

/// The claims of a text with speakers and dates, in the order of its reading, and all its dates.
#[derive(Clone, Debug, Default)]
pub struct Resolution {
    /// The claims.
    pub claims: Vec<Claim<Resolved>>,
    /// Every date expression of the text.
    pub dates: Vec<DateRead>,
}

/// Resolves what was read in a text, as far as the text, its head and `actors` tell.
pub fn resolve(reading: Reading, text: &Text, meta: &Meta, actors: &Actors) -> Resolution {
    let dates = when::in_document(text, &reading.dates, meta);
    let attributions: Vec<Attribution> = attributed(&reading.claims).cloned().collect();
    let mut directory = who::Directory::read(text, meta, actors);
    let mut heard = directory.voices(&attributions).into_iter();
    let mut said = when::said(text, &attributions, &dates, meta.date).into_iter();
    let resolved = reading.claims.into_iter().map(|claim| {
        let (voice, said) = match claim.origin.voice {
            Voice::Source => (heard.next().unwrap_or_default(), said.next().flatten()),
            Voice::Narrator => (Heard::default(), None),
        };
        let claim = with_names(claim, &directory, &voice);
        let inside = claim.dates.iter().filter_map(|date| read_as(date, &dates)).collect();
        resolved(claim, voice, said, inside)
    });
    Resolution { claims: resolved.collect(), dates }
}

/// Fills in whom the participants of an assertion are; "I" is the one who speaks, and so is a subject "he" that nobody else can be.
fn with_names(mut claim: Claim<AsWritten>, directory: &who::Directory, voice: &Heard) -> Claim<AsWritten> {
    let denies = claim.assertion.act == Act::Deny && voice.speaker.group;
    for participant in &mut claim.assertion.skeleton.participants {
        if denies && participant.role == Role::Subject && participant.head.eq_ignore_ascii_case("it") {
            stand_for(participant, &voice.speaker.name);
        }
        let own = participant.head.eq_ignore_ascii_case("i") && !voice.speaker.is_nobody();
        let speaker = own.then(|| voice.speaker.name.clone());
        let may_be_own =
            participant.role == Role::Subject && directory.may_speak_of(&voice.speaker, &participant.head);
        let own_name = || may_be_own.then(|| voice.speaker.name.clone());
        participant.name = speaker.or_else(|| directory.name_of(participant.span)).or_else(own_name);
    }
    let parties = &claim.assertion.skeleton.participants;
    let before = |of: &Participant| parties.iter().find(|subject| is_subject_before(subject, of));
    let owner = |of: &Participant| directory.owner_of(of, before(of), &voice.speaker);
    let owners: Vec<Option<String>> = parties.iter().map(owner).collect();
    for (participant, owner) in claim.assertion.skeleton.participants.iter_mut().zip(owners) {
        participant.owner = owner;
    }
    claim
}

/// Whether a clause speaks of `subject`, and not of who says it, before it comes to `other`.
fn is_subject_before(subject: &Participant, other: &Participant) -> bool {
    let speaks = matches!(subject.head.as_str(), "i" | "we" | "it" | "they" | "he" | "she" | "there");
    subject.role == Role::Subject && !speaks && subject.span.end <= other.span.start
}

/// "The ministry denied that | it | had paid": what a body denies is its own doing.
fn stand_for(pronoun: &mut Participant, body: &str) {
    let mut words = body.split(' ').map(str::to_owned).collect::<Vec<_>>();
    if let Some(head) = words.pop() {
        (pronoun.head, pronoun.modifiers) = (head, words);
    }
}

fn attributed(claims: &[Claim<AsWritten>]) -> impl Iterator<Item = &Attribution> {
    claims.iter().filter(|claim| claim.origin.voice == Voice::Source).map(|claim| &claim.attribution)
}

/// What a date expression was resolved to; both lists are in the order of the text.
fn read_as(written: &WrittenDate, dates: &[DateRead]) -> Option<DateRead> {
    let index = dates.partition_point(|date| date.span.end <= written.span.start);
    dates.get(index).filter(|date| date.span.overlaps(written.span)).cloned()
}

/// A claim of a journal or a transcript: the file itself states who spoke, through whom and when. `dates` are those of
/// the whole file, in its order, and `headers` are its speakers.
pub fn stated(
    claim: Claim<AsWritten>,
    said: Option<Interval>,
    dates: &[DateRead],
    headers: &who::Headers,
) -> Claim<Resolved> {
    let name = |written: &SpeakerAsWritten| headers.speaker(written, said);
    let voice = Heard { speaker: name(&claim.speaker), via: claim.via.iter().map(&name).collect() };
    let inside = inside(&claim.attribution, dates);
    resolved(claim, voice, said, inside)
}

/// The dates that an attribution's content speaks of.
fn inside(attribution: &Attribution, dates: &[DateRead]) -> Vec<DateRead> {
    let spans = attribution.content.as_ref().map_or(&[][..], |content| &content.spans);
    let within = spans.iter().flat_map(|span| {
        let first = dates.partition_point(|date| date.span.start < span.start);
        dates.iter().skip(first).take_while(|date| date.span.end <= span.end)
    });
    within.cloned().collect()
}

fn resolved(
    claim: Claim<AsWritten>,
    voice: Heard,
    said: Option<Interval>,
    dates: Vec<DateRead>,
) -> Claim<Resolved> {
    Claim {
        id: claim.id,
        origin: claim.origin,
        attribution: claim.attribution,
        speaker: voice.speaker,
        via: voice.via,
        said,
        dates,
        assertion: claim.assertion,
        topics: claim.topics,
        links: claim.links,
        particulars: claim.particulars,
    }
}
