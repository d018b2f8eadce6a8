//! The supply: public intermediates and roots in shards, as `engine::supply` reads them. Built beside the page, never
//! committed.

use super::{
    Outcome,
    ccadb::{self, Selection},
    facts::Facts,
    project,
    registry::{certificates_in, empty_folder, output},
    tables::roots::hex,
};
use certloupe::{
    engine::{
        supply,
        trust::{date_of, is_revoked},
        x509::{self, Certificate},
    },
    report::Timestamp,
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;

/// The report, in parts by the decade in which a certificate begins.
const REPORT: &str = "https://ccadb.my.salesforce-sites.com/ccadb/AllCertificatePEMsCSVFormat?NotBeforeDecade=";
const DECADES: [&str; 4] = ["1990", "2000", "2010", "2020"];

/// Writes every shard and the index. Without the research folder, and without the CCADB, there are Mozilla's roots and
/// no intermediates.
pub fn write(research: Option<&Path>, to: &Path) -> Outcome<()> {
    let now = today();
    let facts = Facts::read(&project("data/trust"))?;
    let mut roots: Vec<_> = TLS_SERVER_ROOT_CERTS.iter().filter_map(|der| x509::parse(der).ok()).collect();
    let mut candidates = Vec::new();
    if let Some(folder) = research {
        roots.extend(certificates_in(&folder.join("roots.pem"))?);
        candidates.extend(certificates_in(&folder.join("intermediates.pem"))?);
        println!("{} certificates in {}", candidates.len(), folder.display());
        candidates.extend(reports(folder)?);
    }
    roots.sort_by_key(|root| root.sha256);
    roots.dedup_by_key(|root| root.sha256);
    let mut date = date_of("ccadb").ok_or("the supply has no date")?.to_owned();
    match fetch() {
        Ok(folder) => {
            candidates.extend(reports(&folder)?);
            date = now.to_string().chars().take(10).collect();
        }
        Err(trouble) => println!("the CCADB can not be asked from here ({trouble}): going on without"),
    }
    let trusted: Vec<_> = roots.iter().filter(|root| facts.is_current(&hex(&root.sha256))).cloned().collect();
    let count = candidates.len();
    let Selection { kept, fallen } = ccadb::select(candidates, &trusted, now, is_revoked);
    println!("{} of {count} certificates lead to one of {} roots of today", kept.len(), trusted.len());
    for (why, number) in fallen {
        println!("left out: {number} {why:?}");
    }
    roots.extend(kept);
    roots.extend(of_the_examples()?);
    write_files(&roots, &date, to)
}

/// The invented CA of the page's examples, so that the gap in one of them can be filled wherever the page stands.
fn of_the_examples() -> Outcome<Vec<Certificate>> {
    let chain = certificates_in(&project("www/examples/good.pem"))?;
    Ok(chain.into_iter().filter(|it| it.is_ca() && !it.is_self_issued()).collect())
}

fn write_files(certificates: &[Certificate], date: &str, to: &Path) -> Outcome<()> {
    let files = supply::files(certificates, date);
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    fs::create_dir_all(to)?;
    // Shards of an earlier run that this one does not have.
    for entry in fs::read_dir(to)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "bin") {
            fs::remove_file(path)?;
        }
    }
    for file in &files {
        fs::write(to.join(&file.name), &file.bytes)?;
    }
    println!("supply of {date}: {bytes} bytes in {} files, {}", files.len(), to.display());
    Ok(())
}

/// The certificates of the reports in a folder.
fn reports(folder: &Path) -> Outcome<Vec<Certificate>> {
    let mut certificates = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("AllCertificatePEMsCSVFormat") {
            let found = ccadb::read(fs::File::open(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
            println!("{} certificates in {}", found.len(), path.display());
            certificates.extend(found);
        }
    }
    Ok(certificates)
}

/// Fetches the report, whole or not at all.
fn fetch() -> Outcome<PathBuf> {
    let folder = empty_folder("ccadb")?;
    println!("downloading the CCADB's report of CA certificates with curl");
    for decade in DECADES {
        let name = format!("AllCertificatePEMsCSVFormat_{decade}.csv");
        let address = format!("{REPORT}{decade}");
        let quiet = ["--fail", "--silent", "--show-error", "--location", "--connect-timeout", "5", "--max-time", "300"];
        output("curl", quiet.into_iter().chain(["--output", &name, &address]), &folder)?;
    }
    Ok(folder)
}

#[allow(clippy::disallowed_methods, reason = "a program for the terminal: the clock is read here and passed on")]
fn today() -> Timestamp {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_unix(i64::try_from(elapsed.as_secs()).unwrap_or(i64::MAX))
}
