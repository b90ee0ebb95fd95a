"""Language models across the border of LlamaIndex: servers go in as its `LLM`, any `LLM` comes out as our port.

Refuses to read a key, an address or a proxy from anywhere but the settings.
"""

from collections.abc import Iterator, Sequence

from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    CompletionResponse,
    LLMMetadata,
    MessageRole,
)
from llama_index.core.llms import LLM, CustomLLM
from llama_index.core.llms.callbacks import llm_chat_callback, llm_completion_callback
from pydantic import PrivateAttr

from corpus.errors import BadInput, DraftingFailed
from corpus.settings import LanguageModelSettings
from rag.adapters.calling import Server, checked_address
from rag.adapters.wires import WIRES, Ask, Wire
from rag.drafting.faults import Fault
from rag.ports import LanguageModel, Prompt


def open_language_model(settings: LanguageModelSettings, *, offline: bool) -> LanguageModel:
    """The model that the settings name; asks it nothing yet. Raises BadInput."""
    return LlamaIndexModel(ServedLLM.of(settings, offline=offline), f"{settings.provider}:{settings.model}")


class LlamaIndexModel:
    """Any `LLM` of LlamaIndex's as ours; what it raises that is not ours counts as a broken server."""

    def __init__(self, llm: LLM, name: str) -> None:
        self.name = name
        self._llm = llm

    def stream(self, prompt: Prompt) -> Iterator[str]:
        """See `LanguageModel`."""
        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=prompt.system),
            ChatMessage(role=MessageRole.USER, content=prompt.data),
        ]
        try:
            for response in self._llm.stream_chat(messages):
                yield response.delta or ""
        except DraftingFailed:
            raise
        except Exception as error:
            raise DraftingFailed(f"{self.name} failed: {error!r:.200}.", fault=Fault.BROKEN) from error


class ServedLLM(CustomLLM):  # type: ignore[misc]  # the framework is untyped for mypy, see pyproject
    """A language model behind HTTP, as LlamaIndex's `LLM`: always streamed, always asked for JSON of the draft's schema."""

    model: str
    room: int
    most: int
    _wire: Wire = PrivateAttr()
    _server: Server = PrivateAttr()

    @classmethod
    def of(cls, settings: LanguageModelSettings, *, offline: bool) -> "ServedLLM":
        """The model that the settings name; raises BadInput where its address is missing or may not be spoken to."""
        wire = WIRES[settings.provider]
        url = settings.url or wire.home
        if not url:
            raise BadInput(
                f"PINPOINT_LLM is {settings.provider}, and no address is set.",
                hint="Set PINPOINT_LLM_URL, like http://127.0.0.1:8080/v1.",
            )
        made = cls(model=settings.model, room=settings.prompt_tokens, most=settings.answer_tokens)
        made._wire = wire
        made._server = Server(
            address=checked_address(url, key=settings.key, offline=offline) + wire.path,
            headers={"Accept-Encoding": "identity", **wire.headers(settings.key)},
            seconds=settings.seconds,
        )
        return made

    @classmethod
    def class_name(cls) -> str:
        """The name under which LlamaIndex reports it."""
        return "PinpointServedLLM"

    @property
    def metadata(self) -> LLMMetadata:
        """What LlamaIndex asks of every model."""
        return LLMMetadata(
            context_window=self.room + self.most, num_output=self.most, is_chat_model=True, model_name=self.model
        )

    @llm_chat_callback()  # type: ignore[untyped-decorator]
    def stream_chat(self, messages: Sequence[ChatMessage], **_: object) -> Iterator[ChatResponse]:
        """The reply piece by piece; raises DraftingFailed, also where it ends before its end."""
        told = {role: "\n".join(m.content or "" for m in messages if m.role is role) for role in MessageRole}
        ask = Ask(
            model=self.model,
            system=told[MessageRole.SYSTEM],
            data=told[MessageRole.USER],
            room=self.room,
            most=self.most,
        )
        return self._replies(ask)

    @llm_chat_callback()  # type: ignore[untyped-decorator]
    def chat(self, messages: Sequence[ChatMessage], **_: object) -> ChatResponse:
        """The whole reply; raises as `stream_chat`."""
        *_, last = self.stream_chat(messages)
        return last

    @llm_completion_callback()  # type: ignore[untyped-decorator]
    def complete(self, prompt: str, formatted: bool = False, **_: object) -> CompletionResponse:  # noqa: ARG002, FBT001, FBT002 - LlamaIndex's signature
        """The whole reply to one message; raises as `stream_chat`."""
        return CompletionResponse(text=self.chat([ChatMessage(role=MessageRole.USER, content=prompt)]).message.content)

    @llm_completion_callback()  # type: ignore[untyped-decorator]
    def stream_complete(self, prompt: str, formatted: bool = False, **_: object) -> Iterator[CompletionResponse]:  # noqa: ARG002, FBT001, FBT002 - LlamaIndex's signature
        """The reply to one message piece by piece; raises as `stream_chat`."""
        replies = self.stream_chat([ChatMessage(role=MessageRole.USER, content=prompt)])
        return (CompletionResponse(text=one.message.content, delta=one.delta) for one in replies)

    def _replies(self, ask: Ask) -> Iterator[ChatResponse]:
        said = ""
        for line in self._server.lines(self._wire.body(ask)):
            piece = self._wire.read(line)
            said += piece.text
            if piece.text:
                yield ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=said), delta=piece.text)
            if piece.ended not in ("", "stop"):
                raise DraftingFailed(f"The reply was cut off: {piece.ended[:40]!r}.", fault=Fault.CUT_OFF)
            if piece.ended:
                return
        raise DraftingFailed("The reply ended before its end.", fault=Fault.CUT_OFF)
