//! What was left half-done, told apart from what is not worth going on with.

use crate::domain::{Draft, Field, Length, Subject};

/// The walks that can be gone on with, in the order they came: the one edited last comes first.
///
/// The support card is no walk, and a walk in which nothing was written is nothing to go on with.
pub fn half_done(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.retain(|draft| matches!(draft.subject(), Subject::Walk(_)) && !draft.is_blank());
    drafts
}

/// The forms that were left half-way, in the order they came.
pub fn half_done_forms(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.retain(|draft| matches!(draft.subject(), Subject::Form(_)) && !draft.is_blank());
    drafts
}

/// The walk to go on with when nobody says which: a reflection, and a Land where there is none.
pub fn left_last(drafts: Vec<Draft>) -> Option<Draft> {
    let mut walks = half_done(drafts);
    let first = walks.iter().position(|draft| !is_land(draft)).unwrap_or(0);
    (first < walks.len()).then(|| walks.swap_remove(first))
}

fn is_land(draft: &Draft) -> bool {
    draft.words(&Field::Length) == Length::Land.id()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    fn walk(number: u64, length: Length, moment: &str) -> Draft {
        let mut draft = Draft::new(Subject::Walk(Id::at(number, &[1; 10])));
        draft.write(Field::Length, length.id());
        draft.write(Field::Moment, moment);
        draft
    }

    #[test]
    fn a_blank_walk_and_the_card_are_not_half_done_and_a_reflection_goes_before_land() {
        let land = walk(3, Length::Land, "tea");
        let quick = walk(2, Length::Quick, "soup");
        let mut card = Draft::new(Subject::Card);
        card.write(Field::Moment, "me");
        let blank = walk(4, Length::Quick, "");
        let drafts = vec![blank, land.clone(), card, quick.clone()];
        assert_eq!(half_done(drafts.clone()), [land.clone(), quick.clone()]);
        assert_eq!(left_last(drafts), Some(quick));
        assert_eq!(left_last(vec![land.clone()]), Some(land));
        assert_eq!(left_last(Vec::new()), None);
    }
}
