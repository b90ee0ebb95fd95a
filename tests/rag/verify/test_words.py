"""Content words with their places and weights."""

from corpus.library import Library
from corpus.types import Language
from rag.embedder.fake import HashEmbedder
from rag.verify.words import Reader, stem


def test_words_stand_at_their_places(library: Library) -> None:
    """Each word is the text at its place; words that only hold a sentence together are left out."""
    text = "The keepers' lamp isn't lit at night."
    read = Reader(library, None).read(text, Language.EN)
    assert [word.text for word in read.words] == [text[word.start : word.end] for word in read.words]
    assert [word.key for word in read.words] == ["keeper", "lamp", "lit", "night"]


def test_chinese_without_a_model_is_cut_in_pairs(library: Library) -> None:
    """Without a model Chinese is read in pairs of characters."""
    assert [word.text for word in Reader(library, None).read("看守人", Language.ZH).words] == ["看守", "守人"]


def test_rare_words_weigh_more(library: Library) -> None:
    """A word that many statements have tells less than one that none has."""
    reader = Reader(library, None)
    assert reader.weight(stem("keeper"), Language.EN) < reader.weight("zeppelin", Language.EN) == 1.0


def test_a_model_gives_each_word_a_vector(library: Library) -> None:
    """With a model there is a row for each word."""
    read = Reader(library, HashEmbedder()).read("The lamp burns all night.", Language.EN)
    assert read.vectors.shape[0] == len(read.words) > 0
