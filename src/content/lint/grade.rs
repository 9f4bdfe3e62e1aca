//! How hard a text is to read.
//!
//! The measure is the US grade of Flesch and Kincaid, with syllables counted by rule of thumb.
//! It is rough, and only ever used on the average of a whole file.

/// Splits a text into its words; what stands in braces counts as one.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| sign.is_whitespace() || matches!(sign, '–' | '—' | '/'))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Splits a text into its sentences: at a full stop, a question mark or a new line.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |line: &str| -> Vec<usize> {
        let mut signs = line.char_indices().peekable();
        let mut ends = Vec::new();
        while let Some((_, sign)) = signs.next() {
            let next = signs.peek().copied();
            let closed =
                next.is_none_or(|(_, sign)| sign.is_whitespace() || "'\"”’)".contains(sign));
            if matches!(sign, '.' | '?' | '!' | '…') && closed {
                ends.extend(next.map(|(at, _)| at));
            }
        }
        ends
    };
    text.lines()
        .flat_map(move |line| {
            let mut rest = line;
            let mut start = 0;
            let mut found = Vec::new();
            for end in ends(line) {
                let (sentence, tail) = rest.split_at(end - start);
                found.push(sentence);
                rest = tail;
                start = end;
            }
            found.push(rest);
            found
        })
        .map(str::trim)
        .filter(|sentence| sentence.chars().any(char::is_alphanumeric))
}

/// Gives the average reading grade of some texts; nothing to read is grade zero.
pub fn average_grade<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let (mut sentence_count, mut word_count, mut syllable_count) = (0_u32, 0_u32, 0_u32);
    for sentence in texts.flat_map(sentences) {
        sentence_count += 1;
        for word in words(sentence) {
            word_count += 1;
            syllable_count += syllables(word);
        }
    }
    if word_count == 0 {
        return 0.0;
    }
    let (sentences, words) = (f64::from(sentence_count), f64::from(word_count));
    0.39 * words / sentences + 11.8 * f64::from(syllable_count) / words - 15.59
}

/// Counts syllables by rule of thumb: groups of vowels, less a silent ending.
fn syllables(word: &str) -> u32 {
    let letters: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|sign| sign.is_alphabetic())
        .collect();
    let vowel = |sign: &char| "aeiouyéè".contains(*sign);
    let mut count = 0;
    let mut before = false;
    for letter in &letters {
        let now = vowel(letter);
        count += u32::from(now && !before);
        before = now;
    }
    let silent = match letters.as_slice() {
        [.., third, 'l', 'e'] => vowel(third),
        [.., third, 'e'] => !vowel(third),
        [.., third, 'e', 'd'] => !vowel(third) && !matches!(third, 't' | 'd'),
        [.., third, 'e', 's'] => {
            !vowel(third) && !matches!(third, 's' | 'c' | 'g' | 'z' | 'x' | 'h')
        }
        _ => false,
    };
    (count - u32::from(silent && count > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_near_enough() {
        let table = [
            ("moment", 2),
            ("time", 1),
            ("table", 2),
            ("stopped", 1),
            ("wanted", 2),
            ("reflection", 3),
            ("supervisor", 4),
            ("the", 1),
            ("12", 1),
        ];
        for (word, count) in table {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        let text = "One. Two? 'Three.' I said so...\nFive: {path}";
        let found: Vec<&str> = sentences(text).collect();
        assert_eq!(
            found,
            ["One.", "Two?", "'Three.", "' I said so...", "Five: {path}"]
        );
        assert_eq!(sentences("See 1.5 or a.toml today").count(), 1);
        assert_eq!(sentences(" … ").count(), 0);
    }

    #[test]
    fn long_words_and_sentences_are_harder() {
        let easy = average_grade(["I sat with them. We had tea."].into_iter());
        let hard = average_grade(
            ["Organisational accountability necessitates systematic documentation."].into_iter(),
        );
        assert!(easy < 2.0 && hard > 12.0, "{easy} {hard}");
        assert!(average_grade(std::iter::empty()).abs() < f64::EPSILON);
    }
}
