"""Settings: a language model is off unless turned on whole, and every mistake is named with what to type."""

import pytest

from corpus.errors import BadInput
from corpus.settings import LanguageModelSettings, Settings


@pytest.mark.parametrize("off", [{}, {"PINPOINT_LLM": ""}, {"PINPOINT_LLM": "off"}, {"PINPOINT_LLM_MODEL": "m"}])
def test_off_by_default(off: dict[str, str]) -> None:
    """Nothing but PINPOINT_LLM turns a model on, whatever else is set."""
    assert Settings.from_environment(off).llm is None


def test_turned_on() -> None:
    """Provider and model are enough; everything has a bound."""
    given = Settings.from_environment({"PINPOINT_LLM": "ollama", "PINPOINT_LLM_MODEL": "m"}).llm
    assert given == LanguageModelSettings(provider="ollama", model="m")
    assert min(given.seconds, given.attempts, given.prompt_tokens, given.answer_tokens) > 0


MISTAKES = [
    ({"PINPOINT_LLM": "chatgpt"}, "openai-like, ollama, anthropic"),
    ({"PINPOINT_LLM": "ollama", "PINPOINT_LLM_MODEL": ""}, "PINPOINT_LLM_MODEL=NAME"),
    ({"PINPOINT_LLM_SECONDS": "soon"}, "PINPOINT_LLM_SECONDS=30"),
    ({"PINPOINT_LLM_ATTEMPTS": "0"}, "PINPOINT_LLM_ATTEMPTS=3"),
    ({"PINPOINT_LLM_PROMPT_TOKENS": "-1"}, "PINPOINT_LLM_PROMPT_TOKENS=3000"),
    ({"PINPOINT_LLM_ANSWER_TOKENS": "1.5"}, "PINPOINT_LLM_ANSWER_TOKENS=800"),
    ({"PINPOINT_PORT": "65536"}, "PINPOINT_PORT=8501"),
]


@pytest.mark.parametrize(("environment", "hint"), MISTAKES)
def test_a_mistake_is_named(environment: dict[str, str], hint: str) -> None:
    """The message names the variable, the hint what to set."""
    with pytest.raises(BadInput) as caught:
        Settings.from_environment({"PINPOINT_LLM": "ollama", "PINPOINT_LLM_MODEL": "m"} | environment)
    assert hint in caught.value.hint
