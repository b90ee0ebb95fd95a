"""An instrument as a tree: every paragraph once, in printed order, under its headings."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.errors import UnknownInstrument
from corpus.library import Library
from corpus.types import Language, TextStatus
from rag.browse.tree import Branch, Leaf, tree


def leaves(branches: tuple[Branch, ...]) -> Iterator[Leaf]:
    """Every leaf, a heading's own before those of the headings under it."""
    for branch in branches:
        yield from branch.leaves
        yield from leaves(branch.branches)


def paths(branches: tuple[Branch, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every heading with those above it."""
    for branch in branches:
        yield (*above, branch.heading)
        yield from paths(branch.branches, (*above, branch.heading))


def test_every_paragraph_once(library: Library) -> None:
    """Each paragraph of each instrument is a leaf of its tree, once; the counts of branches add up."""
    for given in (tree(library, name, Language.EN) for name in library.instruments):
        paragraphs = [r for r in library.references if r.instrument == given.instrument and library.paragraph(r) == r]
        found = [leaf.reference for leaf in leaves(given.branches)]
        assert sorted(map(str, found)) == sorted(map(str, paragraphs))
        assert given.provisions == len(paragraphs) == sum(branch.provisions for branch in given.branches)


def test_headings_nest(library: Library) -> None:
    """Headings stand as they are printed, one under another; what has none stands under its part."""
    given = tree(library, "sample-rules", Language.EN)
    found = list(paths(given.branches))
    assert found[:3] == [("Preamble",), ("Operative part",), ("Preliminary observations",)]
    assert ("I. Rules for every station", "Letters") in found
    assert any(path[:2] == ("II. Rules for special stations", "A. Rock stations") for path in found)
    letters = next(
        branch
        for top in given.branches
        if top.heading.startswith("I. ")
        for branch in top.branches
        if branch.heading == "Letters"
    )
    assert [leaf.reference.locator for leaf in letters.leaves] == ["9(1)", "9(2)", "10(1)", "10(2)"]
    assert [leaf.items for leaf in letters.leaves] == [0, 0, 3, 0]


def test_leaves_say_what_they_are_about(library: Library) -> None:
    """A leaf has a label and a link; where a digest calls the paragraph something, that, in the reader's language."""
    english = {leaf.reference.locator: leaf for leaf in leaves(tree(library, "sample-rules", Language.EN).branches)}
    chinese = {leaf.reference.locator: leaf for leaf in leaves(tree(library, "sample-rules", Language.ZH).branches)}
    assert (english["5(1)"].label, english["5(1)"].about) == ("Skerry Rules, rule 5 (1)", "Longest watch")
    assert (chinese["5(1)"].label, chinese["5(1)"].about) == ("《礁石规则》第5条第1款", "值班最长多久")
    assert english["9(1)"].about == "Letters"  # no digest: its heading
    assert english["5(1)"].link == "/p/sample-rules/5(1)"
    assert english["5(1)"].text_status is TextStatus.OFFICIAL


def test_headings_in_the_readers_language(library: Library) -> None:
    """Headings are the reader's where the text is held in that language, else English, and the tree says which."""
    assert tree(library, "sample-rules", Language.ZH).headings_in is Language.ZH
    assert tree(library, "sample-rules", Language.FR).headings_in is Language.EN


def test_without_any_text(library: Library) -> None:
    """On digests alone every digested paragraph is there, under its part, and nothing claims to be official."""
    given = tree(replace(library, texts={}), "sample-rules", Language.ES)
    found = list(leaves(given.branches))
    assert [leaf.reference.locator for leaf in found] == list(library.digests["sample-rules"])
    assert given.headings_in is None
    assert {leaf.text_status for leaf in found} == {TextStatus.DIGEST}


def test_unknown_instrument(library: Library) -> None:
    """What is not in scope has no tree."""
    with pytest.raises(UnknownInstrument):
        tree(library, "mandela", Language.EN)
