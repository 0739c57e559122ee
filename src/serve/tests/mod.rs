//! The server as Twilio, readers and attackers see it.
