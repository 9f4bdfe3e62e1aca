//! An entry, told again: what stands on the page where it is read, in the order of the walk.
//!
//! Both front ends draw this and nothing else, so that neither shows what the other leaves out.
//! What was skipped leaves no trace.

use crate::content::{Choice, Pack};
use crate::domain::{Answered, Entry, FormField, Kind, Length, Need, say_day};

use super::pages::words;

/// What a piece of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// The day, over everything.
    Day,
    /// What stands around it: the kind, the stage, the minutes, practice.
    About,
    /// The name of a heading.
    Heading,
    /// A question in the wording it was asked in.
    Question,
    /// What stands under a question; its label can be left out where it is plain to see.
    Answer,
    /// Words or a choice of the person's own, under a label.
    Own,
    /// A quiet line under a question.
    Said,
}

/// One piece of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is.
    pub telling: Telling,
    /// What stands over it or before it; empty where nothing does.
    pub label: String,
    /// Its words.
    pub words: String,
    /// Whether it begins a new part of the page.
    pub begins: bool,
}

/// Says what kind of time it was, or what else made the entry.
pub fn say_kind(pack: &Pack, kind: Option<Kind>, length: Length) -> String {
    match (length, kind) {
        (Length::Land, _) => pack.step("land_line").title.clone(),
        (Length::Note, _) => words::A_LINE.to_owned(),
        (Length::Story, _) => words::MY_STORY.to_owned(),
        (Length::Vignette, _) => words::A_TRY.to_owned(),
        (Length::NothingMuch, _) => pack.step("nothing_much").title.clone(),
        (_, Some(kind)) => said(&pack.step("arrive").options, kind.id()),
        (_, None) => words::A_REFLECTION.to_owned(),
    }
}

/// Tells an entry.
pub fn told(pack: &Pack, entry: &Entry) -> Vec<Told> {
    let title = |step: &str| pack.step(step).title.as_str();
    let line = |step: &str| pack.step(step).line.as_str();
    let mut page = OnPage(Vec::new());
    page.put(Telling::Day, "", &say_day(entry.on));
    about(&mut page, pack, entry);
    let is_line = matches!(entry.length, Length::Land | Length::Note);
    for paragraph in &entry.scene {
        page.put(Telling::Said, "", paragraph);
    }
    let moment = match (is_line, entry.scene.is_empty()) {
        (true, _) => words::MY_LINE,
        (false, true) => title("moment"),
        (false, false) => words::I_WOULD,
    };
    page.own(moment, &entry.moment);
    story(&mut page, pack, entry);
    attempt(&mut page, pack, entry);
    answers(&mut page, pack, entry);
    for (step, text) in [
        ("what", &entry.deep.what),
        ("so_what", &entry.deep.so_what),
        ("now_what", &entry.deep.now_what),
        ("step_back", &entry.deep.step_back),
        ("stand_by", &entry.stand_by),
        ("next_time", &entry.next_time),
    ] {
        page.own(title(step), text);
    }
    if let Some(want) = entry.attempt.as_ref().and_then(|attempt| attempt.want) {
        page.own(
            words::I_WANT,
            &said(&pack.step("try_want").options, want.id()),
        );
    }
    last_time(&mut page, pack, entry);
    if entry.supervision.bring {
        page.own(title("supervision"), words::ON_MY_LIST);
    }
    page.own(line("supervision"), &entry.supervision.note);
    page.own(line("set_down"), &entry.put_down);
    let is_land = entry.length == Length::Land;
    let talk_to = line(if is_land { "land_talk_to" } else { "talk_to" });
    page.own(talk_to, &entry.talk_to);
    if let Some(need) = entry.before_stop.filter(|need| *need != Need::NothingNow) {
        let step = pack.step("before_stop");
        page.own(&step.title, &said(&step.options, need.id()));
    }
    let left = entry.left_me.iter();
    let left: Vec<String> = left.map(|left| said(&pack.leaving, left.id())).collect();
    page.own(words::LEFT_ME, &left.join(", "));
    safety(&mut page, pack, entry);
    page.own(words::TAGS, &entry.tags.join(", "));
    for later in &entry.later {
        page.own(&words::added_on(later.at.date_naive()), &later.words);
    }
    page.0
}

/// The page on its way.
struct OnPage(Vec<Told>);

impl OnPage {
    fn put(&mut self, telling: Telling, label: &str, words: &str) {
        if !words.trim().is_empty() {
            self.0.push(Told {
                telling,
                label: label.to_owned(),
                words: words.trim().to_owned(),
                begins: false,
            });
        }
    }

    /// Puts something that begins a new part.
    fn begin(&mut self, telling: Telling, label: &str, words: &str) {
        let before = self.0.len();
        self.put(telling, label, words);
        if let Some(told) = self.0.get_mut(before) {
            told.begins = true;
        }
    }

    fn own(&mut self, label: &str, words: &str) {
        self.begin(Telling::Own, label, words);
    }
}

fn about(page: &mut OnPage, pack: &Pack, entry: &Entry) {
    let kind = say_kind(pack, entry.kind, entry.length);
    page.put(Telling::About, words::KIND, &kind);
    if let Some(stage) = entry.stage {
        let step = pack.step("stage");
        page.put(
            Telling::About,
            &step.title,
            &said(&step.options, stage.id()),
        );
    }
    if let Some(minutes) = entry.minutes {
        let unit = if minutes == 1 {
            words::MINUTE
        } else {
            words::MINUTES_LONG
        };
        let minutes = format!("{minutes} {unit}");
        page.put(Telling::About, words::HOW_LONG, &minutes);
    }
    if entry.practice {
        page.put(Telling::About, "", words::FOR_PRACTICE);
    }
}

/// The answers in the order asked; each heading is named once over those that follow each other.
fn answers(page: &mut OnPage, pack: &Pack, entry: &Entry) {
    let mut heading = None;
    for answered in &entry.answers {
        if heading == Some(&answered.heading) {
            page.begin(Telling::Question, "", &answered.question);
        } else {
            let id = answered.heading.as_str();
            page.begin(
                Telling::Heading,
                "",
                pack.set(id).map_or(id, |set| &set.name),
            );
            page.put(Telling::Question, "", &answered.question);
        }
        heading = Some(&answered.heading);
        answer(page, pack, answered, entry.practice);
    }
}

fn answer(page: &mut OnPage, pack: &Pack, answered: &Answered, practice: bool) {
    if let Some(answer) = answered.answer {
        let word = match pack.scale_word(answer.id()) {
            Some(word) if practice => word.practice_text.as_ref().unwrap_or(&word.text).clone(),
            Some(word) => word.text.clone(),
            None => answer.id().replace('_', " "),
        };
        page.put(Telling::Answer, words::ANSWER, &word);
    }
    page.put(Telling::Answer, words::NOTE, &answered.note);
    if answered.points_to_moment {
        page.put(Telling::Said, "", words::POINTS);
    }
    page.put(Telling::Own, words::GOING_DEEPER, &answered.go_deeper);
}

/// Before and after sharing a story, each under the label it was asked with.
fn story(page: &mut OnPage, pack: &Pack, entry: &Entry) {
    let Some(story) = &entry.story else { return };
    for (field, text) in [
        (FormField::Hope, &story.hope),
        (FormField::KeepBack, &story.keep_back),
        (FormField::ForThem, &story.for_them),
        (FormField::ForMe, &story.for_me),
    ] {
        page.own(&pack.step(&format!("form_{field}")).line, text);
    }
}

/// A try: the story as it was shown, and what was thought before and after the views.
fn attempt(page: &mut OnPage, pack: &Pack, entry: &Entry) {
    let Some(attempt) = &entry.attempt else {
        return;
    };
    page.begin(Telling::Heading, "", &attempt.title);
    for paragraph in &attempt.story {
        page.put(Telling::Said, "", paragraph);
    }
    page.own(words::MY_PULL, &attempt.pull);
    for way in &attempt.ways {
        page.own(words::I_MIGHT, &way.words);
    }
    page.own(words::I_MIGHT, &attempt.own_way);
    if let Some(sure) = attempt.how_sure {
        let sure = said(&pack.step("try_sure").options, sure.id());
        page.own(words::HOW_SURE, &sure);
    }
    page.own(words::NOT_THOUGHT_OF, &attempt.not_thought_of);
}

/// What was said about the intention from before, under its words.
fn last_time(page: &mut OnPage, pack: &Pack, entry: &Entry) {
    let Some(last) = &entry.last_time else { return };
    let step = pack.step("last_time");
    page.own(words::LAST_TIME, &last.words);
    if let Some(answer) = last.answer {
        let said = said(&step.options, answer.id());
        page.put(Telling::Answer, words::ANSWER, &said);
    }
    page.put(Telling::Own, &step.line, &last.line);
}

/// What was said on the gentle path: roles and days, and no more.
fn safety(page: &mut OnPage, pack: &Pack, entry: &Entry) {
    let Some(safety) = &entry.safety else { return };
    let options = |step: &str| pack.steps.get(step).map_or(&[][..], |step| &step.options);
    let kinds = safety.kinds.iter();
    let kinds: Vec<String> = kinds
        .map(|kind| said(options("form_kinds"), kind.id()))
        .collect();
    let whose = safety.whose.map(|it| said(options("form_whose"), it.id()));
    let told = safety.told.map(|it| said(options("form_told"), it.id()));
    let before = page.0.len();
    for (label, words) in [
        (words::WHOSE_SAFETY, whose.unwrap_or_default().as_str()),
        (words::WHICH_SAFETY, &kinds.join(", ")),
        (words::TOLD_SOMEONE, told.unwrap_or_default().as_str()),
        (words::TOLD_WHO, &safety.who),
        (words::TOLD_DAY, &safety.day),
    ] {
        page.put(Telling::Own, label, words);
    }
    if let Some(first) = page.0.get_mut(before) {
        first.begins = true;
    }
}

/// What a choice is called; its id when this pack does not have it.
fn said(options: &[Choice], id: &str) -> String {
    let found = options.iter().find(|option| option.id == id);
    found.map_or_else(|| id.replace('_', " "), |option| option.text.clone())
}
