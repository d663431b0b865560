"""Compare the guest's io with CPython's: the same calls on both, the same results."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import io as ours

pytestmark = pytest.mark.fast

TEXTS = st.text(alphabet="ab\r\n€", max_size=8)
CALLS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(-1, 5)),
        st.tuples(st.just("readline"), st.integers(-1, 5)),
        st.tuples(st.just("write"), TEXTS),
        st.tuples(st.just("seek"), st.integers(0, 12)),
        st.tuples(st.just("truncate"), st.integers(0, 12)),
        st.tuples(st.just("tell")),
        st.tuples(st.just("readlines")),
        st.tuples(st.just("getvalue")),
        st.tuples(st.just("__next__")),
    ),
    max_size=8,
)


def outcome(file: Any, name: str, *arguments: Any) -> Any:
    try:
        return getattr(file, name)(*arguments)
    except StopIteration:
        return "stop"
    except (ValueError, OSError, TypeError) as error:
        return type(error).__name__, str(error)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(["\n", "", None, "\r\n", "\r"]), CALLS)
def test_string_io(initial: str, newline: str | None, calls: Any) -> None:
    mine, theirs = ours.StringIO(initial, newline), io.StringIO(initial, newline)
    for name, *arguments in calls:
        assert outcome(mine, name, *arguments) == outcome(theirs, name, *arguments)


@settings(max_examples=300)
@given(TEXTS, CALLS)
def test_bytes_io(initial: str, calls: Any) -> None:
    mine, theirs = ours.BytesIO(initial.encode()), io.BytesIO(initial.encode())
    for name, *arguments in calls:
        sent = [a.encode() if isinstance(a, str) else a for a in arguments]
        assert outcome(mine, name, *sent) == outcome(theirs, name, *sent)


def test_misuse() -> None:
    for mine, theirs in ((ours.StringIO(), io.StringIO()), (ours.BytesIO(), io.BytesIO())):
        for name, *arguments in (["seek", -1], ["seek", 0, 7], ["truncate", -1], ["fileno"]):
            kind = outcome(theirs, name, *arguments)[0]
            assert outcome(mine, name, *arguments)[0] == kind
        mine.close()
        theirs.close()
        assert mine.closed
        assert outcome(mine, "read") == outcome(theirs, "read")


def test_embedded_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("words.txt").write_bytes("one\r\ntwo\nthrée".encode())
    with ours.open_text("words.txt") as file:
        assert list(file) == ["one\n", "two\n", "thrée"]
    with ours.open_asset("words.txt", "rb") as file:
        assert file.read(4) == b"one\r"
    with ours.open_asset("words.txt", newline="") as file:
        assert file.readline() == "one\r\n"
    with pytest.raises(FileNotFoundError) as caught:
        ours.open_asset("x")
    assert str(caught.value) == "[Errno 2] No such file or directory: 'x'"
    with pytest.raises(OSError, match=r"\[Errno 30\] Read-only file system: 'words.txt'"):
        ours.open_asset("words.txt", "w")
    assert outcome(ours, "open_asset", "words.txt", "q") == outcome(io, "open", "words.txt", "q")
    assert outcome(ours, "open_asset", "words.txt", "rw") == outcome(io, "open", "words.txt", "rw")
    assert outcome(ours, "open_asset", "words.txt", "rbt") == outcome(io, "open", "words.txt", "rbt")


def test_wrapper_writes() -> None:
    raw = ours.BytesIO()
    wrapper = ours.TextIOWrapper(raw, "utf-8", newline="\r\n")
    assert wrapper.write("a\n€") == 3
    assert raw.getvalue() == "a\r\n€".encode()
