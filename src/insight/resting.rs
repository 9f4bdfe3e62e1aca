//! Which heading to hold in mind: the one that was not looked at for longest.

use crate::content::{Item, Pack, Set};
use crate::domain::{HeadingId, Past};

/// Lists the principles, the one that was not visited for longest first; those never visited come
/// before the others, in their own order.
pub fn longest_rested<'p>(pack: &'p Pack, past: &Past) -> Vec<&'p Set> {
    let mut sets: Vec<&Set> = pack.principle_sets().collect();
    sets.sort_by_key(|set| past.visited.get(&HeadingId::new(&set.id)).copied());
    sets
}

/// The question a heading leads with.
pub fn lead_question(set: &Set) -> Option<&Item> {
    let lead = set.items.iter().find(|item| item.lead);
    lead.or_else(|| set.items.first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn those_never_visited_come_first_then_the_one_longest_ago() {
        let pack = Pack::shipped().unwrap();
        let names = |past: &Past| {
            let sets = longest_rested(&pack, past).into_iter();
            sets.map(|set| set.id.clone()).collect::<Vec<_>>()
        };
        let mut past = Past::default();
        assert_eq!(names(&past).first().unwrap(), "MUT");
        let sets: Vec<String> = names(&past);
        for (number, id) in (1..).zip(&sets) {
            let on = NaiveDate::from_ymd_opt(2026, 3, 20 - number).unwrap();
            past.visited.insert(HeadingId::new(id), on);
        }
        assert_eq!(names(&past).first().unwrap(), "SAF");
        past.visited.remove(&HeadingId::new("COM"));
        assert_eq!(names(&past).first().unwrap(), "COM");
        assert_eq!(lead_question(pack.set("PRO").unwrap()).unwrap().id, "PRO3");
    }
}
