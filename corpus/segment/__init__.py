"""Segmentation: a text becomes the provisions of an instrument, by the grammar that its facts file declares."""

from corpus.segment.segmentation import Segmentation, segment

__all__ = ["Segmentation", "segment"]
