//! Archives that real programs wrote, and archives that want to break something.
#![allow(clippy::print_stdout, reason = "how long it took is part of the result")]

mod support;

use certloupe::engine::read::{Damage, LooksLike, Material, ProblemKind, read, read_with};
use certloupe::report::message::InputMessage;
use certloupe::report::{InputKind, Options, Source, Step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use support::case_file::NOW;
use support::cpu::Stopwatch;
use support::mint::{Cert, Key, Minted, bundle};
use support::openssl::{folder, openssl};
use support::zip::{Entry, Zip, gzip, tar};

fn read_one(name: &str, bytes: impl Into<Vec<u8>>) -> Material {
    read(&[Source { name: name.to_owned(), bytes: bytes.into() }])
}

fn house() -> (Minted, Minted) {
    let root = Cert::ca("Example Root").key(Key::P256(91)).self_signed();
    (Cert::server(&["shop.example.com"]).key(Key::Rsa2048(1)).issued_by(&root), root)
}

/// A folder of this test's own with the files of a pack in it.
fn unpacked(name: &str) -> PathBuf {
    let folder = folder(name);
    let _ = fs::remove_dir_all(&folder);
    let (leaf, root) = house();
    for (file, content) in [
        ("pack/Nginx/1_bundle.crt", bundle(&[&leaf, &root])),
        ("pack/Nginx/2.key", leaf.key_pem()),
        ("pack/Tomcat/keystorePass.txt", "s3cret\r\n".to_owned()),
        ("pack/证书说明.txt", "先看这里\n".repeat(100)),
        ("pack/empty", String::new()),
    ] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

/// Runs a program in a folder, which must succeed.
fn run(folder: &Path, program: &str, arguments: &[&str]) {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// That all files of [`unpacked`] were read out of the archive.
fn assert_all_read(archive: &str, material: &Material) {
    let readme = |kind: &ProblemKind| *kind == ProblemKind::Unreadable(LooksLike::Text);
    assert!(material.problems.iter().all(|problem| readme(&problem.kind)), "{archive}: {:?}", material.problems);
    assert_eq!((material.certificates.len(), material.keys.len()), (2, 1), "{archive}");
    let name = format!("{archive}/pack/Nginx/1_bundle.crt");
    let found = |kind, name: &str| material.inputs.iter().any(|input| input.kind == kind && input.source == name);
    assert!(found(InputKind::Certificate, &name), "{archive}: {:?}", material.inputs);
    assert!(found(InputKind::Password, &format!("{archive}/pack/Tomcat/keystorePass.txt")), "{archive}");
    assert!(found(InputKind::Unknown, &format!("{archive}/pack/证书说明.txt")), "{archive}: {:?}", material.inputs);
}

const PYTHON_ZIP: &str = "
import os, sys, zipfile
class Pipe:
    def __init__(self, path): self.file = open(path, 'wb')
    def write(self, data): return self.file.write(data)
    def flush(self): self.file.flush()
files = [os.path.join(folder, name) for folder, _, names in os.walk('pack') for name in names]
with zipfile.ZipFile(Pipe('stream.zip'), 'w', zipfile.ZIP_DEFLATED) as pack:
    for name in files: pack.write(name)
with zipfile.ZipFile('zip64.zip', 'w', zipfile.ZIP_DEFLATED) as pack:
    for name in files:
        with pack.open(name, 'w', force_zip64=True) as out: out.write(open(name, 'rb').read())
for method, name in [(zipfile.ZIP_BZIP2, 'bzip2.zip'), (zipfile.ZIP_LZMA, 'lzma.zip')]:
    with zipfile.ZipFile(name, 'w', method) as pack: pack.write('pack/Nginx/1_bundle.crt')
";

#[test]
fn zips_of_real_programs() {
    let folder = unpacked("archives-zip");
    run(&folder, "zip", &["-r", "zip.zip", "pack"]);
    run(&folder, "zip", &["-r", "-0", "stored.zip", "pack"]);
    run(&folder, "zip", &["-r", "-9", "-fz", "large.zip", "pack"]);
    run(&folder, "7z", &["a", "-tzip", "7z.zip", "pack"]);
    run(&folder, "python3", &["-c", PYTHON_ZIP]);
    // The output of a program that can not go back: descriptors behind the files.
    run(&folder, "sh", &["-c", "zip -r - pack | cat > piped.zip"]);
    // Programs that unpack themselves: the ZIP stands behind them, its places told with them or without.
    run(&folder, "sh", &["-c", "(printf '\\177ELF\\0\\0'; cat zip.zip) > behind.zip"]);
    run(&folder, "sh", &["-c", "cp behind.zip adjusted.zip; zip -A adjusted.zip"]);
    for name in [
        "zip.zip",
        "stored.zip",
        "large.zip",
        "7z.zip",
        "stream.zip",
        "zip64.zip",
        "piped.zip",
        "behind.zip",
        "adjusted.zip",
    ] {
        assert_all_read(name, &read_one(name, fs::read(folder.join(name)).unwrap()));
    }
}

#[test]
fn tars_of_real_programs() {
    let folder = unpacked("archives-tar");
    run(&folder, "tar", &["cf", "gnu.tar", "--format=gnu", "pack"]);
    run(&folder, "tar", &["cf", "pax.tar", "--format=pax", "pack"]);
    run(&folder, "tar", &["cf", "ustar.tar", "--format=ustar", "pack"]);
    run(&folder, "tar", &["cf", "v7.tar", "--format=v7", "pack"]);
    run(&folder, "tar", &["cf", "oldgnu.tar", "--format=oldgnu", "pack"]);
    run(&folder, "tar", &["czf", "v7.tar.gz", "--format=v7", "pack"]);
    run(&folder, "tar", &["czf", "pack.tar.gz", "pack"]);
    let python = "import tarfile\nwith tarfile.open('python.tgz', 'w:gz') as pack: pack.add('pack')";
    run(&folder, "python3", &["-c", python]);
    for name in ["gnu.tar", "pax.tar", "ustar.tar", "v7.tar", "oldgnu.tar", "v7.tar.gz", "pack.tar.gz", "python.tgz"] {
        assert_all_read(name, &read_one(name, fs::read(folder.join(name)).unwrap()));
    }
    run(&folder, "gzip", &["-k", "pack/Nginx/1_bundle.crt"]);
    let material = read_one("download", fs::read(folder.join("pack/Nginx/1_bundle.crt.gz")).unwrap());
    assert_eq!(material.inputs[1].source, "download/1_bundle.crt");
    assert_eq!(material.certificates.len(), 2);
}

#[test]
fn names_longer_than_a_header_has_room_for() {
    let folder = folder("archives-long");
    let _ = fs::remove_dir_all(&folder);
    let long = format!("{}/{}", "d".repeat(120), "f".repeat(120));
    fs::create_dir_all(folder.join("d".repeat(120))).unwrap();
    fs::write(folder.join(&long), house().0.pem()).unwrap();
    for format in ["gnu", "pax"] {
        let name = format!("{format}.tar");
        run(&folder, "tar", &["cf", &name, &format!("--format={format}"), &long]);
        let material = read_one(&name, fs::read(folder.join(&name)).unwrap());
        assert_eq!(material.inputs[1].source, format!("{name}/{long}"));
    }
}

#[test]
fn what_is_locked_or_packed_in_another_way() {
    let folder = unpacked("archives-locked");
    run(&folder, "zip", &["-r", "-P", "s3cret", "zip.zip", "pack/Nginx"]);
    run(&folder, "7z", &["a", "-tzip", "-mem=AES256", "-ps3cret", "aes.zip", "pack/Nginx"]);
    run(&folder, "python3", &["-c", PYTHON_ZIP]);
    run(&folder, "7z", &["a", "-tzip", "-mm=Deflate64", "deflate64.zip", "pack/Nginx/1_bundle.crt"]);
    for (name, looks) in [
        ("zip.zip", LooksLike::LockedFile),
        ("aes.zip", LooksLike::LockedFile),
        ("bzip2.zip", LooksLike::PackedFile("BZIP2")),
        ("lzma.zip", LooksLike::PackedFile("LZMA")),
        ("deflate64.zip", LooksLike::PackedFile("DEFLATE64")),
    ] {
        let material = read_one(name, fs::read(folder.join(name)).unwrap());
        let kinds: Vec<_> = material.problems.iter().map(|problem| &problem.kind).collect();
        assert_eq!(kinds, [&ProblemKind::Unreadable(looks)], "{name}");
    }
    run(&folder, "7z", &["a", "pack.7z", "pack"]);
    run(&folder, "tar", &["cJf", "pack.tar.xz", "pack"]);
    run(&folder, "tar", &["cjf", "pack.tar.bz2", "pack"]);
    for (name, kind) in [("pack.7z", "7z"), ("pack.tar.xz", "xz"), ("pack.tar.bz2", "bzip2")] {
        let material = read_one(name, fs::read(folder.join(name)).unwrap());
        let looks = LooksLike::OtherArchive(kind);
        assert_eq!(material.problems[0].kind, ProblemKind::Unreadable(looks), "{name}");
    }
}

/// What the recipes of the layouts write is what real programs write.
#[test]
fn real_programs_read_what_the_recipes_write() {
    let folder = folder("archives-ours");
    let (leaf, root) = house();
    let zip =
        Zip::default().folder("Nginx").file("Nginx/shop.crt", leaf.pem()).stored("Nginx/shop.key", leaf.key_pem());
    fs::write(folder.join("pack.zip"), zip.bytes()).unwrap();
    run(&folder, "unzip", &["-t", "pack.zip"]);
    fs::write(folder.join("pack.tar.gz"), gzip(Some("pack.tar"), &tar(&[("a/", b""), ("a/b", b"c")]))).unwrap();
    run(&folder, "tar", &["tzf", "pack.tar.gz"]);
    fs::write(folder.join("shop.jks"), support::jks::jks("s3cret", "shop", &leaf, &[&root])).unwrap();
    run(&folder, "keytool", &["-list", "-keystore", "shop.jks", "-storepass", "s3cret"]);
    run(&folder, "keytool", &["-certreq", "-alias", "shop", "-keystore", "shop.jks", "-storepass", "s3cret"]);
    let pfx = support::pfx::pfx("s3cret", &leaf, &[&root]);
    let opened = openssl(&["pkcs12", "-nodes", "-passin", "pass:s3cret"], &pfx);
    assert!(opened.succeeded, "{}", opened.stderr);
    assert_eq!(opened.text().matches("-----BEGIN ").count(), 3);
}

fn limits(material: &Material) -> Vec<&'static str> {
    let limit = |problem: &certloupe::engine::read::Problem| match problem.kind {
        ProblemKind::Limit(reached) => Some(reached.what),
        _ => None,
    };
    material.problems.iter().filter_map(limit).collect()
}

/// Reads, and says how long it took; the bound tells a bomb from a pack.
fn timed(name: &str, bytes: Vec<u8>) -> Material {
    let (size, start) = (bytes.len(), Stopwatch::start());
    let material = read_one(name, bytes);
    let took = start.elapsed();
    println!("{name}: {size} bytes in {took:.2?}");
    assert!(took < Duration::from_secs(60), "{name} took {took:?}");
    material
}

#[test]
fn bombs() {
    let pem = house().0.pem();
    let zeros = vec![0; 10 << 20];
    let material = timed("zeros.zip", Zip::default().file("zeros", &zeros).file("a.pem", &pem).bytes());
    assert_eq!((limits(&material), material.certificates.len()), (vec!["ratio"], 1));
    assert_eq!(limits(&timed("zeros.gz", gzip(None, &zeros))), ["ratio"]);

    // As 42.zip: sixteen in each of sixteen, and so on.
    let mut level = Zip::default().file("0.dll", &zeros).bytes();
    for _ in 0..5 {
        let pack = (0..16).fold(Zip::default(), |zip, number| zip.stored(&format!("{number}.zip"), &level));
        level = pack.bytes();
        if level.len() > 8 << 20 {
            break;
        }
    }
    let material = timed("nested.zip", Zip::default().stored("lib.zip", level).file("a.pem", &pem).bytes());
    assert!(limits(&material).contains(&"nesting"));
    assert_eq!(material.certificates.len(), 1);

    let empty = (0..100_000_u32).map(|number| (format!("{number}"), &b""[..])).collect::<Vec<_>>();
    let names: Vec<_> = empty.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    let material = timed("many.tar.gz", gzip(None, &tar(&names)));
    assert!(["files", "ratio"].iter().any(|what| limits(&material).contains(what)), "{:?}", material.problems.first());
    let many = names.iter().take(60_000).fold(Zip::default(), |zip, (name, _)| zip.stored(name, ""));
    assert_eq!(limits(&timed("many.zip", many.bytes())), ["files"]);
}

/// One file that a thousand entries of the directory point at (D. Fifield, A better zip bomb, 2019).
#[test]
fn files_that_share_their_bytes() {
    let material = timed("shared.zip", shared(Zip::default().stored("kernel", vec![7; 1 << 20]), 1000));
    assert!(limits(&material).contains(&"unpacked bytes"));
}

/// The only file of a ZIP, listed so many times.
fn shared(zip: Zip, times: u16) -> Vec<u8> {
    let one = zip.bytes();
    let end = one.len() - 22;
    let start = one.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    let record = &one[start..end];
    let mut bytes = one[..start].to_vec();
    bytes.extend(record.repeat(times.into()));
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([times.to_le_bytes(), times.to_le_bytes()].concat());
    bytes.extend((record.len() as u32 * u32::from(times)).to_le_bytes());
    bytes.extend((start as u32).to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// Files that claim to be large and are broken at once, and files of eight megabytes that nothing comes out of: ten
/// thousand times the work, where that is not counted.
#[test]
fn files_that_promise_much() {
    let claimed = Zip::default().claiming("a", [&[0xff][..], &[0; 8 << 20]].concat(), u32::MAX - 1);
    let material = read_one("claims.zip", shared(claimed, 9000));
    assert!(material.problems.iter().any(|problem| problem.kind == ProblemKind::Unpacking(Damage::File)));
    let nothing = Zip::default().claiming("a", [0, 0, 0, 0xff, 0xff].repeat(8 << 18), 9);
    let material = read_one("nothing.zip", shared(nothing, 9000));
    assert!(limits(&material).contains(&"unpacked bytes"), "{:?}", material.problems.last());
    // The password file that it says it is.
    let nothing = Zip::default().claiming("pass.txt", [0, 0, 0, 0xff, 0xff].repeat(8 << 18), 9);
    assert!(limits(&read_one("nothing.zip", shared(nothing, 9000))).contains(&"unpacked bytes"));
}

/// A gzip may have members without end; each belongs behind the one before.
#[test]
fn many_members() {
    let (pem, zeros) = (house().0.pem(), vec![b'\n'; 4 << 20]);
    let many = [gzip(None, pem.as_bytes()), gzip(None, &zeros), gzip(None, b"\n").repeat(100_000)].concat();
    let material = read_one("many.pem.gz", many);
    assert_eq!((material.certificates.len(), material.problems.len()), (1, 0), "{:?}", material.problems);
    // A member's references do not reach into the one before.
    let before = [gzip(None, &[b'x'; 4096]), vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x03, 0x42, 0, 0]].concat();
    let material = read_one("before.gz", [before, vec![0; 8]].concat());
    assert_eq!(material.problems[0].kind, ProblemKind::Unpacking(Damage::File));
}

/// Every length and many turned bytes: nothing panics, and what is whole is read.
#[test]
fn damage_anywhere() {
    let root = house().1;
    let small = "x".repeat(40);
    let zip = Zip::default().file("a.crt", &root.der).stored("b", &small).bytes();
    let tarred = tar(&[("a.crt", &root.der), ("b", small.as_bytes())]);
    let packed = gzip(Some("a.tar"), &tarred);
    let nested = Zip::default().stored("in.zip", &zip).bytes();
    let mut read_count = 0;
    for (name, whole) in [("a.zip", &zip), ("a.tar", &tarred), ("a.tar.gz", &packed), ("n.zip", &nested)] {
        for length in 0..whole.len() {
            read_count += read_one(name, &whole[..length]).certificates.len();
        }
        for at in 0..whole.len() {
            for turn in [0xff, 0x01, 0x80] {
                let mut turned = whole.clone();
                turned[at] ^= turn;
                read_count += read_one(name, turned).certificates.len();
            }
        }
    }
    println!("{read_count} certificates read out of damaged archives");
    assert!(read_count > 3_000, "only {read_count}");
}

#[test]
fn a_file_is_read_although_its_checksum_is_wrong() {
    let entry = Entry { name: b"a.pem".to_vec(), crc: Some(1), ..Entry::default() };
    let material = read_one("a.zip", Zip::default().add(entry, house().0.pem().as_bytes()).bytes());
    assert_eq!(material.certificates.len(), 1);
    assert_eq!(material.problems[0].kind, ProblemKind::Unpacking(Damage::Checksum));
}

/// A machine of thousands of sites, and one certificate in thousands of folders.
#[test]
fn folders_without_end() {
    let pem = |number: u32| Cert::server(&[&format!("a{number}.example.com")]).key(Key::Ed25519(1)).self_signed().pem();
    let mut sources: Vec<_> = (0..5_000)
        .map(|number| Source { name: format!("live/{number}/fullchain.pem"), bytes: pem(number % 500).into_bytes() })
        .collect();
    sources.extend((0..2_500).map(|number| Source { name: format!("live/x{number}/a.pfx"), bytes: PFX.to_vec() }));
    let start = Stopwatch::start();
    let report = certloupe::engine::inspect(&sources, &Options::at(NOW)).0;
    println!("7,500 folders: {:.2?}", start.elapsed());
    assert!(start.elapsed() < Duration::from_secs(60));
    assert_eq!((report.certificates.len(), report.chain.given.len()), (500, 500));
}

/// The beginning of a PKCS#12 file.
const PFX: &[u8] = b"\x30\x80\x02\x01\x03\x30";

/// The pack that the issue asks about: 4 MB, 200 files.
#[test]
fn a_pack_of_two_hundred_files_says_how_far_it_is() {
    let mut zip = Zip::default();
    let mut dice = 1_u64;
    for number in 0..200 {
        // Certificates hardly shrink: text of them beside bytes that do not.
        let leaf = Cert::server(&[&format!("a{number}.example.com")]).key(Key::P256(9)).self_signed();
        let mut content = leaf.pem().into_bytes();
        content.extend((0..26_000).map(|_| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            b' ' + (dice >> 58) as u8
        }));
        zip = zip.file(&format!("{number}/fullchain.pem"), content);
    }
    let bytes = zip.bytes();
    let size = bytes.len();
    let mut heard = Vec::new();
    let start = Stopwatch::start();
    let sources = [Source { name: "pack.zip".to_owned(), bytes }];
    let material = read_with(&sources, &Options::at(NOW), &mut |progress| heard.push(progress));
    println!("200 files, {size} bytes: {:.2?}", start.elapsed());
    assert_eq!(material.certificates.len(), 200);
    let done: Vec<_> = heard.iter().map(|progress| progress.done).collect();
    assert_eq!(done, [0, 25, 50, 75, 100, 125, 150, 175]);
    assert!(heard.iter().all(|progress| progress.step == Step::Unpacking && progress.total == 200));
}

/// A file of 0 bytes is empty; an archive without files and a password by itself are not.
#[test]
fn what_is_empty_and_what_is_not() {
    let said = |name: &str, bytes: Vec<u8>| {
        let source = Source { name: name.to_owned(), bytes };
        let report = certloupe::engine::inspect(&[source], &Options::at(NOW)).0;
        report.findings.iter().map(|finding| finding.message.id).collect::<Vec<_>>()
    };
    assert_eq!(said("a.pem", Vec::new()), [InputMessage::NothingGiven.into()]);
    assert_eq!(said("a.zip", Zip::default().bytes()), [InputMessage::NothingInside.into()]);
    assert_eq!(said("password.txt", b"s3cret".to_vec()), [InputMessage::NothingReadable.into()]);
}
