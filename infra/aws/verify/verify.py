"""Checks the deployment with cfn-lint, the SAM translator and moto: nothing of them is ours.

Exit codes: 0 everything was checked and is right, 1 something is wrong, 2 unknown option, 3 a tool is
absent (what could be checked is right).
"""

import argparse
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
ROOT = HERE.parents[2]
REGION = "eu-west-1"

TOOLS = {
    "cfn-lint": ("cfnlint", "cfn-lint"),
    "aws-sam-translator": ("samtranslator", "aws-sam-translator"),
    "moto": ("moto", "'moto[server,all]'"),
    "boto3": ("boto3", "boto3"),
}

FRONT = "abcdefghijklmnopqrstuvwxyz0123456789"
CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"

# Each combination that another condition of the template is true or false in.
COMBINATIONS = {
    "as it is": {},
    "jvm on x86_64": {"Packaging": "jvm", "Architecture": "x86_64"},
    "jvm on arm64, no traces": {"Packaging": "jvm", "Tracing": "off"},
    "native on x86_64, alarms by mail": {
        "Architecture": "x86_64",
        "AlarmEmail": "operator@example.com",
    },
    "one fixed address, ledgers anywhere": {"Egress": "one", "LedgerAddresses": "any"},
    "two fixed addresses": {"Egress": "two"},
    "a domain": {"DomainName": "callback.example.com", "CertificateArn": CERTIFICATE},
    "a domain with its zone": {
        "DomainName": "callback.example.com",
        "CertificateArn": CERTIFICATE,
        "HostedZoneId": "Z0123456789ABCDEFGHIJ",
    },
    "behind the front door": {"FrontDoorPath": FRONT},
    "places kept for intake": {"IntakeReserved": "50"},
}

FRONT_COMBINATIONS = {
    "front, as it is": {},
    "front, a domain": {
        "DomainName": "callback.example.com",
        "CertificateArn": CERTIFICATE.replace(REGION, "us-east-1"),
        "HostedZoneId": "Z0123456789ABCDEFGHIJ",
    },
}


class Report:
    """What was checked, found and left out."""

    def __init__(self):
        self.wrong = []
        self.absent = []

    def right(self, what):
        print("  ok     " + what)

    def fail(self, what):
        print("  WRONG  " + what)
        self.wrong.append(what)

    def expect(self, holds, what):
        self.right(what) if holds else self.fail(what)

    def note(self, what):
        print("  note   " + what)

    def lacks(self, tool):
        self.absent.append(tool)
        print(
            f"  VERIFY-NO-TOOL 缺少 {tool}:这一步跳过。安装:pip install {TOOLS[tool][1]}\n"
            f"  VERIFY-NO-TOOL {tool} is absent: this step is left out."
            f" To get it: pip install {TOOLS[tool][1]}"
        )


def has(report, *tools):
    """Whether all these are installed; says which are not."""
    missing = [tool for tool in tools if importlib.util.find_spec(TOOLS[tool][0]) is None]
    for tool in missing:
        report.lacks(tool)
    return not missing


def step(chinese, english):
    print(f"\n{chinese} / {english}")


def chosen(combinations, quick):
    return dict(list(combinations.items())[:1]) if quick else combinations


def lint(report, template, front, quick):
    step("一、cfn-lint:每种参数组合", "1. cfn-lint, for each combination of parameters")
    if not has(report, "cfn-lint"):
        return
    from checks import lint_findings

    for name, parameters in chosen(COMBINATIONS, quick).items():
        told(report, name, lint_findings(template, [REGION], parameters))
    for name, parameters in chosen(FRONT_COMBINATIONS, quick).items():
        told(report, name, lint_findings(front, ["us-east-1"], front_parameters(parameters)))


def front_parameters(more):
    return {
        "Stage": "check",
        "ApiHost": "abcdefghij.execute-api.eu-west-1.amazonaws.com",
        "FrontDoorPath": FRONT,
        **more,
    }


def told(report, name, findings):
    for finding in findings:
        report.fail(f"{name}: {finding}")
    if not findings:
        report.right(name)


def translate(report, template, folder, quick):
    """The plain templates by name of their combination; none without the translator."""
    step("二、SAM 转换:两次结果逐字节相同,再用 cfn-lint 检查", "2. SAM translator: twice the same bytes, linted")
    if not has(report, "aws-sam-translator"):
        return {}
    from checks import lint_findings, translated

    plain = {}
    for name, parameters in chosen(COMBINATIONS, quick).items():
        try:
            first = translated(template, parameters)
        except Exception as refused:  # The translator has many ways to say no.
            report.fail(f"{name}: {refused}")
            continue
        again = in_another_process(template, parameters)
        report.expect(first == again, f"{name}: translated, and again to the same {len(first)} bytes")
        plain[name] = json.loads(first)
        file = folder / (name.replace(" ", "-").replace(",", "") + ".json")
        file.write_text(first, encoding="utf-8")
        if importlib.util.find_spec("cfnlint"):
            told(report, name + ", as plain CloudFormation", lint_findings(file, [REGION], parameters))
    return plain


def in_another_process(template, parameters):
    """The same translation where hashes are seeded otherwise: no order may rest on them."""
    return subprocess.run(
        [sys.executable, str(HERE / "checks.py"), str(template), json.dumps(parameters)],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def emulate(report, plain, keep):
    step("三、在独立的 AWS 模拟器 moto 中创建", "3. Created in moto, an emulator of AWS")
    if not has(report, "moto", "boto3"):
        return
    if not plain:
        report.note("nothing was translated, so nothing can be created")
        return
    import emulator

    for name in ("as it is", "two fixed addresses"):
        if name in plain:
            emulator.check(report, name, plain[name], COMBINATIONS[name], keep if name == "as it is" else None)


def packaged():
    """Tries the packaged functions out on the emulated table and queues, if they are packaged."""
    functions = sorted((ROOT / "functions").glob("*/pom.xml"))
    if not all((each.parent / "target" / "function.zip").exists() for each in functions):
        return None
    return f"'{ROOT / 'dev'}' native-test --only smoke --endpoint \"$AWS_ENDPOINT_URL\""


def parsed(arguments):
    options = argparse.ArgumentParser(
        prog="infra/aws/verify/run",
        description="检查部署模板 / checks the deployment template. See infra/aws/README.md.",
    )
    options.add_argument("--template", type=pathlib.Path, default=ROOT / "template.yaml")
    options.add_argument("--front", type=pathlib.Path, default=HERE.parent / "front.yaml")
    options.add_argument(
        "--quick", action="store_true", help="只查默认参数 / the usual parameters only, no other combination"
    )
    options.add_argument(
        "--then",
        metavar="COMMAND",
        help="在模拟器中的系统建成后运行 / run while the emulated system stands; it finds AWS_ENDPOINT_URL, "
        "DINGLEDGER_VERIFY_STACK (outputs and names as JSON) and credentials in its environment",
    )
    return options.parse_args(arguments)


def main(arguments):
    options = parsed(arguments)
    report = Report()
    lint(report, options.template, options.front, options.quick)
    with tempfile.TemporaryDirectory() as folder:
        plain = translate(report, options.template, pathlib.Path(folder), options.quick)
    then = options.then or (None if options.quick else packaged())
    emulate(report, plain, then)
    if then is None and not options.quick:
        report.note("no packages (./dev package): the functions were not tried out in the emulator")
    print()
    if report.wrong:
        print(f"VERIFY-WRONG 有 {len(report.wrong)} 处不对,见上文 / {len(report.wrong)} things are wrong, see above")
        return 1
    if report.absent:
        print("VERIFY-INCOMPLETE 已检查的都正确,但缺少工具:" + "、".join(sorted(set(report.absent))))
        print("VERIFY-INCOMPLETE what was checked is right; absent: " + ", ".join(sorted(set(report.absent))))
        return 3
    print("VERIFY-DONE 全部检查通过 / everything was checked and is right")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
