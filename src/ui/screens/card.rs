//! The support card: who is there for me, one key away from everywhere.
//!
//! It is read by someone who may be shaken, so the people come first and nothing is asked. It is
//! never empty: until it is filled in, it names the supervisor and shows public lines.

mod words;

use std::rc::Rc;

use chrono::NaiveDate;
use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::WalkScreen;
use crate::content::{Pack, Presets};
use crate::domain::{CardLine, SupportCard, say_month};
use crate::reflection::{CardWalk, card_with};
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::Room;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::{Block, Reading, ReadingMark};

/// Shows the support card.
#[derive(Debug, Default)]
pub struct CardScreen {
    page: Reading,
    title: String,
    /// Whether it only leads on to filling the card in.
    leads_on: bool,
    filling: Option<Ticket>,
    /// Where on the page it comes back to.
    back: Option<ReadingMark>,
}

impl CardScreen {
    /// Opens the card to fill it in: it asks for what was typed before, and then makes way.
    pub fn filling() -> Self {
        Self {
            leads_on: true,
            ..Self::default()
        }
    }

    /// Comes back to where one was on the card.
    pub fn come_back(page: ReadingMark) -> Self {
        Self {
            back: Some(page),
            ..Self::default()
        }
    }

    fn fill_in(&mut self, reply: &mut Reply<'_>) {
        if self.filling.is_none() {
            self.filling = Some(reply.ask(Request::Card));
        }
    }

    fn show(&mut self, pack: &Pack, card: &SupportCard) {
        pack.step("card").title.clone_into(&mut self.title);
        self.page.set_blocks(blocks(pack, card));
    }
}

impl Room for CardScreen {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Card, Context::Reading]
    }

    fn place(&self) -> String {
        self.title.clone()
    }

    fn offers(&self, command: Command) -> bool {
        command != Command::SupportCard
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        if command == Command::FillCard {
            self.fill_in(reply);
        } else if !self.page.command(command) {
            reply.pass(command);
        }
    }

    fn mouse(&mut self, event: MouseEvent, _: Rect, _: &mut Reply<'_>) {
        if let Some(Pointer::Wheel(turns)) = Pointer::of(&event) {
            self.page.wheel(turns);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        let for_filling = self.filling == Some(ticket);
        self.filling = self.filling.filter(|_| !for_filling);
        match outcome {
            Outcome::Card(card, unfinished) if for_filling => {
                let walk = CardWalk::begin(Rc::clone(reply.pack), card, unfinished.clone());
                reply.replace(WalkScreen::card(walk));
            }
            // Whoever asked: this is the card as it is now.
            Outcome::Card(card, unfinished) => {
                self.show(reply.pack, &card_with(card, unfinished.as_ref()));
            }
            Outcome::Trouble(trouble) if for_filling => reply.say(&*trouble.said),
            _ => {}
        }
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        self.show(reply.pack, reply.card);
        if let Some(mark) = self.back.take() {
            self.page.go_to(mark);
        }
        if std::mem::take(&mut self.leads_on) {
            self.fill_in(reply);
        }
    }

    fn is_at_work(&self) -> bool {
        self.filling.is_some()
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::Card(
            self.back.unwrap_or_else(|| self.page.mark()),
        ))
    }

    fn fit(&mut self, area: Rect) {
        self.page.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.page.view(look, area, buf)
    }
}

fn blocks(pack: &Pack, card: &SupportCard) -> Vec<Block> {
    let step = pack.step("card");
    let mut blocks = vec![Block::question(&step.question)];
    if card.is_blank() {
        let empty = pack.step("card_empty");
        blocks.push(Block::text(&empty.question));
        blocks.extend(empty.under.iter().map(|line| Block::quiet(line).close()));
    }
    let filled = CardLine::ALL
        .iter()
        .filter(|line| !card.line(**line).trim().is_empty());
    blocks.extend(filled.map(|line| {
        let label = &pack.step(&format!("card_{line}")).title;
        Block::warm(format!("{label}{}{}", words::IS, card.line(*line).trim())).close()
    }));
    // One blank row between the title and the people, and none among them.
    if let Some(first) = blocks.get_mut(1) {
        *first = first.clone().apart();
    }
    // What to do first stands with the people; what else there is to know comes last.
    blocks.extend(step.under.iter().take(1).map(Block::text));
    let has = |line: CardLine| !card.line(line).trim().is_empty();
    if !(has(CardLine::Crisis) && has(CardLine::Emergency)) {
        blocks.extend(public_lines(&pack.presets));
    }
    blocks.extend(step.under.iter().skip(1).map(Block::quiet));
    blocks
}

pub(super) fn public_lines(presets: &Presets) -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in &presets.groups {
        blocks.push(Block::quiet(&group.place));
        blocks.extend(group.lines.iter().map(|line| Block::text(line).close()));
    }
    let month = format!("{}-01", presets.written).parse::<NaiveDate>();
    let written = month.map_or_else(|_| presets.written.clone(), say_month);
    blocks.push(Block::quiet(format!(
        "{} {} {written}.",
        presets.note,
        words::WRITTEN
    )));
    blocks
}

#[cfg(test)]
mod tests {
    use super::super::Screen;
    use super::super::stage::{Stage, draws_everywhere, seen};
    use super::*;
    use crate::ui::reply::Move;

    fn opened(stage: &mut Stage) -> CardScreen {
        let mut screen = CardScreen::default();
        assert!(stage.returned(&mut screen).effects.is_empty());
        screen
    }

    #[test]
    fn it_is_never_empty() {
        let mut stage = Stage::new();
        for (width, height) in [(80, 24), (60, 18), (40, 10)] {
            let (text, _) = seen(&mut opened(&mut stage), width, height);
            assert!(text.contains("Who is there for me"), "{text}");
            assert!(text.contains("Your supervisor or on-call person"), "{text}");
        }
        let (text, _) = seen(&mut opened(&mut stage), 80, 40);
        assert!(text.contains("England\nIn an emergency: 999"), "{text}");
        assert!(text.contains("Written down in November 2026."), "{text}");
        draws_everywhere(&mut CardScreen::default());
        draws_everywhere(&mut opened(&mut stage));
    }

    #[test]
    fn people_come_first_also_on_a_small_screen() {
        let mut stage = Stage::new();
        stage.card.write(CardLine::Supervisor, "duty phone 01 23");
        stage.card.write(CardLine::Me, "a friend");
        let (text, _) = seen(&mut opened(&mut stage), 40, 10);
        assert!(
            text.contains("\n\nSupervisor: duty phone 01 23\nFor me: a friend\n\n"),
            "{text}"
        );
        assert!(
            !text.contains("Your supervisor or on-call person"),
            "{text}"
        );
    }

    #[test]
    fn it_shows_the_card_as_it_comes_to_be() {
        let mut stage = Stage::new();
        let mut screen = opened(&mut stage);
        let mut card = SupportCard::default();
        card.write(CardLine::Crisis, "the local line");
        card.write(CardLine::Emergency, "999");
        stage.done(&mut screen, Ticket(99), &Outcome::Card(card, None));
        let (text, _) = seen(&mut screen, 80, 40);
        assert!(text.contains("Crisis line: the local line\n"), "{text}");
        assert!(!text.contains("England"), "{text}");
    }

    #[test]
    fn filling_it_in_asks_for_what_was_typed_and_makes_way() {
        let mut stage = Stage::new();
        let mut direct = CardScreen::filling();
        assert_eq!(stage.returned(&mut direct).asked()[0].1, Request::Card);
        assert!(stage.returned(&mut direct).asked().is_empty());

        let mut screen = opened(&mut stage);
        let asked = stage.command(&mut screen, Command::FillCard).asked();
        assert!(
            stage
                .command(&mut screen, Command::FillCard)
                .asked()
                .is_empty()
        );
        let came = Outcome::Card(SupportCard::default(), None);
        let heard = stage.done(&mut screen, asked[0].0, &came);
        let [Move::Replace(walk)] = &heard.moves[..] else {
            panic!("{:?}", heard.moves)
        };
        assert!(matches!(**walk, Screen::Walk(_)));
    }

    #[test]
    fn keys_of_other_rooms_are_handed_on() {
        let mut stage = Stage::new();
        let mut screen = opened(&mut stage);
        assert_eq!(
            stage.command(&mut screen, Command::Back).passed,
            Some(Command::Back)
        );
        assert_eq!(stage.command(&mut screen, Command::Down).passed, None);
    }
}
