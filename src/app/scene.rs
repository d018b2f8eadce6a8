//! What `look` draws by. It comes to it as bytes; the report comes beside it, as the engine sent it.

use super::{
    calls::Calls,
    route::Route,
    state::{State, Stock},
};
use crate::report::Repair;
use crate::text::Lang;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What of the page's state is shown behind the tabs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Language of the page.
    pub lang: Lang,
    /// There is a report.
    pub judged: bool,
    /// What the address points at.
    pub route: Route,
    /// How often it was pointed somewhere.
    pub went: u32,
    /// Repairs that were made.
    pub repairs: Vec<Repair>,
    /// What the program calls, and where it runs; without the content of its files.
    pub calls: Rc<Calls>,
    /// What the configuration should be like, as the address says it.
    pub choices: Rc<str>,
    /// How much of the supply is here.
    pub supply: Stock,
    /// How often everything was taken away.
    pub cleared: u32,
}

impl Scene {
    /// The scene of a state.
    pub fn of(state: &State) -> Self {
        Self {
            lang: state.lang,
            judged: state.judged.as_ref().is_some_and(|judged| judged.message.is_some()),
            route: state.route.clone(),
            went: state.went,
            repairs: state.repairs.clone(),
            calls: Rc::clone(&state.calls),
            choices: Rc::clone(&state.choices),
            supply: state.supply.stock_now(),
            cleared: state.cleared,
        }
    }
}
