//! Cleans a person's text at the door, whichever door it comes in by.
//!
//! A paste may bring the escape sequences of a terminal, the line ends of another system, or
//! marks that turn the reading direction round and so hide words. None of that is what a person
//! wrote. All else is kept byte for byte, and when in doubt a character is kept rather than lost.

/// Cleans a text that should be one line: each run of line breaks becomes one space, and those at
/// either end go.
pub fn clean_line(text: &str) -> String {
    let whole = clean(text);
    let parts: Vec<&str> = whole.split('\n').filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Cleans a text: plain line feeds, no control characters, no escape sequences.
pub fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\r' => {
                if rest.as_str().starts_with('\n') {
                    rest.next();
                }
                kept.push('\n');
            }
            // Word processors put these for a break inside a paragraph or between pages. Dropping
            // them would glue two words together.
            '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' => kept.push('\n'),
            '\t' => kept.push_str("    "),
            '\u{1B}' => rest = after_escape(rest.as_str()).chars(),
            '\u{9B}' => rest = after_control_sequence(rest.as_str()).chars(),
            '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => {
                rest = after_string(rest.as_str()).chars();
            }
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            _ if c.is_control() => {}
            _ => kept.push(c),
        }
    }
    kept
}

/// Returns what follows an escape sequence, of which the ESC has been read.
///
/// An ESC before anything that is not a known sequence goes alone, so that no word loses its
/// first letter.
fn after_escape(rest: &str) -> &str {
    let mut after = rest.chars();
    match after.next() {
        Some('[') => after_control_sequence(after.as_str()),
        Some(']' | 'P' | 'X' | '^' | '_') => after_string(after.as_str()),
        Some('(' | ')' | '*' | '+') if after.as_str().starts_with(['0', 'A', 'B', '1', '2']) => {
            after.next();
            after.as_str()
        }
        Some('7' | '8' | '=' | '>' | '\\') => after.as_str(),
        _ => rest,
    }
}

/// Returns what follows `CSI`: parameters, then intermediates, then one final character.
fn after_control_sequence(rest: &str) -> &str {
    let after = rest.trim_start_matches(|c| matches!(c, '0'..='?'));
    let after = after.trim_start_matches(|c| matches!(c, ' '..='/'));
    after
        .strip_prefix(|c| matches!(c, '@'..='~'))
        .unwrap_or(after)
}

/// Returns what follows a terminal's string (a title, a link), up to its terminator.
///
/// Without a terminator on the same line it was no such string, and nothing more is dropped: a
/// stray byte must not swallow the rest of a note.
fn after_string(rest: &str) -> &str {
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    let ends = [("\u{7}", 1), ("\u{1B}\\", 2), ("\u{9C}", 2)];
    let end = ends
        .iter()
        .filter_map(|(mark, len)| Some(line.find(mark)? + len))
        .min();
    end.and_then(|end| rest.get(end..)).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::{clean, clean_line};

    #[test]
    fn a_paste_is_cleaned_and_no_word_is_lost() {
        let table = [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("a\n\r\nb", "a\n\nb"),
            ("a\tb", "a    b"),
            ("a\0b\u{7}c\u{8}d\u{7f}e", "abcde"),
            ("a\u{0B}b\u{0C}c\u{85}d", "a\nb\nc\nd"),
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("\u{9b}1mbold\u{9b}m", "bold"),
            ("\u{1b}]0;title\u{7}text", "text"),
            ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
            ("\u{9d}0;t\u{9c}text", "text"),
            ("\u{1b}]never closed, my words", "never closed, my words"),
            ("\u{1b}]open\nnext line \u{7}here", "open\nnext line here"),
            ("\u{1b}(Bplain\u{1b}=", "plain"),
            ("\u{1b}Hello", "Hello"),
            ("\u{1b}", ""),
            ("\u{1b}[200~pasted\u{1b}[201~", "pasted"),
            ("a\u{202e}b\u{2066}c\u{2069}d", "abcd"),
            (
                "\u{feff}a\u{200d}\u{fe0f}\u{ad}e\u{301}",
                "\u{feff}a\u{200d}\u{fe0f}\u{ad}e\u{301}",
            ),
            (
                "\u{1F1EC}\u{1F1E7} \u{a0}\u{2028}",
                "\u{1F1EC}\u{1F1E7} \u{a0}\u{2028}",
            ),
        ];
        for (dirty, cleaned) in table {
            assert_eq!(clean(dirty), cleaned, "{dirty:?}");
        }
    }

    #[test]
    fn in_one_line_breaks_become_one_space() {
        let table = [
            ("a\r\nb", "a b"),
            ("a\n\n\nb\n", "a b"),
            ("\na", "a"),
            ("\n", ""),
        ];
        for (dirty, cleaned) in table {
            assert_eq!(clean_line(dirty), cleaned, "{dirty:?}");
        }
    }
}
