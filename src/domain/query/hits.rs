//! Where in a text a search is met.
//!
//! The store asks the search index, which says only which entries hold the words. Where they stand
//! in the text is found here, by the same rules, for the list and the page alike.

use std::borrow::Cow;
use std::ops::Range;

use super::Query;
use super::fold::{fold_into, goes_on, is_letter};

/// Words of all terms together that are looked for; what is typed after them is passed over.
const MOST_WORDS: usize = 48;
/// A part of a word that is shorter is in nearly every entry.
const SHORTEST_PART: usize = 3;
/// Letters that stand before what was found, and of the whole, in a list.
const BEFORE: usize = 60;
const AROUND: usize = 240;

/// One term, taken apart into its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// Its words, at least one; they stand one after the other.
    pub words: Vec<NeedleWord>,
    /// Whether the last of them may go on.
    pub is_open: bool,
    /// Whether it stays whole also where parts of words are looked for.
    pub is_whole: bool,
}

/// One word to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedleWord {
    /// As it was typed.
    pub typed: String,
    /// As it is compared.
    pub folded: String,
}

impl Needle {
    /// The part of a word that it is, for a second look within words; `None` for a phrase, and
    /// for a part that is too short to say something.
    pub fn part(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] if !self.is_whole && word.folded.chars().count() >= SHORTEST_PART => {
                Some(&word.folded)
            }
            _ => None,
        }
    }
}

/// A word of a text.
struct Token<'a> {
    at: Range<usize>,
    typed: &'a str,
    folded: Cow<'a, str>,
}

impl Query {
    /// What it looks for, word by word. A term without a letter or digit is left out.
    pub fn needles(&self) -> Vec<Needle> {
        let mut needles: Vec<Needle> = Vec::new();
        let mut room = MOST_WORDS;
        let last = self.terms.len().saturating_sub(1);
        for (place, term) in self.terms.iter().enumerate() {
            let text = term.text();
            let words: Vec<NeedleWord> = tokens(text)
                .take(room)
                .map(|token| NeedleWord {
                    typed: token.typed.to_owned(),
                    folded: token.folded.into_owned(),
                })
                .collect();
            room -= words.len();
            if words.is_empty() {
                continue;
            }
            // A word that is followed by something is no longer being typed.
            let is_open = self.is_open
                && place == last
                && room > 0
                && text.chars().last().is_some_and(goes_on);
            needles.push(Needle {
                words,
                is_open,
                is_whole: false,
            });
        }
        needles
    }

    /// Where in a text it is met, from the beginning on; nothing overlaps. With `parts`, words are
    /// also met within others.
    pub fn hits(&self, text: &str, parts: bool) -> Vec<Range<usize>> {
        Finder::of(self).hits(text, parts)
    }

    /// Tells whether some term could also stand within a word: then a second look is worth it.
    pub fn has_parts(&self) -> bool {
        self.needles().iter().any(|it| it.part().is_some())
    }

    /// Tells whether a term was typed, whatever it is made of.
    pub fn has_terms(&self) -> bool {
        self.terms.iter().any(|term| !term.text().is_empty())
    }
}

/// Looks for a search in one text after another.
#[derive(Clone, Debug)]
pub struct Finder {
    needles: Vec<Needle>,
    /// The words of the longest needle.
    longest: usize,
}

impl Finder {
    /// Takes a search apart once for many texts.
    pub fn of(query: &Query) -> Self {
        Self::with(query.needles())
    }

    /// The same for needles of which some stay whole.
    pub fn with(needles: Vec<Needle>) -> Self {
        let longest = needles.iter().map(|it| it.words.len()).max();
        Self {
            needles,
            longest: longest.unwrap_or(0),
        }
    }

    /// Where in a text it is met, from the beginning on; nothing overlaps.
    pub fn hits(&self, text: &str, parts: bool) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        self.each(text, |_, needle, words| {
            met(needle, words, parts, &mut found);
            true
        });
        merged(found)
    }

    /// Tells whether a text holds every term.
    pub fn fits(&self, text: &str, parts: bool) -> bool {
        let mut open: Vec<bool> = vec![true; self.needles.len()];
        let mut left = open.len();
        let mut found = Vec::new();
        self.each(text, |place, needle, words| {
            if open.get(place) == Some(&true) {
                met(needle, words, parts, &mut found);
                if !found.is_empty() {
                    found.clear();
                    left -= 1;
                    if let Some(it) = open.get_mut(place) {
                        *it = false;
                    }
                }
            }
            left > 0
        });
        left == 0
    }

    /// The words around the first place where it is met, in one line; the first words where it is
    /// met nowhere.
    pub fn around(&self, text: &str, parts: bool) -> String {
        let mut found: Vec<Range<usize>> = Vec::new();
        self.each(text, |_, needle, words| {
            met(needle, words, parts, &mut found);
            found.is_empty()
        });
        line_around(text, found.first().map_or(0, |hit| hit.start))
    }

    /// Holds each needle against the words from each place on, until there is enough.
    fn each(&self, text: &str, mut look: impl FnMut(usize, &Needle, &[Token<'_>]) -> bool) {
        if self.needles.is_empty() {
            return;
        }
        let mut rest = tokens(text);
        let mut ahead: Vec<Token<'_>> = Vec::new();
        let mut first = 0;
        loop {
            while ahead.len() < first + self.longest {
                match rest.next() {
                    Some(token) => ahead.push(token),
                    None => break,
                }
            }
            let words = ahead.get(first..).unwrap_or_default();
            if words.is_empty() {
                return;
            }
            for (place, needle) in self.needles.iter().enumerate() {
                if !look(place, needle, words) {
                    return;
                }
            }
            first += 1;
        }
    }
}

/// The words of a text.
fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.by_ref().find(|(_, c)| is_letter(*c))?;
        while rest.next_if(|(_, c)| goes_on(*c)).is_some() {}
        let end = rest.peek().map_or(text.len(), |(at, _)| *at);
        let typed = text.get(start..end)?;
        Some(Token {
            at: start..end,
            typed,
            folded: folded(typed),
        })
    })
}

fn folded(typed: &str) -> Cow<'_, str> {
    if typed
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    {
        return Cow::Borrowed(typed);
    }
    Cow::Owned(super::fold(typed))
}

/// Looks for a needle at the beginning of these words.
fn met(needle: &Needle, text: &[Token<'_>], parts: bool, found: &mut Vec<Range<usize>>) {
    let (Some(first), Some(end)) = (text.first(), text.get(needle.words.len() - 1)) else {
        return;
    };
    if let (true, Some(part)) = (parts, needle.part()) {
        for (at, _) in first.folded.match_indices(part) {
            found.push(within(first, at..at + part.len()));
        }
        return;
    }
    let mut pairs = needle.words.iter().zip(text);
    let last = needle.words.len() - 1;
    let fits = |(place, (word, token)): (usize, (&NeedleWord, &Token<'_>))| {
        if place == last && needle.is_open {
            token.folded.starts_with(&word.folded)
        } else {
            token.folded == word.folded
        }
    };
    if !pairs.by_ref().enumerate().all(fits) {
        return;
    }
    let length = needle.words.last().map_or(0, |word| word.folded.len());
    let end = within(end, 0..length).end;
    found.push(first.at.start..end);
}

/// Where in the text the letters of a folded word stand.
fn within(token: &Token<'_>, part: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (None, token.at.end);
    let mut so_far = String::new();
    for (at, c) in token.typed.char_indices() {
        let before = so_far.len();
        fold_into(c, &mut so_far);
        if so_far.len() == before {
            // A mark belongs to the letter before it.
            continue;
        }
        if start.is_none() && so_far.len() > part.start {
            start = Some(token.at.start + at);
        }
        if before >= part.end {
            end = token.at.start + at;
            break;
        }
    }
    start.unwrap_or(token.at.start)..end
}

fn merged(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_unstable_by_key(|it| (it.start, it.end));
    let mut hits: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for hit in found {
        match hits.last_mut() {
            Some(last) if hit.start < last.end => last.end = last.end.max(hit.end),
            _ => hits.push(hit),
        }
    }
    hits
}

/// One line of a text, from a little before this place on.
fn line_around(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let mut start = at;
    for (letters, (place, c)) in before.char_indices().rev().enumerate() {
        if letters >= BEFORE {
            break;
        }
        if c == '\n' && letters > BEFORE / 2 {
            break;
        }
        // Only where a word begins, so that none is cut in two.
        let is_a_beginning = before
            .get(..place)
            .and_then(|it| it.chars().next_back())
            .is_none_or(char::is_whitespace);
        if !c.is_whitespace() && is_a_beginning {
            start = place;
        }
    }
    let mut line = String::new();
    if !text.get(..start).unwrap_or_default().trim().is_empty() {
        line.push_str("… ");
    }
    let mut letters = 0;
    // Where a line ends, another thing begins that was written: it is not to read as one.
    let rest = text.get(start..).unwrap_or_default().lines();
    for (nth, piece) in rest.filter(|it| !it.trim().is_empty()).enumerate() {
        if nth > 0 {
            line.push_str("· ");
            letters += 2;
        }
        for word in piece.split_whitespace() {
            letters += word.chars().count() + 1;
            if letters > AROUND + 1 && letters > word.chars().count() + 1 {
                line.truncate(line.trim_end_matches(['·', ' ']).len());
                line.push_str(" …");
                return line;
            }
            line.extend(word.chars().take(AROUND));
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
        Query::parse(text, today, &[]).unwrap()
    }

    fn around(search: &str, text: &str) -> String {
        Finder::of(&query(search)).around(text, false)
    }

    fn seen(search: &str, text: &str, parts: bool) -> Vec<String> {
        let hits = query(search).hits(text, parts);
        hits.into_iter()
            .filter_map(|it| text.get(it))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn words_are_met_whatever_their_case_and_accents() {
        let text = "We sat in the Café. The CAFE\u{301} was full, the cafeteria was not.";
        assert_eq!(seen("cafe ", text, false), ["Café", "CAFE\u{301}"]);
        assert_eq!(seen("CAFÉ", text, false), ["Café", "CAFE\u{301}", "cafe"]);
        assert_eq!(seen("ca", text, false), ["Ca", "CA", "ca"]);
        assert_eq!(seen("\"was full\"", text, false), ["was full"]);
        assert_eq!(
            seen("\"the caf", text, false),
            ["the Caf", "The CAF", "the caf"]
        );
        assert_eq!(seen("afe", text, false), Vec::<String>::new());
        assert_eq!(seen("afe", text, true), ["afé", "AFE\u{301}", "afe"]);
        assert_eq!(
            seen("was the", text, false),
            ["the", "The", "was", "the", "was"]
        );
        assert_eq!(seen("fe", text, true), Vec::<String>::new());
        assert_eq!(
            seen("don't ", "Don't, don t, dont", false),
            ["Don't", "don t"]
        );
    }

    #[test]
    fn a_line_begins_a_little_before_what_was_found() {
        let text = format!(
            "{}the kettle was on.\n\n{}",
            "slowly ".repeat(40),
            "then ".repeat(90)
        );
        let line = around("kettle ", &text);
        assert!(line.starts_with("… slowly"), "{line}");
        assert!(line.contains("the kettle was on. · then"), "{line}");
        assert!(line.ends_with("then …"), "{line}");
        assert!(line.chars().count() < 250, "{line}");
        assert_eq!(around("tea ", "one line\nand more"), "one line · and more");
        // Words of several fields do not read as one sentence.
        let fields = "We swapped chairs\n\nI gave advice\nwait longer";
        let shown = "We swapped chairs · I gave advice · wait longer";
        assert_eq!(around("chairs advice", fields), shown);
        assert_eq!(around("tea", ""), "");
        let long = "ö".repeat(2_000);
        assert_eq!(around("ö", &long), "ö".repeat(AROUND));
    }

    #[test]
    fn ten_thousand_letters_are_looked_for_at_once() {
        let many = query(&"kettle window ".repeat(800));
        let words: usize = many.needles().iter().map(|it| it.words.len()).sum();
        assert!(words <= MOST_WORDS);
        let one = query(&"a-".repeat(5_000));
        assert!(one.needles()[0].words.len() <= MOST_WORDS);
        assert_eq!(many.hits("a kettle", false), std::slice::from_ref(&(2..8)));
    }
}
