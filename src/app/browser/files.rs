//! Files in and out.

use crate::app::action::Refused;
use crate::report::{FILES, INPUT_BYTES, Source};
use gloo::utils;
use js_sys::{Array, Function, Promise, Uint8Array};
use std::{future::Future, pin::Pin};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader,
    FileSystemEntry, FileSystemFileEntry, HtmlAnchorElement, Url,
};

/// What was read, and the names of what was not.
pub type Read = (Vec<Source>, Refused);

/// Reads chosen files. Their list is taken at once: it empties when the input forgets them.
pub fn read(files: &FileList) -> impl Future<Output = Read> + use<> {
    read_all(listed(files).collect(), Refused::default())
}

fn listed(files: &FileList) -> impl Iterator<Item = (String, File)> {
    (0..files.length()).filter_map(|index| files.get(index)).map(|file| (name(&file), file))
}

/// Reads what was dropped: files, and folders with everything inside.
///
/// The list of what was dropped lives only as long as its event, so it is taken before anything is awaited.
pub fn dropped(transfer: &DataTransfer) -> impl Future<Output = Read> + use<> {
    let items = transfer.items();
    let entries: Vec<FileSystemEntry> = (0..items.length())
        .filter_map(|index| items.get(index))
        .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
        .collect();
    let plain = transfer.files().filter(|_| entries.is_empty());
    async move {
        let mut files = Vec::new();
        let mut refused = Refused::default();
        for entry in entries {
            walk(entry, &mut files, &mut refused).await;
        }
        files.extend(plain.iter().flat_map(listed));
        read_all(files, refused).await
    }
}

/// Hands a file to the user.
pub fn download(name: &str, bytes: &[u8]) {
    let _ = try_download(name, bytes);
}

fn try_download(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = utils::document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    // Firefox wants the link in the document, WebKit wants the address to outlive the click.
    utils::body().append_child(&link)?;
    link.click();
    link.remove();
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// The name with its folder, where the browser tells.
fn name(file: &File) -> String {
    let path = js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

/// Reads files as long as there is room for them: the size of each is known before any of it is read.
async fn read_all(files: Vec<(String, File)>, mut refused: Refused) -> Read {
    let mut sources = Vec::new();
    let mut left = INPUT_BYTES as f64;
    for (name, file) in files {
        if sources.len() >= FILES || file.size() > left {
            refused.too_large.push(name);
            continue;
        }
        left -= file.size();
        match bytes(&file).await {
            Ok(bytes) => sources.push(Source { name, bytes }),
            Err(_) => refused.unreadable.push(name),
        }
    }
    (sources, refused)
}

async fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Collects the files below an entry. Boxed, since it calls itself.
fn walk<'a>(
    entry: FileSystemEntry,
    files: &'a mut Vec<(String, File)>,
    refused: &'a mut Refused,
) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    Box::pin(async move {
        let name = entry.full_path().trim_start_matches('/').to_owned();
        if files.len() >= FILES {
            refused.too_large.push(name);
        } else if entry.is_directory() {
            let folder: FileSystemDirectoryEntry = entry.unchecked_into();
            match children(&folder.create_reader()).await {
                Ok(children) => {
                    for child in children {
                        walk(child, files, refused).await;
                    }
                }
                Err(_) => refused.unreadable.push(name),
            }
        } else {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            match promised(|done, failed| entry.file_with_callback_and_callback(done, failed)).await {
                Ok(file) => files.push((name, file.unchecked_into())),
                Err(_) => refused.unreadable.push(name),
            }
        }
    })
}

/// Everything in a folder: the browser gives it in portions until an empty one.
async fn children(reader: &FileSystemDirectoryReader) -> Result<Vec<FileSystemEntry>, JsValue> {
    let mut all = Vec::new();
    loop {
        let portion = promised(|done, failed| {
            let _ = reader.read_entries_with_callback_and_callback(done, failed);
        });
        let portion: Array = portion.await?.unchecked_into();
        if portion.length() == 0 {
            return Ok(all);
        }
        all.extend(portion.iter().map(FileSystemEntry::from));
    }
}

/// An interface of two callbacks as a promise.
async fn promised(call: impl FnMut(&Function, &Function)) -> Result<JsValue, JsValue> {
    let mut call = call;
    let promise = Promise::new(&mut |done, failed| call(&done, &failed));
    JsFuture::from(promise).await
}
