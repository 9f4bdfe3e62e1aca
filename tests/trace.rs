//! What the program asks of the system in a whole journey: nothing of the network, and no file
//! written outside its own folders.
//!
//! Needs `strace`. Where there is none the test says so and proves nothing; `.ci/run` installs it.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod shell;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use shell::{QUICK, Shell};

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

fn of_the_network(line: &str) -> bool {
    let Some((name, given)) = call(line) else {
        return false;
    };
    let sockets = [
        "socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "recvfrom", "sendmsg",
    ];
    // Two ends of one pipe inside the program, by which signals are heard, lead nowhere else.
    name != "socketpair"
        && sockets.contains(&name)
        && !given.starts_with("3<")
        && !is_own_pipe(name, given)
}

/// What goes through such a pipe is sent by number, with no address.
fn is_own_pipe(name: &str, given: &str) -> bool {
    ["sendto", "recvfrom"].contains(&name) && given.contains("NULL, 0)")
        || given.contains("NULL, NULL)")
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
    go(&[&with_new[..], &["unlock", "--for-good"]].concat(), "");
    go(&["where"], "");
    assert!(log.lines().count() > 300, "the log is short: {log}");
    let sockets: Vec<&str> = log.lines().filter(|line| of_the_network(line)).collect();
    assert!(sockets.is_empty(), "{sockets:#?}");
    let home = shell.path("");
    let elsewhere: Vec<String> = log
        .lines()
        .flat_map(written_to)
        .filter(|path| !is_ours(path, &home))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}
