//! Values as bytes, small and quick to read: how events and facts are kept.
//!
//! Numbers are written in groups of seven bits, the lowest first; negative ones are folded between
//! the others. Texts and bytes have their length before them.

/// Bytes that are not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are not what was written")]
pub(super) struct Corrupt;

/// Writes values.
#[derive(Debug, Default)]
pub(super) struct Packer {
    pub(super) bytes: Vec<u8>,
}

impl Packer {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(bytes),
        }
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    pub(super) fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    pub(super) fn bits(&mut self, bits: u128) {
        self.bytes.extend_from_slice(&bits.to_be_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Reads them again.
#[derive(Debug)]
pub(super) struct Unpacker<'a> {
    bytes: &'a [u8],
}

impl<'a> Unpacker<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    #[cfg(test)]
    const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn byte(&mut self) -> Result<u8, Corrupt> {
        let (first, rest) = self.bytes.split_first().ok_or(Corrupt)?;
        self.bytes = rest;
        Ok(*first)
    }

    pub(super) fn number(&mut self) -> Result<u64, Corrupt> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Corrupt)
    }

    pub(super) fn signed(&mut self) -> Result<i64, Corrupt> {
        let folded = self.number()?;
        Ok((folded >> 1).cast_signed() ^ -((folded & 1).cast_signed()))
    }

    pub(super) fn bits(&mut self) -> Result<u128, Corrupt> {
        let (bits, rest) = self.bytes.split_first_chunk().ok_or(Corrupt)?;
        self.bytes = rest;
        Ok(u128::from_be_bytes(*bits))
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Corrupt> {
        let length = usize::try_from(self.number()?).map_err(|_| Corrupt)?;
        self.text_of(length)
    }

    /// A text whose length was told otherwise.
    pub(super) fn text_of(&mut self, length: usize) -> Result<&'a str, Corrupt> {
        let (text, rest) = self.bytes.split_at_checked(length).ok_or(Corrupt)?;
        self.bytes = rest;
        std::str::from_utf8(text).map_err(|_| Corrupt)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(
            number: u64, signed: i64, bits: u128, text in ".{0,40}", byte: u8,
        ) {
            let mut packer = Packer::default();
            packer.number(number);
            packer.signed(signed);
            packer.bits(bits);
            packer.text(&text);
            packer.byte(byte);
            let mut unpacker = Unpacker::new(&packer.bytes);
            prop_assert_eq!(unpacker.number(), Ok(number));
            prop_assert_eq!(unpacker.signed(), Ok(signed));
            prop_assert_eq!(unpacker.bits(), Ok(bits));
            prop_assert_eq!(unpacker.text(), Ok(text.as_str()));
            prop_assert_eq!(unpacker.byte(), Ok(byte));
            prop_assert!(unpacker.is_empty());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let mut unpacker = Unpacker::new(&bytes);
            while unpacker.text().is_ok() && !unpacker.is_empty() {}
            let mut unpacker = Unpacker::new(&bytes);
            while unpacker.signed().is_ok() && !unpacker.is_empty() {}
        }
    }
}
