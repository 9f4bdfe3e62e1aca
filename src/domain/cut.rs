//! Cuts a text to what a row can show; the whole of it stands where it is read.

use unicode_segmentation::UnicodeSegmentation as _;

/// Cuts a text to so many letters in one line, between words where it can. What is seen as one
/// letter, such as a flag, is never cut in two.
pub fn cut(text: &str, letters: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = |text: &str| text.graphemes(true).count();
    if count(&line) <= letters {
        return line;
    }
    let kept: String = line
        .graphemes(true)
        .take(letters.saturating_sub(1))
        .collect();
    // A first word that is very long would leave next to nothing.
    let whole = kept
        .rsplit_once(' ')
        .map(|(whole, _)| whole)
        .filter(|whole| count(whole) * 2 > letters);
    let kept = whole.unwrap_or(&kept);
    format!("{}…", kept.trim_end_matches([' ', ',', '.', ';', '?']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words_and_a_short_one_is_one_line() {
        let question = "Did we share the choosing today?";
        assert_eq!(cut(question, 24), "Did we share the…");
        assert_eq!(cut("  one\n two ", 24), "one two");
        assert_eq!(cut("one\ntwo and three", 9), "one two…");
        assert_eq!(cut("one two three", 13), "one two three");
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_within() {
        assert_eq!(cut(&"x".repeat(30), 10), format!("{}…", "x".repeat(9)));
        assert_eq!(cut("a wordthatislong", 9), "a wordth…");
        assert_eq!(cut("", 3), "");
        assert_eq!(cut("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 3), "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧");
        assert_eq!(cut("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2), "👨‍👩‍👧…");
    }
}
