//! Sleeps until there is input, or until someone asks for something.

#[cfg(unix)]
pub(super) use self::unix::{Sleeper, Waker, pair};

#[cfg(not(unix))]
pub(super) use self::elsewhere::{Sleeper, Waker, pair};

/// What ended the sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Woken {
    /// There is something to read.
    Input,
    /// Someone asks for something.
    Order,
    /// Nothing came in the given time.
    Time,
}

#[cfg(unix)]
mod unix {
    use std::io::{self, Read, Write};
    use std::os::fd::AsRawFd;
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    use filedescriptor::{POLLIN, poll, pollfd};

    use super::Woken;

    /// Wakes the sleeper.
    #[derive(Debug)]
    pub(in super::super) struct Waker(UnixStream);

    /// Sleeps.
    #[derive(Debug)]
    pub(in super::super) struct Sleeper(UnixStream);

    /// Makes a sleeper, and what wakes it.
    pub(in super::super) fn pair() -> io::Result<(Waker, Sleeper)> {
        let (waker, sleeper) = UnixStream::pair()?;
        Ok((Waker(waker), Sleeper(sleeper)))
    }

    impl Waker {
        /// Wakes the sleeper.
        pub(in super::super) fn wake(&self) -> io::Result<()> {
            (&self.0).write_all(&[1])
        }
    }

    impl Sleeper {
        /// Sleeps, but no longer than this. Orders come first.
        pub(in super::super) fn sleep(&mut self, patience: Option<Duration>) -> io::Result<Woken> {
            let on = |fd| pollfd {
                fd,
                events: POLLIN,
                revents: 0,
            };
            loop {
                let mut both = [on(self.0.as_raw_fd()), on(io::stdin().as_raw_fd())];
                match poll(&mut both, patience) {
                    Ok(0) => return Ok(Woken::Time),
                    Ok(_) => {}
                    Err(filedescriptor::Error::Poll(why) | filedescriptor::Error::Io(why))
                        if why.kind() == io::ErrorKind::Interrupted =>
                    {
                        continue;
                    }
                    Err(why) => return Err(io::Error::other(why)),
                }
                if both.first().is_some_and(|it| it.revents != 0) {
                    // Nothing to read means that the other end is gone: an order of its own kind.
                    let _ = self.0.read(&mut [0])?;
                    return Ok(Woken::Order);
                }
                return Ok(Woken::Input);
            }
        }

        /// Tells whether the terminal is gone.
        #[expect(clippy::unused_self, reason = "elsewhere it is the sleeper that knows")]
        pub(in super::super) fn is_gone(&self) -> bool {
            rustix::termios::tcgetattr(io::stdin()).is_err()
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;
    use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
    use std::time::Duration;

    use super::Woken;

    /// How long an order may wait.
    const GLANCE: Duration = Duration::from_millis(50);

    /// Wakes the sleeper.
    #[derive(Debug)]
    pub(in super::super) struct Waker(Sender<()>);

    /// Sleeps.
    #[derive(Debug)]
    pub(in super::super) struct Sleeper(Receiver<()>);

    /// Makes a sleeper, and what wakes it.
    pub(in super::super) fn pair() -> io::Result<(Waker, Sleeper)> {
        let (waker, sleeper) = channel();
        Ok((Waker(waker), Sleeper(sleeper)))
    }

    impl Waker {
        /// Wakes the sleeper.
        pub(in super::super) fn wake(&self) -> io::Result<()> {
            self.0.send(()).map_err(io::Error::other)
        }
    }

    impl Sleeper {
        /// Sleeps, and looks for orders now and then.
        pub(in super::super) fn sleep(&mut self, _: Option<Duration>) -> io::Result<Woken> {
            loop {
                if !matches!(self.0.try_recv(), Err(TryRecvError::Empty)) {
                    return Ok(Woken::Order);
                }
                if crossterm::event::poll(GLANCE)? {
                    return Ok(Woken::Input);
                }
            }
        }

        /// Tells whether the terminal is gone; here reading says so.
        pub(in super::super) fn is_gone(&self) -> bool {
            false
        }
    }
}
