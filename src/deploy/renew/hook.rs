//! The script that takes a new certificate into use: the server's own commands, with the files where the client has
//! them.

use super::clients::{Client, Hook};
use crate::deploy::commands::renewal;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::Unwritable;
use crate::report::wire::File;

/// Its name before it is put in place.
pub const NAME: &str = "deploy-hook.sh";

/// Where it is put. The stem has letters, digits, dots, hyphens and underscores only.
pub fn place(plan: &Plan) -> String {
    format!("/usr/local/sbin/renew-{}.sh", plan.stem)
}

/// The script; none for a client that needs none.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn file(client: &Client, plan: &Plan) -> Result<Option<File>, Unwritable> {
    let Some(hook) = client.hook else { return Ok(None) };
    let mut script =
        String::from("#!/bin/sh\n# Takes a new certificate into use. The ACME client runs it as root.\nset -eu\n");
    script.push_str(&match hook {
        Hook::Folder(variable) => format!("cd \"${{{variable}:?}}\"\n"),
        Hook::Files(chain, key) => from_files(chain, key),
    });
    for line in renewal(plan)? {
        script.push_str(&line);
        script.push('\n');
    }
    Ok(Some(File { name: NAME.to_owned(), bytes: script.into_bytes() }))
}

/// Gives the files the names that the commands know, in a folder that only root can look into.
fn from_files(chain: &str, key: &str) -> String {
    format!(
        "umask 077\nwork=$(mktemp -d)\ntrap 'rm -rf \"$work\"' EXIT\n\
         cp \"{chain}\" \"$work/fullchain.pem\"\ncp \"{key}\" \"$work/privkey.pem\"\ncd \"$work\"\n\
         openssl x509 -in fullchain.pem -out cert.pem\n\
         sed '1,/-----END CERTIFICATE-----/d' fullchain.pem > chain.pem\n"
    )
}
