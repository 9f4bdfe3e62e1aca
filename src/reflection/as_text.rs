//! A walk's own words as plain text, for a copy beside the journal.
//!
//! It is what a person is left with when nothing else can take their words, so it says over each
//! what it answers. It must work with whatever is at hand, also without a pack.

use crate::content::{Choice, Pack, StepWords};
use crate::domain::{Field, FormField, Setting};

use super::pages::words;
use super::vignette;

/// Writes each of the person's own words under the question or the label it answers.
///
/// Without a pack, or for what it does not know, the name of the field stands there.
pub fn as_text<'a>(
    fields: impl IntoIterator<Item = (&'a Field, &'a str)>,
    pack: Option<&Pack>,
) -> String {
    let mut text = String::new();
    for (over, words) in typed(fields, pack) {
        text.extend([over.as_str(), "\n", &words, "\n\n"]);
    }
    text
}

/// Each of the person's own words, after the question or the label it answers.
pub fn typed<'a>(
    fields: impl IntoIterator<Item = (&'a Field, &'a str)>,
    pack: Option<&Pack>,
) -> Vec<(String, String)> {
    let fields: Vec<(&Field, &str)> = fields.into_iter().collect();
    let own = |(field, words): &&(&Field, &str)| field.is_own_words() && !words.is_empty();
    let said = |(field, words): &(&Field, &str)| {
        let said = match (field, pack) {
            (Field::Ways, _) => ways_in_words(words, &fields),
            (_, Some(pack)) => in_words(field, words, pack),
            (_, None) => (*words).to_owned(),
        };
        (over(field, &fields, pack), said)
    };
    fields.iter().filter(own).map(said).collect()
}

/// What stands over the words of a field.
fn over(field: &Field, fields: &[(&Field, &str)], pack: Option<&Pack>) -> String {
    let asked = match field {
        Field::Answer(item) | Field::Note(item) | Field::Points(item) => fields
            .iter()
            .find(|(other, _)| **other == Field::Asked(item.clone()))
            .map(|(_, asked)| (*asked).to_owned())
            .or_else(|| {
                pack?
                    .item(item.as_str())
                    .map(|(_, item)| item.question.clone())
            }),
        Field::Deeper(item) => pack
            .and_then(|pack| pack.item(item.as_str()))
            .map(|(_, item)| item.go_deeper.clone()),
        Field::LastLine => pack.map(|pack| pack.step("last_time").line.clone()),
        Field::BringLine => pack.map(|pack| pack.step("supervision").line.clone()),
        // Which story it was is not seen from the question.
        Field::Pull | Field::Ways | Field::OwnWay => of_story(field, fields, pack),
        Field::LaterLine(_) | Field::Form(FormField::Later) => Some(words::A_LINE.to_owned()),
        Field::Form(FormField::Tags) => Some(words::MY_LABELS.to_owned()),
        _ => pack.and_then(|pack| Some(step_of(field, pack)?.question.clone())),
    };
    asked
        .filter(|asked| !asked.is_empty())
        .unwrap_or_else(|| field.to_string().replace(['_', '.'], " "))
}

/// The question of a try, with the name of the story it is about.
fn of_story(field: &Field, fields: &[(&Field, &str)], pack: Option<&Pack>) -> Option<String> {
    let question = step_of(field, pack?)?.question.clone();
    let title = fields
        .iter()
        .find(|(other, _)| **other == Field::VignetteTitle);
    let title = title.map(|(_, title)| *title).filter(|it| !it.is_empty());
    Some(title.map_or_else(|| question.clone(), |title| format!("{title} {question}")))
}

/// A choice in the words it was offered in; a text as it is.
fn in_words(field: &Field, words: &str, pack: &Pack) -> String {
    let said = |options: &[Choice], id: &str| {
        let found = options.iter().find(|option| option.id == id);
        found.map_or_else(|| id.to_owned(), |option| option.text.clone())
    };
    match field {
        Field::Answer(_) => pack
            .scale_word(words)
            .map_or_else(|| words.to_owned(), |word| word.text.clone()),
        Field::Points(_) => pack.step("item").line.clone(),
        Field::Left => each(words, |id| said(&pack.leaving, id)),
        Field::Form(FormField::Kinds | FormField::Asking) => each(words, |id| {
            step_of(field, pack).map_or_else(|| id.to_owned(), |step| said(&step.options, id))
        }),
        Field::Headings => each(words, |id| {
            pack.set(id)
                .map_or_else(|| id.to_owned(), |set| set.name.clone())
        }),
        _ => {
            step_of(field, pack).map_or_else(|| words.to_owned(), |step| said(&step.options, words))
        }
    }
}

/// The ways that were chosen, in the words they were offered in: the walk itself holds them.
fn ways_in_words(ids: &str, fields: &[(&Field, &str)]) -> String {
    let offered = fields
        .iter()
        .find(|(field, _)| **field == Field::VignetteWays);
    let offered = vignette::offered(offered.map_or("", |(_, words)| words));
    each(ids, |id| {
        let way = offered.iter().find(|way| way.id == id);
        way.map_or_else(|| id.to_owned(), |way| way.words.clone())
    })
}

fn each(ids: &str, said: impl Fn(&str) -> String) -> String {
    ids.split(',').map(said).collect::<Vec<_>>().join(", ")
}

/// The step that asks for a field.
fn step_of<'a>(field: &Field, pack: &'a Pack) -> Option<&'a StepWords> {
    let name = match field {
        Field::Kind => "arrive",
        Field::Stage => "stage",
        Field::Day => "day",
        Field::Minutes => "minutes",
        Field::Left => "left_me",
        Field::Need => "before_stop",
        Field::Moment => "moment",
        Field::Headings => "headings",
        Field::What => "what",
        Field::SoWhat => "so_what",
        Field::NowWhat => "now_what",
        Field::StepBack => "step_back",
        Field::StandBy => "stand_by",
        Field::NextTime => "next_time",
        Field::Last => "last_time",
        Field::Bring => "supervision",
        Field::PutDown => "set_down",
        Field::TalkTo => "talk_to",
        Field::Keep => "land_keep",
        Field::Setting(Setting::Shared) => "first_shared",
        Field::Setting(Setting::Way) => "first_way",
        Field::Setting(Setting::Look) => "first_look",
        Field::Setting(Setting::Begin) => "first_begin",
        Field::Setting(Setting::Words) => "first_words",
        Field::Pull => "try_pull",
        Field::Ways | Field::OwnWay => "try_way",
        Field::HowSure => "try_sure",
        Field::NotThoughtOf => "try_not_thought",
        Field::Want => "try_want",
        Field::Card(line) => return Some(pack.step(&format!("card_{line}"))),
        Field::Line(_) => "form_line",
        // A pack has words for the forms that ask a question, and none for the others.
        Field::Form(field) => return pack.steps.get(&format!("form_{field}")),
        _ => return None,
    };
    Some(pack.step(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CardLine, Draft, ItemId, Subject};

    #[test]
    fn a_copy_holds_every_word_under_what_it_answers() {
        let mut draft = Draft::new(Subject::Card);
        let item = ItemId::new("MUT1");
        draft.write(Field::Place, "moment");
        draft.write(
            Field::Asked(item.clone()),
            "Did we share the choosing today?",
        );
        draft.write(Field::Answer(item.clone()), "partly");
        draft.write(Field::Deeper(item), "I spoke first");
        draft.write(Field::Left, "light,heavy");
        draft.write(Field::StandBy, "I stayed");
        draft.write(Field::BringLine, "the pause");
        for line in CardLine::ALL {
            draft.write(Field::Card(*line), "a friend");
        }
        let pack = Pack::shipped().unwrap();
        let text = as_text(draft.fields(), Some(&pack));
        for said in [
            "Did we share the choosing today?\nPartly\n\n",
            "How has this left me?\nLight, Heavy\n\n",
            "Something I stand by, however small\nI stayed\n\n",
            "What I want to ask or say\nthe pause\n\n",
            "Who is there for me?\na friend\n\n",
        ] {
            assert!(text.contains(said), "{said}{text}");
        }
        assert!(!text.contains("moment\n"), "{text}");
        let text = as_text(draft.fields(), None);
        assert!(text.contains("stand by\nI stayed\n"), "{text}");
        assert!(
            text.contains("Did we share the choosing today?\npartly\n"),
            "{text}"
        );
    }
}
