//! Ages in words.

/// An age in its two largest units: `45s`, `3m 5s`, `2h 5m`, `3d 4h`.
pub fn short(seconds: u64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    let (large, small) = match () {
        () if days > 0 => ((days, 'd'), (hours % 24, 'h')),
        () if hours > 0 => ((hours, 'h'), (minutes % 60, 'm')),
        () if minutes > 0 => ((minutes, 'm'), (seconds % 60, 's')),
        () => return format!("{seconds}s"),
    };
    if small.0 == 0 {
        format!("{}{}", large.0, large.1)
    } else {
        format!("{}{} {}{}", large.0, large.1, small.0, small.1)
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn two_units_at_most() {
        for (seconds, text) in [
            (0, "0s"),
            (59, "59s"),
            (60, "1m"),
            (185, "3m 5s"),
            (7500, "2h 5m"),
            (86_400, "1d"),
            (273_700, "3d 4h"),
        ] {
            assert_eq!(short(seconds), text);
        }
    }
}
