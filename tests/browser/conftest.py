"""A real browser and the real program over the sample instrument, for tests of what a reader sees and can click."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from docs.pictures.serving import ARGUMENTS, BOX, CHROMIUM, ready, served
from tests.browser.reading import Seen
from tests.lending import Lend

Visit = Callable[..., Seen]


@pytest.fixture(scope="package")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the shared server keeps its data."""
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="package")
def address(data: Path, lend: Lend) -> Iterator[str]:
    """A server over the sample instrument."""
    if CHROMIUM is None:
        pytest.skip("no chromium: apt-get install chromium fonts-noto-cjk fonts-noto-core (make test does it)")
    lend(data / "data")
    with served(data) as at:
        yield ready(at)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium without a screen; ended with each module, since its event loop would stand in other tests' way."""
    if CHROMIUM is None:
        pytest.skip("no chromium: apt-get install chromium fonts-noto-cjk fonts-noto-core (make test does it)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens the page as a reader of some language, theme and screen; afterwards nothing may have gone out or failed."""
    visits: list[Seen] = []

    def opened(locale: str = "en-GB", scheme: str = "light", width: int = 1280, height: int = 900) -> Seen:
        context = browser.new_context(
            locale=locale,
            color_scheme="dark" if scheme == "dark" else "light",
            viewport=ViewportSize(width=width, height=height),
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(60_000)
        seen = Seen(context.new_page())
        seen.page.on("request", lambda request: seen.addresses.append(request.url))
        seen.page.on("websocket", lambda opened: seen.addresses.append(opened.url))
        seen.page.on("console", lambda said: seen.complaints.append(said.text) if said.type == "error" else None)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(address)
        seen.page.wait_for_selector(BOX, timeout=120_000)
        visits.append(seen)
        return seen

    yield opened
    for seen in visits:
        own = (address, address.replace("http", "ws"), "data:", "blob:")
        outside = [url for url in seen.addresses if not url.startswith(own)]
        seen.page.context.close()
        assert outside == []
        assert seen.complaints == []
