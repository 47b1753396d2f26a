"""What is said of a call, in which languages, and how it sounds: rendered to WAV, by its phonemes."""

import wave
from datetime import datetime
from pathlib import Path
from shutil import which

import pytest

from data.views import Call
from display.hall.spoken import PAUSE, Announcement, languages, made, sentence
from display.parts.calls.announcements import Manner
from display.parts.speech.chime import chime
from display.parts.speech.engine import Engine, Sound, Unspoken
from display.parts.speech.library import Library
from display.parts.speech.program import Program
from display.parts.speech.sentences import Sentence
from tests.clocks import MORNING
from tests.display.parts.speech.fakes import FakeEngine
from tests.display.parts.speech.phonemes import by_program
from tests.display.parts.speech.tones import frequency, loudness, tone, write
from tests.programs import needs

TICKET = {
    "en": "eɪ twɛlv",
    "az": "a onici",
    "ru": "dvʲɪnɑttsʌtʲ",
    "fr": "a duz",
    "es": "a doθe",
    "ar": "ʔiθnaː ʕʕaʃar",
}
WINDOW = {"en": "wɪndəʊ θɹiː", "az": "ytʃyndʒy pændʒæɾæ", "ru": "trʲi", "fr": "tʁwa", "es": "tɾes", "ar": "θalaːθa"}


def called(ticket: str = "A012", window: int = 3, language: str = "en", at: datetime = MORNING) -> Call:
    return Call(ticket, window, at, 1, "passport", language)


@pytest.fixture
def espeak() -> Engine:
    needs("espeak-ng")
    path = which("espeak-ng")
    assert path
    return Program(path)


def part(sound: Sound, start: float, end: float | None = None) -> Sound:
    last = round((sound.seconds if end is None else end) * sound.rate)
    return Sound(sound.rate, sound.samples[2 * round(start * sound.rate) : 2 * last])


@pytest.mark.parametrize("manner", [Manner.FULL, Manner.NUMBERS])
@pytest.mark.parametrize("language", TICKET)
def test_ticket_and_window_are_said_in_each_language(language: str, manner: Manner) -> None:
    needs("espeak-ng")
    path = which("espeak-ng")
    assert path
    said = by_program(path, sentence(called(), language, manner))
    assert TICKET[language] in said
    assert WINDOW[language] in said


@pytest.mark.parametrize("ticket", ["A012", "B200", "AB105"])
@pytest.mark.parametrize("language", TICKET)
def test_the_number_of_the_ticket_never_becomes_one_with_that_of_the_window(language: str, ticket: str) -> None:
    needs("espeak-ng")
    path = which("espeak-ng")
    assert path
    alone = by_program(path, Sentence(language, ticket.lstrip("AB0")))
    for window, manner in ((1, Manner.FULL), (12, Manner.NUMBERS), (105, Manner.NUMBERS)):
        clause, _, rest = by_program(path, sentence(called(ticket, window), language, manner)).partition(" | ")
        assert alone in clause
        assert rest


def test_a_call_is_one_whole_sentence_and_its_ticket_is_spelt() -> None:
    said = sentence(called(), "en", Manner.FULL)
    assert (said.text, said.ticket) == ("Ticket A012, window 3.", "A012")
    assert sentence(called(), "en", Manner.NUMBERS).text == "A012, window 3."


@pytest.mark.parametrize(
    ("language", "first", "both"),
    [("en", "az", ("en", "az")), ("az", "az", ("az",)), ("", "az", ("az",)), ("ar", "en", ("ar", "en"))],
)
def test_the_tickets_language_comes_first_then_the_centres(language: str, first: str, both: tuple[str, ...]) -> None:
    call = called(language=language)
    assert languages(call, first, Manner.FULL) == both
    assert languages(call, first, Manner.SHORT) == both[:1]
    assert languages(call, first, Manner.NUMBERS) == both[:1]


def test_a_language_without_a_catalogue_is_said_in_english() -> None:
    said = sentence(called(language="de"), "de", Manner.FULL)
    assert (said.language, said.text) == ("en", "Ticket A012, window 3.")


@pytest.mark.parametrize("language", TICKET)
def test_rendered_to_wav_it_is_a_chime_and_a_voice_of_a_few_seconds(
    espeak: Engine, tmp_path: Path, language: str
) -> None:
    ready = made(Announcement(called(language=language), (language,)), espeak)
    file = write(tmp_path / f"{language}.wav", ready.sound)
    with wave.open(str(file)) as opened:
        seconds = opened.getnframes() / opened.getframerate()
        sound = Sound(opened.getframerate(), opened.readframes(opened.getnframes()))
    assert not ready.problem
    assert 2.5 < seconds < 6
    rung = chime(5).seconds
    assert part(sound, 0, rung).samples == chime(5).samples
    assert loudness(part(sound, rung, rung + PAUSE - 0.01)) < 1
    assert loudness(part(sound, rung + PAUSE)) > 1000
    assert loudness(part(sound, seconds - 0.2)) > 100


def test_two_languages_follow_one_another_and_the_numbers_alone_are_shorter(espeak: Engine) -> None:
    def seconds(*spoken_in: str, manner: Manner = Manner.FULL) -> float:
        return made(Announcement(called(), spoken_in, manner), espeak).sound.seconds

    english, azerbaijani = seconds("en"), seconds("az")
    assert seconds("en", "az") == pytest.approx(english + azerbaijani - chime(5).seconds, abs=0.01)
    assert seconds("az", manner=Manner.NUMBERS) < azerbaijani - 0.5
    assert seconds("en", manner=Manner.NUMBERS) < 4


def test_the_library_of_the_wheel_says_the_same() -> None:
    assert 2.5 < made(Announcement(called(), ("en",)), Library()).sound.seconds < 6


def test_each_volume_is_louder(espeak: Engine) -> None:
    heard = [loudness(made(Announcement(called(), ("en",), volume=volume), espeak).sound) for volume in range(1, 6)]
    assert heard == sorted(heard)
    assert heard[-1] > 4 * heard[0]


def recorded(folder: Path, language: str) -> Path:
    """The clips of one language; each of them is a tone of 0.2 s, the window's of 0.5 s."""
    for name in ("A", "12", "between"):
        write(folder / language / f"{name}.wav", tone(0.2, 44_100))
    write(folder / language / "window-3.wav", tone(0.5, 44_100))
    return folder


def test_recorded_clips_win_over_the_machine(tmp_path: Path) -> None:
    engine = FakeEngine(("az", "en"))
    ready = made(Announcement(called(), ("en", "az"), clips=recorded(tmp_path, "en")), engine)
    assert [voice for _, voice, _ in engine.said] == ["az"]
    window = part(ready.sound, 2.1, 2.4)
    assert loudness(window) == pytest.approx(loudness(tone(1)), rel=0.05)
    assert frequency(window) == pytest.approx(400, abs=10)


def test_clips_are_as_loud_as_the_volume(tmp_path: Path) -> None:
    recorded(tmp_path, "en")
    loud, quiet = (
        made(Announcement(called(), ("en",), volume=volume, clips=tmp_path), None).sound for volume in (5, 3)
    )
    assert loudness(loud) == pytest.approx(loudness(quiet) * 125 / 32, rel=0.05)


def test_numbers_alone_are_recorded_too(tmp_path: Path) -> None:
    recorded(tmp_path, "en")
    whole, numbers = (
        made(Announcement(called(), ("en",), manner, clips=tmp_path), None).sound.seconds
        for manner in (Manner.FULL, Manner.NUMBERS)
    )
    assert whole - numbers == pytest.approx(0.26, abs=0.02)


@pytest.mark.parametrize("broken", ["A", "12", "window-3", "between"])
def test_with_a_broken_clip_the_machine_says_the_whole_sentence(tmp_path: Path, broken: str) -> None:
    recorded(tmp_path, "en")
    (tmp_path / "en" / f"{broken}.wav").write_bytes(b"RIFF, or what is left of it")
    engine = FakeEngine()
    ready = made(Announcement(called(), ("en",), clips=tmp_path), engine)
    assert [voice for _, voice, _ in engine.said] == ["en"]
    assert not ready.problem


@pytest.mark.parametrize("content", [None, b"", b"no sound"])
def test_a_recorded_chime_wins_and_a_broken_one_does_not(tmp_path: Path, content: bytes | None) -> None:
    write(tmp_path / "chime.wav", tone(0.3, 22_050, 880))
    if content is not None:
        (tmp_path / "chime.wav").write_bytes(content)
    sound = made(Announcement(called(), (), clips=tmp_path), None).sound
    assert sound.seconds == pytest.approx(0.3 if content is None else chime(5).seconds, abs=0.01)


def test_clips_that_are_not_there_are_none(tmp_path: Path) -> None:
    engine = FakeEngine()
    made(Announcement(called(), ("en",), clips=tmp_path / "gone"), engine)
    assert engine.said


@pytest.mark.parametrize("problem", [Unspoken("no voice"), ValueError("odd"), OSError("gone")])
def test_of_two_languages_the_one_that_can_be_said_is(espeak: Engine, problem: Exception) -> None:
    class Half(FakeEngine):
        def speak(self, markup: str, voice: str, amplitude: int) -> Sound:
            if len(self.said) or voice != "en":
                raise problem
            self.said.append((markup, voice, amplitude))
            return espeak.speak(markup, voice, amplitude)

    half = made(Announcement(called(), ("en", "az")), Half())
    assert half.sound == made(Announcement(called(), ("en",)), espeak).sound
    assert half.problem == str(problem)


def test_what_cannot_be_said_is_left_out_and_why_is_known() -> None:
    ready = made(Announcement(called(), ("en", "az")), FakeEngine(problem=ValueError("odd")))
    assert ready.sound.samples == chime(5).samples
    assert ready.problem == "odd"


def test_without_an_engine_there_is_a_chime() -> None:
    ready = made(Announcement(called(), ("en", "az")), None)
    assert ready.sound.samples == chime(5).samples
    assert not ready.problem
