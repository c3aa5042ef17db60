//! The columns of a sheet, by the names that a clerk writes above them.

use super::limits::COLUMNS_MAX;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The payee's name on the ledger.
    Payee,
    /// How much.
    Amount,
    /// The bureau's own reference.
    Reference,
    /// What for.
    Purpose,
}

/// The columns of a template in their order, by the names that every language reads.
pub const TEMPLATE_COLUMNS: [&str; 4] = ["payee", "amount", "reference", "purpose"];

impl Column {
    /// All of them, in a template's order.
    pub const ALL: [Self; 4] = [Self::Payee, Self::Amount, Self::Reference, Self::Purpose];

    /// Its names in the languages of the pages, in lower case.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Payee => &["payee", "beneficiario", "receptor", "收款单位", "收款方"],
            Self::Amount => &["amount", "importe", "monto", "金额"],
            Self::Reference => &["reference", "ref", "referencia", "凭证号", "编号"],
            Self::Purpose => &["purpose", "concepto", "finalidad", "用途"],
        }
    }

    /// Its place among [`Column::ALL`].
    pub(super) const fn place(self) -> usize {
        self as usize
    }

    /// Its word, as pages and tables call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        TEMPLATE_COLUMNS[self.place()]
    }

    fn named(head: &str) -> Option<Self> {
        let head = head.trim().to_lowercase();
        let named = |column: &Self| column.names().contains(&head.as_str());
        Self::ALL.into_iter().find(named)
    }
}

/// The cells of a row under our columns.
pub(super) type Cells = [String; Column::ALL.len()];

/// Which place of a row is which column.
pub(super) struct Heads(Vec<Option<Column>>);

impl Heads {
    /// Reads the row of heads. Gives a column that is missing or stands twice where there is one:
    /// payee and amount are needed.
    pub(super) fn read<'a>(heads: impl Iterator<Item = &'a str>) -> Result<Self, Column> {
        let heads: Vec<_> = heads.take(COLUMNS_MAX).map(Column::named).collect();
        for column in Column::ALL {
            let times = heads.iter().filter(|head| **head == Some(column)).count();
            let needed = matches!(column, Column::Payee | Column::Amount);
            if times > 1 || (needed && times == 0) {
                return Err(column);
            }
        }
        Ok(Self(heads))
    }

    /// Which column stands at this place.
    pub(super) fn at(&self, place: usize) -> Option<Column> {
        self.0.get(place).copied().flatten()
    }
}
