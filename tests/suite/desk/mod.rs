//! People at the desk: joining, signing in, confirming what came, sending money.

mod access;
mod after;
mod bureau;
mod confirming;
mod device;
mod evidence;
mod first_device;
mod limits;
mod members;
mod offline;
mod oidc;
mod parts;
mod passkeys;
mod people;
mod questions;
mod sheets;
mod sheets_apart;
mod signing;
mod signing_in;
mod telling;
mod year_end;
