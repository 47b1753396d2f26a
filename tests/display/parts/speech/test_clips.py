"""A call is put together from what a centre has recorded, or not at all."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

from display.parts.speech import clips
from display.parts.speech.engine import Sound, Unspoken
from tests.display.parts.speech.tones import frequency, tone, write

AN_AFTERNOON = [
    *map(str, range(21)),
    *(str(tens) for tens in range(30, 100, 10)),
    *(str(hundreds) for hundreds in range(100, 1000, 100)),
    *"ABC",
    *("before", "between", "after"),
    *(f"window-{number}" for number in range(1, 13)),
]
LENGTH = 0.1


def record(folder: Path, names: Iterable[str]) -> Path:
    for name in names:
        write(folder / f"{name}.wav", tone(LENGTH))
    return folder


def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the clips in the order in which they are read."""
    names: list[str] = []
    read = clips.wav.read

    def noted(file: Path) -> Sound:
        names.append(file.stem)
        return read(file)

    monkeypatch.setattr(clips.wav, "read", noted)
    return names


@pytest.mark.parametrize(
    ("ticket", "window", "parts"),
    [
        ("A012", 3, ["before", "A", "12", "between", "window-3", "after"]),
        ("C001", 12, ["before", "C", "1", "between", "window-12", "after"]),
        ("B237", 1, ["before", "B", "200", "30", "7", "between", "window-1", "after"]),
        ("B105", 1, ["before", "B", "100", "5", "between", "window-1", "after"]),
        ("A900", 1, ["before", "A", "900", "between", "window-1", "after"]),
        ("AC099", 1, ["before", "A", "C", "90", "9", "between", "window-1", "after"]),
    ],
)
def test_what_is_recorded_in_an_afternoon_says_every_ticket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ticket: str, window: int, parts: list[str]
) -> None:
    record(tmp_path, AN_AFTERNOON)
    names = heard(monkeypatch)
    sound = clips.call(tmp_path, ticket, window)
    assert names == parts
    assert sound
    assert sound.seconds == pytest.approx(LENGTH * len(parts) + clips.PAUSE * (len(parts) - 1), abs=0.02)


@pytest.mark.parametrize(
    ("more", "first"), [("237", ["B", "237"]), ("37", ["B", "200", "37"]), ("B237", ["B237"]), ("BB", ["B", "200"])]
)
def test_the_more_is_recorded_as_one_the_less_is_put_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, first: list[str]
) -> None:
    record(tmp_path, [*AN_AFTERNOON, more])
    names = heard(monkeypatch)
    clips.call(tmp_path, "B237", 3)
    assert names[1 : 1 + len(first)] == first


def test_a_whole_call_needs_no_other_clip(tmp_path: Path) -> None:
    record(tmp_path, ["A012-3"])
    assert clips.call(tmp_path, "A012", 3)
    assert clips.numbers(tmp_path, "A012", 3) is None


def test_a_ticket_that_lacks_one_of_its_letters_is_not_said_without_it(tmp_path: Path) -> None:
    record(tmp_path, AN_AFTERNOON)
    assert clips.call(tmp_path, "AX012", 3) is None


def test_a_whole_call_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(tmp_path, [*AN_AFTERNOON, "A012-3"])
    names = heard(monkeypatch)
    clips.call(tmp_path, "A012", 3)
    clips.call(tmp_path, "A012", 4)
    assert names[:2] == ["A012-3", "before"]


def test_the_numbers_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(tmp_path, AN_AFTERNOON)
    names = heard(monkeypatch)
    assert clips.numbers(tmp_path, "A012", 3)
    assert names == ["A", "12", "window-3"]


def test_words_around_the_numbers_may_be_missing(tmp_path: Path) -> None:
    record(tmp_path, set(AN_AFTERNOON) - {"before", "between", "after"})
    assert clips.call(tmp_path, "A012", 3)


@pytest.mark.parametrize("missing", ["A", "12", "window-3"])
def test_a_call_that_lacks_a_clip_is_not_recorded(tmp_path: Path, missing: str) -> None:
    record(tmp_path, set(AN_AFTERNOON) - {missing, "10", "2"})
    assert clips.call(tmp_path, "A012", 3) is None
    assert clips.numbers(tmp_path, "A012", 3) is None


@pytest.mark.parametrize("ticket", ["A1234", "A", "", "../A012", "A/012", "12A", "A 12"])
def test_other_names_are_not_recorded_and_reach_no_other_folder(tmp_path: Path, ticket: str) -> None:
    record(tmp_path, [*AN_AFTERNOON, "A012"])
    record(tmp_path / "az", AN_AFTERNOON)
    assert clips.call(tmp_path / "az", ticket, 3) is None


@pytest.mark.parametrize("letter", [unicodedata.normalize("NFC", "Ö"), unicodedata.normalize("NFD", "Ö")])
def test_letters_are_found_however_a_system_writes_them(tmp_path: Path, letter: str) -> None:
    record(tmp_path, [*AN_AFTERNOON, letter])
    assert clips.call(tmp_path, "Ö012", 3)


@pytest.mark.parametrize("part", ["A", "before", "window-3"])
@pytest.mark.parametrize("problem", ["broken", "silent", "long"])
def test_a_clip_that_is_wrong_is_named(tmp_path: Path, part: str, problem: str) -> None:
    record(tmp_path, AN_AFTERNOON)
    file = tmp_path / f"{part}.wav"
    if problem == "broken":
        file.write_bytes(b"RIFF")
    else:
        write(file, tone(1, loudest=0) if problem == "silent" else tone(13, 1000))
    with pytest.raises(Unspoken, match=f"{part}.wav"):
        clips.call(tmp_path, "A012", 3)


def test_a_recorded_chime_is_found(tmp_path: Path) -> None:
    assert clips.chime(tmp_path) is None
    write(tmp_path / "chime.wav", tone(0.4, 44_100, 880))
    chime = clips.chime(tmp_path)
    assert chime
    assert frequency(chime) == pytest.approx(880, abs=5)


def test_clips_of_different_microphones_are_one_sound(tmp_path: Path) -> None:
    record(tmp_path, AN_AFTERNOON)
    write(tmp_path / "12.wav", tone(LENGTH, 48_000), channels=2, width=3)
    sound = clips.call(tmp_path, "A012", 3)
    assert sound
    assert sound.rate == 48_000
    assert sound.seconds == pytest.approx(LENGTH * 6 + clips.PAUSE * 5, abs=0.02)
