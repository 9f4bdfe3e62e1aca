//! What the worker planned to do, and how it went.
//!
//! It is opened by the person, so it may show their words. Whatever they answer is as good as
//! the others; closing the page asks nothing.

mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::{Waiting, WaitingAnswer, say_day};
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::Room;
use crate::ui::widgets::menu::MenuRow;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::Block;
use crate::ui::widgets::sheet::{Chosen, Sheet, SheetMark};

/// The longest "who" that still reads as a name or a role in a sentence.
const LONGEST_WHO: usize = 40;

/// What can be said, with its key and its words.
const ANSWERS: [(WaitingAnswer, char, &str); 3] = [
    (WaitingAnswer::Done, 'd', words::DONE),
    (WaitingAnswer::Later, 'l', words::LATER),
    (WaitingAnswer::Drop, 'n', words::DROP),
];

/// Asks about one plan to tell someone.
#[derive(Debug)]
pub struct WaitingScreen {
    waiting: Waiting,
    sheet: Sheet,
    asked: Option<(Ticket, WaitingAnswer)>,
}

impl WaitingScreen {
    /// Asks about this plan.
    pub fn new(waiting: Waiting) -> Self {
        let rows = ANSWERS.map(|(_, key, said)| MenuRow::new(said).with_key(key));
        let sheet = Sheet::new(blocks(&waiting), rows.to_vec());
        Self {
            waiting,
            sheet,
            asked: None,
        }
    }

    /// Comes back to where one was on the page.
    pub fn come_back(waiting: Waiting, sheet: SheetMark) -> Self {
        let mut screen = Self::new(waiting);
        screen.sheet.go_to(sheet);
        screen
    }

    fn take(&mut self, chosen: Chosen, reply: &mut Reply<'_>) {
        let Chosen::Row(row) = chosen else { return };
        if let (None, Some((answer, _, _))) = (&self.asked, ANSWERS.get(row)) {
            let ticket = reply.ask(Request::AnswerWaiting(self.waiting.entry, *answer));
            self.asked = Some((ticket, *answer));
        }
    }
}

fn blocks(waiting: &Waiting) -> Vec<Block> {
    let who = waiting.who.trim();
    let day = Block::quiet(format!("{} {}.", words::SAID_ON, say_day(waiting.on)));
    if who.chars().count() > LONGEST_WHO || who.contains('\n') || who.is_empty() {
        let question = Block::question(words::HOW_DID_IT_GO);
        return vec![
            question,
            Block::quiet(words::YOUR_WORDS),
            Block::warm(who).close(),
            day,
        ];
    }
    let question = words::PLANNED.replace("{who}", who.trim_end_matches('.'));
    vec![Block::question(question), day]
}

impl Room for WaitingScreen {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Popup, Context::Rows]
    }

    fn place(&self) -> String {
        words::PLACE.to_owned()
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        match self.sheet.command(command) {
            Chosen::Nothing => reply.pass(command),
            chosen => self.take(chosen, reply),
        }
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        let chosen = self.sheet.typed(letter);
        self.take(chosen, reply);
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        if let Some(pointer) = Pointer::of(&event) {
            let chosen = self.sheet.pointed(pointer, area);
            self.take(chosen, reply);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        let Some((_, answer)) = self.asked.filter(|(own, _)| *own == ticket) else {
            return;
        };
        self.asked = None;
        if let Outcome::Trouble(trouble) = outcome {
            reply.say(&*trouble.said);
            return;
        }
        reply.say(match answer {
            WaitingAnswer::Done => words::SAID_DONE,
            WaitingAnswer::Later if self.waiting.asked > 0 => words::SAID_LAST_LATER,
            WaitingAnswer::Later => words::SAID_LATER,
            WaitingAnswer::Drop => words::SAID_DROP,
        });
        reply.close();
    }

    fn is_at_work(&self) -> bool {
        self.asked.is_some()
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::Waiting {
            entry: self.waiting.entry,
            sheet: self.sheet.mark(),
        })
    }

    fn fit(&mut self, area: Rect) {
        self.sheet.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.sheet.view(look, area, buf)
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{Stage, draws_everywhere, row_of_cursor, seen};
    use super::*;
    use crate::domain::Id;
    use crate::ui::effect::Trouble;
    use crate::ui::reply::Move;

    fn waiting(who: &str) -> WaitingScreen {
        let on = chrono::NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        let entry = Id::at(1, &[1; 10]);
        WaitingScreen::new(Waiting {
            entry,
            who: who.to_owned(),
            on,
            asked: 0,
        })
    }

    #[test]
    fn it_asks_how_it_went_at_every_size() {
        for (width, height) in [(80, 24), (60, 18), (40, 10)] {
            let (text, _) = seen(&mut waiting("my supervisor."), width, height);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                text.contains("You planned to speak to my supervisor. How did it go?"),
                "{text}"
            );
            assert!(
                text.contains("> d It is done") && text.contains("l Later"),
                "{text}"
            );
        }
        draws_everywhere(&mut waiting("my supervisor"));
        draws_everywhere(&mut waiting(&"a very long plan ".repeat(9)));
    }

    #[test]
    fn a_long_plan_stands_in_its_own_words() {
        let (text, _) = seen(&mut waiting("Sam, and if not\nthe duty line"), 80, 24);
        assert!(
            text.contains("In your words:\nSam, and if not\nthe duty line"),
            "{text}"
        );
    }

    #[test]
    fn an_answer_is_kept_and_the_page_closes() {
        let mut stage = Stage::new();
        let mut screen = waiting("my supervisor");
        stage.command(&mut screen, Command::Down);
        assert!(row_of_cursor(&mut screen, 80, 24).contains("Later"));
        let asked = stage.command(&mut screen, Command::Go).asked();
        assert_eq!(
            asked[0].1,
            Request::AnswerWaiting(Id::at(1, &[1; 10]), WaitingAnswer::Later)
        );
        assert!(stage.typed(&mut screen, 'd').asked().is_empty());
        let heard = stage.done(&mut screen, asked[0].0, &Outcome::Done);
        assert_eq!(heard.said.as_deref(), Some(words::SAID_LATER));
        assert!(matches!(heard.moves[..], [Move::Close]));
    }

    #[test]
    fn trouble_is_said_and_the_page_stays() {
        let mut stage = Stage::new();
        let mut screen = waiting("my supervisor");
        let asked = stage.typed(&mut screen, 'd').asked();
        let trouble = Trouble {
            short: "full".into(),
            said: "The disk is full.".into(),
        };
        let heard = stage.done(&mut screen, asked[0].0, &Outcome::Trouble(trouble));
        assert_eq!(heard.said.as_deref(), Some("The disk is full."));
        assert!(heard.moves.is_empty());
        assert_eq!(
            stage.command(&mut screen, Command::Back).passed,
            Some(Command::Back)
        );
    }
}
