//! People at the desk: joining, signing in, confirming what came.

mod access;
mod confirming;
mod people;
mod signing_in;
