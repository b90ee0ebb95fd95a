"""Texts that belong together drawn near, those that do not drawn apart: how the network for search is fitted.

A supervised contrastive loss over batches of texts (Khosla et al. 2020): each positive of a text is to be likelier than all its
negatives, by cosine over a temperature. Needs torch.
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from eval.training.lora import Network
from eval.training.texts import Texts

RATE, RATE_ON = 5e-4, 3e-4
"""Of fitting from nothing, and from the additions that are there."""
SHARE = 0.8
"""How far the network goes from what it was to what it was fitted to from nothing: the rest of the way it suits the authors'
words better and a user's worse (chosen on dev questions)."""
_TEMPERATURE = 0.05
_AT_ONCE = 64
_NEVER = -1e4


def losses(network: Network, texts: Texts, lower: Sequence[Tensor], count: int) -> Iterator[Tensor]:
    """The loss of each of `count` batches, worked out when it is asked for."""
    for batch in texts.batches(count):
        order = sorted(batch, key=lambda place: len(lower[place]))
        parts = [order[start : start + _AT_ONCE] for start in range(0, len(order), _AT_ONCE)]
        vectors = torch.cat([network.vectors([lower[place] for place in part]) for part in parts])
        positive, negative = (torch.tensor(marks) for marks in texts.relations(order))
        yield contrastive_loss(vectors @ vectors.T, positive, negative)


def contrastive_loss(cosines: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
    """Mean over texts, and over the positives of each, of -log(e^s / (e^s + sum of e^t over its negatives)).

    s and t are cosines over the temperature. All of shape (texts, texts). A text without positives counts for nothing.
    """
    scaled = cosines / _TEMPERATURE
    others = torch.logsumexp(scaled.masked_fill(~negative, _NEVER), dim=1, keepdim=True)
    missed = functional.softplus(others - scaled)
    shares = positive.float() / positive.sum(1, keepdim=True).clamp(min=1)
    return (missed * shares).sum() / positive.any(1).sum()
