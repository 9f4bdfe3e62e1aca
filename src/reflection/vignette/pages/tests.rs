//! What is said under a view: who wrote the shipped ones is said of no other.

use std::rc::Rc;

use chrono::DateTime;

use super::super::super::{Reflection, Step, Turn, Walk as _};
use crate::content::{Pack, UserPack};
use crate::domain::{Id, Stamp};

const OURS: &str = include_str!("../../../../docs/packs/our-service.toml");

fn stamp() -> Stamp {
    Stamp {
        at: DateTime::parse_from_rfc3339("2026-03-12T17:40:00+00:00").unwrap(),
        tick: 1,
        fresh: Id::at(1, &[3; 10]),
    }
}

/// What stands under the first view of a story.
fn under_a_view(pack: &Rc<Pack>, story: &str) -> Vec<String> {
    let mut walk = Reflection::of_vignette(Rc::clone(pack), story, &stamp()).unwrap();
    while *walk.at() != Step::View(0) {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
    walk.page().under
}

#[test]
fn only_the_shipped_views_are_said_to_be_written_for_this_tool() {
    let ours = UserPack::read("our-service.toml", OURS).unwrap();
    let pack = Rc::new(Pack::shipped().unwrap().with(ours).unwrap());
    let whose = &pack.step("try_view").under;
    assert!(!whose.is_empty());
    let shipped = under_a_view(&pack, "first-meeting");
    assert_eq!(shipped[1..], whose[..]);
    assert!(shipped[0].starts_with("It leans on: "));
    let own = under_a_view(&pack, "our-the-voices");
    assert_eq!(own.len(), 1, "{own:?}");
    assert!(own[0].starts_with("It leans on: "));
}
