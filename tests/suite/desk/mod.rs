//! People at the desk: joining, signing in, confirming what came, sending money.

mod access;
mod bureau;
mod confirming;
mod people;
mod signing_in;
