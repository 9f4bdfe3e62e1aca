//! Words we do not use, and why a few may stand after all.
//!
//! Some words turn a person into a problem, some weigh the worker, some promise what a program
//! cannot keep. Each comes with words to use instead. An allowance names a fixed phrase in
//! which such a word does no harm, with its reason; there is no other way round the list.

/// Holds forms of a word we do not use, and what to do instead.
pub struct Banned {
    /// Lists the forms; a form of several words is matched as a phrase.
    pub forms: &'static [&'static str],
    /// Says what to write instead.
    pub instead: &'static str,
}

/// Holds a phrase in which a banned word does no harm.
pub struct Allowance {
    /// Is the phrase.
    pub phrase: &'static str,
    /// Says why it may stand.
    pub reason: &'static str,
}

const PERSON: &str = "Write \"the person\" or say what happened.";
const WEIGHS: &str = "Say what was noticed; nothing here weighs anyone.";
const CLINICAL: &str = "Use an everyday word.";
const PROMISE: &str = "Say what the program does, and promise no more.";
const PRAISE: &str = "Leave it out.";

/// Lists the words we do not use.
pub const BANNED: &[Banned] = &[
    Banned {
        forms: &["client", "clients", "patient", "patients"],
        instead: PERSON,
    },
    Banned {
        forms: &["service user", "service users", "frequent flyer"],
        instead: PERSON,
    },
    Banned {
        forms: &["case", "cases", "caseload", "caseloads"],
        instead: PERSON,
    },
    Banned {
        forms: &["peer", "peers"],
        instead: "Write \"I\", \"peer worker\" or \"the person\".",
    },
    Banned {
        forms: &["compliant", "compliance", "noncompliant"],
        instead: PERSON,
    },
    Banned {
        forms: &["refuse", "refuses", "refused", "refusal"],
        instead: "Write \"chose not to\".",
    },
    Banned {
        forms: &["manipulative", "manipulating", "attention seeking"],
        instead: PERSON,
    },
    Banned {
        forms: &["high functioning", "low functioning", "unmotivated"],
        instead: PERSON,
    },
    Banned {
        forms: &["suffers from", "suffering from", "sufferer"],
        instead: PERSON,
    },
    Banned {
        forms: &["relapse", "relapses", "relapsed"],
        instead: PERSON,
    },
    Banned {
        forms: &["committed suicide", "commit suicide"],
        instead: "Write \"died by suicide\".",
    },
    Banned {
        forms: &["score", "scores", "scored", "scoring"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["grade", "grades", "graded", "rating", "ratings"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["mark", "marks", "marked", "marking"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["pass", "passes", "passed"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["fail", "fails", "failed", "failing", "failure"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["poor", "poorly", "bad", "badly"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["target", "targets", "performance"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["overdue", "missed", "incomplete"],
        instead: "Say what there is, not what is not.",
    },
    Banned {
        forms: &["streak", "streaks", "badge", "badges"],
        instead: WEIGHS,
    },
    Banned {
        forms: &["intervention", "interventions"],
        instead: CLINICAL,
    },
    Banned {
        forms: &["risk", "risks", "risky"],
        instead: CLINICAL,
    },
    Banned {
        forms: &["outcome", "outcomes", "session notes"],
        instead: CLINICAL,
    },
    Banned {
        forms: &["anonymous", "anonymised"],
        instead: "Write \"leave out who they are\".",
    },
    Banned {
        forms: &["secure", "securely"],
        instead: PROMISE,
    },
    Banned {
        forms: &["backend", "stack trace", "wal"],
        instead: CLINICAL,
    },
    Banned {
        forms: &["wrap", "proqol"],
        instead: "Leave out names others own.",
    },
    Banned {
        forms: &["well done", "good job", "great job", "great work"],
        instead: PRAISE,
    },
    Banned {
        forms: &["keep it up", "congratulations", "awesome"],
        instead: PRAISE,
    },
];

/// Lists the phrases in which such a word does no harm.
pub const ALLOWED: &[Allowance] = &[
    Allowance {
        phrase: "mark something that went well",
        reason: "to notice it, not to weigh it",
    },
    Allowance {
        phrase: "marking what went well",
        reason: "to notice it, not to weigh it",
    },
    Allowance {
        phrase: "not let pass without a word",
        reason: "to say it out loud",
    },
    Allowance {
        phrase: "they be missed",
        reason: "longed for by others",
    },
    Allowance {
        phrase: "stay a peer",
        reason: "means the worker",
    },
    Allowance {
        phrase: "staying a peer",
        reason: "means the worker",
    },
    Allowance {
        phrase: "peer support",
        reason: "the name of the work",
    },
    Allowance {
        phrase: "peer worker",
        reason: "means the worker",
    },
    Allowance {
        phrase: "peer workers",
        reason: "means the workers",
    },
    Allowance {
        phrase: "a bit non-compliant",
        reason: "heard from one's own mouth; the story is about that word",
    },
    Allowance {
        phrase: "quote mark",
        reason: "a sign in a text file",
    },
    Allowance {
        phrase: "quote marks",
        reason: "a sign in a text file",
    },
];

/// Finds the banned words of a text, each with what to write instead.
pub(super) fn found(text: &str) -> Vec<(&'static str, &'static str)> {
    let words = plain(text);
    let free = allowed(&words);
    let mut found = Vec::new();
    for banned in BANNED {
        for form in banned.forms {
            let phrase = plain(form);
            let hit = places(&words, &phrase).any(|at| {
                let end = at + phrase.len();
                !free.iter().any(|(from, to)| *from <= at && end <= *to)
            });
            if hit {
                found.push((*form, banned.instead));
            }
        }
    }
    found
}

/// Lists the stretches of words that an allowance covers.
fn allowed(words: &[String]) -> Vec<(usize, usize)> {
    let stretches = ALLOWED.iter().flat_map(|allowance| {
        let phrase = plain(allowance.phrase);
        let ends = phrase.len();
        places(words, &phrase)
            .map(move |at| (at, at + ends))
            .collect::<Vec<_>>()
    });
    stretches.collect()
}

/// Lists where a phrase begins among words.
fn places<'a>(words: &'a [String], phrase: &'a [String]) -> impl Iterator<Item = usize> + 'a {
    let windows = words.windows(phrase.len().max(1)).enumerate();
    windows
        .filter(move |(_, window)| *window == phrase)
        .map(|(at, _)| at)
}

/// Splits a text into small-letter words, hyphens apart.
fn plain(text: &str) -> Vec<String> {
    text.split(|sign: char| !sign.is_alphanumeric() && sign != '\'')
        .map(|word| word.trim_matches('\'').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_are_found_in_any_dress() {
        let table = [
            ("The client left.", "client"),
            ("SERVICE USERS first", "service users"),
            ("They seemed non-compliant.", "compliant"),
            ("an attention-seeking act", "attention seeking"),
            ("My peer said so.", "peer"),
            ("'Missed' days", "missed"),
        ];
        for (text, word) in table {
            let words: Vec<&str> = found(text).into_iter().map(|(word, _)| word).collect();
            assert_eq!(words, [word], "{text}");
        }
    }

    #[test]
    fn an_allowance_frees_its_phrase_and_nothing_else() {
        assert!(found("Did I stay a peer, and not slip?").is_empty());
        assert!(found("A passphrase for peer support.").is_empty());
        assert_eq!(found("Peer support for my peer").len(), 1);
    }

    #[test]
    fn every_allowance_holds_a_banned_word_and_gives_a_reason() {
        let banned = |text: &str| {
            let words = plain(text);
            let mut forms = BANNED.iter().flat_map(|banned| banned.forms);
            forms.any(|form| places(&words, &plain(form)).next().is_some())
        };
        for Allowance { phrase, reason } in ALLOWED {
            assert!(banned(phrase), "{phrase} needs no allowance");
            assert!(!reason.is_empty(), "{phrase} gives no reason");
        }
    }
}
