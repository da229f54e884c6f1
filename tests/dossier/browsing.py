"""Debian's chromium before a server of ours, for the tests that drive one."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from ceasewire.dossier.app import application
from ceasewire.dossier.door import Named
from ceasewire.dossier.moments import Moments

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
KEY = "key-of-the-tests"
FAULTS = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
  .filter(v => ['serious', 'critical'].includes(v.impact))
  .map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"""

MARKS = [
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no chromium here (Debian: apt-get install chromium)"),
    pytest.mark.filterwarnings("default"),
]


def chromium() -> Iterator[Browser]:
    """Debian's chromium; the browser that Playwright would fetch is not needed."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


def served(path: Path, opens: str | Named = KEY) -> Iterator[str]:
    """The address of a server over a record, while it runs."""
    moments = Moments(path)
    config = uvicorn.Config(application(moments, opens), port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(5)
    moments.close()


def faults(page: Page) -> list[str]:
    """The serious faults that axe finds on what a page shows."""
    axe = files(pytest.importorskip("axe_playwright_python")).joinpath("axe.min.js").read_text("utf-8")
    page.evaluate(axe)
    found: list[str] = page.evaluate(FAULTS)
    return found
