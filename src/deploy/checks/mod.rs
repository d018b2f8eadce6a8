//! What to look at before a program is submitted, as commands made from the report: nothing here connects anywhere.
//!
//! [`super::endpoint`] says where the program calls, the topics write their steps, [`script`] writes down what a machine can
//! decide. Every value that enters a command went through [`super::allow`] and [`super::syntax::shell`].

mod by_hand;
pub(super) mod caa;
mod dns;
mod http;
mod script;
mod step;
mod tls;

use super::{allow, endpoint, notes};
use crate::report::{CheckOptions, Checks, Finding, Report};
use crate::text::Lang;
use std::net::IpAddr;
use step::Writer;

/// Addresses besides those of DNS that are looked at.
const EDGES: usize = 16;

/// The checks of a report.
///
/// # Errors
/// There is no host that a command can be written for.
pub fn checks(report: &Report, options: &CheckOptions) -> Result<Checks, Vec<Finding>> {
    let found = endpoint::endpoints(report);
    let endpoints = found.endpoints;
    if endpoints.is_empty() {
        if !found.left_out.is_empty() {
            return Err(vec![notes::checks_left_out(found.left_out)]);
        }
        let why = if report.leaf().is_some() { notes::no_usable_name() } else { notes::no_server_certificate() };
        return Err(vec![why]);
    }
    let mut told = Vec::new();
    let edges = edges(options, &mut told);
    let file = verification_file(options, &mut told);
    if !found.left_out.is_empty() {
        told.push(notes::checks_left_out(found.left_out));
    }
    if !found.examples.is_empty() {
        told.push(notes::checks_example(found.examples));
    }
    if found.count > endpoints.len() {
        told.push(notes::checks_cut(endpoints.len(), found.count));
    }
    let mut writer = Writer::new(Lang::from_tag(&options.lang));
    let mut groups = vec![
        dns::records(report, &endpoints, &mut writer),
        tls::chain(report, &endpoints, &mut writer),
        tls::versions(&endpoints, &mut writer),
        tls::families(&endpoints, &mut writer),
        tls::edges(report, &endpoints, &edges, &mut writer),
        http::sockets(&endpoints, &mut writer),
        http::redirects(&endpoints, &mut writer),
        http::verification(&endpoints, file.as_deref(), &mut writer),
        by_hand::phones(&writer),
        by_hand::elsewhere(&endpoints, &writer),
    ];
    groups.retain(|group| !group.told.steps.is_empty());
    let script = script::script(&groups, &mut writer);
    if let Some(why) = writer.unwritable {
        return Err(vec![notes::unwritable("sh", why)]);
    }
    let groups = groups.into_iter().map(|group| group.told).collect();
    Ok(Checks { groups, script, notes: told })
}

/// The addresses that were typed, each once, as far as they are addresses.
fn edges(options: &CheckOptions, notes: &mut Vec<Finding>) -> Vec<IpAddr> {
    let mut edges = Vec::new();
    let typed = options.edges.iter().map(|edge| edge.trim()).filter(|edge| !edge.is_empty());
    for edge in typed.take(EDGES) {
        let bare = edge.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(edge);
        match bare.parse() {
            Ok(address) if edges.contains(&address) => {}
            Ok(address) => edges.push(address),
            Err(_) => notes.push(notes::edge_refused(edge)),
        }
    }
    edges
}

fn verification_file(options: &CheckOptions, notes: &mut Vec<Finding>) -> Option<String> {
    let typed = options.verification_file.trim();
    let typed = typed.strip_prefix('/').unwrap_or(typed);
    match allow::file_name(typed) {
        _ if typed.is_empty() => None,
        Ok(name) => Some(name.to_owned()),
        Err(why) => {
            notes.push(notes::file_name_refused(typed, why));
            None
        }
    }
}
