//! Writes archives: the same bytes every time, right or wrong on purpose.

use miniz_oxide::deflate::compress_to_vec;

/// A ZIP to be written.
#[derive(Clone, Debug, Default)]
pub struct Zip {
    body: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// One file of it; what is not as usual.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub name: Vec<u8>,
    pub flags: u16,
    pub method: Option<u16>,
    pub crc: Option<u32>,
    pub extra: Vec<u8>,
    /// What is added is packed already, and said to become so many bytes.
    pub claims: Option<u32>,
}

/// Its name is UTF-8.
pub const UTF8: u16 = 0x0800;
/// It is locked.
pub const LOCKED: u16 = 0x0001;

impl Zip {
    /// Adds a file, packed.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let entry = Entry { name: name.as_bytes().to_vec(), flags: UTF8, ..Entry::default() };
        self.add(entry, content.as_ref())
    }

    /// Adds a file as it is.
    pub fn stored(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let entry = Entry { name: name.as_bytes().to_vec(), flags: UTF8, method: Some(0), ..Entry::default() };
        self.add(entry, content.as_ref())
    }

    /// Adds packed bytes that are said to become so many.
    pub fn claiming(self, name: &str, packed: impl AsRef<[u8]>, size: u32) -> Self {
        let entry = Entry { name: name.as_bytes().to_vec(), method: Some(8), claims: Some(size), ..Entry::default() };
        self.add(entry, packed.as_ref())
    }

    /// Adds a folder.
    pub fn folder(self, name: &str) -> Self {
        self.stored(&format!("{name}/"), "")
    }

    /// Adds a file that is not as usual.
    pub fn add(mut self, entry: Entry, content: &[u8]) -> Self {
        let method = entry.method.unwrap_or(8);
        let packed = if method == 8 && entry.claims.is_none() { compress_to_vec(content, 6) } else { content.to_vec() };
        let crc = entry.crc.unwrap_or_else(|| rawzip::crc32(content));
        let offset = self.body.len() as u32;
        let mut common = Vec::new();
        common.extend(20_u16.to_le_bytes());
        common.extend(entry.flags.to_le_bytes());
        common.extend(method.to_le_bytes());
        // 1980-01-01, midnight.
        common.extend([0, 0, 0x21, 0]);
        common.extend(crc.to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend(entry.claims.unwrap_or(content.len() as u32).to_le_bytes());
        common.extend((entry.name.len() as u16).to_le_bytes());
        common.extend((entry.extra.len() as u16).to_le_bytes());
        self.body.extend(b"PK\x03\x04");
        self.body.extend(&common);
        self.body.extend(entry.name.iter().chain(&entry.extra).chain(&packed));
        self.directory.extend(b"PK\x01\x02\x14\0");
        self.directory.extend(&common);
        // Comment, disk, attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(entry.name.iter().chain(&entry.extra));
        self.count += 1;
        self
    }

    /// The archive.
    pub fn bytes(self) -> Vec<u8> {
        let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
        end.extend([self.count.to_le_bytes(), self.count.to_le_bytes()].concat());
        end.extend((self.directory.len() as u32).to_le_bytes());
        end.extend((self.body.len() as u32).to_le_bytes());
        end.extend([0, 0]);
        [self.body, self.directory, end].concat()
    }

    /// The archive as a download that broke off leaves it.
    pub fn without_directory(self) -> Vec<u8> {
        self.body
    }
}

/// A tar (ustar) of these files.
pub fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, content) in files {
        let mut header = [0_u8; 512];
        let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, name.as_bytes());
        put(100, b"0000644\0");
        put(124, format!("{:011o}\0", content.len()).as_bytes());
        put(136, b"00000000000\0");
        put(148, b"        ");
        put(156, if name.ends_with('/') { b"5" } else { b"0" });
        put(257, b"ustar\x0000");
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        out.extend(header);
        out.extend(*content);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.extend([0; 1024]);
    out
}

/// A gzip of one file.
pub fn gzip(name: Option<&str>, content: &[u8]) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, if name.is_some() { 8 } else { 0 }, 0, 0, 0, 0, 0, 255];
    out.extend(name.into_iter().flat_map(|name| [name.as_bytes(), &[0]].concat()));
    out.extend(compress_to_vec(content, 6));
    out.extend(rawzip::crc32(content).to_le_bytes());
    out.extend((content.len() as u32).to_le_bytes());
    out
}
