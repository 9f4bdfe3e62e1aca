//! The first hour of a trainee, line by line: one whole transcript, from nothing to a sheet for a tutor.
//!
//! What was typed stands behind each prompt, as in a terminal.

#[expect(dead_code, reason = "the hour in the full screen uses the rest")]
mod hour;
mod shell;

use hour::lines::hour;
use shell::home_once;
use shell::small::undated;

#[test]
fn the_first_hour_reads_like_this() {
    let (said, shell) = hour();
    let folder = shell.path("pages");
    let said = said.replace(folder.to_str().unwrap(), "FOLDER");
    let said = said.replace(shell.path("").to_str().unwrap(), "~/");
    insta::assert_snapshot!(home_once(&later_day(&undated(&said))));
    let page = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap();
    let page = std::fs::read_to_string(page.path()).unwrap();
    insta::assert_snapshot!("sheet", undated(&page));
    // Nothing of that hour is among real entries.
    shell.run(&["list"]).fine().sees_not(hour::MOMENT).done();
    let practice = shell.run(&["list", "--practice"]).fine();
    practice.sees(hour::MOMENT).sees("A story I tried").done();
}

/// Leaves out the day to be asked again, which is another one tomorrow.
fn later_day(text: &str) -> String {
    const AGAIN: &str = "I will be asked again on ";
    let said = |line: &str| match line.strip_prefix(AGAIN) {
        Some(_) => format!("{AGAIN}LATER DAY.\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(said).collect()
}
