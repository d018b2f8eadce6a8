//! One component a file.

mod app;
mod bytes;
mod chain_svg;
mod chain_tab;
mod code_block;
mod copy_button;
mod dates_tab;
mod deploy_form;
mod deploy_tab;
mod deployment;
mod details_tab;
mod examples;
mod fact_cards;
mod field_tree;
mod field_value;
mod finding;
mod findings;
mod given_list;
mod header;
mod hosts;
mod icon;
mod input;
mod intro;
mod long_list;
mod names_tab;
mod notice;
mod progress;
mod result;
mod tabs;
mod time_line_svg;
mod untrusted;
mod verdict;

pub use app::App;
