//! What the reading page of an entry shows, and what its keys do.

use chrono::NaiveDate;

use super::super::stage::{Heard, Stage, draws_everywhere, row_of_cursor, seen};
use super::*;
use crate::domain::{
    Answer, Answered, CarryAnswer, HeadingId, ItemId, Kind, LeftMe, Length, Need, Revisited,
    Stage as When,
};
use crate::ui::effect::Trouble;

fn entry() -> Entry {
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-12T15:00:00+00:00").unwrap();
    let answered = |item: &str, question: &str, answer: Option<Answer>| Answered {
        item: ItemId::new(item),
        heading: HeadingId::new("MUT"),
        question: question.to_owned(),
        answer,
        note: String::new(),
        points_to_moment: false,
        go_deeper: String::new(),
    };
    let mut first = answered(
        "MUT1",
        "Did we share the choosing today?",
        Some(Answer::Moment),
    );
    first.points_to_moment = true;
    let mut second = answered("MUT2", "How was power shared?", Some(Answer::Partly));
    second.note = "I spoke first.".into();
    second.go_deeper = "I was in a hurry.".into();
    let mut entry = Entry::empty(Id::at(1, &[1; 10]), at, ("p".into(), 1), Length::Standard);
    entry.on = NaiveDate::from_ymd_opt(2026, 3, 11).unwrap();
    entry.kind = Some(Kind::OneToOne);
    entry.stage = Some(When::First);
    entry.minutes = Some(50);
    entry.moment = "I waited, and they began.".into();
    entry.answers = vec![first, second];
    entry.stand_by = "I stayed.".into();
    entry.supervision.bring = true;
    entry.last_time = Some(Revisited {
        of: Id::at(0, &[1; 10]),
        words: "I will ask first.".into(),
        answer: Some(CarryAnswer::TriedIt),
        line: "They chose.".into(),
    });
    entry.put_down = "A walk".into();
    entry.before_stop = Some(Need::TellSomeone);
    entry.left_me = vec![LeftMe::Steady, LeftMe::WornOut];
    entry
}

fn opened(stage: &mut Stage, mut screen: EntryScreen, came: &Outcome) -> EntryScreen {
    let asked = stage.returned(&mut screen).asked();
    assert_eq!(asked[0].1, Request::Entry(screen.id));
    assert!(stage.returned(&mut screen).asked().is_empty());
    stage.done(&mut screen, asked[0].0, came);
    screen
}

fn alone(stage: &mut Stage) -> EntryScreen {
    let came = Outcome::Entry(Some(Box::new(entry())));
    opened(stage, EntryScreen::new(entry().id), &came)
}

fn from_list(stage: &mut Stage, has_before: bool, has_after: bool) -> EntryScreen {
    let came = Outcome::Entry(Some(Box::new(entry())));
    opened(
        stage,
        EntryScreen::in_list(listed(&entry()), has_before, has_after),
        &came,
    )
}

#[test]
fn an_entry_reads_in_the_order_of_the_walk() {
    let mut stage = Stage::new();
    let (text, _) = seen(&mut alone(&mut stage), 80, 60);
    let wanted = "Wednesday 11 March 2026
One to one. The first time. 50 minutes.

My moment
I waited, and they began.

Mutuality
Did we share the choosing today?
Yes – I can point to a moment
This points to my moment.

How was power shared?
Partly
I spoke first.

Going deeper
I was in a hurry.

I stand by
I stayed.

Last time I wrote
I will ask first.
Tried it

What I noticed
They chose.

Bring it along
It is on my list.

What will help
A walk

Before you stop
I want to tell someone

How this left me
Steady, Worn out
";
    assert_eq!(text.trim_start().trim_end(), wanted.trim_end(), "{text}");
}

#[test]
fn it_reads_at_every_size_and_scrolls() {
    let mut stage = Stage::new();
    let mut screen = alone(&mut stage);
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let (text, _) = seen(&mut screen, width, height);
        assert!(
            text.contains("Wednesday 11 March 2026") && text.contains("more below"),
            "{text}"
        );
    }
    stage.command(&mut screen, Command::Last);
    assert!(seen(&mut screen, 40, 10).0.contains("Steady, Worn out"));
    draws_everywhere(&mut screen);
    draws_everywhere(&mut EntryScreen::new(entry().id));
}

#[test]
fn practice_has_its_own_words() {
    let mut stage = Stage::new();
    let practice = Entry {
        practice: true,
        kind: None,
        stage: None,
        ..entry()
    };
    let came = Outcome::Entry(Some(Box::new(practice)));
    let mut screen = opened(&mut stage, EntryScreen::new(entry().id), &came);
    let (text, _) = seen(&mut screen, 80, 60);
    assert!(
        text.contains("A reflection. 50 minutes. Practice."),
        "{text}"
    );
    assert!(text.contains("Yes – I can point to my words"), "{text}");
    assert_eq!(screen.place(), "Practice · Wednesday 11 March 2026");
}

#[test]
fn an_entry_that_cannot_be_read_says_so() {
    let mut stage = Stage::new();
    let trouble = Trouble {
        short: "it".into(),
        said: "This entry cannot be read.".into(),
    };
    for (came, said) in [
        (Outcome::Trouble(trouble), "This entry cannot be read."),
        (Outcome::Entry(None), words::NOT_THERE),
    ] {
        let mut screen = opened(&mut stage, from_id(), &came);
        let (text, _) = seen(&mut screen, 80, 24);
        assert!(
            text.contains(said) && text.contains(words::REST_IS_THERE),
            "{text}"
        );
    }
}

fn from_id() -> EntryScreen {
    EntryScreen::new(entry().id)
}

fn handed_down(heard: &Heard) -> Option<Command> {
    match heard.moves[..] {
        [Move::Command(command)] => Some(command),
        _ => None,
    }
}

#[test]
fn from_the_list_every_deed_is_left_to_the_list() {
    let mut stage = Stage::new();
    let mut screen = from_list(&mut stage, true, false);
    assert_eq!(screen.place(), "Journal · Wednesday 11 March 2026");
    for command in [Command::Left, Command::Delete] {
        assert_eq!(
            handed_down(&stage.command(&mut screen, command)),
            Some(command)
        );
    }
    let heard = stage.command(&mut screen, Command::Right);
    assert_eq!(heard.said.as_deref(), Some(words::NONE_AFTER));
    assert!(heard.moves.is_empty());
}

#[test]
fn by_itself_it_is_taken_out_and_brought_back() {
    let mut stage = Stage::new();
    let mut screen = alone(&mut stage);
    let asked = stage.command(&mut screen, Command::Delete).asked();
    assert_eq!(asked[0].1, Request::Delete(entry().id));
    let heard = stage.done(&mut screen, asked[0].0, &Outcome::Done);
    assert!(heard.said.unwrap().starts_with("Removed. Undo: Ctrl+Z"));
    assert!(seen(&mut screen, 80, 24).0.contains(words::IS_OUT));
    assert!(
        stage
            .command(&mut screen, Command::Delete)
            .asked()
            .is_empty()
    );
    let asked = stage.command(&mut screen, Command::Undo).asked();
    assert_eq!(asked[0].1, Request::BringBack(entry().id));
    stage.done(&mut screen, asked[0].0, &Outcome::Done);
    assert!(!seen(&mut screen, 80, 24).0.contains(words::IS_OUT));
    assert_eq!(
        stage.command(&mut screen, Command::Undo).passed,
        Some(Command::Undo)
    );
}

#[test]
fn in_the_list_of_what_can_be_done_what_cannot_be_undone_comes_last() {
    let mut stage = Stage::new();
    let came = Outcome::Entry(Some(Box::new(entry())));
    let screen = EntryScreen::in_list(listed(&entry()), false, false);
    let screen = opened(&mut stage, screen, &came);
    let mut palette = super::super::Palette::of(&screen.into());
    let (text, _) = seen(&mut palette, 80, 60);
    let place = |words: &str| text.find(words).unwrap();
    let (remove, erase) = (
        place("Remove this from my journal"),
        place("Delete this for ever"),
    );
    assert!(
        place("Hide the screen") < remove && remove < erase,
        "{text}"
    );
    assert!(
        !text.contains("> Remove") && !text.contains("> Delete"),
        "{text}"
    );
}

#[test]
fn it_is_read_anew_each_time_it_comes_back_into_sight() {
    let mut stage = Stage::new();
    let mut screen = from_list(&mut stage, true, true);
    stage.command(&mut screen, Command::Down);
    let heard = stage.command(&mut screen, Command::Change);
    assert!(matches!(heard.moves[..], [Move::Push(_)]));
    let asked = stage.returned(&mut screen).asked();
    let changed = Entry {
        moment: "In other words.".into(),
        ..entry()
    };
    let before = row_of_cursor(&mut screen, 80, 60);
    let came = Outcome::Entry(Some(Box::new(changed)));
    stage.done(&mut screen, asked[0].0, &came);
    assert!(seen(&mut screen, 80, 60).0.contains("In other words."));
    assert_eq!(
        row_of_cursor(&mut screen, 80, 60),
        before,
        "the place stays"
    );
}

#[test]
fn an_entry_that_was_taken_out_meanwhile_says_so_and_can_be_brought_back() {
    let mut stage = Stage::new();
    let alone = alone(&mut stage);
    let in_list = from_list(&mut stage, true, true);
    for mut screen in [alone, in_list] {
        let asked = stage.returned(&mut screen).asked();
        stage.done(&mut screen, asked[0].0, &Outcome::Entry(None));
        let (text, _) = seen(&mut screen, 80, 24);
        assert!(text.contains(words::TAKEN_OUT), "{text}");
        assert!(text.contains("Ctrl+Z brings it back"), "{text}");
        assert!(!text.contains("I waited"), "no stale page: {text}");
        assert!(!screen.offers(Command::Delete) && !screen.offers(Command::Change));
        assert!(screen.offers(Command::Undo));
        draws_everywhere(&mut screen);

        let asked = stage.command(&mut screen, Command::Undo).asked();
        assert_eq!(asked[0].1, Request::BringBack(screen.id));
        assert!(stage.command(&mut screen, Command::Undo).asked().is_empty());
        assert!(screen.is_at_work());
        let asked = stage.done(&mut screen, asked[0].0, &Outcome::Done).asked();
        let came = Outcome::Entry(Some(Box::new(entry())));
        stage.done(&mut screen, asked[0].0, &came);
        assert!(seen(&mut screen, 80, 24).0.contains("I waited"));
        assert!(screen.offers(Command::Delete));
    }
}

#[test]
fn an_entry_that_was_deleted_for_ever_elsewhere_is_not_brought_back() {
    let mut stage = Stage::new();
    let mut screen = alone(&mut stage);
    let asked = stage.returned(&mut screen).asked();
    stage.done(&mut screen, asked[0].0, &Outcome::Entry(None));
    let asked = stage.command(&mut screen, Command::Undo).asked();
    let asked = stage.done(&mut screen, asked[0].0, &Outcome::Done).asked();
    stage.done(&mut screen, asked[0].0, &Outcome::Entry(None));
    assert!(seen(&mut screen, 80, 24).0.contains(words::TAKEN_OUT));
}

#[test]
fn what_was_searched_for_is_gone_to_place_by_place() {
    let mut stage = Stage::new();
    let query = crate::domain::Query::parse("i stayed", entry().on, &[]).unwrap();
    let screen = EntryScreen::in_list(listed(&entry()), true, true).found(query);
    let came = Outcome::Entry(Some(Box::new(entry())));
    let mut screen = opened(&mut stage, screen, &came);
    seen(&mut screen, 80, 24);
    assert!(screen.offers(Command::NextHit));
    let rows: Vec<String> = (0..8)
        .map(|_| {
            stage.command(&mut screen, Command::NextHit);
            row_of_cursor(&mut screen, 80, 24)
        })
        .collect();
    assert!(rows.iter().any(|row| row == "I stayed."), "{rows:?}");
    assert!(rows.iter().all(|row| row.contains('I')), "{rows:?}");
    let Some(Bookmark::Entry { in_list, .. }) = screen.bookmark() else {
        panic!("no bookmark");
    };
    assert_eq!(in_list, None, "what was found is dropped with a lock");

    let mut other = alone(&mut stage);
    assert!(!other.offers(Command::NextHit));
    let heard = stage.command(&mut other, Command::NextHit);
    assert_eq!(heard.said.as_deref(), Some(words::NOTHING_LOOKED_FOR));
    let heard = stage.command(&mut other, Command::Find);
    assert!(matches!(heard.moves[..], [Move::Push(_)]));
}
