//! The reducer, on the host.

use super::calls::Change;
use super::deed::Deed;
use super::examples::{EXAMPLES, Example, Loaded};
use super::route::{Route, Tab};
use super::state::{Action, Notice, Origin, Phase, Refused, State, host_of};
use crate::report::{PackFolder, Password, Platform, Progress, Repair, Report, Source, Step, Timestamp};
use std::rc::Rc;
use yew::Reducible;

pub fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
    Rc::unwrap_or_clone(state)
}

pub fn report() -> Rc<Report> {
    Rc::new(Report::empty(Timestamp::day(2026, 11, 21)))
}

/// The answer for a revision.
pub fn judged(revision: u32, report: Rc<Report>) -> Action {
    Action::Judged(revision, report, Some(Rc::default()))
}

fn repaired(repair: Repair) -> Action {
    Deed::Repaired(repair).into()
}

pub fn typed(text: &str) -> Action {
    Action::Typed(text.to_owned())
}

/// An example is chosen, and its text comes or does not.
fn tried(example: &'static Example, text: Option<&str>) -> [Action; 2] {
    let loaded = text.map(|text| Loaded { text: text.to_owned(), root: file("root.pem") });
    [Action::Tried(example), Action::ExampleLoaded(example, loaded)]
}

fn file(name: &str) -> Source {
    Source { name: name.to_owned(), bytes: name.as_bytes().to_vec() }
}

#[test]
fn what_is_pasted_is_judged_at_once() {
    let state = after(State::default(), [Action::Pasted("some text".to_owned())]);
    assert_eq!((state.phase, state.typing, &*state.text), (Phase::Working, false, "some text"));
}

#[test]
fn typing_is_judged_and_an_old_answer_is_dropped() {
    let state = after(State::default(), [typed("a"), typed("ab")]);
    assert_eq!((state.phase, state.typing), (Phase::Working, true));
    let stale = after(state.clone(), [judged(state.revision - 1, report())]);
    assert_eq!(stale.phase, Phase::Working);
    let done = after(state.clone(), [judged(state.revision, report())]);
    assert_eq!(done.phase, Phase::Done);
    assert!(done.judged.is_some());
}

#[test]
fn an_emptied_box_is_the_empty_page() {
    let state = after(State::default(), [typed("a")]);
    let revision = state.revision;
    let state = after(state, [judged(revision, report()), typed("  \n")]);
    assert_eq!(state.phase, Phase::Empty);
    assert!(state.judged.is_none());
    let late = after(state, [judged(revision, report())]);
    assert_eq!(late.phase, Phase::Empty);
}

#[test]
fn files_come_after_the_box_and_can_be_taken_back_one_by_one() {
    let state = after(
        State::default(),
        [typed("pasted"), Action::FilesRead(vec![file("a"), file("a")], Refused::default(), 0)],
    );
    let (sources, origins) = (state.sources(), state.origins());
    assert_eq!(sources.iter().map(|source| source.name).collect::<Vec<_>>(), ["", "a", "a"]);
    let state = after(state, [Action::Removed(origins[1])]);
    assert_eq!(state.origins().to_vec(), [Origin::Pasted, origins[2]]);
    let state = after(state, [Action::Removed(Origin::Pasted), Action::Removed(origins[2])]);
    assert_eq!(state.phase, Phase::Empty);
}

#[test]
fn a_file_added_later_is_another_one() {
    let add = || Action::FilesRead(vec![file("a")], Refused::default(), 0);
    let state = after(State::default(), [add(), add()]);
    assert_ne!(state.files[0].id, state.files[1].id);
}

#[test]
fn files_that_can_not_be_read_are_named() {
    let refused = Refused { unreadable: vec!["b".to_owned()], too_large: vec!["dump.zip".to_owned()] };
    let state = after(State::default(), [Action::FilesRead(vec![file("a")], refused.clone(), 0)]);
    assert_eq!(state.notice, Some(Notice::Refused(Rc::new(refused))));
    assert_eq!(state.phase, Phase::Working);
}

#[test]
fn an_example_brings_its_moment_until_somebody_changes_it() {
    let now = Timestamp::day(2030, 1, 1);
    let example = &EXAMPLES[0];
    let state = after(State::default(), tried(example, Some("a chain")));
    assert_eq!((&*state.text, state.phase), ("a chain", Phase::Working));
    assert_eq!(state.options(now).now, example.now);
    let kept = after(state.clone(), [repaired(Repair::FullChain)]);
    assert_eq!(kept.options(now).now, example.now);
    let changed = after(state.clone(), [typed("mine")]);
    assert_eq!(changed.options(now).now, now);
    let roots = [&state, &kept, &changed].map(|state| state.options(now).roots.len());
    assert_eq!(roots, [1, 1, 0], "its root is trusted with it alone");
    let own = after(state, [Action::FilesRead(vec![file("mine.pem")], Refused::default(), 0)]);
    assert_eq!((own.options(now).now, own.sources().len()), (now, 1));
}

#[test]
fn an_example_that_comes_late_or_never_leaves_alone_what_was_put_in() {
    let [asked, loaded] = tried(&EXAMPLES[0], Some("a chain"));
    let state = after(State::default(), [asked, typed("mine"), loaded]);
    assert_eq!((&*state.text, state.example), ("mine", None));
    let [_, other] = tried(&EXAMPLES[1], Some("another chain"));
    let state = after(State::default(), [Action::Tried(&EXAMPLES[0]), other]);
    assert_eq!(state.phase, Phase::Empty, "the last choice counts");
    let [asked, missing] = tried(&EXAMPLES[0], None);
    let state = after(State::default(), [typed("mine"), asked, missing]);
    assert_eq!((&*state.text, state.notice), ("mine", Some(Notice::NoExample)));
}

#[test]
fn files_that_were_being_read_are_not_wanted_after_everything_was_taken_away() {
    let read = |cleared| Action::FilesRead(vec![file("mine.pem")], Refused::default(), cleared);
    let state = after(State::default(), [typed("a"), Action::Cleared, read(0)]);
    assert_eq!((state.phase, state.files.len()), (Phase::Empty, 0));
    assert_eq!(after(state, [read(1)]).files.len(), 1);
}

#[test]
fn a_finding_is_shown_above_the_open_tab() {
    let went = |hash| Action::from(Deed::Went(Route::parse(hash)));
    let state = after(State::default(), [went("#details"), went("#finding=CHN002")]);
    assert_eq!((state.route.tab, state.route.finding.as_deref()), (Tab::Details, Some("CHN002")));
    let state = after(state, [went("#dates")]);
    assert_eq!((state.route.tab, state.route.finding), (Tab::Dates, None));
}

#[test]
fn what_an_address_carries_leaves_alone_what_was_put_in_meanwhile() {
    let carried = || Action::Carried(Some("a chain".to_owned()));
    let state = after(State::default(), [typed("mine"), Action::Awaited, carried()]);
    assert_eq!((&*state.text, state.expected), ("a chain", None), "whoever opens a link wants to see it");
    let state = after(State::default(), [Action::Awaited, typed("mine"), carried()]);
    assert_eq!(&*state.text, "mine");
    let state = after(State::default(), [Action::Awaited, typed("mine"), Action::Carried(None)]);
    assert_eq!(state.notice, None);
    let state = after(State::default(), [Action::Awaited, Action::Carried(None)]);
    assert_eq!((state.notice, state.expected), (Some(Notice::BadLink), None));
}

#[test]
fn a_repair_is_an_option_that_can_be_taken_back() {
    let repair = || repaired(Repair::FullChain);
    let state = after(State::default(), [typed("a"), repair(), repair()]);
    assert_eq!(state.repairs, [Repair::FullChain]);
    let undone = after(state.clone(), [Action::Unrepaired]);
    assert!(undone.repairs.is_empty() && undone.phase == Phase::Working && &*undone.text == "a");
    assert!(after(state, [typed("other")]).repairs.is_empty());
}

#[test]
fn a_crash_keeps_the_input_and_can_be_tried_again() {
    let state = after(State::default(), [typed("a"), Action::Crashed("trap".to_owned(), true)]);
    assert_eq!((state.phase, &*state.text), (Phase::Failed, "a"));
    let again = after(state, [Action::Retried]);
    assert_eq!((again.phase, again.notice), (Phase::Working, None));
}

#[test]
fn a_crash_over_details_leaves_the_verdict() {
    let state = after(State::default(), [typed("a")]);
    let revision = state.revision;
    let state = after(state, [judged(revision, report()), Action::Crashed("trap".to_owned(), false)]);
    assert_eq!(state.phase, Phase::Done);
    assert!(state.judged.is_some() && state.notice.is_some());
}

#[test]
fn only_the_present_work_is_slow() {
    let state = after(State::default(), [typed("a")]);
    let revision = state.revision;
    assert!(after(state.clone(), [Action::Slow(revision)]).slow);
    assert!(!after(state.clone(), [Action::Slow(revision - 1)]).slow);
    assert!(!after(state, [judged(revision, report()), Action::Slow(revision)]).slow);
}

#[test]
fn hosts_are_split_cleaned_and_kept_once() {
    let add = |typed: &str| Action::HostsAdded(typed.to_owned());
    let state = after(State::default(), [add("a.com, b.com，https://c.com:8443/path?q a.com"), add("b.com")]);
    assert_eq!(state.hosts.to_vec(), ["a.com", "b.com", "c.com"]);
    let state = after(state, [Action::HostRemoved(1)]);
    assert_eq!(state.hosts.to_vec(), ["a.com", "c.com"]);
}

#[test]
fn a_host_is_found_in_what_people_copy() {
    for (typed, host) in [
        ("https://a.com/x", "a.com"),
        ("wss://a.com:443", "a.com"),
        ("a.com.", "a.com."),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"),
        ("user@a.com", "a.com"),
        ("*.a.com", "*.a.com"),
        ("  ", ""),
    ] {
        assert_eq!(host_of(typed), host, "{typed}");
    }
}

#[test]
fn passwords_are_tried_until_everything_is_taken_back() {
    let typed_in = |password: &str| Action::from(Deed::PasswordTyped(Password::new(password)));
    let state =
        after(State::default(), [Action::FilesRead(vec![file("a.pfx")], Refused::default(), 0), typed_in("wrong")]);
    let (revision, now) = (state.revision, Timestamp::day(2026, 11, 21));
    let state = after(state, [judged(revision, report()), typed_in("right"), typed_in("wrong")]);
    assert_eq!(state.phase, Phase::Working);
    assert_eq!(state.options(now).passwords, ["wrong", "right"].map(Password::new));
    assert!(!format!("{state:?}").contains("right"), "a password never shows");
    let state = after(state, [Action::Cleared]);
    assert!(state.options(now).passwords.is_empty());
}

#[test]
fn progress_belongs_to_what_is_asked_now() {
    let progress = || Progress { step: Step::Unpacking, source: "a.zip".to_owned(), done: 1, total: 2 };
    let state = after(State::default(), [typed("a")]);
    let revision = state.revision;
    let state = after(state, [Action::Progressed(revision, progress())]);
    assert!(state.progress.is_some());
    let state = after(state, [typed("ab"), Action::Progressed(revision, progress())]);
    assert!(state.progress.is_none(), "of what nobody asks any more");
    let revision = state.revision;
    let state = after(state, [Action::Progressed(revision, progress()), judged(revision, report())]);
    assert!(state.progress.is_none());
}

#[test]
fn a_pack_is_judged_anew_for_another_server() {
    let folder = PackFolder { path: "p/Nginx".to_owned(), server: None, has: Vec::new(), chosen: true };
    let packed = Rc::new(Report { packs: vec![folder], ..(*report()).clone() });
    let configured = |target: &str| Action::from(Deed::Configured(format!("target={target}").into()));
    let state = after(State::default(), [Action::FilesRead(vec![file("p.zip")], Refused::default(), 0)]);
    let revision = state.revision;
    let plain = after(state.clone(), [judged(revision, report()), configured("tomcat")]);
    assert_eq!(plain.phase, Phase::Done);
    let state = after(state, [judged(revision, packed), configured("tomcat")]);
    assert_eq!(
        (state.phase, state.options(Timestamp::day(2026, 1, 1)).target.as_deref()),
        (Phase::Working, Some("tomcat"))
    );
    let chosen = after(state, [Action::FolderChosen("p/IIS".to_owned())]);
    assert_eq!(chosen.options(Timestamp::day(2026, 1, 1)).folder.as_deref(), Some("p/IIS"));
}

#[test]
fn what_a_program_calls_is_asked_with_the_certificate_and_goes_with_it() {
    let now = Timestamp::day(2030, 1, 1);
    let changed = |change| Action::from(Deed::CallsChanged(change));
    let calls = |text: &str| changed(Change::Typed(text.to_owned()));
    let state = after(State::default(), [typed("a"), calls("https://a.example.com/v1")]);
    assert!(state.typing && state.phase == Phase::Working);
    let options = state.options(now);
    assert_eq!(options.urls, ["https://a.example.com/v1"]);
    assert_eq!(options.platforms, [Platform::WeChat]);
    let chosen = after(state, [changed(Change::Toggled(Platform::Qq))]);
    let other = after(chosen.clone(), [typed("b")]);
    assert_eq!(other.options(now).urls.len(), 1, "another certificate for the same program");
    let cleared = after(chosen, [Action::Cleared]).options(now);
    assert!(cleared.urls.is_empty() && cleared.code.is_empty());
    assert_eq!(cleared.platforms, [Platform::WeChat, Platform::Qq], "where it runs does not change");
}
