#!/usr/bin/env python3
"""Checks the pages of a folder: every link, picture and #anchor inside of it exists, addresses elsewhere are well formed
(nobody is asked), and nothing that a page loads by itself comes from another host.

links.py ROOT FOLDER   FOLDER stands below ROOT, which links may reach; exit status 1 where something is wrong
links.py --self-check  shows that each kind of fault is found
"""

import re
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Made by another step: without its folder, links into it can not be told from broken ones.
OPTIONAL = ("embed",)
# What is followed by a reader only; everything else is loaded with the page.
FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action"), ("blockquote", "cite"), ("q", "cite")}
ADDRESSES = ("href", "src", "srcset", "poster", "data", "action", "cite")
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")


class Page(HTMLParser):
    """The anchors of a page, and the addresses it names with the line, and whether they are only followed."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.named, self.in_style = set(), [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id" or (tag, name) == ("a", "name"):
                self.anchors.add(value)
            elif name in ADDRESSES and value is not None:
                followed = (tag, name) in FOLLOWED or (tag == "link" and ("rel", "alternate") in attrs)
                addresses = [one.split()[0] for one in value.split(",")] if name == "srcset" else [value]
                self.named += [(self.getpos()[0], address, followed) for address in addresses]
            elif name == "style" and value:
                self.of_css(value)
        self.in_style = tag == "style"

    def handle_endtag(self, tag):
        self.in_style = False

    def handle_data(self, data):
        if self.in_style:
            self.of_css(data)

    def of_css(self, text):
        self.named += [(self.getpos()[0], address, False) for address in CSS_ADDRESS.findall(text)]


def named_in(path):
    """The addresses that a file names."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        return [(text.count("\n", 0, found.start()) + 1, found[1], False) for found in CSS_ADDRESS.finditer(text)]
    return Page(text).named


def check(root, folder):
    """What is wrong, how many addresses were looked at, and which optional folders are not there."""
    root = root.resolve()
    wrong, absent, anchors, seen = [], set(), {}, 0
    pages = sorted(path for path in (root / folder).rglob("*") if path.suffix in (".html", ".css"))
    for path in pages:
        for line, address, followed in named_in(path):
            seen += 1
            fault = fault_of(root, path, address, followed, anchors, absent)
            if fault:
                wrong.append(f"{path.relative_to(root)}:{line}: {address}: {fault}")
    return wrong, seen, absent


def fault_of(root, path, address, followed, anchors, absent):
    try:
        parts = urlsplit(address)
    except ValueError as error:
        return str(error)
    if parts.scheme or parts.netloc:
        if parts.scheme in ("data", "mailto"):
            return None
        if not followed:
            return "is loaded from elsewhere"
        well_formed = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"\s", address)
        return None if well_formed else "is no address"
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_relative_to(root):
        return "leads out of the folder"
    top = target.relative_to(root).parts[:1]
    if top and top[0] in OPTIONAL and not (root / top[0]).exists():
        absent.add(top[0])
        return None
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return "is not there"
    if parts.fragment and target.suffix == ".html":
        if target not in anchors:
            anchors[target] = Page(target.read_text(encoding="utf-8")).anchors
        if unquote(parts.fragment) not in anchors[target]:
            return "has no such anchor"
    return None


def self_check():
    """A folder with one fault of each kind, and as many good neighbours."""
    page = """<h1 id="top">a</h1><style>b { background: url(gone.png) }</style>
<a href="#top">good</a> <a href="b.html#there">good</a> <a href="https://example.com/x">good</a> <img src="a.svg" alt="">
<a href="gone.html">1</a> <a href="b.html#gone">2</a> <a href="#gone">3</a> <img src="gone.svg" alt=""> <a href="../../x">5</a>
<script src="https://example.com/x.js"></script> <link rel="stylesheet" href="//example.com/x.css"> <a href="https:///x">8</a>
<script src="../embed/x.js"></script> <img srcset="a.svg 1x, gone.svg 2x" alt="">"""
    wanted = [
        "a.html:1: gone.png: is not there",
        "a.html:3: gone.html: is not there",
        "a.html:3: b.html#gone: has no such anchor",
        "a.html:3: #gone: has no such anchor",
        "a.html:3: gone.svg: is not there",
        "a.html:3: ../../x: leads out of the folder",
        "a.html:4: https://example.com/x.js: is loaded from elsewhere",
        "a.html:4: //example.com/x.css: is loaded from elsewhere",
        "a.html:4: https:///x: is no address",
        "a.html:5: gone.svg: is not there",
        "c.css:2: https://example.com/f.woff2: is loaded from elsewhere",
    ]
    with tempfile.TemporaryDirectory() as root:
        docs = Path(root, "docs")
        docs.mkdir()
        for name, text in (
            ("a.html", page),
            ("b.html", '<p id="there">b</p>'),
            ("a.svg", "<svg/>"),
            ("c.css", 'a { color: red }\n@import "https://example.com/f.woff2";'),
        ):
            docs.joinpath(name).write_text(text, encoding="utf-8")
        wrong, _, absent = check(Path(root), "docs")
    if wrong != [f"docs/{one}" for one in wanted] or absent != {"embed"}:
        sys.exit("links: the checker does not find what it should:\n" + "\n".join(wrong))
    print(f"links: {len(wanted)} kinds of faults are found")


def main():
    if sys.argv[1:] == ["--self-check"]:
        return self_check()
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    wrong, seen, absent = check(Path(sys.argv[1]), sys.argv[2])
    for folder in sorted(absent):
        print(f"links: {sys.argv[1]}/{folder}/ is not there, so links into it were not looked at")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"links: {seen} looked at, {len(wrong)} wrong")
    if wrong or not seen:
        sys.exit(1)


if __name__ == "__main__":
    main()
