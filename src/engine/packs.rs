//! Packs: what a CA's console gives has a folder for each kind of server, all with the same certificate. Only one of
//! them is what a server would be given; the others are no repetitions and no disorder, but other forms of the same.
//!
//! Content decides, names only hint: `server.crt` is a full chain in one pack and the certificate alone in another.

use super::chain;
use super::read::{Given, Material};
use crate::engine::sorted;
use crate::report::{InputKind, Options, PackFolder, PackItem};

/// A folder with more files than this is no folder for a server but a collection (`/etc/ssl/certs`).
const SERVER_FOLDER: usize = 64;

/// More folders with the same certificate than this are copies of a machine, and nothing to choose from.
const FOLDERS: usize = 32;

/// Servers, the words in the names of folders that speak of them, and the targets that take their files.
static SERVERS: &[(&str, &[&str], &[&str])] = &[
    (
        "nginx",
        &["nginx", "tengine", "openresty"],
        &["nginx", "tengine", "openresty", "haproxy", "caddy", "traefik", "envoy"],
    ),
    ("apache", &["apache", "apache2", "httpd"], &["apache"]),
    ("tomcat", &["tomcat", "jks", "java"], &["tomcat", "java", "spring-boot", "jetty", "weblogic"]),
    ("iis", &["iis", "pfx", "windows"], &["iis", "windows"]),
];

/// One file with certificates, or what else was found in a folder.
struct File<'a> {
    source: (usize, &'a str),
    /// Its certificates, ascending, each once.
    certificates: Vec<usize>,
    kinds: Vec<InputKind>,
    is_text: bool,
}

/// The files of one folder.
struct Folder<'a> {
    path: &'a str,
    files: Vec<File<'a>>,
    /// The server certificates in them, ascending, each once.
    leaves: Vec<usize>,
}

/// Takes out of what counts as given whatever belongs to folders for other servers, and what a folder holds twice. Gives
/// the folders, where there was a choice.
pub(super) fn choose(material: &mut Material, options: &Options) -> Vec<PackFolder> {
    let leaves = chain::server_certificates(&material.certificates);
    let folders = folders(material, &leaves);
    if folders.is_empty() {
        return Vec::new();
    }
    let mut order: Vec<_> = (0..folders.len()).collect();
    let leaves_of = |index: &usize| folders.get(*index).map(|folder| folder.leaves.as_slice()).unwrap_or_default();
    order.sort_by_key(|index| leaves_of(index));
    let closed: Vec<_> = folders.iter().filter(|folder| folder.is_closed()).collect();
    let mut packs = Vec::new();
    let mut left_out = Vec::new();
    for rivals in order.chunk_by(|one, other| leaves_of(one) == leaves_of(other)) {
        let rivals: Vec<_> = rivals.iter().filter_map(|index| folders.get(*index)).collect();
        if rivals.iter().any(|folder| folder.leaves.is_empty()) {
            continue;
        }
        let rank = |folder: &&Folder<'_>| rank(folder, &leaves, options);
        // The first of the best.
        let chosen = rivals.iter().copied().rev().max_by_key(rank).map(|folder| folder.path);
        let closed = beside(&closed, &rivals);
        if (2..=FOLDERS).contains(&rivals.len().saturating_add(closed.len())) {
            let all = rivals.iter().copied().chain(closed);
            packs.extend(all.map(|folder| folder.report(&leaves, chosen == Some(folder.path))));
        }
        let others = rivals.iter().filter(|folder| Some(folder.path) != chosen);
        left_out.extend(others.flat_map(|folder| &folder.files).map(|file| file.source));
    }
    left_out.extend(folders.iter().flat_map(Folder::repeated));
    sorted::sort(&mut left_out);
    let counts = |given: &Given| {
        let input = given.input.and_then(|input| material.inputs.get(input));
        let source = input.map(|input| (input.source_index, input.source.as_str()));
        source.is_none_or(|source| left_out.binary_search(&source).is_err())
    };
    material.given = material.given.iter().copied().filter(counts).collect();
    packs
}

/// The folder that a file's name tells; archives of old Windows programs write backslashes.
fn folder_of(name: &str) -> Option<&str> {
    name.rsplit_once(['/', '\\']).map(|(folder, _)| folder)
}

/// The folders, in the order of their paths.
fn folders<'a>(material: &'a Material, leaves: &[usize]) -> Vec<Folder<'a>> {
    let mut files: Vec<(&str, File<'_>)> = Vec::new();
    for input in material.inputs.iter().filter(|input| input.kind != InputKind::Archive) {
        let Some(folder) = folder_of(&input.source) else { continue };
        let source = (input.source_index, input.source.as_str());
        if files.last().is_none_or(|(_, last)| last.source != source) {
            let file = File { source, certificates: Vec::new(), kinds: Vec::new(), is_text: input.line.is_some() };
            files.push((folder, file));
        }
        if let Some((_, file)) = files.last_mut() {
            file.certificates.extend(input.certificate);
            file.kinds.push(input.kind);
        }
    }
    files.sort_by_key(|(folder, _)| *folder);
    let mut folders: Vec<Folder<'_>> = Vec::new();
    for (path, mut file) in files {
        sorted::sort(&mut file.certificates);
        file.certificates.dedup();
        if folders.last().is_none_or(|last| last.path != path) {
            folders.push(Folder { path, files: Vec::new(), leaves: Vec::new() });
        }
        if let Some(folder) = folders.last_mut() {
            folder.leaves.extend(file.certificates.iter().filter(|index| is_in(leaves, index)));
            folder.files.push(file);
        }
    }
    for folder in &mut folders {
        sorted::sort(&mut folder.leaves);
        folder.leaves.dedup();
    }
    folders
}

fn is_in(sorted: &[usize], index: &usize) -> bool {
    sorted.binary_search(index).is_ok()
}

/// Larger is better: the user's folder, that of the chosen server, a full chain in one file, with its key, with its
/// issuers at least, and of equals the one for nginx, which most servers can use.
fn rank(folder: &Folder<'_>, leaves: &[usize], options: &Options) -> (bool, bool, bool, bool, bool, bool) {
    let has = folder.items(leaves);
    let server = server_of(folder.path);
    let wanted = options.target.as_deref().and_then(server_for);
    (
        options.folder.as_deref() == Some(folder.path),
        wanted.is_some() && server == wanted,
        has.contains(&PackItem::FullChain),
        has.contains(&PackItem::PrivateKey),
        has.contains(&PackItem::Chain),
        server == Some("nginx"),
    )
}

/// The server that a path speaks of: in the last word of the innermost part that has one.
fn server_of(path: &str) -> Option<&'static str> {
    path.rsplit(|character: char| !character.is_ascii_alphanumeric()).find_map(|word| {
        let is_word = |one: &&str| one.eq_ignore_ascii_case(word);
        SERVERS.iter().find(|(_, words, _)| words.iter().any(is_word)).map(|(id, ..)| *id)
    })
}

/// The server whose files a target takes.
fn server_for(target: &str) -> Option<&'static str> {
    SERVERS.iter().find(|(_, _, targets)| targets.contains(&target)).map(|(id, ..)| *id)
}

/// Those of the closed folders that lie beside these.
fn beside<'a, 'b>(closed: &[&'b Folder<'a>], rivals: &[&Folder<'a>]) -> Vec<&'b Folder<'a>> {
    let mut parents: Vec<_> = rivals.iter().map(|folder| folder_of(folder.path)).collect();
    sorted::sort(&mut parents);
    let is_beside = |folder: &&Folder<'_>| parents.binary_search(&folder_of(folder.path)).is_ok();
    closed.iter().copied().filter(is_beside).collect()
}

impl<'a> Folder<'a> {
    /// Whether it holds nothing but a container that could not be opened.
    fn is_closed(&self) -> bool {
        let holds = |kind| self.files.iter().any(|file| file.kinds.contains(&kind));
        self.leaves.is_empty() && (holds(InputKind::Pkcs12) || holds(InputKind::Jks))
    }

    /// What it holds.
    fn items(&self, leaves: &[usize]) -> Vec<PackItem> {
        let mut items: Vec<_> = self.files.iter().flat_map(|file| file.items(leaves)).collect();
        sorted::sort(&mut items);
        items.dedup();
        items
    }

    fn report(&self, leaves: &[usize], chosen: bool) -> PackFolder {
        let server = server_of(self.path).map(str::to_owned);
        PackFolder { path: self.path.to_owned(), server, has: self.items(leaves), chosen }
    }

    /// Files whose certificates stand in another file of the folder, too: `cert.pem` beside `fullchain.pem`.
    fn repeated(&self) -> Vec<(usize, &'a str)> {
        if self.files.len() > SERVER_FOLDER {
            return Vec::new();
        }
        let mut kept: Vec<&File<'_>> = Vec::new();
        let mut repeated = Vec::new();
        let mut files: Vec<_> = self.files.iter().filter(|file| !file.certificates.is_empty()).collect();
        // The largest first, and text before what only a server of its own reads.
        files.sort_by_key(|file| (usize::MAX.saturating_sub(file.certificates.len()), !file.is_text));
        for file in files {
            if kept.iter().any(|kept| file.certificates.iter().all(|index| is_in(&kept.certificates, index))) {
                repeated.push(file.source);
            } else {
                kept.push(file);
            }
        }
        repeated
    }
}

impl File<'_> {
    fn items(&self, leaves: &[usize]) -> Vec<PackItem> {
        let of_kind = |kind: &InputKind| match kind {
            InputKind::PrivateKey => Some(PackItem::PrivateKey),
            InputKind::Csr => Some(PackItem::Csr),
            InputKind::Pkcs12 => Some(PackItem::Pkcs12),
            InputKind::Jks => Some(PackItem::Jks),
            InputKind::Password => Some(PackItem::Password),
            _ => None,
        };
        let servers = self.certificates.iter().filter(|index| is_in(leaves, index)).count();
        let certificates = match (servers, self.certificates.len()) {
            (_, 0) => None,
            (0, _) => Some(PackItem::Chain),
            (some, all) if some == all => Some(PackItem::Certificate),
            _ => Some(PackItem::FullChain),
        };
        self.kinds.iter().filter_map(of_kind).chain(certificates).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_that_paths_speak_of() {
        for (path, server) in [
            ("pack.zip/Nginx", Some("nginx")),
            ("shop.example.com_apache.zip/shop.example.com_apache", Some("apache")),
            ("scs1_tomcat.zip", Some("tomcat")),
            ("nginx.example.com_iis", Some("iis")),
            ("Nginx/backup", Some("nginx")),
            ("iisland.example.com", None),
            ("shop/other", None),
            ("", None),
        ] {
            assert_eq!(server_of(path), server, "{path}");
        }
        assert_eq!(
            ["tengine", "spring-boot", "iis", "unheard-of"].map(server_for),
            [Some("nginx"), Some("tomcat"), Some("iis"), None]
        );
    }
}
