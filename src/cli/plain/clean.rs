//! Cleans what was typed or piped, and what is about to be said.
//!
//! A pipe or a paste may bring the escape sequences of a terminal. They are not what a person
//! wrote, and plain mode must never pass them on. The rules are those of the full screen's
//! editor; all else is kept, and when in doubt a character is kept rather than lost.

/// Gives a text without control characters; every kind of line end becomes a line feed.
pub(super) fn clean(text: &str) -> String {
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
            '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' => kept.push('\n'),
            '\t' => kept.push_str("    "),
            '\u{1B}' => rest = after_escape(rest.as_str()).chars(),
            '\u{9B}' => rest = after_control_sequence(rest.as_str()).chars(),
            '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => {
                rest = after_string(rest.as_str()).chars();
            }
            // These turn the reading direction round, and can hide words.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            _ if c.is_control() => {}
            _ => kept.push(c),
        }
    }
    kept
}

/// Gives a text as one line: each run of line ends becomes one space.
pub(super) fn one_line(text: &str) -> String {
    let whole = clean(text);
    let parts: Vec<&str> = whole.split('\n').filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

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

fn after_control_sequence(rest: &str) -> &str {
    let after = rest.trim_start_matches(|c| matches!(c, '0'..='?'));
    let after = after.trim_start_matches(|c| matches!(c, ' '..='/'));
    after
        .strip_prefix(|c| matches!(c, '@'..='~'))
        .unwrap_or(after)
}

/// Gives what follows a terminal's string. Without an end on the same line it was no such
/// string, and nothing more is dropped.
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
    use super::*;

    #[test]
    fn control_characters_go_and_words_stay() {
        for (dirty, cleaned) in [
            ("a\tb", "a    b"),
            ("a\0b\u{7}c\u{8}d\u{7f}e", "abcde"),
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("\u{1b}[Aup", "up"),
            ("\u{1b}]0;title\u{7}text", "text"),
            ("\u{1b}]never closed, my words", "never closed, my words"),
            ("a\u{202e}b", "ab"),
            ("e\u{301} \u{200d}", "e\u{301} \u{200d}"),
            ("a\r\nb", "a\nb"),
        ] {
            assert_eq!(clean(dirty), cleaned, "{dirty:?}");
        }
        assert_eq!(one_line("\na\n\nb\r"), "a b");
    }
}
