//! What the program asks of the system in a whole journey: nothing of the network, and no file
//! written outside its own folders.
//!
//! Needs `strace`. Where there is none the test says so and proves nothing; `.ci/run` installs it.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]
#![expect(
    clippy::disallowed_methods,
    reason = "what is tested here is done in real time"
)]

mod shell;
#[path = "support/window.rs"]
#[expect(dead_code, unreachable_pub, reason = "other tests use the rest of it")]
mod window;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use shell::{QUICK, Shell};
use window::{Computer, PASSPHRASE};

/// Calls that change what is on the disk.
const CHANGES: [&str; 14] = [
    "mkdir",
    "mkdirat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "chmod",
    "fchmodat",
    "truncate",
];

fn is_there() -> bool {
    let asked = Command::new("strace")
        .arg("-V")
        .stdout(Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}

/// Runs the program under `strace`, and adds what it asked of the system to the log.
fn traced(shell: &Shell, log: &mut String, args: &[&str], input: &str) {
    let trace = shell.path("trace.log");
    let plain = shell.command(args);
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-e", "trace=%network,%file", "-o"])
        .arg(&trace)
        .arg(plain.get_program())
        .args(args)
        .env_clear()
        .envs(
            plain
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        )
        .current_dir(shell.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let _ = std::io::Write::write_all(&mut stdin, input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {output:?}");
    log.push_str(&fs::read_to_string(&trace).unwrap());
}

/// One line of the log: the call and what it was given. The number of the process comes first.
fn call(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let (name, given) = line.split_once('(')?;
    Some((name, given))
}

/// Without one of these there is nobody to talk to. The pair of sockets by which signals are heard
/// inside the program leads nowhere else, and is made by another call.
fn of_the_network(line: &str) -> bool {
    const CALLS: [&str; 6] = ["socket", "connect", "bind", "listen", "accept", "accept4"];
    call(line).is_some_and(|(name, _)| CALLS.contains(&name))
}

/// The paths that a line writes to.
fn written_to(line: &str) -> Vec<String> {
    let Some((name, given)) = call(line) else {
        return Vec::new();
    };
    let opens = ["open", "openat", "creat"].contains(&name)
        && ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"]
            .iter()
            .any(|how| given.contains(how));
    if !opens && !CHANGES.contains(&name) {
        return Vec::new();
    }
    given
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn is_ours(path: &str, home: &Path) -> bool {
    let path = Path::new(path);
    let whole = if path.is_absolute() {
        path.to_owned()
    } else {
        home.join(path)
    };
    whole.starts_with(home)
        || ["/dev/tty", "/dev/null"]
            .iter()
            .any(|it| whole == Path::new(it))
}

#[test]
fn a_whole_journey_touches_no_network_and_writes_nowhere_else() {
    if !is_there() {
        println!("there is no strace here, so nothing is proved");
        return;
    }
    let shell = Shell::new();
    fs::write(shell.path("old"), "tea and biscuits\n").unwrap();
    fs::write(shell.path("new"), "soup and bread\n").unwrap();
    for file in ["old", "new"] {
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        fs::set_permissions(shell.path(file), private).unwrap();
    }
    let quick = QUICK.join("\n") + "\n";
    let with_old = ["--passphrase-file", "old"];
    let with_new = ["--passphrase-file", "new"];
    let mut log = String::new();
    let mut go = |args: &[&str], input: &str| traced(&shell, &mut log, args, input);
    go(&["reflect", "--plain", "--length", "quick"], &quick);
    go(&["note", "a line from the shell"], "");
    go(
        &[
            "lock",
            "--new-passphrase-file",
            "old",
            "--code-file",
            "code",
        ],
        "",
    );
    go(&[&with_old[..], &["note", "another line"]].concat(), "");
    go(&[&with_old[..], &["list", "--json"]].concat(), "");
    go(&[&with_old[..], &["backup"]].concat(), "");
    go(&[&with_old[..], &["check"]].concat(), "");
    go(&[&with_old[..], &["--plain"]].concat(), "q\n");
    let change = [
        "passphrase",
        "--new-passphrase-file",
        "new",
        "--code-file",
        "code2",
    ];
    go(&[&with_old[..], &change[..]].concat(), "");
    go(&[&with_new[..], &["unlock", "--for-good"]].concat(), "2\n");
    go(&["where"], "");
    go(&["erase"], "erase\n");
    assert!(log.lines().count() > 300, "the log is short: {log}");
    let left = fs::read_dir(shell.path("words")).unwrap().count();
    assert_eq!(left, 0, "nothing is left of the journal");
    proved(&log, &shell.path(""));
}

/// Holds a log against both promises.
fn proved(log: &str, home: &Path) {
    let sockets: Vec<&str> = log.lines().filter(|line| of_the_network(line)).collect();
    assert!(sockets.is_empty(), "{sockets:#?}");
    let elsewhere: Vec<String> = log
        .lines()
        .flat_map(written_to)
        .filter(|path| !is_ours(path, home))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}

#[test]
fn an_evening_in_the_full_screen_touches_no_more() {
    if !is_there() {
        println!("there is no strace here, so nothing is proved");
        return;
    }
    let computer = Computer::locked();
    let log = computer.path("trace.log");
    let words = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=%network,%file",
        "-o",
        log.to_str().unwrap(),
    ];
    let computer = computer.through(&words);
    let mut window = computer.open(80, 24, &[]);
    window.sees("Passphrase").keys(PASSPHRASE).keys("\r");
    window.sees("What would help now?").keys("l");
    window.sees("Does anything need to happen now?").keys("\r");
    window
        .sees("One line")
        .keys("tea, then a walk")
        .sees("saved");
    // Hidden, which locks it, and open again.
    window
        .keys("\x0c")
        .sees("Notes")
        .keys("\x0c")
        .sees("Passphrase");
    window
        .keys(PASSPHRASE)
        .keys("\r")
        .sees("tea, then a walk")
        .keys("\x11");
    assert_eq!(window.end(), 0);
    let log = fs::read_to_string(log).unwrap();
    assert!(log.contains("journal.db-wal"), "{log}");
    proved(&log, computer.path("").as_path());
}
