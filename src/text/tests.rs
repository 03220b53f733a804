use super::*;

fn words(prose: &str) -> String {
    let text = Text::of_paragraph(prose);
    let shown = text.tokens().iter().enumerate().map(|(index, token)| match token.kind {
        Kind::SentenceEnd => "<S>",
        Kind::ParagraphEnd => "<P>",
        _ => text.word(index),
    });
    shown.collect::<Vec<_>>().join("|")
}

fn quotes(prose: &str) -> Vec<String> {
    let text = Text::of_paragraph(prose);
    text.quotations().iter().map(|quote| text.slice(text.span_of(quote.inner.clone())).to_owned()).collect()
}

#[test]
fn clitics_are_split_and_compounds_kept() {
    assert_eq!(words("Kiev’s one-in-six don't."), "Kiev|’s|one-in-six|do|n't|.|<S>|<P>");
    assert_eq!(
        words("O’Brien can’t pay $5,000—or 15.3%."),
        "O’Brien|ca|n’t|pay|$|5,000|—|or|15.3|%|.|<S>|<P>"
    );
}

#[test]
fn abbreviations_keep_their_stop() {
    assert_eq!(
        words("Gen. Lee of the U.S. left. He fled."),
        "Gen.|Lee|of|the|U.S.|left|.|<S>|He|fled|.|<S>|<P>"
    );
    assert_eq!(words("He said the U.S. “clearly” lost."), "He|said|the|U.S.|“|clearly|”|lost|.|<S>|<P>");
    assert_eq!(
        words("They met in the U.S. The talks failed."),
        "They|met|in|the|U.S.|<S>|The|talks|failed|.|<S>|<P>"
    );
    assert_eq!(words("He is ill. She fell."), "He|is|ill|.|<S>|She|fell|.|<S>|<P>");
    assert_eq!(
        words("No. The dam is No. 5. Rep. Holt (D-Ore.) left."),
        "No.|<S>|The|dam|is|No.|5|.|<S>|Rep.|Holt|(|D-Ore.|)|left|.|<S>|<P>"
    );
}

#[test]
fn a_question_before_its_cue_stays_in_the_sentence() {
    assert_eq!(words("“Why?” he asked. “Go.”"), "“|Why|?|”|he|asked|.|<S>|“|Go|.|”|<S>|<P>");
}

#[test]
fn three_families_of_marks() {
    assert_eq!(quotes("“One,” he said. “Two.”"), ["One,", "Two."]);
    assert_eq!(quotes("\"One,\" he said. \"Two.\""), ["One,", "Two."]);
    assert_eq!(quotes("``One,'' he said. ``Two.''"), ["One,", "Two."]);
    assert_eq!(quotes("A ‘right’ for workers’ children"), ["right"]);
}

#[test]
fn marks_of_two_families_in_one_anothers_place() {
    assert_eq!(quotes("\"We go,” he said. “We stay.\""), ["We go,", "We stay."]);
    assert_eq!(quotes("“We go,\" he said. \"We stay.”"), ["We go,", "We stay."]);
    assert_eq!(quotes("“He said \"no\" and left,” she said."), ["He said \"no\" and left,"]);
    assert_eq!(quotes("“A 5\" nail,” he said."), ["A 5\" nail,"]);
}

#[test]
fn nested_quotations_are_inside_the_outermost() {
    assert_eq!(quotes("“He said ‘no’ and “left” us,” she said."), ["He said ‘no’ and “left” us,"]);
}

#[test]
fn an_odd_mark_ends_with_its_sentence() {
    assert_eq!(quotes("He said “we go. Then he left. “Yes,” she said."), ["we go.", "Yes,"]);
    assert_eq!(quotes("“A first paragraph. It goes on."), ["A first paragraph. It goes on."]);
}

#[test]
fn places_count_bytes_characters_and_utf16() {
    let source = Source::new("x", "é😀a\nb");
    let place = source.place(6);
    assert_eq!((place.byte, place.char, place.line, place.column, place.utf16_column), (6, 2, 1, 3, 4));
    assert_eq!((source.place(8).line, source.place(8).column), (2, 1));
}

#[test]
fn repaired_bytes_keep_their_place_on_disk() {
    let source = Source::decode("x", b"a\xFFb");
    assert_eq!(source.text(), "a\u{FFFD}b");
    assert_eq!(source.place(4).byte, 2);
}

#[test]
fn a_map_leads_back_over_markup() {
    let mut map = SourceMap::default();
    map.push(0, 2, 3);
    map.push(3, 7, 4);
    assert_eq!(map.span_to_file(Span::new(0, 3)), Span::new(2, 5));
    assert_eq!(map.span_to_file(Span::new(2, 5)), Span::new(4, 9));
    assert_eq!(map.to_prose(8), Some(4));
    assert_eq!(map.to_prose(6), None);
}
