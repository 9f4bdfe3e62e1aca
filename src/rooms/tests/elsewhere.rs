//! A file with words that the journal could not take: the forms are there, and nothing that they
//! are about. What was typed can be read all the same, and stays.

use super::super::*;
use super::kit::*;
use crate::domain::*;
use crate::reflection::{FormWalk, Walk as _};

/// Does what is asked, with nothing but this form there.
fn settle(visit: &mut Visit, mut turn: Turn, form: &Draft) -> Turn {
    while let Turn::Do(work) = turn {
        turn = visit.came(match work {
            Work::Entry(_) => Came::Entry(None),
            Work::Meetings => Came::Meetings(Vec::new()),
            Work::BringBack(_) => Came::Done,
            Work::Form(subject) => {
                Came::Form((form.subject() == subject).then(|| Box::new(form.clone())))
            }
            // Nothing is kept, and nothing goes.
            other => panic!("{other:?}"),
        });
    }
    turn
}

fn form(kind: FormKind, typed: &[(Field, &str)]) -> Draft {
    let of = Some(id(1));
    let mut draft = Draft::new(Subject::Form(Form { kind, of }));
    for (field, words) in typed {
        draft.write(field.clone(), *words);
    }
    draft
}

fn begun(form: &Draft, read_only: bool) -> (Visit, Turn) {
    let standing = Standing {
        read_only: read_only.then(|| "It can only be read.".to_owned()),
        ..standing()
    };
    let (mut visit, turn) = Visit::begin(Begin::Form(form.subject()), standing);
    let turn = settle(&mut visit, turn, form);
    (visit, turn)
}

#[test]
fn what_was_typed_about_something_that_is_not_there_can_be_read() {
    let item = ItemId::new("STR1");
    let change = [
        (Field::Answer(item.clone()), "partly"),
        (Field::Note(item), "It was both of us."),
        (Field::StandBy, "I came back."),
    ];
    let carry = [
        (Field::Last, "tried_it"),
        (Field::LastLine, "They chose the garden."),
    ];
    let one = |field, words| [(Field::Form(field), words)];
    let later = one(FormField::Later, "I can still hear it.\nAnd now less.");
    let tags = one(FormField::Tags, "pauses, garden");
    let agreed = one(FormField::Agreed, "A shorter hour.");
    let cases = [
        (form(FormKind::Change, &change), "Partly"),
        (form(FormKind::Change, &change), "It was both of us."),
        (form(FormKind::Change, &change), "I came back."),
        (form(FormKind::Later, &later), "I can still hear it."),
        (form(FormKind::Later, &later), "And now less."),
        (form(FormKind::Tags, &tags), "pauses, garden"),
        (form(FormKind::Carry, &carry), "Tried it"),
        (form(FormKind::Carry, &carry), "They chose the garden."),
        (form(FormKind::Agreed, &agreed), "A shorter hour."),
    ];
    for (form, words) in cases {
        for read_only in [false, true] {
            let (visit, turn) = begun(&form, read_only);
            assert!(matches!(turn, Turn::Leaf), "{turn:?}");
            let leaf = visit.leaf();
            let own = |it: &Piece| matches!(it, Piece::Own(own) if own.contains(words));
            assert!(leaf.pieces.iter().any(own), "{words}: {leaf:?}");
            assert!(written(&leaf).contains("What you typed is safe."));
            let LeafAsk::Rows { rows, .. } = &leaf.ask else {
                panic!("no rows")
            };
            // Each row leads on, and the form stays as it is.
            for row in 0..rows.len() {
                let mut visit = visit.clone();
                let turn = visit.given(Given::Row(row));
                settle(&mut visit, turn, &form);
            }
        }
    }
}

#[test]
fn an_entry_that_never_was_there_was_not_deleted() {
    let typed = [(Field::StandBy, "I came back.")];
    let typed = form(FormKind::Change, &typed);
    let (mut visit, _) = begun(&typed, false);
    let back = row(&visit.leaf(), "Bring it back");
    let turn = visit.given(Given::Row(back));
    settle(&mut visit, turn, &typed);
    let text = written(&visit.leaf());
    assert!(!text.contains("deleted"), "{text}");
    assert!(text.contains("not in the journal you have open"), "{text}");
    assert!(text.contains("I came back."), "{text}");
    // Where nothing is left of the form either, it was.
    let (mut visit, _) = begun(&form(FormKind::Change, &[]), false);
    let turn = visit.given(Given::Row(0));
    settle(&mut visit, turn, &form(FormKind::Later, &[]));
    let text = written(&visit.leaf());
    assert!(text.contains("deleted for ever"), "{text}");
}

#[test]
fn a_line_for_an_hour_goes_on_where_neither_sheet_nor_entry_is_there() {
    for thing in [None, Some((Topic::Role, "SAF".to_owned()))] {
        let entry = id(5);
        let line = Field::Line(LineOf { entry, thing });
        let typed = form(FormKind::Meeting, &[(line.clone(), "Who picked the")]);
        let Turn::Write(open) = begun(&typed, false).1 else {
            panic!("no form")
        };
        assert_eq!(words_on(&open, &line), "Who picked the");
    }
}

fn words_on(form: &FormWalk, field: &Field) -> String {
    assert!(form.page().parts.iter().any(|part| part.field == *field));
    form.paper().draft().words(field).to_owned()
}
