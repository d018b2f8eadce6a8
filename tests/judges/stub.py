#!/usr/bin/env python3
"""Stands for a tool that reaches a cloud: notes how it was called, and answers as that tool would."""

import json
import os
import sys

ANSWERS = {
    "aws": "arn:aws:acm:us-east-1:123456789012:certificate/1",
    "tccli": "abc-1",
    "aliyun": '{"CertId": 123, "ServerCertificateId": "abc-1", "RequestId": "9"}',
    "hcloud": '"abc-1"',
    "curl": "{}",
    "kubectl": "kind: List",
}

# What is only there when something before has made it: words of a question, and of what makes it.
MADE = [
    ({"describe-load-balancer-policies"}, "create-load-balancer-policy"),
    ({"get", "gatewayclass"}, "envoy-gateway-class.yaml"),
]

argv = sys.argv[1:]
reads = "-" in argv or "@-" in argv
call = {"folder": os.getcwd(), "argv": argv, "stdin": sys.stdin.read() if reads else ""}
with open(os.environ["CALLS"], "a+", encoding="utf-8") as calls:
    calls.seek(0)
    before = calls.read()
    calls.write(json.dumps(call) + "\n")
if any(words <= set(argv) and maker not in before for words, maker in MADE):
    sys.exit("there is none")
print(ANSWERS[argv[0]])
