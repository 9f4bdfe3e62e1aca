//! The last words of a walk.

use crate::content::Pack;
use crate::domain::{Entry, Length, Need};

use super::pages::words;
use super::{Kept, gentle, vignette};

/// The longest answer to "who could I talk to" that still reads as a name or a role.
const LONGEST_WHO: usize = 40;

/// What is said once a walk is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The one sentence: leave it here, or what is still to do.
    pub said: String,
    /// Quiet lines below it.
    pub under: Vec<String>,
}

/// What was kept, in the person's own words: the moment, the strength, the next step. Of a try it
/// is everything, since nothing else shows it once more.
pub fn kept_of(pack: &Pack, entry: &Entry) -> Vec<Kept> {
    if let Some(attempt) = &entry.attempt {
        return vignette::kept_of(pack, attempt, &entry.answers, &entry.next_time);
    }
    let moment = if entry.length == Length::Land {
        words::MY_LINE
    } else if entry.scene.is_empty() {
        words::MY_MOMENT
    } else {
        words::I_WOULD
    };
    [
        (moment, &entry.moment),
        (words::I_STAND_BY, &entry.stand_by),
        (words::NEXT_TIME, &entry.next_time),
    ]
    .into_iter()
    .filter(|(_, own)| !own.trim().is_empty())
    .map(|(label, own)| Kept {
        label: label.to_owned(),
        words: own.trim().to_owned(),
    })
    .collect()
}

/// Says goodbye to an entry that was kept.
pub fn closing_of(pack: &Pack, entry: &Entry) -> Closing {
    let mut closing = goodbye_to(pack, entry);
    if holds_more(entry) {
        closing.under.push(words::ALL_IS_KEPT.to_owned());
    }
    closing
}

/// Tells whether more is kept than the last page shows: a long walk would not fit on it.
fn holds_more(entry: &Entry) -> bool {
    let deep = &entry.deep;
    let deep = [&deep.what, &deep.so_what, &deep.now_what, &deep.step_back];
    let is_longer =
        !entry.answers.is_empty() || deep.into_iter().any(|words| !words.trim().is_empty());
    entry.attempt.is_none() && is_longer
}

fn goodbye_to(pack: &Pack, entry: &Entry) -> Closing {
    if entry.attempt.is_some() {
        let kept = pack.step("kept_try");
        return Closing {
            said: kept.question.clone(),
            under: kept.under.clone(),
        };
    }
    let planned = gentle::planned(entry);
    if entry.before_stop != Some(Need::TellSomeone) && planned.is_none() {
        let kept = pack.step(if entry.practice {
            "kept_practice"
        } else {
            "kept"
        });
        return Closing {
            said: kept.question.clone(),
            under: kept.under.clone(),
        };
    }
    let talk_to = entry.talk_to.trim();
    let (who, day) = planned.unwrap_or((talk_to, ""));
    let who = if who.is_empty() { talk_to } else { who };
    if who.is_empty() {
        let kept = pack.step("kept_supervisor");
        return Closing {
            said: kept.question.clone(),
            under: kept.under.clone(),
        };
    }
    let kept = pack.step("kept_who");
    let said = if !day.is_empty() {
        format!("{} {who}, {day}", words::STILL_TO_DO)
    } else if who.chars().count() <= LONGEST_WHO && !who.contains('\n') {
        kept.question.replace("{who}", who.trim_end_matches('.'))
    } else {
        format!("{} {who}", words::STILL_TO_DO)
    };
    Closing {
        said,
        under: kept.under.clone(),
    }
}
