"""An answer over HTTP as a file is what the library makes of the pipeline's answer."""

import pytest
from fastapi.testclient import TestClient

from rag.export.files import exported
from rag.export.forms import MEDIA_TYPES, Form, Style
from rag.pipeline import Pipeline

QUESTION = "What does rule 4 of the Skerry Rules say?"


@pytest.mark.parametrize("form", Form)
def test_file_is_the_librarys(client: TestClient, skerry: Pipeline, form: Form) -> None:
    """Each form comes to the byte, under its media type and its name."""
    given = client.post("/v1/export", json={"question": QUESTION, "form": form, "style": "bluebook", "claims": [0, 2]})
    answer = skerry.ask(QUESTION)
    wanted = exported(skerry.index.library, answer, form, style=Style.BLUEBOOK, claims=(0, 2))
    assert given.status_code == 200
    assert given.content == wanted.data
    assert given.headers["content-type"] == MEDIA_TYPES[form]
    assert given.headers["content-disposition"] == f'attachment; filename="{wanted.name}"'


BAD = [
    ({"question": QUESTION, "claims": [9]}, 400),  # a claim that is not there
    ({"question": QUESTION, "claims": []}, 422),  # none at all
    ({"question": QUESTION, "form": "pdf"}, 422),  # a form that is not made
    ({"question": QUESTION, "style": "mla"}, 422),  # a style that is not known
    ({"question": "???"}, 400),  # no words
]


@pytest.mark.parametrize(("body", "status"), BAD)
def test_what_cannot_be_is_told_of(client: TestClient, body: dict[str, object], status: int) -> None:
    """Bad input gets an error with a hint, never a file."""
    given = client.post("/v1/export", json=body)
    assert given.status_code == status
    assert given.json()["error"]["hint"]
