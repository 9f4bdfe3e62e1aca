//! The whole program in a real terminal: what no other test can prove.
//!
//! Words outlive a closed window, a signal, and `kill -9` at any moment; the terminal is left as
//! it was found. To kill it two hundred times:
//! `ALONGSIDE_KILLS=200 cargo test --release --test terminal kill -- --nocapture`
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]
#![expect(
    clippy::disallowed_methods,
    reason = "what is tested here is done in real time"
)]

#[path = "support/dice.rs"]
#[expect(dead_code, unreachable_pub, reason = "other tests use the rest of it")]
mod dice;
#[path = "support/window.rs"]
#[expect(dead_code, unreachable_pub, reason = "other tests use the rest of it")]
mod window;

use std::fs;
use std::time::{Duration, Instant};

use dice::Dice;
use rustix::process::Signal;
use window::{Computer, PASSPHRASE, Window};

const ENTER: &str = "\r";
const NEXT: &str = "\x0e";
const LEAVE: &str = "\x11";
const EVERYTHING: &str = "\x10";
const HOME: &str = "What would help now?";
const LOCKED: &str = "Passphrase";
const LINE: &str = "One line, whatever it is";

/// Opens a window on Home.
fn at_home(computer: &Computer) -> Window {
    let mut window = computer.open(80, 24, &[]);
    if computer.is_locked() {
        window.sees(LOCKED).keys(PASSPHRASE).keys(ENTER);
    }
    window.sees(HOME);
    window
}

/// Opens a window with a line to write on.
fn at_a_line(computer: &Computer) -> Window {
    let mut window = at_home(computer);
    window.keys("l").sees("Does anything need to happen now?");
    window.keys(ENTER).sees(LINE);
    window
}

/// What can be read of a text in the window, as it was typed: rows are joined again.
fn written(window: &Window) -> String {
    let contents = window.contents();
    let rows = contents
        .lines()
        .filter_map(|row| row.trim_start().strip_prefix("│ "));
    rows.map(str::trim_end).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_run_leads_home_and_is_not_met_again() {
    let computer = Computer::new();
    let mut window = computer.open(80, 24, &[]);
    window
        .sees("Welcome · 1 of 3")
        .keys(NEXT)
        .sees("2 of 3")
        .keys(NEXT)
        .sees("3 of 3");
    window.keys(NEXT).sees(HOME).keys(LEAVE);
    assert_eq!(window.end(), 0);
    let _ = at_home(&computer);
}

#[test]
fn a_closed_window_costs_no_letter() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    window
        .keys("I stayed with the silence")
        .sees("with the silence");
    window.hang_up();
    assert_eq!(computer.draft("moment"), "I stayed with the silence");
    let mut window = at_home(&computer);
    window
        .sees("Go on with Land")
        .keys("g")
        .sees("I stayed with the silence");
}

#[test]
fn being_told_to_stop_costs_no_letter() {
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT, Signal::HUP] {
        let computer = Computer::settled();
        let mut window = at_a_line(&computer);
        window
            .keys("tea, then a walk")
            .sees("then a walk")
            .signal(signal);
        window.end();
        assert!(!window.screen().alternate_screen(), "{signal:?}");
        assert_eq!(computer.draft("moment"), "tea, then a walk", "{signal:?}");
    }
}

#[test]
fn kill_at_any_moment_loses_nothing_that_was_saved_or_is_older_than_a_second() {
    kills_while_typing(Computer::settled);
}

#[test]
fn kill_at_any_moment_of_a_locked_journal_loses_no_more() {
    kills_while_typing(Computer::locked);
}

#[expect(clippy::print_stdout, reason = "the figures are read")]
fn kills_while_typing(computer: impl Fn() -> Computer) {
    let kills = std::env::var("ALONGSIDE_KILLS")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(5);
    let mut proved = 0;
    for run in 0..kills {
        let computer = computer();
        let typist = Typist::types_until_killed(at_a_line(&computer), &mut Dice::new(run));
        let kept = computer.draft("moment");
        computer.assert_sound();
        let Typist { typed, old, saved } = typist;
        assert!(
            typed.starts_with(&kept),
            "run {run}: {kept} is not the beginning of {typed}"
        );
        assert!(
            kept.starts_with(&saved),
            "run {run}: {saved} was said to be saved, not {kept}"
        );
        assert!(
            kept.len() >= old,
            "run {run}: {old} letters are older than a second, not {kept}"
        );
        let (typed, kept, saved) = (typed.len(), kept.len(), saved.len());
        proved += saved;
        println!("run {run}: typed {typed}, kept {kept}, old {old}, said to be saved {saved}");
        // A walk of which no letter was saved leaves nothing to go on with.
        if kept > 0 {
            at_home(&computer).keys("g").sees(LINE);
        }
    }
    assert!(
        kills < 20 || proved > 0,
        "\"saved\" was never seen, so nothing was proved of it"
    );
}

/// What is known of someone who was typing when the program was killed.
struct Typist {
    typed: String,
    /// How many letters were older than a second.
    old: usize,
    /// What stood there when "saved" was last seen.
    saved: String,
}

impl Typist {
    fn types_until_killed(mut window: Window, dice: &mut Dice) -> Self {
        let ends = Instant::now() + Duration::from_millis(100 + dice.below(4_500));
        let (mut typed, mut at, mut saved) = (String::new(), Vec::new(), String::new());
        while Instant::now() < ends {
            let key = char::from(b'a' + u8::try_from(dice.below(26)).unwrap());
            window.keys(&key.to_string());
            typed.push(key);
            at.push(Instant::now());
            // Mostly a brisk typist; now and then a thought, long enough for "saved" to be said.
            let pause = if dice.below(8) == 0 {
                1_500
            } else {
                20 + dice.below(120)
            };
            let next = (Instant::now() + Duration::from_millis(pause)).min(ends);
            window.watch_until(next, |window| {
                if let Some(words) = said_saved(window) {
                    saved = words;
                }
            });
        }
        let killed = Instant::now();
        let window = window.kill();
        saved = said_saved(&window).unwrap_or(saved);
        let old = at
            .iter()
            .filter(|at| killed - **at >= Duration::from_secs(1))
            .count();
        Self { typed, old, saved }
    }
}

/// What stands in the line while the top row says "saved".
fn said_saved(window: &Window) -> Option<String> {
    let contents = window.contents();
    contents
        .lines()
        .next()?
        .trim_end()
        .ends_with(" saved")
        .then(|| written(window).replace(' ', ""))
}

#[test]
fn another_size_while_typing_costs_no_letter() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    let mut typed = String::new();
    for (number, (width, height)) in [(120, 40), (40, 10), (60, 18), (20, 5), (80, 24)]
        .into_iter()
        .cycle()
        .take(40)
        .enumerate()
    {
        let word = format!("word{number} ");
        window.keys(&word).resize(width, height);
        typed.push_str(&word);
    }
    window.sees("word39").sees("saved").keys(LEAVE);
    assert_eq!(window.end(), 0);
    assert_eq!(computer.draft("moment").trim_end(), typed.trim_end());
}

#[test]
fn one_cell_is_enough_to_live_in() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    window
        .keys("tea")
        .sees("tea")
        .resize(1, 1)
        .keys(" and more")
        .keys("\x1b[A\t\x10\x1b");
    window.resize(80, 24).sees(LINE).keys(LEAVE);
    assert_eq!(window.end(), 0);
    assert!(computer.draft("moment").starts_with("tea and more"));
    let mut window = computer.open(1, 1, &[]);
    window.sees_that("a letter", |screen| !screen.contents().trim().is_empty());
    window.keys(LEAVE);
    assert_eq!(window.end(), 0);
}

#[test]
fn a_hundred_thousand_letters_can_be_pasted() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    let text = "tea and biscuits, ".repeat(5_600) + "done";
    let start = Instant::now();
    window
        .keys("\x1b[200~")
        .keys(&text)
        .keys("\x1b[201~")
        .sees("done");
    println!(
        "{} letters pasted and seen in {:?}",
        text.len(),
        start.elapsed()
    );
    window.keys(LEAVE);
    assert_eq!(window.end(), 0);
    assert_eq!(computer.draft("moment"), text);
}

#[test]
fn a_burst_of_keys_costs_few_frames() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    window.sees("Enter next");
    let text = "tea and biscuits, ".repeat(560) + "done";
    let (before, start) = (window.bytes(), Instant::now());
    window.keys(&text).sees("done");
    let bytes = window.bytes() - before;
    println!(
        "{} keys seen after {:?} and {bytes} bytes",
        text.len(),
        start.elapsed()
    );
    assert!(bytes < 40_000, "{bytes} bytes for {} keys", text.len());
    window.keys(LEAVE);
    assert_eq!(window.end(), 0);
    assert_eq!(computer.draft("moment"), text);
}

#[test]
fn leaving_leaves_the_terminal_as_it_was() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    window
        .show("")
        .keys("a secret of mine")
        .sees("secret")
        .keys(LEAVE);
    assert_eq!(window.end(), 0);
    let screen = window.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_eq!(screen.contents().trim(), "");
    // The second screen can be brought back on some terminals, and holds nothing either.
    assert!(!window.show("\x1b[?47h").contents().contains("secret"));
}

#[test]
fn a_second_window_says_so_and_can_read() {
    let computer = Computer::settled();
    let mut first = at_a_line(&computer);
    first.keys("only once").sees("saved");
    let mut second = at_home(&computer);
    second
        .sees("open in another window")
        .keys("j")
        .sees_that("the journal", |screen| !screen.contents().contains(HOME));
    second.keys(LEAVE);
    assert_eq!(second.end(), 0);
    first.keys(LEAVE);
    assert_eq!(first.end(), 0);
    assert_eq!(computer.draft("moment"), "only once");
}

#[test]
fn an_idle_journal_writes_nothing() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    window.keys("tea").sees("saved");
    let before = window.bytes();
    window.watch_until(Instant::now() + Duration::from_secs(3), |_| {});
    assert_eq!(window.bytes() - before, 0);
}

fn asks_for_editor(window: &mut Window) {
    window.keys(EVERYTHING).sees("What would you like to do?");
    let row = "Write this in my own editor";
    window.keys("my own editor").sees(row).keys(ENTER);
}

#[test]
fn an_outside_editor_brings_its_text_back_and_leaves_none_behind() {
    let editor = "sh -c 'read -r line < /dev/tty; printf \" %s\" \"$line\" >> \"$1\"' sh";
    let computer = Computer::settled().with("VISUAL", editor);
    let mut window = at_a_line(&computer);
    window.keys("tea").sees("tea");
    asks_for_editor(&mut window);
    // Once, it is said what that means; only then is the text in a file.
    window.sees("that file is not locked.");
    asks_for_editor(&mut window);
    window.sees_that("the editor", |screen| !screen.alternate_screen());
    // Ctrl+C and friends are the editor's own while it is open.
    window.signal(Signal::INT);
    window
        .keys("and biscuits\r")
        .sees("tea and biscuits")
        .sees("saved");
    assert_eq!(fs::read_dir(computer.path("run")).unwrap().count(), 0);
    window.keys(LEAVE);
    assert_eq!(window.end(), 0);
    assert_eq!(computer.draft("moment"), "tea and biscuits");
}

#[test]
fn a_window_closed_on_an_outside_editor_costs_none_of_its_words() {
    let editor = "sh -c 'printf \" and more\" >> \"$1\"; echo written; sleep 60' sh";
    let computer = Computer::settled().with("EDITOR", editor);
    let mut window = at_a_line(&computer);
    window.keys("tea").sees("tea");
    asks_for_editor(&mut window);
    window.sees("that file is not locked.");
    asks_for_editor(&mut window);
    window.sees("written");
    window.hang_up();
    assert_eq!(computer.draft("moment"), "tea and more");
}

#[test]
fn standing_still_gives_the_terminal_back_until_it_goes_on() {
    let computer = Computer::settled();
    let mut window = at_a_line(&computer);
    window.keys("tea").sees("saved").signal(Signal::TSTP);
    window.sees_that("the shell", |screen| !screen.alternate_screen());
    window.stands_still().signal(Signal::CONT);
    window
        .sees_that("our screen", vt100::Screen::alternate_screen)
        .sees("tea");
    window
        .keys(" and biscuits")
        .sees("tea and biscuits")
        .keys(LEAVE);
    assert_eq!(window.end(), 0);
}

#[test]
fn a_paste_of_several_lines_is_one_answer_in_plain_mode() {
    let computer = Computer::settled();
    let mut window = computer.open(80, 24, &["land", "--plain"]);
    window.sees("Your answer:").keys("\r").sees("My line:");
    window
        .keys("First part\n\nSecond part\n1\n")
        .sees("I stand by:")
        .keys("I stayed\r")
        .sees("I will talk to:");
    window.keys(".q\r");
    assert_eq!(window.end(), 0);
    assert_eq!(computer.draft("moment"), "First part Second part 1");
    assert_eq!(computer.draft("stand_by"), "I stayed");
}
