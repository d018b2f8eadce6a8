use crate::engine::sorted;
use crate::report::{RevocationReason, RevocationState, RevocationStatus, RevocationSummary, Timestamp};

/// The certificates that are proved to be revoked, ascending.
pub fn revoked(all: &[RevocationSummary], now: Timestamp) -> Vec<usize> {
    let mut revoked = Vec::new();
    for summary in all {
        for status in &summary.certificates {
            if status.proved && status.status == RevocationState::Revoked && !is_released(all, summary, status, now) {
                sorted::insert(&mut revoked, status.certificate);
            }
        }
    }
    revoked
}

/// Whether later data calls a certificate good that was on hold; other revocations are for good (RFC 5280 §5.3.1).
pub fn is_released(
    all: &[RevocationSummary],
    summary: &RevocationSummary,
    held: &RevocationStatus,
    now: Timestamp,
) -> bool {
    let frees = |status: &RevocationStatus| {
        status.certificate == held.certificate && status.status == RevocationState::Good && status.proved
    };
    // A list and the changes to it may be made at the same moment.
    let later = |other: &&RevocationSummary| {
        let is_later = other.this_update > summary.this_update;
        (is_later || (other.delta && other.this_update == summary.this_update))
            && other.this_update.is_some_and(|this| this <= now)
    };
    held.reason == Some(RevocationReason::CertificateHold)
        && all.iter().filter(later).any(|other| other.certificates.iter().any(frees))
}
