//! Shows the support card: one letter from every prompt.

use super::talk::Talk;
use crate::cli::desk::Desk;
use crate::cli::words;
use crate::domain::{CardLine, Subject};
use crate::reflection::card_with;

/// Says the card. It is never empty: until it is filled in, the pack's own lines stand there.
pub(super) fn show(talk: &mut Talk<'_>, desk: &Desk) {
    let pack = &desk.pack;
    let head = pack.step("card");
    talk.gap();
    talk.say(&format!("{}. {}.", head.title, head.question));
    // A card that cannot be read must not stand between a person and the public lines.
    let kept = desk.store.card().unwrap_or_default();
    let unfinished = desk.store.draft(Subject::Card).unwrap_or_default();
    let card = card_with(&kept, unfinished.as_ref());
    for line in CardLine::ALL {
        let filled = card.line(*line).trim();
        if !filled.is_empty() {
            let label = &pack.step(&format!("card_{line}")).line;
            talk.say(&format!("{label}: {filled}"));
        }
    }
    if card.line(CardLine::Supervisor).trim().is_empty() {
        talk.say(&pack.step("card_empty").question);
    }
    if card.is_blank() {
        talk.say_all(&pack.step("card_empty").under);
    }
    talk.say(&words::lines_written(&pack.presets.written));
    talk.say(&pack.presets.note);
    for group in &pack.presets.groups {
        for line in &group.lines {
            talk.say(&format!("{}. {line}", group.place));
        }
    }
    talk.say_all(&head.under);
    talk.gap();
}
