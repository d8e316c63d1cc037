"""Creates the plain template in moto and asks moto's own API what is there."""

import collections
import io
import json
import logging
import os
import re
import subprocess
import urllib.request
import zipfile

REGION = "eu-west-1"
# The stage that the template has by default: ./dev native-test finds the stack's table and queues by it.
STACK = "dingledger-dev"
STAGE = "dev"
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "emulated",
    "AWS_SECRET_ACCESS_KEY": "emulated",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
}

# What Fn::Cidr, which moto does not know, makes of the usual EgressNetwork.
SUBNETS = ["10.79.0.0/26", "10.79.0.64/26", "10.79.0.128/26", "10.79.0.192/26"]


def check(report, name, plain, parameters, then):
    """Creates, updates and looks; `then` is a command that is run while the stack stands."""
    os.environ.update(CREDENTIALS)
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        # What an earlier stack left: all servers of a process share one account.
        urllib.request.urlopen(f"http://{host}:{port}/moto-api/reset", data=b"").close()
        emulated(report, name, plain, parameters, then, f"http://{host}:{port}")
    finally:
        server.stop()


def emulated(report, name, plain, parameters, then, endpoint):
    import boto3
    import botocore.exceptions
    import botocore.parsers

    def client(service):
        return boto3.client(service, region_name=REGION, endpoint_url=endpoint)

    wanted = without_absent(
        bearable(report, name, plain),
        {
            "Traced": parameters.get("Tracing", "active") == "active",
            "HasFixedAddress": parameters.get("Egress", "open") != "open",
        },
    )
    upload(client("s3"), wanted)
    text = json.dumps(wanted)
    client("s3").put_object(Bucket="dingledger-verify", Key="template.json", Body=text)
    formation = client("cloudformation")
    given = [
        {"ParameterKey": key, "ParameterValue": value}
        for key, value in {**parameters, "Stage": STAGE}.items()
    ]
    order = {
        "StackName": STACK,
        "TemplateURL": "https://s3.amazonaws.com/dingledger-verify/template.json",
        "Parameters": given,
        "Capabilities": ["CAPABILITY_NAMED_IAM"],
    }
    try:
        formation.create_stack(**order)
    except (botocore.exceptions.ClientError, botocore.parsers.ResponseParserError) as refused:
        report.fail(f"{name}: moto creates no stack: {refused}")
        return
    inventory(report, name, formation, wanted)
    before = state(formation)
    unchanged(report, name, client, wanted, order)
    report.expect(state(formation) == before, f"{name}: nothing was made anew by the second deployment")
    import asserts

    asserts.everything(report, client, wanted, STAGE)
    if then:
        run_then(report, then, endpoint, formation)


def bearable(report, name, plain):
    """A copy without what moto can't create; what led there leads to the function, or nowhere."""
    wanted = json.loads(json.dumps(plain))
    resources = wanted["Resources"]
    instead, left = {}, collections.Counter()
    for logical in list(resources):
        if resources[logical]["Type"] not in known_types():
            left[resources[logical]["Type"]] += 1
            instead[logical] = resources.pop(logical)["Properties"].get("FunctionName", "left-out")
    for resource in resources.values():
        # Only published versions have it, and moto's copy has none that anybody calls.
        resource.get("Properties", {}).pop("SnapStart", None)
    report.note(
        f"{name}: moto does not know, so cfn-lint alone has looked at: "
        + listed(left)
    )
    # Rules are checks of parameters before a deployment, which moto does not make.
    wanted.pop("Rules", None)
    return redirected(wanted, instead)


def without_absent(value, holds):
    """Lists without what a condition leaves out of them: moto would put nothing in its place."""
    if isinstance(value, list):
        kept = []
        for each in value:
            if isinstance(each, dict) and list(each) == ["Fn::If"] and each["Fn::If"][0] in holds:
                condition, then, otherwise = each["Fn::If"]
                each = then if holds[condition] else otherwise
                if each == {"Ref": "AWS::NoValue"}:
                    continue
            kept.append(without_absent(each, holds))
        return kept
    if isinstance(value, dict):
        return {key: without_absent(each, holds) for key, each in value.items()}
    return value


def known_types():
    from moto.cloudformation.parsing import get_model_map

    return get_model_map().keys()


def redirected(value, instead):
    """The same without references to what is left out."""
    if isinstance(value, dict):
        if len(value) == 1:
            function, argument = next(iter(value.items()))
            target = argument if function == "Ref" else argument[0] if function == "Fn::GetAtt" else None
            if isinstance(target, str) and target in instead:
                return instead[target]
            if function == "Fn::Cidr":
                return SUBNETS
        return {key: redirected(each, instead) for key, each in value.items()}
    if isinstance(value, list):
        return [redirected(each, instead) for each in value]
    if isinstance(value, str):
        return re.sub(
            r"\$\{(\w+)(\.\w+)?\}",
            lambda place: in_text(instead[place[1]]) if place[1] in instead else place[0],
            value,
        )
    return value


def in_text(reference):
    return "${%s}" % reference["Ref"] if isinstance(reference, dict) else reference


def upload(storage, plain):
    """A package for each function: moto wants one to be there, not to run."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("bootstrap", "#!/bin/sh\n")
    storage.create_bucket(
        Bucket="dingledger-verify", CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    for resource in plain["Resources"].values():
        if resource["Type"] == "AWS::Lambda::Function":
            code = resource["Properties"]["Code"]
            storage.put_object(Bucket=code["S3Bucket"], Key=code["S3Key"], Body=archive.getvalue())


def state(formation):
    pages = formation.get_paginator("list_stack_resources").paginate(StackName=STACK)
    return {
        each["LogicalResourceId"]: each.get("PhysicalResourceId", "")
        for page in pages
        for each in page["StackResourceSummaries"]
    }


def inventory(report, name, formation, wanted):
    """Which types moto made; all that it says it knows."""
    made = state(formation)
    there, left = collections.Counter(), collections.Counter()
    for logical, resource in wanted["Resources"].items():
        if logical in made:
            there[resource["Type"]] += 1
        elif not resource.get("Condition"):
            left[resource["Type"]] += 1
    report.expect(not left, f"{name}: {sum(there.values())} resources of {len(there)} types stand in moto {listed(left)}")
    report.note("made: " + listed(there))


def listed(counts):
    return ", ".join(f"{kind[5:]} {count}" for kind, count in sorted(counts.items()))


def unchanged(report, name, client, wanted, order):
    """The same again has nothing to do; another template has, or the comparison would be worth nothing."""
    formation = client("cloudformation")
    again = changes(formation, "again", order)
    report.expect(not again, f"{name}: a second deployment changes nothing {' '.join(again)}".rstrip())
    other = json.loads(json.dumps(wanted))
    other["Resources"]["EventsQueue"]["Properties"]["MessageRetentionPeriod"] = 3600
    client("s3").put_object(Bucket="dingledger-verify", Key="template.json", Body=json.dumps(other))
    found = changes(formation, "other", order)
    report.expect(
        found == ["Modify:EventsQueue"], f"{name}: another template changes just what is other in it"
    )


def changes(formation, name, order):
    import botocore

    try:
        formation.create_change_set(ChangeSetName=name, ChangeSetType="UPDATE", **order)
    except botocore.exceptions.ClientError as refused:
        if "didn't contain changes" in str(refused) or "No updates" in str(refused):
            return []
        raise
    found = formation.describe_change_set(ChangeSetName=name, StackName=STACK).get("Changes", [])
    return [f"{each['ResourceChange']['Action']}:{each['ResourceChange']['LogicalResourceId']}" for each in found]


def run_then(report, command, endpoint, formation):
    stack = formation.describe_stacks(StackName=STACK)["Stacks"][0]
    told = {
        "stage": STAGE,
        "region": REGION,
        "endpoint": endpoint,
        "outputs": {each["OutputKey"]: each["OutputValue"] for each in stack.get("Outputs", [])},
        "resources": state(formation),
    }
    environment = {
        **os.environ,
        **CREDENTIALS,
        "AWS_ENDPOINT_URL": endpoint,
        "DINGLEDGER_VERIFY_STACK": json.dumps(told),
    }
    ended = subprocess.run(command, shell=True, env=environment, check=False)
    report.expect(ended.returncode == 0, f"{command}: ended with {ended.returncode}")
