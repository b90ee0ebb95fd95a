"""What goes wrong in a browser's life: reload, two readers, a long conversation, the index rebuilt, the server gone."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, expect

from docs.pictures.serving import ANSWER, BOX, free_port, served
from tests.browser.conftest import Visit
from tests.browser.reading import FOG, ask, button, still, widest
from tests.lending import Lend

pytestmark = pytest.mark.slow
MAIN = "document.querySelector('[data-testid=stMain]')"


def test_two_readers_have_their_own_histories(visit: Visit) -> None:
    """What one asks the other never sees, though both ask at the same time."""
    first, second = visit().page, visit(locale="zh-CN").page
    first.fill(BOX, FOG)
    second.fill(BOX, "礁石规则第15条说了什么？")
    first.keyboard.press("Enter")
    second.keyboard.press("Enter")
    first.get_by_text("must sound the horn").first.wait_for()
    second.get_by_text("每座灯塔每年必须检查2次").first.wait_for()
    assert first.locator(ANSWER).count() == second.locator(ANSWER).count() == 2
    assert "礁石" not in first.locator(".stMain").inner_text()
    assert "horn" not in second.locator(".stMain").inner_text()


def test_reload_in_mid_answer(visit: Visit) -> None:
    """A page reloaded in the middle of an answer begins anew, as it says that it does, and answers."""
    page = visit().page
    page.fill(BOX, FOG)
    page.keyboard.press("Enter")
    page.reload()
    page.wait_for_selector(BOX)
    page.get_by_text("Reloading the page forgets them.").wait_for()
    page.locator(".st-key-example-0").wait_for()
    assert page.locator(ANSWER).count() == 0
    ask(page, FOG).get_by_text("must sound the horn").wait_for()


def test_fifty_turns(visit: Visit) -> None:
    """After fifty questions the fiftieth answer stands on the page, the first is a few clicks away, nothing is too wide.

    Who goes back to earlier questions stays with them.
    """
    page = visit().page
    for number in range(50):
        page.fill(BOX, f"Skerry Rules, rule {number % 16 + 1}")
        page.keyboard.press("Enter")
        page.locator(f".st-key-asked-{number}").wait_for()
        page.wait_for_function(
            "selector => [...document.querySelectorAll(selector)].pop().innerText.includes('checked')", arg=ANSWER
        )
    page.wait_for_function("selector => document.querySelectorAll(selector).length === 2 * 10", arg=ANSWER)
    assert widest(page) <= 1280
    for left in range(40, 0, -5):
        earlier = button(page, f"Show earlier questions ({left})")
        earlier.wait_for()
        still(page)  # it stands before the page is drawn
        earlier.click(delay=150)  # a hand takes as long; a page that moves meanwhile loses the click
    page.wait_for_function("selector => document.querySelectorAll(selector).length === 100", arg=ANSWER)
    still(page)
    page.wait_for_timeout(1_500)  # longer than a page goes on scrolling to a new question
    expect(page.locator(".st-key-asked-0")).to_be_in_viewport()


def test_a_question_is_brought_up_again(visit: Visit) -> None:
    """Where something above it goes once it is at the top, as the page to begin with does, it does not slip out of view."""
    page = visit().page
    page.set_viewport_size({"width": 1280, "height": 500})
    question = "document.querySelector('.st-key-asked-0')"
    page.evaluate(f"{MAIN}.style.overflowAnchor = 'none'")
    page.evaluate(f"{MAIN}.insertAdjacentHTML('afterbegin', '<div id=above style=\"flex:none;height:300px\"></div>')")
    page.fill(BOX, FOG)
    page.keyboard.press("Enter")
    page.wait_for_function(f"{question} && {question}.getBoundingClientRect().top < 90")
    page.evaluate("document.getElementById('above').remove()")
    page.wait_for_timeout(1_500)  # longer than a page goes on scrolling to a new question
    assert page.evaluate(f"{question}.getBoundingClientRect().top") > 0


def test_who_scrolls_back_stays_there(visit: Visit) -> None:
    """A page that has begun to scroll to a new question leaves it at that when its reader scrolls up."""
    page = visit().page
    page.set_viewport_size({"width": 1280, "height": 500})
    for number in range(6):
        page.fill(BOX, f"Skerry Rules, rule {number + 1}")
        page.keyboard.press("Enter")
        page.locator(f".st-key-asked-{number}").wait_for()
        page.wait_for_function(f"{MAIN}.scrollTop > 0")
        page.evaluate(f"{MAIN}.scrollTop = 0")
        page.wait_for_timeout(1_500)  # longer than a page goes on scrolling to a new question
        assert page.evaluate(f"{MAIN}.scrollTop") == 0


def test_index_is_rebuilt_under_a_running_server(browser: Browser, tmp_path: Path, lend: Lend) -> None:
    """While another process builds, a server that starts says so and goes on by itself; one that runs keeps answering."""
    data = lend(tmp_path / "data")
    lock = FileLock(data / "build.lock")
    with lock, served(tmp_path) as address:
        page = browser.new_page(locale="en-GB")
        page.goto(address)
        page.get_by_text("Another process is indexing the texts").wait_for(timeout=120_000)
        lock.release()
        page.wait_for_selector(BOX, timeout=120_000)
        shutil.rmtree(data / "snapshots")
        ask(page, FOG).get_by_text("must sound the horn").wait_for()
        page.close()


def test_server_goes_and_comes_back(browser: Browser, tmp_path: Path, lend: Lend) -> None:
    """Without its server the page keeps the answer on screen and says that the connection is lost; then it works again."""
    port = free_port()
    lend(tmp_path / "data")
    with served(tmp_path, port) as address:
        page = browser.new_page(locale="en-GB")
        page.goto(address)
        page.wait_for_selector(BOX, timeout=120_000)
        ask(page, FOG).get_by_text("must sound the horn").wait_for()
    page.get_by_text("Connection error").or_(page.get_by_text("Connecting")).first.wait_for()
    assert page.get_by_text("must sound the horn").first.is_visible()
    with served(tmp_path, port):
        page.wait_for_selector(BOX, timeout=120_000)
        page.locator(".st-key-example-0").wait_for(timeout=120_000)
        page.wait_for_function("selector => !document.querySelector(selector)", arg=ANSWER)
        ask(page, FOG).get_by_text("must sound the horn").wait_for()
    page.close()
