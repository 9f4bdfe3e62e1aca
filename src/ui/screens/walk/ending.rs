//! How a walk ends: kept, let go, or put aside for later.

use super::{Journey, WalkScreen, words};
use crate::config::{Look, WordsOf};
use crate::content::Pack;
use crate::domain::{Length, Subject};
use crate::reflection::{
    Chosen, End, NOTHING_WRITTEN, NextRoom, Opening, PAUSE_AFTER, Walk, as_text, closing_of, doors,
    kept_of,
};
use crate::rooms;
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::Command;
use crate::ui::reply::{Move, Reply};
use crate::ui::screens::{ClosingScreen, VaultScreen, VisitScreen};
use crate::ui::widgets::editor::Stroke;
use crate::vault::Begin;

/// The look a choice of the first run stands for.
pub(super) fn look_of(id: &str) -> Option<Look> {
    match id {
        "calm" => Some(Look::Calm),
        "high_contrast" => Some(Look::HighContrast),
        "terminal" => Some(Look::Terminal),
        _ => None,
    }
}

/// What can be done while the journal is taking the walk: nothing that changes a word.
pub(super) fn counts_while_ending(command: Command) -> bool {
    matches!(
        command,
        Command::Leave | Command::Hide | Command::SupportCard | Command::Redraw | Command::Save
    )
}

impl WalkScreen {
    /// Ends the walk; nothing is left before the journal says it is kept.
    pub(super) fn end(&mut self, end: End, reply: &mut Reply<'_>) {
        if end == End::Nothing {
            reply.say(NOTHING_WRITTEN);
            return self.put_aside(reply);
        }
        let ticket = match (&self.journey, end) {
            (Journey::Reflection(walk), End::Keep | End::Nothing) => {
                let finished = walk.finish(reply.now.at);
                reply.ask(Request::Finish(Box::new(finished)))
            }
            (Journey::Reflection(walk), End::LetGo) => {
                reply.ask(Request::DropDraft(walk.paper().draft().subject()))
            }
            (Journey::Card(walk), _) => reply.ask(Request::SaveCard(walk.card())),
            // It is closed once its words are on disk; the room that opened it does the rest.
            (Journey::Form(_), _) => return reply.close(),
            (Journey::FirstRun(walk), _) => {
                let chosen = walk.chosen();
                settle(&chosen, reply);
                reply.ask(Request::SaveCard(chosen.card))
            }
        };
        self.ending = Some(ticket);
    }

    /// Takes what came of a request of this screen's.
    pub(super) fn ended(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        if self.ending == Some(ticket) {
            self.ending = None;
            match outcome {
                Outcome::Trouble(trouble) => reply.say(trouble.said.clone()),
                _ => self.is_kept(reply),
            }
        } else if self.rescue == Some(ticket) {
            self.rescue = None;
            match outcome {
                Outcome::Rescued(path) if reply.locked => {
                    reply.say(format!("{} {path}. {}", words::RESCUED, words::NOT_LOCKED));
                }
                Outcome::Rescued(path) => reply.say(format!("{} {path}", words::RESCUED)),
                Outcome::Trouble(trouble) => reply.say(trouble.said.clone()),
                _ => {}
            }
        } else if self.outside.as_ref().is_some_and(|(own, _)| *own == ticket) {
            self.came_back(outcome, reply);
        }
    }

    fn is_kept(&mut self, reply: &mut Reply<'_>) {
        self.has_ended = true;
        match &self.journey {
            Journey::Reflection(walk) => {
                let let_go = self.page.room == crate::reflection::Room::Land && walk.is_let_go();
                if let_go {
                    reply.replace(ClosingScreen::let_go(walk.clone()));
                    return;
                }
                let entry = walk.finish(reply.now.at).entry;
                let closing = closing_of(reply.pack, &entry);
                let kept = kept_of(reply.pack, &entry);
                reply.replace(ClosingScreen::kept(&entry, closing, kept));
            }
            Journey::Card(walk) => {
                *reply.card = walk.card();
                reply.close();
            }
            Journey::Form(_) => {}
            Journey::FirstRun(walk) => {
                *reply.card = walk.chosen().card;
                lead_on(&walk.chosen(), reply);
            }
        }
    }

    /// Leaves the walk from its first page: what was written waits on Home.
    pub(super) fn put_aside(&mut self, reply: &mut Reply<'_>) {
        match &mut self.journey {
            Journey::Reflection(walk) => {
                let draft = walk.paper().draft();
                if draft.is_blank() {
                    reply.ask(Request::DropDraft(draft.subject()));
                } else {
                    reply.say(words::KEPT_ASIDE);
                }
            }
            // Its words go to disk before it is closed, like at its end.
            Journey::FirstRun(walk) if !walk.chosen().card.is_blank() => {
                return self.end(End::Keep, reply);
            }
            Journey::FirstRun(walk) => {
                let chosen = walk.chosen();
                settle(&chosen, reply);
                reply.ask(Request::DropDraft(Subject::Card));
                // What was kept before counts again, now that nothing lies over it.
                reply.ask(Request::Card);
                if chosen.lock {
                    return reply.replace(VaultScreen::new(Begin::Lock));
                }
            }
            Journey::Form(walk) => {
                walk.not_done();
                if !walk.paper().draft().is_blank() {
                    reply.say(words::FORM_KEPT);
                }
            }
            Journey::Card(_) => {}
        }
        reply.close();
    }

    fn came_back(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        let Some((_, field)) = self.outside.take() else {
            return;
        };
        match outcome {
            Outcome::Edited(text) => {
                if let Some(part) = self.page.parts.iter().position(|part| part.field == field) {
                    self.go_to_part(part);
                    let tick = reply.now.tick;
                    if let Some(editor) = self.editor_mut() {
                        let _ = editor.stroke(Stroke::SelectAll, tick);
                        let _ = if text.is_empty() {
                            editor.stroke(Stroke::Delete, tick)
                        } else {
                            editor.paste(text, tick)
                        };
                    }
                    self.edited(reply);
                    self.refit();
                    reply.say(words::EDITED);
                }
            }
            Outcome::Trouble(trouble) => reply.say(trouble.said.clone()),
            _ => {}
        }
    }

    /// Says once, quietly, that twenty-five minutes have gone by (`product.md`, Deep).
    pub(super) fn offer_pause(&mut self, reply: &mut Reply<'_>) {
        let due = self.journey.walk().offers_pause()
            && self
                .since
                .is_some_and(|since| since + PAUSE_AFTER <= reply.now.tick);
        if due && !self.paused {
            self.paused = true;
            let pause = reply.pack.step("soft_close");
            let said = pause.under.first().map_or("", String::as_str);
            reply.say(format!("{} {said}", pause.question));
        }
    }

    /// Saves a copy in a file of its own. Out of a locked journal the words would stand in the open
    /// at once, and nobody looks for that behind the word copy: it is asked twice.
    pub(super) fn save_copy(&mut self, reply: &mut Reply<'_>) {
        if reply.locked && !self.copy_known {
            self.copy_known = true;
            return reply.say(words::COPY_NOT_LOCKED);
        }
        self.copy_known = false;
        let text = self.as_text(reply.pack);
        self.rescue = Some(reply.rescue(text));
    }

    /// Everything written in this walk, for a file of its own.
    pub(super) fn as_text(&self, pack: &Pack) -> String {
        as_text(self.journey.walk().paper().draft().fields(), Some(pack))
    }
}

/// Keeps the choices of the first run, also when it was left early.
fn settle(chosen: &Chosen, reply: &mut Reply<'_>) {
    let settings = &mut *reply.settings;
    settings.first_run_done = true;
    settings.settle(chosen.shared);
    if let Some(look) = chosen.look.as_deref().and_then(look_of) {
        settings.look = look;
    }
    let words_of = chosen.words_of.as_deref().and_then(WordsOf::from_name);
    settings.words_of = words_of.unwrap_or(settings.words_of);
    if let Some(plain) = chosen.plain {
        settings.plain = plain;
        if plain {
            reply.say(words::PLAIN_NEXT);
        }
    }
    reply.keep_settings();
}

/// Leads where the person wants to begin; a passphrase comes before that, so that nothing is
/// written in the open first.
fn lead_on(chosen: &Chosen, reply: &mut Reply<'_>) {
    let to = match chosen.begin {
        NextRoom::Home => Move::Home,
        NextRoom::Land => Move::Begin(Opening {
            length: Some(Length::Land),
            ..Opening::default()
        }),
        NextRoom::Reflect => Move::Begin(Opening::default()),
        NextRoom::Practice => {
            let first = rooms::Begin::Vignette(doors::FIRST_STORY.to_owned());
            Move::Replace(Box::new(VisitScreen::new(first).into()))
        }
    };
    if chosen.lock {
        reply.replace(VaultScreen::new(Begin::Lock).then(to));
    } else {
        reply.go(to);
    }
}
