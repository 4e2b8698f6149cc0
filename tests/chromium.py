"""Debian's Chromium for the e2e tests: `browse()` opens a page on the live server."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

# The shell draws no window around a page, at less than half the price; the whole browser does as well.
BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


def launch(playwright):
    there = [path for path in BROWSERS if Path(path).exists()]
    if not there:
        pytest.fail(f"{BROWSERS[0]} is missing: run `make setup`.")
    # Root has no user namespace to hide in.
    flags = [*FLAGS, "--no-sandbox"] if os.getuid() == 0 else FLAGS
    return playwright.chromium.launch(executable_path=there[0], args=flags)


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole run; every `browse()` is a fresh profile in it."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's own loop runs in this thread, which Django takes for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = launch(playwright)
        yield browser
        browser.close()


def watch(page, problems):
    """Collects what a user would not see: script errors and what the security policy stopped."""
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            "Content Security Policy" in message.text and problems.append(f"{page.url}: {message.text}")
        ),
    )


@pytest.fixture
def browse(chromium, live_server):
    """`browse(viewport=DESK, **options)` gives a page, logged out, whose paths start at the live server.

    Options are those of a Playwright context, such as `java_script_enabled=False`. The test fails
    when a page threw a script error or tried something that the Content-Security-Policy forbids.
    """
    contexts, problems = [], []

    def open_page(viewport=DESK, **options):
        context = chromium.new_context(base_url=live_server.url, viewport=viewport, locale="vi-VN", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, problems)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def desk(browse):
    return browse(DESK)


@pytest.fixture
def phone(browse):
    return browse(PHONE, has_touch=True, is_mobile=True)
