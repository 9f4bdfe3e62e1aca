//! The page with the recovery code, as it is saved or printed.
//!
//! It never says whose it is: whoever finds it should not learn whose journal to look for.

use chrono::NaiveDate;
use zeroize::Zeroizing;

use super::code_rows;
use crate::domain::say_day;
use crate::key::RecoveryCode;
use crate::vault::Page;

mod words;

/// Room for the page from the start: a text that grows leaves copies behind it.
const ROOM: usize = 2_048;

/// Writes the page.
pub(super) fn page(code: &RecoveryCode, today: NaiveDate) -> Page {
    let mut text = Zeroizing::new(String::with_capacity(ROOM));
    for line in [words::TITLE, "", words::WHAT_IT_IS, ""] {
        add(&mut text, line);
    }
    for row in code_rows(code) {
        text.push_str(words::INDENT);
        add(&mut text, row);
    }
    add(&mut text, "");
    for line in words::HOW_TO_USE {
        add(&mut text, line);
    }
    add(&mut text, "");
    add(&mut text, &words::made_on(&say_day(today)));
    Page(text)
}

fn add(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::RawKey;

    #[test]
    fn the_page_says_what_it_is_and_never_whose() {
        let key = RawKey::new(Zeroizing::new([0xA5; 32]));
        let code = RecoveryCode::of(&key);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let Page(page) = page(&code, today);
        assert!(page.len() < ROOM, "it grew, and left a copy");
        insta::assert_snapshot!(page.as_str());
        let letters: String = page
            .lines()
            .filter(|line| line.starts_with(words::INDENT))
            .collect();
        assert_eq!(RecoveryCode::read(&letters), Ok(key));
    }
}
