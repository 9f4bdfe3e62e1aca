//! The words of a place: small packs for the UK, the US, and Aotearoa New Zealand with Australia.
//!
//! They are laid on before a person's own packs, so that a service's own words win. The shipped
//! words are those of the UK, so that pack changes nothing and is not even read at a start.

use super::changes::UserPack;
use super::trouble::PackError;

/// Lists the places: the name it is chosen by, its file and its text.
const SHIPPED: [(&str, &str, &str); 3] = [
    (
        "uk",
        "words-uk.toml",
        include_str!("../../assets/packs/words-uk.toml"),
    ),
    (
        "us",
        "words-us.toml",
        include_str!("../../assets/packs/words-us.toml"),
    ),
    (
        "nz-au",
        "words-nz-au.toml",
        include_str!("../../assets/packs/words-nz-au.toml"),
    ),
];

/// Lists the names of the places whose words are shipped.
pub const PLACES: [&str; 3] = ["uk", "us", "nz-au"];

impl UserPack {
    /// Reads the words of a place; `None` where there is no such place.
    ///
    /// # Errors
    ///
    /// Fails only if the file was broken before the program was built; a test reads each.
    pub fn of_place(place: &str) -> Option<Result<Self, PackError>> {
        let (_, file, text) = SHIPPED.iter().find(|(name, ..)| *name == place)?;
        Some(Self::read(file, text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pack;
    use super::*;

    #[test]
    fn the_help_lines_of_a_place_come_first_where_its_words_are_in_use() {
        for (place, first) in [
            ("uk", ["England", "United Kingdom"]),
            ("us", ["United States", "England"]),
            ("nz-au", ["Aotearoa New Zealand", "Australia"]),
        ] {
            let words = UserPack::of_place(place).unwrap().unwrap();
            let pack = Pack::shipped().unwrap().with(words).unwrap();
            let groups = &pack.presets.groups;
            let places: Vec<&str> = groups.iter().map(|it| it.place.as_str()).collect();
            assert_eq!(places[..2], first, "{place}");
            assert_eq!(places.len(), 5);
            assert!(groups[0].lines[0].starts_with("In an emergency: "));
        }
    }

    #[test]
    fn each_place_has_its_words() {
        for place in PLACES {
            let words = UserPack::of_place(place).unwrap().unwrap();
            assert_eq!(words.id, format!("words-{place}"));
            assert_ne!(words.title, words.id);
            let shipped = Pack::shipped().unwrap();
            let pack = shipped.clone().with(words).unwrap();
            let same = pack.strings() == shipped.strings();
            assert_eq!(same, place == "uk", "{place}");
        }
        assert!(UserPack::of_place("mars").is_none());
    }
}
