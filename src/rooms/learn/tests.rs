//! Learn, leaf by leaf: what is said, where each row leads, and that there is always a way out.

use std::fmt::Write;
use std::rc::Rc;

use proptest::prelude::*;

use super::super::*;
use crate::content::lint::{self, Kind, Text};
use crate::content::{Pack, UserPack};
use crate::domain::{Id, Stamp};

fn standing_with(pack: Pack) -> Standing {
    Standing {
        pack: Rc::new(pack),
        shared_computer: true,
        read_only: Some("It can only be read.".to_owned()),
        made_up: false,
        home: None,
        now: Stamp {
            at: chrono::DateTime::UNIX_EPOCH.fixed_offset(),
            tick: 1,
            fresh: Id::at(1, &[1; 10]),
        },
    }
}

fn standing() -> Standing {
    standing_with(Pack::shipped().unwrap())
}

fn begin(page: Option<&str>) -> Visit {
    let (visit, turn) = Visit::begin(Begin::Learn(page.map(str::to_owned)), standing());
    assert!(matches!(turn, Turn::Leaf));
    visit
}

fn row(leaf: &Leaf, words: &str) -> usize {
    let LeafAsk::Rows { rows, .. } = &leaf.ask else {
        panic!("no rows: {leaf:?}")
    };
    let begins = |row: &LeafRow| row.words.starts_with(words) && !row.is_heading;
    rows.iter()
        .position(begins)
        .unwrap_or_else(|| panic!("no {words:?} in {rows:?}"))
}

fn choose(visit: &mut Visit, words: &str) -> Turn {
    let at = row(&visit.leaf(), words);
    visit.given(Given::Row(at))
}

fn written(leaf: &Leaf) -> String {
    let mut text = format!("\n[{}]\n", leaf.title);
    for piece in &leaf.pieces {
        match piece {
            Piece::Heading(words) => writeln!(text, "# {words}").unwrap(),
            Piece::Quiet(words) => writeln!(text, "· {words}").unwrap(),
            Piece::Question(words) | Piece::Text(words) => writeln!(text, "{words}").unwrap(),
            other => panic!("not on these pages: {other:?}"),
        }
    }
    match &leaf.ask {
        LeafAsk::Rows { rows, at } => {
            for (place, row) in rows.iter().enumerate() {
                let sign = match (place == *at, row.is_heading) {
                    (true, _) => '>',
                    (_, true) => '-',
                    _ => ' ',
                };
                let quiet = if row.quiet.is_empty() { "" } else { "  · " };
                writeln!(text, "{sign} {}{quiet}{}", row.words, row.quiet).unwrap();
            }
        }
        LeafAsk::Line { label, .. } => writeln!(text, "{label}: |").unwrap(),
        LeafAsk::Busy => panic!("nothing is waited for"),
    }
    text
}

fn tour() -> String {
    let mut visit = begin(None);
    let mut text = written(&visit.leaf());
    for words in ["Mutuality", "Did I learn", "Go back", "Next: "] {
        choose(&mut visit, words);
        text.push_str(&written(&visit.leaf()));
    }
    text
}

fn finding() -> String {
    let mut visit = begin(None);
    choose(&mut visit, "Find in");
    let mut text = written(&visit.leaf());
    for typed in ["zeppelin", "lanyárd"] {
        visit.given(Given::Line(typed.to_owned()));
        text.push_str(&written(&visit.leaf()));
        if typed == "zeppelin" {
            choose(&mut visit, "Find something");
        }
    }
    choose(&mut visit, "Staying a peer");
    text.push_str(&visit.leaf().title);
    text
}

#[test]
fn the_list_a_page_and_what_it_can_look_like() {
    insta::assert_snapshot!(tour());
}

#[test]
fn finding_says_what_it_found_or_that_it_found_nothing() {
    insta::assert_snapshot!(finding());
}

#[test]
fn every_page_opens_leads_to_what_it_links_to_and_back() {
    let pack = Pack::shipped().unwrap();
    for (at, page) in pack.learn().iter().enumerate() {
        let mut visit = begin(None);
        choose(&mut visit, &page.title);
        let leaf = visit.leaf();
        assert_eq!(leaf.title, page.title);
        let text = written(&leaf);
        assert!(text.contains("# Where it comes from\n"), "{}", page.id);
        assert!(!text.contains("seed-"), "{}", page.id);
        let LeafAsk::Rows { rows, at: focus } = &leaf.ask else {
            panic!("{leaf:?}")
        };
        let wanted = if at + 1 == pack.learn().len() {
            "Before: "
        } else {
            "Next: "
        };
        assert!(rows[*focus].words.starts_with(wanted), "{}", page.id);
        let items = pack
            .items()
            .filter(|(_, item)| page.items.contains(&item.id));
        assert_eq!(items.count(), page.items.len());
        let opens = |row: &LeafRow| !row.is_heading && row.words != "Go back";
        for (row, _) in rows.iter().enumerate().filter(|(_, row)| opens(row)) {
            let mut there = visit.clone();
            // Whatever opens, one step back leads here or to the list.
            there.given(Given::Row(row));
            there.given(Given::Back);
            assert!(
                !matches!(there.leaf().ask, LeafAsk::Busy),
                "{}, row {row}",
                page.id
            );
        }
        visit.given(Given::Back);
        let list = visit.leaf();
        let LeafAsk::Rows { rows, at: focus } = &list.ask else {
            panic!("{list:?}")
        };
        assert_eq!(
            rows[*focus].words, page.title,
            "coming back, it is where it was"
        );
    }
}

#[test]
fn pages_turn_to_the_side_and_end_there() {
    let mut visit = begin(Some("mutuality"));
    assert!(matches!(visit.given(Given::Before), Turn::Hint(_)));
    let count = Pack::shipped().unwrap().learn().len();
    for _ in 1..count {
        assert!(matches!(visit.given(Given::After), Turn::Leaf));
    }
    assert!(matches!(visit.given(Given::After), Turn::Hint(_)));
    assert_eq!(visit.leaf().title, "Looking after myself");
    // It began at a page, so back leads out.
    assert!(matches!(visit.given(Given::Back), Turn::Close));
}

#[test]
fn a_heading_does_nothing() {
    for page in [None, Some("safe")] {
        let mut visit = begin(page);
        let before = visit.leaf();
        let LeafAsk::Rows { rows, .. } = &before.ask else {
            panic!("{before:?}")
        };
        for (row, _) in rows.iter().enumerate().filter(|(_, row)| row.is_heading) {
            visit.given(Given::Row(row));
            assert_eq!(visit.leaf(), before);
        }
    }
}

#[test]
fn a_page_that_is_not_there_says_so() {
    let mut visit = begin(Some("soup"));
    assert!(written(&visit.leaf()).contains("This page is not there."));
    assert!(matches!(visit.given(Given::Row(0)), Turn::Close));
}

#[test]
fn a_vignette_of_ones_own_is_offered_where_its_items_are() {
    let text = include_str!("../../../docs/packs/our-service.toml");
    let pack = Pack::shipped().unwrap();
    let pack = pack.with(UserPack::read("o.toml", text).unwrap()).unwrap();
    let begin = Begin::Learn(Some("recovery-focused".to_owned()));
    let (visit, _) = Visit::begin(begin, standing_with(pack));
    row(&visit.leaf(), "If I didn't laugh");
}

#[test]
fn every_leaf_is_in_plain_words() {
    let quoted = |line: &&str| !line.starts_with("- “") && !line.contains('…');
    let all = tour() + &finding();
    let text = |line: &str| Text {
        place: line.to_owned(),
        kind: Kind::Prose,
        text: line
            .trim_start_matches(['>', ' ', '[', '·', '#', '-'])
            .to_owned(),
    };
    let texts: Vec<Text> = all.lines().filter(quoted).map(text).collect();
    let findings: Vec<String> = lint::check(&texts)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        6 => (0_usize..40).prop_map(Given::Row),
        1 => prop_oneof![Just("power"), Just("zeppelin"), Just(" "), Just("İ")]
            .prop_map(|line| Given::Line(line.to_owned())),
        1 => Just(Given::Before),
        1 => Just(Given::After),
        1 => Just(Given::Back),
    ]
}

proptest! {
    #[test]
    fn whatever_is_given_back_leads_out(all in prop::collection::vec(given(), 0..30)) {
        let mut visit = begin(None);
        for given in all {
            let turn = visit.given(given);
            if matches!(turn, Turn::Close | Turn::Leave(_)) { return Ok(()); }
            if let Turn::Do(_) = turn { break; }
            if let LeafAsk::Rows { rows, at } = visit.leaf().ask {
                prop_assert!(!rows[at].is_heading);
                for row in rows {
                    prop_assert!(row.words.chars().count() <= 56, "{row:?}");
                    prop_assert!(row.quiet.chars().count() <= 56, "{row:?}");
                }
            }
        }
        for _ in 0..8 {
            if matches!(visit.given(Given::Back), Turn::Close) { return Ok(()); }
        }
        prop_assert!(false, "no way out of {:?}", visit.leaf());
    }
}
