//! A page of a long list: one page is held, and where each page before it began.
//!
//! Going back and coming back into sight load the page anew, so what was changed meanwhile is
//! never shown as it was.

/// A page of things, found again by a place such as a time and an id.
#[derive(Clone, Debug)]
pub(super) struct Paged<T, C> {
    /// After which place each page begins, but for the first.
    starts: Vec<C>,
    here: Option<Vec<T>>,
    next: Option<C>,
    size: usize,
}

impl<T, C: Clone + PartialEq> Paged<T, C> {
    /// Begins at the newest, with so many on a page.
    pub(super) fn new(size: usize) -> Self {
        Self {
            starts: Vec::new(),
            here: None,
            next: None,
            size,
        }
    }

    /// After which place this page begins; none for the first.
    pub(super) fn begins(&self) -> Option<C> {
        self.starts.last().cloned()
    }

    /// How many to ask for: one more than a page, to know whether there is another.
    pub(super) fn limit(&self) -> usize {
        self.size + 1
    }

    /// Takes what was found. Things of one place are never torn apart by a page's end, since the
    /// next page begins after a place.
    pub(super) fn take(&mut self, mut found: Vec<T>, place: impl Fn(&T) -> C) {
        self.next = None;
        if let Some(over) = found.get(self.size).map(&place) {
            let mut end = self.size;
            while end > 0 && found.get(end - 1).map(&place).as_ref() == Some(&over) {
                end -= 1;
            }
            found.truncate(if end == 0 { self.size } else { end });
            self.next = found.last().map(place);
        }
        self.here = Some(found);
    }

    /// What is on the page.
    pub(super) fn here(&self) -> &[T] {
        self.here.as_deref().unwrap_or_default()
    }

    /// Tells whether the page was loaded.
    pub(super) fn is_loaded(&self) -> bool {
        self.here.is_some()
    }

    /// Tells whether there is nothing at all, on this page or another.
    pub(super) fn is_empty(&self) -> bool {
        self.here().is_empty() && !self.has_older() && !self.has_newer()
    }

    /// Tells whether there is an older page.
    pub(super) fn has_older(&self) -> bool {
        self.next.is_some()
    }

    /// Tells whether there is a newer page.
    pub(super) fn has_newer(&self) -> bool {
        !self.starts.is_empty()
    }

    /// Goes on to the older page; it is to be loaded.
    pub(super) fn older(&mut self) {
        self.starts.extend(self.next.take());
    }

    /// Goes back to the newer page; it is to be loaded.
    pub(super) fn newer(&mut self) {
        self.starts.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(pages: &mut Paged<u32, u32>, all: &[u32]) -> Vec<u32> {
        let place = |it: &u32| it / 10;
        let after = pages.begins();
        let rest = all
            .iter()
            .filter(|it| after.is_none_or(|after| place(it) < after));
        let found = rest.take(pages.limit()).copied().collect();
        pages.take(found, place);
        pages.here().to_vec()
    }

    #[test]
    fn every_thing_is_on_one_page_and_none_is_torn_from_its_place() {
        let all = [95, 91, 82, 81, 80, 70, 65, 64];
        let mut pages = Paged::new(4);
        assert!(!pages.is_loaded() && pages.is_empty());
        assert_eq!(load(&mut pages, &all), [95, 91]);
        pages.older();
        assert_eq!(load(&mut pages, &all), [82, 81, 80, 70]);
        pages.older();
        assert_eq!(load(&mut pages, &all), [65, 64]);
        assert!(!pages.has_older() && pages.has_newer());
        pages.newer();
        assert_eq!(load(&mut pages, &all), [82, 81, 80, 70]);
        pages.newer();
        assert_eq!(load(&mut pages, &all), [95, 91]);
    }

    #[test]
    fn a_place_that_is_longer_than_a_page_is_cut() {
        let mut pages = Paged::new(2);
        assert_eq!(load(&mut pages, &[35, 34, 33, 21]), [35, 34]);
        pages.older();
        assert_eq!(load(&mut pages, &[35, 34, 33, 21]), [21]);
    }
}
