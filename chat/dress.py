"""What Streamlit leaves to the page itself: style sheet, language and direction, scrolling, what is announced.

All of it is constant text of this project; nothing that a reader or a document says is ever put in here.
"""

from pathlib import Path

import streamlit as st

from chat.speech import reader
from rag.catalogue import direction

_STYLE = Path(__file__).parent / "page.css"
_SCRIPT = """<script>
document.documentElement.lang = "{language}";
document.documentElement.dir = "{direction}";
</script>"""
_ANNOUNCED = """<span></span><script>
for (const place of document.querySelectorAll(".st-key-conversation")) {
  place.setAttribute("role", "log");
  place.setAttribute("aria-live", "polite");
}
</script>"""

_BROUGHT_UP = """<script>
{{
  const reader = new AbortController(), page = document.querySelector("[data-testid=stMain]");
  let left = 12, stood = page.scrollTop, tall = page.scrollHeight;
  const again = setInterval(() => {{
    const place = document.querySelector(".st-key-{key}");
    const pulled = page.scrollTop < stood && page.scrollHeight >= tall;
    if (left-- <= 0 || !place || pulled) reader.abort();
    else if (Math.abs(place.getBoundingClientRect().top - parseFloat(getComputedStyle(place).scrollMarginTop)) > 30) {{
      place.scrollIntoView({{block: "start"}});
      [stood, tall] = [page.scrollTop, page.scrollHeight];
    }}
  }}, 120);
  reader.signal.addEventListener("abort", () => clearInterval(again));
  for (const moved of ["pointerdown", "wheel", "touchmove", "keydown"])
    addEventListener(moved, () => reader.abort(), {{capture: true, passive: true, signal: reader.signal}});
}}
</script>"""


def dress() -> None:
    """Style, language and direction of the page."""
    st.html(_STYLE)
    script = _SCRIPT.format(language=reader().value, direction=direction(reader()))
    st.html(script, unsafe_allow_javascript=True)


def brought_up(key: str) -> None:
    """The page is scrolled to the container with this key as soon as there is enough below it, and again where it is moved.

    What stood above it before the first question goes when all that comes after is drawn. It ends where its reader presses,
    types or scrolls: a page that moves under a press loses the click.
    """
    st.html(_BROUGHT_UP.format(key=key), unsafe_allow_javascript=True)


def announced() -> None:
    """What will stand in the container `conversation`, in which this stands first, is read out as it comes."""
    st.html(_ANNOUNCED, unsafe_allow_javascript=True)
