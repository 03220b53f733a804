use super::*;
use proptest::prelude::*;

/// Lines of `base: form form`.
fn check(of: impl Fn(&str) -> String, lines: &str) {
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let (base, forms) = line.split_once(':').unwrap();
        for form in forms.split_whitespace() {
            assert_eq!(of(form), base.trim(), "{form}");
        }
    }
}

#[test]
fn base_forms() {
    let lines = "
        be: is was were been are
        say: says said saying
        launch: launches launched launching
        deny: denies denied denying
        stop: stopped stopping stops
        control: controlled controlling
        hope: hopes hoped hoping
        invite: invites invited inviting
        visit: visited visiting
        decide: decided deciding
        quote: quoted quoting
        treat: treated treating
        create: created creating
        agree: agreed agreeing agrees
        struggle: struggled struggling
        crawl: crawled crawling
        call: called calling
        withdraw: withdrew withdrawn withdraws
        find: found finds finding
        party: parties
        country: countries
        woman: women
        house: houses
        church: churches
        hero: heroes
        crisis: crises
        virus: viruses
        leave: leaves left leaving
        build: building buildings built
        one-in-six: one-in-six
        troop: troops
        forecast: forecasts forecasting
    ";
    check(|word| base_form(word).into_owned(), lines);
}

#[test]
fn what_only_looks_inflected_stays() {
    for word in [
        "this", "news", "less", "his", "its", "us", "always", "politics", "series", "need", "during",
        "thing", "evening", "hundred", "speed", "unless", "across", "press", "basis", "as", "king", "naked",
        "red", "u.s.", "higher", "over",
    ] {
        assert_eq!(base_form(word), word);
    }
}

#[test]
fn class_decides_where_it_is_known() {
    check(
        |word| noun_base(word).into_owned(),
        "leaf: leaves\nlife: lives\nbuilding: buildings\nfound: found",
    );
    check(
        |word| verb_base(word).into_owned(),
        "leave: leaves left\nlive: lives lived\nfound: founded\nfind: found",
    );
}

#[test]
fn number_words() {
    assert_eq!(number_word("seventy-six"), Some(76));
    assert_eq!(number_word("million"), Some(1_000_000));
    assert_eq!(number_word("one-in-six"), None);
    assert!(!is_number_word("second"));
}

proptest! {
    #[test]
    fn a_base_form_is_its_own(word in "[a-z]{0,9}(ing|ed|ies|es|s|ings|eds|inging)?|\\PC{0,12}") {
        let base = base_form(&word).into_owned();
        prop_assert_eq!(base_form(&base).into_owned(), base);
    }
}
