"""A third party's reader, unmodified: Airbyte's source for TaskRouter reads workspaces and workers.

Run by `trctl emulator run -- PYTHON judge.py` with the Python the source is installed in. What it
reads is compared with what was made, and with what trctl says.
"""

import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

import certifi

WORKSPACES = 3
# Three pages of the fifty the source asks for.
WORKERS = 120

account = os.environ["TWILIO_ACCOUNT_SID"]
token = os.environ["TWILIO_AUTH_TOKEN"]
assertions = 0
differences = []


def expect(what, actual, expected):
    global assertions
    assertions += 1
    if actual != expected:
        differences.append(f"{what}: {actual!r} instead of {expected!r}")


def make(path, **form):
    """Creates something at Twilio's own address, through the proxy."""
    request = urllib.request.Request(
        f"https://taskrouter.twilio.com/v1/{path}",
        data=urllib.parse.urlencode(form).encode(),
        headers={
            "Authorization": "Basic "
            + base64.b64encode(f"{account}:{token}".encode()).decode()
        },
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def trust_the_emulator():
    """Adds the emulator's authority to the list of the environment the source is installed in.

    The source prepares its requests itself, and requests then looks into no variable for
    certificates, only into the list that comes with certifi.
    """
    bundle = pathlib.Path(certifi.where())
    original = bundle.with_name("cacert.original.pem")
    if not original.exists():
        original.write_bytes(bundle.read_bytes())
    authority = pathlib.Path(os.environ["SSL_CERT_FILE"]).read_bytes()
    bundle.write_bytes(original.read_bytes() + b"\n" + authority)


def source(directory, *words):
    """Runs a verb of the source; the messages it prints."""
    config = directory / "config.json"
    config.write_text(json.dumps({"account_sid": account, "auth_token": token}))
    ran = subprocess.run(
        [
            pathlib.Path(sys.executable).parent / "source-twilio-taskrouter",
            *words,
            "--config",
            config,
        ],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "HOME": str(directory), "DO_NOT_TRACK": "true"},
    )
    messages = []
    for line in ran.stdout.splitlines():
        try:
            messages.append(json.loads(line))
        except json.JSONDecodeError:
            print(line)
    expect(f"{words[0]}: exit code", ran.returncode, 0)
    if ran.returncode != 0:
        print(ran.stdout[-4000:], ran.stderr[-4000:])
    return messages


def trctl(*words):
    """What trctl says of the same; it goes through the proxy, too."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("TRCTL")
    }
    program = os.environ.get("TRCTL", "target/debug/trctl")
    ran = subprocess.run(
        [program, *words, "-o", "json"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return json.loads(ran.stdout)


def main():
    trust_the_emulator()
    made = [
        make("Workspaces", FriendlyName=f"workspace {number}")
        for number in range(WORKSPACES)
    ]
    for number in range(WORKERS):
        make(
            f"Workspaces/{made[0]['sid']}/Workers",
            FriendlyName=f"worker {number:03}",
            Attributes=json.dumps({"name": f"Ünïcode {number}"}),
        )
    make(f"Workspaces/{made[1]['sid']}/Workers", FriendlyName="alone")

    with tempfile.TemporaryDirectory() as directory:
        directory = pathlib.Path(directory)
        checked = source(directory, "check")
        statuses = [
            message["connectionStatus"]["status"]
            for message in checked
            if message["type"] == "CONNECTION_STATUS"
        ]
        expect("check", statuses, ["SUCCEEDED"])
        discovered = [
            message["catalog"]["streams"]
            for message in source(directory, "discover")
            if message["type"] == "CATALOG"
        ][0]
        catalog = directory / "catalog.json"
        streams = [
            {
                "stream": stream,
                "sync_mode": "full_refresh",
                "destination_sync_mode": "overwrite",
            }
            for stream in discovered
        ]
        catalog.write_text(json.dumps({"streams": streams}))
        messages = source(directory, "read", "--catalog", catalog)

    read = {"workspaces": {}, "workers": {}}
    count = 0
    for message in messages:
        if message["type"] == "RECORD":
            record = message["record"]
            read[record["stream"]][record["data"]["sid"]] = record["data"]
            count += 1
    expect("records", count, WORKSPACES + WORKERS + 1)
    said = {one["sid"]: one for one in trctl("workspace", "list")}
    expect("workspaces", sorted(read["workspaces"]), sorted(said))
    for sid, workspace in said.items():
        expect(f"workspace {sid}", read["workspaces"].get(sid), workspace)
    for workspace in made:
        for worker in trctl("--workspace", workspace["sid"], "workers", "list"):
            sid = worker["sid"]
            said[sid] = worker
            expect(f"worker {sid}", read["workers"].get(sid), worker)
    expect("workers", len(read["workers"]), WORKERS + 1)

    for difference in differences:
        print(f"difference: {difference}")
    print(f"airbyte: {assertions} assertions, {len(differences)} failed")
    return 1 if differences else 0


sys.exit(main())
