//! What makes a vignette work, beside plain words: said as advice, never a reason to leave it out.
//!
//! A service may have its reasons for a longer story. The shipped vignettes are held to all of it
//! by a test.

use unicode_width::UnicodeWidthStr;

use super::lint::{self, Finding};
use super::vignette::Vignette;

/// Words of a story.
const STORY: std::ops::RangeInclusive<usize> = 60..=90;

/// Most words of a view, what they would do and why taken together.
const VIEW_WORDS: usize = 70;

/// Cells that rows have, by the name of what stands on them.
const TITLE_CELLS: usize = 44;
const THEME_CELLS: usize = 30;
const WAY_CELLS: usize = 56;

impl Vignette {
    /// Says what could help it along.
    pub fn advice(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let place = format!("vignette {}", self.id);
        let mut say = |what: String, mend: &str| {
            found.push(Finding {
                place: place.clone(),
                what,
                mend: mend.to_owned(),
            });
        };
        let count: usize = self.story.iter().map(|text| count_words(text)).sum();
        if !STORY.contains(&count) {
            let what = format!("the story has {count} words");
            say(what, "Between 60 and 90 read best in one go.");
        }
        if self.views.len() > 4 {
            let what = format!("there are {} views", self.views.len());
            say(what, "Three or four are enough to show that they differ.");
        }
        for (at, view) in self.views.iter().enumerate() {
            let words = count_words(&view.would) + count_words(&view.why);
            if words > VIEW_WORDS {
                let what = format!("a view has {words} words: {}", view.who);
                say(what, "Cut it down to 70.");
            }
            let mut before = self.views.iter().take(at);
            if before.any(|other| other.principle == view.principle) {
                let what = format!("two views lean on {}", view.principle);
                say(what, "Let each lean on another, so that they truly differ.");
            }
        }
        if self.items.len() > 3 {
            let what = format!("it links to {} items", self.items.len());
            say(what, "Two or three are enough to look at.");
        }
        self.rows(&mut say);
        found
    }

    /// Says which rows are too long for a narrow screen.
    fn rows(&self, say: &mut impl FnMut(String, &str)) {
        let who = self.views.iter().map(|view| (&view.who, TITLE_CELLS));
        let ways = self.ways.iter().map(|way| (&way.text, WAY_CELLS));
        let own = [(&self.title, TITLE_CELLS), (&self.theme, THEME_CELLS)];
        for (text, cells) in own.into_iter().chain(who).chain(ways) {
            if text.width() > cells {
                let what = format!("\"{text}\" takes {} cells", text.width());
                say(what, &format!("Cut it down to {cells}, to fit one row."));
            }
        }
    }
}

/// Counts words as a reader does: a dash or a sign alone is none.
fn count_words(text: &str) -> usize {
    lint::words(text).count()
}

#[cfg(test)]
mod tests {
    use super::super::Pack;

    #[test]
    fn what_is_out_of_shape_is_said_and_how_to_mend_it() {
        let pack = Pack::shipped().unwrap();
        let mut vignette = pack.vignette("drift").unwrap().clone();
        assert_eq!(vignette.advice(), []);
        vignette.story.truncate(1);
        vignette.title = "wide ".repeat(10);
        vignette.views[1].principle = vignette.views[0].principle.clone();
        vignette.views[2].why.push_str(&" and more".repeat(30));
        vignette.items = ["A", "B", "C", "D"].map(str::to_owned).to_vec();
        let said: Vec<String> = vignette.advice().iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 5, "{said:?}");
        assert!(said.iter().all(|line| line.starts_with("vignette drift: ")));
    }
}
