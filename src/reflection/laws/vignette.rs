//! The laws of a try: nothing is lost, what was chosen stays once the views are open, and a story
//! that is gone stops nobody.

use super::*;
use crate::domain::{HowSure, Want};

const FIRST: &str = "first-meeting";

fn begin_try() -> Reflection {
    Reflection::of_vignette(pack(), FIRST, &stamp(1)).unwrap()
}

fn walk_to(walk: &mut Reflection, step: &Step) {
    while walk.at() != step {
        assert_eq!(walk.forward(), Ok(Turn::Page), "no {step} on the way");
    }
}

/// A try with something in every place.
fn full_try() -> Reflection {
    let mut walk = begin_try();
    let ways = offered_ids(&walk);
    walk_to(&mut walk, &Step::Pull);
    walk.write(&Field::Pull, "To talk on,\nand fill the gap");
    walk_to(&mut walk, &Step::Way);
    walk.choose(&Field::Ways, &ways[1]);
    walk.choose(&Field::Ways, &ways[0]);
    walk.write(&Field::OwnWay, "Breathe out first");
    walk_to(&mut walk, &Step::Sure);
    walk.choose(&Field::HowSure, "fairly");
    walk_to(&mut walk, &Step::NotThought);
    walk.write(&Field::NotThoughtOf, "The bag on the shoulder");
    let items: Vec<Step> = walk.steps();
    for step in items
        .iter()
        .filter(|step| matches!(step, Step::Item(_)))
        .take(2)
    {
        walk_to(&mut walk, step);
        let Step::Item(item) = step else { continue };
        walk.choose(&Field::Answer(item.clone()), "partly");
        walk.write(&Field::Note(item.clone()), "the first half");
    }
    walk_to(&mut walk, &Step::TryNext);
    walk.write(&Field::NextTime, "If I speed up, then I stop");
    walk_to(&mut walk, &Step::Want);
    walk.choose(&Field::Want, "with_someone");
    walk
}

fn offered_ids(walk: &Reflection) -> Vec<String> {
    let vignette = walk.pack.vignette(FIRST).unwrap();
    vignette.ways.iter().map(|way| way.id.clone()).collect()
}

/// The walk as it comes back from the disk.
fn from_disk(walk: &Reflection) -> Reflection {
    let draft = walk.paper().draft();
    let stored = draft
        .fields()
        .map(|(field, words)| (Field::read(&field.to_string()).unwrap(), words.to_owned()));
    let draft = Draft::stored(draft.subject(), stored.collect(), Revision(7));
    Reflection::resume(walk.pack.clone(), draft).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_try_loses_a_word_and_none_is_changed_once_the_views_are_open(
        deeds in prop::collection::vec(deed(), 1..120),
    ) {
        let mut walk = begin_try();
        let mut said = BTreeMap::new();
        let mut settled = None;
        for deed in &deeds {
            perform(&mut walk, deed, &mut said);
            prop_assert!(walk.steps().contains(walk.at()), "{} is not in the plan", walk.at());
            let chosen = [Field::Pull, Field::Ways, Field::OwnWay, Field::HowSure]
                .map(|field| walk.paper().words(&field).to_owned());
            let seen = matches!(walk.at(), Step::View(_) | Step::Differ | Step::NotThought);
            if seen && settled.is_none() {
                settled = Some(chosen.clone());
            }
            if let Some(settled) = &settled {
                prop_assert_eq!(settled, &chosen);
            }
        }
        for (field, words) in &said {
            prop_assert_eq!(walk.paper().words(field), words);
        }
        let entry = walk.finish(stamp(2).at).entry;
        let whole = all_words(&entry);
        for (field, words) in &said {
            let elsewhere = matches!(field, Field::Ways | Field::Points(_));
            prop_assert!(elsewhere || words.is_empty() || whole.contains(words.as_str()),
                "{field}: {words} is not in {whole}");
        }
        prop_assert!(entry.practice && !entry.supervision.bring && entry.left_me.is_empty());
    }

    #[test]
    fn a_try_is_resumed_exactly_where_it_was(deeds in prop::collection::vec(deed(), 0..80)) {
        let mut walk = begin_try();
        for deed in &deeds {
            perform(&mut walk, deed, &mut BTreeMap::new());
        }
        let resumed = from_disk(&walk);
        prop_assert_eq!(resumed.at(), walk.at());
        prop_assert_eq!(resumed.page(), walk.page());
        prop_assert_eq!(resumed.finish(stamp(3).at), walk.finish(stamp(3).at));
    }
}

#[test]
fn a_try_goes_from_the_story_over_the_views_to_what_i_would_want() {
    let mut walk = begin_try();
    let mut seen = vec![walk.at().to_string()];
    while walk.forward() == Ok(Turn::Page) {
        seen.push(walk.at().to_string());
        let resumed = from_disk(&walk);
        assert_eq!(resumed.page(), walk.page(), "{}", walk.at());
    }
    let vignette = walk.pack.vignette(FIRST).unwrap();
    let mut wanted: Vec<String> = ["try_story", "try_pull", "try_way", "try_sure", "try_commit"]
        .map(str::to_owned)
        .to_vec();
    wanted.extend((0..vignette.views.len()).map(|place| format!("try_view.{place}")));
    wanted.extend(["try_differ", "try_not_thought"].map(str::to_owned));
    wanted.extend(vignette.items.iter().map(|item| format!("item.{item}")));
    wanted.extend(["try_next", "try_want"].map(str::to_owned));
    assert_eq!(seen, wanted);
    // Nothing was written, so there is nothing to keep.
    assert_eq!(walk.forward(), Ok(Turn::End(End::Nothing)));
    assert!(!walk.grow());
}

#[test]
fn no_key_leads_to_a_view_before_the_choice_is_made() {
    let mut walk = begin_try();
    walk.write(&Field::Pull, "To run");
    assert!(walk.stop());
    assert_eq!(walk.at(), &Step::Want);
    let views = |walk: &Reflection| {
        let steps = walk.steps();
        steps.iter().any(|step| matches!(step, Step::View(_)))
    };
    while walk.back() {
        assert!(!views(&walk), "{}", walk.at());
    }
    // Stopping early keeps it.
    assert!(walk.stop());
    assert_eq!(walk.forward(), Ok(Turn::End(End::Keep)));
    let attempt = walk.finish(stamp(2).at).entry.attempt.unwrap();
    assert_eq!(attempt.pull, "To run");
}

#[test]
fn what_was_chosen_is_read_and_not_changed_once_the_views_are_open() {
    let mut walk = full_try();
    while walk.at() != &Step::Way {
        assert!(walk.back());
    }
    let page = walk.page();
    assert_eq!(page.parts, []);
    let kept: Vec<&str> = page.kept.iter().map(|kept| kept.words.as_str()).collect();
    let vignette = walk.pack.vignette(FIRST).unwrap();
    let offered = |place: usize| vignette.ways[place].text.as_str();
    assert_eq!(kept, [offered(0), offered(1), "Breathe out first"]);
    walk.write(&Field::OwnWay, "Something else");
    walk.choose(&Field::HowSure, "very");
    while walk.paper_mut().undo().is_some() {}
    assert_eq!(walk.paper().words(&Field::OwnWay), "Breathe out first");
    assert_eq!(walk.paper().words(&Field::HowSure), "fairly");
    assert_eq!(walk.paper().words(&Field::Want), "");
    assert!(walk.back());
    assert_eq!(walk.page().kept[0].words, "To talk on,\nand fill the gap");
    assert_eq!(walk.page().parts, []);
}

#[test]
fn the_story_can_be_read_again_without_leaving_the_page() {
    let mut walk = begin_try();
    assert!(!walk.open_more());
    for step in [Step::Pull, Step::Way, Step::Sure] {
        walk_to(&mut walk, &step);
        let before = walk.page();
        assert!(before.more.is_some());
        assert!(walk.open_more());
        let story = walk.page();
        assert_eq!(story.parts, []);
        assert_eq!(story.read, walk.pack.vignette(FIRST).unwrap().story);
        assert_eq!(from_disk(&walk).page(), story);
        assert_eq!(walk.forward(), Ok(Turn::Page));
        assert_eq!(walk.page(), before);
        assert!(walk.open_more() && walk.back());
        assert_eq!(walk.page(), before);
    }
}

#[test]
fn a_try_is_kept_whole_and_told_again() {
    let walk = full_try();
    let finished = walk.finish(stamp(2).at);
    assert!(!finished.carries && finished.tell.is_none() && finished.last.is_none());
    let entry = finished.entry;
    let attempt = entry.attempt.clone().unwrap();
    let vignette = walk.pack.vignette(FIRST).unwrap();
    assert_eq!(
        (attempt.vignette.as_str(), attempt.version),
        (FIRST, vignette.version)
    );
    assert_eq!(
        (&attempt.title, &attempt.story),
        (&vignette.title, &vignette.story)
    );
    assert_eq!(attempt.how_sure, Some(HowSure::Fairly));
    assert_eq!(attempt.want, Some(Want::WithSomeone));
    assert_eq!(entry.answers.len(), 2);
    assert!(entry.answers[0].question.starts_with("In what I chose, "));
    let told: Vec<String> = told(&walk.pack, &entry)
        .into_iter()
        .map(|told| format!("{}: {}", told.label, told.words))
        .collect();
    for words in [
        "Kind: A story I tried",
        ": Practice",
        "My first pull: To talk on,\nand fill the gap",
        "What I'd do: Breathe out first",
        "How sure: Fairly",
        "What I did not think of: The bag on the shoulder",
        "Next time: If I speed up, then I stop",
        "What I want: Someone with me",
    ] {
        assert!(
            told.iter().any(|line| line == words),
            "{words} in {told:#?}"
        );
    }
    let closing = closing_of(&walk.pack, &entry);
    assert_eq!(closing.said, "You can leave it here.");
    assert!(closing.under[0].contains("practice"));
    assert_eq!(walk.kept(), kept_of(&entry));
    assert!(kept_of(&entry).len() > 4);
}

#[test]
fn a_copy_of_a_try_says_which_story_it_is_about() {
    let walk = full_try();
    let text = as_text(walk.paper().draft().fields(), Some(&walk.pack));
    let vignette = walk.pack.vignette(FIRST).unwrap();
    for words in [
        format!("{} What is my first pull?\nTo talk on", vignette.title),
        format!(
            "What might I do?\n{}, {}\n",
            vignette.ways[1].text, vignette.ways[0].text
        ),
        "How sure am I?\nFairly\n".to_owned(),
        "What did I not think of?\nThe bag".to_owned(),
        "what would I want?\nSomeone with me\n".to_owned(),
    ] {
        assert!(text.contains(&words), "{words} in {text}");
    }
    assert!(as_text(walk.paper().draft().fields(), None).contains(&vignette.ways[0].text));
}

#[test]
fn a_story_that_went_with_its_pack_is_still_tried_to_the_end() {
    for step in [
        Step::Pull,
        Step::View(1),
        Step::Differ,
        Step::NotThought,
        Step::Want,
    ] {
        let mut walk = full_try();
        while walk.at() != &step {
            assert!(walk.back(), "no {step}");
        }
        let shown = walk.finish(stamp(3).at).entry.attempt.unwrap();
        // Nothing has this id any more.
        walk.paper_mut().write(Field::Vignette, "gone");
        let mut walk = from_disk(&walk);
        let gone = matches!(step, Step::View(_) | Step::Differ);
        assert_eq!(walk.at(), &if gone { Step::NotThought } else { step });
        walk.page();
        while walk.back() {
            walk.page();
        }
        let page = walk.page();
        assert_eq!((&page.question, &page.read), (&shown.title, &shown.story));
        while walk.forward() == Ok(Turn::Page) {
            walk.page();
        }
        let kept = walk.finish(stamp(3).at).entry.attempt.unwrap();
        let vignette = "gone".to_owned();
        assert_eq!(kept, Attempt { vignette, ..shown });
    }
}

#[test]
fn the_line_for_next_time_begins_with_the_question_that_was_left_open() {
    let mut walk = begin_try();
    walk_to(&mut walk, &Step::TryNext);
    let starters = |walk: &Reflection| {
        let page = walk.page();
        let Ask::Line { starter } = page.parts[0].ask.clone() else {
            panic!("no line")
        };
        (starter.unwrap(), page.under.len())
    };
    let items = walk.pack.vignette(FIRST).unwrap().items.clone();
    let first = |place: usize| walk.pack.item(&items[place]).unwrap().1.next_time.clone();
    let (begin, open) = (first(0), first(1));
    assert_eq!(starters(&walk), (begin, items.len()));
    let answer = Field::Answer(ItemId::new(&items[1]));
    walk.paper_mut().choose(&answer, "not_sure", 1);
    assert_eq!(starters(&walk).0, open);
}

#[test]
fn an_item_that_is_named_twice_is_asked_once() {
    let mut walk = begin_try();
    let items = walk.pack.vignette(FIRST).unwrap().items.clone();
    let twice = format!("{0},{1},{0},{1},{1}", items[1], items[0]);
    walk.paper_mut().write(Field::VignetteItems, twice);
    let mut walk = from_disk(&walk);
    walk_to(&mut walk, &Step::TryNext);
    let steps = walk.steps();
    let asked = steps.iter().filter(|step| matches!(step, Step::Item(_)));
    let asked: Vec<String> = asked.map(Step::to_string).collect();
    assert_eq!(asked, [&items[1], &items[0]].map(|id| format!("item.{id}")));
}

#[test]
fn to_look_for_a_page_opens_no_view_and_moves_nothing_in_vain() {
    let mut walk = begin_try();
    walk_to(&mut walk, &Step::Way);
    assert!(walk.open_more());
    // Behind the story that lies over its page, and further back.
    assert!(walk.back_to(&Field::OwnWay));
    assert_eq!(walk.at(), &Step::Way);
    assert!(walk.back_to(&Field::Pull));
    assert_eq!(walk.at(), &Step::Pull);
    // What lies ahead is beyond the commit.
    assert!(walk.stop() && walk.back());
    for field in [Field::Want, Field::NotThoughtOf, Field::Moment] {
        let before = (walk.at().clone(), walk.page(), walk.paper().clone());
        assert!(!walk.back_to(&field));
        assert_eq!(
            (walk.at().clone(), walk.page(), walk.paper().clone()),
            before
        );
        assert_eq!(walk.paper().words(&Field::Committed), "");
    }
}
