//! The telephone network: calls that are played, from the first ring to the end.

mod document;
