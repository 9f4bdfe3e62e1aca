//! What holds for every journal and every search.

use chrono::Days;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::super::Store;
use super::super::super::proofs::kit::{at, entry, id, walk};
use super::naive;
use super::{fold, ids};
use crate::domain::{Answer, Entry, Finished, HeadingId, Kind, Length, Query, Stage, Term};

const WORDS: [&str; 16] = [
    "tea", "team", "steam", "Café", "cafés", "rain", "raining", "train", "the", "other", "mother",
    "don't", "waiting", "room", "waitress", "ÉTÉ",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&WORDS[..]), 0..7).prop_map(|words| words.join(" "))
}

prop_compose! {
    fn entries()(
        words in (text(), text(), text()),
        kind in option::of(select(Kind::ALL)),
        stage in option::of(select(Stage::ALL)),
        length in select(Length::ALL),
        given in (select(Answer::ALL), select(&["MUT", "SAF"][..])),
        flags in any::<(bool, bool, bool)>(),
        tag in option::of(select(&["own", "Ówn", "two words"][..])),
        back in 0_u64..40,
    ) -> Entry {
        let mut made = entry(0, &words.0);
        made.answers[0].note = words.1;
        made.answers[0].answer = Some(given.0);
        made.answers[0].heading = HeadingId::new(given.1);
        made.kind = kind;
        made.stage = stage;
        made.length = length;
        made.supervision.bring = flags.0;
        made.practice = flags.1;
        // Practice never makes an intention.
        made.next_time = if flags.2 && !flags.1 && !words.2.is_empty() { words.2 } else { String::new() };
        made.tags = tag.map(str::to_owned).into_iter().collect();
        made.on = made.on - Days::new(back);
        made
    }
}

fn terms() -> impl Strategy<Value = Vec<Term>> {
    let begun = |word: &str, letters: usize| word.chars().take(letters).collect::<String>();
    let word = (select(&WORDS[..]), 1_usize..9)
        .prop_map(move |(word, letters)| begun(word, letters))
        .prop_filter("no sign at the end", |word| !word.ends_with('\''))
        .prop_map(Term::Word);
    let part = select(&["eam", "ain", "oth", "ing", "afe", "ait", "xyz"][..])
        .prop_map(|part| Term::Word(part.into()));
    let phrase = prop::collection::vec(select(&WORDS[..]), 1..3)
        .prop_map(|words| Term::Phrase(words.join(" ")));
    prop::collection::vec(prop_oneof![3 => word, 1 => part, 1 => phrase], 0..3)
}

prop_compose! {
    fn queries()(
        terms in terms(),
        is_open in any::<bool>(),
        // Seldom, or nothing would ever be found.
        kind in prop::option::weighted(0.15, select(Kind::ALL)),
        stage in prop::option::weighted(0.15, select(Stage::ALL)),
        length in prop::option::weighted(0.1, select(Length::ALL)),
        answer in prop::option::weighted(0.15, select(Answer::ALL)),
        heading in prop::option::weighted(0.2, select(&["MUT", "SAF"][..])),
        flags in (
            prop::option::weighted(0.2, any::<bool>()),
            prop::option::weighted(0.2, any::<bool>()),
            prop::option::weighted(0.2, any::<bool>()),
        ),
        tag in prop::option::weighted(0.2, select(&["OWN", "two words", "none"][..])),
        span in (
            prop::option::weighted(0.2, 0_u64..40),
            prop::option::weighted(0.2, 0_u64..40),
        ),
    ) -> Query {
        let day = |back| at(0).date_naive() - Days::new(back);
        Query {
            terms, is_open, kind, stage, length, answer,
            heading: heading.map(HeadingId::new),
            flagged: flags.0,
            practice: flags.1,
            carries: flags.2,
            tag: tag.map(str::to_owned),
            since: span.0.map(day),
            until: span.1.map(day),
            ..Query::default()
        }
    }
}

fn finished(number: u32, minute: i64, mut made: Entry) -> Finished {
    made.id = id(number);
    made.finished_at = at(minute);
    Finished {
        carries: true,
        draft: None,
        ..walk(made)
    }
}

fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap()
}

/// A journal of these entries, finished in this order, some of them written anew or taken out.
fn lived(entries: &[Entry], changes: &[(usize, u8, Entry)]) -> (Store, Vec<Entry>) {
    let mut store = Store::in_memory().unwrap();
    let mut there: Vec<Option<Entry>> = Vec::new();
    for (number, made) in entries.iter().enumerate() {
        // Later ones now and then say that they were finished earlier.
        let minute = i64::from(number_of(number * 7 % 11)) * 100 + i64::from(number_of(number));
        let finished = finished(number_of(number), minute, made.clone());
        store.finish(&finished, at(minute)).unwrap();
        there.push(Some(finished.entry));
    }
    let mut gone: Vec<Option<Entry>> = vec![None; there.len()];
    for (place, how, other) in changes {
        let place = place % there.len();
        let (id, at) = (id(number_of(place)), at(5_000));
        match how % 3 {
            0 => {
                store.delete(id, at).unwrap();
                gone[place] = there[place].take().or_else(|| gone[place].take());
            }
            1 => {
                store.bring_back(id, at).unwrap();
                there[place] = there[place].take().or_else(|| gone[place].take());
            }
            _ => {
                if let Some(before) = &there[place] {
                    let mut anew = other.clone();
                    anew.id = id;
                    anew.finished_at = before.finished_at;
                    store.revise(&anew, None, at).unwrap();
                    there[place] = Some(anew);
                }
            }
        }
    }
    let mut there: Vec<Entry> = there.into_iter().flatten().collect();
    there.sort_by_key(|it| std::cmp::Reverse(it.finished_at));
    (store, there)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_search_finds_what_a_look_through_everything_finds(
        entries in prop::collection::vec(entries(), 1..12),
        changes in prop::collection::vec((0_usize..12, any::<u8>(), entries()), 0..4),
        queries in prop::collection::vec(queries(), 6),
    ) {
        let (store, there) = lived(&entries, &changes);
        for query in queries {
            let known = naive::known(&there, query.is_practice());
            let wanted: Vec<_> = there.iter().filter(|it| naive::fits(&query, it, None)).collect();
            let found = store.find(&query, None, 99).unwrap();
            let wanted_ids: Vec<_> = wanted.iter().map(|it| it.id).collect();
            prop_assert_eq!(ids(&found), wanted_ids.clone(), "{:?}", query);
            let mut paged = Vec::new();
            loop {
                let after = paged.last().map(|it: &crate::domain::Listed| (it.finished_at, it.id));
                let page = store.find(&query, after, 2).unwrap();
                if page.is_empty() {
                    break;
                }
                paged.extend(page);
            }
            prop_assert_eq!(&paged, &found);
            prop_assert_eq!(store.find_past_damage(&query, None, 99).unwrap(), found.clone());
            for (listed, entry) in found.iter().zip(&wanted) {
                let text = entry.own_words().join("\n");
                let needles = query.needles();
                prop_assert!(needles.is_empty() || !query.hits(&text, false).is_empty());
                prop_assert!(needles.is_empty() || !query.hits(&listed.words, false).is_empty());
            }
            let within: Vec<_> = there
                .iter()
                .filter(|_| naive::has_part(&query, &known))
                .filter(|it| naive::fits(&query, it, Some(&known)) && !wanted_ids.contains(&it.id))
                .collect();
            let parts = store.find_parts(&query, 99, &|| false).unwrap();
            let within_ids: Vec<_> = within.iter().map(|it| it.id).collect();
            prop_assert_eq!(ids(&parts), within_ids.clone(), "{:?}", query);
            let few = store.find_parts(&query, 1, &|| false).unwrap();
            prop_assert_eq!(ids(&few), within_ids.into_iter().take(1).collect::<Vec<_>>());
            for listed in &parts {
                prop_assert!(!query.hits(&listed.words, true).is_empty());
            }
        }
        prop_assert!(store.check().unwrap().is_sound());
    }

    #[test]
    fn no_text_is_a_command(text in any::<String>(), other in "[\"*^:(){}+a-z -]{0,20}") {
        let mut store = Store::in_memory().unwrap();
        store.finish(&walk(entry(1, "tea")), at(1)).unwrap();
        for text in [text, other] {
            for term in [Term::Word(text.clone()), Term::Phrase(text)] {
                for is_open in [false, true] {
                    let query = Query { terms: vec![term.clone()], is_open, ..Query::default() };
                    let found = store.find(&query, None, 9).unwrap();
                    let plain = fold(term.text());
                    prop_assert!(found.is_empty() || plain.chars().any(char::is_alphanumeric) || plain.is_empty());
                    store.find_parts(&query, 9, &|| false).unwrap();
                }
            }
        }
    }
}
