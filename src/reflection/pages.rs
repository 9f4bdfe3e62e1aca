//! The pages of a reflection and of Land.

mod scene;
pub(super) mod words;

use crate::content::{Choice, Pack, StepWords};
use crate::domain::{Answer, Field, FormField, HeadingId, ItemId, Length, SafetyKind};

use super::{Ask, Example, Kept, Page, Part, Pick, Reflection, Room, Step, gentle, vignette};

/// The wording of an item's question, for a session or for practice.
pub(super) fn question_of(pack: &Pack, item: &str, practice: bool) -> String {
    let Some((_, item)) = pack.item(item) else {
        return String::new();
    };
    if practice && !item.practice_question.is_empty() {
        item.practice_question.clone()
    } else {
        item.question.clone()
    }
}

/// The page a walk is at.
pub(super) fn page_of(walk: &Reflection) -> Page {
    let mut page = match &walk.at {
        step if scene::is_open(walk) => scene::page_of(walk, step),
        Step::Item(item) => item_page(walk, item),
        Step::Deeper(heading) => deeper_page(walk, heading),
        Step::More => more_page(walk),
        Step::Headings => headings_page(walk),
        Step::LastTime => last_time_page(walk),
        Step::SetDown => set_down_page(walk),
        Step::Gentle => gentle_page(walk),
        step if vignette::is_step(step) => vignette::page_of(walk, step),
        plain => plain_page(walk, plain),
    };
    page.room = match (walk.length(), walk.is_practice()) {
        (Some(Length::Land | Length::Note | Length::Story), _) => Room::Land,
        (_, true) => Room::Practice,
        (_, false) => Room::Reflection,
    };
    page.is_last = walk.steps().last() == Some(&walk.at);
    page
}

pub(super) fn said(words: &StepWords) -> Page {
    Page {
        title: words.title.clone(),
        question: words.question.clone(),
        under: words.under.clone(),
        ..Page::default()
    }
}

/// The steps that ask one thing in the pack's words.
fn plain_page(walk: &Reflection, step: &Step) -> Page {
    let words = walk.pack.step(scene::words_name(walk, step));
    let mut page = said(words);
    page.parts = match step {
        Step::Length => vec![choice(Field::Length, length_picks(words), 1)],
        Step::Arrive => vec![choice(Field::Kind, picks(&words.options), 1)],
        Step::Left => vec![choice(Field::Left, picks(&walk.pack.leaving), 2)],
        Step::Need | Step::LandNeed => vec![choice(Field::Need, picks(&words.options), 1)],
        Step::Moment | Step::LandLine => vec![line(Field::Moment, &words.line)],
        Step::What => vec![note(Field::What, &words.line)],
        Step::SoWhat => vec![note(Field::SoWhat, &words.line)],
        Step::NowWhat => vec![note(Field::NowWhat, &words.line)],
        Step::StepBack => vec![note(Field::StepBack, &words.line)],
        Step::StandBy | Step::LandStandBy => vec![line(Field::StandBy, &words.line)],
        Step::NextTime => vec![next_time(walk, &words.line)],
        Step::Supervision => vec![
            choice(Field::Bring, picks(&words.options), 1),
            line(Field::BringLine, &words.line),
        ],
        Step::LandTalkTo => vec![line(Field::TalkTo, &words.line)],
        Step::LandKeep => vec![choice(Field::Keep, picks(&words.options), 1)],
        _ => Vec::new(),
    };
    if *step == Step::Arrive {
        page.more = Some(words::ADD_MORE.to_owned());
        page.more_is_page = true;
        // It is what the walk is about, so it is shown on a magnified screen as well.
        page.read = vignette::scene(&walk.paper);
        if !page.read.is_empty() {
            page.under.clear();
        }
    } else if vignette::offers_story(walk) {
        page.more = Some(words::SCENE_AGAIN.to_owned());
    }
    if *step == Step::NextTime && walk.is_practice() {
        // What is written in practice does not come back, so the page does not say so.
        page.under.clone_from(&walk.pack.step("try_next").under);
    }
    if *step == Step::LandKeep {
        page.kept = kept_words(walk);
    }
    page
}

fn item_page(walk: &Reflection, id: &ItemId) -> Page {
    let Some((set, item)) = walk.pack.item(id.as_str()) else {
        return Page {
            title: id.to_string(),
            ..Page::default()
        };
    };
    let answer = Field::Answer(id.clone());
    let chosen = Answer::from_id(walk.paper.words(&answer));
    let mut parts = vec![choice(answer, scale_picks(walk), 1)];
    let note = Field::Note(id.clone());
    let wanted = chosen.is_some_and(Answer::offers_line) || !walk.paper.words(&note).is_empty();
    if wanted {
        parts.push(line(
            note,
            line_label(&walk.pack, walk.is_practice(), chosen),
        ));
    }
    let deeper = Field::Deeper(id.clone());
    if is_deeper_open(walk, id) {
        parts.push(self::note(deeper, &item.go_deeper));
    }
    Page {
        title: set.name.clone(),
        count: count(walk),
        kept: pointed(walk, id),
        question: asked(walk, id),
        under: item_under(walk, id, &set.strap, chosen),
        parts,
        more_is_page: gentle::is_offered(walk, id),
        more: item_more(walk, id),
        point: can_point(walk).then(|| walk.pack.step("item").line.clone()),
        example: example(walk, item),
        example_open: walk.is_practice(),
        ..Page::default()
    }
}

fn item_under(walk: &Reflection, id: &ItemId, strap: &str, chosen: Option<Answer>) -> Vec<String> {
    let mut under = vec![strap.to_owned()];
    under.retain(|line| !line.is_empty());
    // Offered, never forced, and only a quiet line (`content.md` §6.2).
    if gentle::may_help(id, chosen) {
        let offer = walk.pack.step("safety_offer");
        under.push(offer.question.clone());
        under.extend(offer.under.iter().cloned());
    }
    under
}

/// What "more" opens: the quiet page where it may help and was not opened yet, else the made-up
/// session, from which it goes deeper, else going deeper.
fn item_more(walk: &Reflection, id: &ItemId) -> Option<String> {
    if gentle::is_offered(walk, id) {
        return Some(walk.pack.step("gentle").line.clone());
    }
    if vignette::offers_story(walk) {
        return Some(words::SCENE_AGAIN.to_owned());
    }
    can_deepen(walk, id).then(|| words::GO_DEEPER.to_owned())
}

/// Whether the way deeper stands on the page of a question.
fn is_deeper_open(walk: &Reflection, id: &ItemId) -> bool {
    let deeper = Field::Deeper(id.clone());
    walk.paper.has_chosen(&Field::More, id.as_str()) || !walk.paper.words(&deeper).is_empty()
}

/// Whether it has a way deeper that is not open yet.
fn can_deepen(walk: &Reflection, id: &ItemId) -> bool {
    let item = walk.pack.item(id.as_str());
    item.is_some_and(|(_, it)| !it.go_deeper.is_empty()) && !is_deeper_open(walk, id)
}

/// Three choices, and whom and when only where someone was told or will be.
fn gentle_page(walk: &Reflection) -> Page {
    let asked = |field: FormField, most: usize| {
        let words = walk.pack.step(&format!("form_{field}"));
        Part {
            label: words.question.clone(),
            ..choice(Field::Form(field), picks(&words.options), most)
        }
    };
    let mut page = said(walk.pack.step("gentle"));
    page.parts = vec![
        asked(FormField::Whose, 1),
        asked(FormField::Kinds, SafetyKind::ALL.len()),
        asked(FormField::Told, 1),
    ];
    for field in gentle::lines(&walk.paper) {
        let words = walk.pack.step(&format!("form_{field}"));
        page.parts.push(line(Field::Form(field), &words.line));
    }
    page
}

/// Whether there is a moment that an answer can point to.
fn can_point(walk: &Reflection) -> bool {
    !walk.paper.words(&Field::Moment).trim().is_empty()
}

fn example(walk: &Reflection, item: &crate::content::Item) -> Option<Example> {
    let words = walk.pack.step("item");
    let label = |id| {
        words
            .option(id)
            .map_or_else(String::new, |option| option.text.clone())
    };
    (!item.mine.is_empty() || !item.theirs.is_empty()).then(|| Example {
        title: label("can_look_like"),
        mine_label: label("mine"),
        theirs_label: label("theirs"),
        mine: item.mine.clone(),
        theirs: item.theirs.clone(),
        seed: item.seed_shown.clone(),
    })
}

/// What stands over the line beside an answer.
pub fn line_label(pack: &Pack, practice: bool, chosen: Option<Answer>) -> &str {
    // In practice the words to point to are those of what was chosen.
    if practice && chosen == Some(Answer::Moment) {
        return words::WHICH_WORDS;
    }
    chosen
        .and_then(|answer| pack.scale_word(answer.id()))
        .map_or("", |word| &word.then)
}

fn asked(walk: &Reflection, id: &ItemId) -> String {
    let asked = walk.paper.words(&Field::Asked(id.clone()));
    if asked.is_empty() {
        question_of(&walk.pack, id.as_str(), walk.is_practice())
    } else {
        asked.to_owned()
    }
}

fn pointed(walk: &Reflection, id: &ItemId) -> Vec<Kept> {
    if walk.paper.words(&Field::Points(id.clone())).is_empty() {
        return Vec::new();
    }
    kept(walk, words::MY_MOMENT, &Field::Moment)
        .into_iter()
        .collect()
}

/// Which question of how many: questions only, as they are numbered for the person.
fn count(walk: &Reflection) -> Option<(usize, usize)> {
    let steps = walk.steps();
    let items: Vec<&Step> = steps
        .iter()
        .filter(|step| matches!(step, Step::Item(_)))
        .collect();
    let place = items.iter().position(|step| **step == walk.at)?;
    Some((place + 1, items.len()))
}

fn scale_picks(walk: &Reflection) -> Vec<Pick> {
    walk.pack
        .scale
        .iter()
        .map(|word| Pick {
            id: word.id.clone(),
            key: word.key,
            words: match &word.practice_text {
                Some(practice) if walk.is_practice() => practice.clone(),
                _ => word.text.clone(),
            },
        })
        .collect()
}

fn deeper_page(walk: &Reflection, heading: &HeadingId) -> Page {
    let words = walk.pack.step("deeper");
    let Some(item) = walk.deeper_item(heading) else {
        return said(words);
    };
    let go_deeper = walk
        .pack
        .item(item.as_str())
        .map_or("", |(_, item)| &item.go_deeper);
    let mut before = kept(walk, &asked(walk, &item), &Field::Note(item.clone()));
    if before.is_none() && !walk.paper.words(&Field::Answer(item.clone())).is_empty() {
        before = answer_kept(walk, &item);
    }
    Page {
        title: walk
            .pack
            .set(heading.as_str())
            .map_or_else(String::new, |set| set.name.clone()),
        kept: before.into_iter().collect(),
        question: go_deeper.to_owned(),
        under: words.under.clone(),
        parts: vec![note(Field::Deeper(item), &words.line)],
        ..Page::default()
    }
}

fn answer_kept(walk: &Reflection, item: &ItemId) -> Option<Kept> {
    let answer = walk.paper.words(&Field::Answer(item.clone()));
    let word = walk.pack.scale_word(answer)?;
    Some(Kept {
        label: asked(walk, item),
        words: word.text.clone(),
    })
}

/// Stage, day, minutes and practice on one page: they are answered by few.
fn more_page(walk: &Reflection) -> Page {
    let pack = &walk.pack;
    let stage = pack.step("stage");
    let practice = vec![
        Pick {
            id: "yes".into(),
            key: 'y',
            words: words::PRACTICE_YES.into(),
        },
        Pick {
            id: "no".into(),
            key: 'o',
            words: words::PRACTICE_NO.into(),
        },
    ];
    Page {
        title: words::MORE_TITLE.to_owned(),
        question: words::MORE_QUESTION.to_owned(),
        under: vec![words::MORE_UNDER.to_owned()],
        parts: vec![
            Part {
                label: stage.question.clone(),
                ..choice(Field::Stage, picks(&stage.options), 1)
            },
            line(Field::Day, &pack.step("day").line),
            line(Field::Minutes, &pack.step("minutes").line),
            Part {
                label: words::PRACTICE.into(),
                ..choice(Field::Practice, practice, 1)
            },
        ],
        ..Page::default()
    }
}

fn headings_page(walk: &Reflection) -> Page {
    let (name, most) = match walk.length() {
        Some(Length::Three) => ("headings_three", 3),
        Some(Length::Deep) => ("headings_deep", 3),
        _ => ("headings", 2),
    };
    let words = walk.pack.step(name);
    let mut page = said(words);
    let offered = walk.pack.set(walk.paper.words(&Field::Offered));
    if let Some(set) = offered {
        page.under
            .push(format!("{} {}.", words::NOT_LATELY, set.name));
    }
    let sets = walk.pack.sets.iter();
    let picks = sets
        .zip('a'..='z')
        .map(|(set, key)| Pick {
            id: set.id.clone(),
            key,
            words: set.name.clone(),
        })
        .collect();
    page.parts = vec![choice(Field::Headings, picks, most)];
    page
}

fn last_time_page(walk: &Reflection) -> Page {
    let words = walk.pack.step("last_time");
    let mut page = said(words);
    page.kept = kept(walk, words::LAST_TIME, &Field::LastWords)
        .into_iter()
        .collect();
    page.parts = vec![
        choice(Field::Last, picks(&words.options), 1),
        line(Field::LastLine, &words.line),
    ];
    page
}

fn set_down_page(walk: &Reflection) -> Page {
    let put_down = walk.pack.step("set_down");
    let talk_to = walk.pack.step("talk_to");
    let mut page = said(put_down);
    page.kept = kept_words(walk);
    page.parts = vec![
        line(Field::PutDown, &put_down.line),
        Part {
            label: talk_to.question.clone(),
            ..line(Field::TalkTo, "")
        },
    ];
    page
}

/// What was kept, in the person's own words: the moment, the strength, the next step.
pub(super) fn kept_words(walk: &Reflection) -> Vec<Kept> {
    if walk.length() == Some(Length::Vignette) {
        return vignette::kept_words(walk);
    }
    [
        (
            if walk.length() == Some(Length::Land) {
                words::MY_LINE
            } else if vignette::scene(&walk.paper).is_empty() {
                words::MY_MOMENT
            } else {
                words::I_WOULD
            },
            Field::Moment,
        ),
        (words::I_STAND_BY, Field::StandBy),
        (words::NEXT_TIME, Field::NextTime),
    ]
    .iter()
    .filter_map(|(label, field)| kept(walk, label, field))
    .collect()
}

pub(super) fn kept(walk: &Reflection, label: &str, field: &Field) -> Option<Kept> {
    let words = walk.paper.words(field).trim();
    (!words.is_empty()).then(|| Kept {
        label: label.to_owned(),
        words: words.to_owned(),
    })
}

/// The next-time line, with the starter of the last question that was answered.
fn next_time(walk: &Reflection, label: &str) -> Part {
    let starter = walk.steps().iter().rev().find_map(|step| {
        let Step::Item(id) = step else { return None };
        let answer = walk.paper.words(&Field::Answer(id.clone()));
        let open = matches!(answer, "not_sure" | "partly" | "not_this_time");
        open.then(|| {
            walk.pack
                .item(id.as_str())
                .map(|(_, item)| item.next_time.clone())
        })?
    });
    Part {
        field: Field::NextTime,
        label: label.to_owned(),
        ask: Ask::Line { starter },
    }
}

pub(super) fn picks(choices: &[Choice]) -> Vec<Pick> {
    choices
        .iter()
        .map(|choice| Pick {
            id: choice.id.clone(),
            key: choice.key,
            words: choice.text.clone(),
        })
        .collect()
}

/// The lengths, under the ids that entries keep.
fn length_picks(words: &StepWords) -> Vec<Pick> {
    let mut picks = picks(&words.options);
    for pick in &mut picks {
        if pick.id == "nothing" {
            Length::NothingMuch.id().clone_into(&mut pick.id);
        }
    }
    picks
}

pub(super) fn choice(field: Field, picks: Vec<Pick>, most: usize) -> Part {
    Part {
        field,
        label: String::new(),
        ask: Ask::Choice { picks, most },
    }
}

pub(super) fn line(field: Field, label: &str) -> Part {
    Part {
        field,
        label: label.to_owned(),
        ask: Ask::Line { starter: None },
    }
}

pub(super) fn note(field: Field, label: &str) -> Part {
    Part {
        field,
        label: label.to_owned(),
        ask: Ask::Note,
    }
}
