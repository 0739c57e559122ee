//! Twilio resources as types.
