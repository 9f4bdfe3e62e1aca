//! Reads the source texts, where they lie next to the project.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Is the number of words in a row that counts as copied.
const RUN: usize = 5;

/// Lists the names the items use for the source texts, with their files.
const FILES: [(&str, &str); 2] = [
    ("seed-1", "eight-principles.txt"),
    ("seed-2", "values-and-principles.txt"),
];

/// Holds the source texts, with all white space made one.
pub(crate) struct Seeds(Vec<(&'static str, String)>);

impl Seeds {
    /// Reads them if they are here.
    pub(crate) fn find() -> Option<Self> {
        let folder = folder();
        let read = |(name, file): (&'static str, &str)| {
            let text = fs::read_to_string(folder.join(file)).ok()?;
            Some((name, text.split_whitespace().collect::<Vec<_>>().join(" ")))
        };
        FILES
            .into_iter()
            .map(read)
            .collect::<Option<Vec<_>>>()
            .map(Self)
    }

    /// Says whether a text holds a phrase to the letter.
    pub(crate) fn holds(&self, seed: &str, phrase: &str) -> bool {
        self.0
            .iter()
            .any(|(name, text)| *name == seed && text.contains(phrase))
    }

    /// Gives five words in a row that a text shares with them, if there are any.
    pub(crate) fn shared_run(&self, text: &str) -> Option<String> {
        let theirs: BTreeSet<String> = self.0.iter().flat_map(|(_, seed)| runs(seed)).collect();
        runs(text).into_iter().find(|run| theirs.contains(run))
    }
}

/// Says whether two phrases differ in nothing but spelling slips, capitals and signs.
pub(crate) fn same_letters(phrase: &str, shown: &str) -> bool {
    let letters = |text: &str| -> String {
        text.to_lowercase()
            .replace("thier", "their")
            .chars()
            .filter(char::is_ascii_alphabetic)
            .collect()
    };
    letters(phrase) == letters(shown)
}

/// Reads the agreed list of items, if it is here: one row an item.
pub(crate) fn agreed() -> Option<Vec<Vec<String>>> {
    let text = fs::read_to_string(folder().join("../content/items.json")).ok()?;
    let list: serde_json::Value = serde_json::from_str(&text).ok()?;
    let mut rows = Vec::new();
    for set in list.get("sets")?.as_array()? {
        for item in set.get("items")?.as_array()? {
            let part = |from: &serde_json::Value, name: &str| {
                let value = &from[name];
                value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned)
            };
            let mut row = vec![part(set, "id"), part(set, "strap")];
            let names = [
                "id",
                "lead",
                "question",
                "seed",
                "seed_phrase",
                "go_deeper",
                "next_time",
            ];
            row.extend(names.map(|name| part(item, name)));
            rows.push(row);
        }
    }
    Some(rows)
}

fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    std::env::var_os("ALONGSIDE_SEEDS").map_or_else(beside, PathBuf::from)
}

fn runs(text: &str) -> Vec<String> {
    let plain = text.to_lowercase();
    let words: Vec<&str> = plain
        .split(|sign: char| !sign.is_alphanumeric() && sign != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(RUN).map(|run| run.join(" ")).collect()
}
