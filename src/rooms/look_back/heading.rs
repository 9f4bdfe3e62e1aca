//! One heading: its sentence, the map of its questions, and the moments under each sign.

use super::super::around::Standing;
use super::super::matter::{Matter, Next, Talk};
use super::super::moments::Moments;
use super::super::picking::Picking;
use super::super::visit::{Begin, first};
use super::super::{Came, Given, Leaf, LeafRow, Piece, words as common};
use super::by::By;
use super::words;
use crate::domain::{Answer, HeadingId, ItemId, Passages, Under, cut};
use crate::insight::window::{question_of, title_of};
use crate::insight::words as say;
use crate::insight::{AskFurther, LookBack, Window, lead_question};

/// The page of one heading.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct UnderHeading {
    heading: HeadingId,
    by: By,
    seen: Option<Seen>,
    last: usize,
}

#[derive(Clone, Debug)]
struct Seen {
    window: Window,
    look: LookBack,
}

/// What a row does.
#[derive(Clone, Debug)]
enum Deed {
    Sign(Answer),
    Item(ItemId),
    Everything,
    LongerView,
    Supervision,
    Back,
}

impl UnderHeading {
    /// Opens a heading, over the same window as the page it is opened from.
    pub(super) fn new(heading: HeadingId, by: By) -> Self {
        Self {
            heading,
            by,
            seen: None,
            last: 0,
        }
    }

    fn title(&self, standing: &Standing) -> String {
        title_of(&standing.pack, &self.heading)
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let pack = &standing.pack;
        let mut rows = Picking::new();
        if let Some(Seen { window, look }) = &self.seen {
            let counts = window.counts_of(&self.heading);
            if !counts.is_empty() {
                rows.heading(words::SIGNS);
            }
            for (answer, count) in counts {
                let word = pack.scale_word(answer.id());
                let word = word.map_or_else(|| say::answer(answer), |word| &word.text);
                let row = LeafRow::new(word).quiet(say::times(count as usize));
                rows.row(row, Deed::Sign(answer));
            }
            let items = window.items(pack, &self.heading);
            if !items.is_empty() {
                rows.heading(words::ITEMS);
            }
            for item in items {
                let question = question_of(pack, &item);
                let row = LeafRow::new(cut(&question, common::ROW_LETTERS));
                rows.row(row, Deed::Item(item));
            }
            rows.keyed('e', words::EVERYTHING, Deed::Everything);
            if !window.counts_of(&self.heading).is_empty() {
                rows.keyed('h', words::HOW_SURE, Deed::LongerView);
            }
            if self.further(look).is_some() {
                let row = LeafRow::new(common::TO_SUPERVISION).key('s');
                rows.row(row, Deed::Supervision);
            }
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn further<'a>(&self, look: &'a LookBack) -> Option<&'a AskFurther> {
        look.unsure.iter().find(|it| it.id == self.heading)
    }

    fn pieces(&self, seen: &Seen, standing: &Standing) -> Vec<Piece> {
        let pack = &standing.pack;
        let Seen { window, look } = seen;
        let mut pieces = Vec::new();
        let set = pack.set(self.heading.as_str());
        let strap = set.map(|set| set.strap.clone());
        pieces.extend(strap.filter(|it| !it.is_empty()).map(Piece::Quiet));
        if !window.is_empty() {
            pieces.push(Piece::Text(window.sentence(pack, &self.heading)));
        }
        let map = window.item_map(pack, &self.heading);
        if map.rows.is_empty() {
            if let Some(item) = set.and_then(lead_question) {
                pieces.push(Piece::Quiet(words::NOT_HERE.to_owned()));
                pieces.push(Piece::Text(item.question.clone()));
            }
        } else {
            let said = window.item_said(pack, &self.heading);
            pieces.push(Piece::Map { map, said });
        }
        if let Some(further) = self.further(look) {
            pieces.push(Piece::Text(further.said.clone()));
            if !further.go_deeper.is_empty() {
                pieces.push(Piece::Quiet(words::DEEPER.to_owned()));
            }
            pieces.extend(further.go_deeper.iter().cloned().map(Piece::Text));
        }
        let soft = look.soft.iter().filter(|it| it.heading == self.heading);
        pieces.extend(soft.map(|soft| Piece::Text(soft.said.clone())));
        pieces
    }

    /// The moments of these answers: those of the window first, with a way on to the others.
    fn moments(&self, title: &str, under: Under) -> Next {
        let window = self.seen.as_ref().map(|seen| &seen.window);
        let days = window.and_then(Window::days);
        let mut moments = Moments::of(title, Passages::Answers(under.clone()));
        if let (Some((since, until)), Some(window)) = (days, window) {
            // One entry that was dated far back would make its days reach over years.
            let within = match window.entries() {
                among if among.is_empty() => Under {
                    since: Some(since),
                    until: Some(until),
                    ..under
                },
                among => Under { among, ..under },
            };
            moments = moments.within(Passages::Answers(within));
        }
        Next::Open(Matter::Moments(moments))
    }

    fn do_this(&self, deed: Deed, standing: &Standing) -> Next {
        let title = self.title(standing);
        let under = Under {
            heading: Some(self.heading.clone()),
            ..Under::default()
        };
        match deed {
            Deed::Sign(answer) => {
                let title = format!("{title}: {}", say::answer(answer));
                let answer = Some(answer);
                self.moments(&title, Under { answer, ..under })
            }
            Deed::Item(item) => {
                let item = Some(item);
                self.moments(&title, Under { item, ..under })
            }
            Deed::Everything => {
                let moments = Moments::of(&title, Passages::Answers(under));
                Next::Open(Matter::Moments(moments))
            }
            Deed::LongerView => Next::Open(first(Begin::LongerView(self.heading.clone()))),
            Deed::Supervision => Next::Open(first(Begin::Supervision)),
            Deed::Back => Next::Over,
        }
    }
}

impl Talk for UnderHeading {
    fn begun(&mut self, standing: &Standing) -> Next {
        Next::Do(self.by.work(standing.today()))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let title = self.title(standing);
        let Some(seen) = &self.seen else {
            return Leaf::busy(&title);
        };
        Leaf {
            title,
            pieces: self.pieces(seen, standing),
            ask: self.rows(standing).ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        let Some(deed) = self.rows(standing).chosen(at) else {
            return Next::Leaf;
        };
        self.last = at;
        self.do_this(deed, standing)
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        let today = standing.today();
        match self.by.takes(came) {
            Ok(signs) => {
                self.seen = Some(Seen {
                    window: signs.window(today),
                    look: signs.look(&standing.pack, None, today),
                });
                Next::Leaf
            }
            Err(other) => Next::after(&self.title(standing), other),
        }
    }
}
