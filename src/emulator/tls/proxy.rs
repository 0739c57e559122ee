//! An HTTP `CONNECT` proxy that knows one destination: hosts below `twilio.com`, port 443, all of
//! them the emulator. It opens no connection of its own, so it cannot lead anywhere else.

use std::io;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _};

use super::door::{Plain, answer, refuse};
use super::is_twilio;

/// Bytes a request may have.
const LARGEST_REQUEST: u64 = 8 * 1024;

/// Reads a request and answers it; whether what follows is for the emulator.
pub(super) async fn connect(stream: &mut Plain) -> io::Result<bool> {
    match judge(&read(stream).await?) {
        Ok(()) => {
            stream
                .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
                .await?;
            Ok(true)
        }
        Err((status, reason)) => {
            tracing::debug!(status, reason, "the proxy refused");
            let body = format!("{reason}\n");
            refuse(stream, &answer(status, "text/plain; charset=utf-8", &body)).await?;
            Ok(false)
        }
    }
}

/// The request line and the headers, as far as they are within the limit.
async fn read(stream: &mut Plain) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut limited = stream.take(LARGEST_REQUEST);
    loop {
        let length = limited.read_until(b'\n', &mut head).await?;
        if length == 0 && limited.limit() > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if length == 0 || head.ends_with(b"\r\n\r\n") || head.ends_with(b"\n\n") {
            return Ok(head);
        }
    }
}

/// A status with the sentence for it.
type Refused = (&'static str, String);

fn judge(head: &[u8]) -> Result<(), Refused> {
    // Only a request of that size is here without its end.
    if !head.ends_with(b"\n\r\n") && !head.ends_with(b"\n\n") {
        return Err((
            "431 Request Header Fields Too Large",
            format!("The request is longer than {LARGEST_REQUEST} bytes."),
        ));
    }
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = std::str::from_utf8(line).unwrap_or_default().trim_end();
    let mut words = line.split(' ');
    let (Some(method), Some(target), Some("HTTP/1.0" | "HTTP/1.1"), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err((
            "400 Bad Request",
            "This is not a request of HTTP/1.1.".to_owned(),
        ));
    };
    if method != "CONNECT" {
        return Err((
            "405 Method Not Allowed",
            "This proxy takes CONNECT only: it leads https:// addresses below twilio.com to the \
             emulator, and nothing else anywhere."
                .to_owned(),
        ));
    }
    match target.rsplit_once(':') {
        Some((host, "443")) if is_twilio(host.strip_suffix('.').unwrap_or(host)) => Ok(()),
        _ => Err((
            "403 Only twilio.com is behind this proxy",
            "This proxy leads to the emulator only: to hosts below twilio.com on port 443."
                .to_owned(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(head: &str) -> &str {
        match judge(head.as_bytes()) {
            Ok(()) => "200",
            Err((status, _)) => &status[..3],
        }
    }

    #[test]
    fn nothing_but_twilio_is_behind_it() {
        for (line, wanted) in [
            ("CONNECT taskrouter.twilio.com:443 HTTP/1.1", "200"),
            ("CONNECT API.TWILIO.COM:443 HTTP/1.0", "200"),
            (
                "CONNECT taskrouter.dublin.ie1.twilio.com.:443 HTTP/1.1",
                "200",
            ),
            ("CONNECT taskrouter.twilio.com:80 HTTP/1.1", "403"),
            ("CONNECT taskrouter.twilio.com:0443 HTTP/1.1", "403"),
            ("CONNECT taskrouter.twilio.com HTTP/1.1", "403"),
            ("CONNECT example.org:443 HTTP/1.1", "403"),
            ("CONNECT twilio.com.example.org:443 HTTP/1.1", "403"),
            ("CONNECT example.org#.twilio.com:22 HTTP/1.1", "403"),
            ("CONNECT 127.0.0.1:443 HTTP/1.1", "403"),
            ("CONNECT [::1]:443 HTTP/1.1", "403"),
            ("GET http://taskrouter.twilio.com/ HTTP/1.1", "405"),
            ("POST / HTTP/1.1", "405"),
            ("connect taskrouter.twilio.com:443 HTTP/1.1", "405"),
            ("CONNECT taskrouter.twilio.com:443 HTTP/2", "400"),
            ("CONNECT  taskrouter.twilio.com:443 HTTP/1.1", "400"),
            ("hello", "400"),
            ("", "400"),
        ] {
            assert_eq!(
                status(&format!("{line}\r\nHost: x\r\n\r\n")),
                wanted,
                "{line}"
            );
        }
        assert_eq!(
            status("CONNECT taskrouter.twilio.com:443 HTTP/1.1\r\nX: "),
            "431"
        );
    }
}
