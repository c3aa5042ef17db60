//! Members, their keys and houses, proposals, programmes.

use super::table;

table!(
    /// Members.
    member "member" { ledger: i64, name: String, } {
        title: String, function: i64, tier: i64, parent: Option<String>, region: Option<String>, house: String,
        voting: i64, accounts: Vec<u8>, frozen: i64, recovery: Vec<u8>, activated: i64,
    }
);
table!(
    /// Keys of members' people.
    enrolled_key "enrolled_key" { ledger: i64, member: String, key_id: i64, } {
        public: Vec<u8>, person: String, roles: i64, enrolled: i64, revoked: Option<i64>,
        compromised_since: Option<i64>,
    }
);
table!(
    /// Houses and their votes.
    house "house" { ledger: i64, name: String, } { voting_members: i64, }
);
table!(
    /// Proposals and their votes; names of houses one a line.
    proposal "proposal" { ledger: i64, idx: i64, } {
        identity: Vec<u8>, time: i64, member: String, title: String, function: i64, tier: i64,
        parent: Option<String>, region: Option<String>, house: String, voting: i64, yes: String, no: String,
        settled: Option<i64>,
    }
);
table!(
    /// Programmes and their terms; thresholds one a line, as entries write them.
    programme "programme" { ledger: i64, name: String, } {
        owner: String, title: String, currency: String, exponent: i64, starts: i64, ends: i64, offset_minutes: i64,
        basis: i64, payees: i64, hop_days: i64, idle_days: i64, grace_days: i64, tolerance: i64, thresholds: String,
        closed_through: Option<i64>, closed: i64, volume: i64, opened: i64,
    }
);
