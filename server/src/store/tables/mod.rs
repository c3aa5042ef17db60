//! The tables as sea-orm entities, and as rows that a raw statement binds and reads in one order.
//! What each column means stands in the migration that makes it.

mod log;
mod membership;
mod money;
mod oversight;

pub use log::{
    about, entry, filed, head, identity_block, identity_filter, identity_run, reference,
};
pub use membership::{enrolled_key, house, member, programme, proposal};
pub use money::{day_sum, due, leg, node, repeat_payment, step, tally};
pub use oversight::{endorsement, finding};

use sea_orm::{DbErr, QueryResult, Value};

/// A row of a table, its columns in one fixed order with the key in front.
pub trait Row: Sized {
    /// The table's name.
    const TABLE: &'static str;
    /// The columns' names, those of the key first.
    const COLUMNS: &'static [&'static str];
    /// How many columns the key has.
    const KEY_COLUMNS: usize;

    /// Appends the row's values in the order of the columns.
    fn bind(self, values: &mut Vec<Value>);

    /// Reads a row whose result has exactly the columns in their order.
    ///
    /// # Errors
    /// The database's error where a value is of another type.
    fn read(row: &QueryResult) -> Result<Self, DbErr>;
}

/// Every table's name.
pub const NAMES: &[&str] = &[
    head::Model::TABLE,
    entry::Model::TABLE,
    filed::Model::TABLE,
    about::Model::TABLE,
    identity_block::Model::TABLE,
    identity_run::Model::TABLE,
    identity_filter::Model::TABLE,
    reference::Model::TABLE,
    member::Model::TABLE,
    enrolled_key::Model::TABLE,
    house::Model::TABLE,
    proposal::Model::TABLE,
    programme::Model::TABLE,
    step::Model::TABLE,
    leg::Model::TABLE,
    node::Model::TABLE,
    repeat_payment::Model::TABLE,
    day_sum::Model::TABLE,
    due::Model::TABLE,
    tally::Model::TABLE,
    finding::Model::TABLE,
    endorsement::Model::TABLE,
];

/// Declares a table once: the entity for sea-orm, and the row for raw statements.
macro_rules! table {
    ($(#[$doc:meta])* $module:ident $name:tt { $( $key:ident: $key_type:ty, )* } { $( $column:ident: $type:ty, )* }) => {
        $(#[$doc])*
        #[expect(missing_docs, reason = "a column's meaning stands in the migration that makes it")]
        pub mod $module {
            use sea_orm::entity::prelude::*;
            use sea_orm::{QueryResult, Value};

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $name)]
            pub struct Model {
                $( #[sea_orm(primary_key, auto_increment = false)] pub $key: $key_type, )*
                $( pub $column: $type, )*
            }

            #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}

            impl crate::store::tables::Row for Model {
                const TABLE: &'static str = $name;
                const COLUMNS: &'static [&'static str] = &[ $( stringify!($key), )* $( stringify!($column), )* ];
                const KEY_COLUMNS: usize = [ $( stringify!($key), )* ].len();

                fn bind(self, values: &mut Vec<Value>) {
                    $( values.push(self.$key.into()); )*
                    $( values.push(self.$column.into()); )*
                }

                fn read(row: &QueryResult) -> Result<Self, DbErr> {
                    let mut index = 0..;
                    let mut next = || index.next().unwrap_or_default();
                    Ok(Self {
                        $( $key: row.try_get_by_index(next())?, )*
                        $( $column: row.try_get_by_index(next())?, )*
                    })
                }
            }
        }
    };
}
use table;
