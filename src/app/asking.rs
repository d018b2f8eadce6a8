//! What the page does by itself: it asks for the engine's answer to what was put in, and for files of the supply, and has
//! shown what stands behind the tabs.

use super::{
    browser,
    context::Page,
    deed::Deed,
    desk::Desk,
    look_client::LookClient,
    message::Head,
    rooms::Rooms,
    scene::Scene,
    state::{Action, Phase, State, Stocked},
    words,
    worker_client::News,
};
use crate::report::wire::{Request, Room};
use crate::text::shelf::Shelf;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Typing rests this long before it is judged, in milliseconds.
const TYPING_RESTS: u32 = 150;

/// Work longer than this says so, in milliseconds.
const SLOW_AFTER: u32 = 300;

/// What the page is drawn with, as long as it is there.
#[hook]
pub fn use_desk(state: &UseReducerHandle<State>) -> Desk {
    let door = state.dispatcher();
    let kept = use_memo((), |()| {
        let trouble = door.clone();
        let engine = Rooms::open(Callback::from(move |(room, what)| {
            trouble.dispatch(match (room, what) {
                (_, News::Up) => return,
                (_, News::Crashed { reason, judging }) => Action::Crashed(reason, judging),
                (Room::Engine, News::Missing) => Action::EngineMissing,
                (Room::Deployer, News::Missing) => Action::DeployerMissing,
            });
        }));
        let (done, news) = (door.clone(), door.clone());
        let deeds = Callback::from(move |deed| done.dispatch(Action::Did(deed)));
        let news = Callback::from(move |came| news.dispatch(if came { Action::LookCame } else { Action::LookMissing }));
        (LookClient::new(engine.clone(), deeds.clone(), news), engine, deeds)
    });
    let (look, engine, deeds) = (*kept).clone();
    Desk::new(Page::new(state.lang, deeds), engine, look, door)
}

/// Has the input judged whenever it changes.
#[hook]
pub fn use_engine(state: &UseReducerHandle<State>, engine: &Rooms) {
    let (engine, state) = (engine.clone(), state.clone());
    use_effect_with(state.revision, move |revision| {
        let revision = *revision;
        let working = state.phase == Phase::Working;
        let delay = if state.typing { TYPING_RESTS } else { 0 };
        let (door, lang) = (state.dispatcher(), state.lang);
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
                let answer = move |head, message| match head {
                    Head::Glance(report) => door.dispatch(Action::Judged(revision, Rc::from(report), None)),
                    Head::Report(report) => {
                        let (door, judged) = (door.clone(), Action::Judged(revision, Rc::from(report), Some(message)));
                        // The engine says more than the first words have words for.
                        spawn_local(async move {
                            if !words::fetch(lang, &Shelf::ALL).await {
                                door.dispatch(Deed::WordsMissing.into());
                            }
                            door.dispatch(judged);
                        });
                    }
                    Head::Progress(progress) => door.dispatch(Action::Progressed(revision, progress)),
                    _ => {}
                };
                engine.ask(&request, Rc::new(answer));
            })
        });
        move || drop((slow, ask)) // a newer revision takes their place
    });
}

/// Shows what stands behind the tabs as the state has it.
#[hook]
pub fn use_look(state: &UseReducerHandle<State>, look: &LookClient) {
    let (look, state) = (look.clone(), state.clone());
    use_effect(move || look.set(&Scene::of(&state), state.judged.as_ref().and_then(|judged| judged.message.clone())));
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
