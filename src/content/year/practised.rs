//! What was practised in the year, and what was said of the longer view.
//!
//! A trainer shows the practice room with these: one story tried twice, and how sure somebody felt,
//! then, looking back and now. So everything is here that the room would have kept.

use chrono::Days;

use super::written::{Again, Said, Try};
use super::{Telling, minute};
use crate::content::Vignette;
use crate::content::trouble::PackError;
use crate::domain::{
    AsOf, AskAgain, Attempt, Finished, FormField, HeadingId, Length, LongerView, Way,
};

/// The hour of the evening at which it was done.
const HOUR: u32 = 19;

impl Telling<'_> {
    /// A try. A vignette that is not in this pack was never tried with it.
    ///
    /// # Errors
    ///
    /// Fails if an answer is to an item that this pack does not have.
    pub(super) fn attempt(&mut self, said: &Try) -> Result<Option<Finished>, PackError> {
        let Some(vignette) = self.pack.vignette(&said.vignette) else {
            return Ok(None);
        };
        let at = self.at(said.days_ago, HOUR, minute(said.days_ago, HOUR));
        let mut entry = self.entry(at, Length::Vignette);
        entry.practice = true;
        entry.answers = self.answers(&said.answers, true)?;
        entry.next_time.clone_from(&said.next_time);
        entry.attempt = Some(Attempt {
            vignette: vignette.id.clone(),
            version: vignette.version,
            title: vignette.title.clone(),
            story: vignette.story.clone(),
            pull: said.pull.clone(),
            ways: ways(vignette, &said.ways),
            own_way: said.might.clone(),
            how_sure: Some(said.sure),
            not_thought_of: said.not_thought_of.clone(),
            want: Some(said.want),
        });
        Ok(Some(Finished {
            entry,
            draft: None,
            carries: false,
            last: None,
            tell: None,
        }))
    }

    /// What was said once about one heading, in the words of its form.
    pub(super) fn said(&mut self, said: &Said) -> LongerView {
        let at = self.at(said.days_ago, HOUR, minute(said.days_ago, HOUR));
        let field = match said.as_of {
            AsOf::Now => FormField::Footing,
            AsOf::Start => FormField::FootingStart,
        };
        let words = self.pack.step(&format!("form_{field}"));
        let chosen = words.option(said.footing.id());
        LongerView {
            id: self.id(at),
            heading: HeadingId::new(&*said.heading),
            at,
            as_of: said.as_of,
            question: words.question.clone(),
            footing: Some(said.footing),
            said: chosen.map_or_else(String::new, |option| option.text.clone()),
            line: said.line.clone(),
        }
    }

    /// A day that is still to come.
    pub(super) fn again(&self, again: &Again) -> AskAgain {
        let friday = self.day(0);
        let day = friday.checked_add_days(Days::new(u64::from(again.in_days)));
        AskAgain {
            heading: HeadingId::new(&*again.heading),
            on: day.unwrap_or(friday),
        }
    }
}

/// The ways that were chosen, in the order they are offered.
fn ways(vignette: &Vignette, chosen: &[String]) -> Vec<Way> {
    let ways = vignette.ways.iter();
    let ways = ways.filter(|way| chosen.contains(&way.id));
    ways.map(|way| Way {
        id: way.id.clone(),
        words: way.text.clone(),
    })
    .collect()
}
