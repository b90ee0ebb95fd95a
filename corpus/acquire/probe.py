"""Whether the document hosts of the United Nations can be reached at all, asked once before anything is fetched.

Takes a few seconds at most, whatever the resolver, a firewall or a silent host does. Fetches nothing.
"""

import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

import httpx

from corpus.acquire.addresses import FetchSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachability:
    """Whether any host answered, and why that is believed."""

    reachable: bool
    why: str


def probe(settings: FetchSettings) -> Reachability:
    """Ask every host that texts are addressed to at the same time, and go by the first that answers anything."""
    if settings.offline:
        return Reachability(reachable=False, why="PINPOINT_OFFLINE is set: no host was contacted.")
    hosts = tuple(dict.fromkeys(httpx.URL(address).copy_with(path="/", query=None) for address in settings.addresses))
    answers: SimpleQueue[Reachability] = SimpleQueue()
    for host in hosts:
        # A name lookup heeds no time limit: each question has a thread that can be left behind.
        Thread(target=_ask, args=(host, settings.probe_seconds, answers), daemon=True).start()
    return _first(answers, len(hosts), settings.probe_seconds)


def _first(answers: "SimpleQueue[Reachability]", count: int, seconds: float) -> Reachability:
    """The first good answer of `count` within so many seconds, or why there was none."""
    deadline, reasons = time.monotonic() + seconds, list[str]()
    while len(reasons) < count:
        try:
            answer = answers.get(timeout=max(deadline - time.monotonic(), 0.0))
        except Empty:
            reasons.append(f"no answer within {seconds:g} seconds")
            break
        if answer.reachable:
            return answer
        reasons.append(answer.why)
    why = "; ".join(sorted(reasons))
    return Reachability(reachable=False, why=f"The document hosts of the United Nations cannot be reached: {why}.")


def _ask(host: httpx.URL, seconds: float, answers: "SimpleQueue[Reachability]") -> None:
    """Put into `answers` whether a host answers; whatever it says is an answer."""
    name = host.netloc.decode("ascii")
    try:
        with httpx.Client(timeout=seconds, follow_redirects=False) as client:
            client.head(host)
    except (httpx.HTTPError, OSError) as error:
        answers.put(Reachability(reachable=False, why=f"{name}: {str(error) or type(error).__name__}"))
    else:
        answers.put(Reachability(reachable=True, why=f"{name} answered."))
