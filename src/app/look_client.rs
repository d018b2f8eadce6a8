//! What stands behind the tabs, seen from the page: a wasm module of its own, `look`, which is fetched when a place that it
//! fills comes onto the page.
//!
//! The two meet in an object that `boot.js` makes: there the page leaves how to ask its workers and how to tell it what
//! was done, and `look` how it is shown. Only bytes cross. An element marked `data-look` is filled by `look` and by
//! nobody else; here its children are never touched.

use super::{
    browser::{self, part},
    deed::Deed,
    message::Message,
    rooms::Rooms,
    scene::Scene,
    unpack::unpack,
};
use crate::report::wire::{PROTOCOL, Room};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;
use zeroize::Zeroizing;

/// Where the two meet.
pub const PLACE: &str = "certloupeLook";

/// The attribute of what `look` fills: it says what with.
pub const HOST: &str = "data-look";

/// A report of more bytes is handed over in a task of its own.
const LARGE: usize = 1 << 20;

/// Modules that may fail in a row before somebody is told.
const ATTEMPTS: u32 = 2;

/// Shows what stands behind the tabs.
#[derive(Clone)]
pub struct LookClient(Rc<RefCell<Inner>>);

impl PartialEq for LookClient {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    scene: Vec<u8>,
    report: Option<Message>,
    /// The report was handed over.
    informed: bool,
    /// It is about to be.
    later: Option<Timeout>,
    stands: Stands,
    /// Modules that were fetched, and how many failed since one came.
    fetched: u32,
    failures: u32,
    news: Callback<bool>,
}

/// Where the module is.
enum Stands {
    Away,
    Coming,
    /// It is here: this shows.
    Here(Function),
    /// It can not be had, until something else is to be shown.
    Missing,
}

impl LookClient {
    /// Opens the door to it. What it wants to know it asks the `rooms`, what is done there it tells `deeds`; `news` hears
    /// whether it came.
    pub fn new(rooms: Rooms, deeds: Callback<Deed>, news: Callback<bool>) -> Self {
        let ask = Closure::<dyn Fn(bool, Uint8Array, Function)>::new(
            move |deployer: bool, question: Uint8Array, answer: Function| {
                let room = if deployer { Room::Deployer } else { Room::Engine };
                let tell = move |_, message: Message| {
                    let _ = answer.call1(&JsValue::UNDEFINED, &Uint8Array::from(message.as_slice()));
                };
                rooms.ask(room, Rc::new(question.to_vec().into()), Rc::new(tell));
            },
        );
        let act = Closure::<dyn Fn(Uint8Array)>::new(move |deed: Uint8Array| {
            if let Some((deed, [])) = unpack(&Zeroizing::new(deed.to_vec())) {
                deeds.emit(deed);
            }
        });
        leave("ask", ask.into_js_value());
        leave("act", act.into_js_value());
        Self(Rc::new(RefCell::new(Inner {
            scene: Vec::new(),
            report: None,
            informed: false,
            later: None,
            stands: Stands::Away,
            fetched: 0,
            failures: 0,
            news,
        })))
    }

    /// Shows a scene, once there is a place for it, and the report.
    pub fn set(&self, scene: &Scene, report: Option<Message>) {
        let scene = postcard::to_allocvec(scene).unwrap_or_default();
        {
            let mut inner = self.0.borrow_mut();
            let same = match (&inner.report, &report) {
                (Some(known), Some(report)) => Rc::ptr_eq(known, report),
                (known, report) => known.is_none() && report.is_none(),
            };
            if (!same || inner.scene != scene) && matches!(inner.stands, Stands::Missing) {
                inner.stands = Stands::Away;
            }
            inner.informed &= same;
            (inner.scene, inner.report) = (scene, report);
            let is_large = |report: &Message| report.len() > LARGE;
            inner.later = (!inner.informed && inner.report.as_ref().is_some_and(is_large)).then(|| {
                let client = self.clone();
                Timeout::new(0, move || client.refresh())
            });
            if inner.later.is_some() {
                return;
            }
        }
        self.refresh();
    }

    /// Shows the same where a place for it has come or gone.
    pub fn refresh(&self) {
        match self.showing() {
            Some((show, scene, report)) => {
                let shown = show.call2(&JsValue::UNDEFINED, &scene, &report);
                if shown.is_ok_and(|understood| understood.is_truthy()) {
                    self.0.borrow_mut().failures = 0;
                } else {
                    self.lose();
                }
            }
            None if !browser::find_all(HOST).is_empty() => self.fetch(),
            None => {}
        }
    }

    /// Tries again to have it.
    pub fn retry(&self) {
        self.0.borrow_mut().stands = Stands::Away;
        self.refresh();
    }

    /// What to show by whom, where that is here.
    fn showing(&self) -> Option<(Function, JsValue, JsValue)> {
        let mut inner = self.0.borrow_mut();
        let Stands::Here(show) = &inner.stands else { return None };
        let show = show.clone();
        let report =
            inner.report.as_ref().filter(|_| !inner.informed).map(|message| Uint8Array::from(message.as_slice()));
        inner.informed = true;
        Some((show, Uint8Array::from(inner.scene.as_slice()).into(), report.into()))
    }

    /// Fetches it, unless it is on its way or can not be had. After a first time it is fetched past caches.
    fn fetch(&self) {
        let mark = {
            let mut inner = self.0.borrow_mut();
            if !matches!(inner.stands, Stands::Away) {
                return;
            }
            inner.stands = Stands::Coming;
            inner.fetched += 1;
            if inner.fetched > 1 { format!("&fresh={}", inner.fetched) } else { String::new() }
        };
        let client = self.clone();
        spawn_local(async move {
            match fetched(&mark).await {
                Some(show) => client.have(show),
                None => client.lose(),
            }
        });
    }

    fn have(&self, show: Function) {
        let news = {
            let mut inner = self.0.borrow_mut();
            inner.stands = Stands::Here(show);
            inner.informed = false;
            inner.news.clone()
        };
        news.emit(true);
        self.refresh();
    }

    fn lose(&self) {
        let news = {
            let mut inner = self.0.borrow_mut();
            inner.failures += 1;
            let again = inner.failures < ATTEMPTS;
            inner.stands = if again { Stands::Away } else { Stands::Missing };
            (!again).then(|| {
                inner.failures = 0;
                inner.news.clone()
            })
        };
        match news {
            Some(news) => news.emit(false),
            None => self.fetch(),
        }
    }
}

/// How the module is shown, once it has come; none where it can not be had or speaks another language.
async fn fetched(mark: &str) -> Option<Function> {
    let place = browser::global(PLACE)?;
    let load: Function = part(&place, "load")?.dyn_into().ok()?;
    let coming: Promise = load.call1(&place, &mark.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(coming).await.ok()?;
    let fits = part(&place, "protocol")?.as_f64() == Some(PROTOCOL.into());
    part(&place, "show").filter(|_| fits)?.dyn_into().ok()
}

/// Leaves something where the two meet.
pub fn leave(name: &str, what: JsValue) {
    if let Some(place) = browser::global(PLACE).filter(JsValue::is_object) {
        let _ = Reflect::set(&place, &name.into(), &what);
    }
}
