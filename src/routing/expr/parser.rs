//! Turns tokens into a syntax tree: `AND` before `OR`, everything else is brackets.

use super::ast::{Comparison, Expr, Number, Operand, Operator};
use super::error::{Error, ErrorKind, Found, Suggestion};
use super::lexer::{Keyword, Lexer, Token, TokenKind};
use super::reference::{Reference, Segment};
use super::spelling::{self, Position};

/// How deep parentheses and arrays may nest; keeps the stack small whatever the input.
pub const MAX_DEPTH: usize = 100;

#[derive(Debug)]
pub(super) struct Parser<'s> {
    lexer: Lexer<'s>,
    token: Token,
    depth: usize,
}

impl<'s> Parser<'s> {
    pub(super) fn new(source: &'s str) -> Result<Self, Error> {
        let mut lexer = Lexer::new(source);
        let token = lexer.next_token()?;
        Ok(Self {
            lexer,
            token,
            depth: 0,
        })
    }

    /// Reads one expression that fills the whole text.
    pub(super) fn whole_expression(mut self) -> Result<Expr, Error> {
        if self.token.kind == TokenKind::End {
            return Err(self.error(ErrorKind::Empty));
        }
        let expr = self.expression()?;
        match self.token.kind {
            TokenKind::End => Ok(expr),
            _ => Err(self.unexpected_after_comparison()),
        }
    }

    pub(super) fn token(&self) -> &Token {
        &self.token
    }

    pub(super) fn source(&self) -> &'s str {
        self.lexer.source()
    }

    pub(super) fn advance(&mut self) -> Result<Token, Error> {
        let next = self.lexer.next_token()?;
        Ok(std::mem::replace(&mut self.token, next))
    }

    pub(super) fn eat(&mut self, kind: &TokenKind) -> Result<bool, Error> {
        let matches = self.token.kind == *kind;
        if matches {
            self.advance()?;
        }
        Ok(matches)
    }

    pub(super) fn error(&self, kind: ErrorKind) -> Error {
        Error::new(self.source(), kind, self.token.span.clone())
    }

    pub(super) fn found(&self) -> Found {
        match self.token.kind {
            TokenKind::End => Found::End,
            _ => Found::Text(self.source()[self.token.span.clone()].to_owned()),
        }
    }

    fn expression(&mut self) -> Result<Expr, Error> {
        let mut operands = vec![self.conjunction()?];
        while self.eat(&TokenKind::Keyword(Keyword::Or))? {
            operands.push(self.conjunction()?);
        }
        Ok(Expr::or(operands))
    }

    fn conjunction(&mut self) -> Result<Expr, Error> {
        let mut operands = vec![self.primary()?];
        while self.eat(&TokenKind::Keyword(Keyword::And))? {
            operands.push(self.primary()?);
        }
        Ok(Expr::and(operands))
    }

    fn primary(&mut self) -> Result<Expr, Error> {
        if self.token.kind != TokenKind::OpenParenthesis {
            return self.comparison();
        }
        self.descend()?;
        let inner = self.expression()?;
        if self.token.kind != TokenKind::CloseParenthesis {
            return Err(match self.token.kind {
                TokenKind::End => self.error(ErrorKind::ExpectedClose {
                    close: ')',
                    found: Found::End,
                }),
                _ => self.unexpected_after_comparison(),
            });
        }
        self.ascend()?;
        Ok(inner)
    }

    /// Enters the bracket at hand.
    fn descend(&mut self) -> Result<(), Error> {
        if self.depth == MAX_DEPTH {
            return Err(self.error(ErrorKind::TooDeep(MAX_DEPTH)));
        }
        self.depth += 1;
        self.advance()?;
        Ok(())
    }

    /// Leaves the bracket whose closing half is at hand.
    fn ascend(&mut self) -> Result<(), Error> {
        self.depth -= 1;
        self.advance()?;
        Ok(())
    }

    fn comparison(&mut self) -> Result<Expr, Error> {
        let start = self.token.span.start;
        let left = self.operand()?;
        let operator = self.operator(start, &left)?;
        let right = self.operand()?;
        Ok(Expr::Compare(Comparison {
            left,
            operator,
            right,
        }))
    }

    fn operator(&mut self, left_start: usize, left: &Operand) -> Result<Operator, Error> {
        let operator = match self.token.kind {
            TokenKind::Operator(operator) => operator,
            TokenKind::Keyword(Keyword::Contains) => Operator::Contains,
            TokenKind::Keyword(Keyword::Has) => Operator::Has,
            TokenKind::Keyword(Keyword::In) => Operator::In,
            TokenKind::Keyword(Keyword::Not) => {
                let not = self.advance()?;
                if self.token.kind != TokenKind::Keyword(Keyword::In) {
                    return Err(Error::new(self.source(), ErrorKind::Not, not.span));
                }
                Operator::NotIn
            }
            _ => return Err(self.unexpected_after_operand(left_start, left)),
        };
        self.advance()?;
        Ok(operator)
    }

    fn operand(&mut self) -> Result<Operand, Error> {
        match &self.token.kind {
            TokenKind::String(text) => {
                let text = text.clone();
                self.advance()?;
                Ok(Operand::String(text))
            }
            TokenKind::Number => {
                let digits = &self.source()[self.token.span.clone()];
                let Some(number) = Number::from_text(digits) else {
                    return Err(self.error(ErrorKind::NumberTooLarge));
                };
                self.advance()?;
                Ok(Operand::Number(number))
            }
            TokenKind::Keyword(keyword) => {
                let operand = match keyword {
                    Keyword::True => Operand::Bool(true),
                    Keyword::False => Operand::Bool(false),
                    Keyword::Null => Operand::Null,
                    Keyword::Not => return Err(self.error(ErrorKind::Not)),
                    _ => return Err(self.error(ErrorKind::ExpectedOperand(self.found()))),
                };
                self.advance()?;
                Ok(operand)
            }
            TokenKind::OpenBracket => self.array(),
            TokenKind::Name => Ok(Operand::Reference(self.reference()?)),
            _ => Err(self.error(ErrorKind::ExpectedOperand(self.found()))),
        }
    }

    fn array(&mut self) -> Result<Operand, Error> {
        self.descend()?;
        let mut elements = Vec::new();
        if self.token.kind != TokenKind::CloseBracket {
            elements.push(self.operand()?);
            while self.eat(&TokenKind::Comma)? {
                elements.push(self.operand()?);
            }
        }
        if self.token.kind != TokenKind::CloseBracket {
            return Err(self.error(ErrorKind::ExpectedClose {
                close: ']',
                found: self.found(),
            }));
        }
        self.ascend()?;
        Ok(Operand::Array(elements))
    }

    /// Reads a reference whose first name is at hand.
    pub(super) fn reference(&mut self) -> Result<Reference, Error> {
        let first = self.advance()?;
        let mut segments = vec![Segment::Key(self.source()[first.span].into())];
        loop {
            if self.eat(&TokenKind::Dot)? {
                // Behind a dot a keyword can only be a name: `task.in`.
                if !matches!(self.token.kind, TokenKind::Name | TokenKind::Keyword(_)) {
                    return Err(self.error(ErrorKind::ExpectedName(self.found())));
                }
                let name = self.advance()?;
                segments.push(Segment::Key(self.source()[name.span].into()));
            } else if self.eat(&TokenKind::OpenBracket)? {
                let digits = &self.source()[self.token.span.clone()];
                let index = match self.token.kind {
                    TokenKind::Number => digits.parse().ok(),
                    _ => None,
                };
                let Some(index) = index else {
                    return Err(self.error(ErrorKind::ExpectedIndex(self.found())));
                };
                self.advance()?;
                if !self.eat(&TokenKind::CloseBracket)? {
                    return Err(self.error(ErrorKind::ExpectedClose {
                        close: ']',
                        found: self.found(),
                    }));
                }
                segments.push(Segment::Index(index));
            } else {
                return Ok(Reference::new(segments));
            }
        }
    }

    fn unexpected_after_operand(&self, left_start: usize, left: &Operand) -> Error {
        let before = self.source()[left_start..self.token.span.start].trim_end();
        let ends_here = matches!(
            self.token.kind,
            TokenKind::End
                | TokenKind::CloseParenthesis
                | TokenKind::Keyword(Keyword::And | Keyword::Or)
        );
        let suggestion = if ends_here && matches!(left, Operand::Reference(_)) {
            Some(Suggestion::Advice(format!(
                "to test for truth, write `{before} == true`"
            )))
        } else {
            self.misspelling(Position::Operator)
        };
        self.error(ErrorKind::ExpectedOperator {
            left: before.to_owned(),
            found: self.found(),
        })
        .suggesting(suggestion)
    }

    fn unexpected_after_comparison(&self) -> Error {
        self.error(ErrorKind::ExpectedConjunction(self.found()))
            .suggesting(self.misspelling(Position::Conjunction))
    }

    /// What the name at hand was probably meant to be.
    pub(super) fn misspelling(&self, position: Position) -> Option<Suggestion> {
        if self.token.kind != TokenKind::Name {
            return None;
        }
        spelling::nearest(&self.source()[self.token.span.clone()], position)
            .map(|word| Suggestion::Replace(word.to_owned()))
    }
}
