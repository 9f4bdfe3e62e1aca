//! One change taken back, and nothing beside it.
//!
//! Between a change and its undoing anything may have come in: a line added, another window, the
//! lens. So what is put back is not the entry as it was, but only what the change itself touched.

use crate::domain::{Answered, Entry, Later};

/// The entry as it is now, with what differs between these two as it was before.
pub(super) fn taken_back(now: &Entry, before: &Entry, after: &Entry) -> Entry {
    let mut entry = now.clone();
    around(&mut entry, before, after);
    own_words(&mut entry, before, after);
    entry.answers = list(&entry.answers, &before.answers, &after.answers, same_item);
    entry.later = list(&entry.later, &before.later, &after.later, same_time);
    entry.tags = list(&entry.tags, &before.tags, &after.tags, |one, other| {
        one == other
    });
    entry
}

fn around(entry: &mut Entry, before: &Entry, after: &Entry) {
    put(&mut entry.on, &before.on, &after.on);
    put(&mut entry.kind, &before.kind, &after.kind);
    put(&mut entry.stage, &before.stage, &after.stage);
    put(&mut entry.minutes, &before.minutes, &after.minutes);
    put(&mut entry.left_me, &before.left_me, &after.left_me);
    put(
        &mut entry.before_stop,
        &before.before_stop,
        &after.before_stop,
    );
    put(&mut entry.safety, &before.safety, &after.safety);
    put(&mut entry.story, &before.story, &after.story);
    put(&mut entry.last_time, &before.last_time, &after.last_time);
    // What an opened-up walk or an earlier version brings with it.
    put(&mut entry.length, &before.length, &after.length);
    put(&mut entry.practice, &before.practice, &after.practice);
    let packs = [pack(before), pack(after)];
    if packs[0] != packs[1] {
        entry.pack.clone_from(&before.pack);
        entry.pack_version = before.pack_version;
    }
}

fn pack(entry: &Entry) -> (&str, u32) {
    (&entry.pack, entry.pack_version)
}

fn own_words(entry: &mut Entry, before: &Entry, after: &Entry) {
    put(&mut entry.moment, &before.moment, &after.moment);
    put(&mut entry.stand_by, &before.stand_by, &after.stand_by);
    put(&mut entry.next_time, &before.next_time, &after.next_time);
    put(&mut entry.put_down, &before.put_down, &after.put_down);
    put(&mut entry.talk_to, &before.talk_to, &after.talk_to);
    let (deep, was, is) = (&mut entry.deep, &before.deep, &after.deep);
    put(&mut deep.what, &was.what, &is.what);
    put(&mut deep.so_what, &was.so_what, &is.so_what);
    put(&mut deep.now_what, &was.now_what, &is.now_what);
    put(&mut deep.step_back, &was.step_back, &is.step_back);
    if let (Some(tried), Some(was), Some(is)) =
        (&mut entry.attempt, &before.attempt, &after.attempt)
    {
        put(&mut tried.pull, &was.pull, &is.pull);
        put(&mut tried.own_way, &was.own_way, &is.own_way);
        let new = &mut tried.not_thought_of;
        put(new, &was.not_thought_of, &is.not_thought_of);
    }
    let hour = &mut entry.supervision;
    let (was, is) = (&before.supervision, &after.supervision);
    put(&mut hour.bring, &was.bring, &is.bring);
    put(&mut hour.note, &was.note, &is.note);
}

fn put<T: Clone + PartialEq>(now: &mut T, before: &T, after: &T) {
    if before != after {
        now.clone_from(before);
    }
}

fn same_item(one: &Answered, other: &Answered) -> bool {
    one.item == other.item
}

/// Lines are known by their time.
fn same_time(one: &Later, other: &Later) -> bool {
    one.at == other.at
}

/// A list with what was changed in it as it was; what the change did not touch stays as it is.
fn list<T: Clone + PartialEq>(
    now: &[T],
    before: &[T],
    after: &[T],
    same: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let within = |list: &[T], it: &T| list.iter().find(|other| same(other, it)).cloned();
    let untouched = |it: &T| within(before, it) == within(after, it);
    let mut back: Vec<T> = Vec::with_capacity(now.len());
    for it in now {
        if untouched(it) {
            back.push(it.clone());
        } else {
            back.extend(within(before, it));
        }
    }
    // What the change took away stands again where it stood, behind what came before it then.
    for (place, it) in before.iter().enumerate() {
        if untouched(it) || within(&back, it).is_some() {
            continue;
        }
        let earlier = before.get(..place).unwrap_or_default();
        let behind = back
            .iter()
            .rposition(|other| earlier.iter().any(|early| same(early, other)));
        back.insert(behind.map_or(0, |behind| behind + 1), it.clone());
    }
    back
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn only_what_was_changed_in_a_list_goes_back() {
        let same = |one: &(u8, u8), other: &(u8, u8)| one.0 == other.0;
        let before = [(1, 0), (2, 0), (3, 0)];
        for (after, now, wanted) in [
            // One changed, and another came in between.
            (
                vec![(1, 0), (2, 9), (3, 0)],
                vec![(1, 0), (2, 9), (3, 0), (4, 0)],
                vec![(1, 0), (2, 0), (3, 0), (4, 0)],
            ),
            // One taken away, and another changed in between.
            (
                vec![(1, 0), (3, 0)],
                vec![(1, 7), (3, 0)],
                vec![(1, 7), (2, 0), (3, 0)],
            ),
            // One added.
            (
                vec![(1, 0), (2, 0), (3, 0), (4, 0)],
                vec![(2, 0), (3, 5), (4, 0)],
                vec![(2, 0), (3, 5)],
            ),
            // The same one changed once more: it is as it was before all the same.
            (vec![(1, 2), (2, 0), (3, 0)], vec![(1, 3)], vec![(1, 0)]),
        ] {
            assert_eq!(list(&now, &before, &after, same), wanted);
        }
    }
}
