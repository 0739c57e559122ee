//! Cuts the text of an expression into tokens, one at a time.

use std::ops::Range;

use super::ast::Operator;
use super::error::{Error, ErrorKind, Found, Suggestion};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum TokenKind {
    /// A name that is no keyword.
    Name,
    Keyword(Keyword),
    Number,
    String(Box<str>),
    /// An operator written with signs; those written as words are keywords.
    Operator(Operator),
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Comma,
    Dot,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    And,
    Or,
    Not,
    In,
    Has,
    Contains,
    True,
    False,
    Null,
}

impl Keyword {
    fn named(name: &str) -> Option<Self> {
        const KEYWORDS: [(&str, Keyword); 9] = [
            ("and", Keyword::And),
            ("or", Keyword::Or),
            ("not", Keyword::Not),
            ("in", Keyword::In),
            ("has", Keyword::Has),
            ("contains", Keyword::Contains),
            ("true", Keyword::True),
            ("false", Keyword::False),
            ("null", Keyword::Null),
        ];
        KEYWORDS
            .iter()
            .find(|(spelling, _)| name.eq_ignore_ascii_case(spelling))
            .map(|(_, keyword)| *keyword)
    }
}

#[derive(Debug, Clone)]
pub(super) struct Lexer<'s> {
    source: &'s str,
    at: usize,
}

/// Longest first, so that `>=` is not read as `>` and `=`.
const SIGNS: [(&str, Operator); 9] = [
    ("==", Operator::Equal),
    ("!=", Operator::NotEqual),
    (">=", Operator::GreaterOrEqual),
    ("<=", Operator::LessOrEqual),
    (">-", Operator::Has),
    ("<-", Operator::In),
    ("=", Operator::Equal),
    (">", Operator::Greater),
    ("<", Operator::Less),
];

/// Signs of other languages, and what they are called here.
const FOREIGN_SIGNS: [(&str, &str); 8] = [
    ("===", "=="),
    ("!==", "!="),
    ("<>", "!="),
    ("=>", ">="),
    ("=<", "<="),
    ("&&", "AND"),
    ("||", "OR"),
    ("=~", "CONTAINS"),
];

impl<'s> Lexer<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0 }
    }

    pub(super) fn source(&self) -> &'s str {
        self.source
    }

    pub(super) fn next_token(&mut self) -> Result<Token, Error> {
        let rest = &self.source[self.at..];
        let trimmed = rest.trim_start();
        self.at += rest.len() - trimmed.len();
        let Some(first) = trimmed.chars().next() else {
            return Ok(self.take(0, TokenKind::End));
        };
        let single = match first {
            '(' => Some(TokenKind::OpenParenthesis),
            ')' => Some(TokenKind::CloseParenthesis),
            '[' => Some(TokenKind::OpenBracket),
            ']' => Some(TokenKind::CloseBracket),
            ',' => Some(TokenKind::Comma),
            '.' => Some(TokenKind::Dot),
            _ => None,
        };
        if let Some(kind) = single {
            return Ok(self.take(1, kind));
        }
        match first {
            '"' | '\'' => self.string(trimmed, first),
            '0'..='9' => Ok(self.number(trimmed)),
            _ if is_name_start(first) => {
                let length = trimmed.find(|c| !is_name_part(c)).unwrap_or(trimmed.len());
                let kind =
                    Keyword::named(&trimmed[..length]).map_or(TokenKind::Name, TokenKind::Keyword);
                Ok(self.take(length, kind))
            }
            _ => self.sign(trimmed, first),
        }
    }

    fn take(&mut self, length: usize, kind: TokenKind) -> Token {
        let span = self.at..self.at + length;
        self.at = span.end;
        Token { kind, span }
    }

    fn number(&mut self, text: &str) -> Token {
        let bytes = text.as_bytes();
        let mut length = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if bytes.get(length) == Some(&b'.') && bytes.get(length + 1).is_some_and(u8::is_ascii_digit)
        {
            length += 1;
            length += bytes[length..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
        }
        self.take(length, TokenKind::Number)
    }

    fn string(&mut self, text: &str, quote: char) -> Result<Token, Error> {
        let mut value = String::new();
        let mut characters = text.char_indices().skip(1);
        while let Some((offset, character)) = characters.next() {
            if character == quote {
                let kind = TokenKind::String(value.into_boxed_str());
                return Ok(self.take(offset + 1, kind));
            }
            if character == '\\' {
                match text[offset + 1..].chars().next() {
                    Some(escaped @ ('"' | '\'' | '\\')) => {
                        value.push(escaped);
                        characters.next();
                    }
                    // Any other backslash stands for itself.
                    _ => value.push('\\'),
                }
            } else {
                value.push(character);
            }
        }
        Err(self.error(ErrorKind::UnclosedString(quote), text.len()))
    }

    fn sign(&mut self, text: &str, first: char) -> Result<Token, Error> {
        let foreign = FOREIGN_SIGNS
            .iter()
            .find(|(sign, _)| text.starts_with(sign));
        if let Some((sign, meant)) = foreign {
            let suggestion = Suggestion::Replace((*meant).to_owned());
            let kind = ErrorKind::UnknownSign(Found::Text((*sign).to_owned()));
            return Err(self.error(kind, sign.len()).suggesting(Some(suggestion)));
        }
        if let Some((sign, operator)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
            return Ok(self.take(sign.len(), TokenKind::Operator(*operator)));
        }
        Err(match first {
            '-' => self.error(ErrorKind::Hyphen, 1),
            '!' => self
                .error(ErrorKind::UnexpectedCharacter('!'), 1)
                .suggesting(Some(Suggestion::Advice(
                    "there is no negation other than `!=` and `NOT IN`".to_owned(),
                ))),
            '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}' => self
                .error(ErrorKind::UnexpectedCharacter(first), first.len_utf8())
                .suggesting(Some(Suggestion::Advice(
                    "use straight quotes, `\"` or `'`".to_owned(),
                ))),
            _ => self.error(ErrorKind::UnexpectedCharacter(first), first.len_utf8()),
        })
    }

    fn error(&self, kind: ErrorKind, length: usize) -> Error {
        Error::new(self.source, kind, self.at..self.at + length)
    }
}

fn is_name_start(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, '_' | '$')
}

fn is_name_part(character: char) -> bool {
    is_name_start(character) || character.is_ascii_digit()
}
