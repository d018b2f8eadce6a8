#!/usr/bin/env python3
"""What the makers' own models say of calls and of files.

    models.py FOLDER-OF-TOOLS calls FILE     each line of FILE is a call (stub.py)
    models.py FOLDER-OF-TOOLS files FILE…    templates, manifests and compose files

Prints a line for each complaint, and how much was looked at as the last.
"""

import functools
import json
import os
import re
import sys
from pathlib import Path

TOOLS = Path(sys.argv[1])
sys.path.insert(0, str(TOOLS))
COMPLAINTS = []
LOOKED_AT = 0


def complain(about, what):
    COMPLAINTS.append(f"{about}: {what}")


def looked():
    global LOOKED_AT
    LOOKED_AT += 1


def options(words):
    """`--name value…` and `--name=value` as pairs of a name and a list of values."""
    pairs = []
    for word in words:
        if re.match("--[A-Za-z]", word):
            name, equals, value = word[2:].partition("=")
            pairs.append((name, [value] if equals else []))
        elif pairs:
            pairs[-1][1].append(word)
        else:
            pairs.append(("", [word]))
    return pairs


@functools.cache
def source(path):
    return (TOOLS / path).read_text(encoding="utf-8")


def is_type(value, kind):
    """Whether a word of a command line can be a value of this type."""
    return {
        "int": re.fullmatch(r"-?[0-9]+", str(value)),
        "float": re.fullmatch(r"-?[0-9.]+", str(value)),
        "bool": str(value).lower() in ("true", "false"),
    }.get(kind, True)


# ---- Amazon Web Services ------------------------------------------------------------------------------------


@functools.cache
def aws_model(service):
    import botocore.session

    return botocore.session.get_session().get_service_model(service)


def aws(argv):
    from botocore import xform_name
    from botocore.validate import ParamValidator

    service, operation = argv[1:3]
    given = [pair for pair in options(argv[3:]) if pair[0] not in ("region", "query", "output")]
    if (service, operation) == ("cloudformation", "deploy"):  # the tool's own, without a model
        return aws_deploy(dict(given))
    model = aws_model(service)
    name = next((name for name in model.operation_names if xform_name(name, "-") == operation), None)
    if name is None:
        return complain(operation, f"{service} has no such operation")
    shape = model.operation_model(name).input_shape
    parameters = {}
    for option, values in given:
        member = next((name for name in shape.members if xform_name(name, "-") == option), None)
        if member is None:
            complain(operation, f"no parameter --{option}")
            continue
        kind = shape.members[member].type_name
        value = values[0] if values else ""
        if value.startswith(("file://", "fileb://")):
            value = Path(value.split("://", 1)[1]).read_text(encoding="utf-8")
            value = json.loads(value) if kind in ("list", "structure") else value
        elif kind == "list":
            value = values
        elif kind == "integer":
            value = int(value)
        parameters[member] = value
    report = ParamValidator().validate(parameters, shape)
    if report.has_errors():
        complain(operation, report.generate_report())


def aws_deploy(given):
    if set(given) != {"stack-name", "template-file", "parameter-overrides"}:
        complain("deploy", f"takes no {sorted(given)}")
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{0,127}", given["stack-name"][0]):
        complain("deploy", f"{given['stack-name']} is no name of a stack")
    template = json.loads(Path(given["template-file"][0]).read_text(encoding="utf-8"))
    overridden = {word.partition("=")[0] for word in given["parameter-overrides"]}
    if overridden != set(template["Parameters"]):
        complain("deploy", f"{overridden} are not the parameters of the template")


# ---- Tencent Cloud ------------------------------------------------------------------------------------------


@functools.cache
def tencent_class(service, name):
    version = {"ssl": "v20191205", "clb": "v20180317", "cdn": "v20180606"}[service]
    text = source(f"tencentcloud/{service}/{version}/models.py")
    found = re.search(rf"^class {name}\(AbstractModel\):\n(.*?)^    def ", text.replace("def __init__", "init"), re.S | re.M)
    return dict(re.findall(r":type (\w+): (.+)", found.group(1))) if found else None


def tencent_value(service, path, value, kind):
    """A value of JSON, against the type that the documentation of the model says."""
    element = kind.removeprefix("list of ") if kind.startswith("list of ") else None
    if element is not None:
        if not isinstance(value, list):
            return complain(path, f"{value!r} is no list")
        for item in value:
            tencent_value(service, path, item, element)
    elif kind in ("str", "int", "float", "bool", "datetime"):
        python = {"int": int, "bool": bool, "float": (int, float)}.get(kind, str)
        if not isinstance(value, python) or (kind == "int" and isinstance(value, bool)):
            complain(path, f"{value!r} is no {kind}")
    else:
        members = tencent_class(service, kind.rstrip("`").rpartition(".")[2])
        for name, inner in value.items():
            if name not in members:
                complain(path, f"no {name}")
            else:
                tencent_value(service, f"{path}.{name}", inner, members[name])


def tccli(argv):
    service, action = argv[1:3]
    request = tencent_class(service, f"{action}Request")
    if request is None:
        return complain(action, f"{service} has no such action")
    given = options(argv[3:])
    unfolds = any(name == "cli-unfold-argument" for name, _ in given)
    for name, values in given:
        if name in ("cli-unfold-argument", "filter", "output"):
            continue
        members, kind, path = request, None, name.split(".")
        for part in path:
            kind = members.get(part) if members else None
            if kind is None:
                complain(action, f"no parameter --{name}")
                break
            members = tencent_class(service, kind.rstrip("`").rpartition(".")[2]) if ":class:" in kind else None
        else:
            if len(path) > 1 and not unfolds:
                complain(action, f"--{name} without --cli-unfold-argument")
            elif kind.startswith("list of "):
                element = kind.removeprefix("list of ")
                is_json = values[0].startswith("[")
                items = json.loads(values[0]) if is_json else [int(v) if element == "int" else v for v in values]
                tencent_value(service, f"{action} --{name}", items, kind)
            elif ":class:" in kind or len(values) != 1 or not is_type(values[0], kind):
                complain(action, f"--{name} takes {kind}, not {values}")


# ---- Alibaba Cloud ------------------------------------------------------------------------------------------


@functools.cache
def aliyun_request(folder, action):
    for path in (TOOLS / f"alibabacloud_{folder}/models").glob("*_request.py"):
        text = path.read_text(encoding="utf-8")
        if f"class {action}Request(" in text:
            return text
    return None


def aliyun(argv):
    product, action = argv[1:3]
    folder = {"cas": "cas20200407", "slb": "slb20140515", "cdn": "cdn20180510"}[product]
    text = aliyun_request(folder, action)
    if text is None:
        return complain(action, f"{product} has no such action")
    first = text.split("\nclass ")[1]
    types = dict(re.findall(r"^        (\w+): (\w+)", first, re.M))
    members = {theirs: types.get(ours) for theirs, ours in re.findall(r"result\['(\w+)'\] = self\.(\w+)", first)}
    for name, values in options(argv[3:]):
        if name not in members:
            complain(action, f"no parameter --{name}")
        elif len(values) != 1 or not is_type(values[0], members[name]):
            complain(action, f"--{name} takes {members[name]}, not {values}")
        elif name == "TLSCipherPolicy" and f"**{values[0]}**" not in text:
            complain(action, f"no policy {values[0]}")
        elif name == "Functions":
            aliyun_functions(action, json.loads(values[0]))


def aliyun_functions(action, functions):
    """What the documentation says of these functions (document 388460, read on 2026-11-22); the model has one text."""
    known = {
        "https_tls_version": {"tls10", "tls11", "tls12", "tls13", "ciphersuitegroup"},
        "https_option": {"http2", "ocsp_stapling"},
        "https_force": {"enable", "https_rewrite"},
        "HSTS": {"enabled", "https_hsts_max_age", "https_hsts_include_subdomains"},
    }
    for function in functions:
        if set(function) != {"functionName", "functionArgs"}:
            complain(action, f"a function has no {sorted(function)}")
        name, given = function["functionName"], [argument["argName"] for argument in function["functionArgs"]]
        if name not in known or not set(given) <= known[name]:
            complain(action, f"{name} takes no {given}")
        if not all(isinstance(argument["argValue"], str) for argument in function["functionArgs"]):
            complain(action, "values are texts")


# ---- Huawei Cloud -------------------------------------------------------------------------------------------


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


@functools.cache
def huawei_model(service, name):
    path = f"huaweicloudsdk{service}/v3/model/{snake(name)}.py"
    if not (TOOLS / path).exists():
        return None, ""
    text = source(path)
    types = re.search(r"openapi_types = \{(.*?)\}", text, re.S).group(1)
    return dict(re.findall(r"'(\w+)': '([^']+)'", types)), text


def hcloud(argv):
    service, action = argv[1].lower(), argv[2].partition("/")[0]
    if f"def {snake(action)}(" not in source(f"huaweicloudsdk{service}/v3/{service}_client.py"):
        return complain(action, f"{service} has no such action")
    request, _ = huawei_model(service, f"{action}Request")
    body, _ = huawei_model(service, f"{action}RequestBody")
    for name, values in options(argv[3:]):
        if name == "cli-query":
            continue
        members, kind, text = {**request, **(body or {})}, None, ""
        for part in name.split("."):
            kind = members.get(part) if members else None
            if kind is None:
                complain(action, f"no parameter --{name}")
                break
            members, found = huawei_model(service, kind)
            text = found or text
        else:
            if members is not None or not is_type(values[0], kind):
                complain(action, f"--{name} takes {kind}, not {values}")
            elif name.endswith("tls_ciphers_policy") and not re.search(rf"[：、]{values[0]}[、，]", text):
                complain(action, f"no policy {values[0]}")


# ---- Cloudflare ---------------------------------------------------------------------------------------------


def curl(argv, stdin):
    url = argv[-1]
    body = json.loads(stdin or argv[argv.index("--data") + 1])
    if url.endswith("/custom_certificates"):
        text = source("cloudflare/types/custom_certificates/custom_certificate_create_params.py")
        methods = source("cloudflare/types/custom_hostnames/bundle_method.py")
        if unknown := set(body) - set(re.findall(r"^    (\w+): ", text, re.M)):
            complain(url, f"takes no {unknown}")
        if f'"{body.get("bundle_method")}"' not in methods:
            complain(url, f"no method {body.get('bundle_method')}")
        return
    setting = url.rpartition("/")[2]
    for path in (TOOLS / "cloudflare/types/zones").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        found = re.search(rf'id: (?:Optional\[)?Literal\["{setting}"\](.*)', text, re.S)
        if found and path.name not in ("setting_edit_response.py", "setting_get_response.py"):
            break
    else:
        return complain(url, f"no setting {setting}")
    # A setting without a type of its own is on or off.
    kind = re.search(r"\n    value: (.+)", found.group(1))
    value, kind = body["value"], kind.group(1) if kind else '"on", "off"'
    if isinstance(value, dict):
        inner = value["strict_transport_security"]
        if unknown := set(inner) - set(re.findall(r"^    (\w+): Optional", text, re.M)):
            complain(url, f"takes no {unknown}")
    elif f'"{value}"' not in kind:
        complain(url, f"{setting} takes {kind}, not {value}")


# ---- files --------------------------------------------------------------------------------------------------


def strict(schema):
    """The same schema, which takes nothing that it does not name."""
    if isinstance(schema, dict):
        schema = {key: strict(value) for key, value in schema.items()}
        if "properties" in schema and schema.get("type", "object") == "object":
            schema.setdefault("additionalProperties", False)
    elif isinstance(schema, list):
        schema = [strict(value) for value in schema]
    return schema


@functools.cache
def gateway_schema(kind):
    text = source(f"npm/package/gateway.networking.k8s.io/v1/{kind}.js")
    schema = json.loads(re.search(r"^const schema = (\{.*?^\});", text, re.S | re.M).group(1))
    schema["properties"]["metadata"] = {"type": "object"}
    schema["properties"].pop("status", None)
    return strict({**schema, "type": "object"})


# Envoy Gateway's `ClientTrafficPolicy` has no package of schemas: this is its Go type of 1.9, as far as it is used here.
VERSIONS = {"enum": ["Auto", "1.0", "1.1", "1.2", "1.3"]}
TEXTS = {"type": "array", "items": {"type": "string"}, "minItems": 1}
REFERENCE = {"type": "object", "properties": {"group": TEXTS["items"], "kind": TEXTS["items"], "name": TEXTS["items"]}}
CLIENT_TRAFFIC_POLICY = strict(
    {
        "type": "object",
        "required": ["apiVersion", "kind", "metadata", "spec"],
        "properties": {
            "apiVersion": {"const": "gateway.envoyproxy.io/v1alpha1"},
            "kind": {"const": "ClientTrafficPolicy"},
            "metadata": {"type": "object"},
            "spec": {
                "type": "object",
                "properties": {
                    "targetRef": REFERENCE,
                    "targetRefs": {"type": "array", "items": REFERENCE},
                    "http3": {"type": "object"},
                    "tls": {
                        "type": "object",
                        "properties": {
                            "minVersion": VERSIONS,
                            "maxVersion": VERSIONS,
                            "ciphers": TEXTS,
                            "ecdhCurves": TEXTS,
                            "alpnProtocols": {"type": "array", "items": {"enum": ["http/1.0", "http/1.1", "h2"]}},
                            "clientValidation": {
                                "type": "object",
                                "properties": {"caCertificateRefs": {"type": "array", "items": REFERENCE}},
                            },
                        },
                        # "setting ciphers has no effect if the minimum possible TLS version is 1.3"
                        "not": {"properties": {"minVersion": {"const": "1.3"}}, "required": ["minVersion", "ciphers"]},
                    },
                },
            },
        },
    }
)


def manifest(path, document):
    import jsonschema
    import kubernetes_validate

    kind, version = document.get("kind"), document.get("apiVersion", "")
    if version.startswith("gateway."):
        is_known = kind in ("Gateway", "GatewayClass", "HTTPRoute") and version == "gateway.networking.k8s.io/v1"
        schema = gateway_schema(kind) if is_known else CLIENT_TRAFFIC_POLICY
        for error in jsonschema.Draft7Validator(schema).iter_errors(document):
            complain(path, f"{kind} {list(error.absolute_path)}: {error.message}")
        return
    try:
        kubernetes_validate.validate(document, "1.37", strict=True)
    except Exception as error:  # it has many kinds of them
        complain(path, f"{kind}: {error}")


def files(paths):
    import yaml

    for path in map(Path, paths):
        text = path.read_text(encoding="utf-8")
        if path.name == "compose.yaml":
            import jsonschema

            looked()
            schema = json.loads(source("compose/config/compose_spec.json"))
            # The specification has had this since 2021-06, a month after the package.
            volume = schema["definitions"]["service"]["properties"]["volumes"]["items"]["oneOf"][1]
            volume["properties"]["bind"]["properties"]["create_host_path"] = {"type": "boolean"}
            for error in jsonschema.Draft7Validator(schema).iter_errors(yaml.safe_load(text)):
                complain(path, error.message)
        elif path.suffix == ".yaml":
            for document in yaml.safe_load_all(text):
                looked()
                manifest(path, document)
        elif '"AWSTemplateFormatVersion"' in text:
            from cfnlint.api import lint

            looked()
            for match in lint(text, regions=["us-east-1"]):
                complain(path, match)


def calls(path):
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        call = json.loads(line)
        argv = call["argv"]
        os.chdir(call["folder"])
        judge = {"aws": aws, "tccli": tccli, "aliyun": aliyun, "hcloud": hcloud}.get(argv[0])
        if judge:
            looked()
            judge(argv)
        elif argv[0] == "curl":
            looked()
            curl(argv, call["stdin"])


if sys.argv[2] == "calls":
    calls(sys.argv[3])
else:
    files(sys.argv[3:])
print("\n".join([*COMPLAINTS, f"looked at {LOOKED_AT}"]))
