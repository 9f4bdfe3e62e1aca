//! What `--help` says.

use crate::domain::FilterWord;

/// What the program is.
pub(crate) const ABOUT: &str =
    "A quiet place to look back after a peer support session. Your words stay on this computer.";
/// Below the list of words to type.
pub(crate) const AFTER_HELP: &str = "\
Without a word after it, alongside opens Home.
Plain mode asks line by line, for screen readers and simple terminals. It starts by itself when
ACCESSIBLE is set, when TERM is dumb, or when input or output is not a terminal.
ALONGSIDE_JOURNAL names the journal, and ALONGSIDE_CONFIG the folder of the settings.";
/// `--journal`.
pub(crate) const HELP_JOURNAL: &str = "Use the journal in this file";
/// `--plain`.
pub(crate) const HELP_PLAIN: &str = "Ask line by line, without a full screen";
/// `--passphrase-file`.
pub(crate) const HELP_PASSPHRASE_FILE: &str =
    "Open a locked journal with the first line of this file; only you may be able to read it";
/// `land`.
pub(crate) const ABOUT_LAND: &str = "Land: ninety seconds after a session; keep it or let it go";
/// `reflect`.
pub(crate) const ABOUT_REFLECT: &str = "Begin a reflection";
/// Below it.
pub(crate) const AFTER_REFLECT: &str = "\
This begins a new one. What was left half-done is listed at Home, and --resume goes on with it.
In plain mode it is offered first, but not to lines from a pipe.";
/// `reflect --length`.
pub(crate) const HELP_LENGTH: &str = "How long it should be; you are asked when it is not said";
/// `reflect --practice`.
pub(crate) const HELP_PRACTICE: &str = "Practise with a made-up session; kept apart from the rest";
/// `reflect --resume`.
pub(crate) const HELP_RESUME: &str = "Go on with what was left half-done last, if there is one";
/// Quick.
pub(crate) const LENGTH_QUICK: &str = "2 to 3 minutes, six questions";
/// Standard.
pub(crate) const LENGTH_STANDARD: &str = "8 to 10 minutes";
/// Deep.
pub(crate) const LENGTH_DEEP: &str = "20 to 30 minutes, one moment in full";
/// Three.
pub(crate) const LENGTH_THREE: &str = "three headings of your choice";
/// `note`.
pub(crate) const ABOUT_NOTE: &str = "Keep one line in the journal";
/// Below it.
pub(crate) const AFTER_NOTE: &str = "\
Words on the command line may stay in your shell's history.
To keep them out of it, type alongside note, press Enter, and write the line then.";
/// The line of a note.
pub(crate) const HELP_LINE: &str = "The line; with - or nothing it is read from standard input";
/// `list`.
pub(crate) const ABOUT_LIST: &str = "List every entry, newest first";
/// `list --json`.
pub(crate) const HELP_LIST_JSON: &str = "Print every entry in full, as JSON";
/// `list --older-than`.
pub(crate) const HELP_OLDER_THAN: &str = "Only entries older than so many months";
/// `list --practice`.
pub(crate) const HELP_LIST_PRACTICE: &str = "List practice, which is left out otherwise";
/// `show`.
pub(crate) const ABOUT_SHOW: &str = "Show one entry";
/// The id to show.
pub(crate) const HELP_ID: &str = "The id from the list, or its first or last four letters or more";
/// `show --json`.
pub(crate) const HELP_SHOW_JSON: &str = "Print it as JSON";
/// `search`.
pub(crate) const ABOUT_SEARCH: &str = "Find entries by their words, or by what they are like";
/// Below it, over the filters.
pub(crate) const AFTER_SEARCH: &str = "\
Whole words and beginnings of words are found, whatever their accents.
For words that stand together, type: alongside search '\"waiting room\"'.
More can be asked for, each with the others:";
/// One filter of a search.
pub(crate) fn filter(filter: &FilterWord) -> String {
    format!("  {}. {}", filter.such_as, filter.says)
}
/// What is searched for.
pub(crate) const HELP_QUERY: &str = "What to look for";
/// `search --by-relevance`.
pub(crate) const HELP_BY_RELEVANCE: &str = "Those that say it most come first, not the newest";
/// `search --limit`.
pub(crate) const HELP_LIMIT: &str = "So many at most";
/// `--json` of the verbs that look back.
pub(crate) const HELP_JSON: &str = "Print it as JSON";
/// `month`.
pub(crate) const ABOUT_MONTH: &str = "Show which days of a month have entries";
/// The month.
pub(crate) const HELP_MONTH: &str = "The month, such as 2026-05; when it is not said, this one";
/// `before`.
pub(crate) const ABOUT_BEFORE: &str = "One minute before a session";
/// `lookback`.
pub(crate) const ABOUT_LOOK_BACK: &str = "Look back: what came up, in sentences and signs";
/// `lookback --by`.
pub(crate) const HELP_BY: &str = "Over the last entries, or by week or month";
/// Entries.
pub(crate) const BY_ENTRIES: &str = "the newest reflections";
/// Weeks.
pub(crate) const BY_WEEKS: &str = "the last weeks";
/// Months.
pub(crate) const BY_MONTHS: &str = "the last months";
/// `lookback --heading`.
pub(crate) const HELP_HEADING: &str = "Only one heading, by its name";
/// `carry`.
pub(crate) const ABOUT_CARRY: &str = "Every intention, with what became of it";
/// `practice`.
pub(crate) const ABOUT_PRACTICE: &str = "The stories to try, and my tries";
/// `demo`.
pub(crate) const ABOUT_DEMO: &str = "Show a made-up journal of a year; nothing of it stays";
/// Below it.
pub(crate) const AFTER_DEMO: &str = "\
Nobody in it is real. It stands in a folder of its own among the temporary files, and that folder is
removed when you leave. Your own journal and settings are not touched. A sheet that you save from it
says in its first line that it is made up, and stays where you put it.";
/// `supervision`.
pub(crate) const ABOUT_SUPERVISION: &str =
    "The list for supervision, the sheet, and the hours there were";
/// `supervision --sheet`.
pub(crate) const HELP_SHEET: &str = "Print only the sheet, as Markdown";
/// `supervision --text`.
pub(crate) const HELP_TEXT: &str = "Print only the sheet, as plain text";

/// `settings --words`.
pub(crate) const HELP_WORDS: &str = "Use the words of this place";
/// The United Kingdom.
pub(crate) const PLACE_UK: &str = "the United Kingdom";
/// The United States.
pub(crate) const PLACE_US: &str = "the United States";
/// Aotearoa New Zealand and Australia.
pub(crate) const PLACE_NZ_AU: &str = "Aotearoa New Zealand and Australia";
/// `learn`.
pub(crate) const ABOUT_LEARN: &str = "List the pages to learn from, or read one";
/// The page.
pub(crate) const HELP_PAGE: &str = "The page, by its name or the beginning of it";
/// `packs`.
pub(crate) const ABOUT_PACKS: &str = "Your own words, questions and stories: list, new, check";
/// `packs list`.
pub(crate) const ABOUT_PACKS_LIST: &str = "List the packs in use, and those that are left out";
/// `packs new`.
pub(crate) const ABOUT_PACKS_NEW: &str = "Write a file to begin with into the packs folder";
/// `packs check`.
pub(crate) const ABOUT_PACKS_CHECK: &str =
    "Say whether a pack can be used, and what could be plainer";
/// The name of a new pack.
pub(crate) const HELP_PACK_NAME: &str = "What it is called: letters a to z, numbers, - and _";
/// The pack to check.
pub(crate) const HELP_PACK_FILE: &str =
    "The file, or its name in the packs folder; else all of them";

// Over the groups of verbs ----------------------------------------------------------------

/// Writing.
pub(crate) const GROUP_WRITE: &str = "Write";
/// Reading.
pub(crate) const GROUP_READ: &str = "Find and read";
/// Looking back.
pub(crate) const GROUP_BACK: &str = "Look back and carry on";
/// Learning.
pub(crate) const GROUP_LEARN: &str = "Learn and practise";
/// Safe.
pub(crate) const GROUP_SAFE: &str = "Keep the words safe";
/// The rest.
pub(crate) const GROUP_REST: &str = "Alongside itself";

/// `where`.
pub(crate) const ABOUT_WHERE: &str = "Say where your words, settings, packs and backups are";
