//! Whole flows in three real browsers, against the page as `make build` makes it.
//!
//! Every flow has a browser, an origin and a recorder of its own, and ends with the proof that nothing left the origin. A long file,
//! because it is the one list of all flows and of the browsers that they run in.

mod access;
mod bad_days;
mod blocks;
mod browser;
mod compare;
mod containers;
mod deploy;
mod embed;
mod ending;
mod expert;
mod flows;
mod frame;
mod glance;
mod hosting;
mod http;
mod link;
mod many;
mod material;
mod offline;
mod openssl;
mod page;
mod picture;
mod pictures;
mod platforms;
mod privacy;
mod proxy;
mod seals;
mod site;
mod sites;
mod size;
mod speed;
mod states;
mod supply;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/tools.rs"]
mod tools;
mod trouble;

use browser::{Browser, Kind};
use page::Page;
use size::{DESK, Size};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// A flow that takes longer than this hangs.
const LONGEST: Duration = Duration::from_secs(300);

/// Flows in every browser, in the windows of a desk and a phone.
macro_rules! in_every_browser {
    (everywhere { $($everywhere:tt)* } desk { $($desk:tt)* } phone { $($phone:tt)* }) => {
        at_a_size!(DESK: $($everywhere)* $($desk)*);
        mod phone {
            at_a_size!(PHONE: $($everywhere)* $($phone)*);
        }
    };
}

/// The same in windows of one size.
macro_rules! at_a_size {
    ($size:ident: $($module:ident: $($flow:ident),* $(,)?;)*) => {
        at_a_size!(chromium CHROMIUM $size: $($($module $flow)*)*);
        at_a_size!(firefox FIREFOX $size: $($($module $flow)*)*);
        at_a_size!(webkit WEBKIT $size: $($($module $flow)*)*);
    };
    ($name:ident $kind:ident $size:ident: $($module:ident $flow:ident)*) => {
        mod $name {
            $(#[test] fn $flow() { crate::run_in(&crate::browser::$kind, &crate::size::$size, crate::$module::$flow); })*
        }
    };
}

in_every_browser! {
    // What people also do with the phone that the certificate is for in their hand.
    everywhere {
        flows:
        paste_fix_download,
        upload_two_files,
        hosts_typed,
        language_switch,
        deploy_and_copy,
        cancel,
        look_at_everything,
        hostile_names,
        ;
        glance:
        a_glance_stands_in,
        a_paste_before_the_page,
        a_verdict_before_the_page,
        ;
        containers:
        a_pfx_with_its_password_file,
        other_formats,
        ;
        supply:
        the_supply_fills_a_gap,
        ;
        platforms:
        a_mini_program_gets_ready,
        ;
        deploy:
        a_configuration_is_chosen,
        ;
        compare:
        one_takes_the_others_place,
        ;
        link:
        a_link_carries_what_was_given,
        a_tab_keeps_certificates_if_it_is_to,
        ;
        many:
        thousands_in_a_list,
        ;
        expert:
        bytes_and_their_meaning,
        a_finding_shows_its_bytes,
        an_address_leads_to_its_place,
        pictures_tell_more,
        ;
        access:
        three_actions,
        ;
        bad_days:
        nothing_may_be_kept_or_copied,
        ;
        picture:
        pictures_are_taken_along,
        ;
        offline:
        works_without_a_network,
        ;
    }
    desk {
        flows:
        each_file_once,
        one_file_from_the_disk,
        crash_of_the_worker,
        crash_of_the_deployer,
        the_deployer_is_not_there,
        the_full_engine_is_not_there,
        the_look_is_not_there,
        a_look_of_another_day,
        a_worker_of_another_day,
        the_policy_holds_in_workers,
        example_out_of_reach,
        the_watch_is_awake,
        ;
        glance:
        no_glance_is_no_loss,
        ;
        containers:
        an_encrypted_key,
        ;
        access:
        with_the_keyboard_alone,
        ;
        bad_days:
        what_a_browser_lacks_is_named,
        not_all_of_it_arrives,
        the_page_stops_working,
        back_and_forward,
        more_than_anybody_pastes,
        ;
        privacy:
        what_is_kept_is_seen,
        what_is_cleared_is_forgotten,
        ;
        offline:
        a_new_build_is_told_of,
        ;
        seals:
        a_changed_file_is_refused,
        ;
        embed:
        an_element_shows_certificates,
        it_stands_beside_others,
        policies_of_other_pages,
        ;
        trouble:
        what_it_can_not_show_it_says,
        what_goes_wrong_goes_by,
        ;
        blocks:
        code_blocks_come_alive,
        ;
        frame:
        the_page_in_a_frame,
        ;
        sites:
        a_plain_page,
        a_page_with_trusted_types,
        mdbook,
        mkdocs,
        vitepress,
        docusaurus,
        ;
    }
    phone {
        size:
        what_is_in_the_way_is_seen,
        ;
    }
}

/// What is not plain PEM: in one browser each, since what differs between them is the page, not the engine.
macro_rules! in_one_browser {
    ($($flow:ident: $browser:ident),* $(,)?) => {
        $(#[test] fn $flow() { run(&browser::$browser, containers::$flow); })*
    };
}

in_one_browser!(
    a_zip_of_a_ca: CHROMIUM,
    a_java_key_store: FIREFOX,
    a_signing_request: WEBKIT,
    a_key_of_its_own: FIREFOX,
    a_slow_pfx: CHROMIUM,
    a_file_too_large: CHROMIUM,
);

#[test]
fn everything_is_used() {
    run(&browser::CHROMIUM, privacy::everything_is_used);
    run(&browser::FIREFOX, privacy::everything_is_used);
    run(&browser::WEBKIT, privacy::everything_is_used);
}

#[test]
fn checks_and_the_way_to_the_server() {
    run(&browser::FIREFOX, platforms::checks_and_the_way_to_the_server);
}

#[test]
fn the_form_fits_the_server() {
    run(&browser::FIREFOX, deploy::the_form_fits_the_server);
}

#[test]
fn an_error_message_is_explained() {
    run(&browser::WEBKIT, platforms::an_error_message_is_explained);
}

#[test]
fn a_cell_shows_its_way() {
    run(&browser::WEBKIT, supply::a_cell_shows_its_way);
}

#[test]
fn a_root_of_ones_own() {
    run(&browser::FIREFOX, supply::a_root_of_ones_own);
}

#[test]
fn the_supply_is_out_of_reach() {
    run(&browser::CHROMIUM, supply::the_supply_is_out_of_reach);
}

#[test]
fn the_supply_does_not_have_it() {
    run(&browser::FIREFOX, supply::the_supply_does_not_have_it);
}

/// WebKit's driver can not drag anything in from outside, nor can its scripts make what would be dragged.
#[test]
fn drop_a_folder() {
    run(&browser::CHROMIUM, flows::drop_a_folder);
    run(&browser::FIREFOX, flows::drop_a_folder);
}

/// Chromium's driver alone takes a folder for a file.
#[test]
fn a_folder_of_thousands() {
    run(&browser::CHROMIUM, bad_days::a_folder_of_thousands);
}

#[test]
fn pick_a_folder() {
    run(&browser::CHROMIUM, flows::pick_a_folder);
}

#[test]
fn there_is_no_service_worker() {
    run(&browser::CHROMIUM, offline::there_is_no_service_worker);
}

#[test]
fn it_can_be_installed() {
    run(&browser::CHROMIUM, offline::it_can_be_installed);
}

#[test]
fn chosen_colours_tell_as_much() {
    run(&browser::CHROMIUM, access::chosen_colours_tell_as_much);
}

#[test]
fn axe_finds_nothing_in_an_element() {
    run(&browser::CHROMIUM, embed::axe_finds_nothing_in_an_element);
}

#[test]
fn the_handbook_is_live() {
    run(&browser::WEBKIT, sites::the_handbook_is_live);
}

#[test]
fn hostile_names_stay_names_in_it() {
    run(&browser::FIREFOX, trouble::hostile_names_stay_names_in_it);
}

#[test]
fn the_whole_engine_comes_when_it_is_needed() {
    run(&browser::FIREFOX, trouble::the_whole_engine_comes_when_it_is_needed);
}

#[test]
fn an_element_on_paper() {
    run(&browser::CHROMIUM, embed::an_element_on_paper);
}

#[test]
fn a_hundred_come_and_go() {
    run(&browser::CHROMIUM, trouble::a_hundred_come_and_go);
}

#[test]
fn on_paper() {
    run(&browser::CHROMIUM, access::on_paper);
}

#[test]
fn axe_finds_nothing() {
    run(&browser::CHROMIUM, access::axe_finds_nothing);
}

#[test]
fn nothing_is_lost_in_a_narrow_window() {
    run(&browser::CHROMIUM, access::nothing_is_lost_in_a_narrow_window);
}

#[test]
fn nothing_moves_for_those_who_mind() {
    run(&browser::CHROMIUM, access::nothing_moves_for_those_who_mind);
}

#[test]
fn no_text_becomes_a_script() {
    run(&browser::CHROMIUM, flows::no_text_becomes_a_script);
}

/// A file of `hosting/`, the server that it is for, and where the page stands there.
macro_rules! behind_servers {
    ($($flow:ident: $server:ident $place:ident),* $(,)?) => {
        $(#[test] fn $flow() { hosting::behind(&hosting::$server, &hosting::$place); })*
    };
}

behind_servers!(
    nginx_at_the_root: NGINX ROOT,
    nginx_below_a_path: NGINX BELOW,
    caddy_at_the_root: CADDY ROOT,
    caddy_below_a_path: CADDY BELOW,
);

#[test]
fn pictures_of_the_page() {
    run(&browser::CHROMIUM, pictures::pictures);
}

/// For `make build`: prints how long a user waits.
#[test]
#[ignore = "a measurement, no test"]
fn first_verdict() {
    run(&browser::CHROMIUM, speed::first_verdict);
}

/// The same for packs and passwords.
#[test]
#[ignore = "a measurement, no test"]
fn speed_of_containers() {
    run(&browser::CHROMIUM, speed::containers);
}

/// And for who trusts a chain.
#[test]
#[ignore = "a measurement, no test"]
fn speed_of_trust() {
    run(&browser::CHROMIUM, speed::trust);
}

/// And for those who mean harm.
#[test]
#[ignore = "a measurement, no test"]
fn speed_of_attacks() {
    run(&browser::CHROMIUM, speed::attacks);
}

/// Runs a flow in a browser of its own, at a desk.
fn run(kind: &'static Kind, flow: impl AsyncFn(&Page)) {
    run_in(kind, &DESK, flow);
}

/// Runs a flow in a browser of its own, in a window of that size.
fn run_in(kind: &'static Kind, size: &'static Size, flow: impl AsyncFn(&Page)) {
    insist_on_fresh_build();
    run_at(kind, size, None, flow);
}

/// The same; the page may come from another server, on that port.
fn run_at(kind: &'static Kind, size: &'static Size, port: Option<u16>, flow: impl AsyncFn(&Page)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let site = site::Site::serve(dist()).await.unwrap();
        let proxy = proxy::Proxy::record().await.unwrap();
        let browser = Browser::start(kind, size, port.unwrap_or(site.port), proxy.port).await;
        let page = Page { browser, site, proxy };
        tokio::time::timeout(LONGEST, flow(&page))
            .await
            .unwrap_or_else(|_| panic!("hangs in {} on a {}", kind.name, size.name));
    });
}

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// Fails where the page is missing or older than what it is made of: a test of yesterday's page says nothing.
fn insist_on_fresh_build() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for built in ["index.html", "certloupe.html", "embed/certloupe.js"] {
        let path = dist().join(built);
        let age = modified(&path).unwrap_or_else(|| panic!("no {}: scripts/build.sh site file embed", path.display()));
        for part in ["src", "www", "data", "Cargo.toml", "Cargo.lock", "Trunk.toml"] {
            let newest = newest(&root.join(part));
            assert!(newest <= age, "dist/{built} is older than {part}: scripts/build.sh site file embed");
        }
    }
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

fn newest(path: &Path) -> SystemTime {
    let inside = fs::read_dir(path).into_iter().flatten().map(|entry| newest(&entry.unwrap().path()));
    let own = modified(path).filter(|_| path.is_file()).unwrap_or(SystemTime::UNIX_EPOCH);
    inside.max().unwrap_or(SystemTime::UNIX_EPOCH).max(own)
}
