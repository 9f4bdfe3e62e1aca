//! How it looks, by meaning: no screen ever names a colour.
//!
//! The colours are the ones whose contrast was checked (`experience.md` §3): text at least 4.5:1
//! on its ground, the high-contrast looks at least 7:1. There is no red. Nothing is said by
//! colour alone: focus is a sign and reversed video, which also hold where colours are off.

use ratatui::style::{Color, Modifier, Style};

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None: `NO_COLOR`, or a terminal without.
    None,
    /// The terminal's own sixteen.
    Sixteen,
    /// 256.
    Indexed,
    /// Any.
    True,
}

/// The styles of one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The ground everything lies on.
    pub ground: Style,
    /// A question, and headings.
    pub question: Style,
    /// Text to be read, and what the person wrote.
    pub text: Style,
    /// Quiet text: hints, lines below a question.
    pub quiet: Style,
    /// Keys, and what can be chosen.
    pub accent: Style,
    /// The person's own words, shown again.
    pub warm: Style,
    /// What was searched for, laid over words that are drawn already.
    pub hit: Style,
    /// What is done: saved, kept.
    pub done: Style,
    /// Lines and frames.
    pub rule: Style,
    /// What has the focus, or is selected.
    pub selection: Style,
    /// The marks it draws with.
    pub marks: Marks,
}

/// The few signs that are drawn, one cell each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Before what has the focus.
    pub focus: &'static str,
    /// Before what is chosen.
    pub chosen: &'static str,
    /// Between parts of a row.
    pub dot: &'static str,
    /// A horizontal line.
    pub line: &'static str,
    /// Before a line to write on.
    pub edge: &'static str,
    /// The same, while one is somewhere else.
    pub edge_at_rest: &'static str,
    /// While something is not on disk yet.
    pub pending: &'static str,
    /// For a letter that is not shown.
    pub secret: &'static str,
}

const MARKS: Marks = Marks {
    focus: ">",
    chosen: "*",
    dot: "·",
    line: "─",
    edge: "│",
    edge_at_rest: "┊",
    pending: "…",
    secret: "•",
};

const PLAIN_MARKS: Marks = Marks {
    focus: ">",
    chosen: "*",
    dot: "-",
    line: "-",
    edge: "|",
    edge_at_rest: ":",
    pending: "...",
    secret: "*",
};

struct Palette {
    bg: u32,
    text: u32,
    quiet: u32,
    accent: u32,
    warm: u32,
    done: u32,
    rule: u32,
    selection: (u32, u32),
}

const DARK: Palette = Palette {
    bg: 0x1c_2128,
    text: 0xd6_dbe1,
    quiet: 0xa3_adb8,
    accent: 0x7c_c4e8,
    warm: 0xe6_b86a,
    done: 0x8f_c7a5,
    rule: 0x6b_7682,
    selection: (0xff_ffff, 0x3f_769c),
};

const LIGHT: Palette = Palette {
    bg: 0xf7_f4ec,
    text: 0x24_292f,
    quiet: 0x56_606b,
    accent: 0x0b_5c8a,
    warm: 0x7a_4d00,
    done: 0x1f_6b45,
    rule: 0x7d_8590,
    selection: (0xff_ffff, 0x0b_5c8a),
};

const HIGH_DARK: Palette = Palette {
    bg: 0x00_0000,
    text: 0xff_ffff,
    quiet: 0xd8_d8d8,
    accent: 0x8f_dcff,
    warm: 0xff_d27a,
    done: 0xa6_f0c0,
    rule: 0xb0_b0b0,
    selection: (0x00_0000, 0xff_ffff),
};

const HIGH_LIGHT: Palette = Palette {
    bg: 0xff_ffff,
    text: 0x00_0000,
    quiet: 0x33_3333,
    accent: 0x00_3f66,
    warm: 0x5a_3600,
    done: 0x00_4a26,
    rule: 0x4a_4a4a,
    selection: (0xff_ffff, 0x00_0000),
};

/// Which of the looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Calm, on a dark ground.
    CalmDark,
    /// Calm, on a light ground.
    CalmLight,
    /// High contrast, on a dark ground.
    HighDark,
    /// High contrast, on a light ground.
    HighLight,
    /// The terminal's own colours.
    Terminal,
}

impl Look {
    /// Makes a look for a terminal of this depth.
    pub fn of(choice: Choice, depth: Depth, plain_symbols: bool) -> Self {
        let mut look = match (depth, choice) {
            (Depth::None, _) => Self::without_colour(),
            (Depth::Sixteen, _) | (_, Choice::Terminal) => Self::of_terminal(),
            (_, Choice::CalmDark) => Self::painted(&DARK, depth),
            (_, Choice::CalmLight) => Self::painted(&LIGHT, depth),
            (_, Choice::HighDark) => Self::painted(&HIGH_DARK, depth),
            (_, Choice::HighLight) => Self::painted(&HIGH_LIGHT, depth),
        };
        if plain_symbols {
            look.marks = PLAIN_MARKS;
        }
        look
    }

    fn painted(palette: &Palette, depth: Depth) -> Self {
        let ink = |rgb: u32| colour(rgb, depth);
        let ground = Style::new().bg(ink(palette.bg)).fg(ink(palette.text));
        let on = |rgb: u32| ground.fg(ink(rgb));
        let (front, back) = palette.selection;
        Self {
            ground,
            question: ground.add_modifier(Modifier::BOLD),
            text: ground,
            quiet: on(palette.quiet),
            accent: on(palette.accent),
            warm: on(palette.warm),
            hit: on(palette.accent).add_modifier(Modifier::BOLD),
            done: on(palette.done),
            rule: on(palette.rule),
            selection: Style::new().fg(ink(front)).bg(ink(back)),
            marks: MARKS,
        }
    }

    /// The terminal's own ground, and only those of its colours that are readable on most.
    fn of_terminal() -> Self {
        let plain = Style::reset();
        Self {
            ground: plain,
            question: plain.add_modifier(Modifier::BOLD),
            text: plain,
            quiet: plain,
            accent: plain.add_modifier(Modifier::BOLD),
            warm: plain,
            hit: Style::new().add_modifier(Modifier::BOLD),
            done: plain,
            rule: plain,
            selection: plain.add_modifier(Modifier::REVERSED),
            marks: MARKS,
        }
    }

    fn without_colour() -> Self {
        Self::of_terminal()
    }
}

fn colour(rgb: u32, depth: Depth) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();
    match depth {
        Depth::True => Color::Rgb(red, green, blue),
        _ => Color::Indexed(nearest_indexed(red, green, blue)),
    }
}

/// The nearest of the 256 colours whose value is fixed: the cube and the greys.
fn nearest_indexed(red: u8, green: u8, blue: u8) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let away = |a: u8, b: u8| (i32::from(a) - i32::from(b)).pow(2);
    let far = |r: u8, g: u8, b: u8| away(r, red) + away(g, green) + away(b, blue);
    let cube = (0..216_u8).map(|i| {
        let step = |n: u8| STEPS.get(usize::from(n)).copied().unwrap_or(0);
        (far(step(i / 36), step(i / 6 % 6), step(i % 6)), 16 + i)
    });
    let greys = (0..24_u8).map(|i| {
        let grey = 8 + 10 * i;
        (far(grey, grey, grey), 232 + i)
    });
    cube.chain(greys).min().map_or(0, |(_, index)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(rgb: u32) -> f64 {
        let [_, r, g, b] = rgb.to_be_bytes();
        let part = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.03928 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(a: u32, b: u32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for (palette, least) in [
            (&DARK, 4.5),
            (&LIGHT, 4.5),
            (&HIGH_DARK, 7.0),
            (&HIGH_LIGHT, 7.0),
        ] {
            for ink in [
                palette.text,
                palette.quiet,
                palette.accent,
                palette.warm,
                palette.done,
            ] {
                assert!(
                    contrast(ink, palette.bg) >= least,
                    "{ink:06x} on {:06x}",
                    palette.bg
                );
            }
            assert!(contrast(palette.rule, palette.bg) >= 3.0);
            let (front, back) = palette.selection;
            assert!(contrast(front, back) >= least);
        }
    }

    #[test]
    fn no_look_says_something_by_colour_alone() {
        let look = Look::of(Choice::CalmDark, Depth::None, false);
        assert!(look.selection.add_modifier.contains(Modifier::REVERSED));
        for depth in [Depth::None, Depth::Sixteen, Depth::True] {
            let look = Look::of(Choice::CalmDark, depth, false);
            assert!(look.hit.add_modifier.contains(Modifier::BOLD));
        }
    }
}
