"""What cfn-lint and the SAM translator say of one template with one set of parameters."""

import json
import os
import pathlib
import sys


def lint_findings(template, regions, parameters):
    """Each finding as one line: rule, place and words."""
    from cfnlint.api import lint_file
    from cfnlint.config import ManualArgs
    from cfnlint.context.parameters import ParameterSet

    config = ManualArgs(regions=regions)
    if parameters:
        config["parameters"] = [ParameterSet(source=None, parameters=dict(parameters))]
    matches = lint_file(pathlib.Path(template), config=config)
    return sorted(
        f"{match.rule.id} {pathlib.Path(str(match.filename)).name}:{match.linenumber} {match.message}"
        for match in matches
    )


def translated(template, parameters):
    """The template as plain CloudFormation, as JSON text; packages stand in a bucket already."""
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator
    from samtranslator.yaml_helper import yaml_parse

    source = yaml_parse(pathlib.Path(template).read_text(encoding="utf-8"))
    for name, resource in source["Resources"].items():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = f"s3://dingledger-verify/{name}.zip"
    plain = Translator({}, Parser()).translate(source, dict(parameters))
    return json.dumps(plain, indent=1)


if __name__ == "__main__":
    sys.stdout.write(translated(sys.argv[1], json.loads(sys.argv[2])))
