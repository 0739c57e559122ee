//! The routing domain, pure.
