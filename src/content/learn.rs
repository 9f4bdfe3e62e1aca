//! The pages to learn from: a small Markdown file each, with a few lines of TOML on top.
//!
//! A page holds headings, paragraphs and bullets and nothing else, so that it reads the same on a
//! screen of 60 columns, in plain mode and aloud. `pulldown-cmark` was looked at: it reads all of
//! Markdown, most of which would then have to be turned away here again.

use serde::Deserialize;

use super::pack::Pack;
use super::roles::RoleWords;
use super::vignette::Vignette;
use crate::domain::HeadingId;

/// Holds one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnPage {
    /// Names the page.
    pub id: String,
    /// Is its title.
    pub title: String,
    /// Is the heart of it in one line, for the list.
    pub line: String,
    /// Says where in the list it stands.
    pub order: u32,
    /// Names the heading it is about, if it is about one.
    pub heading: Option<String>,
    /// Lists the items it links to: its own, or all of its heading's.
    pub items: Vec<String>,
    /// Holds the page itself.
    pub pieces: Vec<LearnPiece>,
}

/// Holds one piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LearnPiece {
    /// Is a heading.
    Heading(String),
    /// Is a paragraph.
    Prose(String),
    /// Is a row of a list.
    Bullet(String),
}

/// Is what stands on top of a page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    id: String,
    title: String,
    line: String,
    order: u32,
    heading: Option<String>,
    #[serde(default)]
    items: Vec<String>,
}

/// Lists the shipped pages.
pub(super) const SHIPPED: &[(&str, &str)] = &[
    (
        "mutuality.md",
        include_str!("../../assets/learn/mutuality.md"),
    ),
    (
        "reciprocity.md",
        include_str!("../../assets/learn/reciprocity.md"),
    ),
    (
        "non-directive.md",
        include_str!("../../assets/learn/non-directive.md"),
    ),
    (
        "strengths-based.md",
        include_str!("../../assets/learn/strengths-based.md"),
    ),
    (
        "recovery-focused.md",
        include_str!("../../assets/learn/recovery-focused.md"),
    ),
    (
        "community-facing.md",
        include_str!("../../assets/learn/community-facing.md"),
    ),
    (
        "progressive.md",
        include_str!("../../assets/learn/progressive.md"),
    ),
    ("safe.md", include_str!("../../assets/learn/safe.md")),
    ("respect.md", include_str!("../../assets/learn/respect.md")),
    (
        "inclusivity.md",
        include_str!("../../assets/learn/inclusivity.md"),
    ),
    (
        "supporting.md",
        include_str!("../../assets/learn/supporting.md"),
    ),
    (
        "safe-note.md",
        include_str!("../../assets/learn/safe-note.md"),
    ),
    (
        "sharing-my-story.md",
        include_str!("../../assets/learn/sharing-my-story.md"),
    ),
    ("endings.md", include_str!("../../assets/learn/endings.md")),
    ("power.md", include_str!("../../assets/learn/power.md")),
    (
        "staying-a-peer.md",
        include_str!("../../assets/learn/staying-a-peer.md"),
    ),
    (
        "using-supervision.md",
        include_str!("../../assets/learn/using-supervision.md"),
    ),
    (
        "looking-after-myself.md",
        include_str!("../../assets/learn/looking-after-myself.md"),
    ),
];

/// Reads a page, with the role words filled in; `None` where it is no page.
pub(super) fn read(text: &str, words: &RoleWords) -> Option<LearnPage> {
    let (front, body) = text.strip_prefix("+++\n")?.split_once("\n+++\n")?;
    let front: Front = toml::from_str(front).ok()?;
    let Front {
        id,
        title,
        line,
        order,
        heading,
        items,
    } = front;
    Some(LearnPage {
        id,
        title: words.say(&title),
        line: words.say(&line),
        order,
        heading,
        items,
        pieces: pieces(&words.say(body)),
    })
}

/// Takes a body apart. Lines that follow each other belong together.
fn pieces(body: &str) -> Vec<LearnPiece> {
    let mut pieces: Vec<LearnPiece> = Vec::new();
    let mut goes_on = false;
    for line in body.lines().map(str::trim) {
        if line.is_empty() {
            goes_on = false;
        } else if let Some(heading) = line.strip_prefix("## ") {
            pieces.push(LearnPiece::Heading(heading.to_owned()));
            goes_on = false;
        } else if let Some(bullet) = line.strip_prefix("- ") {
            pieces.push(LearnPiece::Bullet(bullet.to_owned()));
            goes_on = true;
        } else if let Some(LearnPiece::Prose(text) | LearnPiece::Bullet(text)) =
            pieces.last_mut().filter(|_| goes_on)
        {
            text.push(' ');
            text.push_str(line);
        } else {
            pieces.push(LearnPiece::Prose(line.to_owned()));
            goes_on = true;
        }
    }
    pieces
}

impl LearnPage {
    /// Lists the vignettes that link to one of its items.
    pub fn vignettes<'p>(&'p self, pack: &'p Pack) -> impl Iterator<Item = &'p Vignette> {
        let links = |it: &&Vignette| it.items.iter().any(|item| self.items.contains(item));
        pack.vignettes().iter().filter(links)
    }
}

impl Pack {
    /// Lists the pages to learn from, in their order.
    pub fn learn(&self) -> &[LearnPage] {
        self.learn.get_or_init(|| {
            let shipped = SHIPPED.iter();
            let mut pages: Vec<LearnPage> = shipped
                .filter_map(|(_, text)| read(text, &self.words))
                .map(|page| self.with_items(page))
                .collect();
            pages.sort_by_key(|page| page.order);
            pages
        })
    }

    /// Finds the page about a heading.
    pub fn learn_about(&self, heading: &HeadingId) -> Option<&LearnPage> {
        let about = |it: &&LearnPage| it.heading.as_deref() == Some(heading.as_str());
        self.learn().iter().find(about)
    }

    /// A page about a heading links to every item of it.
    fn with_items(&self, mut page: LearnPage) -> LearnPage {
        if let Some(set) = page.heading.as_deref().and_then(|id| self.set(id)) {
            page.items = set.items.iter().map(|item| item.id.clone()).collect();
        }
        page
    }
}
