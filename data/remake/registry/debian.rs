//! Debian's archive, asked by apt: other releases than the installed one too, through lists of our own, so that what
//! this machine installs from stays as it is.

use super::{empty_folder, files_below, folder, output};
use crate::Outcome;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

/// The releases whose packages are compared, and security updates by that name.
pub const BULLSEYE: &str = "bullseye";
pub const BULLSEYE_SECURITY: &str = "bullseye-security";
pub const BOOKWORM: &str = "bookworm";
pub const BOOKWORM_SECURITY: &str = "bookworm-security";
pub const TRIXIE: &str = "trixie";
pub const TRIXIE_SECURITY: &str = "trixie-security";
pub const UNSTABLE: &str = "sid";

/// A package of a release, unpacked: its folder and its version.
pub fn unpacked(package: &str, release: &str) -> Outcome<(PathBuf, String)> {
    let apt = Apt::ready()?;
    let version = apt.version(package, release)?;
    let folder = folder("debian")?.join(format!("{package}_{}", version.replace([':', '~', '+'], "_")));
    if !folder.join("usr").exists() {
        println!("downloading {package} {version} ({release}) with apt");
        let download = empty_folder("download")?;
        apt.run("apt-get", &["download", "-qq", &format!("{package}={version}")], &download)?;
        let archive = files_below(&download)?.pop().ok_or("apt downloaded nothing")?;
        fs::create_dir_all(&folder)?;
        output("dpkg-deb", [Path::new("--extract"), &archive, &folder], &download)?;
    }
    Ok((folder, version))
}

/// The upstream source of a package of a release, as an archive, and its version.
pub fn source(package: &str, release: &str) -> Outcome<(PathBuf, String)> {
    let apt = Apt::ready()?;
    let of_release = format!("{package}/{release}");
    let asked = ["source", "--download-only", "--only-source", "-qq", &of_release];
    let files = apt.run("apt-get", &[&asked[..], &["--print-uris"]].concat(), &apt.folder)?;
    let mut names = files.lines().filter_map(|line| line.split(' ').nth(1));
    let name = names.find(|name| name.contains(".orig.tar.")).ok_or("apt offers no such source")?;
    let version = name.split('_').nth(1).and_then(|rest| rest.split(".orig").next()).unwrap_or(name);
    let folder = folder("debian")?.join(format!("{package}_source"));
    if !folder.join(name).exists() {
        println!("downloading the source of {package} {version} ({release}) with apt");
        fs::create_dir_all(&folder)?;
        apt.run("apt-get", &asked, &folder)?;
    }
    Ok((folder.join(name), version.to_owned()))
}

/// apt with lists of its own.
struct Apt {
    folder: PathBuf,
}

impl Apt {
    /// Updates the lists, once in a run.
    fn ready() -> Outcome<&'static Self> {
        static READY: OnceLock<Result<Apt, String>> = OnceLock::new();
        let ready = READY.get_or_init(|| Self::new().map_err(|error| error.to_string()));
        Ok(ready.as_ref().map_err(String::as_str)?)
    }

    fn new() -> Outcome<Self> {
        let apt = Self { folder: folder("apt")? };
        for below in ["lists/partial", "cache/archives/partial"] {
            fs::create_dir_all(apt.folder.join(below))?;
        }
        fs::write(apt.folder.join("sources.list"), sources()?)?;
        println!("downloading the package lists of Debian 11, 12, 13 and unstable with apt");
        // One release that is not there any more does not hide the others.
        if let Err(trouble) = apt.run("apt-get", &["update", "-qq"], &apt.folder) {
            println!("not every list could be had: {trouble}");
        }
        Ok(apt)
    }

    fn run(&self, program: &str, arguments: &[&str], at: &Path) -> Outcome<String> {
        let folder = self.folder.display();
        let options = [
            format!("Dir::Etc::sourcelist={folder}/sources.list"),
            "Dir::Etc::sourceparts=-".to_owned(),
            format!("Dir::State::lists={folder}/lists"),
            format!("Dir::Cache={folder}/cache"),
            // Where a machine's own settings keep none, every question would take seconds.
            "Dir::Cache::pkgcache=pkgcache.bin".to_owned(),
            "Dir::Cache::srcpkgcache=srcpkgcache.bin".to_owned(),
            "Acquire::Languages=none".to_owned(),
            // The folder may be one that only its owner may enter.
            "APT::Sandbox::User=".to_owned(),
        ];
        let options = options.iter().flat_map(|option| ["-o", option]);
        output(program, options.chain(arguments.iter().copied()), at)
    }

    /// The version of a package in a release.
    fn version(&self, package: &str, release: &str) -> Outcome<String> {
        let table = self.run("apt-cache", &["madison", package], &self.folder)?;
        let rows = table.lines().map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
        let found = rows.filter_map(|row| match row.as_slice() {
            [_, version, place] if place.contains(&format!(" {release}/")) && place.ends_with("Packages") => {
                Some((*version).to_owned())
            }
            _ => None,
        });
        found.into_iter().next().ok_or_else(|| format!("apt offers no {package} in {release}").into())
    }
}

/// Debian's archive where this machine's own settings have it, in the releases that we want.
fn sources() -> Outcome<String> {
    let format = "$(REPO_URI)";
    let known = output("apt-get", ["indextargets", "--format", format, "Created-By: Packages"], Path::new("/"))?;
    let archive = |name: &str| known.lines().find(|address| address.trim_end_matches('/').ends_with(name));
    let main = archive("/debian").ok_or("this machine does not install from Debian's archive")?;
    let mut places: Vec<_> = [BULLSEYE, BOOKWORM, TRIXIE, UNSTABLE].map(|release| (main, release)).into();
    if let Some(security) = archive("/debian-security") {
        places.extend([BULLSEYE_SECURITY, BOOKWORM_SECURITY, TRIXIE_SECURITY].map(|release| (security, release)));
    }
    let line = |(address, release)| {
        format!("deb [target=Packages] {address} {release} main\ndeb-src [target=Sources] {address} {release} main\n")
    };
    Ok(places.into_iter().map(line).collect())
}
