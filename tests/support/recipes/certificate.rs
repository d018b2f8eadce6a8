use super::CaseFile;

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    Vec::new()
}
