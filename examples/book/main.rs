//! Writes the parts of the documentation that are made from the registries of the code: a page for each finding, server
//! and platform, the reference of the report, error messages, claims. `UPDATE=1 cargo test --test book` does the same.
#![allow(clippy::print_stdout, reason = "a program for the terminal")]

mod book;
mod support;

use certloupe::text::Lang;
use std::process::ExitCode;

fn main() -> ExitCode {
    for lang in Lang::ALL {
        match book::write(lang) {
            Ok(pages) => println!("docs/book/{}: {pages} pages", lang.tag()),
            Err(trouble) => {
                eprintln!("book: {trouble}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
