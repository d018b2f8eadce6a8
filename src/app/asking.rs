//! What the page asks for by itself: the engine's answer to what was put in, and files of the supply.

use super::{
    browser,
    rooms::Rooms,
    state::{Action, Phase, State, Stocked},
    worker_client::Trouble,
};
use crate::report::wire::{Reply, Request, Room};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Typing rests this long before it is judged, in milliseconds.
const TYPING_RESTS: u32 = 150;

/// Work longer than this says so, in milliseconds.
const SLOW_AFTER: u32 = 300;

/// Has the input judged whenever it changes.
#[hook]
pub fn use_engine_of(state: &UseReducerHandle<State>) -> Rooms {
    let engine = {
        let door = state.dispatcher();
        use_memo((), move |()| {
            Rooms::open(Callback::from(move |(room, trouble)| {
                door.dispatch(match (room, trouble) {
                    (_, Trouble::Crashed { reason, judging }) => Action::Crashed(reason, judging),
                    (Room::Engine, Trouble::Missing) => Action::EngineMissing,
                    (Room::Deployer, Trouble::Missing) => Action::DeployerMissing,
                });
            }))
        })
    };
    let engine = (*engine).clone();
    {
        let (engine, state) = (engine.clone(), state.clone());
        use_effect_with(state.revision, move |revision| {
            let revision = *revision;
            let working = state.phase == Phase::Working;
            let delay = if state.typing { TYPING_RESTS } else { 0 };
            let door = state.dispatcher();
            let slow = working.then(|| {
                let door = door.clone();
                Timeout::new(delay + SLOW_AFTER, move || door.dispatch(Action::Slow(revision)))
            });
            let ask = working.then(|| {
                Timeout::new(delay, move || {
                    if state.slow {
                        engine.restart(); // it still works on what nobody asks any more
                    }
                    let (sources, _) = state.sources();
                    let request = Request::Inspect { sources, options: Box::new(state.options(browser::now())) };
                    engine.ask(
                        request,
                        Callback::from(move |reply| match reply {
                            Reply::Report(report) => door.dispatch(Action::Judged(revision, Rc::from(report))),
                            Reply::Progress(progress) => door.dispatch(Action::Progressed(revision, progress)),
                            _ => {}
                        }),
                    );
                })
            });
            move || drop((slow, ask)) // a newer revision takes their place
        });
    }
    engine
}

/// Fetches what answers ask for of the supply that lies beside the page.
#[hook]
pub fn use_supply(state: &UseReducerHandle<State>) {
    let door = state.dispatcher();
    use_effect_with(state.supply.lacking(), move |names| {
        let names = Rc::clone(names);
        if !names.is_empty() {
            spawn_local(async move {
                let contents = browser::bytes_beside(names.iter().map(|name| format!("supply/{name}"))).await;
                let stocked = |(name, bytes): (&Rc<str>, Option<Vec<u8>>)| Stocked {
                    name: Rc::clone(name),
                    bytes: bytes.map(Rc::from),
                };
                door.dispatch(Action::Supplied(names.iter().zip(contents).map(stocked).collect()));
            });
        }
    });
}
