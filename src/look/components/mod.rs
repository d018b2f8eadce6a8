//! One component a file.

mod bytes;
mod calls_form;
mod chain_legend;
mod chain_svg;
mod chain_tab;
mod checks;
mod code_block;
mod copy_button;
mod create;
mod dates_tab;
mod deploy_form;
mod deploy_more;
mod deploy_tab;
mod deployment;
mod details_tab;
mod field_tree;
mod field_value;
mod files_tab;
mod handbook;
mod hop_answer;
mod hops;
mod look;
mod made_files;
mod missing_issuer;
mod names_tab;
mod platform_answer;
mod platforms_tab;
mod renew_form;
mod renew_tab;
mod renewal;
mod symptoms;
mod target_choice;
mod time_line_svg;
mod trust_answer;
mod trust_grid;

pub use look::{Look, LookProps};
