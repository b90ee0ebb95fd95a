"""How the API bears load, on loopback: `python -m bench.load [--seconds 4]`.

One server of the real kind over the core instruments, asked by 1, 8, 32 and 64 users at a time from a process of their
own; requests a second, median and 95th percentile, memory before and after. Then embeddings through the API's batches
beside a naive route that embeds each request by itself, in turn, with the processor time that each takes for a request,
which does not hang on what else the machine does. Everything shares one machine: read the ratios.
"""

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

import httpx

from bench.__main__ import QUESTIONS
from bench.embedder import megabytes
from corpus.settings import ROOT

USERS = (1, 8, 32, 64)
"""People who ask at the same time, each again as soon as answered."""
_SECONDS = 4.0
_START = 120.0
_DISTINCT = 100_000
_WORDS = "keeper lamp oil stairs bell fog harbour boat storm gull rope night council visitor window repair trim ring".split()
_MODEL = "pinpoint-embeddings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What to send to whom: `kind` names the requests, `distinct` how many different texts there are."""

    address: str
    path: str
    kind: str
    users: int
    seconds: float
    distinct: int = _DISTINCT


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What came of it; times in milliseconds."""

    answered: int
    a_second: float
    median: float
    p95: float
    failed: int


def bodies(kind: str, distinct: int, seed: int) -> Iterator[dict[str, object]]:
    """Requests without end, the same each time for a seed."""
    random = Random(seed)  # noqa: S311 - nothing secret is drawn
    while True:
        number = random.randrange(distinct)
        if kind == "answers":
            yield {"question": random.choice(QUESTIONS)}
        elif kind == "search":
            yield {"query": random.choice(QUESTIONS)}
        else:
            texts = [_text(number + place) for place in range(8 if kind == "lists" else 1)]
            yield {"model": _MODEL, "input": texts if kind == "lists" else texts[0], "encoding_format": "float"}


def _text(number: int) -> str:
    """A short text of a dozen words, its own for each number."""
    random = Random(number)  # noqa: S311 - nothing secret is drawn
    return " ".join(random.choices(_WORDS, k=11)) + f" {number}"


async def load(given: Load) -> Figures:
    """Send requests for some seconds; each user has a connection of its own and asks again as soon as answered."""
    times: list[float] = []
    failed = 0
    where = httpx.URL(given.address)
    until = time.perf_counter() + given.seconds

    async def user(seed: int) -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection(where.host, where.port)
        for body in bodies(given.kind, given.distinct, seed):
            began = time.perf_counter()
            if began > until:
                break
            failed += await _exchange(reader, writer, given.path, json.dumps(body).encode()) != httpx.codes.OK
            times.append(1e3 * (time.perf_counter() - began))
        writer.close()

    started = time.perf_counter()
    await asyncio.gather(*(user(seed) for seed in range(given.users)))
    taken = time.perf_counter() - started
    ordered = sorted(times)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    return Figures(answered=len(times), a_second=len(times) / taken, median=statistics.median(ordered), p95=p95, failed=failed)


async def _exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, body: bytes) -> int:
    """Send one request and read its response whole; gives its status. By hand, since a client would cost more than this."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    answered = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = answered.partition("content-length:")[2].split(maxsplit=1)[0]
    await reader.readexactly(int(length))
    return int(answered.split(maxsplit=2)[1])


def from_a_process(given: Load) -> Figures:
    """The same from a process of its own, so that sending does not slow down answering more than it must."""
    command = [sys.executable, "-m", "bench.load", "--one", json.dumps(asdict(given))]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - our own
    return Figures(**json.loads(done.stdout))


@contextmanager
def server(*command: str) -> Iterator[tuple[str, int]]:
    """A server on a free port, by its address and process, ended afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    words = [sys.executable, *command, "--port", str(port)]
    running = subprocess.Popen(  # noqa: S603 - our own
        words, cwd=ROOT, env={**os.environ, "PINPOINT_RATE": "0"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _await_ready(address)
        yield address, running.pid
    finally:
        running.terminate()
        running.wait(30)


def _await_ready(address: str) -> None:
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{address}/readyz").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    sys.exit(f"No server came up at {address} in {_START:.0f} s.")


def under_load(seconds: float) -> None:
    """Print the table of search, answers and embeddings."""
    print(f"{'route':12} {'users':>5}  {'a second':>8}  {'median ms':>9}  {'p95 ms':>8}  {'processor ms':>12}  failed")
    with server("-m", "rag", "serve") as (address, process):
        before = megabytes(process)
        for path, kind in (("/v1/search", "search"), ("/v1/answers", "answers"), ("/v1/embeddings", "one")):
            for users in USERS:
                spent = processor_seconds(process)
                given = from_a_process(Load(address=address, path=path, kind=kind, users=users, seconds=seconds))
                cost = 1e3 * (processor_seconds(process) - spent) / given.answered
                times = f"{given.a_second:8.1f}  {given.median:9.1f}  {given.p95:8.1f}  {cost:12.1f}"
                print(f"{path[4:]:12} {users:5}  {times}  {given.failed}", flush=True)
        print(f"memory of the server: {before:.0f} MB before, {megabytes(process):.0f} MB after")


CASES = (
    ("one text a request, all different", "one", _DISTINCT),
    ("one text a request, of 500 texts", "one", 500),
    ("eight texts a request, all different", "lists", _DISTINCT),
)


def beside_naive(seconds: float, users: int = 32) -> None:
    """Print how many requests a second the API's batches and a naive route answer, in turn, twice each."""
    print(f"\nembeddings, {users} users: requests a second (better of two runs), milliseconds of processor a request")
    print(f"{'':40} {'batched':>8} {'naive':>7} {'ratio':>6}   {'batched':>8} {'naive':>7} {'ratio':>6}")
    with server("-m", "rag", "serve") as ours, server("-m", "bench.naive") as naive:
        for title, kind, distinct in CASES:
            speeds: dict[str, float] = {}
            costs: dict[str, list[float]] = {}
            for address, process in (ours, naive) * 2:
                given = Load(address=address, path="/v1/embeddings", kind=kind, users=users, seconds=seconds, distinct=distinct)
                before = processor_seconds(process)
                run = from_a_process(given)
                spent = 1e3 * (processor_seconds(process) - before) / run.answered
                speeds[address] = max(run.a_second, speeds.get(address, 0.0))
                costs.setdefault(address, []).append(spent)
            fast, slow = (speeds[address] for address, _ in (ours, naive))
            cheap, dear = (min(costs[address]) for address, _ in (ours, naive))
            compared = f"{fast:8.1f} {slow:7.1f} {fast / slow:6.2f}   {cheap:8.2f} {dear:7.2f} {dear / cheap:6.2f}"
            print(f"{title:40} {compared}", flush=True)


def processor_seconds(process: int) -> float:
    """Processor time that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="how long each row is measured")
    parser.add_argument("--only", choices=("load", "naive"), help="one of the two tables")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args(words)
    if given.one:
        print(json.dumps(asdict(asyncio.run(load(Load(**json.loads(given.one)))))))
        return
    if given.only != "naive":
        under_load(given.seconds)
    if given.only != "load":
        beside_naive(given.seconds)


if __name__ == "__main__":
    main()
