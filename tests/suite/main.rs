//! The whole product under test, from its rules to its pages.

mod api;
mod cli;
mod demo;
mod desk;
mod log;
mod rules;
mod store;
mod tidy;
mod web;
