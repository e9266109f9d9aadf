"""Where the page is found, and that nobody is asked for personal data on a page without TLS."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from living import living
from own_page_house import write_campaign

from backend.campaigns.load import read
from backend.config import ROOT, Settings
from jindianzi import own_pages
from jindianzi.own_pages import OwnPageUnsafeError
from jindianzi.servers import listen


def test_a_campaign_says_whether_it_asks_there(tmp_path: Path) -> None:
    assert read(write_campaign(tmp_path / "own") / "city.yaml").asks_on_own_page
    assert not read(ROOT / "campaigns" / "city-2024.yaml").asks_on_own_page


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"public_url": "https://suggestions.example/"}, "https://suggestions.example/mine"),
        ({"public_url": "https://example.com/jdz"}, "https://example.com/jdz/mine"),
        ({"console_port": 8090}, "http://127.0.0.1:8090/mine"),
        ({"console_port": 8090, "host": "0.0.0.0"}, "http://127.0.0.1:8090/mine"),  # noqa: S104 - not bound
        ({"console_port": 8090, "host": "::1"}, "http://[::1]:8090/mine"),
        ({"console_port": 8090, "host": "192.0.2.7"}, "http://192.0.2.7:8090/mine"),
    ],
)
def test_the_page_is_at_the_public_address_or_at_the_console(told: dict[str, object], expected: str) -> None:
    assert own_pages.origin(Settings(**told), None) + own_pages.PATH == expected


def test_a_port_that_was_free_is_named() -> None:
    bound = listen("127.0.0.1", 0)
    try:
        port = bound.getsockname()[1]
        assert own_pages.origin(Settings(console_port=0), bound) == f"http://127.0.0.1:{port}"
    finally:
        bound.close()


@pytest.mark.parametrize("public_url", ["", "http://suggestions.example"])
async def test_real_use_without_tls_does_not_start(tmp_path: Path, public_url: str) -> None:
    campaigns = write_campaign(tmp_path / "campaigns")
    more = {"campaigns_dir": campaigns, "production": True, "public_url": public_url}
    with pytest.raises(OwnPageUnsafeError, match="city-2024"):
        async with living(tmp_path, **more):
            pass


@pytest.mark.parametrize(
    ("own_page", "more"),
    [
        (True, {"public_url": "https://suggestions.example"}),
        (True, {"production": False}),
        (False, {}),
    ],
)
async def test_everything_else_starts(tmp_path: Path, more: dict[str, object], *, own_page: bool) -> None:
    campaigns = {"campaigns_dir": write_campaign(tmp_path / "campaigns")} if own_page else {}
    async with living(tmp_path, **{"production": True, "webchat": False, **campaigns, **more}) as house:
        assert house.console


def test_the_command_says_what_to_do(tmp_path: Path) -> None:
    told = {
        "JINDIANZI_STATE_DIR": str(tmp_path / "state"),
        "JINDIANZI_CAMPAIGNS_DIR": str(write_campaign(tmp_path / "campaigns")),
        "JINDIANZI_PRODUCTION": "true",
        "JINDIANZI_WEBCHAT_PORT": "0",
        "JINDIANZI_CONSOLE_PORT": "0",
        "LANG": "en_GB.UTF-8",
        "PATH": os.environ["PATH"],
    }
    ended = subprocess.run(
        [sys.executable, "-m", "jindianzi", "run"],
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 1
    assert "JINDIANZI_PUBLIC_URL" in ended.stderr
    assert "city-2024" in ended.stderr
    assert "Traceback" not in ended.stderr
