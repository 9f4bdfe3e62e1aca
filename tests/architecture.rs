//! Reads `src` and fails on an arrow that points the wrong way.
//!
//! The table below is the one in the crate doc: which room of the code may use which, and where
//! a crate from outside is at home. Test modules are left out: a test may reach further.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("content", &["domain"]),
    ("reflection", &["domain", "content"]),
    ("insight", &["domain", "content"]),
    ("rooms", &["domain", "content", "reflection", "insight"]),
    ("key", &[]),
    ("vault", &["domain", "key"]),
    ("store", &["domain", "key"]),
    ("config", &["domain"]),
    (
        "ui",
        &[
            "domain",
            "key",
            "content",
            "reflection",
            "insight",
            "rooms",
            "vault",
            "config",
        ],
    ),
    (
        "runtime",
        &[
            "domain",
            "key",
            "content",
            "reflection",
            "insight",
            "rooms",
            "vault",
            "store",
            "config",
            "ui",
        ],
    ),
    (
        "cli",
        &[
            "domain",
            "key",
            "content",
            "reflection",
            "insight",
            "rooms",
            "vault",
            "store",
            "config",
            "ui",
            "runtime",
        ],
    ),
];

/// Where a crate, or a part of one, is at home.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("sha2", &["store"]),
    ("argon2", &["key"]),
    ("zxcvbn", &["key"]),
    ("crc", &["key"]),
    ("data_encoding", &["key"]),
    ("getrandom", &["key"]),
    ("unicode_normalization", &["key", "domain"]),
    ("toml", &["content", "config"]),
    ("directories", &["config"]),
    ("clap", &["cli"]),
    ("ratatui", &["ui", "runtime"]),
    ("crossterm", &["ui", "runtime"]),
    ("signal_hook", &["runtime", "cli"]),
    ("terminal_colorsaurus", &["runtime"]),
    ("rustix", &["runtime", "cli"]),
    ("filedescriptor", &["runtime"]),
    ("unicode_linebreak", &["ui"]),
    ("unicode_width", &["ui", "content", "cli"]),
    ("anyhow", &["runtime", "cli"]),
    ("std::thread", &["runtime", "cli"]),
    ("std::sync::mpsc", &["runtime", "cli"]),
    ("std::process", &["runtime", "cli", "store"]),
    ("std::env", &["runtime", "cli"]),
    ("std::net", &[]),
];

/// Lines a file may have; tables whose rows all look alike are the exception.
const LONGEST: usize = 500;
const TABLES: &[&str] = &["ui/keymap/table.rs"];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every file with its path from `src` and its text.
fn files() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    rust_files(&source(), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(source())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn room_of(name: &str) -> Option<&str> {
    let first = name.split('/').next().unwrap().trim_end_matches(".rs");
    ROOMS
        .iter()
        .map(|(room, _)| *room)
        .find(|room| *room == first)
}

fn is_test_file(name: &str) -> bool {
    ["tests", "laws", "proofs", "kit"]
        .iter()
        .any(|part| name.contains(&format!("/{part}/")) || name.ends_with(&format!("/{part}.rs")))
}

/// The code of a file: no comments, no test module, grouped imports written out.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = before_tests
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let text = lines.collect::<Vec<_>>().join("\n");
    written_out(&text)
}

/// Writes `use crate::{a::B, c};` as `use crate::a::B; use crate::c;`.
fn written_out(text: &str) -> String {
    let mut out = text.to_owned();
    for group in ["use crate::{", "use std::{"] {
        while let Some(start) = out.find(group) {
            let inner = start + group.len();
            let end = inner + matching_brace(&out[inner..]);
            let prefix = group.trim_end_matches('{');
            let parts: Vec<String> = top_level_parts(&out[inner..end])
                .iter()
                .map(|part| format!("{prefix}{part};"))
                .collect();
            out.replace_range(start..=end, &parts.join("\n"));
        }
    }
    out
}

fn matching_brace(text: &str) -> usize {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    panic!("an import group that never ends");
}

fn top_level_parts(text: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(letter);
    }
    parts
        .iter()
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether a text names a path: `crate::ui::…`, `rusqlite::…`, or the whole as an import.
fn names(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + path.len()..].chars().next();
        let starts = before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':');
        let ends = after.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let is_path = code[at + path.len()..].starts_with("::")
            || code[..at].trim_end().ends_with("use")
            || path.contains("::");
        starts && ends && is_path
    })
}

#[test]
fn every_room_uses_only_the_rooms_it_may() {
    let mut breaches = Vec::new();
    for (name, text) in files() {
        let Some(room) = room_of(&name).filter(|_| !is_test_file(&name)) else {
            continue;
        };
        let allowed = ROOMS.iter().find(|(of, _)| *of == room).unwrap().1;
        let code = code(&text);
        for (other, _) in ROOMS {
            if *other != room
                && !allowed.contains(other)
                && names(&code, &format!("crate::{other}"))
            {
                breaches.push(format!("{name} uses {other}"));
            }
        }
    }
    assert!(
        breaches.is_empty(),
        "arrows that point the wrong way:\n{}",
        breaches.join("\n")
    );
}

/// The matters of a visit, each with the other matters that its files name. What holds all of them
/// together, `matter.rs` and `visit.rs`, is left out.
fn matters() -> BTreeMap<String, BTreeSet<String>> {
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let all = files();
    let own: Vec<(&str, &str)> = all
        .iter()
        .filter(|(name, _)| !is_test_file(name))
        .filter_map(|(name, text)| Some((name.strip_prefix("rooms/")?, text.as_str())))
        .collect();
    let matter = |path: &str| {
        path.split('/')
            .next()
            .unwrap()
            .trim_end_matches(".rs")
            .to_owned()
    };
    let matters: BTreeSet<String> = own.iter().map(|(path, _)| matter(path)).collect();
    for (path, text) in own {
        let up = "super::".repeat(path.matches('/').count() + 1);
        let code = code(text).replace("pub(super)", "");
        for other in &matters {
            let named = names(&code, &format!("crate::rooms::{other}"))
                || names(&code, &format!("{up}{other}"));
            if named && *other != matter(path) {
                arrows
                    .entry(matter(path))
                    .or_default()
                    .insert(other.clone());
            }
        }
    }
    for hub in ["matter", "visit"] {
        arrows.remove(hub);
    }
    arrows
}

#[test]
fn no_matter_of_a_visit_leads_to_itself_again() {
    let mut arrows = matters();
    assert!(arrows["practice"].contains("longer_view"), "{arrows:?}");
    assert!(arrows["practice"].contains("sheet"), "{arrows:?}");
    // Whatever names nothing that is still there is no part of a ring.
    loop {
        let left: BTreeSet<String> = arrows.keys().cloned().collect();
        arrows.retain(|_, to| to.iter().any(|it| left.contains(it)));
        if arrows.len() == left.len() {
            break;
        }
    }
    assert!(arrows.is_empty(), "a ring among these: {arrows:?}");
}

#[test]
fn every_crate_stays_at_home() {
    let mut breaches = Vec::new();
    for (name, text) in files() {
        let Some(room) = room_of(&name).filter(|_| !is_test_file(&name)) else {
            continue;
        };
        let code = code(&text);
        for (outside, homes) in HOMES {
            if !homes.contains(&room) && names(&code, outside) {
                breaches.push(format!("{name} uses {outside}"));
            }
        }
    }
    assert!(
        breaches.is_empty(),
        "crates away from home:\n{}",
        breaches.join("\n")
    );
}

#[test]
fn no_file_holds_two_things() {
    let long: Vec<String> = files()
        .into_iter()
        .filter(|(name, _)| !TABLES.contains(&name.as_str()))
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn every_module_begins_with_why() {
    let bare: Vec<String> = files()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(name, _)| name)
        .collect();
    assert!(bare.is_empty(), "no module doc: {}", bare.join(", "));
}

#[test]
fn there_are_no_globals() {
    let globals: Vec<String> = files()
        .into_iter()
        .filter(|(name, _)| !is_test_file(name))
        .filter(|(_, text)| {
            code(text).lines().any(|line| {
                let line = line.trim_start();
                line.starts_with("static ") || line.starts_with("pub static ")
            })
        })
        .map(|(name, _)| name)
        .collect();
    assert!(globals.is_empty(), "{}", globals.join(", "));
}

#[test]
fn the_reader_sees_through_groups() {
    let text = "use crate::{ui::{a, b}, domain};\nuse std::{thread, fs};\nlet x = rusqlite::Row;";
    let code = code(text);
    assert!(names(&code, "crate::ui"));
    assert!(names(&code, "crate::domain"));
    assert!(names(&code, "std::thread"));
    assert!(names(&code, "rusqlite"));
    assert!(!names("my_rusqlite::x", "rusqlite"));
    assert!(!names("crate::uihelp", "crate::ui"));
}
