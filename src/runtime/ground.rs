//! How many colours the terminal shows, and whether its ground is light.
//!
//! A terminal can be asked what colour its ground is, but the answer takes longer than the first
//! frame may, and some never answer. So it is asked once, on the first run, before anything else
//! reads from it, and the answer is kept in the settings like any other choice. On every other day
//! the settings or the environment say it, and where nothing does it is taken to be dark.

use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

use crate::config::{Ground, Settings};
use crate::ui::look::Depth;

/// Says how many colours the terminal shows.
pub(super) fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let said = |name| variable(name).filter(|value| !value.is_empty());
    let term = said("TERM").unwrap_or_default();
    if said("NO_COLOR").is_some() || term == "dumb" {
        return Depth::None;
    }
    let colours = said("COLORTERM");
    if colours
        .as_deref()
        .is_some_and(|it| it == "truecolor" || it == "24bit")
    {
        Depth::True
    } else if term.contains("256color")
        || (colours.is_none() && said("TERM_PROGRAM").as_deref() == Some("Apple_Terminal"))
    {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

/// Says whether the ground is light, as far as the settings or the environment know.
pub(super) fn light(
    settings: &Settings,
    variable: impl Fn(&str) -> Option<String>,
) -> Option<bool> {
    match settings.ground {
        Ground::Light => Some(true),
        Ground::Dark => Some(false),
        Ground::Auto => {
            // Text on ground, as numbers of the terminal's sixteen: "15;0", "0;default;15".
            let said = variable("COLORFGBG")?;
            let number: u8 = said.rsplit(';').next()?.parse().ok()?;
            Some(number == 7 || number > 8)
        }
    }
}

/// Asks the terminal, if this is the first run and nothing else says it.
///
/// Nobody else may be reading from the terminal yet.
pub(super) fn ask_once(
    settings: &mut Settings,
    depth: Depth,
    variable: impl Fn(&str) -> Option<String>,
) {
    let painted = matches!(depth, Depth::Indexed | Depth::True);
    if !painted || settings.first_run_done || light(settings, variable).is_some() {
        return;
    }
    match theme_mode(QueryOptions::default()) {
        Ok(ThemeMode::Light) => settings.ground = Ground::Light,
        Ok(ThemeMode::Dark) => settings.ground = Ground::Dark,
        Err(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        move |name| {
            let found = pairs.iter().find(|(own, _)| *own == name);
            found.map(|(_, value)| (*value).to_owned())
        }
    }

    #[test]
    fn the_environment_says_how_many_colours_there_are() {
        for (pairs, wanted) in [
            (
                &[("TERM", "xterm-256color"), ("NO_COLOR", "1")][..],
                Depth::None,
            ),
            (&[("TERM", "dumb")], Depth::None),
            (
                &[("TERM", "xterm-256color"), ("NO_COLOR", "")],
                Depth::Indexed,
            ),
            (
                &[("TERM", "xterm"), ("COLORTERM", "truecolor")],
                Depth::True,
            ),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "24bit")],
                Depth::True,
            ),
            (
                &[("TERM", "xterm"), ("TERM_PROGRAM", "Apple_Terminal")],
                Depth::Indexed,
            ),
            (&[("TERM", "linux")], Depth::Sixteen),
            (&[], Depth::Sixteen),
        ] {
            assert_eq!(depth(with(pairs)), wanted, "{pairs:?}");
        }
    }

    #[test]
    fn a_choice_counts_more_than_the_environment() {
        let auto = Settings::default();
        let chosen = Settings {
            ground: Ground::Dark,
            ..Settings::default()
        };
        assert_eq!(
            light(&auto, with(&[("COLORFGBG", "0;default;15")])),
            Some(true)
        );
        assert_eq!(light(&auto, with(&[("COLORFGBG", "15;0")])), Some(false));
        assert_eq!(light(&auto, with(&[("COLORFGBG", "soup")])), None);
        assert_eq!(light(&auto, with(&[])), None);
        assert_eq!(light(&chosen, with(&[("COLORFGBG", "0;15")])), Some(false));
    }
}
