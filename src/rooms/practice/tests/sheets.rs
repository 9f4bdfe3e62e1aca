//! The practice sheet: only what was chosen, marked at both ends, and no number on it.

use super::kit::*;
use crate::rooms::sheet::practice::{PracticePage, fits, markdown, text};

fn page(journal: &Journal) -> PracticePage<'_> {
    PracticePage {
        on: day("2026-11-22"),
        tries: vec![&journal.tries[0], &journal.tries[3]],
        said: journal.views.said.iter().collect(),
    }
}

#[test]
fn it_says_practice_first_and_last_and_holds_only_what_was_chosen() {
    let (journal, pack) = (Journal::full(), pack());
    let page = page(&journal);
    for said in [markdown(&page, &pack), text(&page, &pack)] {
        let lines: Vec<&str> = said.lines().filter(|it| !it.trim().is_empty()).collect();
        assert!(lines[0].contains("Practice"), "{said}");
        assert!(lines[lines.len() - 1].starts_with("Practice."), "{said}");
        assert!(
            said.contains("A door that sticks") && said.contains("Fairly"),
            "{said}"
        );
        // The other tries are not there.
        assert!(!said.contains("(8)") && !said.contains("(7)"), "{said}");
    }
    let said = text(&page, &pack);
    assert!(
        said.lines().all(|line| line.chars().count() <= 72),
        "{said}"
    );
    insta::assert_snapshot!(format!("{}\n======\n\n{said}", markdown(&page, &pack)));
}

#[test]
fn a_try_or_two_fit_one_page() {
    let (journal, pack) = (Journal::full(), pack());
    let mut page = page(&journal);
    page.said.clear();
    assert!(fits(&page, &pack), "{}", text(&page, &pack));
    page.tries = journal.tries.iter().chain(&journal.tries).collect();
    assert!(!fits(&page, &pack));
}

#[test]
fn a_try_in_which_nothing_was_written_is_a_title_and_a_day() {
    let pack = pack();
    let mut entry = a_try(3, "first-meeting", "2026-03-06");
    entry.answers.clear();
    entry.next_time.clear();
    entry.attempt = None;
    let page = PracticePage {
        on: day("2026-11-22"),
        tries: vec![&entry],
        said: Vec::new(),
    };
    let said = text(&page, &pack);
    assert!(said.contains("Practice, Friday 6 March 2026"), "{said}");
}

#[test]
fn the_title_and_story_of_an_own_pack_steer_no_markdown() {
    let pack = pack();
    let mut entry = a_try(3, "first-meeting", "2026-03-06");
    let attempt = entry.attempt.as_mut().unwrap();
    attempt.title = "The *blue* door".into();
    attempt.story = vec!["# At _nine_ the door is shut.".into()];
    let page = PracticePage {
        on: day("2026-11-22"),
        tries: vec![&entry],
        said: Vec::new(),
    };
    let said = markdown(&page, &pack);
    assert!(
        said.contains("## Practice: The \\*blue\\* door, Friday"),
        "{said}"
    );
    assert!(said.contains("\n\\# At \\_nine\\_ the door"), "{said}");
}

#[test]
fn the_whole_story_is_on_the_sheet() {
    let (journal, pack) = (Journal::full(), pack());
    let story = &pack.vignette("first-meeting").unwrap().story;
    let said = markdown(&page(&journal), &pack);
    for paragraph in story {
        assert!(said.contains(paragraph.as_str()), "{said}");
    }
}

#[test]
fn own_words_steer_no_markdown() {
    let pack = pack();
    let mut entry = a_try(3, "first-meeting", "2026-03-06");
    entry.attempt.as_mut().unwrap().pull = "# shout\n*stars*".into();
    let page = PracticePage {
        on: day("2026-11-22"),
        tries: vec![&entry],
        said: Vec::new(),
    };
    let said = markdown(&page, &pack);
    assert!(said.contains("\\# shout  \n\\*stars\\*"), "{said}");
}
