//! `alongside recover`: in with the recovery code, when the passphrase is lost.
//!
//! Nobody types 56 letters in one go without seeing them. So the code may come in parts, a few
//! groups a line, and each line is looked at as it comes: a letter that stands in no code costs
//! that line only. It is not shown, for it opens the journal until the new passphrase is set.

use super::caller::{Caller, Files, Voice};
use super::desk::Table;
use super::opening;
use super::passphrase_file;
use super::plain::{Talk, Told};
use super::trouble::{Trouble, about_code};
use super::vault_verb::{AtDesk, Stands, change, lock_with_files, must_stand};
use super::words;
use crate::config::Paths;
use crate::key::{CodeTrouble, Passphrase, RecoveryCode, Salt, Secret};
use crate::store::{Access, Seal, Store, StoreError};
use crate::vault::{Begin, Work};

/// Opens the journal with its code, and asks for a new passphrase.
pub(super) fn run(paths: Paths, caller: &mut Caller) -> Result<(), Trouble> {
    must_stand(&paths.journal, Stands::Locked)?;
    let Seal::Locked(salt) = Seal::of(&paths.journal)? else {
        return Err(Trouble::NotLocked);
    };
    let table = Table::lay(paths)?;
    caller.speak(Voice::Plain, |talk, files| {
        let (store, code) = opened(&table, talk, files, salt)?;
        let desk = table.with(store);
        let mut at = AtDesk { desk, with: None };
        let current = code.clone();
        let work = |new| Work::Change { current, new };
        if lock_with_files(&mut at, talk, files, work)? {
            return Ok(());
        }
        change(at, talk, Begin::Recover(code))
    })
}

/// Opens the journal with the code, which may be asked for more than once.
fn opened(
    table: &Table,
    talk: &mut Talk<'_>,
    files: &Files,
    salt: Salt,
) -> Result<(Store, Secret), Trouble> {
    if let Some(file) = &files.passphrase {
        let typed = passphrase_file::read(file)?;
        let code = Secret::typed_code(&typed).map_err(Trouble::Code)?;
        return match opening::with(table, Access::Write, talk, &code, salt) {
            Err(Trouble::Store(StoreError::WrongKey { .. })) => Err(Trouble::CodeOfAnother),
            store => Ok((store?, code)),
        };
    }
    loop {
        let code = ask(talk)?;
        match opening::with(table, Access::Write, talk, &code, salt) {
            Err(Trouble::Store(StoreError::WrongKey { .. })) if talk.typed() => {
                talk.say(words::CODE_OF_ANOTHER);
                talk.say(words::SEE_THE_DATE);
            }
            Err(Trouble::Store(StoreError::WrongKey { .. })) => return Err(Trouble::CodeOfAnother),
            store => return Ok((store?, code)),
        }
    }
}

/// Asks for a code, line by line, until it is whole.
fn ask(talk: &mut Talk<'_>) -> Result<Secret, Trouble> {
    let mut so_far: Option<Passphrase> = None;
    let mut trouble = CodeTrouble::Short { letters: 0 };
    talk.hint(words::HINT_CODE);
    loop {
        let typed = match talk.ask_secret(words::RECOVERY_CODE) {
            Told::Secret(typed) if !typed.is_empty() => typed,
            Told::Away => continue,
            Told::Gone if !talk.typed() => return Err(Trouble::Code(trouble)),
            Told::Secret(_) | Told::Gone => return Err(Trouble::StillLocked),
        };
        if let Err(why @ CodeTrouble::Letter(letter)) = Secret::typed_code(&typed) {
            talk.say(&words::not_in_a_code(letter));
            trouble = why;
            continue;
        }
        let whole = match &so_far {
            Some(before) => before.followed_by(&typed),
            None => typed,
        };
        match Secret::typed_code(&whole) {
            Ok(code) => return Ok(code),
            Err(why @ CodeTrouble::Short { letters }) => {
                talk.say(&words::code_so_far(letters, RecoveryCode::LETTERS));
                so_far = Some(whole);
                trouble = why;
            }
            Err(why) => {
                talk.say(&about_code(why));
                talk.say(words::CODE_ANEW);
                so_far = None;
                trouble = why;
            }
        }
    }
}
