"""Which groups of persons lie within which: what makes one provision more specific than another.

Knows only what holds by meaning. Refuses to rank two groups neither of which lies within the other.
"""

from collections.abc import Mapping, Sequence

WIDER: Mapping[str, tuple[str, ...]] = {
    "pregnant-women": ("women",),
    "breastfeeding-mothers": ("women", "mothers-with-children"),
    "mothers-with-children": ("women", "caregivers"),
    "girls": ("women", "children"),
    "children-below-minimum-age": ("children",),
    "children-in-prison-with-parent": ("children", "children-of-prisoners"),
    "children-in-armed-groups": ("children",),
    "children-of-prisoners": ("children",),
    "persons-with-mental-disabilities": ("persons-with-disabilities",),
    "victims-of-violence": ("victims-of-crime",),
    "victims-of-trafficking": ("victims-of-crime",),
    "life-and-long-term-prisoners": ("sentenced-prisoners",),
}
"""For each group the wider ones that it is a part of."""
OUTSIDE = frozenset(
    ("families-of-prisoners", "children-of-prisoners", "victims-of-crime", "victims-of-trafficking", "witnesses")
)
"""Groups that are not held or tried themselves: a provision for them has no general one beside it."""

IMPLIED: Mapping[str, tuple[str, ...]] = {
    "pretrial-detention": ("untried-prisoners",),
    "untried-regime": ("untried-prisoners",),
    "womens-health": ("women",),
    "gender-responsive-approach": ("women",),
    "children-living-in-prison": ("children-in-prison-with-parent",),
    "parental-imprisonment": ("caregivers",),
    "child-justice-system": ("children",),
    "minimum-age": ("children",),
    "age-limits": ("children",),
    "child-participation": ("children",),
    "best-interests": ("children",),
}
"""Groups that a topic is about anyway: to be for them is nothing special there."""


def narrower(own: Sequence[str], other: Sequence[str]) -> bool:
    """Whether provisions for the groups `own` are for a part only of those that provisions for `other` are for.

    No group at all stands for everyone. Groups that come beside a part of themselves (women, pregnant women) count once.

    >>> narrower(["women"], []), narrower(["women", "pregnant-women"], ["women"]), narrower(["women"], ["children"])
    (True, True, False)
    """
    least, others = narrowest(own), narrowest(other)
    if not least or not others:
        return bool(least) and not OUTSIDE & set(other)
    inside = [any(one == two or within(one, two) for two in others) for one in least]
    return all(inside) and not set(others) & set(least)


def narrowest(groups: Sequence[str]) -> tuple[str, ...]:
    """The groups less those that hold another of them, and less those outside."""
    held = [one for one in groups if one not in OUTSIDE]
    return tuple(one for one in held if not any(within(other, one) for other in held))


def within(one: str, other: str) -> bool:
    """Whether a group is a part of another, directly or through a third."""
    wider = WIDER.get(one, ())
    return other in wider or any(within(step, other) for step in wider)
