//! Templates: text with `{column}` in it. `{{` and `}}` are braces.

/// A template as the mapping has it, its columns by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template<C = String>(Vec<Piece<C>>);

/// A piece of a template: constant text, or a column of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<C> {
    Text(String),
    Column(C),
}

impl Template {
    /// Reads a template, or says what is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut constant = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            constant.push_str(&rest[..at]);
            let brace = &rest[at..];
            if let Some(after) = brace.strip_prefix("{{") {
                constant.push('{');
                rest = after;
            } else if let Some(after) = brace.strip_prefix("}}") {
                constant.push('}');
                rest = after;
            } else if let Some(after) = brace.strip_prefix('{') {
                let (column, behind) = after
                    .split_once('}')
                    .ok_or_else(|| format!("`{{{after}` lacks its closing brace"))?;
                if column.is_empty() || column.contains('{') {
                    return Err(format!("`{{{column}}}` names no column"));
                }
                push_text(&mut pieces, &mut constant);
                pieces.push(Piece::Column(column.to_owned()));
                rest = behind;
            } else {
                return Err("a `}` without its `{`; a brace in the text is written `}}`".to_owned());
            }
        }
        constant.push_str(rest);
        push_text(&mut pieces, &mut constant);
        if pieces.is_empty() {
            return Err("is empty: leave the key out instead".to_owned());
        }
        Ok(Self(pieces))
    }

    /// Ties the columns' names to what `find` knows of them.
    pub(super) fn bind<C, E>(
        &self,
        mut find: impl FnMut(&str) -> Result<C, E>,
    ) -> Result<Template<C>, E> {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => Ok(Piece::Text(text.clone())),
            Piece::Column(name) => find(name).map(Piece::Column),
        });
        Ok(Template(pieces.collect::<Result<_, E>>()?))
    }
}

impl<C> Template<C> {
    pub(super) fn pieces(&self) -> &[Piece<C>] {
        &self.0
    }
}

fn push_text(pieces: &mut Vec<Piece<String>>, constant: &mut String) {
    if !constant.is_empty() {
        pieces.push(Piece::Text(std::mem::take(constant)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<Piece<String>> {
        Template::parse(text).unwrap().0
    }

    #[test]
    fn parts_text_and_columns() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let column = |name: &str| Piece::Column(name.to_owned());
        assert_eq!(
            pieces("l{a}-{b}.example"),
            [
                text("l"),
                column("a"),
                text("-"),
                column("b"),
                text(".example")
            ]
        );
        assert_eq!(pieces("constant"), [text("constant")]);
        assert_eq!(pieces("{{{a b}}}"), [text("{"), column("a b"), text("}")]);
    }

    #[test]
    fn refuses_broken_braces() {
        for text in ["", "{", "}", "a}", "{}", "{a", "{a{b}}"] {
            assert!(Template::parse(text).is_err(), "{text}");
        }
    }
}
