//! The built-in profile `emulator`: how to reach `trctl emulator start` with its default account.

/// Name of the built-in profile.
pub const PROFILE: &str = "emulator";

/// Where the emulator listens unless told otherwise.
pub const BASE_URL: &str = "http://127.0.0.1:8765";

/// The emulator's default account.
pub const ACCOUNT_SID: &str = "AC00000000000000000000000000000001";

/// That account's auth token: no secret, it opens nothing but a local emulator.
pub const AUTH_TOKEN: &str = "emulator-token";
