//! The JavaScript API, one file a door.

#[cfg(feature = "package")]
mod checks;
#[cfg(feature = "package")]
mod compare;
#[cfg(feature = "package")]
mod deploy;
#[cfg(feature = "package")]
mod files;
#[cfg(feature = "package")]
mod handbook;
mod input;
mod inspect;
#[cfg(feature = "package")]
mod lists;
#[cfg(feature = "package")]
mod refusal;
#[cfg(feature = "package")]
mod renew;

#[cfg(feature = "package")]
pub use checks::{checks, hops};
#[cfg(feature = "package")]
pub use compare::compare;
#[cfg(feature = "package")]
pub use deploy::deploy;
#[cfg(feature = "package")]
pub use files::{convert, create};
#[cfg(feature = "package")]
pub use handbook::handbook_in;
pub use inspect::{describe, inspect};
#[cfg(feature = "package")]
pub use lists::{codes, formats, platforms, targets};
#[cfg(feature = "package")]
pub use renew::renew;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Input | Input[]")]
    pub type JsInput;
    #[wasm_bindgen(typescript_type = "InspectOptions")]
    pub type JsOptions;
    #[wasm_bindgen(typescript_type = "ConvertOptions")]
    pub type JsConvertOptions;
    #[wasm_bindgen(typescript_type = "CreateOptions")]
    pub type JsCreateOptions;
    #[wasm_bindgen(typescript_type = "RenewOptions")]
    pub type JsRenewOptions;
    #[wasm_bindgen(typescript_type = "Renewal")]
    pub type JsRenewal;
    #[wasm_bindgen(typescript_type = "CheckOptions")]
    pub type JsCheckOptions;
    #[wasm_bindgen(typescript_type = "HopsOptions")]
    pub type JsHopsOptions;
    #[wasm_bindgen(typescript_type = "Checks")]
    pub type JsChecks;
    #[wasm_bindgen(typescript_type = "Hops")]
    pub type JsHops;
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
    #[wasm_bindgen(typescript_type = "Described | undefined")]
    pub type JsDescribed;
    #[wasm_bindgen(typescript_type = "MadeFile[]")]
    pub type JsFiles;
    #[wasm_bindgen(typescript_type = "DeployOptions")]
    pub type JsDeployOptions;
    #[wasm_bindgen(typescript_type = "Deployment")]
    pub type JsDeployment;
    #[wasm_bindgen(typescript_type = "CompareOptions")]
    pub type JsCompareOptions;
    #[wasm_bindgen(typescript_type = "Comparison")]
    pub type JsComparison;
    #[wasm_bindgen(typescript_type = "ListOptions")]
    pub type JsListOptions;
    #[wasm_bindgen(typescript_type = "Target[]")]
    pub type JsTargets;
    #[wasm_bindgen(typescript_type = "NamedPlatform[]")]
    pub type JsPlatforms;
    #[wasm_bindgen(typescript_type = "NamedFormat[]")]
    pub type JsFormats;
    #[wasm_bindgen(typescript_type = "NamedCode[]")]
    pub type JsCodes;
    #[wasm_bindgen(typescript_type = "Handbook")]
    pub type JsHandbook;
}
