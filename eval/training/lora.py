"""The embedder's network in PyTorch with low-rank additions to its upper layers or to all, and how these are fitted.

Layers that are not added to stay as they are and are run once for each pair or text. Needs torch (requirements.txt beside this
file), which nothing else does. Gives the additions to `rag.embedder.adapter`. Products are of bfloat16 on processors that have
instructions for these, where fitting is 1.5 (AMX) or 2.7 times (AVX-512 BF16) as fast, and of whole floats on others,
where half ones are five times slower.
"""

import math
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from rag.embedder.adapter import CLASSES, Adapter, Head
from rag.embedder.weights import Weights

RANK = 32
UPPER, ALL = 6, 0
"""The first layer that is added to: of the upper half, or of all."""
_PARTS = ("q", "k", "v", "ao", "fi", "fo")
_BATCH, _EVEN_OVER, _AT_ONCE = 32, 16, 64
"""Pairs of a step; steps whose pairs are sorted by length together; pairs that the lower layers run at once."""
_RATE, _WARM, _LEAST = 1e-3, 30, 0.02
_DECAY, _LONGEST_STEP = 0.01, 1.0


class Network:
    """Ids of pairs in, scores of the classes out; rows of a batch are padded and masked."""

    def __init__(self, weights: Weights, *, head: bool, first: int = UPPER, start: Adapter | None = None) -> None:
        """With a `head` it scores the classes of pairs, else it gives vectors of texts; it goes on from `start`.

        Layers from the `first` on are added to; to those that `start` has nothing for, nothing is added at the beginning.
        """
        torch.manual_seed(0)
        torch.set_num_threads(os.cpu_count() or 1)  # left to itself it takes half of them
        self._shape, self._first = weights.shape, first
        vectors = {name: torch.tensor(value) for name, value in weights.vectors.items()}
        self._vectors = vectors
        self._places = vectors["emb.pos"].reshape(-1, self._shape.hidden) + vectors["emb.type"][: self._shape.hidden]
        self._words = torch.tensor(weights.matrices["emb.word"].dequantized()).half()
        own = [name for name in weights.matrices if name != "emb.word"]
        self._matrices = {name.removesuffix(".w"): torch.tensor(weights.matrices[name].dequantized()) for name in own}
        self._down: dict[str, Tensor] = {}
        self._up: dict[str, Tensor] = {}
        for layer in range(self._first, self._shape.layers):
            for part in _PARTS:
                rows, columns = self._matrices[f"l{layer}.{part}"].shape
                self._down[f"l{layer}.{part}"] = (torch.randn(RANK, columns) / math.sqrt(columns)).requires_grad_()
                self._up[f"l{layer}.{part}"] = torch.zeros(rows, RANK).requires_grad_()
        self._head: tuple[Tensor, ...] = ()
        if head:
            rows = torch.randn(CLASSES, self._shape.hidden) / math.sqrt(self._shape.hidden)
            self._head = (rows.requires_grad_(), torch.zeros(CLASSES).requires_grad_())
        if start is not None:
            self._begin(start)

    def _begin(self, start: Adapter) -> None:
        """Additions of a lower rank fill the first of this one's; the others add nothing at the beginning."""
        with torch.no_grad():
            for name, down in start.down.items():
                self._down[name][: len(down)].copy_(torch.tensor(down))
                self._up[name][:, : len(down)].copy_(torch.tensor(start.up[name]))
            if start.head and self._head:
                for tensor, value in zip(self._head, (start.head.weights, start.head.bias), strict=True):
                    tensor.copy_(torch.tensor(value))

    def fitted(self) -> list[Tensor]:
        """What is fitted."""
        return [*self._down.values(), *self._up.values(), *self._head]

    def adapter(self) -> Adapter:
        """What was fitted, as it is kept."""
        head = [value.detach().numpy() for value in self._head]
        return Adapter(
            down={name: value.detach().numpy() for name, value in self._down.items()},
            up={name: value.detach().numpy() for name, value in self._up.items()},
            head=Head(weights=head[0], bias=head[1]) if head else None,
        )

    def lower(self, rows: Sequence[Sequence[int]]) -> list[Tensor]:
        """What the layers that are left alone make of each row, of shape (tokens, hidden) in half precision."""
        width = max(len(row) for row in rows)
        ids = torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])
        mask = _mask([len(row) for row in rows], width)
        with torch.no_grad(), _products():
            value = self._normalized(self._words[ids].float() + self._places[:width], "emb.ln")
            for layer in range(self._first):
                value = self._layer(value, mask, f"l{layer}")
        return [value[place, : len(row)].half().clone() for place, row in enumerate(rows)]

    def scores(self, lower: Sequence[Tensor]) -> Tensor:
        """Scores of pairs that the lower layers have read, shape (len(lower), CLASSES)."""
        with _products():
            return functional.linear(self._means(lower), *self._head).float()

    def vectors(self, lower: Sequence[Tensor]) -> Tensor:
        """Vectors of texts that the lower layers have read, each of length one, shape (len(lower), hidden)."""
        with _products():
            return functional.normalize(self._means(lower).float(), dim=-1)

    def _means(self, lower: Sequence[Tensor]) -> Tensor:
        width = max(len(one) for one in lower)
        value = torch.zeros(len(lower), width, self._shape.hidden)
        for place, one in enumerate(lower):
            value[place, : len(one)] = one.float()
        mask = _mask([len(one) for one in lower], width)
        for layer in range(self._first, self._shape.layers):
            value = self._layer(value, mask, f"l{layer}")
        kept = mask[..., None].float()
        return (value * kept).sum(1) / kept.sum(1)

    def _layer(self, value: Tensor, mask: Tensor, name: str) -> Tensor:
        rows, width, hidden = value.shape
        heads = self._shape.heads
        query, key, content = (
            self._product(value, f"{name}.{part}").view(rows, width, heads, hidden // heads).transpose(1, 2) for part in "qkv"
        )
        with torch.autocast("cpu", enabled=False):  # its gradient is eight times slower in bfloat16
            parts = (query.float(), key.float(), content.float())
            drawn = functional.scaled_dot_product_attention(*parts, attn_mask=mask[:, None, None, :])
        attended = self._product(drawn.transpose(1, 2).reshape(rows, width, hidden), f"{name}.ao")
        middle = self._normalized(value + attended, f"{name}.aln")
        wide = functional.gelu(self._product(middle, f"{name}.fi"))
        return self._normalized(middle + self._product(wide, f"{name}.fo"), f"{name}.oln")

    def _product(self, value: Tensor, name: str) -> Tensor:
        product = functional.linear(value, self._matrices[name], self._vectors[f"{name}.b"])
        if name not in self._down:
            return product
        return product + functional.linear(functional.linear(value, self._down[name]), self._up[name])

    def _normalized(self, value: Tensor, name: str) -> Tensor:
        gain, shift = self._vectors[f"{name}.w"], self._vectors[f"{name}.b"]
        return functional.layer_norm(value, (self._shape.hidden,), gain, shift, self._shape.epsilon)


def _products() -> AbstractContextManager[object]:
    """Where products are taken in bfloat16, if the processor can multiply them as they are."""
    can = any(torch.cpu.get_capabilities().get(name) for name in ("amx_bf16", "avx512_bf16"))
    found: AbstractContextManager[object] = torch.autocast("cpu", dtype=torch.bfloat16, enabled=can)
    return found


def read_lower(network: Network, rows: Sequence[Sequence[int]], step: Callable[[int, int], None]) -> list[Tensor]:
    """What the lower layers make of each row, in the order of the rows."""
    order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
    found: dict[int, Tensor] = {}
    for start in range(0, len(order), _AT_ONCE):
        places = order[start : start + _AT_ONCE]
        found |= zip(places, network.lower([rows[place] for place in places]), strict=True)
        step(len(found), len(rows))
    return [found[place] for place in range(len(rows))]


def fit(
    network: Network, lower: Sequence[Tensor], labels: Sequence[int], epochs: float, step: Callable[[int, int], None]
) -> None:
    """Fit by AdamW on cross-entropy, the rate falling to nothing."""
    steps = int(epochs * len(lower) / _BATCH)
    losses = (
        functional.cross_entropy(network.scores([lower[place] for place in places]), torch.tensor([labels[p] for p in places]))
        for places in _batches(lower)
    )
    descend(network, losses, steps, _RATE, step)


def descend(network: Network, losses: Iterator[Tensor], steps: int, rate: float, step: Callable[[int, int], None]) -> None:
    """Take so many steps down the losses, each worked out when its turn comes."""
    optimizer = torch.optim.AdamW(network.fitted(), lr=rate, weight_decay=_DECAY)
    for done in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (done + 1) / _WARM) * max(_LEAST, 1 - done / steps)
        loss = next(losses)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.fitted(), _LONGEST_STEP)
        optimizer.step()
        step(done + 1, steps)


def log_probabilities(network: Network, lower: Sequence[Tensor]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Of each pair, shape (len(lower), CLASSES)."""
    with torch.no_grad():
        parts = [network.scores(lower[start : start + _AT_ONCE]).log_softmax(1) for start in range(0, len(lower), _AT_ONCE)]
    found: np.ndarray[tuple[int, int], np.dtype[np.float32]] = torch.cat(parts).numpy()
    return found


def _batches(lower: Sequence[Tensor]) -> Iterator[list[int]]:
    """Places of pairs of about the same length, over and over, in another order each time."""
    chance = Random(0)  # noqa: S311 - an order, no secret
    while True:
        order = chance.sample(range(len(lower)), len(lower))
        batches = []
        for start in range(0, len(order), _BATCH * _EVEN_OVER):
            part = sorted(order[start : start + _BATCH * _EVEN_OVER], key=lambda place: len(lower[place]))
            batches += [part[first : first + _BATCH] for first in range(0, len(part), _BATCH)]
        chance.shuffle(batches)
        yield from batches


def _mask(lengths: Sequence[int], width: int) -> Tensor:
    return torch.arange(width)[None, :] < torch.tensor(lengths)[:, None]
