//! What the leaf of a heading shows: then, looking back, now, and my own moments beside them.

use super::{LongerViewRoom, Seen, Step, words};
use crate::content::Pack;
use crate::domain::{AsOf, HeadingId, LongerView, Passage, Passages, Under, cut, say_day};
use crate::insight::days::say_short;
use crate::insight::window::title_of;
use crate::insight::words as say;
use crate::rooms::around::Standing;
use crate::rooms::matter::{Matter, Next};
use crate::rooms::moments::{Moments, words as moments};
use crate::rooms::picking::Picking;
use crate::rooms::visit::{Begin, first};
use crate::rooms::{Leaf, LeafRow, Piece, TAKES_BACK, words as common};

/// What a row does.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Say,
    TypeDay,
    NoDay,
    PutBack,
    Which,
    TakeBack(Box<LongerView>),
    AskNoMore,
    Moments,
    Learn(String),
    Front,
    Over,
}

impl Deed {
    /// Tells whether it needs a journal that can be written.
    pub(super) fn writes(&self) -> bool {
        !matches!(
            self,
            Self::Moments | Self::Learn(_) | Self::Front | Self::Over
        )
    }
}

/// Opens a page to learn from.
pub(super) fn learn(page: String) -> Next {
    Next::Open(first(Begin::Learn(Some(page))))
}

impl LongerViewRoom {
    pub(super) fn shown(&self, seen: &Seen, standing: &Standing) -> Leaf {
        let (pieces, at) = match &self.step {
            Step::Front => (self.front(seen, standing), self.last),
            Step::TakingBack => {
                let pieces = vec![
                    Piece::Question(words::WHICH.to_owned()),
                    Piece::Quiet(words::WHICH_UNDER.to_owned()),
                ];
                (pieces, seen.said.len())
            }
            Step::NoSuchDay(_, why) => {
                let pieces = vec![
                    Piece::Text(why.clone()),
                    Piece::Quiet(words::REST_IS_SAFE.to_owned()),
                ];
                (pieces, 0)
            }
        };
        Leaf {
            title: self.title(standing),
            pieces,
            ask: self.rows(standing).ask_at(at),
            has_sides: false,
        }
    }

    pub(super) fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        let Some(seen) = &self.seen else {
            return rows;
        };
        match &self.step {
            Step::Front => self.front_rows(&mut rows, seen, standing),
            Step::TakingBack => {
                for view in seen.said.iter().rev() {
                    let said = [view.said.trim(), view.line.trim()];
                    let said: Vec<&str> = said.into_iter().filter(|it| !it.is_empty()).collect();
                    let row = LeafRow::new(cut(&said.join(": "), common::ROW_LETTERS));
                    let row = row.quiet(when(view, standing));
                    rows.row(row, Deed::TakeBack(Box::new(view.clone())));
                }
                rows.row(LeafRow::new(common::GO_BACK), Deed::Front);
            }
            Step::NoSuchDay(..) => {
                rows.row(LeafRow::new(words::TYPE_DAY).key('t'), Deed::TypeDay);
                rows.row(LeafRow::new(words::NO_DAY).key('k'), Deed::NoDay);
                rows.row(LeafRow::new(words::LEAVE).key('l'), Deed::Front);
            }
        }
        rows
    }

    fn front_rows(&self, rows: &mut Picking<Deed>, seen: &Seen, standing: &Standing) {
        let say = match (&seen.half, seen.said.is_empty()) {
            (Some(_), _) => Some(words::GO_ON),
            (None, false) => Some(words::SAY_AGAIN),
            (None, true) => seen.touched.then_some(words::SAY),
        };
        if let Some(say) = say {
            rows.row(LeafRow::new(say).key('s'), Deed::Say);
        }
        if !self.taken.is_empty() {
            rows.row(LeafRow::new(words::PUT_BACK).key(TAKES_BACK), Deed::PutBack);
        }
        if !seen.said.is_empty() {
            rows.row(LeafRow::new(words::TAKE_BACK).key('k'), Deed::Which);
        }
        if seen.again.is_some() {
            rows.row(LeafRow::new(words::ASK_NO_MORE).key('n'), Deed::AskNoMore);
        }
        if !seen.moments.is_empty() {
            rows.row(LeafRow::new(words::ALL_MOMENTS).key('e'), Deed::Moments);
        }
        let heading = self.heading.as_ref();
        let page = heading.and_then(|it| standing.pack.learn_about(it));
        if let (Some(page), Some(heading)) = (page, heading) {
            let name = title_of(&standing.pack, heading);
            rows.row(
                LeafRow::new(common::learn(&name)).key('l'),
                Deed::Learn(page.id.clone()),
            );
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Over);
    }

    /// Every moment of the heading, practice left out.
    pub(super) fn moments(&self, standing: &Standing) -> Next {
        let under = Under {
            heading: self.heading.clone(),
            ..Under::default()
        };
        let title = self.title(standing);
        let moments = Moments::of(&title, Passages::Answers(under));
        Next::Open(Matter::Moments(moments))
    }

    fn front(&self, seen: &Seen, standing: &Standing) -> Vec<Piece> {
        let pack = &standing.pack;
        let mut pieces = Vec::new();
        let set = self.heading.as_ref().map(HeadingId::as_str);
        let strap = set.and_then(|id| pack.set(id)).map(|set| set.strap.clone());
        pieces.extend(strap.filter(|it| !it.is_empty()).map(Piece::Quiet));
        let question = pack.step("form_footing").question.clone();
        pieces.push(Piece::Question(question));
        if let Some(day) = seen.again {
            pieces.push(if day <= standing.today() {
                Piece::Text(words::has_come(&say_day(day)))
            } else {
                Piece::Quiet(words::asked_again(&say_day(day)))
            });
        }
        pieces.extend(said(seen));
        beside(&mut pieces, seen, standing);
        pieces
    }
}

/// What was said, from then to now.
fn said(seen: &Seen) -> Vec<Piece> {
    let of = |as_of| seen.said.iter().filter(move |it| it.as_of == as_of);
    let now: Vec<&LongerView> = of(AsOf::Now).collect();
    let start: Vec<&LongerView> = of(AsOf::Start).collect();
    let mut pieces = Vec::new();
    if seen.said.is_empty() {
        let words = match (
            seen.moments.is_empty() && seen.practice.is_empty(),
            seen.touched,
        ) {
            (false, _) => words::LOOK_FIRST,
            (true, true) => words::NOTHING_SAID,
            (true, false) => words::NOT_TOUCHED,
        };
        pieces.push(Piece::Text(words.to_owned()));
    }
    let (then, between, last): (&[&LongerView], &[&LongerView], &[&LongerView]) = match &now[..] {
        [] => (&[], &[], &[]),
        [only] => (&[], &[], std::slice::from_ref(only)),
        [first, between @ .., last] => (
            std::slice::from_ref(first),
            between,
            std::slice::from_ref(last),
        ),
    };
    for (heading, views) in [
        (words::THEN, then),
        (words::BETWEEN, between),
        (words::LOOKING_BACK, &start[..]),
        (words::NOW, last),
    ] {
        if !views.is_empty() {
            pieces.push(Piece::Heading(heading.to_owned()));
        }
        for view in views {
            pieces.push(Piece::Quiet(say_day(view.at.date_naive())));
            let said = [&view.said, &view.line].into_iter();
            let said = said.filter(|words| !words.trim().is_empty());
            pieces.extend(said.cloned().map(Piece::Own));
        }
    }
    pieces
}

/// My own moments, real ones and those of practice told apart.
fn beside(pieces: &mut Vec<Piece>, seen: &Seen, standing: &Standing) {
    let today = standing.today();
    if !seen.moments.is_empty() {
        pieces.push(Piece::Heading(words::MOMENTS.to_owned()));
    }
    for moment in &seen.moments {
        pieces.push(Piece::Quiet(say_short(moment.on, today)));
        pieces.push(in_words(moment, &standing.pack));
    }
    if !seen.practice.is_empty() {
        pieces.push(Piece::Heading(words::FROM_PRACTICE.to_owned()));
    }
    for line in &seen.practice {
        let day = say_short(line.on, today);
        let over = match line.title.trim() {
            "" => day,
            title => format!("{day}, {title}"),
        };
        pieces.push(Piece::Quiet(over));
        pieces.push(Piece::Own(line.words.clone()));
    }
}

/// A moment in its own words; where an answer has none, what was asked.
fn in_words(moment: &Passage, pack: &Pack) -> Piece {
    let own = moment.words.trim();
    let asked = moment.question.trim();
    match (moment.readable, own, asked) {
        (false, _, _) => Piece::Text(moments::UNREADABLE.to_owned()),
        (true, "", "") => Piece::Text(moments::NO_WORDS.to_owned()),
        (true, "", asked) => match moment.answer {
            Some(answer) => {
                let word = pack.scale_word(answer.id());
                let word = word.map_or_else(|| say::answer(answer), |word| &word.text);
                Piece::Text(format!("{asked} {word}."))
            }
            None => Piece::Text(asked.to_owned()),
        },
        (true, own, _) => Piece::Own(own.to_owned()),
    }
}

/// When something was said, and of which time.
fn when(view: &LongerView, standing: &Standing) -> String {
    let day = say_short(view.at.date_naive(), standing.today());
    match view.as_of {
        AsOf::Now => day,
        AsOf::Start => format!("{day}, {}", words::OF_THE_START),
    }
}
