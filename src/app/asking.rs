//! What the page does by itself: it asks for the engine's answer to what was put in, and for files of the supply, shows
//! what stands behind the tabs, and tells the browser its language and colours.

use super::{
    browser,
    context::Page,
    deed::Deed,
    desk::{Desk, Kept},
    look_client::LookClient,
    message::Head,
    rooms::Rooms,
    route::{CARRIES, Pointed, Route, Tab},
    scene::Scene,
    sheets,
    state::{Action, Phase, State, Stocked, Theme},
    words,
    worker_client::News,
};
use crate::report::wire::Room;
use crate::text::{
    Lang,
    page::shell,
    shelf::{self, Shelf},
};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Typing rests this long before it is judged, in milliseconds.
const TYPING_RESTS: u32 = 150;

/// Work longer than this says so, in milliseconds.
const SLOW_AFTER: u32 = 300;

type Now = UseReducerHandle<State>;

/// What the page is drawn with, as long as it is there.
#[hook]
pub fn use_desk(state: &UseReducerHandle<State>) -> Desk {
    let door = state.dispatcher();
    let empty = state.phase == Phase::Empty;
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
        let (done, news, went) = (door.clone(), door.clone(), door.clone());
        let deeds = Callback::from(move |deed| done.dispatch(Action::Did(deed)));
        let news = Callback::from(move |came| news.dispatch(if came { Action::LookCame } else { Action::LookMissing }));
        let update = door.clone();
        browser::on_update(move || update.dispatch(Action::UpdateCame));
        let hash = browser::hash();
        // What was put in already goes before what the tab kept.
        if empty
            && !carries(&hash)
            && let Some(kept) = browser::kept()
        {
            take_in(kept, &went);
        } else if empty {
            arrive(hash, &went);
        }
        browser::on_hash(move |hash| {
            arrive(hash.clone(), &went);
            went.dispatch(Deed::Went(Route::parse(&hash)).into());
        });
        let look = LookClient::new(engine.clone(), deeds.clone(), news);
        (Rc::new(Kept { engine, look, door }), deeds)
    });
    Desk::new(Page::new(state.lang, kept.1.clone()), Rc::clone(&kept.0))
}

/// Takes certificates from an address that carries them; once they are here it does not go on to hold them.
fn arrive(hash: String, door: &UseReducerDispatcher<State>) {
    if carries(&hash) {
        take_in(hash, door);
    }
}

fn carries(hash: &str) -> bool {
    hash.starts_with(CARRIES)
}

fn take_in(carried: String, door: &UseReducerDispatcher<State>) {
    let door = door.clone();
    door.dispatch(Action::Awaited);
    spawn_local(async move {
        let text = browser::bytes_beside(vec![carried]).await.pop().flatten();
        let text = text.and_then(|text| String::from_utf8(text).ok());
        if text.is_some() && carries(&browser::hash()) {
            browser::show_hash(&Route::to(Tab::Chain).hash());
        }
        door.dispatch(Action::Carried(text));
    });
}

/// Does what there is to do after each change.
#[hook]
pub fn use_errands(state: &UseReducerHandle<State>, page: &Desk) {
    let done = use_mut_ref(Done::default);
    let (state, page) = (state.clone(), page.clone());
    use_effect(move || done.borrow_mut().go_on(&state, &page));
}

/// What was done, and for what.
#[derive(Default)]
struct Done {
    revision: u32,
    /// What waits for its time: a newer revision takes its place.
    waiting: Vec<Timeout>,
    lacking: Vec<Rc<str>>,
    preferences: Option<(Lang, Theme)>,
    /// The finding that was brought into view.
    pointed: Option<Pointed>,
    verdict: (bool, Option<&'static str>),
    /// How many repairs the last answer had.
    repairs: usize,
    /// Something was put in.
    given: bool,
    /// How much there was with a button that takes it away.
    closable: usize,
}

impl Done {
    fn go_on(&mut self, now: &Now, page: &Desk) {
        let state: &State = now;
        if self.revision != state.revision {
            self.revision = state.revision;
            self.waiting = if state.phase == Phase::Working { judge(now, page.engine()) } else { Vec::new() };
        }
        let lacking = state.supply.lacking();
        if self.lacking != lacking {
            self.lacking.clone_from(&lacking);
            supply(lacking, now.dispatcher());
        }
        let preferences = (state.lang, state.theme);
        if self.preferences.replace(preferences) != Some(preferences) {
            browser::show_language(state.lang, shell::DOCUMENT_TITLE.lang(state.lang));
            browser::show_theme(state.theme);
        }
        // The first verdict comes into view, and that on another example; typing moves nothing.
        let verdict = (state.judged.is_some(), state.example.map(|example| example.id));
        let comes = |(judged, example): (bool, Option<&str>)| !judged || verdict.1.is_some() && example != verdict.1;
        if verdict.0 && comes(self.verdict) {
            browser::reveal_start(".cl-live");
        }
        self.verdict = verdict;
        let pointed = state.pointed();
        if state.phase == Phase::Done && self.pointed != pointed {
            self.pointed = pointed;
            if let Some((code, _)) = &self.pointed {
                browser::reveal_top(&["[data-code=", code, "]"].concat());
            }
        }
        // The button of a repair is gone with what it repaired: the keyboard goes on with what comes next.
        let repairs = state.repairs.len();
        if state.phase == Phase::Done && std::mem::replace(&mut self.repairs, repairs) != repairs {
            browser::focus_if_lost(".cl-actions .cl-button");
        }
        let given = state.phase != Phase::Empty;
        if std::mem::replace(&mut self.given, given) && !given {
            browser::forget();
            page.engine().clear();
            browser::focus_if_lost("textarea");
        }
        // So is what took something away.
        let closable = state.hosts.len() + state.files.len() + usize::from(state.notice.is_some());
        if std::mem::replace(&mut self.closable, closable) > closable {
            browser::focus_if_lost(".cl-upload input");
        }
        page.look().set(&Scene::of(state), state.judged.as_ref().and_then(|judged| judged.message.clone()));
    }
}

/// Has the input judged when it rests, and says when that takes long.
fn judge(now: &Now, engine: &Rooms) -> Vec<Timeout> {
    let (revision, lang, door) = (now.revision, now.lang, now.dispatcher());
    let delay = if now.typing { TYPING_RESTS } else { 0 };
    let slow = {
        let door = door.clone();
        Timeout::new(delay + SLOW_AFTER, move || door.dispatch(Action::Slow(revision)))
    };
    let (now, engine) = (now.clone(), engine.clone());
    let ask = move || {
        let state: &State = &now;
        if state.slow {
            engine.restart(); // it still works on what nobody asks any more
        }
        let question = state.question(browser::now());
        let shown_by = door.clone();
        let show = move |shelves: &'static [Shelf], report, message| {
            let door = shown_by.clone();
            spawn_local(async move {
                if !words::fetch(lang, shelves).await {
                    door.dispatch(Deed::WordsMissing.into());
                }
                door.dispatch(Action::Judged(revision, Rc::from(report), message));
            });
        };
        let answer = move |head, message| match head {
            Head::Glance(report) => show(shelf::needed_by(&report.findings), report, None),
            Head::Report(report, sheets) => {
                let show = show.clone();
                let whole = Rc::clone(&message);
                sheets::put_back(report, message, sheets, move |report| show(&Shelf::ALL, report, Some(whole)));
            }
            Head::Progress(progress) => door.dispatch(Action::Progressed(revision, progress)),
            _ => {}
        };
        engine.judge(question, state.is_glanced(), Rc::new(answer));
    };
    // Never in the task that took it in: both may have much to copy.
    vec![slow, Timeout::new(delay, ask)]
}

/// Fetches files of the supply that lies beside the page.
fn supply(names: Vec<Rc<str>>, door: UseReducerDispatcher<State>) {
    if names.is_empty() {
        return;
    }
    spawn_local(async move {
        let contents = browser::bytes_beside(names.iter().map(|name| ["supply/", name].concat()).collect()).await;
        let stocked = |(name, bytes): (Rc<str>, Option<Vec<u8>>)| Stocked { name, bytes: bytes.map(Rc::from) };
        door.dispatch(Action::Supplied(names.into_iter().zip(contents).map(stocked).collect()));
    });
}
