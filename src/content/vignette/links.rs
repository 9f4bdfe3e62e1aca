//! What is checked of the vignettes in a person's own pack before they are used.
//!
//! A vignette with one view would be an answer key, and one that links to nothing would end in an
//! empty screen. So each of these is said with the very line to change, before anybody meets it.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::checks::File;
use super::super::trouble::{PackError, Trouble};

/// How few views there may be: two would be for and against.
const FEWEST_VIEWS: usize = 3;

/// How few things to choose from there may be.
const FEWEST_WAYS: usize = 2;

/// Knows what a vignette may link to.
pub(in crate::content) struct Known<'a> {
    /// Names the pack that has a vignette with this id, if one has.
    pub(in crate::content) owner: &'a dyn Fn(&str) -> Option<String>,
    /// Tells whether there is such an item.
    pub(in crate::content) has_item: &'a dyn Fn(&str) -> bool,
    /// Lists the headings.
    pub(in crate::content) headings: Vec<String>,
}

/// Checks every vignette of a parsed file.
pub(in crate::content) fn check(
    file: File<'_>,
    table: &DeTable<'_>,
    known: &Known<'_>,
) -> Result<(), PackError> {
    for one in list(table, "vignette") {
        let at = one.span().start;
        let Some(vignette) = one.get_ref().as_table() else {
            continue;
        };
        let id = text(vignette, "id").map_or("", |(id, _)| id);
        let enough = [
            (
                "view",
                FEWEST_VIEWS,
                Trouble::FewViews { id: id.to_owned() },
            ),
            ("could", FEWEST_WAYS, Trouble::FewWays { id: id.to_owned() }),
        ];
        for (name, fewest, trouble) in enough {
            if list(vignette, name).len() < fewest {
                return Err(file.trouble(at, trouble));
            }
        }
        if let Some((id, at)) = text(vignette, "id")
            && let Some(pack) = (known.owner)(id)
        {
            let id = id.to_owned();
            return Err(file.trouble(at, Trouble::IdTaken { id, pack }));
        }
        says_something(file, vignette, id)?;
        links(file, vignette, id, known)?;
    }
    Ok(())
}

/// Checks that the story has words and that there is an item to look at.
fn says_something(file: File<'_>, vignette: &DeTable<'_>, id: &str) -> Result<(), PackError> {
    for name in ["story", "items"] {
        let Some(value) = vignette.get(name) else {
            continue;
        };
        let texts = list(vignette, name).iter();
        let is_empty = texts
            .filter_map(|text| text.get_ref().as_str())
            .all(|text| text.trim().is_empty());
        if is_empty {
            let (id, name) = (id.to_owned(), name.to_owned());
            return Err(file.trouble(value.span().start, Trouble::EmptyList { id, name }));
        }
    }
    Ok(())
}

/// Checks that every item and heading it names is there, and that no item is named twice: a try asks
/// each once, and could not go on from the second.
fn links(
    file: File<'_>,
    vignette: &DeTable<'_>,
    id: &str,
    known: &Known<'_>,
) -> Result<(), PackError> {
    let mut before = BTreeSet::new();
    for item in list(vignette, "items") {
        let Some(named) = item.get_ref().as_str() else {
            continue;
        };
        if !before.insert(named) {
            let trouble = Trouble::LinkTwice {
                id: id.to_owned(),
                item: named.to_owned(),
            };
            return Err(file.trouble(item.span().start, trouble));
        }
        if !(known.has_item)(named) {
            let trouble = Trouble::BrokenLink {
                id: id.to_owned(),
                item: named.to_owned(),
                mend: "Look for a slip in it, or take it out.".to_owned(),
            };
            return Err(file.trouble(item.span().start, trouble));
        }
    }
    for view in list(vignette, "view") {
        let Some((heading, at)) = view
            .get_ref()
            .as_table()
            .and_then(|it| text(it, "principle"))
        else {
            continue;
        };
        if !known.headings.iter().any(|known| known == heading) {
            let (heading, known) = (heading.to_owned(), known.headings.join(", "));
            return Err(file.trouble(at, Trouble::UnknownHeading { heading, known }));
        }
    }
    Ok(())
}

/// A list of the file; nothing where there is none.
fn list<'t, 'a>(table: &'t DeTable<'a>, name: &str) -> &'t [Spanned<DeValue<'a>>] {
    match table.get(name).map(Spanned::get_ref) {
        Some(DeValue::Array(list)) => list,
        _ => &[],
    }
}

/// A text of the file, and where it stands.
fn text<'t>(table: &'t DeTable<'_>, name: &str) -> Option<(&'t str, usize)> {
    let value = table.get(name)?;
    Some((value.get_ref().as_str()?, value.span().start))
}
