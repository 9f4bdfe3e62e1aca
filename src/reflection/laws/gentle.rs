//! The quiet page on safety: offered, never by itself, never a gate, and nothing of it is lost.

use super::*;
use crate::domain::{SafetyKind, SafetyOf, SafetyTold};

fn at_item(id: &str, practice: bool) -> Reflection {
    let opening = Opening {
        length: Some(Length::Quick),
        practice,
        ..Opening::default()
    };
    let mut walk = Reflection::begin(pack(), opening, &Past::default(), &stamp(1));
    while *walk.at() != Step::Item(ItemId::new(id)) {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
    walk
}

fn answer(walk: &mut Reflection, id: &str, answer: Answer) {
    walk.choose(&Field::Answer(ItemId::new(id)), answer.id());
}

#[test]
fn it_is_offered_after_two_answers_of_two_questions_and_never_opens_by_itself() {
    let page = "A quiet page on safety, if I want it";
    for set in &pack().sets {
        for item in &set.items {
            for given in Answer::ALL {
                let mut walk = at_item("SAF1", false);
                walk.at = Step::Item(ItemId::new(&item.id));
                answer(&mut walk, &item.id, *given);
                let wanted = ["SAF1", "SAF6"].contains(&item.id.as_str())
                    && matches!(given, Answer::NotThisTime | Answer::NotSure);
                let offered = walk.page().more.as_deref() == Some(page);
                assert_eq!(offered, wanted, "{} {given}", item.id);
                assert!(!walk.steps().contains(&Step::Gentle));
            }
        }
    }
}

#[test]
fn it_stands_behind_its_question_and_gives_way_to_going_deeper() {
    let mut walk = at_item("SAF1", false);
    answer(&mut walk, "SAF1", Answer::NotSure);
    assert!(
        walk.page()
            .under
            .iter()
            .any(|said| said.contains("one key away"))
    );
    assert!(walk.open_more());
    assert_eq!(*walk.at(), Step::Gentle);
    let page = walk.page();
    assert!(page.under[0].contains("No one has been told."));
    assert_eq!(page.parts.len(), 3);
    assert!(walk.back());
    assert_eq!(walk.page().more.as_deref(), Some("Go deeper"));
    assert_eq!(walk.forward(), Ok(Turn::Page));
    assert_eq!(walk.forward(), Ok(Turn::Page));
    assert_eq!(*walk.at(), Step::Item(ItemId::new("SAF6")));
    assert_eq!(
        walk.finish(stamp(2).at).entry.safety,
        None,
        "it was left blank"
    );
    // The other question offers it too, and then it stands there.
    answer(&mut walk, "SAF6", Answer::NotThisTime);
    assert!(walk.open_more());
    assert!(walk.back());
    assert_eq!(*walk.at(), Step::Item(ItemId::new("SAF6")));
}

#[test]
fn a_plan_to_tell_someone_is_asked_about_later_and_said_at_the_end() {
    let mut walk = at_item("SAF6", false);
    answer(&mut walk, "SAF6", Answer::NotThisTime);
    assert!(walk.open_more());
    walk.choose(&Field::Form(FormField::Whose), "both");
    walk.choose(&Field::Form(FormField::Kinds), "feelings");
    walk.choose(&Field::Form(FormField::Kinds), "between_us");
    walk.choose(&Field::Form(FormField::Told), "plan_to");
    assert_eq!(walk.page().parts.len(), 5);
    let closing = |walk: &Reflection| closing_of(&pack(), &walk.finish(stamp(2).at).entry).said;
    assert!(closing(&walk).contains("your supervisor today"));
    walk.write(&Field::Form(FormField::ToldWho), "the duty worker");
    assert!(closing(&walk).contains("the duty worker today"));
    walk.write(&Field::Form(FormField::ToldDay), "Tuesday");
    assert!(closing(&walk).ends_with("the duty worker, Tuesday"));
    let finished = walk.finish(stamp(2).at);
    assert_eq!(finished.tell.as_deref(), Some("the duty worker"));
    let safety = finished.entry.safety.unwrap();
    assert_eq!(safety.whose, Some(SafetyOf::Both));
    assert_eq!(safety.kinds, [SafetyKind::Feelings, SafetyKind::BetweenUs]);
    assert_eq!(safety.told, Some(SafetyTold::PlanTo));
    walk.choose(&Field::Form(FormField::Told), "yes");
    assert_eq!(walk.finish(stamp(2).at).tell, None);
}

#[test]
fn in_practice_the_card_is_named_and_the_page_is_not() {
    let mut walk = at_item("SAF1", true);
    answer(&mut walk, "SAF1", Answer::NotSure);
    let page = walk.page();
    assert!(page.under.iter().any(|said| said.contains("one key away")));
    // Neither over the made-up session nor on the page itself is there a way to it.
    assert_eq!(page.more.as_deref(), Some("Read the made-up session again"));
    assert!(walk.open_more());
    assert_eq!(walk.page().more.as_deref(), Some("Go deeper"));
}

#[test]
fn adding_more_later_closes_nothing_that_was_opened() {
    let mut walk = at_item("SAF1", false);
    answer(&mut walk, "SAF1", Answer::NotSure);
    assert!(!walk.steps().contains(&Step::More));
    assert!(walk.open_more());
    while walk.back() {}
    assert!(walk.open_more());
    assert_eq!(*walk.at(), Step::More);
    assert!(walk.steps().contains(&Step::Gentle));
}

#[test]
fn a_story_is_told_under_its_own_labels() {
    let mut entry = Entry::empty(stamp(1).fresh, stamp(1).at, ("p".into(), 1), Length::Story);
    entry.story = Some(Story {
        hope: "that it helps".into(),
        keep_back: String::new(),
        for_them: "they laughed".into(),
        for_me: "lighter".into(),
    });
    let told: Vec<String> = told(&pack(), &entry)
        .into_iter()
        .map(|told| format!("{}: {}", told.label, told.words))
        .collect();
    assert_eq!(
        told,
        [
            ": Thursday 12 March 2026",
            "Kind: Sharing my story",
            "What I hope it will do for them: that it helps",
            "What it seemed to do for them: they laughed",
            "What it was like for me: lighter",
        ]
    );
    assert_eq!(entry.first_words(), "that it helps");
}
