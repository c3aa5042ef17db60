//! The rules of the ledger.
