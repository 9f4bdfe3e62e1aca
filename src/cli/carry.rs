//! `alongside carry`: every intention, with what became of it.

use super::caller::Caller;
use super::desk::Desk;
use super::list::PAGE;
use super::plain::leaf;
use super::plain::visit::first_leaf;
use super::reader::{open, print_json, print_lines};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::domain::{Carried, say_day};
use crate::insight::{CarriedLook, carry_looks};
use crate::rooms::Begin;

/// Prints them, those still held first.
pub(super) fn run(
    paths: Paths,
    named: bool,
    json: bool,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let mut desk = open(paths, named, caller)?.desk()?;
    let looks = carry_looks(&desk.pack, &every(&desk)?);
    if json {
        return print_json(&looks);
    }
    if looks.is_empty() {
        let leaf = first_leaf(&mut desk, Begin::Carry)?;
        return print_lines(&leaf::read(&leaf));
    }
    let lines: Vec<String> = looks.iter().flat_map(lines).collect();
    print_lines(&lines)
}

/// Every intention, those still held first.
fn every(desk: &Desk) -> Result<Vec<Carried>, Trouble> {
    let mut all: Vec<Carried> = Vec::new();
    loop {
        let after = all.last().map(Carried::place);
        let page = desk.store.carried(after, PAGE)?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// One intention, a fact a line.
fn lines(look: &CarriedLook) -> Vec<String> {
    let mut lines = vec![
        String::new(),
        look.words.clone(),
        format!("{}: {}", words::WRITTEN_ON, say_day(look.made.date_naive())),
        format!("{}: {}", words::STANDS_NOW, look.stands),
    ];
    lines.extend(Some(look.because.clone()).filter(|because| !because.is_empty()));
    for heard in &look.heard {
        let day = say_day(heard.at.date_naive());
        let said = [heard.said.as_str(), heard.line.as_str()];
        for said in said.into_iter().filter(|said| !said.is_empty()) {
            lines.push(format!("{day}: {said}"));
        }
    }
    lines
}
