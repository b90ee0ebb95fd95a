"""A stage for the widget: a service with its script, two sites of other origins, a browser that visits them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from docs.pictures.serving import ARGUMENTS, CHROMIUM
from rag.api.app import create_app, protected
from rag.pipeline import Pipeline
from tests.rag.api.serving import listening, settings_in
from tests.rag.widget.sites import Site, opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A service with the widget's script, and two sites: one that it allows, one that it does not."""

    service: str
    allowed: Site
    strange: Site


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with all that it asked of anybody and complained of."""

    page: Page
    addresses: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def stage(skerry: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The service over the sample instruments, and the sites."""
    with opened(Site()) as allowed, opened(Site()) as strange:
        settings = replace(settings_in(tmp_path_factory.mktemp("stage")), origins=(allowed.origin,))
        with listening(protected(create_app(skerry, settings)), settings) as service:
            yield Stage(service=service, allowed=allowed, strange=strange)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium without a screen."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


Visit = Callable[..., Seen]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address as a reader of some language, theme and screen; a script may run before the page's own."""
    visits: list[Seen] = []

    def opening(address: str, *, locale: str = "en-GB", dark: bool = False, width: int = 900) -> Seen:
        context = browser.new_context(
            locale=locale,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 900},
        )
        seen = Seen(context.new_page())
        seen.page.on("request", lambda request: seen.addresses.append(request.url))
        seen.page.on("console", lambda said: seen.complaints.append(said.text) if said.type == "error" else None)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(address)
        seen.page.locator("pinpoint-ask textarea").wait_for()
        visits.append(seen)
        return seen

    yield opening
    for seen in visits:
        seen.page.context.close()
