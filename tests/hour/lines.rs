//! The hour, line by line: a talk with the real program, in which each line waits for its prompt.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout};

use super::{
    AGAIN, BENCH, FIND, FOOTING, MOMENT, NEXT, NOT_THOUGHT_OF, OWN_WAY, PART, PULL, STAND_BY, WHO,
    WORDS,
};
use crate::shell::Shell;

/// What every prompt ends with, and nothing that is said before one does.
const PROMPT: &str = ": ";

/// A talk on its way.
pub(crate) struct Talk {
    child: Child,
    ear: ChildStdin,
    mouth: ChildStdout,
    /// What was said since the last line.
    said: String,
    /// All that was said and typed, as it would stand in a terminal.
    pub(crate) all: String,
}

impl Talk {
    pub(crate) fn begin(shell: &Shell, args: &[&str]) -> Self {
        let mut child = shell.command(args).spawn().unwrap();
        let (ear, mouth) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut talk = Self {
            child,
            ear,
            mouth,
            said: String::new(),
            all: String::new(),
        };
        talk.listen();
        talk
    }

    /// Listens until the next prompt, or the end.
    fn listen(&mut self) {
        let mut heard = Vec::new();
        let mut some = [0; 4096];
        while !heard.ends_with(PROMPT.as_bytes()) {
            let read = self.mouth.read(&mut some).unwrap();
            if read == 0 {
                break;
            }
            heard.extend_from_slice(&some[..read]);
        }
        self.said = String::from_utf8(heard).unwrap();
        self.all.push_str(&self.said);
    }

    /// Types a line, once this question has been asked.
    #[track_caller]
    pub(crate) fn at(&mut self, question: &str, line: &str) -> &mut Self {
        assert!(
            self.said.contains(question),
            "no {question:?} in:\n{}",
            self.all
        );
        self.all.push_str(line);
        writeln!(self.ear, "{line}").unwrap();
        self.listen();
        self
    }

    /// Types the number of the row that begins so.
    #[track_caller]
    pub(crate) fn picks(&mut self, words: &str) -> &mut Self {
        let numbered = |line: &str| {
            let (number, row) = line.split_once(' ')?;
            let is_row = number.parse::<u8>().is_ok() && row.starts_with(words);
            is_row.then(|| number.to_owned())
        };
        let found = self.said.lines().find_map(numbered);
        let number = found.unwrap_or_else(|| panic!("no row {words:?} in:\n{}", self.all));
        self.at("", &number)
    }

    /// Hears the program out, and gives the whole talk.
    pub(crate) fn end(mut self) -> String {
        drop(self.ear);
        let said = self.child.wait_with_output().unwrap();
        let err = String::from_utf8(said.stderr).unwrap();
        assert_eq!((said.status.code(), err.as_str()), (Some(0), ""));
        std::mem::take(&mut self.all)
    }
}

/// The whole hour, from a computer with nothing on it to the sheet: what was said, and where it is.
pub(crate) fn hour() -> (String, Shell) {
    let shell = Shell::new();
    let mut talk = Talk::begin(&shell, &["--plain"]);
    first_steps(&mut talk);
    one_story(&mut talk);
    learn(&mut talk);
    made_up_session(&mut talk);
    one_heading(&mut talk);
    sheet(&mut talk, &shell);
    talk.at("Home.", "q");
    (talk.end(), shell)
}

fn first_steps(talk: &mut Talk) {
    talk.at("A quiet place", "").picks("No, only me");
    talk.at("Lock the journal", "2").picks("Plain");
    talk.at("How should it look?", "");
    talk.at("Who can I ring", WHO)
        .picks("I have no sessions yet");
}

fn one_story(talk: &mut Talk) {
    talk.picks("Try it").at("The story.", "");
    talk.at("What is my first pull?", PULL)
        .at("Next line: ", ".");
    talk.at("What might I do?", "1 3")
        .at("in my own words", OWN_WAY);
    talk.at("How sure am I?", "1").at("Before the views.", "");
    for view in 1..=4 {
        talk.at(&format!("View {view} of 4."), "");
    }
    talk.at("Where they differ.", "");
    talk.at("What did I not think of?", NOT_THOUGHT_OF);
    talk.at("Next line: ", ".");
    talk.at("Question 1 of 3", "p").at("Which part?", PART);
    talk.at("Question 2 of 3", "y").at("Your words: ", WORDS);
    talk.at("Question 3 of 3", "d")
        .at("when this comes up?", NEXT);
    talk.at("what would I want?", "2");
    talk.at("Try it again", "b");
}

fn learn(talk: &mut Talk) {
    talk.picks("Learn").picks("Find in the pages");
    talk.at("Words to find", FIND).picks("What a safe note is");
    talk.at("Two questions to sit with", "b")
        .at("Pages with", "b");
    talk.picks("Mutuality").picks("Was I open about the parts");
    talk.at("From their side", "b");
    talk.at("Next: ", "b").at("Short pages", "b");
}

fn made_up_session(talk: &mut Talk) {
    talk.picks("Practice room").picks("A made-up session");
    talk.picks("Quick");
    talk.at("What kind of session", "1")
        .at("How has this left me?", "");
    talk.at("before you stop?", "1");
    talk.at("What would I do or say in it?", MOMENT);
    talk.at("Question 1 of 6", "p").at("Which part?", BENCH);
    talk.at("Question 2 of 6", "y").at("Your words: ", "");
    for question in 3..=6 {
        talk.at(&format!("Question {question} of 6"), "");
    }
    talk.at("Something I stand by", STAND_BY);
    talk.at("try next time?", "").at("What will help", "");
    talk.at("Who could I talk to?", "");
}

fn one_heading(talk: &mut Talk) {
    talk.picks("How sure I would feel").picks("Mutuality");
    talk.picks("Say how sure").picks("With someone beside me");
    talk.at("What makes me say so", FOOTING);
    talk.at("asked again?", AGAIN);
    talk.at("That is kept.", "b")
        .at("One heading at a time", "b");
}

fn sheet(talk: &mut Talk, shell: &Shell) {
    let folder = shell.path("pages");
    std::fs::create_dir(&folder).unwrap();
    talk.picks("A sheet for my tutor").picks(super::STORY);
    talk.picks("Mutuality").picks("See the page");
    talk.picks("Save it as Markdown");
    talk.at("Where to save it", &folder.display().to_string());
    talk.at("It is in this file", "1")
        .at("What would I like to show?", "b");
    talk.at("Practice room.", "b");
}
