use super::*;
use crate::text::{FileId, Source};
use insta::assert_snapshot;

/// The claims of a journal that must have no faults, one a line.
fn claims(text: &str) -> String {
    let source = Source::new("x.claims", text);
    let journal = parse(&source);
    assert_eq!(journal.faults, [], "in {text}");
    let shown = journal.claims(text, FileId(0)).into_iter().map(|JournalClaim { claim, said, .. }| {
        let via: Vec<&str> = claim.via.iter().map(|link| link.name.as_str()).collect();
        let links: Vec<String> =
            claim.links.iter().map(|link| format!("{:?} {}", link.kind, link.target)).collect();
        format!(
            "{}: {}..{} {:?} | {} | {} | {} | {} [{}] {:?} {:?} | {} | {} | {}",
            claim.id,
            said.from,
            said.to,
            said.grain,
            claim.speaker.name,
            claim.speaker.role.as_deref().unwrap_or("-"),
            claim.speaker.side.as_deref().unwrap_or("-"),
            via.join(" < "),
            claim.cue(),
            claim.attribution.kind,
            claim.attribution.lemma,
            claim.content(),
            claim.topics.join(","),
            links.join(","),
        )
    });
    shown.collect::<Vec<_>>().join("\n")
}

fn faults(text: &str) -> Vec<String> {
    let source = Source::new("x.claims", text);
    let shown = parse(&source).faults.into_iter().map(|fault| {
        let place = source.place(fault.span.start);
        format!("{}:{} {}", place.line, place.column, fault.title)
    });
    shown.collect()
}

#[test]
fn an_entry_is_read_whole() {
    let text = "\
; Two capitals, one call
2021-03-02 Ann Reed, minister, acting (Norland) via Daily Post, a newspaper via a press aide (Norland)
    at weekly briefing <https://example.org/briefing>
    says “the bridge is open”
    says that it will
        stay open all year.
    about bridge, winter/traffic
    id bridge-open
    note heard twice

2021-03 a senior official
    disputes bridge-open
2021-03-01..2021-03-04 Council (Sudland)
    has not ruled out closing “the bridge”
";
    assert_snapshot!(claims(text), @r#"
    bridge-open: 2021-03-02..2021-03-03 Day | Ann Reed | minister, acting | Norland | Daily Post < a press aide [says] Direct "say" | “the bridge is open” | bridge,winter/traffic | 
    bridge-open-2: 2021-03-02..2021-03-03 Day | Ann Reed | minister, acting | Norland | Daily Post < a press aide [says] Indirect "say" | that it will stay open all year | bridge,winter/traffic | 
    official-d61af31f: 2021-03-01..2021-04-01 Month | a senior official | - | - |  [disputes] Indirect "dispute" |  |  | Disputes bridge-open
    council-90387626: 2021-03-01..2021-03-05 Day | Council | - | Sudland |  [has not ruled out] Mixed "rule out" | closing “the bridge” |  |
    "#);
}

#[test]
fn given_ids_come_before_numbered_ones() {
    let text = "2021 Ann\n    says a\n    says b\n    id x\n2021 Bo\n    says c\n    id x-2\n";
    let journal = parse(&Source::new("", text));
    let ids: Vec<String> = journal.claims(text, FileId(0)).into_iter().map(|it| it.claim.id).collect();
    assert_eq!(ids, ["x", "x-3", "x-2"]);
}

#[test]
fn faults_leave_the_rest_to_be_read() {
    assert_eq!(
        faults("stray\n2021-02-30 Ann\n    says no\n2021-02-28 Bo\n    says yes\n"),
        ["1:1 this line starts no claim", "2:1 this date does not exist"]
    );
}
