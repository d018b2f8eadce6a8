use crate::report::Timestamp;

/// A CA that announced shorter lifetimes than it has to.
#[derive(Clone, Copy, Debug)]
pub struct Authority {
    /// The organisation in the issuer's name.
    pub organization: &'static str,
    /// Days from a day on, of what it issues by default.
    pub lifetimes: &'static [(Timestamp, u32)],
}

/// CAs with a timetable of their own.
static AUTHORITIES: [Authority; 1] = [Authority {
    organization: "Let's Encrypt",
    // letsencrypt.org 2025-12-02 "Decreasing Certificate Lifetimes to 45 Days", the first date confirmed 2026-10-07.
    lifetimes: &[(Timestamp::day(2027, 2, 10), 64), (Timestamp::day(2028, 2, 16), 45)],
}];

/// The days that a CA announced for what it issues at a moment; none where it has said nothing.
pub fn announced(organization: &str, issued: Timestamp) -> Option<u32> {
    let authority = AUTHORITIES.iter().find(|authority| authority.organization == organization)?;
    authority.lifetimes.iter().rev().find(|(since, _)| *since <= issued).map(|(_, days)| *days)
}
