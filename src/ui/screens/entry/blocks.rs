//! An entry as a page to read: what was skipped leaves no trace.

use super::words;
use crate::content::Pack;
use crate::domain::{Answered, Entry, Kind, Length, Need, say_day};
use crate::ui::widgets::reading::Block;

/// Says what kind of time it was, or what else made the entry.
pub(in crate::ui::screens) fn say_kind(pack: &Pack, kind: Option<Kind>, length: Length) -> String {
    match (length, kind) {
        (Length::Land, _) => pack.step("land_line").title.clone(),
        (Length::Note, _) => words::A_LINE.to_owned(),
        (Length::NothingMuch, _) => pack.step("nothing_much").title.clone(),
        (_, Some(kind)) => option(pack, "arrive", kind.id()),
        (_, None) => words::A_REFLECTION.to_owned(),
    }
}

/// Makes the page of an entry, in the order of the walk.
pub(super) fn blocks(pack: &Pack, entry: &Entry) -> Vec<Block> {
    let title = |step: &str| pack.step(step).title.as_str();
    let line = |step: &str| pack.step(step).line.as_str();
    let mut page = vec![
        Block::question(say_day(entry.on)),
        Block::quiet(about(pack, entry)).close(),
    ];
    labelled(&mut page, title("moment"), &entry.moment);
    answers(&mut page, pack, entry);
    labelled(&mut page, title("what"), &entry.deep.what);
    labelled(&mut page, title("so_what"), &entry.deep.so_what);
    labelled(&mut page, title("now_what"), &entry.deep.now_what);
    labelled(&mut page, title("step_back"), &entry.deep.step_back);
    labelled(&mut page, title("stand_by"), &entry.stand_by);
    labelled(&mut page, title("next_time"), &entry.next_time);
    last_time(&mut page, pack, entry);
    let on_list = if entry.supervision.bring {
        words::ON_MY_LIST
    } else {
        ""
    };
    let note = entry.supervision.note.as_str();
    labelled(
        &mut page,
        title("supervision"),
        if note.trim().is_empty() {
            on_list
        } else {
            note
        },
    );
    labelled(&mut page, line("set_down"), &entry.put_down);
    let is_land = entry.length == Length::Land;
    labelled(
        &mut page,
        line(if is_land { "land_talk_to" } else { "talk_to" }),
        &entry.talk_to,
    );
    if let Some(need) = entry.before_stop.filter(|need| *need != Need::NothingNow) {
        labelled(
            &mut page,
            title("before_stop"),
            &option(pack, "before_stop", need.id()),
        );
    }
    labelled(&mut page, words::LEFT_ME, &left_me(pack, entry));
    labelled(&mut page, words::TAGS, &entry.tags.join(", "));
    page
}

/// Kind, stage, minutes, practice: what was said of them.
fn about(pack: &Pack, entry: &Entry) -> String {
    let mut said = vec![say_kind(pack, entry.kind, entry.length)];
    said.extend(entry.stage.map(|stage| option(pack, "stage", stage.id())));
    said.extend(entry.minutes.map(|minutes| {
        let unit = if minutes == 1 {
            words::MINUTE
        } else {
            words::MINUTES
        };
        format!("{minutes} {unit}")
    }));
    said.extend(entry.practice.then(|| words::PRACTICE.to_owned()));
    format!("{}.", said.join(". "))
}

/// The answers in the order asked; each heading is named once over those that follow each other.
fn answers(page: &mut Vec<Block>, pack: &Pack, entry: &Entry) {
    let mut heading = None;
    for answered in &entry.answers {
        let question = Block::text(&answered.question);
        if heading == Some(&answered.heading) {
            page.push(question);
        } else {
            let id = answered.heading.as_str();
            page.push(Block::question(pack.set(id).map_or(id, |set| &set.name)));
            page.push(question.close());
        }
        heading = Some(&answered.heading);
        answer(page, pack, answered, entry.practice);
    }
}

fn answer(page: &mut Vec<Block>, pack: &Pack, answered: &Answered, practice: bool) {
    let word = answered
        .answer
        .map(|answer| match pack.scale_word(answer.id()) {
            Some(word) if practice => word.practice_text.as_ref().unwrap_or(&word.text).clone(),
            Some(word) => word.text.clone(),
            None => answer.id().to_owned(),
        });
    page.extend(word.map(|word| Block::warm(word).close()));
    page.push(Block::warm(answered.note.trim()).close());
    if answered.points_to_moment {
        page.push(Block::quiet(words::POINTS).close());
    }
    labelled(page, words::DEEPER, &answered.go_deeper);
}

/// What was said about the intention from before, under its words.
fn last_time(page: &mut Vec<Block>, pack: &Pack, entry: &Entry) {
    let Some(last) = &entry.last_time else { return };
    labelled(page, words::LAST_TIME, &last.words);
    let said = last
        .answer
        .map(|answer| option(pack, "last_time", answer.id()));
    page.extend(said.map(|said| Block::warm(said).close()));
    labelled(page, &pack.step("last_time").line, &last.line);
}

fn left_me(pack: &Pack, entry: &Entry) -> String {
    let word = |id: &str| pack.leaving.iter().find(|choice| choice.id == id);
    let said = entry
        .left_me
        .iter()
        .map(|left| word(left.id()).map_or_else(|| left.id(), |word| &word.text));
    said.collect::<Vec<_>>().join(", ")
}

fn option(pack: &Pack, step: &str, id: &str) -> String {
    pack.step(step)
        .option(id)
        .map_or(id, |option| &option.text)
        .to_owned()
}

fn labelled(page: &mut Vec<Block>, label: &str, words: &str) {
    if !words.trim().is_empty() {
        page.extend([Block::quiet(label), Block::warm(words.trim()).close()]);
    }
}
