//! Lays a page out as Markdown and as plain text.
//!
//! A person's own words may hold any sign, and so may the words of a pack of their own service. In
//! Markdown those that would turn into a heading, a list or a link are written so that they stay what
//! they are.

/// The columns of a page of plain text: those of a page on the screen, so that it is seen before
/// it is saved just as it will be.
const WIDE: usize = 72;
/// A space to write on, by hand.
const SPACE: &str = "________________________________________";

/// One piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bit {
    /// What the page is.
    Title(String),
    /// A heading.
    Heading(String),
    /// Our own words.
    Text(String),
    /// The person's own words.
    Own(String),
    /// A space to write on by hand.
    Space,
    /// One fact in one line.
    Fact(&'static str, String),
    /// What was asked in a few words, and the person's own words behind it.
    Said {
        /// What was asked.
        label: String,
        /// Their words, a line each.
        words: String,
    },
    /// One thing of a list, with what is said about it.
    Item {
        /// Its place, from 1.
        number: usize,
        /// What it is about.
        about: String,
        /// What is said.
        line: String,
    },
    /// At the foot of the page.
    Quiet(String),
}

impl Bit {
    /// The person's own words, or a space for them.
    pub(super) fn own_or_space(words: &str) -> Self {
        match words.trim() {
            "" => Self::Space,
            words => Self::Own(words.to_owned()),
        }
    }
}

/// As Markdown.
pub(super) fn markdown(bits: &[Bit]) -> String {
    let said = bits.iter().map(|bit| match bit {
        Bit::Title(words) => format!("# {}", escaped(words)),
        Bit::Heading(words) => format!("## {}", escaped(words)),
        Bit::Text(words) | Bit::Own(words) => marked(words, ""),
        // Between blank rows it is a rule, and the same to read and to write on as it stands.
        Bit::Space => SPACE.to_owned(),
        Bit::Fact(label, words) => format!("**{label}:** {}", escaped(words)),
        Bit::Said { label, words } => {
            format!("**{}** {}", escaped(&led_in(label)), marked(words, ""))
        }
        Bit::Item {
            number,
            about,
            line,
        } => {
            let indent = " ".repeat(number.to_string().len() + 2);
            let (about, line) = (escaped(about), marked(line, &indent));
            format!("{number}. **{about}**\n\n{indent}{line}")
        }
        Bit::Quiet(words) => format!("---\n\n{}", marked(words, "")),
    });
    said.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// As plain text.
pub(super) fn text(bits: &[Bit]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut before: Option<&Bit> = None;
    for bit in bits {
        let is_close = match before.replace(bit) {
            Some(Bit::Heading(_)) | None => true,
            Some(Bit::Fact(..)) => matches!(bit, Bit::Fact(..)),
            Some(Bit::Said { .. }) => matches!(bit, Bit::Said { .. }),
            Some(_) => false,
        };
        if !is_close {
            lines.push(String::new());
        }
        match bit {
            Bit::Title(words) | Bit::Heading(words) | Bit::Text(words) | Bit::Quiet(words) => {
                lines.extend(wrapped(words, ""));
            }
            Bit::Own(words) => lines.extend(wrapped(words, "  ")),
            Bit::Space => lines.push(format!("  {SPACE}")),
            Bit::Fact(label, words) => lines.extend(wrapped(&format!("{label}: {words}"), "")),
            Bit::Said { label, words } => {
                let mut said = wrapped(&format!("{} {words}", led_in(label)), "  ");
                if let Some(first) = said.first_mut() {
                    *first = first.trim_start().to_owned();
                }
                lines.extend(said);
            }
            Bit::Item {
                number,
                about,
                line,
            } => {
                lines.extend(wrapped(&format!("{number}. {about}"), ""));
                lines.extend(wrapped(line, "   "));
            }
        }
    }
    lines.join("\n") + "\n"
}

/// A label before what is said: a question needs no colon.
fn led_in(label: &str) -> String {
    if label.ends_with(['?', '.', ':', '…']) {
        label.to_owned()
    } else {
        format!("{label}:")
    }
}

/// Own words in Markdown: every line stays a line, and no sign steers.
fn marked(words: &str, indent: &str) -> String {
    let mut out = String::new();
    let mut was_blank = true;
    for line in words.trim().lines().map(str::trim) {
        match (line.is_empty(), was_blank) {
            // Blank lines end a paragraph, however many there are.
            (true, _) => {}
            (false, true) if out.is_empty() => {}
            (false, true) => out.extend(["\n\n", indent]),
            // Two spaces at the end keep the line break.
            (false, false) => out.extend(["  \n", indent]),
        }
        out.push_str(&escaped(line));
        was_blank = line.is_empty();
    }
    out
}

fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let starts_list = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = starts_list.len() < line.len() && starts_list.starts_with(['.', ')']);
    let digits = line.len() - starts_list.len();
    for (at, sign) in line.char_indices() {
        let steers = matches!(sign, '\\' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '|')
            || at == 0 && matches!(sign, '#' | '+' | '-' | '=' | '~')
            || numbered && at == digits;
        if steers {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// Breaks a text at its spaces so that it fits the page; a word that does not fit is broken.
fn wrapped(text: &str, indent: &str) -> Vec<String> {
    let most = WIDE - indent.chars().count();
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let long = |line: &str| line.chars().count();
            if !line.is_empty() && long(&line) + 1 + long(word) > most {
                lines.push(format!("{indent}{line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            while long(&line) > most {
                let rest: String = line.chars().skip(most).collect();
                line = line.chars().take(most).collect();
                lines.push(format!("{indent}{line}"));
                line = rest;
            }
        }
        lines.push(format!("{indent}{line}").trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_a_persons_own_steers_the_page() {
        for (own, wanted) in [
            ("# not a heading", "\\# not a heading"),
            ("1. not a list", "1\\. not a list"),
            ("- nor this", "\\- nor this"),
            ("a *b* [c] <d>", "a \\*b\\* \\[c\\] \\<d\\>"),
            ("12 March - a day", "12 March - a day"),
        ] {
            assert_eq!(escaped(own), wanted);
        }
        assert_eq!(marked("one\ntwo", "   "), "one  \n   two");
        assert_eq!(marked("\n \none\n\n\ntwo\n", ""), "one\n\ntwo");
    }

    #[test]
    fn no_sign_of_a_pack_steers_the_page() {
        let own = "# Our *own* [story]";
        let kept = "\\# Our \\*own\\* \\[story\\]";
        let said = Bit::Said {
            label: own.into(),
            words: "yes".into(),
        };
        let item = Bit::Item {
            number: 1,
            about: own.into(),
            line: "yes".into(),
        };
        for (bit, wanted) in [
            (Bit::Title(own.into()), format!("# {kept}\n")),
            (Bit::Heading(own.into()), format!("## {kept}\n")),
            (Bit::Text(own.into()), format!("{kept}\n")),
            (Bit::Fact("With", own.into()), format!("**With:** {kept}\n")),
            (said, format!("**{kept}:** yes\n")),
            (item, format!("1. **{kept}**\n\n   yes\n")),
            (Bit::Quiet(own.into()), format!("---\n\n{kept}\n")),
        ] {
            assert_eq!(markdown(&[bit]), wanted);
        }
    }

    #[test]
    fn a_space_to_write_on_is_a_line_in_both_forms() {
        let bits = [Bit::Heading("What we agreed".into()), Bit::Space];
        let line = "_".repeat(40);
        assert_eq!(markdown(&bits), format!("## What we agreed\n\n{line}\n"));
        assert_eq!(text(&bits), format!("What we agreed\n  {line}\n"));
    }

    #[test]
    fn every_word_stays_and_no_line_is_too_wide() {
        let long = "x".repeat(200);
        let text = format!("one two {long} three\n\n{}", "four ".repeat(60));
        let lines = wrapped(&text, "   ");
        assert!(lines.iter().all(|line| line.chars().count() <= WIDE));
        let kept: String = lines.concat().split_whitespace().collect();
        let wanted: String = text.split_whitespace().collect();
        assert_eq!(kept, wanted);
    }
}
