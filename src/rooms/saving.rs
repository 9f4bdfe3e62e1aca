//! A page that is looked at before it is saved, and saved where the person says.
//!
//! It leaves the journal then, so it is shown whole first, and it is said where it was written and
//! that others who use this computer may read it.

mod words;

use std::path::{Path, PathBuf};

use super::around::Standing;
use super::matter::{Next, Talk};
use super::picking::Picking;
use super::{Came, Given, Leaf, LeafAsk, Piece, Work};

/// A page in both forms, with its name.
#[derive(Clone, Debug)]
pub(super) struct PageToSave {
    /// Where one is.
    pub(super) title: String,
    /// The file's name without its ending.
    pub(super) name: String,
    /// As Markdown.
    pub(super) markdown: String,
    /// As plain text.
    pub(super) text: String,
    /// Whether it fits one page.
    pub(super) fits: bool,
}

/// Shows a page and saves it.
#[derive(Clone, Debug)]
pub(super) struct Saving {
    page: PageToSave,
    step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Preview,
    /// Where to, in which form, with what was typed.
    Where(Form, Option<String>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Markdown,
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Save(Form),
    Back,
}

impl Saving {
    /// Shows this page.
    pub(super) fn new(page: PageToSave) -> Self {
        Self {
            page,
            step: Step::Preview,
        }
    }

    fn rows(&self) -> Picking<Deed> {
        let mut rows = Picking::new();
        rows.keyed('t', words::AS_TEXT, Deed::Save(Form::Text));
        rows.keyed('m', words::AS_MARKDOWN, Deed::Save(Form::Markdown));
        let back = if self.page.fits {
            words::BACK
        } else {
            words::TAKE_OFF
        };
        rows.keyed('b', back, Deed::Back);
        rows
    }

    fn file(&self, form: Form) -> String {
        let ending = match form {
            Form::Markdown => "md",
            Form::Text => "txt",
        };
        format!("{}.{ending}", self.page.name)
    }

    fn save(&mut self, form: Form, typed: String, standing: &Standing) -> Next {
        let Some(to) = path(&typed, standing) else {
            self.step = Step::Where(form, Some(typed));
            return Next::Hint(words::WHOLE_PATH.to_owned());
        };
        self.step = Step::Where(form, Some(typed));
        let text = match form {
            Form::Markdown => told(&self.page.markdown, standing),
            Form::Text => told(&self.page.text, standing),
        };
        let name = self.file(form);
        Next::Do(Work::SaveText { to, name, text })
    }
}

impl Talk for Saving {
    fn leaf(&self, standing: &Standing) -> Leaf {
        let (pieces, ask) = match &self.step {
            Step::Preview => {
                let text = told(&self.page.text, standing);
                let lines = text.lines().map(str::to_owned).collect();
                let mut pieces = vec![Piece::AsItIs(lines)];
                if !self.page.fits {
                    pieces.push(Piece::Text(words::TOO_LONG.to_owned()));
                }
                pieces.push(Piece::Quiet(words::READ_IT.to_owned()));
                (pieces, self.rows().ask_at(0))
            }
            Step::Where(form, typed) => {
                let starter = typed.clone().unwrap_or_else(|| {
                    let home = Path::new("~").join(self.file(*form));
                    home.display().to_string()
                });
                let ask = LeafAsk::Line {
                    label: words::WHERE.to_owned(),
                    starter,
                };
                (vec![Piece::Quiet(words::WHERE_UNDER.to_owned())], ask)
            }
        };
        Leaf {
            title: self.page.title.clone(),
            pieces,
            ask,
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match (given, self.step.clone()) {
            (Given::Row(row), Step::Preview) => match self.rows().chosen(row) {
                Some(Deed::Save(form)) => {
                    self.step = Step::Where(form, None);
                    Next::Leaf
                }
                Some(Deed::Back) => Next::Over,
                None => Next::Leaf,
            },
            (Given::Line(typed), Step::Where(form, _)) => self.save(form, typed, standing),
            (Given::Back, Step::Where(..)) => {
                self.step = Step::Preview;
                Next::Leaf
            }
            (Given::Back, Step::Preview) => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match came {
            Came::Saved(to) => {
                let said = vec![
                    words::saved(&say_path(&to, standing)),
                    words::OUT.to_owned(),
                ];
                Next::tell(&self.page.title, said)
            }
            Came::Trouble(said) => Next::Hint(said),
            _ => Next::Leaf,
        }
    }
}

/// A page as it is saved: from a made-up journal it says so before anything else.
fn told(page: &str, standing: &Standing) -> String {
    if standing.made_up {
        format!("{}\n\n{page}", words::MADE_UP)
    } else {
        page.to_owned()
    }
}

/// A path as a person typed it, with their home folder for a `~`. `None` when it is not a whole
/// one: what it starts from would depend on where the program was started.
fn path(typed: &str, standing: &Standing) -> Option<PathBuf> {
    let typed = typed.trim();
    let path = match (typed.strip_prefix('~'), &standing.home) {
        (Some(""), Some(home)) => home.clone(),
        (Some(rest), Some(home)) if rest.starts_with(['/', '\\']) => {
            home.join(rest.trim_start_matches(['/', '\\']))
        }
        _ => PathBuf::from(typed),
    };
    path.is_absolute().then_some(path)
}

/// A path as it is said: a `~` for the home folder.
fn say_path(path: &Path, standing: &Standing) -> String {
    let home = standing.home.as_deref();
    match home.and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) if !rest.as_os_str().is_empty() => {
            Path::new("~").join(rest).display().to_string()
        }
        _ => path.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use chrono::DateTime;

    use super::*;
    use crate::content::Pack;
    use crate::domain::{Id, Stamp};

    fn standing(made_up: bool) -> Standing {
        Standing {
            pack: Rc::new(Pack::shipped().unwrap()),
            shared_computer: false,
            read_only: None,
            home: None,
            made_up,
            now: Stamp {
                at: DateTime::UNIX_EPOCH.fixed_offset(),
                tick: 0,
                fresh: Id::at(1, &[1; 10]),
            },
        }
    }

    fn page() -> PageToSave {
        PageToSave {
            title: "Supervision".into(),
            name: "sheet".into(),
            markdown: "# Supervision\n".into(),
            text: "Supervision\n".into(),
            fits: true,
        }
    }

    #[test]
    fn what_is_made_up_says_so_in_its_first_line_shown_and_saved() {
        for (row, made_up) in [(0, true), (1, true), (0, false), (1, false)] {
            let standing = standing(made_up);
            let mut saving = Saving::new(page());
            let Some(Piece::AsItIs(lines)) = saving.leaf(&standing).pieces.into_iter().next()
            else {
                panic!("the page is shown whole");
            };
            assert_eq!(lines[0] == words::MADE_UP, made_up);
            let _ = saving.given(Given::Row(row), &standing);
            let to = Given::Line("/somewhere".into());
            let Next::Do(Work::SaveText { text, .. }) = saving.given(to, &standing) else {
                panic!("it is saved");
            };
            assert_eq!(text.starts_with(words::MADE_UP), made_up);
            assert!(text.contains("Supervision"));
        }
    }

    #[test]
    fn a_place_is_a_whole_path_whatever_is_typed() {
        let standing = Standing {
            home: Some(PathBuf::from("/home/me")),
            ..standing(false)
        };
        for (typed, wanted) in [
            ("~", Some("/home/me")),
            (" ~/Documents ", Some("/home/me/Documents")),
            ("~//x.md", Some("/home/me/x.md")),
            ("/tmp/x.md", Some("/tmp/x.md")),
            ("~somebody/x.md", None),
            ("x.md", None),
            ("../x.md", None),
            ("", None),
        ] {
            assert_eq!(path(typed, &standing), wanted.map(PathBuf::from), "{typed}");
        }
        let nowhere = Standing {
            home: None,
            ..standing
        };
        assert_eq!(path("~/x.md", &nowhere), None);
    }
}
