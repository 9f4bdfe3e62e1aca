//! What holds on every leaf: each row leads somewhere, Back leads out, and no word weighs anyone.

use std::collections::BTreeSet;

use super::super::super::*;
use super::kit::*;
use crate::content::lint::{self, Kind, Text};
use crate::domain::{Field, Form, FormKind, Subject};

/// More steps back than any matter is deep.
const DEEP: usize = 9;
/// More leaves than are worth reading.
const MANY: usize = 120;

fn journals() -> Vec<(Journal, Standing)> {
    let mut read_only = standing();
    read_only.read_only = Some("Another window has your journal open.".into());
    vec![
        (Journal::default(), standing()),
        (Journal::of(1), standing()),
        (Journal::of(8), read_only),
        (Journal::of(45), standing()),
    ]
}

fn begins() -> [Begin; 4] {
    let form = Form {
        kind: FormKind::Carry,
        of: Some(id(1)),
    };
    [
        Begin::LookBack,
        Begin::Carry,
        Begin::BeforeSession,
        Begin::Form(Subject::Form(form)),
    ]
}

/// Where what is given leads: the visits that go on from there, and whether it leads anywhere.
fn follow(visit: &Visit, given: Given, journal: &Journal) -> (Vec<Visit>, bool) {
    let before = written(&visit.leaf());
    let mut next = visit.clone();
    let turn = next.given(given);
    let (turn, asked) = settle(&mut next, turn, journal);
    match turn {
        Turn::Leaf => {
            let moved = written(&next.leaf()) != before || !asked.is_empty();
            (vec![next], moved)
        }
        Turn::Through(_) => {
            let turn = next.returned();
            settle(&mut next, turn, journal);
            (vec![next], true)
        }
        Turn::Write(form) => {
            let mut draft = crate::reflection::Walk::paper(&*form).draft().clone();
            let mut left = next.clone();
            let turn = left.came(Came::NotWritten);
            settle(&mut left, turn, journal);
            draft.write(Field::LastLine, "It was too loud");
            let turn = next.came(Came::Written(Box::new(draft)));
            settle(&mut next, turn, journal);
            (vec![left, next], true)
        }
        Turn::Hint(_) => (vec![next], true),
        Turn::Leave(_) | Turn::Close => (Vec::new(), true),
        Turn::Do(_) => unreachable!(),
    }
}

fn leads_out(visit: &Visit, journal: &Journal) -> bool {
    let mut visit = visit.clone();
    (0..DEEP).any(|_| {
        let turn = visit.given(Given::Back);
        matches!(settle(&mut visit, turn, journal).0, Turn::Close)
    })
}

/// Every leaf that can be reached, each held against the laws.
fn walk_all(begin: Begin, journal: &Journal, standing: &Standing) -> Vec<Leaf> {
    let (mut visit, turn) = Visit::begin(begin, standing.clone());
    let (turn, _) = settle(&mut visit, turn, journal);
    let mut to_see = if matches!(turn, Turn::Leaf) {
        vec![visit]
    } else {
        Vec::new()
    };
    let mut seen = BTreeSet::new();
    let mut leaves = Vec::new();
    while let Some(visit) = to_see.pop() {
        let leaf = visit.leaf();
        let text = written(&leaf);
        if seen.len() >= MANY || !seen.insert(text.clone()) {
            continue;
        }
        assert!(leads_out(&visit, journal), "no way out of {text}");
        let (rows, at) = match &leaf.ask {
            LeafAsk::Rows { rows, at } => (rows, at),
            LeafAsk::Line { label, starter } => {
                assert!(!label.is_empty(), "nothing says what to type: {text}");
                for typed in [starter, "soup", ""] {
                    let given = Given::Line(typed.to_owned());
                    let (next, moved) = follow(&visit, given, journal);
                    assert!(moved, "{typed:?} on {text}");
                    to_see.extend(next);
                }
                leaves.push(leaf);
                continue;
            }
            LeafAsk::Busy => panic!("nothing to choose: {text}"),
        };
        assert!(!rows[*at].is_heading, "{text}");
        let keys: Vec<char> = rows.iter().filter_map(|row| row.key).collect();
        let once: BTreeSet<char> = keys.iter().copied().collect();
        assert_eq!(keys.len(), once.len(), "a letter stands twice: {text}");
        for (at, row) in rows.iter().enumerate() {
            let (next, moved) = follow(&visit, Given::Row(at), journal);
            assert!(moved != row.is_heading, "{:?} on {text}", row.words);
            to_see.extend(next);
        }
        leaves.push(leaf);
    }
    leaves
}

/// Every word of a leaf.
fn words(leaf: &Leaf) -> Vec<Text> {
    let text = |kind, text: &str| Text {
        place: leaf.title.clone(),
        kind,
        text: text.to_owned(),
    };
    let mut all = vec![text(Kind::Title, &leaf.title)];
    for piece in &leaf.pieces {
        match piece {
            Piece::Heading(words) => all.push(text(Kind::Title, words)),
            Piece::Question(words)
            | Piece::Text(words)
            | Piece::Quiet(words)
            | Piece::Own(words) => {
                all.push(text(Kind::Prose, words));
            }
            Piece::Map { map, said } => {
                all.extend(said.iter().map(|said| text(Kind::Prose, said)));
                all.extend(map.rows.iter().map(|row| text(Kind::Title, &row.title)));
                all.extend(map.columns.iter().map(|it| text(Kind::Title, &it.words)));
            }
            Piece::AsItIs(lines) => {
                all.extend(blocks(lines).iter().map(|it| text(Kind::Prose, it)));
            }
            Piece::Month { said, .. } => {
                all.extend(said.iter().map(|said| text(Kind::Prose, said)));
            }
        }
    }
    match &leaf.ask {
        LeafAsk::Rows { rows, .. } => {
            for row in rows {
                all.push(text(Kind::Option, &row.words));
                all.push(text(Kind::Prose, &row.quiet));
            }
        }
        // What stands on the line at first is a path.
        LeafAsk::Line { label, .. } => all.push(text(Kind::Title, label)),
        LeafAsk::Busy => {}
    }
    all
}

/// The lines of a page, with those put together that are one text: they are equally far in.
fn blocks(lines: &[String]) -> Vec<String> {
    let far_in = |line: &str| line.len() - line.trim_start().len();
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for line in lines {
        let words = line.trim();
        if words.is_empty() || words.chars().all(|letter| letter == '_') {
            is_open = false;
            continue;
        }
        match blocks.last_mut() {
            Some((at, block)) if is_open && *at == far_in(line) => {
                block.push(' ');
                block.push_str(words);
            }
            _ => blocks.push((far_in(line), words.to_owned())),
        }
        is_open = true;
    }
    blocks.into_iter().map(|(_, block)| block).collect()
}

#[test]
fn every_row_leads_somewhere_and_every_word_is_plain() {
    // The same words stand on many leaves; they are read once.
    let mut read = BTreeSet::new();
    let mut all = Vec::new();
    let (mut lines, mut pages) = (0, 0);
    for (journal, standing) in journals() {
        for begin in begins() {
            for leaf in walk_all(begin, &journal, &standing) {
                lines += usize::from(matches!(leaf.ask, LeafAsk::Line { .. }));
                let is_page = |piece: &Piece| matches!(piece, Piece::AsItIs(_));
                pages += usize::from(leaf.pieces.iter().any(is_page));
                let words = words(&leaf).into_iter();
                all.extend(
                    words.filter(|it| read.insert((it.kind == Kind::Prose, it.text.clone()))),
                );
            }
        }
    }
    let findings = lint::check(&all);
    assert!(findings.is_empty(), "{findings:#?}");
    assert!(read.iter().all(|(_, text)| !text.contains('%')));
    assert!(lines > 0 && pages > 0, "{lines} lines and {pages} pages");
}

#[test]
fn the_first_leaf_asks_for_little() {
    for (begin, most) in [
        (Begin::LookBack, 2),
        (Begin::Carry, 1),
        (Begin::BeforeSession, 1),
    ] {
        let (mut visit, turn) = Visit::begin(begin, standing());
        let (_, asked) = settle(&mut visit, turn, &Journal::of(45));
        assert!(asked.len() <= most, "{asked:?}");
        for work in asked {
            let is_small = match work {
                Work::Signs(limit) | Work::Carried(None, limit) => limit <= 40,
                Work::Oldest | Work::Past => true,
                _ => false,
            };
            assert!(is_small, "{work:?}");
        }
    }
}

#[test]
fn a_trouble_is_told_and_leads_out() {
    let broken = Journal {
        is_broken: true,
        ..Journal::of(8)
    };
    let sound = Journal::of(8);
    for begin in begins() {
        let (mut visit, turn) = Visit::begin(begin.clone(), standing());
        settle(&mut visit, turn, &broken);
        assert!(written(&visit.leaf()).contains("Your words are safe."));
        assert!(leads_out(&visit, &broken));
        // And later: whatever is chosen on the first leaf meets a trouble.
        let (mut visit, turn) = Visit::begin(begin, standing());
        if !matches!(settle(&mut visit, turn, &sound).0, Turn::Leaf) {
            continue;
        }
        let LeafAsk::Rows { rows, .. } = visit.leaf().ask else {
            panic!("nothing to choose")
        };
        for at in 0..rows.len() {
            let mut visit = visit.clone();
            let turn = visit.given(Given::Row(at));
            settle(&mut visit, turn, &broken);
            assert!(leads_out(&visit, &sound));
        }
    }
}

#[test]
fn what_was_not_asked_for_does_no_harm() {
    for begin in begins() {
        for came in [
            Came::Done,
            Came::Entry(None),
            Came::Signs(Journal::of(3).signs),
            Came::Tallies(Vec::new()),
            Came::Oldest(None),
            Came::Passages(Vec::new()),
            Came::Endings(Vec::new()),
            Came::Carried(Vec::new()),
            Came::Form(None),
            Came::NotWritten,
            Came::Trouble("The disk is full.".into()),
        ] {
            let (mut visit, turn) = Visit::begin(begin.clone(), standing());
            settle(&mut visit, turn, &Journal::of(3));
            visit.came(came);
            visit.leaf();
            for given in [Given::Line("x".into()), Given::Before, Given::Row(99)] {
                visit.given(given);
                visit.leaf();
            }
        }
    }
}
