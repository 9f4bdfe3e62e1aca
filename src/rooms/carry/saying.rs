//! A line about an intention, on a form: what became of it, and a few words.

use super::super::around::Standing;
use super::super::matter::{Matter, Next, Talk};
use super::super::told::Told;
use super::super::{Came, Given, Leaf, Work};
use super::words;
use crate::content::Pack;
use crate::domain::{CarryAnswer, Draft, Ends, Field, Form, FormKind, Id, LastTime, Subject};
use crate::reflection::{Ask, FormWalk, Kept, Page, Part, Pick, Room};

/// The form on its way.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct Saying {
    of: Id,
    words: Option<String>,
    /// Whether what became of it was said just before, and only a line is asked for.
    after_a_word: bool,
    /// Whether the form was opened: what comes then is what became of it.
    is_written: bool,
    /// Whether its entry is not there: then what was typed is only read.
    is_gone: bool,
}

impl Saying {
    /// Opens the form; the words of the intention are read from its entry where they are not known.
    pub(in crate::rooms) fn new(of: Id, words: Option<String>) -> Self {
        Self {
            of,
            words,
            after_a_word: false,
            is_written: false,
            is_gone: false,
        }
    }

    /// Asks for a line alone, after what became of it was said. Blank leaves it at that.
    pub(super) fn after_a_word(of: Id, words: Option<String>) -> Self {
        Self {
            after_a_word: true,
            ..Self::new(of, words)
        }
    }

    fn subject(&self) -> Subject {
        Subject::Form(Form {
            kind: FormKind::Carry,
            of: Some(self.of),
        })
    }

    fn form(&self, unfinished: Option<Draft>, pack: &Pack) -> FormWalk {
        let own = self.words.as_deref().unwrap_or_default();
        // What was left half-way may hold another answer, and must not hide it.
        let is_line = self.after_a_word && unfinished.as_ref().is_none_or(has_no_answer);
        let page = if is_line {
            line_page(pack, own)
        } else {
            page(pack, own)
        };
        let pages = vec![page];
        FormWalk::begin(self.subject(), pages, Vec::new(), unfinished)
    }

    /// What was written becomes something to hear; nothing at all leaves it as it was.
    fn heard(&self, draft: &Draft) -> Work {
        let answer = CarryAnswer::from_id(draft.words(&Field::Last));
        let line = draft.words(&Field::LastLine).trim().to_owned();
        if answer.is_none() && line.is_empty() {
            return Work::DropForm(self.subject());
        }
        let last = LastTime {
            of: self.of,
            answer,
            line,
        };
        Work::Hear(last, Some(Ends::all(self.subject())))
    }
}

fn has_no_answer(draft: &Draft) -> bool {
    draft.words(&Field::Last).is_empty()
}

/// The line alone: the answer is kept already.
fn line_page(pack: &Pack, own: &str) -> Page {
    let mut page = page(pack, own);
    words::A_LINE_TOO.clone_into(&mut page.question);
    page.under = vec![words::IS_KEPT.to_owned()];
    page.parts.retain(|part| part.field == Field::LastLine);
    page
}

fn page(pack: &Pack, own: &str) -> Page {
    let step = pack.step("last_time");
    let picks = step.options.iter().map(|option| Pick {
        id: option.id.clone(),
        key: option.key,
        words: option.text.clone(),
    });
    let part = |field, label: &str, ask| Part {
        field,
        label: label.to_owned(),
        ask,
    };
    let choice = Ask::Choice {
        picks: picks.collect(),
        most: 1,
    };
    Page {
        room: Room::Form,
        title: words::TITLE.to_owned(),
        kept: vec![Kept {
            label: words::I_WROTE.to_owned(),
            words: own.trim().to_owned(),
        }],
        question: words::ASK.to_owned(),
        under: step.under.clone(),
        parts: vec![
            part(Field::Last, "", choice),
            part(Field::LastLine, &step.line, Ask::Line { starter: None }),
        ],
        ..Page::default()
    }
}

impl Talk for Saying {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(match self.words {
            Some(_) => Work::Form(self.subject()),
            None => Work::Entry(self.of),
        })
    }

    fn leaf(&self, _: &Standing) -> Leaf {
        Leaf::busy(words::ONE)
    }

    fn given(&mut self, given: Given, _: &Standing) -> Next {
        match given {
            Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match came {
            Came::Entry(Some(entry)) => {
                self.words = Some(entry.next_time);
                Next::Do(Work::Form(self.subject()))
            }
            Came::Entry(None) => {
                self.is_gone = true;
                Next::Do(Work::Form(self.subject()))
            }
            Came::Form(typed) if self.is_gone => {
                let told = Told::with_typed(words::ONE, words::GONE, typed.as_deref(), standing);
                Next::Become(Matter::Told(told))
            }
            Came::Form(unfinished) if !self.is_written => {
                self.is_written = true;
                let unfinished = unfinished.map(|draft| *draft);
                Next::Write(Box::new(self.form(unfinished, &standing.pack)))
            }
            Came::Written(draft) => Next::Do(self.heard(&draft)),
            Came::NotWritten | Came::Done => Next::Over,
            other => Next::after(words::ONE, other),
        }
    }
}
