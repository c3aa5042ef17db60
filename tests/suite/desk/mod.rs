//! People at the desk: joining, signing in, confirming what came, sending money.

mod access;
mod bureau;
mod confirming;
mod device;
mod people;
mod signing_in;
