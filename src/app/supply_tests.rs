//! How the reducer and the supply play together, on the host.

use super::deed::Deed;
use super::state::{Action, Notice, Phase, State, Stock, Stocked};
use super::state_tests::{self, after, report, typed};
use crate::report::{Report, Timestamp};
use std::rc::Rc;

/// An answer that asks for these files.
fn wanting(names: &[&str]) -> Rc<Report> {
    let mut report = Rc::unwrap_or_clone(report());
    report.chain.wanted = names.iter().map(|name| (*name).to_owned()).collect();
    Rc::new(report)
}

fn judged(state: &State, names: &[&str]) -> Action {
    state_tests::judged(state.revision, wanting(names))
}

fn file(name: &str, bytes: Option<&[u8]>) -> Stocked {
    Stocked { name: name.into(), bytes: bytes.map(Into::into) }
}

fn arrived(name: &str) -> Action {
    Action::Supplied(vec![file(name, Some(b"content"))])
}

fn lost(name: &str) -> Action {
    Action::Supplied(vec![file(name, None)])
}

/// What the engine is given of the supply, by name and size.
fn given(state: &State) -> Vec<(String, usize)> {
    let files = state.options(Timestamp::day(2026, 11, 21)).supply;
    files.into_iter().map(|file| (file.name, file.bytes.len())).collect()
}

fn lacking(state: &State) -> Vec<String> {
    state.supply.lacking().iter().map(|name| name.to_string()).collect()
}

fn pasted() -> State {
    after(State::default(), [typed("a certificate")])
}

#[test]
fn what_an_answer_wants_is_fetched_and_the_question_asked_again() {
    let state = pasted();
    let first = judged(&state, &["index.bin"]);
    let state = after(state, [first]);
    assert!(state.judged.is_some(), "the first answer is shown meanwhile");
    assert_eq!((state.phase, lacking(&state)), (Phase::Working, vec!["index.bin".to_owned()]));
    assert_eq!(state.supply.stock_now(), Stock::Coming);
    let (revision, input) = (state.revision, state.input);
    let state = after(state, [arrived("index.bin")]);
    assert_eq!((state.revision, state.input, state.phase), (revision + 1, input, Phase::Working));
    assert_eq!(given(&state), [("index.bin".to_owned(), 7)]);
    // Whatever is wanted next comes on top.
    let second = judged(&state, &["intermediates-07.bin"]);
    let state = after(state, [second, arrived("intermediates-07.bin")]);
    assert_eq!(given(&state).len(), 2);
    let last = judged(&state, &[]);
    let state = after(state, [last]);
    assert_eq!((state.phase, state.supply.stock_now()), (Phase::Done, Stock::Here));
}

#[test]
fn what_can_not_be_had_is_sent_as_an_empty_file_and_may_be_tried_again() {
    let state = pasted();
    let first = judged(&state, &["index.bin"]);
    let state = after(state, [first, lost("index.bin")]);
    assert_eq!(given(&state), [("index.bin".to_owned(), 0)]);
    let second = judged(&state, &[]);
    let state = after(state, [second]);
    assert_eq!((state.phase, state.supply.stock_now()), (Phase::Done, Stock::Absent));
    let state = after(state, [Deed::SupplyRetried.into()]);
    assert_eq!((state.phase, given(&state), lacking(&state).len()), (Phase::Working, vec![], 1));
    // It comes before the answer that asks for it: then that is asked again at once.
    let state = after(state, [arrived("index.bin")]);
    let again = judged(&state, &["index.bin"]);
    let state = after(state, [again]);
    assert_eq!((state.phase, given(&state).len(), state.supply.stock_now()), (Phase::Working, 1, Stock::Here));
}

#[test]
fn an_engine_that_wants_what_it_has_is_not_asked_for_ever() {
    let state = pasted();
    let first = judged(&state, &["index.bin"]);
    let state = after(state, [first, arrived("index.bin")]);
    let stubborn = judged(&state, &["index.bin"]);
    assert_eq!(after(state, [stubborn]).phase, Phase::Done);
}

#[test]
fn a_change_meanwhile_is_what_is_judged() {
    let state = pasted();
    let first = judged(&state, &["index.bin"]);
    let state = after(state, [first, typed("another")]);
    let revision = state.revision;
    let state = after(state, [arrived("index.bin")]);
    assert_eq!((state.revision, given(&state).len()), (revision, 0), "its answer will want it");
    let answer = judged(&state, &["index.bin"]);
    let state = after(state, [answer]);
    assert_eq!((state.revision, given(&state).len()), (revision + 1, 1), "nothing to wait for");
}

#[test]
fn what_is_here_goes_with_the_next_question_as_long_as_there_is_input() {
    let state = pasted();
    let first = judged(&state, &["index.bin"]);
    let state = after(state, [first, arrived("index.bin")]);
    let second = judged(&state, &[]);
    let state = after(state, [second, typed("a certificate, longer")]);
    assert_eq!(given(&state).len(), 1);
    let state = after(state, [Action::Cleared, typed("something else")]);
    assert_eq!(given(&state).len(), 0);
    let answer = judged(&state, &["index.bin"]);
    let state = after(state, [answer]);
    assert_eq!((lacking(&state).len(), given(&state).len()), (0, 1), "it is not fetched twice");
}

#[test]
fn what_was_wanted_long_ago_stays_on_the_shelf() {
    let mut state = pasted();
    for number in 0..60 {
        let name = format!("intermediates-{number:02}.bin");
        let wants = judged(&state, &[&name]);
        state = after(state, [wants, arrived(&name)]);
        let done = judged(&state, &[]);
        state = after(state, [done, typed(&format!("certificate {number}"))]);
        assert!(given(&state).len() <= 16);
    }
    assert_eq!(given(&state).last().unwrap().0, "intermediates-59.bin");
}

#[test]
fn waiting_for_the_supply_is_no_slow_work_and_can_be_stopped() {
    let state = pasted();
    let first = judged(&state, &["index.bin"]);
    let state = after(state, [first]);
    let revision = state.revision;
    assert!(!after(state.clone(), [Action::Slow(revision)]).slow);
    let stopped = after(state.clone(), [Action::Stopped]);
    assert_eq!((stopped.phase, stopped.notice.clone()), (Phase::Done, None::<Notice>));
    assert!(stopped.judged.is_some());
    assert_eq!(after(stopped, [arrived("index.bin")]).phase, Phase::Done, "it comes too late");
    let crashed = after(state, [arrived("index.bin"), Action::Crashed(String::new(), true)]);
    assert_eq!(crashed.phase, Phase::Failed);
}

#[test]
fn one_chain_takes_the_place_of_another_and_trust_is_another_question() {
    use crate::report::Repair::{FullChain, ShortestHandshake, TrustRoot, WidestReach};
    let repaired = [FullChain, TrustRoot, WidestReach, ShortestHandshake].map(|repair| Deed::Repaired(repair).into());
    assert_eq!(after(pasted(), repaired).repairs, [TrustRoot, ShortestHandshake]);
}
