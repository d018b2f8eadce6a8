//! The choices for a configuration as they stand behind the `#` of the address: a link that others can open. Nothing of
//! the certificate is in it.

use crate::report::wire::{DeployOptions, Profile, Switch};
use form_urlencoded::{Serializer, parse};

/// Longer texts are no choices of a person.
const LONGEST: usize = 4_096;

/// The choices as `target=nginx&profile=legacy`; nothing for what is as usual.
pub fn write(options: &DeployOptions) -> String {
    let mut query = Serializer::new(String::new());
    let mut add = |name: &str, text: &str| {
        if !text.is_empty() {
            query.append_pair(name, text);
        }
    };
    let ids = |switches: &[Switch]| switches.iter().map(|switch| switch.id()).collect::<Vec<_>>().join(",");
    let profile = if options.profile == Profile::default() { "" } else { options.profile.id() };
    add("target", &options.target);
    add("profile", profile);
    for (name, text) in [
        ("system", &options.system),
        ("version", &options.version),
        ("library", &options.library),
        ("certificate", &options.certificate),
        ("key", &options.key),
        ("client-ca", &options.client_ca),
        ("upstream", &options.upstream),
    ] {
        add(name, text.as_deref().unwrap_or_default());
    }
    add("names", &options.names.join(","));
    add("with", &ids(&options.with));
    add("without", &ids(&options.without));
    query.finish()
}

/// The choices in such a text. What is unknown is left out.
pub fn read(query: &str) -> DeployOptions {
    let mut options = DeployOptions::default();
    for (name, text) in parse(query.as_bytes()).filter(|(_, text)| text.len() <= LONGEST) {
        let one = || Some(text.clone().into_owned()).filter(|text| !text.is_empty());
        let switches = || text.split(',').filter_map(Switch::from_id);
        match &*name {
            "target" => options.target = text.into_owned(),
            "profile" => options.profile = Profile::from_id(&text).unwrap_or_default(),
            "system" => options.system = one(),
            "version" => options.version = one(),
            "library" => options.library = one(),
            "certificate" => options.certificate = one(),
            "key" => options.key = one(),
            "client-ca" => options.client_ca = one(),
            "upstream" => options.upstream = one(),
            "names" => options.names = text.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            "with" => options = switches().fold(options, |options, switch| options.set(switch, true)),
            "without" => options = switches().fold(options, |options, switch| options.set(switch, false)),
            _ => {}
        }
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_as_they_were_written() {
        let options = DeployOptions {
            target: "nginx".to_owned(),
            system: Some("debian-12".to_owned()),
            version: Some("1.22.1".to_owned()),
            library: Some("3.0.2".to_owned()),
            profile: Profile::Legacy,
            names: vec!["a.test".to_owned(), "*.例子.cn".to_owned()],
            certificate: Some("/etc/my ssl/a.pem".to_owned()),
            key: Some("C:\\a&b=c.key".to_owned()),
            client_ca: Some("/etc/ca#1.pem".to_owned()),
            upstream: Some("http://127.0.0.1:3000".to_owned()),
            ..DeployOptions::default()
        };
        let options = options.set(Switch::Hsts, true).set(Switch::Redirect, false).set(Switch::Http3, true);
        assert_eq!(read(&write(&options)), options);
        assert_eq!(write(&DeployOptions::default()), "");
        assert_eq!(read("&&x=y&with=hsts,flying&without=http2&profile=none").with, [Switch::Hsts]);
    }
}
