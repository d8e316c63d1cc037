"""What has to stand in the emulator, asked over its API and not read from the template."""

import json

QUEUES = {
    # name: (visibility, dead letters, receives)
    "events": (200, "events-dead", 5),
    "vouchers": (360, "vouchers-dead", 5),
    "failures": (90, "failures-dead", 10),
    "patrol": (360, "patrol-dead", 3),
}
DEAD = ("events-dead", "vouchers-dead", "failures-dead", "patrol-dead", "schedules-dead")
MUST_KNOW = {
    "intake": {"DINGLEDGER_EVENTS_QUEUE"},
    "translate": {"DINGLEDGER_VOUCHERS_QUEUE", "DINGLEDGER_FAILURES_QUEUE"},
    "post": {"DINGLEDGER_VOUCHERS_QUEUE", "DINGLEDGER_FAILURES_QUEUE", "DINGLEDGER_PATROL_QUEUE"},
    "retry": {
        "DINGLEDGER_EVENTS_QUEUE",
        "DINGLEDGER_VOUCHERS_QUEUE",
        "DINGLEDGER_FAILURES_QUEUE",
        "DINGLEDGER_EVENTS_DEAD_LETTERS",
        "DINGLEDGER_VOUCHERS_DEAD_LETTERS",
    },
    "patrol": {"DINGLEDGER_EVENTS_QUEUE", "DINGLEDGER_PATROL_QUEUE"},
}
SOURCES = {
    "events": ("translate", 4),
    "vouchers": ("post", 1),
    "failures": ("retry", 10),
    "events-dead": ("retry", 10),
    "vouchers-dead": ("retry", 10),
    "patrol": ("patrol", 1),
}


def everything(report, client, plain, stage):
    prefix = f"dingledger-{stage}"
    for check in (queues, table, functions, sources, key, logs):
        try:
            check(report, client, prefix)
        except Exception as missing:  # What is not there is an error of whatever kind.
            report.fail(f"{check.__name__}: {missing}")


def queues(report, client, prefix):
    sqs = client("sqs")
    urls = sqs.list_queues(QueueNamePrefix=prefix + "-").get("QueueUrls", [])
    names = {url.rsplit("/", 1)[1] for url in urls}
    report.expect(
        names == {f"{prefix}-{each}" for each in (*QUEUES, *DEAD)}, f"{len(names)} queues, each by its name"
    )
    for name, (visibility, dead, receives) in QUEUES.items():
        have = attributes(sqs, f"{prefix}-{name}")
        redrive = json.loads(have.get("RedrivePolicy", "{}"))
        report.expect(
            str(redrive.get("deadLetterTargetArn", "")).endswith(f":{prefix}-{dead}")
            and int(redrive.get("maxReceiveCount", 0)) == receives,
            f"{name}: after {receives} receives to {dead}",
        )
        report.expect(int(have["VisibilityTimeout"]) == visibility, f"{name}: hidden for {visibility} s")
    for name in (*QUEUES, *DEAD):
        have = attributes(sqs, f"{prefix}-{name}")
        encrypted = have.get("SqsManagedSseEnabled", "").lower() == "true" or "KmsMasterKeyId" in have
        report.expect(encrypted, f"{name}: encrypted")


def attributes(sqs, name):
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]


def table(report, client, prefix):
    dynamo = client("dynamodb")
    have = dynamo.describe_table(TableName=prefix)["Table"]
    keys = {each["KeyType"]: each["AttributeName"] for each in have["KeySchema"]}
    report.expect(keys == {"HASH": "pk", "RANGE": "sk"}, "table: keys pk and sk")
    indexes = {
        each["IndexName"]: ([key["AttributeName"] for key in each["KeySchema"]], each["Projection"]["ProjectionType"])
        for each in have.get("GlobalSecondaryIndexes", [])
    }
    report.expect(
        indexes == {"due": (["duePk", "dueSk"], "KEYS_ONLY"), "list": (["listPk", "listSk"], "KEYS_ONLY")},
        "table: indexes due and list, keys only",
    )
    report.expect(have["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST", "table: pays by request")
    report.expect(have.get("DeletionProtectionEnabled") is True, "table: protected from deletion")
    backups = dynamo.describe_continuous_backups(TableName=prefix)["ContinuousBackupsDescription"]
    status = backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]
    known = status == "ENABLED"
    if known:
        report.right("table: recovery to a point in time")
    else:
        report.note("moto does not take PointInTimeRecoverySpecification from a stack; the template test holds it")
    living = dynamo.describe_time_to_live(TableName=prefix)["TimeToLiveDescription"]
    if living.get("AttributeName") == "goneAfter":
        report.right("table: goneAfter is the attribute by which items go")
    else:
        report.note("moto does not take TimeToLiveSpecification from a stack; the template test holds it")


def functions(report, client, prefix):
    lamb = client("lambda")
    known = {each["FunctionName"]: each for each in lamb.list_functions()["Functions"]}
    report.expect(set(known) == {f"{prefix}-{each}" for each in MUST_KNOW}, "five functions, each by its name")
    for name, variables in MUST_KNOW.items():
        have = known[f"{prefix}-{name}"]
        environment = have.get("Environment", {}).get("Variables", {})
        lacking = variables | {"DINGLEDGER_TABLE", "DINGLEDGER_KEY", "DINGLEDGER_METRICS_NAMESPACE"}
        lacking -= environment.keys()
        report.expect(not lacking, f"{name}: told where its queues, table and key are {sorted(lacking) or ''}".rstrip())
        report.expect(environment.get("DINGLEDGER_TABLE") == prefix, f"{name}: told the right table")
        unresolved = [each for each in environment.values() if "${" in str(each) or str(each).startswith("{")]
        report.expect(not unresolved, f"{name}: nothing in its environment is left to be worked out")
        report.expect(":role/" in have["Role"], f"{name}: has a role")


def sources(report, client, prefix):
    found = {
        each["EventSourceArn"].rsplit(":", 1)[1]: each
        for each in client("lambda").list_event_source_mappings()["EventSourceMappings"]
    }
    report.expect(set(found) == {f"{prefix}-{each}" for each in SOURCES}, f"{len(found)} queues feed functions")
    for queue, (function, size) in SOURCES.items():
        have = found[f"{prefix}-{queue}"]
        report.expect(
            f":{prefix}-{function}" in have["FunctionArn"] and have["BatchSize"] == size,
            f"{queue}: feeds {function}, {size} at a time",
        )


def key(report, client, prefix):
    kms = client("kms")
    aliases = {each["AliasName"]: each.get("TargetKeyId") for each in kms.list_aliases()["Aliases"]}
    target = aliases.get("alias/" + prefix)
    report.expect(target is not None, f"alias/{prefix} leads to a key")
    if target:
        rotation = kms.get_key_rotation_status(KeyId=target)["KeyRotationEnabled"]
        report.expect(rotation, "the key is renewed each year")


def logs(report, client, prefix):
    groups = {each["logGroupName"]: each for each in client("logs").describe_log_groups()["logGroups"]}
    wanted = {f"/aws/lambda/{prefix}-{each}" for each in MUST_KNOW} | {f"/aws/vendedlogs/{prefix}-callbacks"}
    report.expect(wanted <= groups.keys(), f"{len(wanted)} log groups")
    report.expect(
        all(groups[each].get("retentionInDays") == 30 for each in wanted if each in groups),
        "logs are kept for thirty days",
    )
