use super::*;
use crate::claim::{Class, Polarity, QuoteKind, Role, Wording};
use crate::text::{Span, form};
use proptest::prelude::*;

/// The assertion of a line: all of it in the text's own voice, or `… [cue] … {content}`, marks left out of the prose.
fn assertion_of(line: &str) -> Assertion {
    let (mut prose, mut parts, mut open) = (String::new(), [None, None], 0);
    for sign in line.chars() {
        match sign {
            '[' | '{' => open = prose.len(),
            ']' => parts[0] = Some(Span::new(open, prose.len())),
            '}' => parts[1] = Some(Span::new(open, prose.len())),
            _ => prose.push(sign),
        }
    }
    let text = Text::of_paragraph(&prose);
    let [cue, Some(content)] = parts else {
        return of_sentence(&text, text.sentences()[0].clone());
    };
    let wording = |span: Option<Span>| span.and_then(|span| Wording::of(&prose, vec![span]));
    let verb = cue.map_or("", |cue| cue.slice(&prose));
    let main = verb.split(' ').find(|word| {
        !["has", "had", "not", "did", "does", "never", "have", "yet", "to", "long"].contains(word)
    });
    let attribution = Attribution {
        source: None,
        cue: wording(cue),
        content: wording(Some(content)),
        quotes: Vec::new(),
        kind: QuoteKind::Indirect,
        class: Class::Speech,
        lemma: form::verb_base(main.unwrap_or_default()).into_owned(),
        confidence: 1.0,
        trail: Vec::new(),
        within: None,
    };
    of_attribution(&text, &attribution)
}

/// Certainty and polarity, then whatever else is said of how it is known and why it is not asserted.
fn factuality(assertion: &Assertion) -> String {
    let sign = match assertion.polarity {
        Polarity::Positive => "+",
        Polarity::Negative => "-",
        Polarity::Unknown => "u",
    };
    let mut shown = format!("{:?}{sign}", assertion.modality);
    if let Some(estimate) = assertion.estimate {
        shown += &format!(" {}{}", if estimate.negated { "not " } else { "" }, estimate.degree);
    }
    if assertion.evidential != Evidential::None {
        shown += &format!(" {:?}", assertion.evidential).to_lowercase();
    }
    if let Some(irrealis) = assertion.irrealis {
        shown += &format!(" {irrealis:?}").to_lowercase();
    }
    shown
}

/// `predicate(subject, object)`, modifiers before their heads; `-` where there is none.
fn frame(assertion: &Assertion) -> String {
    let skeleton = &assertion.skeleton;
    let lemma = skeleton.predicate.as_ref().map_or("-", |predicate| &predicate.lemma);
    let passive = skeleton.predicate.as_ref().is_some_and(|predicate| predicate.passive);
    let phrase = |role| {
        let found = skeleton.participants.iter().find(|participant| participant.role == role);
        found.map_or("-".to_owned(), |participant| {
            let words = participant.modifiers.iter().chain(std::iter::once(&participant.head));
            words.map(String::as_str).collect::<Vec<_>>().join(" ")
        })
    };
    let voice = if passive { "passive " } else { "" };
    let scope = skeleton.scope.iter().map(|word| format!(" @{word}")).collect::<String>();
    format!("{voice}{lemma}({}, {}){scope}", phrase(Role::Subject), phrase(Role::Object))
}

/// Lines of `sentence = expected`.
fn check(shown: impl Fn(&Assertion) -> String, lines: &str) {
    let cases = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let wrong: Vec<String> = cases
        .filter_map(|case| {
            let (line, expected) = case.rsplit_once(" = ").unwrap();
            let found = shown(&assertion_of(line));
            (found != expected).then(|| format!("{line} = {found}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn negation_and_its_scope() {
    check(
        factuality,
        "
        The army left the town. = CT+
        The army did not leave the town. = CT-
        The army never left the town. = CT-
        The bank no longer employs Ole Voss. = CT-
        The treaty rules out foreign bases. = CT+
        It is not the case that tea cures gout. = CT-
        The army hasn’t left the town. = CT-
        The army has no plan. = CT-
        Nobody left the town. = CT-
        None of the soldiers left. = CT-
        No soldier left the town. = CT-
        The army no longer holds the town. = CT-
        The army hardly moved. = CT-
        Neither side has agreed. = CT-
        The army failed to leave the town. = CT-
        The army refused to leave the town. = CT-
        The minister ruled out sending troops. = CT-
        The army did not fail to leave the town. = CT+
        Nobody refused to leave. = CT+
        The army not only left the town but burnt it. = CT+
        The army left the town, which nobody wanted. = CT+
        The army that had not been paid left the town. = CT+
        The army left because it had no food. = CT+
        The plan is a non-starter. = CT+
        They exchanged non-verbal signs. = CT+
        I don’t think the army left. = CT-
        I don’t believe that nobody came. = CT+
        There is no war here. = CT-
        There is nothing in the vault. = CT-
        The bank has yet to pay. = CT-
        The bank is not able to pay. = CT-
        The bank decided not to leave. = U-
        It is not true that the bank has paid. = CT-
        The bank paid nothing. = CT-
        Nor has the bank paid. = CT-
        Never has the bank paid. = CT-
        The dam isn’t safe. = CT-
        The dam still isn’t really safe. = CT-
        ",
    );
}

#[test]
fn certainty_and_likelihood() {
    check(
        factuality,
        "
        The bank will fail. = CT+
        The bank could fail. = PS+
        The bank may not fail. = PS-
        The bank might fail. = PS+
        The bank cannot fail. = CT-
        The bank could not pay. = CT-
        Perhaps the bank will fail. = PS+
        A failure is possible. = PS+
        It is possible that the bank will fail. = PS+
        The bank will probably fail. = PR+ likely
        The bank is likely to fail. = PR+ likely
        The bank is very likely to fail. = PR+ very likely
        The bank is unlikely to fail. = PR- unlikely
        The bank is not likely to fail. = PR- not likely
        The bank will almost certainly not fail. = PR- not almost certain
        It is almost certain that the bank will fail. = PR+ almost certain
        A failure is now a virtual certainty. = PR+ virtually certain
        The bank is expected to fail. = PR+
        The figures suggest that the bank will fail. = PR+
        The bank is certain to fail. = CT+
        A failure is not inevitable. = PS-
        It is not certain that the bank will fail. = PS-
        Maybe the bank failed. = PS+
        The bank is perhaps closed. = PS+
        There is a possibility of a strike. = PS+
        The possible strike ended. = CT+
        It is likely fraud. = PR+ likely
        The bank should be able to pay. = PR+
        The loan should be enough. = PR+
        The bank of the town should pay clerks who are able. = Uu demand
        The debt should be made clear. = Uu demand
        The mood among likely voters is grim. = CT+
        ",
    );
}

#[test]
fn hearsay_and_inference() {
    check(
        factuality,
        "
        The clerk reportedly burnt the file. = CT+ hearsay
        The clerk is said to have burnt the file. = CT+ hearsay
        The clerk apparently burnt the file. = CT+ inferred
        The clerk must have burnt the file. = CT+ inferred
        The clerk must surely have burnt the file. = CT+ inferred
        The bank sold a house in the town that reportedly burned. = CT+
        A clerk reportedly [said] {the file was gone}. = CT+ hearsay
        Lind [said] {the clerk had allegedly burnt the file}. = CT+ hearsay
        Lind [said] {the file was gone}. = CT+
        ",
    );
}

#[test]
fn what_is_not_asserted() {
    check(
        factuality,
        "
        Lind [urged] {the bank to pay}. = Uu demand
        Lind [said] {the bank should pay}. = Uu demand
        Lind [said] {banks stay open}. = CT+
        Lind [said] {he hopes that the bank will pay}. = U+ hope
        Lind [said] {the bank would pay if parliament agreed}. = U+ condition
        Lind [said] {if parliament agreed, the bank would pay}. = U+ condition
        Lind [asked] {whether the bank had paid}. = Uu question
        “Will the bank pay?” = Uu question
        Lind [said] {they say the bank has paid}. = U+ embedded
        Lind [said] {There is a feeling abroad that the bank has paid}. = U+ embedded
        Lind [said] {he thinks the bank has paid}. = CT+
        Lind [said] {Voss denied that the bank had paid}. = U+ embedded
        Lind [said] {he denied that the bank had paid}. = CT-
        Lind [said] {he doubted that the bank has paid}. = PR-
        Lind [said] {the bank plans to close}. = U+
        The mayor will see if it works. = CT+
        The bank has paid little, if anything. = CT+
        We in the party think that nobody came. = CT-
        In the end of the day we think that nobody came. = CT-
        Do I think that the bank failed? = Uu question
        Lind [said] {the problem is that the bank has not paid}. = CT-
        ",
    );
}

#[test]
fn cues_turn_what_they_put() {
    check(
        factuality,
        "
        Lind [denied] {that the bank had paid}. = CT-
        Lind [denied] {that the bank had not paid}. = CT+
        Lind [denied] {any quarrel with Brun}. = CT-
        Lind [disputed] {the ministry’s statement that the bank had paid}. = CT-
        Lind [confirmed] {a report that the bank had paid}. = CT+
        Lind could not resist [saying] {that the bank had paid}. = CT+
        Lind [did not say] {that the bank had paid}. = Uu unsaid
        Lind would neither confirm nor [deny] {that the bank had paid}. = Uu unsaid
        Lind [did not confirm] {that the bank had paid}. = Uu unsaid
        Lind [could not confirm] {the report}. = Uu unsaid
        Lind [did not call] {the bank unsafe}. = Uu unsaid
        Lind [does not consider] {the bank safe}. = CT-
        Lind stopped short of [calling] {the bank unsafe}. = Uu unsaid
        Lind avoided [saying] {that the bank had paid}. = Uu unsaid
        Lind [declined] to say {that the bank had paid}. = Uu unsaid
        Lind [has long argued] {that the bank had paid}. = CT+
        Lind [has never claimed] {that the bank had not paid}. = Uu unsaid
        Lind [has yet to explain] {why the bank paid}. = Uu unsaid
        Lind [did not rule out] {another rise}. = PS+
        Lind [ruled out] {another rise}. = CT-
        Lind [does not believe] {that the bank had paid}. = CT-
        Lind [does not support] {the plan}. = CT-
        Lind [does not expect] {that the bank will pay}. = CT-
        Lind [did not expect] {that the bank would pay}. = Uu unsaid
        Lind [condemned] {the attack}. = CT-
        Lind [praised] {the agreement}. = CT+
        ",
    );
}

#[test]
fn acts() {
    check(
        |assertion| format!("{:?}", assertion.act).to_lowercase(),
        "
        Lind [said] {the bank had paid}. = assert
        Lind [denied] {that the bank had paid}. = deny
        Lind [disputed] {the account}. = dispute
        Lind [confirmed] {that the bank had paid}. = confirm
        Lind [retracted] {the claim}. = retract
        Lind [did not rule out] {another rise}. = other
        Lind [has not denied] {the claim}. = other
        Lind [predicted] {that the bank would fail}. = forecast
        Lind [said] {the bank will fail}. = forecast
        Lind [said] {“We will pay”}. = promise
        Lind [vowed] {to pay}. = promise
        Lind [called] for {an inquiry}. = demand
        Lind [told] the bank {to pay}. = demand
        Lind [said] {the bank must pay}. = demand
        Lind [said] {the offer was ridiculous}. = evaluate
        Lind [asked] {whether the bank had paid}. = question
        Lind [rejected] {the demand}. = reject
        Lind [insisted] {that the bank stop its loans}. = demand
        Lind [warned] {the bank to stop its loans}. = demand
        Lind [expressed] {outrage at the loans}. = evaluate
        Lind [made] a condemnation of {the loans}. = assert
        Lind [made a condemnation of] {the loans}. = evaluate
        Lind [said] {“We will not pay”}. = promise
        Lind [offered] {to pay}. = promise
        Lind [said] {we pledge to pay}. = promise
        Lind [said] {he had promised to pay}. = promise
        Lind [said] {the bank had promised to pay}. = assert
        Lind [asked] the bank {to leave}. = demand
        Lind [said] {he hopes that the bank will pay}. = hope
        Lind [said] {the plans were failures}. = evaluate
        Lind [said] {the bank has a terrible record}. = evaluate
        Lind [said] {the terrible bank paid}. = assert
        Lind [said] {the bank opened a terrible branch}. = assert
        Lind [said] {the bank opened a terrible branch in a beautiful town}. = evaluate
        Lind [said] {the plan has a part for each of the towns on the far side of the terrible lake}. = assert
        Lind [spoke of] {a terrible attack}. = evaluate
        Lind [spoke of] {an old attack}. = assert
        ",
    );
}

#[test]
fn skeletons() {
    check(
        frame,
        "
        Borduria could launch an attack on Syldavia. = launch(Borduria, attack)
        An attack is not imminent. = imminent(attack, -)
        Russian forces had withdrawn from the airport. = withdraw(russian force, airport)
        The depot was destroyed by the rebels. = passive destroy(depot, rebel)
        The fishing treaty is illegal. = illegal(fishing treaty, -)
        The minister called off the talks. = call off(minister, talk)
        that the guards fired on the crowd = fire(guard, crowd)
        that police shot at the crowd = shoot(police, -)
        There is war here. = exist(war, -)
        The deputy voted against the treaty. = vote against(deputy, treaty)
        The pump is out of control. = out of control(pump, -)
        The strike is over. = over(strike, -)
        that the lamps had been on = on(lamp, -)
        The lamps were not on. = on(lamp, -)
        The power was still off, the mayor said. = off(power, -)
        The bill went through. = go through(bill, -)
        the deal cost $4 million = cost(deal, -)
        Lind [called] {the talks a great success}. = great success(talk, -)
        Lind [described] {the strike as illegal}. = illegal(strike, -)
        Lind [called] {the treaty}. = -(treaty, -)
        Lind [reported] {the talks a great success}. = -(talk, -)
        Dozens of old barns had burned. = burn(old barn, -)
        The dog is not a large animal. = large animal(dog, -)
        The fire is under control. = under control(fire, -)
        I don’t consider the border more tense than before. = tense(border, -)
        The army refused to leave the town. = leave(army, town)
        The bank plans to close its branches. = plan to close(bank, branch)
        An attack is unlikely. = happen(attack, -)
        In March, the bank closed a branch in Szohod. = close(bank, branch) @szohod
        The army that had not been paid left the town. = leave(army, town)
        Anne Brun, who was there, left the room. = leave(Anne Brun, room)
        Brun met Voss in Paris. = meet(Brun, -) @with voss @paris
        The treaty is legal in principle. = legal(treaty, -) @in principle
        Lind [denied] {any quarrel with Brun}. = -(quarrel, -)
        The company repaid the loan last year. = repay(company, loan)
        Twelve miners died on Friday. = die(miner, -)
        The king is proud of the fleet. = proud(king, -) @of fleet
        The clerk has worked for the Bank of Syldavia. = work(clerk, Bank of Syldavia)
        Kiev and Moscow signed the treaty. = sign(Kiev, treaty) @and moscow
        Can talks with Borduria end the crisis? = end(borduria talk, crisis)
        ",
    );
}

#[test]
fn what_a_cue_does_turns_on_what_is_said() {
    check(
        |assertion| format!("{:?} {}", assertion.act, factuality(assertion)).to_lowercase(),
        "
        The court [did not rule] {that the strike was legal}. = other uu unsaid
        Berg [did not rule out] {that the dam leaks}. = other ps+
        Berg [did not point out] {that the dam leaks}. = assert uu unsaid
        Berg [questions] {that the dam leaks}. = question uu question
        Berg [does not question] {that the dam leaks}. = assert ct+
        Berg [does not doubt] {that the dam leaks}. = assert ct+
        The board [estimated] {that 12 had died}. = assert ct+
        The board [estimated] {that 12 will die}. = forecast ct+
        The board [predicts] {that 12 have died}. = forecast ct+
        The board [estimated] {the toll at 12}. = forecast ct+
        Berg [swore] {that he had paid}. = assert ct+
        Berg [swore] {that he will pay}. = promise ct+
        Berg [swore] {to pay}. = promise ct+
        Berg [refused] {to pay}. = promise ct-
        Berg [declined] {to pay}. = other ct-
        Berg [promised] {that he had paid}. = promise ct+
        Berg [offered] {a new bridge}. = assert ct+
        Berg [offered] {to build a bridge}. = promise ct+
        Berg [promised] {a new bridge}. = promise ct+
        Berg [advised] {that the road is closed}. = assert ct+
        Berg [advised] {that the road should be closed}. = demand uu demand
        Berg [advised] {closing the road}. = demand uu demand
        Berg [demanded] {that the road is closed}. = demand uu demand
        Berg [expressed] {concern about the dam}. = evaluate ct-
        Berg [expressed] {that the dam leaks}. = assert ct+
        Berg [noted] {concern about the dam}. = assert ct+
        Berg [voiced] {doubts about the dam}. = dispute ct-
        Berg [accused] {the paper of inventing quotations}. = dispute ct-
        Berg [accused] {the paper of theft}. = assert ct+
        Berg [told] {the paper of inventing quotations}. = assert ct+
        Berg [asked] {to leave}. = demand uu demand
        Berg [inquired] {to see the dam}. = question uu question
        ",
    );
}

/// Two statements of one meaning, put by a noun: only an answer is about what the noun puts.
#[test]
fn an_answer_is_about_the_clause_that_a_noun_puts() {
    check(
        frame,
        "
        Berg [confirmed] {the ministry’s statement that the dam is safe}. = safe(dam, -)
        Berg [disputed] {the ministry’s statement that the dam is safe}. = safe(dam, -)
        Berg [welcomed] {the ministry’s statement that the dam is safe}. = -(ministry statement, -)
        ",
    );
}

proptest! {
    #[test]
    fn odd_texts_are_read(words in proptest::collection::vec("\\PC{0,6}|if|not|that|to|is|said|,|\\.|\\?|could|who|there|12|\\(|no|likely|“|of", 0..40)) {
        let prose = words.join(" ");
        let text = Text::of_paragraph(&prose);
        for sentence in text.sentences() {
            let assertion = of_sentence(&text, sentence.clone());
            for participant in &assertion.skeleton.participants {
                prop_assert!(participant.span.end <= prose.len());
            }
        }
    }
}
