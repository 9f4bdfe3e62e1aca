//! Finds the strings in Rust code that a person can meet.
//!
//! It reads just enough of the language: comments, letters in quotes, raw strings and escapes.

/// Holds a string of the code and its line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// Counts lines from one.
    pub(crate) line: usize,
    /// Is the text as a person sees it; a placeholder reads as "it".
    pub(crate) text: String,
    /// Is the code just before it, without spaces.
    before: String,
}

/// Lists the strings for people: all of a `words.rs`, else those of `#[error("…")]`.
///
/// Strings of one word, reasons given to the compiler, and tests are left out.
pub(crate) fn for_people(source: &str, all: bool) -> Vec<Literal> {
    let code = source.split("\n#[cfg(test)]").next().unwrap_or_default();
    let mut found = literals(code);
    found.retain(|literal| {
        let error = literal.before.ends_with("#[error(");
        let aside = ["reason=", ".expect(", "#[path="]
            .iter()
            .any(|end| literal.before.ends_with(end));
        (error || all && !aside) && literal.text.split_whitespace().count() > 1
    });
    for literal in &mut found {
        literal.text = without_placeholders(&literal.text);
    }
    found
}

/// Reads every string of some code.
fn literals(code: &str) -> Vec<Literal> {
    let signs: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    let mut before = String::new();
    let (mut at, mut line) = (0, 1);
    while let Some(sign) = signs.get(at).copied() {
        let next = signs.get(at + 1).copied();
        let start = at;
        match (sign, next) {
            ('/', Some('/')) => at = end_of_line(&signs, at),
            ('/', Some('*')) => at = end_of_comment(&signs, at),
            ('\'', _) => at = end_of_letter(&signs, at),
            ('"', _) => {
                let raw = raw_fence(&before);
                let (text, end) = match raw {
                    Some(fence) => raw_text(&signs, at + 1, fence),
                    None => escaped_text(&signs, at + 1),
                };
                found.push(Literal {
                    line,
                    text,
                    before: before.clone(),
                });
                at = end;
            }
            _ => {
                if !sign.is_whitespace() {
                    before.push(sign);
                }
                at += 1;
            }
        }
        let read = signs.get(start..at.min(signs.len())).unwrap_or_default();
        line += read.iter().filter(|sign| **sign == '\n').count();
    }
    found
}

fn end_of_line(signs: &[char], at: usize) -> usize {
    let rest = signs.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .position(|sign| *sign == '\n')
        .unwrap_or(rest.len())
}

fn end_of_comment(signs: &[char], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while at < signs.len() {
        match (signs.get(at), signs.get(at + 1)) {
            (Some('/'), Some('*')) => (depth, at) = (depth + 1, at + 2),
            (Some('*'), Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Steps over a letter in quotes; a lifetime has no second quote and is one sign.
fn end_of_letter(signs: &[char], at: usize) -> usize {
    if signs.get(at + 1) == Some(&'\\') {
        let rest = signs.get(at + 3..).unwrap_or_default();
        return at + 4 + rest.iter().position(|sign| *sign == '\'').unwrap_or(0);
    }
    if signs.get(at + 2) == Some(&'\'') {
        at + 3
    } else {
        at + 1
    }
}

/// Counts the fence of a raw string, if the code before opens one.
fn raw_fence(before: &str) -> Option<usize> {
    let bare = before.trim_end_matches('#');
    let lead = bare.strip_suffix('r')?;
    let lead = lead.strip_suffix('b').unwrap_or(lead);
    let word = lead
        .chars()
        .next_back()
        .is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    (!word).then_some(before.len() - bare.len())
}

fn raw_text(signs: &[char], start: usize, fence: usize) -> (String, usize) {
    let mut at = start;
    while at < signs.len() {
        let closed = signs.get(at) == Some(&'"')
            && (1..=fence).all(|step| signs.get(at + step) == Some(&'#'));
        if closed {
            break;
        }
        at += 1;
    }
    let text = signs.get(start..at).unwrap_or_default().iter().collect();
    (text, at + 1 + fence)
}

fn escaped_text(signs: &[char], start: usize) -> (String, usize) {
    let mut text = String::new();
    let mut at = start;
    while let Some(sign) = signs.get(at).copied() {
        match sign {
            '"' => return (text, at + 1),
            '\\' => at = escape(signs, at + 1, &mut text),
            _ => {
                text.push(sign);
                at += 1;
            }
        }
    }
    (text, at)
}

/// Reads one escape; gives the place after it.
fn escape(signs: &[char], at: usize, text: &mut String) -> usize {
    let rest = signs.get(at..).unwrap_or_default();
    let skip = match rest.first().copied() {
        Some('n') => {
            text.push('\n');
            1
        }
        Some('x') => 3,
        Some('u') => {
            let end = rest.iter().position(|sign| *sign == '}').unwrap_or(1);
            let digits: String = rest.iter().take(end).skip(2).collect();
            text.extend(
                u32::from_str_radix(&digits, 16)
                    .ok()
                    .and_then(char::from_u32),
            );
            end + 1
        }
        Some('\n') => rest.iter().take_while(|sign| sign.is_whitespace()).count(),
        Some(sign @ ('"' | '\\' | '\'')) => {
            text.push(sign);
            1
        }
        _ => 1,
    };
    at + skip
}

/// Puts "it" where a value will stand.
fn without_placeholders(text: &str) -> String {
    let text = text.replace("{{", "(").replace("}}", ")");
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| match part.split_once('}') {
        Some((_, tail)) => whole + "it" + tail,
        None => whole + part,
    })
}

#[test]
fn strings_are_found_in_any_dress() {
    let source = r##"
        // "not this one"
        /* "nor /* this" */ one */
        const A: &str = "Two words.";
        fn f<'a>(c: char) -> &'a str { if c == '"' { "single" } else { "It is \"here\"." } }
        const R: &str = r#"raw "text" here"#;
        const L: &str = "one \
                         line, {name:?} and {}.";
        #[expect(dead_code, reason = "not for people")]
        const U: &str = "caf\u{e9} au lait";
"##;
    let source = format!("{source}\n#[cfg(test)]\nmod tests {{ const T: &str = \"a test\"; }}");
    let found: Vec<(usize, String)> = for_people(&source, true)
        .into_iter()
        .map(|literal| (literal.line, literal.text))
        .collect();
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    let wanted = [
        "Two words.",
        "It is \"here\".",
        "raw \"text\" here",
        "one line, it and it.",
        "caf\u{e9} au lait",
    ];
    assert_eq!(texts, wanted);
    assert_eq!(
        found.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [4, 5, 6, 7, 10]
    );
}

#[test]
fn outside_words_only_error_messages_count() {
    let source = "#[error(\n    \"the file {file} is gone. Look in {place}.\"\n)]\nfn f() { g(\"two words\") }";
    let texts: Vec<String> = for_people(source, false)
        .into_iter()
        .map(|literal| literal.text)
        .collect();
    assert_eq!(texts, ["the file it is gone. Look in it."]);
}
