"""Texts that belong together drawn near, those that do not drawn apart: how the network for search is fitted.

A contrastive loss over batches of texts (supervised contrastive learning, Khosla et al. 2020): each text of a pair that belongs
together is to be likelier, among all that it certainly does not belong to, by cosine over a temperature. Needs torch.
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from eval.training.lora import Network
from eval.training.texts import Texts

RATE = 5e-4
_TEMPERATURE = 0.05
_AT_ONCE = 64
_NEVER = -1e4


def losses(network: Network, texts: Texts, lower: Sequence[Tensor], count: int) -> Iterator[Tensor]:
    """The loss of each of `count` batches, worked out when it is asked for."""
    for batch in texts.batches(count):
        order = sorted(batch, key=lambda place: len(lower[place]))
        parts = [order[start : start + _AT_ONCE] for start in range(0, len(order), _AT_ONCE)]
        vectors = torch.cat([network.vectors([lower[place] for place in part]) for part in parts])
        together, apart = (torch.tensor(marks) for marks in texts.relations(order))
        yield contrast(vectors @ vectors.T, together, apart)


def contrast(cosines: Tensor, together: Tensor, apart: Tensor) -> Tensor:
    """Mean over texts, and over what belongs to each, of -log(e^s / (e^s + sum of e^t over those apart)).

    s and t are cosines over the temperature. All of shape (texts, texts). A text that nothing belongs to counts for nothing.
    """
    scaled = cosines / _TEMPERATURE
    others = torch.logsumexp(scaled.masked_fill(~apart, _NEVER), dim=1, keepdim=True)
    missed = functional.softplus(others - scaled)
    shares = together.float() / together.sum(1, keepdim=True).clamp(min=1)
    return (missed * shares).sum() / together.any(1).sum()
