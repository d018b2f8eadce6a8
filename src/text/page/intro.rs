//! What a newcomer reads.

super::pairs! {
    TITLE = "Will phones and mini-programs accept your certificate?" / "手机和小程序认你的证书吗？";
    LEAD = "Put in whatever your CA gave you. You get an answer, the fixed files, and the server configuration." / "把证书机构给的文件放进来，立刻得到结论、修好的文件和服务器配置。";
    OUTCOMES = "What you get" / "你会得到";
    PRIVACY = "Certificates and keys are read by code in this tab. There is no server behind it, and the page’s security policy does not let anything out. Only your language and colours are remembered, and certificates if you ask for it." / "证书和私钥只由这个标签页里的代码读取，背后没有服务器，页面的安全策略也不允许任何内容发出去。只会记住语言和外观设置；证书只在你要求时保留。";
    STEP_1 = "A verdict" / "结论";
    STEP_1_TEXT = "One sentence, then everything that is wrong: what, why, and what to do." / "先用一句话说清楚，再列出全部问题：是什么、为什么、怎么办。";
    STEP_2 = "Fixed files" / "修好的文件";
    STEP_2_TEXT = "A full chain in the right order, without strangers and without the root." / "顺序正确的完整证书链，不含无关证书和根证书。";
    STEP_3 = "A configuration" / "服务器配置";
    STEP_3_TEXT = "For nginx, Apache, IIS, Kubernetes and some 60 others, made from this certificate, with the commands that prove it." / "根据这张证书生成，支持 nginx、Apache、IIS、Kubernetes 等 60 多种，并附上验证命令。";
}

/// What comes out, in the order of use.
pub const STEPS: [(crate::text::Pair, crate::text::Pair); 3] =
    [(STEP_1, STEP_1_TEXT), (STEP_2, STEP_2_TEXT), (STEP_3, STEP_3_TEXT)];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, page::input};

    /// The page’s first words stand in `index.html`, too, which is there before any module.
    #[test]
    fn the_page_begins_with_the_same_words() {
        let page = include_str!("../../../www/index.html");
        for lang in [Lang::En, Lang::Zh] {
            let placeholder = input::PLACEHOLDER.lang(lang).replace('\n', "&#10;");
            for words in [TITLE.lang(lang), LEAD.lang(lang), &placeholder] {
                assert!(page.contains(words), "{words}");
            }
        }
    }
}
