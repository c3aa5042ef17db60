//! By what members, programmes and regions are found and called.

use super::table;

table!(
    /// The words of members and programmes; the row is its own key.
    search_word "search_word" { ledger: i64, word: String, subject: i64, name: String, } {}
);
table!(
    /// The member of a region's highest tier, the first of them.
    region "region" { ledger: i64, code: String, } { tier: i64, member: String, }
);
