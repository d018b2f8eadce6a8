//! What the page and a worker say to each other survives the way: every kind of message, over everything the cases hold.
#![allow(clippy::print_stdout, reason = "it says how much it checked")]

mod support;

use certloupe::{
    api::{Deployer, Inspector, Session},
    deploy::TARGETS,
    report::{
        AcmeClient, CheckOptions, FileFormat, Hop, HopKind, HopsOptions, Password, RenewalOptions,
        wire::{ConvertOptions, CreateOptions, DeployOptions, Envelope, PROTOCOL, Profile, Reply, Request, Switch},
    },
};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
};
use support::recipes;

/// The kinds of message that went over the wire, by the name of their variant.
#[derive(Default)]
struct Wire {
    kinds: BTreeSet<String>,
    messages: u32,
}

impl Wire {
    /// What arrives of a message, which has to be the message.
    fn carry<T: Serialize + DeserializeOwned + PartialEq + Debug>(&mut self, body: T) -> T {
        self.messages += 1;
        let sent = Envelope { id: self.messages, body };
        let bytes = sent.to_bytes().expect("the wire carries everything that is said");
        let arrived = Envelope::from_bytes(&bytes).expect("what was written can be read");
        assert!(arrived == sent, "{arrived:?}\nis not\n{sent:?}");
        assert!(Envelope::<T>::from_bytes(&bytes[..bytes.len() - 1]).is_none(), "a message that was cut off");
        assert!(Envelope::<T>::from_bytes(&[bytes, vec![0]].concat()).is_none(), "a message with something behind it");
        let text = format!("{:?}", arrived.body);
        self.kinds.insert(text.split(['(', ' ', '{']).next().unwrap_or_default().to_owned());
        arrived.body
    }

    fn ask(&mut self, session: &mut Session, request: Request) -> Reply {
        let request = self.carry(request);
        self.carry(session.answer(request))
    }
}

/// A way with a place of each kind.
fn way() -> HopsOptions {
    let hops = [HopKind::Cdn, HopKind::LoadBalancer, HopKind::Server].map(Hop::new).to_vec();
    HopsOptions { lang: "zh".to_owned(), hops }
}

#[test]
fn every_message_arrives_as_it_was_sent() {
    let mut wire = Wire::default();
    wire.carry(Reply::Ready { protocol: PROTOCOL });
    wire.carry(Reply::NeedsEngine);
    let mut turns = TARGETS.iter().flat_map(|target| Profile::ALL.map(|profile| (target, profile))).cycle();
    for (_, files) in recipes::all() {
        for case in files.into_iter().flat_map(|(_, cases)| cases) {
            let mut session = Session::default();
            let Reply::Report(report, _) =
                wire.ask(&mut session, Request::Inspect { sources: case.sources, options: Box::new(case.options) })
            else {
                panic!("{}: no report", case.name);
            };
            wire.carry(Reply::Glance(report.clone()));
            let answer = Envelope { id: wire.messages, body: Reply::Report(report.clone(), Vec::new()) };
            wire.ask(&mut session, Request::Basis(answer.to_bytes().unwrap()));
            wire.ask(&mut session, Request::Files);
            wire.ask(&mut session, Request::Bundle { name: "all.zip".to_owned(), files: Vec::new() });
            wire.ask(&mut session, Request::Convert(ConvertOptions::to(FileFormat::Text)));
            for certificate in 0..=report.certificates.len().min(3) {
                wire.ask(&mut session, Request::Detail { certificate });
                wire.ask(&mut session, Request::Printed { certificate });
            }
            let edges = vec!["192.0.2.1".to_owned(), "no address".to_owned()];
            wire.ask(&mut session, Request::Checks(CheckOptions { edges, ..CheckOptions::default() }));
            wire.ask(&mut session, Request::Hops(way()));
            for client in AcmeClient::ALL {
                wire.ask(
                    &mut session,
                    Request::Renewal(RenewalOptions { client: *client, ..RenewalOptions::default() }),
                );
            }
            // The targets take turns: there are enough cases for each to be asked many times.
            for (target, profile) in turns.by_ref().take(3) {
                let options = DeployOptions { target: target.id.to_owned(), profile, ..Default::default() }
                    .set(Switch::Hsts, true);
                wire.ask(&mut session, Request::Deploy(options));
            }
        }
    }
    wire.ask(&mut Session::default(), Request::Targets);
    let lang = "zh".to_owned();
    assert!(matches!(wire.ask(&mut Session::default(), Request::Handbook { lang }), Reply::Handbook(_)));
    let password = Some(Password::new("correct horse"));
    let options = CreateOptions { names: vec!["shop.example".to_owned()], password, ..Default::default() };
    assert!(matches!(wire.ask(&mut Session::default(), Request::Create(options)), Reply::Files(_)));
    println!("{} messages carried", wire.messages);
    let every = "Basis Bundle Checks Convert Create Deploy Deployment Detail Files Glance Handbook Hops Inspect NeedsEngine Nothing Printed Ready Refused Renewal Report Targets";
    assert_eq!(wire.kinds.into_iter().collect::<Vec<_>>().join(" "), every);
}

/// The two rooms, with the page between them, answer what the session answers that holds both.
#[test]
fn the_deployer_builds_on_the_bytes_of_the_engine() {
    let mut deployments = BTreeMap::new();
    let mut turns = TARGETS.iter().cycle();
    for case in recipes::all().into_iter().flat_map(|(_, files)| files).flat_map(|(_, cases)| cases) {
        let (mut session, mut inspector, mut deployer) =
            (Session::default(), Inspector::default(), Deployer::default());
        let inspect = Request::Inspect { sources: case.sources, options: Box::new(case.options) };
        session.answer(inspect.clone());
        let message = Envelope { id: 7, body: inspector.answer(inspect, &mut |_| ()) }.to_bytes().unwrap();
        assert_eq!(deployer.answer(Request::Basis(message)), Reply::Nothing);
        for request in [Request::Checks(CheckOptions::default()), Request::Hops(way())] {
            assert!(deployer.answer(request.clone()) == session.answer(request), "{}", case.name);
        }
        for target in turns.by_ref().take(3) {
            let request = Request::Deploy(DeployOptions { target: target.id.to_owned(), ..Default::default() });
            let mut made = deployer.answer(request.clone());
            if let (Reply::Deployment(made), Reply::Files(files)) =
                (&mut made, inspector.answer(Request::Files, &mut |_| ()))
            {
                *deployments.entry(target.id).or_insert(0) += 1;
                made.files = files;
            }
            assert!(made == session.answer(request), "{}: another {}", case.name, target.id);
        }
    }
    assert_eq!(deployments.len(), TARGETS.len(), "{deployments:?}");
}

#[test]
fn each_room_answers_its_own_questions_only() {
    let (mut inspector, mut deployer) = (Inspector::default(), Deployer::default());
    assert_eq!(inspector.answer(Request::Targets, &mut |_| ()), Reply::Nothing);
    assert_eq!(deployer.answer(Request::Files), Reply::Nothing);
    let configure = || Request::Deploy(DeployOptions { target: TARGETS[0].id.to_owned(), ..Default::default() });
    assert_eq!(deployer.answer(configure()), Reply::Nothing, "a configuration of nothing");
    assert_eq!(deployer.answer(Request::Checks(CheckOptions::default())), Reply::Nothing, "checks of nothing");
    assert_eq!(deployer.answer(Request::Hops(way())), Reply::Nothing, "the way to nothing");
    assert_eq!(deployer.answer(Request::Basis(b"no message".to_vec())), Reply::Nothing);
    assert_eq!(deployer.answer(configure()), Reply::Nothing, "a configuration of something else");
}

/// A page meets workers of other days: whatever else changes, it must understand which protocol they speak.
#[test]
fn the_greeting_never_changes() {
    let greeting = Envelope { id: 0, body: Reply::Ready { protocol: 77 } };
    assert_eq!(greeting.to_bytes().as_deref(), Some(&[0, 0, 77][..]));
}

#[test]
fn bytes_that_are_no_message_are_refused() {
    for bytes in [&b""[..], b"no request", &[0], &[0, 200], &[0, 1, 255, 255, 255, 255, 255]] {
        assert_eq!(Envelope::<Reply>::from_bytes(bytes), None, "{bytes:?}");
        assert_eq!(Envelope::<Request>::from_bytes(bytes), None, "{bytes:?}");
    }
}
