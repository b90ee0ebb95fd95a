"""The verb of a sentence is read as the table says."""

import pytest

from corpus.modality import modality_of
from corpus.types import Language, Modality

ENGLISH = [
    ("A keeper shall trim the lamp.", Modality.SHALL),
    ("No keeper shall be left without oil.", Modality.SHALL_NOT),  # the negation stands in the subject
    ("A keeper shall not sleep on watch.", Modality.SHALL_NOT),
    ("A keeper is entitled to eight hours of sleep.", Modality.SHALL),
    ("Harbour councils should pay in coin.", Modality.SHOULD),
    ("Fish should not be paid instead of coin.", Modality.SHOULD_NOT),
    ("A keeper may receive letters.", Modality.MAY),
    ("The lamp may be put out only by order.", Modality.MAY_ONLY),
    ("A lamp is any light on a skerry.", Modality.DECLARATORY),
    ("Long watches may result in wrecks.", Modality.DECLARATORY),  # a possibility, no permission
    ("Where a lamp shall be lit, the keeper should note it.", Modality.SHOULD),  # a verb in a condition does not count
    ("Urges councils to hang a copy of the rules;", Modality.SHOULD),
]
CHINESE = [
    ("守灯人必须修剪灯芯。", Modality.SHALL),
    ("守灯人有权休息八小时。", Modality.SHALL),
    ("不得让守灯人缺油。", Modality.SHALL_NOT),
    ("港务会应当以硬币付酬。", Modality.SHOULD),
    ("守灯人可以收信。", Modality.MAY),
    ("只有接到命令才可以熄灯。", Modality.MAY_ONLY),
    ("灯是礁石上的任何光源。", Modality.DECLARATORY),
    ("敦促各港务会悬挂规则副本；", Modality.SHOULD),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: Modality) -> None:
    """Each English sentence has the verb of the table."""
    assert modality_of(text, Language.EN) is expected


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese(text: str, expected: Modality) -> None:
    """Each Chinese sentence has the verb of the table."""
    assert modality_of(text, Language.ZH) is expected
