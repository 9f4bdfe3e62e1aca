//! `alongside lookback`: what came up, in sentences and signs, or as JSON.
//!
//! It says what the room of that name says, from the same functions. Nothing is added up and
//! nothing is weighed.

use super::args::By;
use super::caller::Caller;
use super::desk::Desk;
use super::plain::leaf;
use super::plain::visit::{first_leaf, standing, whole_leaf};
use super::reader::{open, print_json, print_lines};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::content::Pack;
use crate::domain::{HeadingId, Span};
use crate::insight::{
    LookBack, MONTHS, SIGNS, WEEKS, WINDOW, Window, days, look_back, look_back_over,
};
use crate::rooms::{Begin, Visit};

/// Looks back over the newest reflections, or by week or month, at everything or one heading.
pub(super) fn run(
    paths: Paths,
    named: bool,
    by: By,
    heading: Option<&str>,
    json: bool,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let mut desk = open(paths, named, caller)?.desk()?;
    let heading = heading.map(|typed| meant(&desk.pack, typed)).transpose()?;
    if let (Some(heading), false) = (&heading, json) {
        let visit = Visit::heading(heading.clone(), by.span(), standing(&desk));
        let leaf = whole_leaf(&mut desk, visit)?;
        let title = vec![format!("{}.", leaf.title)];
        return print_lines(&[title, leaf::read(&leaf)].concat());
    }
    let (mut look, window) = look(&desk, by)?;
    if let Some(heading) = &heading {
        look.headings.retain(|it| it.id == *heading);
        look.rarely.retain(|it| it.id == *heading);
        look.unsure.retain(|it| it.id == *heading);
        look.soft.retain(|it| it.heading == *heading);
        look.sentences = vec![window.sentence(&desk.pack, heading)];
    }
    if json {
        return print_json(&look);
    }
    if look.columns == 0 && by != By::Entries {
        return print_lines(&[words::NONE_IN_THIS_TIME.to_owned()]);
    }
    if by == By::Entries {
        let leaf = first_leaf(&mut desk, Begin::LookBack)?;
        return print_lines(&leaf::read(&leaf));
    }
    print_lines(&[look.sentences, window.said(&desk.pack)].concat())
}

fn look(desk: &Desk, by: By) -> Result<(LookBack, Window), Trouble> {
    let today = desk.clock.stamp().today();
    let oldest = desk.store.first_day()?;
    let Some(span) = by.span() else {
        let signs = desk.store.signs(SIGNS)?;
        let shown = signs.get(..WINDOW).unwrap_or(&signs);
        let window = Window::of_signs(shown, today);
        return Ok((look_back(&desk.pack, &signs, oldest, today), window));
    };
    let many = match span {
        Span::Week => WEEKS,
        Span::Month => MONTHS,
    };
    let tallies = desk
        .store
        .tallies(span, days::since(span, many, today), today)?;
    let window = Window::of_tallies(span, &tallies, today);
    let look = look_back_over(&desk.pack, (span, &tallies), oldest, today);
    Ok((look, window))
}

/// The heading that is meant, by its name or the beginning of it.
fn meant(pack: &Pack, typed: &str) -> Result<HeadingId, Trouble> {
    let wanted = typed.trim().to_lowercase();
    let by_name = |set: &&crate::content::Set| {
        let name = set.name.to_lowercase();
        set.id.to_lowercase() == wanted || name == wanted
    };
    let mut begun = pack
        .sets
        .iter()
        .filter(|set| !wanted.is_empty() && set.name.to_lowercase().starts_with(&wanted));
    let found = pack.sets.iter().find(by_name).or_else(|| {
        let first = begun.next();
        first.filter(|_| begun.next().is_none())
    });
    found.map(|set| HeadingId::new(&*set.id)).ok_or_else(|| {
        let names = pack.sets.iter().map(|set| set.name.clone()).collect();
        Trouble::NoHeading(typed.to_owned(), names)
    })
}

impl By {
    /// What a column stands for; none where it is a reflection.
    fn span(self) -> Option<Span> {
        match self {
            Self::Entries => None,
            Self::Weeks => Some(Span::Week),
            Self::Months => Some(Span::Month),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_meant_by_its_name_or_its_beginning() {
        let pack = Pack::shipped().unwrap();
        for typed in ["Safe", "saf", "SAF", " safe "] {
            assert_eq!(
                meant(&pack, typed).unwrap(),
                HeadingId::new("SAF"),
                "{typed}"
            );
        }
        for typed in ["", "r", "soup"] {
            assert!(
                matches!(meant(&pack, typed), Err(Trouble::NoHeading(..))),
                "{typed}"
            );
        }
    }
}
