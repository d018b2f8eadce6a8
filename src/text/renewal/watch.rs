//! Scripts and settings that tell in time.

super::pairs! {
    SCRIPT = "A script that looks from outside" / "从外部检查的脚本";
    SCRIPT_TEXT = "check-certificate.sh asks the server as a phone does: chain, name and dates, the intermediates’ too. It ends with 0 fine, 1 fewer than {days:day/days} left, 2 ended, 3 chain broken, 4 wrong name, 5 no answer." / "check-certificate.sh 像手机一样访问服务器，检查证书链、域名和有效期（包括中间证书）。退出码：0 正常，1 剩余不足 {days} 天，2 已过期，3 证书链有问题，4 域名不符，5 无响应。";
    SCRIPT_WHY = "Fewer than {days:day/days} left means that renewal should have happened and did not: the client had some days for tries of its own." / "剩余不足 {days} 天，说明本该完成的续期没有成功：客户端此前已有几天时间自动重试。";
    CRON = "From cron: mail comes only when something is wrong" / "用 cron：有问题时才会发邮件";
    SYSTEMD = "As a systemd timer: a failed unit shows in systemctl --failed" / "用 systemd 定时器：出问题时 systemctl --failed 可见";
    ACTIONS = "From GitHub, without a machine of your own" / "用 GitHub Actions，不需要自己的机器";
    ACTIONS_TEXT = "Commit the script to the root of a repository, and check-certificate.yml to .github/workflows/. A failed run sends its mail to whoever committed it." / "把脚本提交到仓库根目录，check-certificate.yml 放进 .github/workflows/。运行失败时会通知提交者。";
    ACTIONS_SLEEP = "GitHub switches scheduled workflows of a public repository off after 60 days without activity in it: look now and then, or use a private one." / "公开仓库 60 天没有活动时，GitHub 会停用其中的定时工作流：请定期查看，或使用私有仓库。";
    PROMETHEUS = "With Prometheus and the blackbox exporter" / "用 Prometheus 和 blackbox exporter";
    PROMETHEUS_TEXT = "blackbox.yml has the module, prometheus.yml the job, certificate-rules.yml the alerts. The exporter verifies chain and name itself and reports the date of whichever certificate ends first." / "blackbox.yml 是探测模块，prometheus.yml 是采集任务，certificate-rules.yml 是告警规则。exporter 会验证证书链和域名，并报告最早到期的证书日期。";
}
