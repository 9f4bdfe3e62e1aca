//! `alongside packs`: what is in use, a new file to begin with, and whether a pack can be used.
//!
//! It opens no journal. Checking says first what keeps a pack from being used; only then what could
//! be plainer, and that is advice: the words of a service are its own.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::PacksVerb;
use super::own_packs::{self, Laid, Own, lay_on, lay_on_these};
use super::reader::{print_json, print_lines};
use super::trouble::Trouble;
use super::words;
use crate::config::{Paths, Settings, WordsOf};
use crate::content::lint::{self, Finding};
use crate::content::{Brings, Pack, PackError, UserPack};

/// What a new file holds at first.
const STARTING: &str = include_str!("../../assets/packs/starting.toml");

/// Letters of a name.
const MOST: usize = 40;

/// What is in use, as `docs/json.md` describes it.
#[derive(Serialize)]
struct Listed {
    shipped: Shipped,
    words_of: PlaceListed,
    own: Vec<OwnListed>,
}

#[derive(Serialize)]
struct Shipped {
    id: String,
    version: u32,
    title: String,
    items: usize,
    vignettes: usize,
    pages: usize,
}

#[derive(Serialize)]
struct PlaceListed {
    place: &'static str,
    title: String,
}

/// A pack of one's own. What cannot be read of one that is left out is `null`.
#[derive(Serialize)]
struct OwnListed {
    file: String,
    is_used: bool,
    id: Option<String>,
    version: Option<u32>,
    title: Option<String>,
    words: usize,
    steps: usize,
    items: usize,
    vignettes: usize,
    line: Option<usize>,
    why: Option<String>,
}

/// What came of checking a pack.
#[derive(Serialize)]
struct Checked {
    file: String,
    can_be_used: bool,
    line: Option<usize>,
    why: Option<String>,
    advice: Vec<Advice>,
    #[serde(skip)]
    brings: Brings,
}

#[derive(Serialize)]
struct Advice {
    place: String,
    what: String,
    mend: String,
}

/// Does what the verb says.
///
/// # Errors
/// [`Trouble`] when a file cannot be made, or a checked pack cannot be used.
pub(super) fn run(paths: &Paths, verb: Option<PacksVerb>) -> Result<(), Trouble> {
    let place = Settings::load(&paths.settings_file).settings.words_of;
    match verb.unwrap_or(PacksVerb::List { json: false }) {
        PacksVerb::List { json } => list(paths, place, json),
        PacksVerb::New { name } => new(paths, &name),
        PacksVerb::Check { file, json } => check(paths, place, file, json),
    }
}

fn list(paths: &Paths, place: WordsOf, json: bool) -> Result<(), Trouble> {
    let laid = lay_on(place, &paths.packs_folder)?;
    let shipped = Pack::shipped()?;
    let (items, pages) = (shipped.items().count(), shipped.learn().len());
    let vignettes = shipped.vignettes().len();
    if json {
        return print_json(&Listed {
            own: laid.own.iter().map(listed).collect(),
            words_of: PlaceListed {
                place: place.name(),
                title: laid.place.title,
            },
            shipped: Shipped {
                id: shipped.id,
                version: shipped.version,
                title: shipped.title,
                items,
                vignettes,
                pages,
            },
        });
    }
    let mut lines = vec![
        words::pack_shipped(&shipped.title, items, vignettes, pages),
        words::pack_of_place(&laid.place.title, place.name()),
        words::OTHER_PLACES.to_owned(),
        words::own_packs_in(&paths.packs_folder),
    ];
    if laid.own.is_empty() {
        lines.push(words::NO_OWN_PACKS.to_owned());
    }
    lines.extend(laid.own.iter().map(|own| match &own.pack {
        Ok(pack) => words::pack_used(&own.file, &pack.title, &brings(pack.brings)),
        Err(why) => words::pack_left_out(why),
    }));
    print_lines(&lines)
}

fn listed(own: &Own) -> OwnListed {
    let used = own.pack.as_ref().ok();
    let why = own.pack.as_ref().err();
    let brings = used.map_or_else(Brings::default, |pack| pack.brings);
    OwnListed {
        file: own.file.clone(),
        is_used: used.is_some(),
        id: used.map(|pack| pack.id.clone()),
        version: used.map(|pack| pack.version),
        title: used.map(|pack| pack.title.clone()),
        words: brings.words,
        steps: brings.steps,
        items: brings.items,
        vignettes: brings.vignettes,
        line: why.and_then(|why| why.line),
        why: why.map(|why| why.trouble.to_string()),
    }
}

fn brings(all: Brings) -> String {
    words::brings(all.words, all.steps, all.items, all.vignettes)
}

/// Writes a file to begin with, and never over another.
fn new(paths: &Paths, typed: &str) -> Result<(), Trouble> {
    let name = typed.trim().trim_end_matches(".toml");
    let fits = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-');
    if name.is_empty() || name.len() > MOST || !name.chars().all(fits) {
        return Err(Trouble::PackName(typed.to_owned()));
    }
    let path = paths.packs_folder.join(format!("{name}.toml"));
    write_new(&path, &STARTING.replace("{NAME}", name)).map_err(|why| {
        if why.kind() == ErrorKind::AlreadyExists {
            Trouble::PackIsThere(path.clone())
        } else {
            Trouble::PackNotWritten(path.clone(), why)
        }
    })?;
    print_lines(&[words::pack_begun(&path), words::pack_next(name)])
}

fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn check(paths: &Paths, place: WordsOf, file: Option<PathBuf>, json: bool) -> Result<(), Trouble> {
    let checked = match file {
        None => check_all(&lay_on(place, &paths.packs_folder)?),
        Some(file) => vec![check_one(paths, place, &file)?],
    };
    if json {
        print_json(&checked)?;
    } else if checked.is_empty() {
        print_lines(&[words::NOTHING_TO_CHECK.to_owned()])?;
    } else {
        print_lines(&checked.iter().flat_map(said).collect::<Vec<_>>())?;
    }
    if checked.iter().all(|it| it.can_be_used) {
        Ok(())
    } else {
        Err(Trouble::PacksToMend)
    }
}

fn check_all(laid: &Laid) -> Vec<Checked> {
    let all = laid.own.iter();
    all.map(|own| checked(&own.file, own.pack.as_ref(), &laid.pack))
        .collect()
}

/// Checks one file as it would be read at the next start: after those that stand before it.
fn check_one(paths: &Paths, place: WordsOf, typed: &Path) -> Result<Checked, Trouble> {
    let path = meant(&paths.packs_folder, typed);
    if !path.exists() {
        return Err(Trouble::NoPackFile(typed.to_owned()));
    }
    let file = own_packs::name(&path);
    let mut files = own_packs::files(&paths.packs_folder);
    let is_it = |other: &PathBuf| same_file(other, &path);
    if let Some(at) = files.iter().position(is_it) {
        files.truncate(at);
    } else {
        // It is not in the folder yet. What stands there under its name or its id is an older
        // one, whose place it will take.
        let id_of = |path: &Path| own_packs::read(path, &own_packs::name(path)).map(|it| it.id);
        let id = id_of(&path).ok();
        let is_older = |other: &PathBuf| {
            own_packs::name(other) == file || (id.is_some() && id_of(other).ok() == id)
        };
        files.retain(|other| !is_older(other));
    }
    files.push(path);
    let mut laid = lay_on_these(place, &files)?;
    let own = laid.own.pop();
    let not_there = || crate::content::Trouble::NoFile.at(&file, None);
    let pack = own.map_or_else(|| Err(not_there()), |own| own.pack);
    Ok(checked(&file, pack.as_ref(), &laid.pack))
}

/// The file that is meant: a path, or a name in the packs folder.
fn meant(folder: &Path, typed: &Path) -> PathBuf {
    let named = folder.join(typed);
    let with_end = folder.join(format!("{}.toml", typed.display()));
    let there = [typed.to_owned(), named, with_end];
    let file = there.iter().find(|path| path.is_file());
    // A folder of that name is named for what it is.
    let found = file.or_else(|| there.iter().find(|path| path.exists()));
    found.cloned().unwrap_or_else(|| typed.to_owned())
}

fn same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    one == other || whole(one).is_some_and(|one| whole(other) == Some(one))
}

fn checked(file: &str, pack: Result<&UserPack, &PackError>, words: &Pack) -> Checked {
    let advice = pack
        .map_err(Clone::clone)
        .and_then(|pack| advice(pack, words));
    let why = advice.as_ref().err();
    Checked {
        file: file.to_owned(),
        can_be_used: why.is_none(),
        line: why.and_then(|why| why.line),
        why: why.map(|why| why.trouble.to_string()),
        brings: pack.map_or_else(|_| Brings::default(), |pack| pack.brings),
        advice: advice.unwrap_or_default(),
    }
}

/// What could be plainer in a pack, and what could help its vignettes along.
fn advice(pack: &UserPack, words: &Pack) -> Result<Vec<Advice>, PackError> {
    let mut found = lint::check(&pack.strings(&words.words)?);
    for vignette in pack.vignettes(&words.words)? {
        found.extend(vignette.advice());
    }
    let advice = found
        .into_iter()
        .map(|Finding { place, what, mend }| Advice { place, what, mend });
    Ok(advice.collect())
}

fn said(checked: &Checked) -> Vec<String> {
    if let Some(why) = &checked.why {
        let place = match checked.line {
            Some(line) => format!("{}, line {line}", checked.file),
            None => checked.file.clone(),
        };
        return vec![format!("{place}: {why}")];
    }
    let mut lines = vec![words::pack_can_be_used(
        &checked.file,
        &brings(checked.brings),
    )];
    if checked.advice.is_empty() {
        lines.push(words::IS_PLAIN.to_owned());
    } else {
        lines.push(words::COULD_BE_PLAINER.to_owned());
    }
    let advice = checked.advice.iter();
    lines.extend(advice.map(|it| format!("- {}: {}. {}", it.place, it.what, it.mend)));
    lines
}
