"""The lock files name what pyproject asks for, with hashes, and no place to fetch it from."""

import re
import tomllib

import pytest

from tests.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")
ADDRESS = re.compile(r"://|file:|--(extra-)?index|--find-links|--trusted-host| @ ")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)


def text(lock: str) -> str:
    """Read one lock file."""
    return (ROOT / lock).read_text("utf-8")


def pins(lock: str) -> set[tuple[str, str, str]]:
    """List what a lock file pins: name, version, and on which machines."""
    return set(PIN.findall(text(lock)))


def names(requirements: list[str]) -> set[str]:
    """Give the names of requirements as lock files write them."""
    return {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address(lock):
    """Where packages come from is the business of each machine."""
    assert not ADDRESS.search(text(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock):
    """A file that changed on the way is refused."""
    requirements = re.split(r"\n(?=\S)", text(lock).strip())

    assert len(pins(lock)) == len(requirements)
    assert all("--hash=sha256:" in requirement for requirement in requirements)


def test_locks_hold_what_the_project_asks_for():
    """A dependency that is added or exactly pinned is locked in the same commit."""
    extras = [*PROJECT["optional-dependencies"]["dev"], *PROJECT["optional-dependencies"]["pdf"]]
    exact = dict(line.split("==") for line in extras if "==" in line)
    locked = {name: version for name, version, _ in pins("requirements-dev.lock")}

    assert names(PROJECT["dependencies"]) <= {name for name, *_ in pins("requirements.lock")}
    assert names(extras) <= locked.keys()
    assert exact.items() <= locked.items()


def test_developers_run_what_users_run():
    """Whatever runs is tested: the same versions are in both locks."""
    assert pins("requirements.lock") <= pins("requirements-dev.lock")
