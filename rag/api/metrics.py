"""What is counted of the service, for Prometheus: requests, answers by how they ended, batches, memory.

A registry of its own for each app. Refuses text of any kind: labels are taken from closed lists.
"""

import os
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from rag.types import Answer

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_BATCH = (1, 2, 4, 8, 16, 32, 64, 128)
_METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS".split())


class Metrics:
    """Counters of one app."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        route = ("method", "route", "status")
        self.requests = Counter("pinpoint_requests", "Requests answered.", route, registry=self.registry)
        self.seconds = Histogram(
            "pinpoint_request_seconds", "Seconds a request.", ("route",), buckets=_SECONDS, registry=self.registry
        )
        self.answers = Counter(
            "pinpoint_answers", "Answers by how they ended.", ("status", "reason", "language"), registry=self.registry
        )
        self.batches = Histogram("pinpoint_embedding_batch_texts", "Texts a batch.", buckets=_BATCH, registry=self.registry)
        memory = Gauge("pinpoint_resident_bytes", "Memory of this process.", registry=self.registry)
        memory.set_function(resident_bytes)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a finished request by its route's pattern; never by its path, which may hold what somebody asked."""
        self.requests.labels(method if method in _METHODS else "other", route, status).inc()
        self.seconds.labels(route).observe(seconds)

    def answered(self, answer: Answer) -> None:
        """Count an answer by status, reason and language."""
        self.answers.labels(answer.status, answer.reason or "none", answer.language).inc()

    def text(self) -> bytes:
        """All of it, in Prometheus' text format."""
        return generate_latest(self.registry)


def resident_bytes() -> float:
    """Resident memory of this process; nan where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return float("nan")
