//! Every trouble, read in one sitting.

use super::*;
use crate::content::Pack;

fn broken() -> io::Error {
    io::Error::from(io::ErrorKind::PermissionDenied)
}

/// Every trouble of the command line, and a few of the journal's as they come through here.
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn every_trouble() -> Vec<Trouble> {
    let path = || PathBuf::from("/home/me/journal.db");
    let other = WhyReadOnly::OtherWindow {
        pid: None,
        since: None,
    };
    vec![
        Trouble::Store(StoreError::NotThere(path())),
        Trouble::Store(StoreError::IsFolder(PathBuf::from("/home/me"))),
        Trouble::Store(StoreError::CannotMake {
            path: path(),
            source: broken(),
        }),
        Trouble::Store(StoreError::BeingReplaced),
        Trouble::Config(ConfigError::NoHome),
        Trouble::Words(Pack::read("own.toml", "id =").unwrap_err()),
        Trouble::CannotWrite(other),
        Trouble::CannotWrite(WhyReadOnly::File),
        Trouble::CannotWrite(WhyReadOnly::Folder),
        Trouble::CannotWrite(WhyReadOnly::Newer {
            version: Some("9.1".into()),
        }),
        Trouble::NeedsPassphrase,
        Trouble::StillLocked,
        Trouble::PassphraseFile(FileTrouble::NotRead(
            PathBuf::from("/home/me/key"),
            io::Error::from(io::ErrorKind::NotFound),
        )),
        Trouble::PassphraseFile(FileTrouble::NotAFile(PathBuf::from("/home/me"))),
        Trouble::PassphraseFile(FileTrouble::OpenToOthers(PathBuf::from("/home/me/key"))),
        Trouble::PassphraseFile(FileTrouble::Empty(PathBuf::from("/home/me/key"))),
        Trouble::LockedAlready,
        Trouble::NotLocked,
        Trouble::NotForGood,
        Trouble::Code(CodeTrouble::Short { letters: 52 }),
        Trouble::Code(CodeTrouble::Long { letters: 60 }),
        Trouble::Code(CodeTrouble::Letter('u')),
        Trouble::Code(CodeTrouble::Slip),
        Trouble::CodeOfAnother,
        Trouble::CodeFile(
            PathBuf::from("/home/me/code.txt"),
            io::Error::from(io::ErrorKind::AlreadyExists),
        ),
        Trouble::NotSound,
        Trouble::EndedEarly,
        Trouble::NotDone("The disk is full. Your journal is as it was. Make some room.".into()),
        Trouble::NoEntry("a1b2".into()),
        Trouble::NotTakenOut("a1b2".into()),
        Trouble::SeveralEntries("a1b2".into(), vec!["a1b2c3".into(), "a1b2c4".into()]),
        Trouble::NoQuery("There is no day 31 June. Type a day such as since:2026-06-30.".into()),
        Trouble::NoMonth("soon".into()),
        Trouble::NoHeading("safety".into(), vec!["mutuality".into(), "safe".into()]),
        Trouble::NoSheet,
        Trouble::NothingToKeep,
        Trouble::CannotHear(broken()),
        Trouble::CannotSay(io::Error::from(io::ErrorKind::StorageFull)),
        Trouble::NotSaved("the disk is full"),
        Trouble::Rescued("the disk is full", PathBuf::from("/media/stick/copy.txt")),
        Trouble::RescuedLocked(
            "the disk is full",
            PathBuf::from("/home/me/alongside-words-2026-11-20-1.db"),
        ),
        Trouble::NoMadeUp("/tmp".into(), "the disk is full".into()),
        Trouble::Usage(words::unknown_argument("reflct"), words::SEE_HELP.into()),
    ]
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn every_trouble_can_be_read_in_one_sitting() {
    let all: Vec<String> = every_trouble()
        .iter()
        .map(|it| it.lines().join("\n"))
        .collect();
    insta::assert_snapshot!(all.join("\n\n"), @r#"
    There is no journal at /home/me/journal.db. Nothing was written.
    See that this is the place you meant.

    /home/me is a folder, not a journal. Nothing was written.
    Name a file in it, such as /home/me/journal.db.

    A journal cannot be made at /home/me/journal.db: you are not allowed to write there. Nothing was written.
    Choose another place with --journal and a path.

    Another window is replacing the journal file. Nothing in the file was changed.
    Wait until it is done, then open the journal again.

    This computer does not say where your home folder is. Nothing was written.
    Say where the journal is, with --journal and a path.

    The questions that come with Alongside cannot be read. Your journal is as it was.
    Install Alongside again.

    This journal is open in another window. Nothing was written.
    You can read it here. To write, close the other window first.

    The journal file does not allow writing. Nothing was written.
    You can read it here. To write, allow changes to the file.

    The folder of the journal does not allow writing. Nothing was written.
    You can read it here. To write, allow changes in the folder.

    This journal was made by a newer Alongside (version 9.1). Nothing was written.
    You can read it here. To write, install the newer Alongside.

    This journal is locked, and no passphrase was given. Nothing was written.
    Type it at a terminal, or name a file that holds it: --passphrase-file FILE

    This journal is locked, and was not opened. Nothing was written.
    Try it again. If the passphrase is lost, type: alongside recover

    The passphrase file /home/me/key cannot be read: it is not there. Nothing was written.
    See that this is its name, and that you may read it.

    /home/me is not a file. Nothing was written.
    Name a file that has the passphrase in its first line.

    Others may read /home/me/key, so it is not used. Nothing was written.
    To keep it to yourself, type: chmod 600 /home/me/key

    There is nothing in the first line of /home/me/key. Nothing was written.
    Name a file that has the passphrase in its first line.

    This journal is locked already. Your journal is as it was.
    For another passphrase: alongside passphrase. For none: alongside unlock --for-good

    This journal is not locked. Your journal is as it was.
    To lock it with a passphrase, type: alongside lock

    This takes the passphrase away. Then anyone who has your files can read your words. Your journal is as it was.
    To do that, type: alongside unlock --for-good

    A recovery code has 56 letters and digits, and these are only 52. Your journal is as it was.
    Look at each group once more, then type: alongside recover

    A recovery code has 56 letters and digits, and these are 60. Your journal is as it was.
    Look at each group once more, then type: alongside recover

    The sign u stands in no recovery code. Your journal is as it was.
    Look at each group once more, then type: alongside recover

    One or more letters of the code are not right. Two may have changed places. Your journal is as it was.
    Look at each group once more, then type: alongside recover

    This is a whole recovery code, but not of this journal as it is now. Your journal is as it was.
    Each new passphrase brings a new code. Look for the newest, and type: alongside recover

    The file /home/me/code.txt cannot be made: there is a file of that name. Your journal is as it was.
    Name another file with --code-file.

    Part of the journal cannot be read. Your journal is as it was.
    What can be done is said above. To go back to a backup: alongside restore

    The answers ended before all was answered. Your journal is as it was.
    Begin it again at a terminal, or with a line for each question.

    The disk is full. Your journal is as it was.
    Make some room.

    There is no entry with the id a1b2. Your journal is as it was.
    To see the ids of all entries, type: alongside list

    No entry that was taken out has the id a1b2. Your journal is as it was.
    To see what was taken out, type: alongside bring-back

    More than one entry has an id like a1b2. Your journal is as it was.
    Type one of these: a1b2c3, a1b2c4

    There is no day 31 June.
    Type a day such as since:2026-06-30.

    "soon" is not a month.
    Type a month such as: alongside month 2026-05

    There is no heading called safety.
    Type one of these: mutuality, safe

    No sheet for supervision is under way.
    To begin one, type alongside, and choose Supervision.

    There were no words to keep.
    Write a line after the word note, such as: alongside note "I stayed"

    What was typed or piped cannot be read: this is not allowed here. Nothing was written.
    Try it again.

    The answer cannot be written out: the disk is full. Your journal is as it was.
    Try it again.

    Your last words could not be saved: the disk is full. They are printed above.
    Copy them to a safe place, make some room on the disk, and type them again.

    Your last words could not be saved: the disk is full. A plain copy is written.
    The copy is here: /media/stick/copy.txt

    Your last words could not be saved: the disk is full. They are in a locked file, with your passphrase.
    To see them, type: alongside --journal /home/me/alongside-words-2026-11-20-1.db

    The made-up journal could not be made in /tmp: the disk is full. Your journal is as it was.
    Make some room there, or name another folder with TMPDIR, and try again.

    "reflct" is not something Alongside knows.
    To see what can be typed here, type: alongside --help
    "#);
}

#[test]
fn a_trouble_is_two_lines_whatever_it_is_about() {
    let odd = Trouble::NoEntry("a\nb\u{1b}[31mc".into());
    for trouble in every_trouble().into_iter().chain([odd]) {
        for line in trouble.lines() {
            assert!(
                !line.is_empty() && !line.contains(['\n', '\u{1b}', '!']),
                "{line:?}"
            );
        }
    }
}
