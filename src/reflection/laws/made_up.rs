//! A practice reflection on a session that is made up: what is asked is what I would do in it.

use super::*;

fn begin_made_up(length: Length) -> Reflection {
    let opening = Opening {
        length: Some(length),
        practice: true,
        ..Opening::default()
    };
    Reflection::begin(pack(), opening, &Past::default(), &stamp(1))
}

fn walk_to(walk: &mut Reflection, is_there: impl Fn(&Step) -> bool) {
    while !is_there(walk.at()) {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
}

fn is_item(step: &Step) -> bool {
    matches!(step, Step::Item(_))
}

#[test]
fn a_made_up_session_asks_what_i_would_do_and_can_be_read_again() {
    let mut walk = begin_made_up(Length::Quick);
    let scene = walk.page().read;
    assert!(scene[0].contains("made up"));
    walk_to(&mut walk, |step| *step == Step::Moment);
    let page = walk.page();
    assert_eq!(page.question, "What would I do or say in it?");
    assert!(page.more.is_some() && !page.more_is_page);
    assert!(walk.open_more() && walk.page().read == scene);
    assert!(walk.page().parts.is_empty() && !walk.open_more());
    assert!(walk.back());
    assert_eq!(walk.page(), page);
}

#[test]
fn at_a_question_the_session_comes_first_and_going_deeper_is_one_key_on() {
    let mut walk = begin_made_up(Length::Quick);
    let scene = walk.page().read;
    walk_to(&mut walk, is_item);
    let (page, at) = (walk.page(), walk.at().clone());
    assert_eq!(page.more.as_deref(), Some("Read the made-up session again"));
    assert!(walk.open_more());
    let over = walk.page();
    assert_eq!((&over.title, &over.read), (&page.title, &scene));
    assert_eq!(over.more.as_deref(), Some("Go deeper"));
    // Enter leads back, and so does going deeper.
    assert_eq!(walk.forward(), Ok(Turn::Page));
    assert_eq!(walk.page(), page);
    assert!(walk.open_more() && walk.open_more());
    let deeper = walk.page();
    assert_eq!((walk.at(), deeper.parts.len()), (&at, page.parts.len() + 1));
    assert!(walk.open_more());
    assert_eq!((walk.page().read, walk.page().more), (scene, None));
    let from_disk = {
        let draft = walk.paper().draft();
        let fields = draft
            .fields()
            .map(|(it, words)| (it.clone(), words.to_owned()));
        Draft::stored(draft.subject(), fields.collect(), Revision(7))
    };
    let resumed = Reflection::resume(walk.pack.clone(), from_disk).unwrap();
    assert_eq!(resumed.page(), walk.page());
}

#[test]
fn what_is_kept_shows_the_session_as_it_was_shown() {
    let mut walk = begin_made_up(Length::Quick);
    let scene = walk.page().read;
    assert_eq!(walk.finish(stamp(2).at).entry.scene, scene);
    walk_to(&mut walk, |step| *step == Step::Moment);
    walk.write(&Field::Moment, "Say that I went back");
    walk_to(&mut walk, is_item);
    if let Step::Item(item) = walk.at().clone() {
        walk.choose(&Field::Answer(item), "partly");
    }
    let entry = walk.finish(stamp(2).at).entry;
    let told = told(&walk.pack, &entry);
    let place = |words: &str| told.iter().position(|it| it.words == words).unwrap();
    assert!(place(&scene[1]) < place("Say that I went back"));
    assert_eq!(
        told[place("Say that I went back")].label,
        "What I would do or say"
    );
    assert_eq!(kept_of(&walk.pack, &entry), walk.kept());
    // The last page does not show the answers, so it says that they are kept.
    let under = closing_of(&walk.pack, &entry).under;
    assert!(under.iter().any(|it| it.contains("kept too")), "{under:?}");
    let again = Reflection::open_up(walk.pack.clone(), &entry, &Past::default(), &stamp(3));
    assert_eq!(again.finish(stamp(3).at).entry.scene, scene);
}

#[test]
fn a_walk_about_something_real_has_no_made_up_session() {
    let mut walk = begin(Some(Length::Quick));
    walk.paper_mut().write(Field::Practice, "yes");
    assert!(walk.page().read.is_empty());
    walk_to(&mut walk, |step| *step == Step::Moment);
    let moment = walk.pack.step("moment").question.clone();
    assert_eq!((walk.page().question, walk.page().more), (moment, None));
    let mut walk = begin_made_up(Length::Quick);
    walk.paper_mut().write(Field::Practice, "no");
    assert!(walk.page().read.is_empty());
    assert!(walk.finish(stamp(2).at).entry.scene.is_empty());
}
