use crate::engine::Analysis;
use crate::engine::read::{Problem, ProblemKind};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Evidence, Input, InputKind, Repair, Role, Severity, Term};

/// A file whose name promises something else than it holds. Names only hint, and most promise nothing; these are the
/// ones that lead people to configure the wrong file.
pub static RULE: Rule = Rule {
    code: Code::INP010,
    cites: &[Cite::rfc(7468, "5.3"), Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// What a name promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Promise {
    /// Server certificate and issuers.
    FullChain,
    /// The same, by a name that others give to the issuers alone.
    Bundle,
    /// A root.
    Root,
    /// Issuers alone.
    Issuers,
    /// Issuers, by a name that others give to a full chain.
    Chain,
    Key,
    Request,
    /// Some certificate.
    Certificate,
}

/// Names and what they promise; the first that fits counts. In small letters, `_` as `-`, without digits at the end of
/// the stem (certbot numbers its files). Seen in the packs of the consoles and CAs named behind them; `server.crt` is
/// missing, for in Huawei's packs it is a full chain for nginx and the certificate alone for others, and so is `.pem`,
/// which is used for everything.
static PROMISES: &[(Promise, &[&str])] = &[
    // certbot, acme.sh, PandaSSL, FreeSSL; nginx's own documentation.
    (Promise::FullChain, &["fullchain*", "full-chain*", "*.chained.*", "*-chained.*"]),
    // Tencent Cloud (issuers, in fact), DigiCert.
    (Promise::Root, &["*root-bundle.*", "root.*", "trustedroot.*", "rootca.*", "root-ca.*"]),
    // ZeroSSL, Sectigo's resellers, GoDaddy.
    (Promise::Issuers, &["ca-bundle*", "*.ca-bundle", "gd-bundle*", "intermediate.*"]),
    // certbot, Huawei Cloud, Alibaba Cloud.
    (Promise::Chain, &["chain.*", "*-chain.*"]),
    // Tencent Cloud.
    (Promise::Bundle, &["*-bundle.crt", "*-bundle.pem"]),
    // All of them; certbot.
    (Promise::Key, &["*.key", "private.*", "privkey.*", "*-key.pem", "key.pem"]),
    (Promise::Request, &["*.csr"]),
    // RFC 7468 §5.3, certbot, Huawei Cloud.
    (Promise::Certificate, &["*.crt", "*.cer", "cert.pem", "certificate.pem", "*-cert.pem"]),
];

/// No system has longer names; matching one against all patterns would take its time.
const LONGEST: usize = 255;

/// Findings of this rule: nobody reads more.
const MOST: usize = 100;

/// What a file holds.
#[derive(Default)]
struct Content {
    leaf: Option<usize>,
    issuers: bool,
    root: bool,
    key: bool,
    request: bool,
    /// A certificate that is not text.
    binary: bool,
}

fn check(analysis: &Analysis, sink: &mut Sink) {
    let before = sink.count();
    let is_same = |one: &Input, other: &Input| one.source_index == other.source_index && one.source == other.source;
    for inputs in analysis.material.inputs.chunk_by(is_same) {
        let Some(path) = inputs.first().map(|input| input.source.as_str()) else { continue };
        let is_elsewhere = |path: &str| analysis.packs.iter().any(|folder| !folder.chosen && folder.path == path);
        let (folder, file) = path.rsplit_once(['/', '\\']).unwrap_or_default();
        if sink.count().saturating_sub(before) >= MOST {
            return;
        }
        // What a folder for another server is called hurts nobody.
        if is_elsewhere(folder) || file.len() > LONGEST {
            continue;
        }
        judge(analysis, inputs, if file.is_empty() { path } else { file }, sink);
    }
}

fn content(inputs: &[Input]) -> Content {
    let mut content = Content::default();
    for input in inputs {
        match (input.kind, input.role) {
            (InputKind::Certificate, Some(Role::Leaf)) => content.leaf = content.leaf.or(input.certificate),
            (InputKind::Certificate, Some(Role::Intermediate)) => content.issuers = true,
            (InputKind::Certificate, Some(Role::Root)) => content.root = true,
            (InputKind::PrivateKey, _) => content.key = true,
            (InputKind::Csr, _) => content.request = true,
            _ => {}
        }
        content.binary |= input.kind == InputKind::Certificate && input.line.is_none();
    }
    content
}

fn judge(analysis: &Analysis, inputs: &[Input], file: &str, sink: &mut Sink) {
    let content = content(inputs);
    let name = plain(file);
    let promised = PROMISES.iter().find(|(_, patterns)| patterns.iter().any(|pattern| fits(&name, pattern)));
    let message = promised.and_then(|(promise, _)| broken(*promise, &content));
    let is_text_by_name = [".crt", ".cer", ".pem"].iter().any(|ending| name.ends_with(ending));
    let (severity, id) = match message {
        Some(id) => (Severity::Warning, id),
        None if content.binary && is_text_by_name => (Severity::Info, InputMessage::NameOfText),
        None => return,
    };
    // What the repair writes has right names.
    let mendable = matches!(id, InputMessage::NameOfFullChain | InputMessage::NameOfText);
    if mendable && analysis.options.repairs.contains(&Repair::FullChain) || is_damaged(analysis, inputs) {
        return;
    }
    let found = sink.add(severity, id).with("file", file).with("kind", Term::Input(content.kind())).at(Evidence {
        path: inputs.first().map(|input| input.source.clone()).unwrap_or_default(),
        ..Evidence::default()
    });
    let found = if let Some(leaf) = content.leaf { found.certificate(leaf) } else { found };
    if mendable && (analysis.chain.served.len() > 1 || id == InputMessage::NameOfText) {
        found.repair(Repair::FullChain);
    }
}

/// What is missing in a damaged file is not what its name is to be measured by.
fn is_damaged(analysis: &Analysis, inputs: &[Input]) -> bool {
    let is_here = |problem: &&Problem| {
        inputs.first().is_some_and(|input| input.source_index == problem.source_index && input.source == problem.source)
    };
    let mut problems = analysis.material.problems.iter().filter(is_here);
    problems.any(|problem| !matches!(problem.kind, ProblemKind::Sloppy(_) | ProblemKind::Unreadable(_)))
}

/// How a promise is broken, if it is.
fn broken(promise: Promise, content: &Content) -> Option<InputMessage> {
    let Content { issuers, root, key, request, .. } = *content;
    let (leaf, above) = (content.leaf.is_some(), issuers || root);
    let (certificates, anything) = (leaf || above, leaf || above || key || request);
    match promise {
        Promise::FullChain if above && !leaf => Some(InputMessage::NameOfFullChainWithoutLeaf),
        Promise::FullChain | Promise::Bundle if leaf && !above => Some(InputMessage::NameOfFullChain),
        Promise::Root if issuers && !root && !leaf => Some(InputMessage::NameOfRoot),
        Promise::Issuers if leaf => Some(InputMessage::NameOfIssuers),
        Promise::Chain if leaf && !above => Some(InputMessage::NameOfIssuers),
        Promise::Key if anything && !key => Some(InputMessage::NameOfKey),
        Promise::Request if anything && !request => Some(InputMessage::NameOfRequest),
        Promise::Certificate if anything && !certificates => Some(InputMessage::NameOfCertificate),
        _ => None,
    }
}

impl Content {
    /// The most that it is.
    fn kind(&self) -> InputKind {
        match self {
            Self { key: true, .. } => InputKind::PrivateKey,
            Self { leaf: None, issuers: false, root: false, request: true, .. } => InputKind::Csr,
            _ => InputKind::Certificate,
        }
    }
}

/// A name as the table has them.
fn plain(file: &str) -> String {
    let name = file.to_lowercase().replace(['_', ' '], "-");
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{}.{ending}", stem.trim_end_matches(|digit: char| digit.is_ascii_digit())),
        None => name,
    }
}

/// Whether a name fits a pattern, in which `*` stands for anything, nothing included.
fn fits(name: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => name == pattern,
        Some((start, rest)) => name
            .strip_prefix(start)
            .is_some_and(|name| (0..=name.len()).filter_map(|at| name.get(at..)).any(|name| fits(name, rest))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(file: &str) -> Option<Promise> {
        let name = plain(file);
        PROMISES.iter().find(|(_, patterns)| patterns.iter().any(|one| fits(&name, one))).map(|(promise, _)| *promise)
    }

    #[test]
    fn names_and_what_they_promise() {
        use Promise::*;
        for (file, promised) in [
            ("fullchain.pem", Some(FullChain)),
            ("fullchain12.pem", Some(FullChain)),
            ("full_chain.pem", Some(FullChain)),
            ("www.example.com.chained.crt", Some(FullChain)),
            ("1_root_bundle.crt", Some(Root)),
            ("TrustedRoot.crt", Some(Root)),
            ("1_shop.example.com_bundle.crt", Some(Bundle)),
            ("gd_bundle-g2-g1.crt", Some(Issuers)),
            ("shop.example.com.ca-bundle", Some(Issuers)),
            ("chain.pem", Some(Chain)),
            ("shop.example.com_chain.crt", Some(Chain)),
            ("2_shop.example.com.key", Some(Key)),
            ("privkey1.pem", Some(Key)),
            ("shop.example.com.csr", Some(Request)),
            ("server.crt", Some(Certificate)),
            ("2_shop.example.com.crt", Some(Certificate)),
            ("server.pem", None),
            ("shop.pfx", None),
            ("", None),
        ] {
            assert_eq!(promise(file), promised, "{file}");
        }
    }
}
