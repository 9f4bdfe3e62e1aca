//! The sentences that stand before the map: few, hedged, and each true of the window.

use super::look::{AskFurther, Rare, Soft};
use super::window::{Window, title_of};
use super::words;
use crate::content::Pack;
use crate::domain::HeadingId;

/// So many columns before a pattern is spoken of.
const ENOUGH: usize = 3;
/// Of these, how many sentences at most stand on the first page.
const MOST: usize = 2;

/// Says what the window shows. In the first four months it asks about support, and leaves what
/// rarely came up to its own page.
pub(super) fn sentences(
    pack: &Pack,
    window: &Window,
    early: bool,
    (rarely, unsure, soft): (&[Rare], &[AskFurther], &[Soft]),
) -> Vec<String> {
    if window.is_empty() {
        return Vec::new();
    }
    let mut said = vec![first(pack, window)];
    if early {
        said.push(words::EARLY.to_owned());
        return said;
    }
    said.extend(rarely.iter().take(MOST).map(|rare| rare.said.clone()));
    said.extend(unsure.iter().take(1).map(|unsure| unsure.said.clone()));
    said.extend(soft.iter().take(1).map(|soft| soft.said.clone()));
    said
}

fn first(pack: &Pack, window: &Window) -> String {
    let number = window.len();
    if number < ENOUGH {
        return words::so_far(window.unit, number);
    }
    let is_often = |heading: &HeadingId| window.came_up(heading) * 4 >= number * 3;
    let often: Vec<String> = window
        .headings(pack)
        .iter()
        .filter(|heading| is_often(heading))
        .map(|heading| title_of(pack, heading))
        .collect();
    words::often(window.unit, number, &often)
}
