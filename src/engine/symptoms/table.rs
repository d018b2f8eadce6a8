use crate::report::Cause::{self, *};

/// One symptom: what may have caused it, the likeliest first.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its row; a negative number is the code that the platform itself gives.
    pub id: i16,
    /// The symptom that says the same words, where this is only one of the ways to come by them.
    pub like: Option<i16>,
    /// The likeliest first.
    pub causes: &'static [Cause],
}

/// A symptom with words of its own.
const fn own(id: i16, causes: &'static [Cause]) -> Entry {
    Entry { id, like: None, causes }
}

/// A case of another symptom.
const fn like(id: i16, other: i16, causes: &'static [Cause]) -> Entry {
    Entry { id, like: Some(other), causes }
}

/// The symptom of an id.
pub fn entry(id: i16) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.id == id)
}

/// Every symptom.
pub static TABLE: &[Entry] = &[
    // Mini-programs.
    own(1, &[Chain, Endpoint, Trust, Root, Name, Date, Network]),
    like(2, 1, &[Endpoint, Chain, Trust]),
    own(3, &[Chain, Endpoint, Trust, Name, Date]),
    own(4, &[Chain, Date, Trust, Protocol, Clock]),
    own(5, &[Chain, Date, Trust, Protocol, Clock, List]),
    like(6, -200, &[Name]),
    like(7, -201, &[Date, Clock]),
    own(8, &[Protocol, Chain, Endpoint, Network]),
    own(9, &[List, Redirect, Port]),
    own(10, &[List, Name, Scheme, Port]),
    like(11, 10, &[Scheme, Port]),
    own(12, &[List, Chain]),
    own(13, &[Chain]),
    own(14, &[Chain]),
    own(15, &[Chain, Trust]),
    like(16, 17, &[Chain]),
    own(17, &[Network, Filing, Chain]),
    like(18, -107, &[NoTls]),
    own(19, &[Configuration]),
    own(20, &[Redirect, List, Scheme, ForeignHost]),
    own(21, &[VerificationFile, Redirect, Date, Filing]),
    like(22, 20, &[ForeignHost]),
    own(23, &[Chain, Name, Date, Trust]),
    own(24, &[Scheme]),
    own(25, &[Scheme]),
    own(26, &[List, Port, Scheme]),
    own(27, &[Address, Scheme]),
    // Android, and what is built on it.
    own(28, &[Chain, Trust, Root, Order]),
    like(29, 28, &[Chain]),
    like(30, 28, &[Chain]),
    like(31, 28, &[Chain]),
    like(32, 28, &[Root]),
    like(33, -202, &[Root]),
    like(34, 28, &[Chain]),
    like(35, 28, &[Trust]),
    own(36, &[Chain, Trust, Root]),
    own(37, &[Chain, Trust, Root]),
    own(38, &[Scheme]),
    // Servers, and programs that connect to them.
    own(39, &[Order, Key]),
    like(40, 39, &[Key]),
    own(41, &[Protocol, Key]),
    own(42, &[Encoding]),
    own(43, &[Encoding]),
    own(44, &[Encoding]),
    own(45, &[KeyFile, KeyLocked]),
    own(46, &[KeyLocked]),
    own(47, &[Protocol]),
    own(48, &[Protocol]),
    own(49, &[Chain, Root, Interception, Trust]),
    own(50, &[Chain, Trust, Root, Interception]),
    own(51, &[Trust, Endpoint, Interception]),
    own(52, &[OldContainer]),
    own(53, &[Encoding, Key]),
    like(54, -213, &[Lifetime]),
    like(55, 1, &[Chain]),
    own(56, &[ClientPurpose, Profile]),
    own(57, &[Stapling]),
    own(58, &[Chain, Name, List]),
    own(59, &[Account]),
    // Chromium's network errors; Cronet and ArkWeb have the same numbers.
    own(-100, &[Network, Filing]),
    own(-101, &[Network, Filing]),
    own(-102, &[Network]),
    own(-103, &[Network]),
    own(-104, &[Network]),
    own(-105, &[Network]),
    own(-106, &[Network]),
    own(-107, &[NoTls, Protocol]),
    own(-109, &[Network]),
    own(-113, &[Protocol]),
    own(-117, &[ClientCertificate]),
    own(-118, &[Network, Filing]),
    own(-200, &[Name, Endpoint]),
    own(-201, &[Date, Endpoint, Clock]),
    own(-202, &[Chain, Trust, Root, Interception, Endpoint]),
    own(-203, &[Profile]),
    own(-204, &[Interception]),
    own(-205, &[Network]),
    own(-206, &[Revoked]),
    own(-207, &[Profile]),
    own(-208, &[Signature]),
    own(-210, &[InternalName]),
    own(-211, &[WeakKey]),
    own(-212, &[Constraints]),
    own(-213, &[Lifetime]),
    own(-214, &[Transparency]),
    own(-215, &[Trust]),
    own(-217, &[Interception]),
    // Apple's NSURLError.
    own(-1200, &[Chain, Protocol, Trust, Root]),
    own(-1201, &[Date, Endpoint, Clock]),
    own(-1202, &[Chain, Trust, Name]),
    own(-1203, &[Trust]),
    own(-1204, &[Date, Endpoint, Clock]),
    own(-1205, &[ClientCertificate]),
    // Apple's Secure Transport and App Transport Security.
    own(-9801, &[Protocol]),
    own(-9802, &[Protocol, Profile]),
    own(-9807, &[Chain, Trust]),
    own(-9808, &[Encoding, Profile]),
    own(-9809, &[Signature]),
    own(-9812, &[Trust]),
    own(-9813, &[Chain, Root]),
    own(-9814, &[Date, Endpoint, Clock]),
    own(-9815, &[Date, Endpoint, Clock]),
    own(-9824, &[Protocol]),
    own(-9836, &[Protocol]),
    own(-9843, &[Name, Endpoint]),
    own(-9850, &[Protocol]),
    own(-9880, &[Protocol, WeakKey, Signature, Trust]),
    own(-9881, &[Protocol]),
    own(-9882, &[Protocol]),
    own(-9883, &[WeakKey]),
    own(-9884, &[Signature]),
    own(-9885, &[Signature]),
    own(-9886, &[Trust, Chain]),
];
