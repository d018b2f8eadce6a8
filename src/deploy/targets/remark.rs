//! Remarks that stand in the configurations of many servers. A remark of one server alone stands in its own file.

/// Above the file of the chain.
pub const CHAIN: &str = "The server certificate first, then each intermediate; the root stays out.";

/// Above Strict-Transport-Security.
pub const HSTS: &str = "Browsers remember this: start with a small max-age while you are still trying things.";

/// The same, where the seconds have a setting of their own.
pub const HSTS_SECONDS: &str = "Browsers remember this: start with a small number while you are still trying things.";

/// Above what plain HTTP is left for.
pub const CHALLENGE: &str = "Certificate authorities look here over plain HTTP (ACME http-01).";

/// Above where an ACME client answers by itself.
pub const CHALLENGES_PORT: &str =
    "It runs for seconds only: certbot certonly --standalone --http-01-port, acme.sh --httpport.";

/// Above the authorities that clients are asked for a certificate of.
pub const CLIENTS: &str = "Clients show a certificate of these authorities, or are refused.";

/// The same on a server of mail.
pub const CLIENTS_OF_MAIL: &str =
    "Clients show a certificate of these authorities, or are refused. Mail from strangers brings none.";
