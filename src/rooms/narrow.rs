//! Narrowing the list of entries down, by choosing instead of typing.
//!
//! It only ever writes what could be typed: the search box then holds it, so that whoever chooses
//! learns the words on the way, and a search that is kept is a line of text. How an entry left
//! somebody is no filter, on purpose.

mod filters;
mod searches;
mod words;

use super::around::Standing;
use super::matter::{Next, Talk};
use super::words::ROW_LETTERS;
use super::{Came, Door, Given, Leaf, LeafAsk, LeafRow, Piece, Work};
use crate::domain::{HeadingId, Query, SavedSearch, cut, read_day};
use filters::{Choice, Filter};

/// Letters of a person's own that stand beside a row.
const MOST_QUIET: usize = 28;

/// The filters, and what is chosen.
#[derive(Clone, Debug)]
pub(super) struct Narrow {
    typed: String,
    query: Query,
    step: Step,
    said: Vec<String>,
    /// Labels in use.
    labels: Vec<String>,
    at: usize,
    is_begun: bool,
}

#[derive(Clone, Debug)]
enum Step {
    /// Every filter, with what is chosen.
    Front,
    /// What one of them can be.
    Choose(Filter),
    /// A day is typed; whether it is the first.
    Day(bool),
    /// The labels in use are being read.
    Labels,
    /// A form for a name is being read or written.
    Naming,
    /// A search is being kept.
    Keeping,
    /// The searches are being read.
    Reading,
    /// Every search that was kept.
    Searches(Vec<SavedSearch>),
    /// The same, to remove one of them.
    Dropping(Vec<SavedSearch>),
}

/// A row of the front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Show,
    Filter(Filter),
    StartAgain,
    Heading,
    UseKept,
    Keep,
    Removed,
}

impl Narrow {
    /// Begins with what stands in the search box.
    pub(super) fn new(typed: String) -> Self {
        Self {
            typed,
            query: Query::default(),
            step: Step::Front,
            said: Vec::new(),
            labels: Vec::new(),
            at: 0,
            is_begun: false,
        }
    }

    /// Begins where the name of a search was left half-way: what it was for is not known any more.
    pub(super) fn form() -> Self {
        Self {
            said: vec![words::NAME_WAITS.to_owned()],
            ..Self::new(String::new())
        }
    }

    /// What is chosen, as it would be typed.
    fn text(&self, standing: &Standing) -> String {
        let text = self.query.print(&headings(standing));
        text.trim_end().to_owned()
    }

    fn rows(&self, standing: &Standing) -> Vec<Row> {
        let mut rows = vec![Row::Show];
        rows.extend(Filter::ALL.map(Row::Filter));
        if self.query != Query::default() {
            rows.push(Row::StartAgain);
        }
        rows.extend([Row::Heading, Row::UseKept]);
        // With nothing chosen there is nothing to keep.
        if standing.read_only.is_none() && !self.query.is_empty() {
            rows.push(Row::Keep);
        }
        rows.push(Row::Removed);
        rows
    }

    fn front_leaf(&self, standing: &Standing) -> (Vec<Piece>, Vec<LeafRow>) {
        let mut pieces: Vec<Piece> = self.said.iter().cloned().map(Piece::Text).collect();
        pieces.push(Piece::Question(words::WHICH.to_owned()));
        let text = self.text(standing);
        if text.is_empty() {
            pieces.push(Piece::Quiet(words::EVERYTHING.to_owned()));
        } else {
            pieces.push(Piece::Quiet(words::LOOKING_FOR.to_owned()));
            pieces.push(Piece::Own(text));
        }
        let row = |row| match row {
            Row::Show => LeafRow::new(words::SHOW),
            Row::Filter(filter) => {
                let now = filter.now(&self.query, standing);
                LeafRow::new(filter.name()).quiet(cut(&now, MOST_QUIET))
            }
            Row::StartAgain => LeafRow::new(words::START_AGAIN),
            Row::Heading => LeafRow::heading(words::KEPT_SEARCHES),
            Row::UseKept => LeafRow::new(words::USE_KEPT),
            Row::Keep => LeafRow::new(words::KEEP_THIS),
            Row::Removed => LeafRow::new(words::REMOVED),
        };
        let rows = self.rows(standing).into_iter().map(row).collect();
        (pieces, rows)
    }

    fn chose_on_front(&mut self, row: usize, standing: &Standing) -> Next {
        let Some(chosen) = self.rows(standing).get(row).copied() else {
            return Next::Leaf;
        };
        self.at = row;
        self.said.clear();
        match chosen {
            Row::Show => Next::Leave(Door::Search(self.text(standing))),
            Row::Filter(Filter::Label) => {
                self.step = Step::Labels;
                Next::Do(Work::Tags)
            }
            Row::Filter(filter) => self.go(Step::Choose(filter)),
            Row::StartAgain => {
                self.query = Query::default();
                self.at = 0;
                Next::Leaf
            }
            Row::UseKept => self.read_searches(),
            Row::Keep => self.ask_name(),
            Row::Removed => Next::Through(Door::Removed),
            Row::Heading => Next::Leaf,
        }
    }

    fn go(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Leaf
    }

    fn choices(&self, filter: Filter, standing: &Standing) -> Vec<Choice> {
        filter.choices(&self.query, &self.labels, standing)
    }

    fn choose_leaf(
        &self,
        filter: Filter,
        standing: &Standing,
    ) -> (Vec<Piece>, Vec<LeafRow>, usize) {
        let mut pieces = vec![Piece::Question(filter.name().to_owned())];
        if filter == Filter::Label && self.labels.is_empty() {
            pieces.push(Piece::Text(words::NO_LABELS.to_owned()));
        }
        let choices = self.choices(filter, standing);
        let at = choices.iter().position(|choice| choice.is_now).unwrap_or(0);
        let row = |choice: Choice| {
            let quiet = if choice.is_now { words::CHOSEN } else { "" };
            LeafRow::new(cut(&choice.words, ROW_LETTERS)).quiet(quiet)
        };
        (pieces, choices.into_iter().map(row).collect(), at)
    }

    fn chose_for(&mut self, filter: Filter, row: usize, standing: &Standing) -> Next {
        let Some(choice) = self.choices(filter, standing).into_iter().nth(row) else {
            return Next::Leaf;
        };
        if let Some(is_first) = choice.asks_day {
            return self.go(Step::Day(is_first));
        }
        self.query = choice.query;
        self.go(Step::Front)
    }

    fn day_typed(&mut self, typed: &str, is_first: bool, standing: &Standing) -> Next {
        let day = match read_day(typed, standing.today()) {
            Ok(day) => day,
            Err(error) => return Next::Hint(error.to_string()),
        };
        let mut query = self.query.clone();
        let place = if is_first {
            &mut query.since
        } else {
            &mut query.until
        };
        *place = Some(day);
        if matches!((query.since, query.until), (Some(since), Some(until)) if since > until) {
            return Next::Hint(words::ENDS_FIRST.to_owned());
        }
        self.query = query;
        self.go(Step::Front)
    }

    fn chose(&mut self, row: usize, standing: &Standing) -> Next {
        match &self.step {
            Step::Front => self.chose_on_front(row, standing),
            Step::Choose(filter) => {
                let filter = *filter;
                self.chose_for(filter, row, standing)
            }
            Step::Searches(_) | Step::Dropping(_) => self.chose_search(row),
            _ => Next::Leaf,
        }
    }

    fn back(&mut self) -> Next {
        match &self.step {
            Step::Front => Next::Over,
            Step::Day(_) => self.go(Step::Choose(Filter::Time)),
            Step::Dropping(searches) => {
                let searches = searches.clone();
                self.go(Step::Searches(searches))
            }
            _ => self.go(Step::Front),
        }
    }

    /// Reads what stood in the search box, once.
    fn begin(&mut self, standing: &Standing) {
        if std::mem::replace(&mut self.is_begun, true) {
            return;
        }
        match Query::parse(&self.typed, standing.today(), &headings(standing)) {
            Ok(query) => {
                self.query = Query {
                    is_open: false,
                    ..query
                }
            }
            Err(error) => self.said = vec![error.said, words::ANEW.to_owned()],
        }
    }
}

impl Talk for Narrow {
    fn begun(&mut self, standing: &Standing) -> Next {
        self.begin(standing);
        self.go(Step::Front)
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let title = words::TITLE.to_owned();
        let (pieces, rows, at) = match &self.step {
            Step::Front | Step::Naming => {
                let (pieces, rows) = self.front_leaf(standing);
                (pieces, rows, self.at)
            }
            Step::Choose(filter) => self.choose_leaf(*filter, standing),
            Step::Searches(searches) => self.searches_leaf(searches, standing),
            Step::Dropping(searches) => searches::dropping_leaf(searches),
            Step::Day(is_first) => {
                let label = if *is_first {
                    words::FIRST_DAY
                } else {
                    words::LAST_DAY
                };
                return Leaf {
                    title,
                    ask: LeafAsk::Line {
                        label: label.to_owned(),
                        starter: String::new(),
                    },
                    ..Leaf::default()
                };
            }
            Step::Labels | Step::Keeping | Step::Reading => {
                return Leaf {
                    title,
                    ..Leaf::default()
                };
            }
        };
        let at = at.min(rows.len().saturating_sub(1));
        Leaf {
            title,
            pieces,
            ask: LeafAsk::Rows { rows, at },
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match (given, &self.step) {
            (Given::Row(row), _) => self.chose(row, standing),
            (Given::Line(typed), Step::Day(is_first)) => {
                let is_first = *is_first;
                self.day_typed(&typed, is_first, standing)
            }
            (Given::Back, _) => self.back(),
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match (&self.step, came) {
            (Step::Labels, Came::Tags(labels)) => {
                self.labels = labels;
                self.go(Step::Choose(Filter::Label))
            }
            (Step::Naming, Came::Form(unfinished)) => searches::write_name(unfinished),
            (Step::Naming, Came::Written(form)) => self.name_written(&form, standing),
            (Step::Naming, Came::NotWritten) => self.go(Step::Front),
            (Step::Keeping, Came::Done) => {
                self.said = vec![words::IS_KEPT.to_owned()];
                self.go(Step::Front)
            }
            (Step::Reading, Came::Searches(searches)) => self.go(Step::Searches(searches)),
            (Step::Reading, Came::Done) => Next::Do(Work::Searches),
            // What was chosen so far is still there.
            (_, Came::Trouble(said)) => {
                self.said = vec![said];
                self.go(Step::Front)
            }
            _ => Next::Leaf,
        }
    }
}

/// The headings with their titles, as the language of searches knows them.
fn headings(standing: &Standing) -> Vec<(HeadingId, String)> {
    let sets = standing.pack.sets.iter();
    sets.map(|set| (HeadingId::new(&set.id), set.name.clone()))
        .collect()
}
