//! The words around the commands of a deployment.

use super::{Lang, Pair, fill::fill_with};
use crate::report::Value;
use crate::report::wire::{Commands, Expect, Shell};

/// A group of commands around a configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Put the files in place.
    Install,
    /// Let the server check the configuration.
    Check,
    /// Take it into use.
    Reload,
    /// Prove it from outside.
    Verify,
    /// Take it back.
    RollBack,
}

impl Step {
    /// Every step, in the order to take them.
    pub const ALL: [Self; 5] = [Self::Install, Self::Check, Self::Reload, Self::Verify, Self::RollBack];

    /// Whether there is nothing to do in it.
    pub fn is_empty(self, commands: &Commands) -> bool {
        self.lines(commands).is_empty() && (self != Self::Verify || commands.verify.is_empty())
    }

    /// Its commands; those that prove something stand apart, with what they should show.
    pub fn lines(self, commands: &Commands) -> &[String] {
        match self {
            Self::Install => &commands.install,
            Self::Check => &commands.check,
            Self::Reload => &commands.reload,
            Self::Verify => &[],
            Self::RollBack => &commands.roll_back,
        }
    }

    /// What the step is for, in a few words.
    pub const fn heading(self, commands: &Commands) -> Pair {
        match self {
            Self::Install if commands.by_account => {
                const { Pair::new("Upload the certificate with your own account", "用自己的账号上传证书") }
            }
            Self::Install if matches!(commands.shell, Shell::PowerShell) => {
                const {
                    Pair::new(
                        "Put the files in place (PowerShell, as Administrator)",
                        "放好文件（以管理员身份运行 PowerShell）",
                    )
                }
            }
            Self::Install => {
                const { Pair::new("Put the files in place (as root)", "放好文件（以 root 身份执行）") }
            }
            Self::Check => const { Pair::new("Check the configuration", "检查配置") },
            Self::Reload => const { Pair::new("Take it into use", "让配置生效") },
            Self::RollBack => {
                const { Pair::new("If something went wrong: restore what was there before", "出问题时恢复原状") }
            }
            Self::Verify => const { Pair::new("Check it from another machine", "在另一台机器上验证") },
        }
    }
}

/// Where the commands run: all but those that prove it name files of the archive.
pub const fn place(commands: &Commands) -> Pair {
    match commands.by_account {
        true => {
            const {
                Pair::new(
                    "Unpack the ZIP on a machine that is logged in to your account, and run these in its folder.",
                    "在已登录账号的机器上解压 ZIP，在解压后的目录里执行。",
                )
            }
        }
        false => {
            const {
                Pair::new(
                    "Unpack the ZIP on the server, and run these in its folder.",
                    "把 ZIP 放到服务器上解压，在解压后的目录里执行。",
                )
            }
        }
    }
}

/// What a probe should show.
pub fn expectation(expect: &Expect, lang: Lang) -> String {
    let (pair, arguments) = template(expect);
    fill_with(pair.lang(lang), arguments.as_slice(), lang)
}

fn template(expect: &Expect) -> (Pair, Option<(&'static str, Value)>) {
    match expect {
        Expect::Chain { certificates: 1 } => (
            const {
                Pair::new(
                    "1 certificate, and “Verify return code: 0 (ok)”",
                    "1 张证书，并显示 “Verify return code: 0 (ok)”",
                )
            },
            None,
        ),
        Expect::Chain { certificates } => (
            const {
                Pair::new(
                    "{certificates:certificate/certificates}, each signed by the next, and “Verify return code: 0 (ok)”",
                    "{certificates} 张证书，后一张签发前一张，并显示 “Verify return code: 0 (ok)”",
                )
            },
            Some(("certificates", (*certificates).into())),
        ),
        Expect::Negotiates(version) => (
            const { Pair::new("A connection with {version}", "以 {version} 连接成功") },
            Some(("version", version.as_str().into())),
        ),
        Expect::Refuses(version) => (
            const {
                Pair::new(
                    "A failed connection: the server does not speak {version}",
                    "连接失败，说明服务器不使用 {version}",
                )
            },
            Some(("version", version.as_str().into())),
        ),
        Expect::Redirect => (
            const { Pair::new("301 or 308, and a Location with https://", "301 或 308，Location 以 https:// 开头") },
            None,
        ),
        Expect::Header(line) => {
            (const { Pair::new("The line “{line}”", "有这一行：“{line}”") }, Some(("line", line.as_str().into())))
        }
        Expect::Http2 => (
            const {
                Pair::new("“HTTP/2 200” or another answer over HTTP/2", "以 “HTTP/2 200” 等 HTTP/2 状态行开头")
            },
            None,
        ),
        Expect::Http3 => (
            const {
                Pair::new(
                    "“HTTP/3 200” or another answer over HTTP/3; “curl -V” has to name HTTP3",
                    "以 “HTTP/3 200” 等 HTTP/3 状态行开头（需要 “curl -V” 里有 HTTP3）",
                )
            },
            None,
        ),
        // Python's servers name no authorities; the algorithms are named by every server that asks.
        Expect::AsksForCertificate => (
            const {
                Pair::new(
                    "“Requested Signature Algorithms”: the server asks for a client’s certificate",
                    "“Requested Signature Algorithms”，即服务器要求客户端证书",
                )
            },
            None,
        ),
        Expect::Reachable => (const { Pair::new("“TcpTestSucceeded : True”", "“TcpTestSucceeded : True”") }, None),
        Expect::Stapled => (
            const {
                Pair::new(
                    "“OCSP Response Status: successful”; some servers staple from the second try on",
                    "“OCSP Response Status: successful”；有的服务器从第二次连接起才会装订",
                )
            },
            None,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expectations_are_filled_in() {
        let chain = Expect::Chain { certificates: 1 };
        assert!(expectation(&chain, Lang::En).starts_with("1 certificate, "));
        assert!(expectation(&chain, Lang::Zh).starts_with("1 张证书"));
        let refuses = Expect::Refuses("TLS 1.0".to_owned());
        assert_eq!(expectation(&refuses, Lang::Zh), "连接失败，说明服务器不使用 TLS 1.0");
        for lang in Lang::ALL {
            for expect in [Expect::Redirect, Expect::Stapled, Expect::Header("A: b".to_owned())] {
                assert!(!expectation(&expect, lang).contains('{'));
            }
        }
    }
}
