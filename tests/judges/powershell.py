"""Scripts of PowerShell on standard input, as a JSON list: for each, where the grammar stops, the commands and parameters."""
import json
import sys

import tree_sitter
import tree_sitter_powershell

parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))


def look(text):
    found = {"errors": [], "commands": []}

    def walk(node):
        if node.type == "ERROR" or node.is_missing:
            found["errors"].append(node.text.decode() or node.type)
        if node.type == "command":
            name = next((child.text.decode() for child in node.children if child.type == "command_name"), "")
            parameters = []
            for child in node.children:
                if child.type == "command_elements":
                    parameters += [part.text.decode() for part in child.children if part.type == "command_parameter"]
            found["commands"].append([name, parameters])
        for child in node.children:
            walk(child)

    walk(parser.parse(text.encode()).root_node)
    return found


json.dump([look(text) for text in json.load(sys.stdin)], sys.stdout)
