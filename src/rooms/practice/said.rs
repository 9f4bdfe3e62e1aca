//! What the practice room holds, for the shell: the stories, and my tries.

use chrono::NaiveDate;
use serde::Serialize;

use super::headings_of;
use super::tries::first_words;
use crate::content::Pack;
use crate::domain::{Entry, HeadingId, Id};

/// What `alongside practice` prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PracticeSaid {
    /// The stories, in their order.
    pub stories: Vec<SaidVignette>,
    /// My tries, the newest first.
    pub tries: Vec<SaidTry>,
}

/// One story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidVignette {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub theme: String,
    /// What may be hard in it.
    pub hard: String,
    /// The headings it touches.
    pub headings: Vec<HeadingId>,
    /// The day I last tried it.
    pub last_tried: Option<NaiveDate>,
}

/// One try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidTry {
    /// The entry's id.
    pub id: Id,
    /// The story's id.
    pub vignette: String,
    /// The title it had.
    pub title: String,
    /// The day.
    pub on: NaiveDate,
    /// Its first words.
    pub words: String,
}

impl PracticeSaid {
    /// Puts together what there is.
    pub fn of(pack: &Pack, tries: &[Entry]) -> Self {
        let last = |id: &str| {
            let of = |it: &&Entry| it.attempt.as_ref().is_some_and(|it| it.vignette == id);
            tries.iter().filter(of).map(|it| it.on).max()
        };
        let stories = pack.vignettes().iter().map(|story| SaidVignette {
            id: story.id.clone(),
            title: story.title.clone(),
            theme: story.theme.clone(),
            hard: story.hard.clone(),
            headings: headings_of(pack, story),
            last_tried: last(&story.id),
        });
        let tries = tries.iter().map(|entry| {
            let attempt = entry.attempt.as_ref();
            SaidTry {
                id: entry.id,
                vignette: attempt.map(|it| it.vignette.clone()).unwrap_or_default(),
                title: attempt.map(|it| it.title.clone()).unwrap_or_default(),
                on: entry.on,
                words: first_words(entry),
            }
        });
        Self {
            stories: stories.collect(),
            tries: tries.collect(),
        }
    }
}
