//! The filters: what each of them can be, and what is chosen now.

use chrono::{Datelike, Months, NaiveDate};

use super::words;
use crate::content::Choice as Named;
use crate::domain::{Answer, HeadingId, Kind, Length, Order, Query, Stage};
use crate::rooms::Standing;

/// One filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    Heading,
    Answer,
    Stage,
    Kind,
    Length,
    Flagged,
    Carries,
    Label,
    Practice,
    Time,
    Order,
}

/// One thing that a filter can be.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) words: String,
    /// The search with it.
    pub(super) query: Query,
    /// Whether it is so now.
    pub(super) is_now: bool,
    /// Whether a day is typed for it, and whether that is the first day.
    pub(super) asks_day: Option<bool>,
}

impl Filter {
    /// Every filter, in the order they are shown.
    pub(super) const ALL: [Self; 11] = [
        Self::Heading,
        Self::Answer,
        Self::Stage,
        Self::Kind,
        Self::Length,
        Self::Flagged,
        Self::Carries,
        Self::Label,
        Self::Practice,
        Self::Time,
        Self::Order,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Heading => words::HEADING,
            Self::Answer => words::ANSWER,
            Self::Stage => words::STAGE,
            Self::Kind => words::KIND,
            Self::Length => words::LENGTH,
            Self::Flagged => words::FLAGGED,
            Self::Carries => words::CARRIES,
            Self::Label => words::LABEL,
            Self::Practice => words::PRACTICE,
            Self::Time => words::TIME,
            Self::Order => words::ORDER,
        }
    }

    /// What is chosen now, in words.
    pub(super) fn now(self, query: &Query, standing: &Standing) -> String {
        match self {
            Self::Time => words::span(query.since, query.until),
            Self::Label => query.tag.clone().unwrap_or_else(|| words::ANY.to_owned()),
            _ => {
                let choices = self.choices(query, &[], standing);
                let now = choices.into_iter().find(|choice| choice.is_now);
                now.map_or_else(String::new, |choice| {
                    if choice.words == words::ANY_ROW {
                        words::ANY.to_owned()
                    } else {
                        choice.words
                    }
                })
            }
        }
    }

    /// What it can be, as the search would be with each.
    pub(super) fn choices(
        self,
        query: &Query,
        labels: &[String],
        standing: &Standing,
    ) -> Vec<Choice> {
        match self {
            Self::Heading => any_or(query, headings(query, standing), |query, it| {
                query.heading = it;
            }),
            Self::Answer => any_or(query, answers(standing), |query, it| query.answer = it),
            Self::Stage => {
                let stages = named(Stage::ALL, Stage::id, options(standing, "stage"));
                any_or(query, stages, |query, it| query.stage = it)
            }
            Self::Kind => {
                let kinds = named(Kind::ALL, Kind::id, options(standing, "arrive"));
                any_or(query, kinds, |query, it| query.kind = it)
            }
            Self::Length => {
                let all = Length::ALL.iter();
                let lengths = all.map(|it| (*it, words::length(*it).to_owned())).collect();
                any_or(query, lengths, |query, it| query.length = it)
            }
            Self::Flagged => any_or(query, yes_no(), |query, it| query.flagged = it),
            Self::Carries => any_or(query, yes_no(), |query, it| query.carries = it),
            Self::Label => any_or(query, in_use(query, labels), |query, it| query.tag = it),
            Self::Practice => practice_or_real(query),
            Self::Time => times(query, standing.today()),
            Self::Order => [
                (Order::Newest, words::NEWEST),
                (Order::Relevance, words::RELEVANCE),
            ]
            .map(|(order, words)| with(query, words.to_owned(), |query| query.order = order))
            .to_vec(),
        }
    }
}

/// One choice: the search with it, and whether that is the search there is.
fn with(query: &Query, words: String, put: impl Fn(&mut Query)) -> Choice {
    let mut changed = query.clone();
    put(&mut changed);
    Choice {
        words,
        is_now: changed == *query,
        query: changed,
        asks_day: None,
    }
}

/// "Any", and each of these.
fn any_or<T: Clone>(
    query: &Query,
    named: Vec<(T, String)>,
    put: impl Fn(&mut Query, Option<T>),
) -> Vec<Choice> {
    let mut choices = vec![with(query, words::ANY_ROW.to_owned(), |query| {
        put(query, None);
    })];
    choices.extend(
        named
            .into_iter()
            .map(|(it, words)| with(query, words, |query| put(query, Some(it.clone())))),
    );
    choices
}

/// Never both: what is real is there unless practice is chosen, also where a vignette was asked for.
fn practice_or_real(query: &Query) -> Vec<Choice> {
    [
        (words::ONLY_REAL, None, false),
        (words::ONLY_PRACTICE, Some(true), true),
    ]
    .map(|(words, practice, is_practice)| {
        let choice = with(query, words.to_owned(), |query| {
            query.practice = practice;
            let is_left = query.length == Some(Length::Vignette) && !is_practice;
            query.length = query.length.filter(|_| !is_left);
        });
        Choice {
            is_now: query.is_practice() == is_practice,
            ..choice
        }
    })
    .to_vec()
}

fn headings(query: &Query, standing: &Standing) -> Vec<(HeadingId, String)> {
    let mut named = super::headings(standing);
    // A heading of a pack that is gone can still be asked for, and is then shown as chosen.
    if let Some(now) = query
        .heading
        .as_ref()
        .filter(|now| !named.iter().any(|(it, _)| it == *now))
    {
        named.push((now.clone(), now.to_string()));
    }
    named
}

fn answers(standing: &Standing) -> Vec<(Answer, String)> {
    let scale = standing.pack.scale.iter();
    scale
        .filter_map(|word| Some((Answer::from_id(&word.id)?, word.text.clone())))
        .collect()
}

fn options<'s>(standing: &'s Standing, step: &str) -> &'s [Named] {
    &standing.pack.step(step).options
}

fn named<T: Copy>(
    all: &[T],
    id: impl Fn(T) -> &'static str,
    options: &[Named],
) -> Vec<(T, String)> {
    let name = |it: T| {
        let option = options.iter().find(|option| option.id == id(it));
        option.map_or_else(|| id(it).replace('_', " "), |option| option.text.clone())
    };
    all.iter().map(|it| (*it, name(*it))).collect()
}

fn yes_no() -> Vec<(bool, String)> {
    vec![(true, words::YES.to_owned()), (false, words::NO.to_owned())]
}

/// The labels in use; the one that is asked for as well, should no entry have it any more.
fn in_use(query: &Query, labels: &[String]) -> Vec<(String, String)> {
    let mut labels = labels.to_vec();
    if let Some(now) = query.tag.as_ref().filter(|now| !labels.contains(now)) {
        labels.push(now.clone());
    }
    labels
        .into_iter()
        .map(|label| (label.clone(), label))
        .collect()
}

fn times(query: &Query, today: NaiveDate) -> Vec<Choice> {
    let month = today.with_day(1);
    let three = today.checked_sub_months(Months::new(3));
    let year = NaiveDate::from_ymd_opt(today.year(), 1, 1);
    let mut times: Vec<Choice> = [
        (words::ANY_TIME, None),
        (words::THIS_MONTH, month),
        (words::THREE_MONTHS, three),
        (words::THIS_YEAR, year),
    ]
    .map(|(words, since)| {
        with(query, words.to_owned(), |query| {
            query.since = since;
            query.until = None;
        })
    })
    .to_vec();
    // In January this month and this year are the same days; only one of them is chosen.
    if let Some(first) = times.iter().position(|choice| choice.is_now) {
        times
            .iter_mut()
            .skip(first + 1)
            .for_each(|choice| choice.is_now = false);
    }
    let is_span = !times.iter().any(|choice| choice.is_now);
    for (words, is_first, day) in [
        (words::FROM, true, query.since),
        (words::UNTIL, false, query.until),
    ] {
        times.push(Choice {
            words: words.to_owned(),
            query: query.clone(),
            is_now: is_span && day.is_some(),
            asks_day: Some(is_first),
        });
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(query: &Query) -> Vec<bool> {
        let choices = practice_or_real(query);
        choices.iter().map(|choice| choice.is_now).collect()
    }

    #[test]
    fn one_of_practice_and_real_is_always_chosen_and_never_both() {
        let vignettes = Query {
            length: Some(Length::Vignette),
            ..Query::default()
        };
        let said_to_be = |practice| Query {
            practice: Some(practice),
            ..Query::default()
        };
        assert_eq!(now(&Query::default()), [true, false]);
        assert_eq!(now(&said_to_be(false)), [true, false]);
        assert_eq!(now(&said_to_be(true)), [false, true]);
        assert_eq!(now(&vignettes), [false, true]);
        for query in [Query::default(), said_to_be(true), vignettes] {
            for (place, choice) in practice_or_real(&query).into_iter().enumerate() {
                let after = now(&choice.query);
                assert!(after[place] && !after[1 - place], "{query:?}");
            }
        }
    }
}
