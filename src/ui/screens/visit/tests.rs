//! Leaves of every kind on the screen, and what becomes of each turn.

use chrono::NaiveDate;

use super::*;
use crate::domain::{Answer, Draft, Field, Form, FormField, FormKind, HeadingId, Id, ItemId, Past};
use crate::insight::{Cell, Column, NoticingMap, Row};
use crate::reflection::doors::NO_STORY;
use crate::reflection::{Ask, Page, Part, Reflection, Room as Where, Walk as _};
use crate::rooms::{Door, Leaf, LeafAsk, LeafRow, MonthPage, Piece, Work};
use crate::ui::effect::Trouble;
use crate::ui::reply::Move;
use crate::ui::screens::Screen;
use crate::ui::screens::stage::{Stage, draws_everywhere, row_of_cursor, seen};
use crate::ui::widgets::editor::{Motion, Stroke};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn map() -> NoticingMap {
    let start = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    let columns: Vec<Column> = (0..34)
        .map(|place| {
            let since = start + chrono::Days::new(4 * place);
            Column {
                words: since.to_string(),
                since,
                until: since,
            }
        })
        .collect();
    let titles = [
        "Mutuality",
        "Reciprocity",
        "Non-directive",
        "Strengths-based",
    ];
    let rows = titles.iter().enumerate().map(|(number, title)| Row {
        heading: HeadingId::new("MUT"),
        item: None::<ItemId>,
        title: (*title).to_owned(),
        cells: (0..columns.len())
            .map(|place| Cell {
                signs: match (place * 3 + number * 5) % 7 {
                    0 | 4 => Vec::new(),
                    1 => vec![(Answer::Moment, 1)],
                    2 => vec![(Answer::Partly, 1)],
                    3 => vec![(Answer::DidNotComeUp, 1)],
                    5 => vec![(Answer::NotSure, 1)],
                    _ => vec![(Answer::Moment, 2), (Answer::NotThisTime, 1)],
                },
            })
            .collect(),
    });
    let rows = rows.collect();
    NoticingMap { columns, rows }
}

/// A leaf with a piece of every kind and many rows.
fn full() -> Leaf {
    Leaf {
        title: "Look back".into(),
        pieces: vec![
            Piece::Question("What would you like to see?".into()),
            Piece::Text("In the last eight reflections, Community came up twice.".into()),
            Piece::Map {
                map: map(),
                said: vec!["Mutuality: I could point to a moment, four times.".into()],
            },
            Piece::Heading("My moments".into()),
            Piece::Own("I waited until they had found the word themselves.".into()),
            Piece::Quiet("Thursday 12 March 2026".into()),
            Piece::Own("I said that I did not know.".into()),
        ],
        ask: LeafAsk::Rows {
            rows: vec![
                LeafRow::new("The moments under Mutuality").key('M'),
                LeafRow::heading("Other things"),
                LeafRow::new("By week or month")
                    .key('w')
                    .quiet("by entry now"),
                LeafRow::new("Go back"),
            ],
            at: 0,
        },
        has_sides: false,
    }
}

fn month() -> Leaf {
    Leaf {
        title: "March 2026".into(),
        pieces: vec![Piece::Month {
            page: MonthPage {
                first: day(1),
                today: day(12),
                days: vec![(day(2), 1), (day(10), 2), (day(12), 11)],
            },
            said: vec!["Monday 2 March: one entry.".into()],
        }],
        ask: LeafAsk::Rows {
            rows: vec![LeafRow::new("Monday 2 March 2026").quiet("one entry")],
            at: 0,
        },
        has_sides: true,
    }
}

fn sheet() -> Leaf {
    let lines = [
        "# Supervision",
        "",
        "What I need: to be heard, and to think.",
    ];
    let long = "A very long line of a sheet that goes on well beyond the measure of a page, \
                and so must wrap at a word.";
    let lines = lines
        .map(str::to_owned)
        .into_iter()
        .chain([long.to_owned()]);
    Leaf {
        title: "The sheet".into(),
        pieces: vec![Piece::AsItIs(lines.collect())],
        ask: LeafAsk::Line {
            label: "Where shall it be kept?".into(),
            starter: "~/supervision-2026-03-12.md".into(),
        },
        has_sides: false,
    }
}

fn busy() -> Leaf {
    Leaf {
        title: "Look back".into(),
        pieces: vec![Piece::Text(
            "A search of all your words is on its way.".into(),
        )],
        ..Leaf::default()
    }
}

/// A screen that shows this leaf.
fn showing(leaf: Leaf) -> VisitScreen {
    let mut screen = VisitScreen::new(Begin::LookBack);
    screen.shown.show(leaf, false, false);
    screen
}

fn form_pages() -> Vec<Page> {
    let page = |title: &str, field| Page {
        room: Where::Form,
        title: title.into(),
        question: "What would you like to add?".into(),
        parts: vec![Part {
            field: Field::Form(field),
            label: String::new(),
            ask: Ask::Note,
        }],
        ..Page::default()
    };
    vec![
        page("A line later", FormField::Later),
        page("Its labels", FormField::Tags),
    ]
}

fn form() -> FormWalk {
    let subject = Subject::Form(Form {
        kind: FormKind::Later,
        of: Some(Id::at(5, &[5; 10])),
    });
    FormWalk::begin(subject, form_pages(), Vec::new(), None)
}

#[test]
fn every_kind_of_leaf_at_four_sizes() {
    let leaves = [
        ("full", full()),
        ("month", month()),
        ("sheet", sheet()),
        ("busy", busy()),
    ];
    for (name, leaf) in leaves {
        for (width, height) in [(40, 10), (60, 18), (80, 24), (120, 40)] {
            let (text, _) = seen(&mut showing(leaf.clone()), width, height);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), text);
        }
        draws_everywhere(&mut showing(leaf));
    }
}

#[test]
fn the_cursor_is_where_one_chooses_or_types() {
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let row = row_of_cursor(&mut showing(full()), width, height);
        assert!(row.starts_with("> m  The moments under"), "{row}");
        let row = row_of_cursor(&mut showing(sheet()), width, height);
        assert_eq!(row, "│ ~/supervision-2026-03-12.md");
    }
    draws_everywhere(&mut VisitScreen::new(Begin::Carry));
}

#[test]
fn letters_arrows_and_enter_choose_and_the_sides_turn() {
    let mut stage = Stage::new();
    let mut shown = showing(full()).shown;
    assert_eq!(shown.typed('W', 0), Some(Given::Row(2)));
    assert_eq!(shown.typed('x', 0), None);
    let mut asked = |shown: &mut Shown, command| {
        let mut given = None;
        let heard = stage.lets(|reply| given = shown.command(command, reply));
        (given, heard.passed)
    };
    assert_eq!(asked(&mut shown, Command::Go).0, Some(Given::Row(2)));
    assert_eq!(asked(&mut shown, Command::Left).1, Some(Command::Left));
    asked(&mut shown, Command::Down);
    assert_eq!(asked(&mut shown, Command::Choose).0, Some(Given::Row(3)));
    let mut shown = showing(month()).shown;
    assert!(shown.offers(Command::Right));
    assert_eq!(asked(&mut shown, Command::Left).0, Some(Given::Before));
    assert_eq!(asked(&mut shown, Command::Right).0, Some(Given::After));
    let mut shown = showing(sheet()).shown;
    asked(&mut shown, Command::Clear);
    shown.pasted("~/s.md\n", 0);
    assert_eq!(
        asked(&mut shown, Command::Go).0,
        Some(Given::Line("~/s.md".into()))
    );
    asked(&mut shown, Command::Write(Stroke::Backspace));
    asked(&mut shown, Command::Undo);
    assert_eq!(shown.typed('!', 0), None);
}

#[test]
fn the_place_on_a_page_is_kept_when_it_comes_back_and_after_a_hint() {
    let mut screen = showing(full());
    let mut stage = Stage::new();
    stage.command(&mut screen, Command::Down);
    screen.shown.show(full(), false, false);
    assert!(row_of_cursor(&mut screen, 80, 24).contains("By week"));
    let other = Leaf {
        title: "Mutuality".into(),
        ..full()
    };
    screen.shown.show(other, false, false);
    assert!(row_of_cursor(&mut screen, 80, 24).contains("The moments"));
    let mut screen = showing(sheet());
    screen.shown.typed('x', 0);
    screen.shown.show(sheet(), true, false);
    assert!(row_of_cursor(&mut screen, 80, 24).ends_with("03-12.mdx"));
    screen.shown.show(sheet(), false, false);
    assert!(row_of_cursor(&mut screen, 80, 24).ends_with("03-12.md"));
}

#[test]
fn only_slow_work_takes_the_leaf_out_of_sight_and_says_so() {
    let mut stage = Stage::new();
    let mut screen = showing(full());
    let heard = stage.lets(|reply| screen.turn(Turn::Do(Work::Past), reply));
    let [(ticket, Request::Visit(work))] = &heard.asked()[..] else {
        panic!("{:?}", heard.effects)
    };
    assert_eq!(**work, Work::Past);
    screen.shown.show(busy(), false, false);
    assert!(seen(&mut screen, 80, 24).0.contains("The moments under"));
    assert_eq!(screen.patience(), Some(SLOW));
    assert!(screen.is_at_work());
    assert!(stage.typed(&mut screen, 'm').effects.is_empty());
    screen.shown.show(busy(), true, true);
    let (text, _) = seen(&mut screen, 80, 24);
    assert!(
        text.contains("on its way") && text.contains(words::ONE_MOMENT),
        "{text}"
    );
    stage.lets(|reply| {
        reply.now.tick = SLOW;
        screen.tick(reply);
    });
    assert_eq!(screen.patience(), None);
    stage.done(&mut screen, Ticket(999), &Outcome::Done);
    assert!(screen.is_at_work(), "another's answer");
    stage.done(&mut screen, *ticket, &Outcome::Done);
    assert!(!screen.is_at_work());
}

#[test]
fn a_form_opens_over_the_page_and_what_was_written_is_asked_for() {
    let mut stage = Stage::new();
    let mut screen = showing(full());
    stage.returned(&mut screen);
    let subject = form().subject();
    let heard = stage.lets(|reply| screen.turn(Turn::Write(Box::new(form())), reply));
    let [Move::Above(above)] = &heard.moves[..] else {
        panic!("{:?}", heard.moves)
    };
    assert!(matches!(**above, Screen::Walk(_)));
    assert!(matches!(
        screen.bookmark(),
        Some(Bookmark::Visit { is_away: true, .. })
    ));
    let heard = stage.returned(&mut screen);
    let asked = heard.asked();
    assert_eq!(asked[0].1, Request::Draft(subject));
    let trouble = Trouble {
        short: "closed".into(),
        said: "It could not be read.".into(),
    };
    let heard = stage.done(&mut screen, asked[0].0, &Outcome::Trouble(trouble));
    assert_eq!(heard.said.as_deref(), Some("It could not be read."));
    assert!(screen.form.is_none() && !screen.is_at_work());
}

#[test]
fn a_form_is_closed_at_its_end_and_keeps_its_words_before() {
    let mut stage = Stage::new();
    let mut walk = WalkScreen::form(form());
    assert_eq!(walk.place(), "A line later");
    stage.typed(&mut walk, 'x');
    assert!(walk.holds_words());
    stage.command(&mut walk, Command::NextQuestion);
    let heard = stage.command(&mut walk, Command::NextQuestion);
    assert!(matches!(heard.moves[..], [Move::Close]));
    assert!(is_done(walk.journey().walk().paper().draft()));
    assert!(walk.holds_words(), "it is closed once all is on disk");
    stage.command(&mut walk, Command::PreviousQuestion);
    let heard = stage.command(&mut walk, Command::Back);
    assert!(matches!(heard.moves[..], [Move::Close]));
    assert!(heard.said.unwrap().starts_with("Kept as it is."));
    assert!(!is_done(walk.journey().walk().paper().draft()));
}

#[test]
fn every_door_leads_somewhere() {
    let mut stage = Stage::new();
    let id = Id::at(3, &[3; 10]);
    let doors = [
        Door::Entry(id),
        Door::Reflect(crate::reflection::Opening::default()),
        Door::Card,
        Door::FillCard,
        Door::Erase(id, "Thursday 12 March 2026".into()),
        Door::Search("tea".into()),
    ];
    for door in doors {
        let mut screen = showing(full());
        let heard = stage.lets(|reply| screen.turn(Turn::Through(door.clone()), reply));
        assert!(
            matches!(heard.moves[..], [Move::Push(_) | Move::Begin(_)]),
            "{door:?}"
        );
        let heard = stage.lets(|reply| screen.turn(Turn::Leave(door.clone()), reply));
        assert!(
            matches!(
                heard.moves[..],
                [Move::Replace(_) | Move::Begin(_) | Move::Search(_)]
            ),
            "{door:?}"
        );
    }
}

#[test]
fn a_story_that_is_not_here_is_said_to_be_gone() {
    let mut stage = Stage::new();
    let mut screen = showing(full());
    let door = || Door::Vignette("gone".into());
    for turn in [Turn::Through(door()), Turn::Leave(door())] {
        let heard = stage.lets(|reply| screen.turn(turn, reply));
        assert_eq!(heard.said.as_deref(), Some(NO_STORY));
        assert!(heard.moves.is_empty(), "{:?}", heard.moves);
    }
}

#[test]
fn an_entry_is_opened_up_anew_or_where_that_was_left() {
    let mut stage = Stage::new();
    let started = chrono::DateTime::parse_from_rfc3339("2026-03-12T15:00:00+00:00").unwrap();
    let entry = Entry::empty(
        Id::at(3, &[3; 10]),
        started,
        (String::new(), 1),
        crate::domain::Length::Note,
    );
    let mut half_done: Option<Draft> = None;
    stage.lets(|reply| {
        let pack = std::rc::Rc::clone(reply.pack);
        let walk = Reflection::open_up(pack, &entry, &Past::default(), &reply.now);
        half_done = Some(walk.paper().draft().clone());
    });
    for draft in [None, half_done] {
        let mut screen = showing(full());
        let door = Door::OpenUp(Box::new(entry.clone()));
        let heard = stage.lets(|reply| screen.turn(Turn::Through(door), reply));
        let (ticket, asked) = heard.asked().remove(0);
        assert_eq!(asked, Request::Draft(Subject::Walk(entry.id)));
        let mut heard = stage.done(&mut screen, ticket, &Outcome::Draft(draft.clone()));
        if let Some((ticket, asked)) = heard.asked().pop() {
            assert_eq!((asked, draft), (Request::Past, None));
            heard = stage.done(&mut screen, ticket, &Outcome::Past(Past::default()));
        }
        let [Move::Push(walk)] = &heard.moves[..] else {
            panic!("{:?}", heard.moves)
        };
        assert!(matches!(**walk, Screen::Walk(_)));
    }
}

#[test]
fn a_form_comes_back_at_its_very_place() {
    let mut stage = Stage::new();
    let mut walk = WalkScreen::form(form());
    stage.command(&mut walk, Command::NextQuestion);
    for letter in "two words".chars() {
        stage.typed(&mut walk, letter);
    }
    for _ in 0..3 {
        stage.command(&mut walk, Command::Write(Stroke::Move(Motion::Left)));
    }
    let before = seen(&mut walk, 80, 24);
    let draft = walk.journey().walk().paper().draft().clone();
    let Some(Bookmark::Walk(mark)) = walk.bookmark() else {
        panic!("a form has a bookmark")
    };
    let mut screen = VisitScreen::form(form().subject(), mark);
    assert_eq!(*screen.begin(), Begin::Form(form().subject()));
    let again = FormWalk::begin(draft.subject(), form_pages(), Vec::new(), Some(draft));
    let heard = stage.lets(|reply| screen.turn(Turn::Write(Box::new(again)), reply));
    let Some(Move::Above(mut above)) = heard.moves.into_iter().next() else {
        panic!("it lies on top")
    };
    let Screen::Walk(walk) = &mut *above else {
        panic!("{above:?}")
    };
    assert_eq!(seen(walk, 80, 24), before);
}

#[test]
fn no_word_of_theirs_is_in_a_bookmark() {
    let screen = VisitScreen::new(Begin::Narrow("quokka".into()));
    assert!(screen.bookmark().is_none());
    let mut stage = Stage::new();
    let mut screen = VisitScreen::new(Begin::Form(form().subject()));
    screen.form = Some(form().subject());
    assert!(
        screen.bookmark().is_none(),
        "the form brings one of its own"
    );
    let mut walk = WalkScreen::form(form());
    for letter in "quokka".chars() {
        stage.typed(&mut walk, letter);
    }
    let mark = walk.bookmark().unwrap();
    assert!(!format!("{mark:?}").contains("quokka"));
}
