//! What is given back, counted by hand over every entry.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::super::kit::{at, id};
use crate::domain::{
    Answer, Entry, HeadingId, ItemId, Passage, Passages, Sign, Signed, Span, Tally, Under,
};

pub(super) fn signs(real: &[Entry]) -> Vec<Signed> {
    let with = real.iter().filter(|it| !it.answers.is_empty());
    with.map(|entry| Signed {
        entry: entry.id,
        on: entry.on,
        stage: entry.stage,
        signs: entry
            .answers
            .iter()
            .map(|it| Sign {
                heading: it.heading.clone(),
                item: it.item.clone(),
                answer: it.answer,
            })
            .collect(),
    })
    .collect()
}

pub(super) fn tallies(
    real: &[Entry],
    span: Span,
    since: NaiveDate,
    until: NaiveDate,
) -> Vec<Tally> {
    let mut counts = BTreeMap::new();
    for entry in real.iter().filter(|it| since <= it.on && it.on <= until) {
        let from = match span {
            Span::Month => entry.on.with_day(1).unwrap(),
            Span::Week => {
                let week = entry.on.iso_week();
                NaiveDate::from_isoywd_opt(week.year(), week.week(), Weekday::Mon).unwrap()
            }
        };
        for it in &entry.answers {
            let of = (from, it.heading.clone(), it.item.clone(), it.answer);
            *counts.entry(of).or_insert(0) += 1;
        }
    }
    let tally = |((from, heading, item, answer), count)| Tally {
        from,
        heading,
        item,
        answer,
        count,
    };
    counts.into_iter().map(tally).collect()
}

pub(in crate::store) fn every_kind_of_page() -> Vec<Passages> {
    let mut kinds = vec![Passages::Moments, Passages::Strengths];
    let item = Some(ItemId::new("IT1"));
    let heading = Some(HeadingId::new("H0"));
    let day = |back| Some(at(0).date_naive() - Days::new(back));
    for look in 0_u32..32 {
        let set = |bit: u32| look >> bit & 1 == 1;
        kinds.push(Passages::Answers(Under {
            heading: heading.clone().filter(|_| set(0)),
            item: item.clone().filter(|_| set(1)),
            answer: Some(Answer::NotSure).filter(|_| set(2)),
            since: day(40).filter(|_| set(3)),
            until: day(3).filter(|_| set(3)),
            among: (0..9).map(id).filter(|_| set(4)).collect(),
        }));
    }
    kinds
}

pub(super) fn passages(entry: &Entry, which: &Passages) -> Vec<Passage> {
    let own = |words: &str| Passage {
        entry: entry.id,
        on: entry.on,
        finished_at: entry.finished_at,
        question: String::new(),
        item: None,
        answer: None,
        words: words.to_owned(),
        readable: true,
    };
    let under = match which {
        Passages::Moments if entry.moment.is_empty() => return vec![],
        Passages::Moments => return vec![own(&entry.moment)],
        Passages::Strengths if entry.stand_by.is_empty() => return vec![],
        Passages::Strengths => return vec![own(&entry.stand_by)],
        Passages::Answers(under) => under,
    };
    let mut found = Vec::new();
    for it in &entry.answers {
        let is_wanted = under
            .heading
            .as_ref()
            .is_none_or(|heading| *heading == it.heading)
            && under.item.as_ref().is_none_or(|item| *item == it.item)
            && (under.answer.is_none() || under.answer == it.answer)
            && under.since.is_none_or(|since| entry.on >= since)
            && under.until.is_none_or(|until| entry.on <= until)
            && (under.among.is_empty() || under.among.contains(&entry.id));
        if is_wanted {
            let points = it.points_to_moment && it.note.is_empty();
            found.push(Passage {
                question: it.question.clone(),
                item: Some(it.item.clone()),
                answer: it.answer,
                ..own(if points { &entry.moment } else { &it.note })
            });
        }
    }
    found
}
