//! Which refusal is named where several rules are broken: the first in the order of [`Refusal`].

use crate::Refusal;

/// The results of checks of equal standing, or the first of their refusals in the order of precedence.
pub(super) fn foremost<T, C: FromIterator<T>>(
    results: impl IntoIterator<Item = Result<T, Refusal>>,
) -> Result<C, Refusal> {
    let mut first: Option<Refusal> = None;
    let mut note = |refusal: Refusal| {
        let earlier = first
            .as_ref()
            .is_none_or(|known| refusal.precedence() < known.precedence());
        if earlier {
            first = Some(refusal);
        }
    };
    let values = results
        .into_iter()
        .filter_map(|result| result.map_err(&mut note).ok())
        .collect();
    first.map_or(Ok(values), Err)
}

/// The results of two checks, or the first of their refusals in the order of precedence.
pub(super) fn both<A, B>(
    one: Result<A, Refusal>,
    other: Result<B, Refusal>,
) -> Result<(A, B), Refusal> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(one), Err(other)) if other.precedence() < one.precedence() => Err(other),
        (Err(refusal), _) | (_, Err(refusal)) => Err(refusal),
    }
}
