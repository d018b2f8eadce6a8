//! What no command can tell: real phones, and what stands in consoles and registers.

use super::step::{Group, Writer};
use crate::deploy::endpoint::Endpoint;
use crate::report::CheckTopic;
use crate::text::checks as words;

/// The Ministry's register of filings (工业和信息化部政务服务平台), where anybody can look a domain up.
const FILINGS: &str = "https://beian.miit.gov.cn/";

/// On real phones.
pub fn phones(writer: &Writer) -> Group {
    let mut group = writer.group(CheckTopic::Phones);
    for (title, expect) in [
        (words::PHONE_TOOLS, words::EXPECT_PHONE_TOOLS),
        (words::PHONE_DEBUG, words::EXPECT_PHONE_DEBUG),
        (words::PHONE_BOTH, words::EXPECT_PHONE_BOTH),
        (words::PHONE_NETWORKS, words::EXPECT_PHONE_NETWORKS),
    ] {
        group.by_hand(writer.text(title), writer.text(expect), "");
    }
    group
}

/// In consoles and registers.
pub fn elsewhere(endpoints: &[Endpoint], writer: &Writer) -> Group {
    let mut group = writer.group(CheckTopic::Elsewhere);
    let mut hosts: Vec<String> = endpoints.iter().filter_map(Endpoint::name).map(str::to_owned).collect();
    hosts.sort_unstable();
    hosts.dedup();
    if !hosts.is_empty() {
        let title = writer.fill(words::ICP, [("hosts", hosts.into())]);
        group.by_hand(title, writer.text(words::EXPECT_ICP), FILINGS);
    }
    for (title, expect) in [
        (words::CONSOLE, words::EXPECT_CONSOLE),
        (words::LIVE, words::EXPECT_LIVE),
        (words::EDGES_LEFT, words::EXPECT_EDGES_LEFT),
        (words::REVOKED, words::EXPECT_REVOKED),
    ] {
        group.by_hand(writer.text(title), writer.text(expect), "");
    }
    group
}
