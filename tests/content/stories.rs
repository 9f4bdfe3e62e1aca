//! The vignettes, the pages to learn from and the words of a place, held against what was agreed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use alongside::content::{LearnPage, LearnPiece, PLACES, Pack, UserPack, Vignette, lint};
use unicode_width::UnicodeWidthStr;

use super::{found, shipped};

/// Lists every vignette id ever given, with words of its title, in the order of the themes.
///
/// An id is never taken out of this list and never given to another story: tries point to it.
const LEDGER: [(&str, &str); 18] = [
    ("first-meeting", "A first meeting"),
    ("still-raw", "Sharing what is still raw"),
    ("story-too-big", "When my story was too big"),
    ("advice-pull", "The pull to give advice"),
    ("tablets", "Tablets, and stopping them"),
    ("notes", "Notes, and who reads them"),
    ("my-number", "Being asked for my number"),
    ("gift-and-loan", "A gift, and then a loan"),
    ("talk-of-suicide", "Talk of suicide"),
    ("my-own-safety", "My own safety"),
    ("culture-and-faith", "Culture and faith"),
    ("inclusion", "A group out of reach"),
    ("stuck-or-sad", "Stuck, or sad"),
    ("ending", "An ending"),
    ("family", "Family on the phone"),
    ("drift", "Drifting from my role"),
    ("close-to-home", "Their hurt, and mine"),
    ("rights", "A plan made without them"),
];

/// Lists the items each theme may link to, in the same order.
const THEMES: [&[&str]; 18] = [
    &["MUT2", "SAF2", "RES1"],
    &["REC1", "REC2", "REC3"],
    &["REC3", "STR2", "MUT3"],
    &["NON1", "NON2", "NON4"],
    &["NON3", "REC3", "SAF4"],
    &["MUT1", "MUT2", "MUT3"],
    &["SAF2", "COM1", "PRO3"],
    &["REC5", "SAF2", "RES3"],
    &["SAF1", "SAF3", "SAF4", "MUT3"],
    &["SAF1", "SAF3", "SAF4"],
    &["SUP1", "SUP2", "RES2"],
    &["INC1", "COM2", "INC3"],
    &["STR2", "STR4", "NON5"],
    &["PRO2", "PRO3", "REC5"],
    &["MUT3", "SAF2", "RES3"],
    &["ROL1", "RES2"],
    &["SAF1", "SAF3", "SAF4"],
    &["MUT1", "RFO5", "PRO3"],
];

/// Lists the pages to learn from, in their order, with the heading each is about.
const PAGES: [(&str, Option<&str>); 18] = [
    ("mutuality", Some("MUT")),
    ("reciprocity", Some("REC")),
    ("non-directive", Some("NON")),
    ("strengths-based", Some("STR")),
    ("recovery-focused", Some("RFO")),
    ("community-facing", Some("COM")),
    ("progressive", Some("PRO")),
    ("safe", Some("SAF")),
    ("respect", Some("RES")),
    ("inclusivity", Some("INC")),
    ("supporting", Some("SUP")),
    ("safe-note", None),
    ("sharing-my-story", None),
    ("endings", None),
    ("power", None),
    ("staying-a-peer", Some("ROL")),
    ("using-supervision", None),
    ("looking-after-myself", None),
];

/// What every page begins and ends with, and what a page about a heading has in between.
const HEART: &str = "The heart of it";
const LOOKS: &str = "What it can look like";
const IN_THE_WAY: &str = "What gets in the way";
const TO_SIT_WITH: &str = "Two questions to sit with";

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The files of a folder of the words, by name.
fn files(folder: &str, end: &str) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets")
        .join(folder);
    let entries = fs::read_dir(folder).expect("the folder of the words can be read");
    entries
        .map(|entry| entry.expect("a folder entry can be read").path())
        .filter(|path| path.extension().is_some_and(|it| it == end))
        .count()
}

#[test]
fn every_theme_has_its_vignette_and_every_id_is_in_the_ledger() {
    let pack = shipped();
    let found: Vec<(&str, &str)> = pack
        .vignettes()
        .iter()
        .map(|it| (it.id.as_str(), it.theme.as_str()))
        .collect();
    assert_eq!(found, LEDGER);
    assert_eq!(
        files("practice", "toml"),
        LEDGER.len(),
        "a file is not listed"
    );
    for (vignette, items) in pack.vignettes().iter().zip(THEMES) {
        let is_agreed = vignette.items.iter().all(|it| items.contains(&it.as_str()));
        assert!(is_agreed, "{}: {:?}", vignette.id, vignette.items);
    }
}

#[test]
fn every_vignette_has_its_shape() {
    let pack = shipped();
    let mut ids = BTreeSet::new();
    for vignette in pack.vignettes() {
        let id = &vignette.id;
        assert!(ids.insert(id.clone()), "{id} stands twice");
        assert!((2..=3).contains(&vignette.items.len()), "{id}");
        for item in &vignette.items {
            assert!(pack.item(item).is_some(), "{id}: no item {item}");
        }
        let story = count(&vignette.story.join(" "));
        assert!((60..=90).contains(&story), "{id}: {story} words");
        assert!((1..=3).contains(&vignette.story.len()), "{id}");
        assert!((3..=4).contains(&vignette.ways.len()), "{id}");
        let ways: BTreeSet<&String> = vignette.ways.iter().map(|way| &way.id).collect();
        assert_eq!(ways.len(), vignette.ways.len(), "{id}: a way stands twice");
        views(&pack, vignette);
        rows(vignette);
        assert_eq!(vignette.advice(), [], "{id}");
    }
}

fn views(pack: &Pack, vignette: &Vignette) {
    let id = &vignette.id;
    assert!((3..=4).contains(&vignette.views.len()), "{id}");
    let mut leans = BTreeSet::new();
    for view in &vignette.views {
        let principle = &view.principle;
        assert!(
            pack.set(principle).is_some(),
            "{id}: no heading {principle}"
        );
        assert!(
            leans.insert(principle),
            "{id}: two views lean on {principle}"
        );
        let words = count(&view.would) + count(&view.why);
        assert!(words <= 70, "{id}, {principle}: {words} words");
    }
    let who: BTreeSet<&String> = vignette.views.iter().map(|view| &view.who).collect();
    assert_eq!(
        who.len(),
        vignette.views.len(),
        "{id}: the same worker twice"
    );
}

fn rows(vignette: &Vignette) {
    let who = vignette.views.iter().map(|view| (&view.who, 44));
    let ways = vignette.ways.iter().map(|way| (&way.text, 56));
    let own = [(&vignette.title, 44), (&vignette.theme, 30)];
    for (text, cells) in own.into_iter().chain(who).chain(ways) {
        assert!(text.width() <= cells, "{}: {text}", vignette.id);
    }
    assert!(vignette.ask.ends_with('?'), "{}", vignette.id);
    assert_eq!(
        lint::sentences(&vignette.hard).count(),
        1,
        "{}",
        vignette.id
    );
    assert!(
        (1..=2).contains(&lint::sentences(&vignette.differ).count()),
        "{}",
        vignette.id
    );
}

#[test]
fn every_vignette_is_in_plain_words() {
    for vignette in shipped().vignettes() {
        let found = found(&vignette.strings());
        assert!(found.is_empty(), "{}\n{}", vignette.id, found.join("\n"));
    }
}

#[test]
fn every_page_is_there_and_is_about_what_was_agreed() {
    let pack = shipped();
    let about: Vec<(&str, Option<&str>)> = pack
        .learn()
        .iter()
        .map(|page| (page.id.as_str(), page.heading.as_deref()))
        .collect();
    assert_eq!(about, PAGES);
    assert_eq!(files("learn", "md"), PAGES.len(), "a file is not listed");
    let covered: BTreeSet<&str> = PAGES.iter().filter_map(|(_, heading)| *heading).collect();
    for set in &pack.sets {
        assert!(
            covered.contains(set.id.as_str()),
            "no page about {}",
            set.id
        );
    }
    for (at, page) in (1..).zip(pack.learn()) {
        assert_eq!(page.order, at, "{}", page.id);
        assert!((1..=6).contains(&page.items.len()), "{}", page.id);
        for item in &page.items {
            assert!(pack.item(item).is_some(), "{}: no item {item}", page.id);
        }
        assert!(
            page.title.width() <= 44 && page.line.width() <= 56,
            "{}",
            page.id
        );
    }
}

#[test]
fn every_page_has_its_shape_and_can_be_read_on_a_narrow_screen() {
    for page in shipped().learn() {
        let id = &page.id;
        let headings: Vec<&str> = page
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                LearnPiece::Heading(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(headings.first(), Some(&HEART), "{id}");
        assert_eq!(headings.last(), Some(&TO_SIT_WITH), "{id}");
        if page
            .heading
            .as_deref()
            .is_some_and(|heading| heading != "ROL")
        {
            assert_eq!(headings, [HEART, LOOKS, IN_THE_WAY, TO_SIT_WITH], "{id}");
        }
        let questions = page.pieces.iter().rev();
        let questions = questions
            .take_while(|piece| matches!(piece, LearnPiece::Bullet(_)))
            .count();
        assert_eq!(questions, 2, "{id}");
        let words: usize = texts(page).map(count).sum();
        assert!((280..=450).contains(&words), "{id}: {words} words");
        for text in texts(page) {
            let signs = ["**", "](", "`", "  "];
            assert!(!signs.iter().any(|it| text.contains(it)), "{id}: {text}");
            let widest = text.split_whitespace().map(UnicodeWidthStr::width).max();
            assert!(widest.is_none_or(|cells| cells <= 40), "{id}: {text}");
        }
    }
}

fn texts(page: &LearnPage) -> impl Iterator<Item = &str> {
    page.pieces.iter().map(|piece| match piece {
        LearnPiece::Heading(text) | LearnPiece::Prose(text) | LearnPiece::Bullet(text) => {
            text.as_str()
        }
    })
}

#[test]
fn every_page_is_in_plain_words() {
    for page in shipped().learn() {
        let found = found(&page.strings());
        assert!(found.is_empty(), "{}\n{}", page.id, found.join("\n"));
    }
}

#[test]
fn the_words_of_every_place_are_plain_and_leave_no_slot_open() {
    for place in PLACES {
        let words = UserPack::of_place(place).unwrap().unwrap();
        let pack = shipped().with(words.clone()).unwrap();
        let own = words.strings(&pack.words).unwrap();
        let said = found(&own);
        assert!(said.is_empty(), "{place}\n{}", said.join("\n"));
        let stories = pack.vignettes().iter().flat_map(Vignette::strings);
        let pages = pack.learn().iter().flat_map(LearnPage::strings);
        for text in pack
            .strings()
            .into_iter()
            .chain(own)
            .chain(stories)
            .chain(pages)
        {
            let rest = text.text.replace("{who}", "").replace("{path}", "");
            assert!(
                !rest.contains(['{', '}']),
                "{place}: {}: {}",
                text.place,
                text.text
            );
        }
        let said = found(&pack.strings());
        assert!(said.is_empty(), "{place}\n{}", said.join("\n"));
    }
}
