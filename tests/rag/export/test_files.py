"""An answer as a file: whole and in part, the same bytes each time, opened with other programs."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from docx2python import docx2python
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.errors import BadInput
from corpus.library import Library
from corpus.types import Language, TextStatus
from rag.export.files import exported, selection
from rag.export.forms import MEDIA_TYPES, Form, Style
from rag.export.markdown import escaped
from rag.export.settled import printable
from rag.pipeline import Pipeline
from rag.types import Answer, PremiseCorrection, Reason, Status

FOG = "What does rule 4 of the Skerry Rules say?"
FIRST, SECOND = (
    "On a blind night the keeper on watch must sound the horn once every 2 minutes.",
    "On a blind night the keeper on watch must note in the log when the fog came and went.",
)


@pytest.fixture(scope="module")
def fog(skerry: Pipeline) -> Answer:
    """An answer of three claims on the items of one rule."""
    answer = skerry.ask(FOG)
    assert len(answer.claims) == 3
    return answer


def text_of(data: bytes) -> str:
    """What docx2python reads: the body with marks, then the footnotes."""
    with docx2python(io.BytesIO(data)) as read:
        return str(read.text)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("style", Style)
def test_same_answer_same_bytes(library: Library, fog: Answer, form: Form, style: Style) -> None:
    """Two exports are equal to the byte, though the answers took different times; the file's name says what is in it."""
    first = exported(library, fog, form, style=style)
    second = exported(library, replace(fog, timings_ms={"total": 9.0}), form, style=style)
    assert first.data == second.data
    assert first.name == f"pinpoint-sample-rules-4-a.{form}"
    assert first.media_type == MEDIA_TYPES[form]


def test_json_is_the_answer(library: Library, fog: Answer) -> None:
    """JSON is the design's Answer, its times left out."""
    read = orjson.loads(exported(library, fog, Form.JSON).data)
    assert read == orjson.loads(orjson.dumps(replace(fog, timings_ms={})))


def test_word_has_real_footnotes(library: Library, fog: Answer) -> None:
    """Another program reads each claim with the mark of its own footnote, and the full reference there."""
    text = text_of(exported(library, fog, Form.WORD, style=Style.OSCOLA).data)
    assert f"{FIRST}----footnote1----" in text
    assert f"{SECOND}----footnote2----" in text
    title = "Rules of the Lighthouse Keepers (the Skerry Rules)"
    assert f"footnote2)\t GCL Res 4/12 ‘{title}’ (14 May 2019) LK Doc LK/RES/4/12, annex, r 4(b)." in text
    assert "“Sound the horn once every two minutes;”" in text
    assert text.index("“On a blind night the keeper on watch shall:”") < text.index("(a) “Sound the horn")


def test_word_file_is_well_made(library: Library, fog: Answer) -> None:
    """Every footnote that is marked is there once, the file's settings know the lines above notes, nothing has a time."""
    with zipfile.ZipFile(io.BytesIO(exported(library, fog, Form.WORD).data)) as file:
        assert file.testzip() is None
        body, notes, settings, core, kinds = (
            file.read(name).decode()
            for name in (
                "word/document.xml",
                "word/footnotes.xml",
                "word/settings.xml",
                "docProps/core.xml",
                "[Content_Types].xml",
            )
        )
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    marked = re.findall(r'<w:footnoteReference w:id="(\d+)"', body)
    assert marked == ["1", "2", "3"]
    assert re.findall(r'<w:footnote [^>]*w:id="(-?\d+)"', notes) == ["-1", "0", *marked]
    assert settings.index("<w:footnotePr>") < settings.index("<w:compat>")
    assert "footnotes+xml" in kinds
    assert "dcterms:created" not in core


def test_apa_stands_in_the_text(library: Library, fog: Answer) -> None:
    """In APA there are no footnotes: references stand in brackets, and in full in a list."""
    data = exported(library, fog, Form.WORD, style=Style.APA).data
    assert f"{FIRST[:-1]} (General Congress of Lighthouses, 2019, Rule 4(a))." in text_of(data)
    assert "word/footnotes.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert b"[^1]" not in exported(library, fog, Form.MARKDOWN, style=Style.APA).data


def test_arabic_runs_from_right_to_left(library: Library, fog: Answer) -> None:
    """For an Arabic reader the words around run from right to left; the English answer and quotes do not."""
    with zipfile.ZipFile(io.BytesIO(exported(library, fog, Form.WORD, language=Language.AR).data)) as file:
        body, notes = file.read("word/document.xml").decode(), file.read("word/footnotes.xml").decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", body, re.DOTALL)
    (claim,) = [one for one in paragraphs if "sound the horn" in one]
    (heading,) = [one for one in paragraphs if "الصكوك المستشهد بها" in one]
    assert "<w:bidi/>" not in claim
    assert "<w:bidi/>" in heading
    assert "<w:rtl/>" in heading
    assert notes.count("<w:bidi/>") == 3


def test_selection_is_what_was_chosen(library: Library, fog: Answer) -> None:
    """Chosen claims alone, in the answer's order and each once, in every form; works keep the places chosen."""
    text = text_of(exported(library, fog, Form.WORD, claims=(1, 0, 1)).data)
    assert text.index(FIRST) < text.index(SECOND)
    assert "wake the second keeper" not in text
    assert b"rule 4 (a); rule 4 (b)" in exported(library, fog, Form.RIS, claims=(1, 0, 1)).data
    assert len(orjson.loads(exported(library, fog, Form.JSON, claims=[2]).data)["claims"]) == 1


@pytest.mark.parametrize(("claims", "said"), [((3,), "no claim 3"), ((-1,), "no claim -1"), ((), "No claim was chosen")])
def test_a_claim_that_is_not_there_is_refused(fog: Answer, claims: tuple[int, ...], said: str) -> None:
    """A choice that cannot be is told of, with what to choose from."""
    with pytest.raises(BadInput, match=said) as caught:
        selection(fog, claims)
    assert caught.value.hint == "Choose from 0 to 2."


def test_refusal_exports_what_is_nearest(library: Library, skerry: Pipeline) -> None:
    """A refusal has its message and the nearest provisions with their words."""
    answer = skerry.ask("What does rule 99 of the Skerry Rules say?")
    assert answer.status is Status.REFUSED
    text = text_of(exported(library, answer, Form.WORD).data)
    assert answer.message in text
    assert f"{answer.nearest[0].label}----footnote1----" in text
    assert f"“{answer.nearest[0].quote}”" in text
    assert exported(library, answer, Form.MARKDOWN).name == "pinpoint-answer.md"


def test_digests_are_told_apart(library: Library, bare: Pipeline, fog: Answer) -> None:
    """A claim whose words are not official says so in its footnote."""
    (first, *_), given = fog.claims, bare.index.library
    unofficial = replace(first.citations[0], text_status=TextStatus.DIGEST, quote=None, start=None, end=None)
    answer = replace(fog, claims=(replace(first, citations=(unofficial,)),))
    for held in (library, given):
        assert "r 4(a). Pinpoint’s own words;" in exported(held, answer, Form.MARKDOWN, style=Style.OSCOLA).data.decode()


def test_correction_is_told(library: Library, fog: Answer) -> None:
    """What a question took for granted stands beside what the texts say, with its footnote."""
    correction = PremiseCorrection(premise="every hour", correction="Every 2 minutes.", citations=fog.claims[0].citations)
    answer = replace(fog, reason=Reason.FALSE_PREMISE, premise_corrections=(correction,))
    text = exported(library, answer, Form.MARKDOWN).data.decode()
    assert "beside the texts: every hour" in text
    assert "Every 2 minutes.[^1]" in text


def test_markdown_has_a_note_for_each_mark(library: Library, fog: Answer) -> None:
    """Marks and notes are the same, in order; the question is the heading."""
    text = exported(library, fog, Form.MARKDOWN).data.decode()
    assert text.startswith(f"# {FOG}\n")
    assert re.findall(r"(?<=\S)\[\^(\d+)\]$", text, re.MULTILINE) == ["1", "2", "3"]
    assert re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE) == ["1", "2", "3"]


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40))
def test_markdown_prints_letter_for_letter(text: str) -> None:
    """Whatever the text, a reader of CommonMark shows just it: nothing is obeyed."""
    shown = " ".join(text.split())
    if shown:
        tokens = MarkdownIt().parse(escaped(shown))
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        assert "".join(child.content for child in tokens[1].children or ()) == shown


def test_characters_that_xml_cannot_hold_are_replaced(library: Library, fog: Answer) -> None:
    """A control character does not break a Word file, and is seen to have been there."""
    assert printable("a\x0bb\x00c\td") == "a\ufffdb\ufffdc\td"
    assert "lamp\ufffdoil" in text_of(exported(library, replace(fog, question="lamp\x0boil"), Form.WORD).data)


@pytest.mark.slow
@pytest.mark.parametrize("language", [Language.EN, Language.ZH, Language.AR])
def test_libreoffice_opens_it(library: Library, fog: Answer, tmp_path: Path, language: Language) -> None:
    """LibreOffice opens the file and prints claims, marks and footnotes."""
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice: apt-get install libreoffice-writer-nogui")
    path = tmp_path / "answer.docx"
    path.write_bytes(exported(library, fog, Form.WORD, language=language).data)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "html:HTML (StarWriter)", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "answer.html").read_text(encoding="utf-8")
    assert "sound the horn once every 2" in " ".join(shown.split())
    assert shown.count('class="sdfootnotesym"') == 3
