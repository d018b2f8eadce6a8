use super::input::{Asked, moment, sources};
use super::refusal::refusal;
use super::{JsDeployOptions, JsDeployment, JsInput};
use crate::{
    deploy, engine, export,
    report::{
        FileFormat, Options, Password, Repair,
        wire::{DeployOptions, Deployment, File, Probe, Profile, Shell, Switch},
    },
    text::{self, Lang, WordedFinding, commands::expectation},
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AskedToDeploy {
    target: String,
    system: Option<String>,
    version: Option<String>,
    library: Option<String>,
    profile: Profile,
    names: Vec<String>,
    certificate: Option<String>,
    key: Option<String>,
    client_ca: Option<String>,
    upstream: Option<String>,
    with: Vec<Switch>,
    without: Vec<Switch>,
    folder: Option<String>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    passwords: Vec<Password>,
}

impl Asked for AskedToDeploy {
    const KEYS: &[&str] = &[
        "target",
        "system",
        "version",
        "library",
        "profile",
        "names",
        "certificate",
        "key",
        "clientCa",
        "upstream",
        "with",
        "without",
        "folder",
        "lang",
        "now",
        "passwords",
    ];
}

/// Writes the configuration of a server for the certificate that was given, with the chain in the right order, the
/// commands that put it to work, and what those that prove it should show.
///
/// What can not be written throws a `Refusal`; a call that makes no sense a `TypeError`.
#[wasm_bindgen]
pub fn deploy(input: JsInput, options: JsDeployOptions) -> Result<JsDeployment, JsValue> {
    let asked = AskedToDeploy::read(options.into())?;
    let options = Options {
        passwords: asked.passwords,
        repairs: vec![Repair::FullChain],
        target: Some(asked.target.clone()),
        folder: asked.folder,
        ..Options::at(moment(&asked.now)?)
    };
    let (report, analysis) = engine::inspect(&sources(input.into())?, &options);
    let lang = Lang::from_tag(&asked.lang);
    let options = DeployOptions {
        target: asked.target,
        system: asked.system,
        version: asked.version,
        library: asked.library,
        profile: asked.profile,
        names: asked.names,
        certificate: asked.certificate,
        key: asked.key,
        client_ca: asked.client_ca,
        upstream: asked.upstream,
        with: asked.with,
        without: asked.without,
    };
    let mut made = deploy::deploy(&report, &options).map_err(|why| refusal(why, lang))?;
    made.files = export::chain_files(&analysis);
    let made = WordedDeployment::new(made, lang);
    Ok(made.serialize(&Serializer::new().serialize_missing_as_null(true))?.unchecked_into())
}

/// A configuration, with what is said about it in one language.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WordedDeployment {
    options: DeployOptions,
    title: String,
    configs: Vec<File>,
    files: Vec<File>,
    readme: File,
    key_file: Option<FileFormat>,
    commands: WordedCommands,
    notes: Vec<WordedFinding>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WordedCommands {
    shell: Shell,
    by_account: bool,
    install: Vec<String>,
    check: Vec<String>,
    reload: Vec<String>,
    verify: Vec<WordedProbe>,
    roll_back: Vec<String>,
}

#[derive(Serialize)]
struct WordedProbe {
    command: String,
    expect: String,
}

impl WordedDeployment {
    fn new(made: Deployment, lang: Lang) -> Self {
        let readme = text::deploy_note(&made, lang);
        let Deployment { options, title, configs, files, key_file, commands, notes } = made;
        let probe = |Probe { command, expect }| WordedProbe { command, expect: expectation(&expect, lang) };
        Self {
            options,
            title: text::target_title(&title, lang).into_owned(),
            configs,
            files,
            readme,
            key_file,
            commands: WordedCommands {
                shell: commands.shell,
                by_account: commands.by_account,
                install: commands.install,
                check: commands.check,
                reload: commands.reload,
                verify: commands.verify.into_iter().map(probe).collect(),
                roll_back: commands.roll_back,
            },
            notes: notes.into_iter().map(|note| text::worded(note, lang)).collect(),
        }
    }
}
