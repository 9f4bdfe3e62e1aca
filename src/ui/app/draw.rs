//! Draws the stack: the header, the screen on top, what was said, and the keys.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::App;
use crate::ui::keymap::{self, Command, Row};
use crate::ui::layout::Size;
use crate::ui::look::Look;
use crate::ui::screen::{Layer, Room, Saving};
use crate::ui::screens::Screen;
use crate::ui::widgets::prose::{draw_row, wrap};
use crate::ui::widgets::shown::shown_width;
use crate::ui::words;

/// The places in the bottom row of what goes on, of the way back, and of all the rest.
const FIRST: u8 = 10;
const BACK: u8 = 30;
const MORE: u8 = 50;

impl App {
    /// Draws everything, and says where the cursor is.
    pub fn view(&self, buf: &mut Buffer) -> Position {
        let look = self.look();
        let area = self.area.intersection(buf.area);
        buf.set_style(buf.area, look.ground);
        if Size::of(area) == Size::Tiny {
            let said = if self.veil.is_some() {
                words::TOO_SMALL_VEILED
            } else if self.all_saved() {
                words::TOO_SMALL
            } else {
                words::TOO_SMALL_UNSAVED
            };
            let said = if self.made_up {
                format!("{}. {said}", words::MADE_UP)
            } else {
                said.to_owned()
            };
            return too_small(&said, area, buf, &look);
        }
        let under = self
            .stack
            .iter()
            .rposition(|screen| screen.layer() != Layer::Popup);
        if let Some(veil) = &self.veil {
            return self.view_screen(veil, &look, area, buf);
        }
        let mut cursor = area.as_position();
        for screen in self.stack.iter().skip(under.unwrap_or(0)) {
            cursor = self.view_screen(screen, &look, area, buf);
        }
        Position::new(
            cursor.x.min(area.right().saturating_sub(1)),
            cursor.y.min(area.bottom().saturating_sub(1)),
        )
    }

    /// Where a screen is. What is made up says so first, so that it is the last thing to give way.
    fn place_of(&self, screen: &Screen) -> String {
        if self.made_up {
            format!("{} · {}", words::MADE_UP, screen.place())
        } else {
            screen.place()
        }
    }

    fn view_screen(&self, screen: &Screen, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let frame = self.frame(screen.layer());
        match screen.layer() {
            Layer::Bare => {
                let cursor = screen.view(look, area, buf);
                if self.made_up {
                    draw_at_end(words::MADE_UP, look, frame.header, buf);
                }
                cursor
            }
            Layer::Popup => {
                // The keys below are not in reach while a popup is open; its own are. The screen
                // below may be wider.
                let below = Rect {
                    x: area.x,
                    width: area.width,
                    ..frame.hints
                };
                clear(below, look, buf);
                draw_hints(screen, look, frame.hints, buf);
                screen.view(look, area, buf)
            }
            Layer::Whole | Layer::Wide => {
                let place = self.place_of(screen);
                draw_header(&place, screen.saving(self.touched), look, frame.header, buf);
                draw_hints(screen, look, frame.hints, buf);
                match &self.said {
                    Some(_) if self.veil.is_some() => {}
                    Some(said) => {
                        let rows = wrap(said, frame.message.width);
                        for (row, line) in frame.message.rows().zip(rows) {
                            draw_row(&line, row, buf, look.warm);
                        }
                    }
                    None if screen.goes_on() => draw_more_below(look, frame.message, buf),
                    None => {}
                }
                screen.view(look, frame.body, buf)
            }
        }
    }
}

fn clear(area: Rect, look: &Look, buf: &mut Buffer) {
    for y in area.top()..area.bottom() {
        let blank = " ".repeat(usize::from(area.width));
        buf.set_stringn(area.x, y, blank, usize::from(area.width), look.ground);
    }
}

fn too_small(said: &str, area: Rect, buf: &mut Buffer, look: &Look) -> Position {
    let size = format!("{said} {} {} {}.", area.width, words::BY, area.height);
    for (row, line) in area.rows().zip(wrap(&size, area.width)) {
        draw_row(&line, row, buf, look.text);
    }
    area.as_position()
}

fn draw_header(place: &str, saving: Saving, look: &Look, area: Rect, buf: &mut Buffer) {
    let (said, style) = match saving {
        Saving::Quiet => return draw_row(place, area, buf, look.quiet),
        Saving::Pending => (look.marks.pending.to_owned(), look.quiet),
        Saving::Saved => (words::SAVED.to_owned(), look.done),
        Saving::NotSaved(why) => (format!("{} {why}", words::NOT_SAVED), look.warm),
    };
    let width = u16::try_from(shown_width(&said))
        .unwrap_or(area.width)
        .min(area.width);
    let right = Rect {
        x: area.right() - width,
        width,
        ..area
    };
    // The place gives way before the reason, with a cell of air between the two.
    let left = Rect {
        width: area.width.saturating_sub(width + 1),
        ..area
    };
    draw_row(
        &shortened(place, left.width, look.marks.pending),
        left,
        buf,
        look.quiet,
    );
    draw_row(&said, right, buf, style);
}

/// As much of a text as has room, and a sign where the rest of it is left out.
fn shortened(text: &str, width: u16, sign: &str) -> String {
    let width = usize::from(width);
    if shown_width(text) <= width {
        return text.to_owned();
    }
    let mut short = text.to_owned();
    let room = width.saturating_sub(shown_width(sign));
    while shown_width(&short) > room && short.pop().is_some() {}
    format!("{}{sign}", short.trim_end())
}

/// Says that the page goes on, at the end of the row below it.
fn draw_more_below(look: &Look, area: Rect, buf: &mut Buffer) {
    draw_at_end(words::MORE_BELOW, look, area, buf);
}

/// Draws quiet words at the end of a row.
fn draw_at_end(said: &str, look: &Look, area: Rect, buf: &mut Buffer) {
    let width = u16::try_from(shown_width(said)).unwrap_or(area.width);
    let width = width.min(area.width);
    let place = Rect {
        x: area.right() - width,
        width,
        ..area
    };
    draw_row(said, place, buf, look.quiet);
}

/// Where each hint stands; drawing and clicks both ask here.
fn hint_places(screen: &Screen, area: Rect) -> Vec<(Rect, &'static Row, String)> {
    let mut x = area.x;
    let mut places = Vec::new();
    let (hints, air) = hints_in(screen, area.width);
    for (row, key, width) in hints {
        if x.saturating_add(width) > area.right() {
            break;
        }
        places.push((Rect { x, width, ..area }, row, key));
        x = x.saturating_add(width + air);
    }
    places
}

/// A row of the keys, its key as it is shown, and how many cells it takes.
type Hint = (&'static Row, String, u16);

/// The hints that have room, and the cells between them. The ways back, to the card and to all
/// the rest stay, and so what is a screen's own gives way where not all of it fits.
fn hints_in(screen: &Screen, width: u16) -> (Vec<Hint>, u16) {
    let hints = keymap::hints(&screen.contexts(), |command| screen.offers(command));
    let all: Vec<Hint> = hints.into_iter().filter_map(hint_of).collect();
    let mut hints = all.clone();
    loop {
        let stays = |hint: &&Hint| rank(hint) <= MORE;
        let used: u16 = hints.iter().filter(stays).map(|(_, _, width)| width).sum();
        let gaps = u16::try_from(hints.iter().filter(stays).count()).unwrap_or(0);
        let gaps = gaps.saturating_sub(1);
        let airs = [3, 2].into_iter();
        if let Some(air) = airs.into_iter().find(|air| used + gaps * air <= width) {
            return (hints, air);
        }
        let own = |hint: &Hint| (FIRST + 1..BACK).contains(&rank(hint));
        match hints.iter().rposition(own) {
            Some(place) => drop(hints.remove(place)),
            // A magnified screen has no room for all of them; the first ones count there.
            None => return (all, 3),
        }
    }
}

fn rank(hint: &Hint) -> u8 {
    hint.0.hint.map_or(u8::MAX, |(rank, _)| rank)
}

fn hint_of(row: &'static Row) -> Option<Hint> {
    let (_, word) = row.hint?;
    let key = row.chords.first()?.to_string();
    let width = u16::try_from(shown_width(&key) + 1 + shown_width(word)).unwrap_or(u16::MAX);
    Some((row, key, width))
}

fn draw_hints(screen: &Screen, look: &Look, area: Rect, buf: &mut Buffer) {
    for (place, row, key) in hint_places(screen, area) {
        draw_row(&key, place, buf, look.accent);
        let used = u16::try_from(shown_width(&key) + 1)
            .unwrap_or(place.width)
            .min(place.width);
        let rest = Rect {
            x: place.x + used,
            width: place.width - used,
            ..place
        };
        draw_row(row.hint.map_or("", |(_, word)| word), rest, buf, look.quiet);
    }
}

/// The command of the hint that was clicked.
pub(super) fn hint_at(app: &App, event: MouseEvent) -> Option<Command> {
    if event.kind != MouseEventKind::Down(MouseButton::Left) || app.top().layer() == Layer::Bare {
        return None;
    }
    let area = app.frame(app.top().layer()).hints;
    let at = Position::new(event.column, event.row);
    hint_places(app.top(), area)
        .into_iter()
        .find(|(place, _, _)| place.contains(at))
        .map(|(_, row, _)| row.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_gives_way_with_a_sign() {
        assert_eq!(shortened("My support card", 15, "…"), "My support card");
        assert_eq!(shortened("My support card", 12, "…"), "My support…");
        assert_eq!(shortened("好好好", 5, "…"), "好好…");
        assert_eq!(shortened("tea", 1, "…"), "…");
        assert_eq!(shortened("tea and cake", 8, "..."), "tea a...");
    }
}
