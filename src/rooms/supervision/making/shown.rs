//! How an hour is shown: the sheet, one thing on it, and what can be brought.

use super::super::MOST;
use super::{Deed, Making, OFFERED, Step};
use crate::content::Pack;
use crate::domain::{Brought, Meeting, cut, say_day};
use crate::rooms::around::Standing;
use crate::rooms::picking::Picking;
use crate::rooms::sheet::{say_asking, say_heading, say_topic, say_with};
use crate::rooms::supervision::offers::{self, OF_FLAGGED, Offer, WITHOUT_ENTRY};
use crate::rooms::supervision::pages::Writing;
use crate::rooms::supervision::words;
use crate::rooms::{Leaf, LeafRow, Piece};

/// The most of an own line that a row shows.
const LINE: usize = 56;

impl Making {
    /// What is shown now.
    pub(super) fn shown(&self, standing: &Standing) -> Leaf {
        let pack = &standing.pack;
        let mut leaf = Leaf {
            title: pack.step("form_need").title.clone(),
            ..Leaf::default()
        };
        let Some(meeting) = &self.meeting else {
            return leaf;
        };
        let question = |words: &str| Piece::Question(words.to_owned());
        leaf.pieces = match self.step {
            Step::Sheet => sheet_pieces(meeting, pack),
            Step::Adding | Step::Topic | Step::Unsure | Step::Endings => self.bring_pieces(),
            Step::Thing(place) => thing_pieces(meeting, place, pack),
            Step::TakingOff(place) => {
                let mut pieces = vec![question(words::TAKE_OFF_ASK)];
                pieces.extend(thing_pieces(meeting, place, pack));
                pieces
            }
            Step::Dropping => vec![
                question(words::DROP_ASK),
                Piece::Text(words::DROP_UNDER.to_owned()),
            ],
        };
        leaf.ask = self.rows(standing).ask(|deed| self.goes_on(deed));
        leaf
    }

    /// What stands over the things that can be brought, and how to reach those that are not shown.
    fn bring_pieces(&self) -> Vec<Piece> {
        let (ask, under, none) = match self.step {
            Step::Topic => (words::TOPIC_ASK, words::BRING_UNDER, None),
            Step::Unsure => (words::UNSURE_ASK, words::UNSURE_UNDER, Some(&self.unsure)),
            Step::Endings => (
                words::ENDINGS_ASK,
                words::ENDINGS_UNDER,
                Some(&self.endings),
            ),
            _ => (words::BRING, words::BRING_UNDER, None),
        };
        let mut pieces = vec![Piece::Question(ask.to_owned())];
        match (self.step, none) {
            (Step::Topic, _) => pieces.extend(self.choosing.as_ref().map(|offer| {
                let hint = offers::short(&offer.hint);
                Piece::Quiet(if hint.is_empty() {
                    offer.title.clone()
                } else {
                    format!("{}: {hint}", offer.title)
                })
            })),
            (_, Some(none)) if none.is_empty() => {
                pieces.push(Piece::Text(words::NONE_TO_OFFER.to_owned()));
            }
            _ => pieces.push(Piece::Quiet(under.to_owned())),
        }
        let stops = match self.step {
            Step::Adding => [
                (self.stops.flagged, words::stops(MOST, words::ALL_FLAGGED)),
                (self.stops.plans, words::PLANS_STOP.to_owned()),
            ],
            Step::Unsure => [
                (self.stops.unsure, words::stops(OFFERED, words::ALL_UNSURE)),
                (false, String::new()),
            ],
            Step::Endings => [
                (
                    self.stops.endings,
                    words::stops(OFFERED, words::ALL_ENDINGS),
                ),
                (false, String::new()),
            ],
            _ => [(false, String::new()), (false, String::new())],
        };
        let stops = stops.into_iter().filter(|(stops, _)| *stops);
        pieces.extend(stops.map(|(_, said)| Piece::Quiet(said)));
        pieces
    }

    /// Whether this is what comes next: it moves the thing on in the way it was moved last, or is
    /// what a flagged thing is about where nobody says otherwise.
    fn goes_on(&self, deed: &Deed) -> bool {
        match (deed, self.moved_down) {
            (Deed::Write(Writing::New(offer)), _) if self.step == Step::Topic => self
                .choosing
                .as_ref()
                .is_some_and(|it| it.topic == offer.topic),
            (Deed::Swap(from, to), Some(down)) => (to > from) == down,
            _ => false,
        }
    }

    /// The rows with what they do.
    pub(super) fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        let Some(meeting) = &self.meeting else {
            return rows;
        };
        match self.step {
            Step::Sheet if meeting.taken.is_some() => taken_rows(&mut rows),
            Step::Sheet => sheet_rows(&mut rows, meeting, &standing.pack),
            Step::Adding => self.adding_rows(&mut rows, &standing.pack),
            Step::Topic => self.topic_rows(&mut rows, &standing.pack),
            Step::Endings => {
                offer_rows(&mut rows, &self.endings);
                rows.keyed('b', words::BACK, Deed::Add);
            }
            Step::Unsure => {
                offer_rows(&mut rows, &self.unsure);
                rows.keyed('b', words::BACK, Deed::Add);
            }
            Step::Thing(place) => thing_rows(&mut rows, meeting, place),
            Step::TakingOff(place) => {
                rows.keyed('k', words::KEEP, Deed::Show(Step::Thing(place)));
                rows.row(LeafRow::new(words::TAKE_OFF), Deed::TakeOff(place));
            }
            Step::Dropping => {
                rows.keyed('k', words::KEEP, Deed::Show(Step::Sheet));
                rows.row(LeafRow::new(words::DROP_FOR_GOOD), Deed::Drop);
            }
        }
        rows
    }

    /// What it is about, for the person to say; what it most often is comes first.
    fn topic_rows(&self, rows: &mut Picking<Deed>, pack: &Pack) {
        for (key, topic) in OF_FLAGGED {
            let offer = self.choosing.clone().map(|offer| Offer { topic, ..offer });
            let writing = Writing::New(offer.unwrap_or_else(|| Offer::alone(topic)));
            rows.keyed(key, say_topic(pack, topic), Deed::Write(writing));
        }
        rows.keyed('b', words::BACK, Deed::Add);
    }

    fn adding_rows(&self, rows: &mut Picking<Deed>, pack: &Pack) {
        if !self.flagged.is_empty() {
            rows.heading(words::FLAGGED);
            for offer in &self.flagged {
                rows.row(offer_row(offer), Deed::Choose(offer.clone()));
            }
        }
        if !self.plans.is_empty() {
            rows.heading(words::TRIED);
            offer_rows(rows, &self.plans);
        }
        rows.heading(words::ELSE);
        for (key, topic) in WITHOUT_ENTRY {
            let writing = Writing::New(Offer::alone(topic));
            let row = LeafRow {
                key,
                ..LeafRow::new(say_topic(pack, topic))
            };
            rows.row(row, Deed::Write(writing));
        }
        rows.keyed('u', words::UNSURE, Deed::Unsure);
        rows.keyed('n', words::ENDINGS, Deed::Endings);
        rows.heading(words::MORE);
        let to_sheet = LeafRow::new(words::TO_SHEET).key('s').enough();
        rows.row(to_sheet, Deed::Show(Step::Sheet));
    }
}

fn offer_row(offer: &Offer) -> LeafRow {
    LeafRow::new(&offer.title).quiet(offers::short(&offer.hint))
}

fn offer_rows(rows: &mut Picking<Deed>, offers: &[Offer]) {
    for offer in offers {
        rows.row(offer_row(offer), Deed::Write(Writing::New(offer.clone())));
    }
}

fn sheet_rows(rows: &mut Picking<Deed>, meeting: &Meeting, pack: &Pack) {
    if !meeting.brought.is_empty() {
        rows.heading(words::ON_SHEET);
    }
    for (place, thing) in meeting.brought.iter().enumerate() {
        let row = match thing.line.trim() {
            "" => LeafRow::new(about(thing, pack)),
            line => LeafRow::new(cut(line, LINE)).quiet(about(thing, pack)),
        };
        rows.row(row, Deed::Show(Step::Thing(place)));
    }
    rows.heading(words::MORE);
    rows.keyed('a', words::ADD, Deed::Add);
    rows.keyed('c', words::CHANGE_NEED, Deed::Write(Writing::Need));
    rows.keyed('p', words::SEE, Deed::See);
    rows.keyed('m', words::AGREE, Deed::Write(Writing::Agreed));
    rows.row(LeafRow::new(words::DROP), Deed::Show(Step::Dropping));
}

fn taken_rows(rows: &mut Picking<Deed>) {
    rows.keyed('p', words::SEE, Deed::See);
    rows.keyed('c', words::CHANGE_AGREED, Deed::Write(Writing::Agreed));
    rows.keyed('n', words::NOT_TAKEN, Deed::NotTaken);
    rows.row(LeafRow::new(words::DROP), Deed::Show(Step::Dropping));
}

fn thing_rows(rows: &mut Picking<Deed>, meeting: &Meeting, place: usize) {
    let Some(thing) = meeting.brought.get(place) else {
        rows.keyed('b', words::BACK, Deed::Show(Step::Sheet));
        return;
    };
    rows.keyed('c', words::CHANGE_LINE, Deed::Write(Writing::Line(place)));
    if let Some(above) = place.checked_sub(1) {
        rows.keyed('u', words::UP, Deed::Swap(place, above));
    }
    if place + 1 < meeting.brought.len() {
        rows.keyed('d', words::DOWN, Deed::Swap(place, place + 1));
    }
    if let Some(entry) = thing.entry {
        rows.keyed('r', words::READ, Deed::Read(entry));
    }
    // What holds no words of one's own can be added again as it was.
    let off = if thing.line.trim().is_empty() {
        Deed::TakeOff(place)
    } else {
        Deed::Show(Step::TakingOff(place))
    };
    rows.keyed('t', words::TAKE_OFF, off);
    rows.keyed('b', words::BACK, Deed::Show(Step::Sheet));
}

fn sheet_pieces(meeting: &Meeting, pack: &Pack) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if meeting.taken.is_some() {
        pieces.push(Piece::Quiet(say_day(meeting.on)));
    }
    pieces.push(Piece::Question(pack.step("form_need").question.clone()));
    pieces.push(own_or(&meeting.need, words::NO_NEED));
    if let Some(with) = meeting.with {
        let said = format!("{}: {}", words::WITH, say_with(pack, with));
        pieces.push(Piece::Text(said));
    }
    if !meeting.asking.is_empty() {
        let said = format!("{}: {}", words::ASKING, say_asking(pack, &meeting.asking));
        pieces.push(Piece::Text(said));
    }
    if meeting.taken.is_some() {
        for thing in &meeting.brought {
            pieces.push(Piece::Heading(about(thing, pack)));
            pieces.push(own_or(&thing.line, words::NO_LINE));
        }
        pieces.push(Piece::Heading(words::AGREED.to_owned()));
        pieces.push(own_or(&meeting.agreed, words::NOTHING_AGREED));
    } else if meeting.brought.is_empty() {
        pieces.push(Piece::Quiet(words::NOTHING_ON_SHEET.to_owned()));
    }
    pieces
}

fn thing_pieces(meeting: &Meeting, place: usize, pack: &Pack) -> Vec<Piece> {
    let Some(thing) = meeting.brought.get(place) else {
        return Vec::new();
    };
    vec![
        Piece::Heading(about(thing, pack)),
        own_or(&thing.line, words::NO_LINE),
        Piece::Quiet(words::place(place + 1, meeting.brought.len())),
    ]
}

fn own_or(words: &str, otherwise: &str) -> Piece {
    match words.trim() {
        "" => Piece::Quiet(otherwise.to_owned()),
        words => Piece::Own(words.to_owned()),
    }
}

fn about(thing: &Brought, pack: &Pack) -> String {
    let topic = say_topic(pack, thing.topic);
    if thing.heading.is_empty() {
        topic.to_owned()
    } else {
        format!("{topic} · {}", say_heading(pack, &thing.heading))
    }
}
