//! What the practice room keeps: it is there as it was written, in every copy of the journal, and gone
//! when it is to go. Damage costs what it lies on.

use std::collections::BTreeMap;
use std::slice;

use chrono::{Days, NaiveDate};

use super::super::{Key, Store, StoreError, revision};
use super::kit::{Desk, a_try, at, entry, found, holding, id, save, searching, view, walk};
use crate::domain::{
    Answered, AskAgain, BackupWhy, DraftSave, Ends, Entry, Field, Form, FormField, FormKind,
    HeadingId, Id, LongerView, Query, Revision, Subject,
};

fn ids(tries: &[Entry]) -> Vec<Id> {
    tries.iter().map(|it| it.id).collect()
}

fn again(heading: &str, days: u64) -> AskAgain {
    AskAgain {
        heading: HeadingId::new(heading),
        on: today() + Days::new(days),
    }
}

fn today() -> NaiveDate {
    at(0).date_naive()
}

/// The form on which the longer view is written, with a line on it.
fn form() -> DraftSave {
    DraftSave {
        subject: Subject::Form(Form {
            kind: FormKind::LongerView,
            of: None,
        }),
        fields: vec![(Field::Form(FormField::FootingLine), "a line".into())],
        revision: Revision(1),
    }
}

#[test]
fn tries_come_newest_first_of_one_vignette_or_of_all() {
    let mut store = Store::in_memory().unwrap();
    for number in 0..6 {
        let vignette = ["silence", "money"][number as usize % 2];
        let made = a_try(number, vignette, "I wanted to mend it");
        store.finish(&walk(made), at(number.into())).unwrap();
    }
    store.finish(&walk(entry(7, "tea")), at(7)).unwrap();
    let mut practice = entry(8, "a made-up hour");
    practice.practice = true;
    store.finish(&walk(practice), at(8)).unwrap();
    assert_eq!(ids(&store.tries(None).unwrap()), [5, 4, 3, 2, 1, 0].map(id));
    assert_eq!(ids(&store.tries(Some("money")).unwrap()), [5, 3, 1].map(id));
    assert_eq!(store.tries(Some("soup")).unwrap(), []);
    assert_eq!(
        store.tries(Some("silence")).unwrap()[0],
        a_try(4, "silence", "I wanted to mend it")
    );
    store.delete(id(5), at(9)).unwrap();
    assert_eq!(ids(&store.tries(Some("money")).unwrap()), [3, 1].map(id));
    // They are found by their words, and by nobody who does not ask for practice.
    assert_eq!(found(&store, "mend is:practice").len(), 5);
    assert_eq!(found(&store, "length:vignette").len(), 5);
    assert_eq!(found(&store, "mend"), []);
    assert_eq!(found(&store, "mend is:real length:vignette"), []);
}

#[test]
fn of_very_many_tries_the_newest_are_given() {
    let mut store = Store::in_memory().unwrap();
    let many: Vec<_> = (0..450)
        .map(|number| {
            let vignette = if number < 10 { "rare" } else { "common" };
            walk(a_try(number, vignette, "wait"))
        })
        .collect();
    store.finish_many(&many).unwrap();
    let newest: Vec<Id> = (250..450).rev().map(id).collect();
    assert_eq!(ids(&store.tries(None).unwrap()), newest);
    // Those of one that was last tried long ago are there as well.
    assert_eq!(store.tries(Some("rare")).unwrap().len(), 10);
}

#[test]
fn the_longer_view_is_kept_with_the_end_of_its_form() {
    let mut store = Store::in_memory().unwrap();
    store.save_draft(&form(), at(0)).unwrap();
    let (now, then) = (view(2, "MUT", "a line"), view(1, "SAF", ""));
    let ends = Ends::all(form().subject);
    let asked = again("MUT", 30);
    store
        .say_longer_view(slice::from_ref(&now), Some(&asked), Some(&ends), at(2))
        .unwrap();
    assert_eq!(store.draft(form().subject).unwrap(), None);
    store
        .say_longer_view(slice::from_ref(&then), None, None, at(3))
        .unwrap();
    let views = store.longer_views().unwrap();
    assert_eq!(views.said, [then.clone(), now.clone()], "the oldest first");
    assert_eq!(views.again, [asked]);
    // The same thing said anew takes its place; another day takes the place of the first.
    let mut anew = now.clone();
    anew.line = "in other words".into();
    store
        .say_longer_view(&[anew.clone()], Some(&again("MUT", 9)), None, at(4))
        .unwrap();
    let views = store.longer_views().unwrap();
    assert_eq!(
        (views.said, views.again),
        (vec![then.clone(), anew], vec![again("MUT", 9)])
    );
    store.drop_longer_view(now.id).unwrap();
    store.drop_longer_view(now.id).unwrap();
    store
        .drop_ask_again(&HeadingId::new("MUT"), &[], None, at(5))
        .unwrap();
    let views = store.longer_views().unwrap();
    assert_eq!((views.said, views.again), (vec![then], vec![]));
    assert!(store.check().unwrap().is_sound());
}

/// Something said so many days after the beginning.
fn said(number: u32, heading: &str, days: u64) -> LongerView {
    LongerView {
        at: at(0) + Days::new(days),
        ..view(number, heading, "")
    }
}

fn say(store: &mut Store, view: LongerView, day: Option<&AskAgain>) {
    let now = view.at;
    store.say_longer_view(&[view], day, None, now).unwrap();
}

/// The days that are still to be asked on; Home and the room are told the same.
fn days(store: &Store) -> Vec<AskAgain> {
    let days = store.days_to_ask().unwrap();
    assert_eq!(store.longer_views().unwrap().again, days);
    days
}

#[test]
fn a_day_that_came_goes_once_it_was_asked() {
    let mut store = Store::in_memory().unwrap();
    for day in [again("MUT", 5), again("SAF", 5)] {
        store.say_longer_view(&[], Some(&day), None, at(0)).unwrap();
    }
    say(&mut store, said(1, "MUT", 1), None);
    assert_eq!(days(&store).len(), 2, "said before its day came");
    say(&mut store, said(2, "MUT", 5), None);
    assert_eq!(days(&store), [again("SAF", 5)]);
    say(&mut store, said(3, "SAF", 5), Some(&again("SAF", 40)));
    assert_eq!(days(&store), [again("SAF", 40)]);
}

#[test]
fn a_day_that_came_comes_back_with_what_is_taken_back_and_never_goes_with_what_is_put_back() {
    let mut store = Store::in_memory().unwrap();
    let old = said(1, "MUT", 0);
    say(&mut store, old.clone(), Some(&again("MUT", 5)));
    store.drop_longer_view(old.id).unwrap();
    // It is put back on the very day: nobody was asked yet.
    store
        .say_longer_view(slice::from_ref(&old), None, None, at(0) + Days::new(5))
        .unwrap();
    assert_eq!(days(&store), [again("MUT", 5)]);
    let asked = said(2, "MUT", 6);
    say(&mut store, asked.clone(), None);
    assert_eq!(days(&store), []);
    store.drop_longer_view(asked.id).unwrap();
    assert_eq!(days(&store), [again("MUT", 5)]);
    say(&mut store, asked, None);
    assert_eq!(days(&store), []);
}

#[test]
fn whoever_wants_to_be_asked_no_more_keeps_what_was_said_with_that() {
    let mut store = Store::in_memory().unwrap();
    store.save_draft(&form(), at(0)).unwrap();
    say(&mut store, said(1, "MUT", 0), Some(&again("MUT", 5)));
    let last = said(2, "MUT", 1);
    let ends = Ends::all(form().subject);
    let mut_ = HeadingId::new("MUT");
    store
        .drop_ask_again(&mut_, slice::from_ref(&last), Some(&ends), last.at)
        .unwrap();
    assert_eq!(days(&store), []);
    assert_eq!(store.longer_views().unwrap().said.last(), Some(&last));
    assert_eq!(store.draft(form().subject).unwrap(), None);
}

#[test]
fn what_was_practised_under_a_heading_is_there_whether_it_was_a_story_or_a_reflection() {
    let mut store = Store::in_memory().unwrap();
    let mut keep = |number, heading: &str, note: &str, practice| {
        let mut entry = match number % 2 {
            0 => a_try(number, "silence", "I would wait"),
            _ => entry(number, "tea"),
        };
        entry.practice = practice;
        let answered = entry.answers.first().cloned();
        let answered = answered.unwrap_or_else(|| super::kit::entry(9, "tea").answers.remove(0));
        entry.answers = vec![Answered {
            heading: HeadingId::new(heading),
            note: note.into(),
            points_to_moment: false,
            go_deeper: String::new(),
            ..answered
        }];
        store.finish(&walk(entry), at(number.into())).unwrap();
    };
    keep(1, "MUT", "from a reflection", true);
    keep(2, "MUT", "from a story", true);
    keep(3, "MUT", "", true);
    keep(4, "SAF", "of another heading", true);
    keep(5, "MUT", "from a real hour", false);
    let under = |heading, limit| {
        let found = store.practised_under(&HeadingId::new(heading), limit);
        ids(&found.unwrap())
    };
    assert_eq!(under("MUT", 9), [2, 1].map(id));
    assert_eq!(under("MUT", 1), [2].map(id));
    assert_eq!(under("RES", 9), []);
}

#[test]
fn what_was_touched_has_its_last_day_real_or_practice() {
    let mut store = Store::in_memory().unwrap();
    let answered = |number, heading: &str, back: u64, practice| {
        let mut entry = entry(number, "tea");
        entry.answers[0].heading = HeadingId::new(heading);
        entry.on = today() - Days::new(back);
        entry.practice = practice;
        walk(entry)
    };
    for (number, heading, back, practice) in [
        (0, "MUT", 9, false),
        (1, "MUT", 3, true),
        (2, "SAF", 2, false),
        (3, "SAF", 8, true),
        (4, "STR", 4, true),
        (5, "COM", 5, true),
        (6, "COM", 6, true),
    ] {
        let finished = answered(number, heading, back, practice);
        store.finish(&finished, at(number.into())).unwrap();
    }
    store.delete(id(5), at(9)).unwrap();
    let days = [("MUT", 3), ("SAF", 2), ("STR", 4), ("COM", 6)];
    let days: BTreeMap<_, _> = days
        .map(|(heading, back)| (HeadingId::new(heading), today() - Days::new(back)))
        .into();
    assert_eq!(store.longer_views().unwrap().touched, days);
    // Where the index of the words is damaged it is the same.
    store
        .conn
        .execute_batch("UPDATE search_data SET block = x'00' WHERE id > 10")
        .unwrap();
    assert!(store.find(&searching("tea"), None, 9).is_err());
    assert_eq!(store.longer_views().unwrap().touched, days);
    assert_eq!(store.tries(None).unwrap(), []);
    assert_eq!(store.entries(None, 9).unwrap().len(), 2);
    assert_eq!(store.find(&Query::default(), None, 9).unwrap().len(), 2);
}

#[test]
fn damage_costs_the_try_or_the_line_it_lies_on() {
    let mut store = Store::in_memory().unwrap();
    for number in 0..3 {
        let made = a_try(number, "silence", "quiet");
        store.finish(&walk(made), at(number.into())).unwrap();
        store
            .say_longer_view(&[view(number, "MUT", "a line")], None, None, at(0))
            .unwrap();
    }
    store
        .say_longer_view(&[], Some(&again("MUT", 5)), None, at(0))
        .unwrap();
    assert!(store.check().unwrap().is_sound());
    store
        .conn
        .execute_batch(&format!(
            "DROP TRIGGER revision_stays;
             UPDATE revision SET body = replace(body, 'quiet', 'quick') WHERE entry = '{}';
             UPDATE shelf SET body = replace(body, 'a line', 'a lime') WHERE id = '{}';
             UPDATE shelf SET body = replace(body, 'MUT', 'MUD') WHERE kind = 'ask_again';",
            id(1),
            id(2_001)
        ))
        .unwrap();
    assert_eq!(ids(&store.tries(Some("silence")).unwrap()), [2, 0].map(id));
    // That it is there is still told to whoever asks for practice, and to nobody else.
    assert_eq!(found(&store, "is:practice").len(), 3);
    assert_eq!(store.entries(None, 9).unwrap(), []);
    let views = store.longer_views().unwrap();
    let left: Vec<_> = views.said.iter().map(|it| it.id).collect();
    assert_eq!(left, [2_000, 2_002].map(id));
    assert_eq!(views.again, []);
    let looked_over = store.check().unwrap();
    assert_eq!(looked_over.unreadable, [id(1)]);
    assert_eq!(looked_over.file, ["2 of shelf not as written"]);
    // What is said next is kept, and mends the day.
    store
        .say_longer_view(&[view(5, "MUT", "")], Some(&again("MUT", 7)), None, at(9))
        .unwrap();
    assert_eq!(store.longer_views().unwrap().again, [again("MUT", 7)]);
}

/// A row that says nothing does not come over into the list of what is real, page by page or past a
/// damaged part of the file.
#[test]
fn a_try_with_a_damaged_row_stays_among_practice() {
    let mut store = Store::in_memory().unwrap();
    store.finish(&walk(entry(0, "tea")), at(0)).unwrap();
    for number in 1..4 {
        let made = a_try(number, "silence", "tea");
        store.finish(&walk(made), at(number.into())).unwrap();
    }
    for (number, change) in [(1, "day = 'soup'"), (2, "length = 'soup'")] {
        let change = format!("UPDATE entry SET {change} WHERE id = ?1");
        let name = [id(number).to_string()];
        store.conn.execute(&change, name).unwrap();
    }
    let practice = Query {
        practice: Some(true),
        ..Query::default()
    };
    let page = store.find(&practice, None, 9).unwrap();
    let told: Vec<_> = page.iter().map(|it| (it.id, it.readable)).collect();
    let wanted = [(3, true), (2, false), (1, false)].map(|(it, readable)| (id(it), readable));
    assert_eq!(told, wanted);
    for real in [
        store.entries(None, 9).unwrap(),
        store.find(&Query::default(), None, 9).unwrap(),
    ] {
        assert_eq!(real.iter().map(|it| it.id).collect::<Vec<_>>(), [id(0)]);
    }
    assert_eq!(found(&store, "tea"), [id(0)]);
}

#[test]
fn an_erased_try_and_a_line_taken_back_leave_no_byte() {
    const GONE: [&str; 4] = ["quagmire", "zeppelin", "marzipan", "obsidian"];
    let desk = Desk::new();
    let mut store = desk.write();
    let mut made = a_try(1, "silence", "a quagmire of a pull");
    made.attempt.as_mut().unwrap().own_way = "by zeppelin".into();
    made.attempt.as_mut().unwrap().not_thought_of = "marzipan".into();
    for revision in 1..20 {
        let words = GONE.join(" ").repeat(usize::try_from(revision).unwrap());
        store
            .save_draft(&save(1, Field::Moment, &words, revision), at(0))
            .unwrap();
    }
    store.finish(&walk(made), at(1)).unwrap();
    let stays = a_try(2, "silence", "I would wait");
    store.finish(&walk(stays.clone()), at(2)).unwrap();
    store
        .say_longer_view(
            &[view(1, "MUT", "obsidian"), view(2, "MUT", "basalt")],
            None,
            None,
            at(3),
        )
        .unwrap();
    assert_eq!(found(&store, "zeppelin is:practice"), [id(1)]);
    let (made, _) = store.back_up(None, BackupWhy::Asked, at(4)).unwrap();
    assert!(!holding(desk.folder.path(), &GONE[3..]).is_empty());
    let copies = store.erase(&[id(1)], None).unwrap();
    assert_eq!(copies, [made]);
    store.erase_from_backups(&[id(1)], None).unwrap();
    store.drop_longer_view(id(2_001)).unwrap();
    assert_eq!(found(&store, "zeppelin is:practice"), []);
    assert_eq!(store.tries(None).unwrap(), [stays]);
    assert_eq!(
        store.longer_views().unwrap().said,
        [view(2, "MUT", "basalt")]
    );
    // While it is still open, too: the log is empty. The backup keeps the line, as it should.
    assert_eq!(
        holding(desk.folder.path(), &GONE[..3]),
        [] as [&std::path::Path; 0]
    );
    let beside: Vec<_> = holding(desk.folder.path(), &GONE[3..]);
    assert!(
        beside
            .iter()
            .all(|it| it.starts_with(desk.beside("backups")))
    );
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_backup_carries_the_longer_view_and_brings_it_back() {
    let desk = Desk::new();
    let mut store = desk.write();
    let (first, second) = (view(1, "MUT", "a line"), view(2, "SAF", "another"));
    let day = again("MUT", 30);
    store
        .say_longer_view(slice::from_ref(&first), Some(&day), None, at(1))
        .unwrap();
    let kept = a_try(1, "silence", "I would wait");
    store.finish(&walk(kept.clone()), at(1)).unwrap();
    let (made, _) = store.back_up(None, BackupWhy::Asked, at(2)).unwrap();
    store.say_longer_view(&[second], None, None, at(3)).unwrap();
    store.drop_longer_view(first.id).unwrap();
    store
        .drop_ask_again(&day.heading, &[], None, at(3))
        .unwrap();
    store.delete(id(1), at(3)).unwrap();
    store.restore(&made.path, &Key::None, at(4)).unwrap();
    let views = store.longer_views().unwrap();
    assert_eq!((views.said, views.again), (vec![first], vec![day]));
    assert_eq!(store.tries(None).unwrap(), [kept]);
}

/// A program from before there were vignettes reads a try as this one reads an entry from a newer one:
/// it says that it is there, and that it cannot be read here. It must never be taken for damage, nor
/// for an entry of another length, since keeping that would lose what is not known.
#[test]
fn a_length_from_a_newer_program_is_shown_as_such_and_nothing_of_it_is_lost() {
    let mut store = Store::in_memory().unwrap();
    for number in 1..4 {
        store
            .finish(&walk(entry(number, "tea")), at(number.into()))
            .unwrap();
    }
    let body = serde_json::to_string(&entry(2, "tea")).unwrap();
    let body = body.replace("\"length\":\"quick\"", "\"length\":\"sonnet\"");
    assert!(body.contains("sonnet"));
    let rev = revision::append(&store.conn, id(2), &body, false, at(9)).unwrap();
    let change = "UPDATE entry SET head = ?1, length = 'sonnet' WHERE id = ?2";
    store
        .conn
        .execute(change, [rev, id(2).to_string()])
        .unwrap();
    let page = store.entries(None, 9).unwrap();
    let told: Vec<_> = page.iter().map(|it| (it.id, it.readable)).collect();
    assert_eq!(told, [(id(3), true), (id(2), false), (id(1), true)]);
    let newer = |read: Result<Option<Entry>, StoreError>| matches!(read, Err(StoreError::Unreadable { entry, is_newer: true, .. }) if entry == id(2));
    assert!(newer(store.entry(id(2))));
    // It is whole, so looking the journal over finds nothing wrong.
    assert!(store.check().unwrap().is_sound());
    // It can be taken out; and what brings it back, or keeps it in other words, leaves it as it is.
    store.delete(id(2), at(10)).unwrap();
    let refused = store.bring_back(id(2), at(11)).map(|()| None);
    assert!(newer(refused));
    let kept: i64 = store
        .conn
        .query_row(
            "SELECT count(*) FROM revision WHERE entry = ?1 AND body = ?2",
            [id(2).to_string(), body],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(kept, 1);
    assert_eq!(ids_taken_out(&store), [id(2)]);
}

fn ids_taken_out(store: &Store) -> Vec<Id> {
    let out = store.taken_out().unwrap();
    out.iter().map(|it| it.id).collect()
}
