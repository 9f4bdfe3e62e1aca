//! Single turns that matter by themselves.

use super::kit::*;
use super::tour::*;
use crate::domain::*;
use crate::rooms::*;

fn heading(tour: &Tour) -> String {
    tour.visit.leaf().title
}

/// The leaf that is shown now.
fn now(tour: &Tour) -> String {
    written(&tour.visit.leaf())
}

#[test]
fn the_first_leaf_shows_what_was_not_tried_yet_in_its_order() {
    let tour = Tour::of("Practice", Begin::Practice, Journal::full());
    let standing = standing();
    let tried = ["first-meeting", "advice-pull"];
    let untried = standing
        .pack
        .vignettes()
        .iter()
        .filter(|it| !tried.contains(&it.id.as_str()));
    let wanted: Vec<&str> = untried.map(|it| it.title.as_str()).take(4).collect();
    let LeafAsk::Rows { rows, .. } = tour.visit.leaf().ask else {
        panic!("no rows")
    };
    let from = rows
        .iter()
        .position(|row| row.words == "Stories to try")
        .unwrap()
        + 1;
    let shown: Vec<&str> = rows[from..from + 4]
        .iter()
        .map(|row| row.words.as_str())
        .collect();
    assert_eq!(shown, wanted);
}

#[test]
fn a_try_opens_its_story_and_a_row_of_it_its_page() {
    let mut tour = Tour::of(
        "One",
        Begin::Vignette("first-meeting".into()),
        Journal::full(),
    );
    tour.choose("Try it again");
    assert_eq!(tour.door, Some(Door::Vignette("first-meeting".into())));
    tour.returned().choose("To talk until they sit down (8)");
    assert_eq!(tour.door, Some(Door::Entry(id(8))));
}

#[test]
fn after_a_try_enter_alone_begins_no_other() {
    let mut tour = Tour::of(
        "One",
        Begin::Vignette("first-meeting".into()),
        Journal::full(),
    );
    tour.choose("Try it again");
    let newest = a_try(10, "first-meeting", "2026-11-22");
    tour.journal.tries.insert(0, newest);
    tour.returned();
    let LeafAsk::Rows { rows, at } = tour.visit.leaf().ask else {
        panic!("no rows")
    };
    assert!(rows[at].words.contains("(10)"), "{rows:?}");
}

#[test]
fn a_try_that_was_begun_stands_before_beginning_another() {
    let begin = || Begin::Vignette("first-meeting".into());
    let mut journal = Journal::full();
    let mut left = Draft::new(Subject::Walk(id(60)));
    left.write(Field::Vignette, "first-meeting");
    left.write(Field::Started, "2026-11-20T17:40:00+00:00");
    journal.left = vec![left.clone()];
    let mut tour = Tour::of("One", begin(), journal.clone());
    let LeafAsk::Rows { rows, at } = tour.visit.leaf().ask else {
        panic!("no rows")
    };
    assert_eq!(rows[at].words, "Go on with the try I began");
    assert!(rows[at].quiet.contains("20 November"), "{rows:?}");
    tour.choose("Go on with the try I began");
    assert_eq!(tour.door, Some(Door::GoOn(Box::new(left))));
    // When it is done, Enter alone reads it and begins nothing.
    tour.journal.left.clear();
    let newest = a_try(10, "first-meeting", "2026-11-22");
    tour.journal.tries.insert(0, newest);
    tour.returned();
    let LeafAsk::Rows { rows, at } = tour.visit.leaf().ask else {
        panic!("no rows")
    };
    assert!(rows[at].words.contains("(10)"), "{rows:?}");
    assert!(rows.iter().all(|row| !row.words.starts_with("Go on with")));
    // Another story knows nothing of it.
    let other = Tour::of("One", Begin::Vignette("notes".into()), journal.clone());
    assert!(!other.text.contains("Go on with"), "{}", other.text);
    // Where nothing can be written, it says why.
    let read_only = Standing {
        read_only: Some("Here it can only be read.".into()),
        ..standing()
    };
    let mut only = Tour::at("One", begin(), journal, read_only);
    only.choose("Go on with the try I began");
    assert_eq!(only.door, None);
    assert!(only.text.contains("!! Here it can only be read."));
}

#[test]
fn many_tries_hide_no_older_practice_reflection() {
    let mut journal = Journal::full();
    let oldest = journal.listed[0].clone();
    let tries = (0..450_u16).map(|number| {
        let [high, low] = number.to_be_bytes();
        Listed {
            id: Id::at(1_795_000_000_000, &[high, low, 7, 7, 7, 7, 7, 7, 7, 7]),
            length: Length::Vignette,
            words: "A try".into(),
            ..oldest.clone()
        }
    });
    journal.listed = tries.chain([oldest.clone()]).collect();
    let mut tour = Tour::of("Practice", Begin::Practice, journal);
    tour.choose("My practice reflections")
        .choose("I asked which chair.");
    assert_eq!(tour.door, Some(Door::Entry(oldest.id)));
}

#[test]
fn a_question_asked_in_other_words_stands_beside_its_earlier_answers() {
    let mut journal = Journal::full();
    let older = &mut journal.tries[1].answers[0];
    assert_ne!(older.question, "");
    older.question = "An earlier wording of it?".into();
    older.note = "What I wrote under the earlier wording.".into();
    let question = journal.tries[0].answers[0].question.clone();
    let begin = Begin::Vignette("first-meeting".into());
    let mut tour = Tour::of("One", begin, journal);
    tour.choose("Earlier beside newest");
    let pieces = tour.visit.leaf().pieces;
    let over = |piece: &Piece| matches!(piece, Piece::Heading(words) if *words == question);
    let from = pieces.iter().position(over).unwrap() + 1;
    let under: Vec<&Piece> = pieces[from..]
        .iter()
        .take_while(|it| !matches!(it, Piece::Heading(_)))
        .collect();
    let earlier = Piece::Own("What I wrote under the earlier wording.".into());
    assert!(under.contains(&&earlier), "{under:?}");
    assert!(!tour.text.contains("An earlier wording"), "{}", tour.text);
}

#[test]
fn the_longer_view_alone_is_enough_for_a_sheet() {
    let mut journal = Journal::full();
    journal.tries.clear();
    let mut tour = Tour::of("Practice", Begin::Practice, journal);
    tour.choose("A sheet for my tutor");
    let pieces = tour.visit.leaf().pieces;
    assert!(matches!(pieces[0], Piece::Question(_)), "{pieces:?}");
    tour.choose("Mutuality").choose("See the page");
    assert!(tour.text.contains("I can name my role."), "{}", tour.text);
    let nothing = Tour::of("Practice", Begin::Practice, Journal::default());
    assert!(!nothing.text.contains("A sheet for my tutor"));
}

#[test]
fn one_heading_is_offered_after_a_try_and_another_the_next_time() {
    let offered = |journal: Journal| {
        let tour = Tour::of("One", Begin::Vignette("first-meeting".into()), journal);
        let text = written(&tour.visit.leaf());
        let lines = text
            .lines()
            .filter(|line| line.contains("How sure I would feel: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut journal = Journal::full();
    let two = offered(journal.clone());
    journal.tries.remove(0);
    let one = offered(journal.clone());
    journal.tries.remove(0);
    assert_eq!((two.len(), one.len(), offered(journal).len()), (1, 1, 0));
    assert_ne!(one, two);
}

#[test]
fn a_story_whose_pack_is_gone_can_still_be_read_and_shown() {
    let mut tour = Tour::of(
        "Gone",
        Begin::Vignette("our-own-story".into()),
        Journal::full(),
    );
    assert_eq!(heading(&tour), "A door that sticks");
    assert!(!tour.text.contains("Try it"), "{}", tour.text);
    tour.choose("To talk until they sit down (6)");
    assert_eq!(tour.door, Some(Door::Entry(id(6))));
}

#[test]
fn the_longer_view_is_kept_with_the_words_it_was_asked_in_and_its_form_goes() {
    let begin = Begin::LongerView(HeadingId::new("NON"));
    let mut tour = Tour::of("NON", begin, Journal::full());
    tour.journal.views.said.clear();
    tour.fill(
        "Say how sure",
        vec![
            (FormField::Footing, "with_someone"),
            (FormField::AskAgain, "12 june"),
        ],
    );
    let [said] = &tour.journal.views.said[..] else {
        panic!("{:?}", tour.journal.views)
    };
    assert_eq!(said.heading, HeadingId::new("NON"));
    assert_eq!(said.footing, Some(Footing::WithSomeone));
    assert_eq!(said.said, "With someone beside me");
    assert_eq!(said.question, "How sure would I feel doing this tomorrow?");
    assert!(tour.journal.forms.is_empty());
    let again = tour.journal.views.again.iter();
    let day_of = again
        .filter(|it| it.heading == said.heading)
        .map(|it| it.on);
    assert_eq!(day_of.collect::<Vec<_>>(), [day("2027-06-12")]);
}

#[test]
fn the_first_time_nobody_is_asked_about_the_start() {
    let begin = || Begin::LongerView(HeadingId::new("NON"));
    let mut tour = Tour::of("NON", begin(), Journal::full());
    tour.choose("Say how sure");
    assert!(
        !tour.text.contains("where was I at the start"),
        "{}",
        tour.text
    );
    let mut tour = Tour::of(
        "MUT",
        Begin::LongerView(HeadingId::new("MUT")),
        Journal::full(),
    );
    tour.choose("Say it again");
    assert!(
        tour.text.contains("where was I at the start"),
        "{}",
        tour.text
    );
}

#[test]
fn a_form_that_was_only_opened_leaves_nothing_behind() {
    let begin = Begin::LongerView(HeadingId::new("MUT"));
    let mut tour = Tour::of("MUT", begin, Journal::full());
    tour.leave("Say it again", Vec::new());
    assert!(tour.journal.forms.is_empty(), "{:?}", tour.journal.forms);
    tour.fill("Say it again", Vec::new());
    assert!(tour.journal.forms.is_empty(), "{:?}", tour.journal.forms);
    assert_eq!(tour.journal.views, Journal::full().views);
}

#[test]
fn two_sayings_of_one_form_are_two() {
    let begin = Begin::LongerView(HeadingId::new("MUT"));
    let mut tour = Tour::of("MUT", begin, Journal::full());
    for _ in 0..2 {
        tour.fill(
            "Say it again",
            vec![
                (FormField::Footing, "not_yet"),
                (FormField::FootingStart, "not_yet"),
            ],
        );
    }
    let said = &tour.journal.views.said;
    assert_eq!(said.len(), 8);
    let ids: std::collections::BTreeSet<Id> = said.iter().map(|it| it.id).collect();
    assert_eq!(ids.len(), 8);
}

#[test]
fn a_day_that_is_emptied_asks_no_more() {
    let begin = Begin::LongerView(HeadingId::new("SAF"));
    let mut tour = Tour::of("SAF", begin, Journal::full());
    tour.fill("Say how sure", vec![(FormField::AskAgain, "")]);
    let again = &tour.journal.views.again;
    assert!(
        again.iter().all(|it| it.heading != HeadingId::new("SAF")),
        "{again:?}"
    );
    assert!(tour.journal.forms.is_empty());
}

#[test]
fn what_is_taken_back_can_be_put_back_as_it_was() {
    let begin = Begin::LongerView(HeadingId::new("MUT"));
    let mut tour = Tour::of("MUT", begin, Journal::full());
    tour.choose("Take back something")
        .choose("Not yet: I did not");
    assert_eq!(tour.journal.views.said.len(), 3);
    tour.choose("Put back what");
    assert_eq!(tour.journal.views.said, Journal::full().views.said);
}

#[test]
fn everything_that_is_taken_back_can_be_put_back_the_last_first() {
    let begin = Begin::LongerView(HeadingId::new("MUT"));
    let mut tour = Tour::of("MUT", begin, Journal::full());
    tour.choose("Take back something")
        .choose("Not yet: I did not")
        .choose("Take back something")
        .choose("With someone beside me: Harder");
    assert_eq!(tour.journal.views.said.len(), 2);
    tour.choose("Put back what");
    let lines = |tour: &Tour| {
        tour.journal
            .views
            .said
            .iter()
            .any(|it| it.line.contains("Harder"))
    };
    assert!(lines(&tour));
    assert_eq!(tour.journal.views.said.len(), 3);
    tour.choose("Put back what");
    assert_eq!(tour.journal.views.said, Journal::full().views.said);
    assert!(!now(&tour).contains("Put back what"), "{}", now(&tour));
}

#[test]
fn a_day_that_was_asked_is_there_again_when_what_was_said_is_taken_back() {
    let begin = Begin::LongerView(HeadingId::new("MUT"));
    let mut tour = Tour::of("MUT", begin, Journal::full());
    let has_come = "20 November 2026 as the day to look at this again. It has come.";
    assert!(tour.text.contains(has_come), "{}", tour.text);
    let line = vec![(FormField::FootingLine, "I said it aloud.")];
    tour.fill("Say it again", line);
    assert!(!now(&tour).contains(has_come), "{}", now(&tour));
    tour.choose("Take back something")
        .choose("I said it aloud.");
    assert!(now(&tour).contains(has_come), "{}", now(&tour));
}

#[test]
fn a_day_that_is_emptied_goes_with_what_is_said_or_neither_is_kept() {
    let begin = Begin::LongerView(HeadingId::new("SAF"));
    let mut tour = Tour::of("SAF", begin, Journal::full());
    tour.journal.is_full = true;
    let typed = vec![
        (FormField::FootingLine, "I can say no."),
        (FormField::AskAgain, ""),
    ];
    tour.fill("Say how sure", typed);
    assert_eq!(tour.journal.views, Journal::full().views);
    assert_eq!(tour.journal.forms.len(), 1);
    tour.journal.is_full = false;
    tour.fill("Go on with what I began", Vec::new());
    let views = &tour.journal.views;
    assert!(views.said.iter().any(|it| it.line == "I can say no."));
    let is_asked = |it: &AskAgain| it.heading == HeadingId::new("SAF");
    assert!(!views.again.iter().any(is_asked), "{views:?}");
    assert!(tour.journal.forms.is_empty());
}

#[test]
fn what_was_written_in_a_practice_reflection_stands_beside_the_longer_view() {
    let mut journal = Journal::full();
    let mut reflection = a_try(11, "first-meeting", "2026-11-12");
    reflection.attempt = None;
    reflection.length = Length::Quick;
    reflection.moment = "They kept their coat on.".into();
    reflection.answers.truncate(1);
    reflection.answers[0].heading = HeadingId::new("RES");
    reflection.answers[0].note = String::new();
    reflection.answers[0].points_to_moment = true;
    journal.reflections.push(reflection);
    journal.passages.clear();
    let tour = Tour::of("RES", Begin::LongerView(HeadingId::new("RES")), journal);
    let text = written(&tour.visit.leaf());
    for words in [
        "From practice",
        "a reflection",
        "They kept their coat on.",
        "to look at first",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
