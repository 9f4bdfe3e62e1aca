//! Keeps the words out of core dumps.
//!
//! When a program stops badly, the system may write everything it had in memory to a file, where
//! any program of the same user can read it. What the worker wrote is in that memory.

/// Tells the system to write no picture of this program's memory to disk, and to show it to no
/// other program of the same user.
///
/// A system that does not allow it is left as it is: it is no reason not to start.
pub fn leave_no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        let _ = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
