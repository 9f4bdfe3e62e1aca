//! The words, held against what we promised about them.
//!
//! Every string of the shipped pack and every string in the code that a person can meet is
//! read here: short sentences, plain words, nothing that weighs anyone. The source texts that
//! the items quote are not part of this project; where they lie next to it, or
//! `ALONGSIDE_SEEDS` names their folder, the quotes are checked to the letter.

#[path = "content/literals.rs"]
mod literals;
#[path = "content/seeds.rs"]
mod seeds;
#[path = "content/stories.rs"]
mod stories;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use alongside::content::lint::{self, Kind, Text};
use alongside::content::{Pack, UserPack};

/// Lists every item id ever given, with a word its question turns on.
///
/// An id is never taken out of this list and never given to another question: old entries
/// point to it. A new item adds a row.
const LEDGER: [(&str, &str); 50] = [
    ("MUT1", "choosing"),
    ("MUT2", "power"),
    ("MUT3", "honest"),
    ("MUT4", "learn"),
    ("MUT5", "lived through"),
    ("REC6", "choose with care"),
    ("REC1", "for them"),
    ("REC2", "listen"),
    ("REC3", "fit their situation"),
    ("REC4", "hope"),
    ("REC5", "give something to me"),
    ("NON1", "deciding"),
    ("NON2", "have tried"),
    ("NON3", "say no"),
    ("NON4", "next steps"),
    ("NON5", "the answer"),
    ("STR1", "strong"),
    ("STR2", "hard feelings"),
    ("STR3", "went well"),
    ("STR4", "one side"),
    ("RFO1", "matters to them"),
    ("RFO2", "can change"),
    ("RFO3", "gently"),
    ("RFO4", "themselves"),
    ("RFO5", "in charge"),
    ("COM1", "outside our meetings"),
    ("COM2", "in the way"),
    ("COM3", "other support"),
    ("COM4", "bring to others"),
    ("PRO1", "want for themselves"),
    ("PRO2", "how long"),
    ("PRO3", "with them"),
    ("PRO4", "setback"),
    ("PRO5", "pace"),
    ("SAF1", "I feel safe"),
    ("SAF6", "they seem safe"),
    ("SAF2", "limits"),
    ("SAF3", "slipped"),
    ("SAF4", "right support"),
    ("SAF5", "judged"),
    ("RES1", "curious"),
    ("RES2", "labels"),
    ("RES3", "privacy"),
    ("INC1", "take part"),
    ("INC2", "differences"),
    ("INC3", "misses out"),
    ("SUP1", "own meaning"),
    ("SUP2", "beliefs"),
    ("SUP3", "whole life"),
    ("ROL1", "stay a peer"),
];

/// Lists ids of the ledger that are no longer asked; none yet.
const RETIRED: [&str; 0] = [];

/// Lists every part of the source texts, and the items that carry it.
const SERVED: [(&str, &[&str]); 24] = [
    ("seed-1: Mutuality, power", &["MUT1", "MUT2"]),
    ("seed-1: Mutuality, open and honest", &["MUT3", "MUT4"]),
    (
        "seed-1: Reciprocity, listen and then share",
        &["REC6", "REC2", "REC3"],
    ),
    (
        "seed-1: Reciprocity, hope and benefit for both",
        &["REC4", "REC5", "REC1"],
    ),
    ("seed-1: Non-directive", &["NON1", "NON2", "NON3", "NON4"]),
    ("seed-1: Strengths-based, strengths", &["STR1", "STR3"]),
    (
        "seed-1: Strengths-based, feelings and ways on",
        &["STR2", "STR4"],
    ),
    (
        "seed-1: Recovery-focused",
        &["RFO1", "RFO2", "RFO3", "RFO4", "RFO5"],
    ),
    (
        "seed-1: Community-facing",
        &["COM1", "COM2", "COM3", "COM4"],
    ),
    ("seed-1: Progressive, aims and pace", &["PRO1", "PRO5"]),
    ("seed-1: Progressive, an end in sight", &["PRO2", "PRO3"]),
    ("seed-1: Safe, both of us", &["SAF1", "SAF6", "SAF3"]),
    ("seed-1: Safe, limits and support", &["SAF2", "SAF4"]),
    ("seed-2: value Respect", &["RES1", "RES2", "RES3"]),
    ("seed-2: value Inclusivity", &["INC1", "INC2", "INC3"]),
    ("seed-2: value Mutuality", &["MUT5"]),
    ("seed-1: value Reciprocity", &["REC5"]),
    ("seed-2: principle Non-directive", &["NON5"]),
    ("seed-2: principle Progressive", &["PRO4"]),
    ("seed-2: principle Safe", &["SAF5"]),
    ("seed-2: principle Supporting, sense", &["SUP1"]),
    ("seed-2: principle Supporting, values", &["SUP2"]),
    ("seed-2: principle Supporting, whole lives", &["SUP3"]),
    ("seed-2: lived experience as a form of knowing", &["ROL1"]),
];

fn shipped() -> Pack {
    Pack::shipped().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_shipped_string_is_in_plain_words() {
    let findings = lint::check(&shipped().strings());
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

/// What a text says that may not be said, a line each.
fn found(strings: &[Text]) -> Vec<String> {
    lint::check(strings)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn an_id_is_never_used_again_for_another_question() {
    let pack = shipped();
    for (id, turns_on) in LEDGER {
        match pack.item(id) {
            Some((_, item)) => assert!(item.question.contains(turns_on), "{id}: {}", item.question),
            None => assert!(RETIRED.contains(&id), "{id} has gone; add it to RETIRED"),
        }
    }
    let known: BTreeSet<&str> = LEDGER.iter().map(|(id, _)| *id).collect();
    assert_eq!(
        known.len(),
        LEDGER.len(),
        "an id stands twice in the ledger"
    );
    for (_, item) in pack.items() {
        assert!(
            known.contains(item.id.as_str()),
            "{} is new; add it to LEDGER",
            item.id
        );
        assert!(
            !RETIRED.contains(&item.id.as_str()),
            "{} had been retired",
            item.id
        );
    }
}

#[test]
fn every_part_of_the_source_texts_is_carried_by_an_item() {
    let pack = shipped();
    let mut carried = BTreeSet::new();
    for (part, ids) in SERVED {
        for id in ids {
            let (_, item) = pack
                .item(id)
                .unwrap_or_else(|| panic!("{part}: no item {id}"));
            let seed = part.split(':').next().unwrap_or_default();
            assert_eq!(item.seed, seed, "{part} is carried by {id}");
            carried.insert(item.id.clone());
        }
    }
    let all: BTreeSet<String> = pack.items().map(|(_, item)| item.id.clone()).collect();
    assert_eq!(carried, all, "an item carries no part of the source texts");
}

#[test]
fn every_item_has_its_words_and_an_example_from_both_sides() {
    let pack = shipped();
    let mut examples = BTreeSet::new();
    for (set, item) in pack.items() {
        let id = &item.id;
        assert!(id.starts_with(&set.id), "{id} stands in {}", set.id);
        assert!(
            item.practice_question
                .starts_with("In what I chose, would "),
            "{id}"
        );
        assert!(
            item.practice_question.ends_with('?') && item.question.ends_with('?'),
            "{id}"
        );
        assert!(
            item.go_deeper.ends_with('?') && item.next_time.ends_with("..."),
            "{id}"
        );
        assert!(item.theirs.starts_with("The person "), "{id}");
        for example in [&item.mine, &item.theirs] {
            let count = lint::words(example).count();
            assert!((4..=20).contains(&count), "{id}: {count} words: {example}");
            assert!(examples.insert(example.clone()), "{id}: twice: {example}");
        }
    }
}

#[test]
fn every_heading_has_a_lead_and_a_strap() {
    for set in &shipped().sets {
        assert!(
            set.items.iter().any(|item| item.lead),
            "{} has no lead item",
            set.id
        );
        assert!(!set.strap.is_empty(), "{} has no strap", set.id);
    }
}

#[test]
fn titles_are_short_and_the_made_up_session_says_so() {
    let pack = shipped();
    for (id, step) in &pack.steps {
        let count = lint::words(&step.title).count();
        assert!((1..=3).contains(&count), "step {id}: {}", step.title);
    }
    let story = pack.step("practice_session");
    assert!(story.question.contains("made-up") && story.under[0].contains("made up"));
    let count = lint::words(&story.under[1]).count();
    assert!((60..=90).contains(&count), "{count} words");
}

#[test]
fn other_role_words_reach_every_string() {
    let text = "id = 'ours'\nversion = 1\n[words]\nsupervisor = 'mentor'\nsession = 'visit'\n\
                person = 'my guest'\nrecovery = 'healing'\n";
    let pack = shipped()
        .with(UserPack::read("ours.toml", text).unwrap())
        .unwrap();
    let left = [
        "session",
        "supervisor",
        "the person",
        "recovery",
        "Recovery",
    ];
    let stories = pack
        .vignettes()
        .iter()
        .flat_map(alongside::content::Vignette::strings);
    let pages = pack
        .learn()
        .iter()
        .flat_map(alongside::content::LearnPage::strings);
    let all = pack.strings().into_iter().chain(stories).chain(pages);
    for text in all.filter(|text| text.kind != Kind::Quote) {
        let found = left.iter().find(|word| text.text.contains(**word));
        assert!(found.is_none(), "{}: {}", text.place, text.text);
    }
}

#[test]
fn words_in_the_code_are_plain_too() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut lines = Vec::new();
    for file in rust_files(&root) {
        let source = fs::read_to_string(&file).unwrap();
        let name = file
            .strip_prefix(&root)
            .unwrap_or(&file)
            .display()
            .to_string();
        let all = file.file_name().is_some_and(|name| name == "words.rs");
        for literal in literals::for_people(&source, all) {
            let place = format!("{name}, line {}", literal.line);
            let text = Text {
                place,
                kind: Kind::Prose,
                text: literal.text,
            };
            lines.extend(lint::check_one(&text).iter().map(ToString::to_string));
        }
    }
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

/// Lists every Rust file of a folder, deeply.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the source folder can be read");
    let paths = entries.map(|entry| entry.expect("a folder entry can be read").path());
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn quotes_are_true_to_the_letter() {
    let Some(seeds) = seeds::Seeds::find() else {
        println!("unchecked: the source texts are not here");
        return;
    };
    for (_, item) in shipped().items() {
        assert!(
            seeds.holds(&item.seed, &item.seed_phrase),
            "{}: {}",
            item.id,
            item.seed_phrase
        );
        assert!(
            seeds::same_letters(&item.seed_phrase, &item.seed_shown),
            "{}",
            item.id
        );
    }
}

#[test]
fn nothing_else_is_copied_from_the_source_texts() {
    let Some(seeds) = seeds::Seeds::find() else {
        println!("unchecked: the source texts are not here");
        return;
    };
    let pack = shipped();
    let stories = pack
        .vignettes()
        .iter()
        .flat_map(alongside::content::Vignette::strings);
    let pages = pack
        .learn()
        .iter()
        .flat_map(alongside::content::LearnPage::strings);
    let all = pack.strings().into_iter().chain(stories).chain(pages);
    for text in all.filter(|text| text.kind != Kind::Quote) {
        let run = seeds.shared_run(&text.text);
        assert!(run.is_none(), "{}: {run:?}", text.place);
    }
}

#[test]
fn questions_are_those_that_were_agreed() {
    let Some(agreed) = seeds::agreed() else {
        println!("unchecked: the agreed list of items is not here");
        return;
    };
    let pack = shipped();
    let found: Vec<Vec<String>> = pack
        .items()
        .map(|(set, item)| {
            let lead = item.lead.to_string();
            let parts = [
                &set.id,
                &set.strap,
                &item.id,
                &lead,
                &item.question,
                &item.seed,
                &item.seed_phrase,
                &item.go_deeper,
                &item.next_time,
            ];
            parts.map(Clone::clone).to_vec()
        })
        .collect();
    assert_eq!(found, agreed);
}
