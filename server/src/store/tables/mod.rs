//! The tables as sea-orm entities, and as rows that a raw statement binds and reads in one order.
//! What each column means stands in the migration that makes it.

mod directory;
mod log;
mod membership;
mod money;
mod oversight;
mod sums;

pub use directory::{region, search_word};
pub use log::{about, entry, head, mark_block, mark_filter, mark_run, ticked};
pub use membership::{enrolled_key, house, member, programme, proposal};
pub use money::{day_sum, due, leg, node, party, step, tally};
pub use oversight::{endorsement, finding};
pub use sums::{arrival, finding_tally, flow};

use super::session::Fetched;
use sea_orm::{DbErr, Value};

/// A row of a table, its columns in one fixed order with the key in front.
pub trait Row: Sized {
    /// The table's name.
    const TABLE: &'static str;
    /// The columns' names, those of the key first.
    const COLUMNS: &'static [&'static str];
    /// How many columns the key has.
    const KEY_COLUMNS: usize;
    /// How many columns behind the key never change: a row that is met keeps them, and an index
    /// over them isn't written again.
    const FIXED_COLUMNS: usize;

    /// Appends the row's values in the order of the columns.
    fn bind(self, values: &mut Vec<Value>);

    /// Reads a row whose result has exactly the columns in their order.
    ///
    /// # Errors
    /// The database's error where a value is of another type.
    fn read(row: &Fetched) -> Result<Self, DbErr>;
}

/// Every table's name.
pub const NAMES: &[&str] = &[
    head::Model::TABLE,
    entry::Model::TABLE,
    about::Model::TABLE,
    mark_block::Model::TABLE,
    mark_run::Model::TABLE,
    mark_filter::Model::TABLE,
    ticked::Model::TABLE,
    member::Model::TABLE,
    enrolled_key::Model::TABLE,
    house::Model::TABLE,
    proposal::Model::TABLE,
    programme::Model::TABLE,
    step::Model::TABLE,
    party::Model::TABLE,
    leg::Model::TABLE,
    node::Model::TABLE,
    day_sum::Model::TABLE,
    due::Model::TABLE,
    tally::Model::TABLE,
    finding::Model::TABLE,
    endorsement::Model::TABLE,
    flow::Model::TABLE,
    arrival::Model::TABLE,
    finding_tally::Model::TABLE,
    search_word::Model::TABLE,
    region::Model::TABLE,
];

/// Declares a table once: the entity for sea-orm, and the row for raw statements.
macro_rules! table {
    ($(#[$doc:meta])* $module:ident $name:tt { $( $key:ident: $key_type:ty, )* } { $( $column:ident: $type:ty, )* }) => {
        table!($(#[$doc])* $module $name { $( $key: $key_type, )* } fixed {} { $( $column: $type, )* });
    };
    ($(#[$doc:meta])* $module:ident $name:tt { $( $key:ident: $key_type:ty, )* }
     fixed { $( $fixed:ident: $fixed_type:ty, )* } { $( $column:ident: $type:ty, )* }) => {
        $(#[$doc])*
        #[expect(missing_docs, reason = "a column's meaning stands in the migration that makes it")]
        pub mod $module {
            use sea_orm::entity::prelude::*;
            use sea_orm::Value;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $name)]
            pub struct Model {
                $( #[sea_orm(primary_key, auto_increment = false)] pub $key: $key_type, )*
                $( pub $fixed: $fixed_type, )*
                $( pub $column: $type, )*
            }

            #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}

            impl crate::store::tables::Row for Model {
                const TABLE: &'static str = $name;
                const COLUMNS: &'static [&'static str] =
                    &[ $( stringify!($key), )* $( stringify!($fixed), )* $( stringify!($column), )* ];
                const KEY_COLUMNS: usize = [ $( stringify!($key), )* ].len();
                const FIXED_COLUMNS: usize = [ $( stringify!($fixed), )* "" ].len() - 1;

                fn bind(self, values: &mut Vec<Value>) {
                    $( values.push(self.$key.into()); )*
                    $( values.push(self.$fixed.into()); )*
                    $( values.push(self.$column.into()); )*
                }

                fn read(row: &crate::store::session::Fetched) -> Result<Self, DbErr> {
                    let mut index = 0..;
                    let mut next = || index.next().unwrap_or_default();
                    Ok(Self {
                        $( $key: row.try_get_by_index(next())?, )*
                        $( $fixed: row.try_get_by_index(next())?, )*
                        $( $column: row.try_get_by_index(next())?, )*
                    })
                }
            }
        }
    };
}
use table;
