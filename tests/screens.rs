//! The full screen, driven by keys and looked at as text.

mod support;

use support::desk::{Setup, desk};

#[test]
fn look() {
    let mut d = Setup {
        settings: Default::default(),
        ..Setup::settled()
    }
    .open();
    println!("{}", d.screen());
    d.press("Enter");
    println!("{}", d.screen());
    d.press("y");
    println!("{}", d.screen());
    d.press("Enter Enter Enter");
    println!("{}", d.screen());
    d.types("the duty worker, 01234");
    d.press("Enter Down Enter");
    println!("{}", d.screen());
    let mut d = desk(80, 24);
    println!("{}", d.screen());
    d.press("r q Enter");
    println!("{}", d.screen());
    d.press("Down Down Enter");
    println!("{}", d.screen());
    d.press("l h Enter");
    println!("{}", d.screen());
    d.press("t Enter");
    d.types("I asked before I offered an idea, and then I waited for a long while, longer than I am used to");
    println!("{}", d.screen());
    d.press("Enter");
    d.press("y");
    println!("{}", d.screen());
    d.types("She chose the bench");
    d.wait(2000);
    println!("{}", d.screen());
    d.press("Ctrl+O Ctrl+T");
    println!("{}", d.screen());
    d.resize(60, 18);
    println!("{}", d.screen());
    d.resize(40, 10);
    println!("{}", d.screen());
}
