//! A configuration with everything that it names, in one archive: what was written, the chain, and the key where it is
//! here and open.

use super::zip::{PRIVATE, PUBLIC, archive};
use crate::engine::Analysis;
use crate::export::pem::{chain_files, key_file};
use crate::report::wire::File;
use zeroize::Zeroizing;

/// The archive; none only where the files are larger than an archive can be.
pub fn bundle(analysis: &Analysis, name: String, files: &[File]) -> Option<File> {
    let chain = chain_files(analysis);
    let key = key_file(analysis).map(|File { name, bytes }| (name, Zeroizing::new(bytes)));
    let public = files.iter().chain(&chain).map(|file| (file.name.as_str(), file.bytes.as_slice(), PUBLIC));
    let key = key.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice(), PRIVATE));
    let entries: Vec<_> = public.chain(key).collect();
    Some(File { name, bytes: archive(analysis.options.now, &entries).ok()? })
}
