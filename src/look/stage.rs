//! Where `look` is shown: in elements of the page's first screen, which that marks and leaves empty. Portals lead there
//! from a root that is no part of the document.
//!
//! The two programs share the events of one document. Yew writes the number of the root that an element belongs to onto the
//! element, and counts roots from one in each program: the first screen has the one root with number one. Ours with that
//! number stands outside of the document, so the portals below it have numbers of their own, and an event is taken for
//! ours here and for the page's there.

use super::{
    browser::detached,
    components::{Look, LookProps},
    engine::page_part,
};
use crate::app::{
    browser,
    context::Shared,
    deed::Deed,
    look_client::{HOST, leave},
    message::Head,
    scene::Scene,
    sheets::put_back,
    words,
};
use crate::report::{Report, wire::PROTOCOL};
use crate::text::{Lang, shelf::Shelf};
use js_sys::Uint8Array;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::{AppHandle, Callback};
use zeroize::Zeroizing;

/// An element of the page to be filled.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// What with.
    pub part: String,
    /// The element.
    pub host: Element,
    /// Tells it from one that stood there before.
    pub number: u32,
}

struct Stage {
    door: Callback<Deed>,
    root: Option<AppHandle<Look>>,
    scene: Option<Rc<Scene>>,
    /// The language whose words could not be had, until there is another report: whoever is told of it draws again.
    wordless: Option<Lang>,
    report: Option<Shared<Report>>,
    /// One is being read: nothing is drawn until it stands there.
    reading: bool,
    /// How many came.
    reports: u32,
    places: Vec<Place>,
    placed: u32,
}

/// Leaves word where the page looks for it.
pub fn open() {
    let door = Callback::from(|deed: Deed| {
        let bytes = Zeroizing::new(postcard::to_allocvec(&deed).unwrap_or_default());
        if let Some(act) = page_part("act") {
            let told = Uint8Array::from(bytes.as_slice());
            let _ = act.call1(&JsValue::UNDEFINED, &told);
            told.fill(0, 0, told.length()); // there may be a password in it
        }
    });
    let stage = Stage {
        door,
        root: None,
        scene: None,
        wordless: None,
        report: None,
        reading: false,
        reports: 0,
        places: Vec::new(),
        placed: 0,
    };
    let stage = Rc::new(RefCell::new(stage));
    let show = Closure::<dyn Fn(Uint8Array, JsValue) -> bool>::new(move |scene: Uint8Array, report: JsValue| {
        show(&stage, &scene.to_vec(), report.dyn_ref()).is_some()
    });
    leave("protocol", PROTOCOL.into());
    leave("show", show.into_js_value());
}

/// Shows a scene, with another report where one came; none for bytes that are neither.
fn show(stage: &Rc<RefCell<Stage>>, scene: &[u8], message: Option<&Uint8Array>) -> Option<()> {
    let scene: Scene = postcard::from_bytes(scene).ok()?;
    let judged = scene.judged;
    let came = match message.map(|message| Rc::new(message.to_vec())) {
        None => None,
        Some(message) => match Head::read(&message) {
            Some((_, Head::Report(report, sheets))) => Some((report, message, sheets)),
            _ => return None,
        },
    };
    let number = {
        let mut stage = stage.borrow_mut();
        stage.scene = Some(Rc::new(scene));
        if came.is_some() {
            stage.wordless = None;
        }
        if came.is_some() || !judged {
            stage.report = None;
            stage.reading = came.is_some();
            stage.reports = stage.reports.wrapping_add(1);
        }
        stage.reports
    };
    if let Some((report, message, sheets)) = came.filter(|_| judged) {
        let stage = Rc::clone(stage);
        put_back(report, message, sheets, move |report| {
            if stage.borrow().reports == number {
                stage.borrow_mut().report = Some(Shared(Rc::from(report)));
                stage.borrow_mut().reading = false;
                draw(&stage);
            }
        });
    } else if !stage.borrow().reading {
        draw(stage);
    }
    Some(())
}

/// Draws the scene, once the words of its language are here.
fn draw(stage: &Rc<RefCell<Stage>>) {
    let Some(lang) = stage.borrow().scene.as_ref().map(|scene| scene.lang) else { return };
    if words::have(lang, &Shelf::ALL) {
        return stage.borrow_mut().draw();
    }
    if stage.borrow().wordless == Some(lang) {
        return;
    }
    let stage = Rc::clone(stage);
    spawn_local(async move {
        if words::fetch(lang, &Shelf::ALL).await {
            stage.borrow_mut().draw();
        } else {
            stage.borrow_mut().wordless = Some(lang);
            let door = stage.borrow().door.clone();
            door.emit(Deed::WordsMissing);
        }
    });
}

impl Stage {
    fn draw(&mut self) {
        let Some(scene) = self.scene.clone().filter(|scene| words::have(scene.lang, &Shelf::ALL)) else { return };
        self.find_places();
        let (report, places, door) = (self.report.clone(), self.places.clone(), self.door.clone());
        let props = LookProps { scene, report, places, door };
        match &mut self.root {
            Some(root) => root.update(props),
            None => self.root = detached().map(|host| yew::Renderer::with_root_and_props(host, props).render()),
        }
    }

    /// Finds what is to be filled. What was filled already stays as it is.
    fn find_places(&mut self) {
        let before = std::mem::take(&mut self.places);
        for host in browser::find_all(HOST) {
            let known = before.iter().find(|place| place.host == host).cloned();
            self.places.push(known.unwrap_or_else(|| {
                host.set_text_content(None); // of another `look`, whose place this takes
                self.placed = self.placed.wrapping_add(1);
                Place { part: host.get_attribute(HOST).unwrap_or_default(), host, number: self.placed }
            }));
        }
    }
}
