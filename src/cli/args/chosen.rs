//! Words that are chosen from a short list on the command line.
//!
//! Each stands for a value of the program, and is typed in everyday words.

use clap::ValueEnum;

use crate::cli::words;
use crate::config::WordsOf;
use crate::domain::Length;

/// A length, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is named as it is typed")]
pub enum LengthWord {
    #[value(help = words::LENGTH_QUICK)]
    Quick,
    #[value(help = words::LENGTH_STANDARD)]
    Standard,
    #[value(help = words::LENGTH_DEEP)]
    Deep,
    #[value(help = words::LENGTH_THREE)]
    Three,
}

/// What a look back goes over, as it is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is named as it is typed")]
pub enum By {
    #[default]
    #[value(help = words::BY_ENTRIES)]
    Entries,
    #[value(help = words::BY_WEEKS)]
    Weeks,
    #[value(help = words::BY_MONTHS)]
    Months,
}

impl From<LengthWord> for Length {
    fn from(word: LengthWord) -> Self {
        match word {
            LengthWord::Quick => Self::Quick,
            LengthWord::Standard => Self::Standard,
            LengthWord::Deep => Self::Deep,
            LengthWord::Three => Self::Three,
        }
    }
}

/// A place whose words are shipped, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is named as it is typed")]
pub enum PlaceWord {
    #[value(help = words::PLACE_UK)]
    Uk,
    #[value(help = words::PLACE_US)]
    Us,
    #[value(help = words::PLACE_NZ_AU)]
    NzAu,
}

impl From<PlaceWord> for WordsOf {
    fn from(word: PlaceWord) -> Self {
        match word {
            PlaceWord::Uk => Self::Uk,
            PlaceWord::Us => Self::Us,
            PlaceWord::NzAu => Self::NzAu,
        }
    }
}
