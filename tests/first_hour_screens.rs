//! The first hour of a trainee, in the full screen: a picture at every station, and the same journal
//! at the end as the hour line by line leaves.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod hour;
mod shell;
mod support;

use alongside::store::{Access, Key, Store};
use hour::{
    AGAIN, BENCH, FIND, FOOTING, MOMENT, NEXT, NOT_THOUGHT_OF, OWN_WAY, PART, PULL, STAND_BY,
    STORY, WHO, WORDS,
};
use support::desk::{Desk, Setup};

/// The hour on its way, and what is looked at.
struct Hour {
    desk: Desk,
    /// The pictures in their order, as one strip.
    strip: String,
    folder: tempfile::TempDir,
}

impl Hour {
    /// Sits down at a computer with nothing on it.
    fn begin(size: (u16, u16)) -> Self {
        let mut setup = Setup {
            size,
            ..Setup::settled()
        };
        setup.settings.first_run_done = false;
        Self {
            desk: setup.open(),
            strip: String::new(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Takes a picture of where one is now.
    fn picture(&mut self, name: &str) {
        self.desk.wait(2_000);
        let screen = self.desk.screen();
        self.strip
            .extend(["== ", name, "\n", screen.as_str(), "\n"]);
        let (_, cursor) = self.desk.draw();
        assert!(self.desk.size.contains(cursor));
    }

    /// Reads on until this is on the screen: a small one takes more turns.
    #[track_caller]
    fn reads_to(&mut self, words: &str) -> &mut Self {
        for _ in 0..30 {
            if self.desk.screen().contains(words) {
                return self;
            }
            self.desk.press("Enter");
        }
        panic!("never at {words:?}:\n{}", self.desk.screen());
    }

    /// Goes to the row that begins so, and chooses it.
    #[track_caller]
    fn picks(&mut self, row: &str) -> &mut Self {
        for key in ["Down", "Up"] {
            for _ in 0..40 {
                let screen = self.desk.screen();
                if screen.lines().any(|line| chosen(line, row)) {
                    self.desk.press("Enter");
                    return self;
                }
                self.desk.press(key);
            }
        }
        panic!("no row {row:?}:\n{}", self.desk.screen());
    }

    fn types(&mut self, words: &str) -> &mut Self {
        self.desk.types(words);
        self
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        self.desk.press(keys);
        self
    }
}

/// Tells whether a line is the row that Enter means now.
fn chosen(line: &str, row: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix('>') else {
        return false;
    };
    let rest = rest.trim_start();
    let words = match rest.split_once("  ") {
        // The letter that chooses it stands before it.
        Some((key, words)) if key.chars().count() == 1 => words.trim_start(),
        _ => rest,
    };
    words.starts_with(row)
}

fn first_steps(hour: &mut Hour) {
    hour.picture("welcome");
    hour.press("Ctrl+N n");
    hour.picture("this computer");
    hour.press("Ctrl+N").types(WHO).press("Tab n");
    hour.picture("no sessions yet");
    hour.press("Enter");
    hour.picture("a first story");
}

fn one_story(hour: &mut Hour) {
    hour.press("Enter");
    hour.picture("story");
    hour.reads_to("my first pull?").types(PULL);
    hour.picture("pull");
    hour.press("Ctrl+N a c Tab").types(OWN_WAY);
    hour.picture("what i might do");
    hour.press("Ctrl+N n");
    hour.picture("how sure");
    hour.press("Enter");
    hour.picture("before the views");
    hour.reads_to("View 1 of 4");
    hour.picture("view");
    hour.reads_to("Where they differ");
    hour.picture("where they differ");
    hour.reads_to("did I not think of?").types(NOT_THOUGHT_OF);
    hour.picture("not thought of");
    hour.press("Ctrl+N p").types(PART);
    hour.picture("question");
    hour.press("Ctrl+N y").types(WORDS);
    hour.press("Ctrl+N d Ctrl+N").types(NEXT);
    hour.press("Ctrl+N s");
    hour.picture("what i want");
    hour.press("Enter");
    hour.picture("kept");
    hour.press("Enter");
    hour.picture("story tried");
    hour.press("Esc");
}

fn learn(hour: &mut Hour) {
    hour.picks("Learn");
    hour.picture("learn");
    hour.picks("Find in the pages").types(FIND).press("Enter");
    hour.picture("found");
    hour.picks("What a safe note is");
    hour.picture("page");
    hour.press("Esc Esc")
        .picks("Mutuality")
        .picks("Was I open about");
    hour.picture("what it can look like");
    hour.press("Esc Esc Esc");
}

fn made_up_session(hour: &mut Hour) {
    hour.press("p");
    hour.picture("practice room");
    hour.picks("A made-up session").press("q Enter");
    hour.picture("made up");
    hour.reads_to("What kind of session")
        .press("o Enter Enter n Enter");
    hour.types(MOMENT).press("Ctrl+N p").types(BENCH);
    hour.picture("in what i chose");
    hour.press("Ctrl+N y Ctrl+N Ctrl+N Ctrl+N Ctrl+N Ctrl+N");
    hour.types(STAND_BY).press("Ctrl+N Ctrl+N");
    hour.picture("set down");
    hour.press("Ctrl+N");
    hour.picture("reflection kept");
    // It leads back to the practice room.
    hour.press("Enter");
}

fn one_heading(hour: &mut Hour) {
    hour.picks("How sure I would feel");
    hour.picture("headings");
    hour.picks("Mutuality");
    hour.picture("longer view nothing");
    hour.picks("Say how sure").press("w").types(FOOTING);
    hour.picture("longer view form");
    hour.press("Ctrl+N").types(AGAIN).press("Ctrl+N");
    hour.picture("longer view");
    hour.press("Esc Esc");
}

fn sheet(hour: &mut Hour) {
    hour.picks("A sheet for my tutor")
        .picks(STORY)
        .picks("Mutuality");
    hour.picture("sheet chosen");
    hour.press("Home").picks("See the page");
    hour.picture("sheet");
    hour.picks("Save it as Markdown").press("Ctrl+U");
    let folder = hour.folder.path().display().to_string();
    hour.types(&folder).press("Enter");
    hour.desk.sees("in this file");
    let saved = std::fs::read_dir(hour.folder.path()).unwrap().next();
    let saved = std::fs::read_to_string(saved.unwrap().unwrap().path()).unwrap();
    assert!(saved.contains(PULL) && saved.contains(FOOTING), "{saved}");
    assert!(!saved.contains(MOMENT), "{saved}");
}

#[test]
fn the_first_hour_looks_like_this_and_leaves_what_the_lines_leave() {
    let (_, shell) = hour::lines::hour();
    let at = shell::small::at("2026-03-12");
    let store = Store::open(&shell.journal(), Access::Read, &Key::None, at).unwrap();
    let by_lines = hour::left(&store);
    assert_eq!(by_lines["entries"].as_array().unwrap().len(), 2);
    assert_eq!(by_lines["half_done"], 0);
    for size in [(80, 24), (60, 18), (40, 10)] {
        let mut hour = Hour::begin(size);
        first_steps(&mut hour);
        one_story(&mut hour);
        learn(&mut hour);
        made_up_session(&mut hour);
        one_heading(&mut hour);
        sheet(&mut hour);
        let (width, height) = size;
        insta::assert_snapshot!(format!("the_hour_{width}x{height}"), hour.strip);
        assert_eq!(hour::left(&hour.desk.store), by_lines, "{size:?}");
    }
}
