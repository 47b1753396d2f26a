"""The traps of espeak-ng, each by the phonemes that it makes."""

from shutil import which

import pytest

from display.parts.speech.ordinals import ordinal
from display.parts.speech.sentences import Sentence, by_language, markup, voices
from tests.display.parts.speech.phonemes import Phonemes, by_program
from tests.programs import needs

TICKETS = [
    (Sentence("en", "Your number is A012.", "A012"), "jɔː nʌmbəɹ ɪz eɪ twɛlv"),
    (Sentence("az", "Nömrəniz A012.", "A012"), "nœmræniz a onici"),
    (Sentence("ru", "Ваш номер A012.", "A012"), "vɑʃ nomʲir (en)eɪ(ru) dvʲɪnɑttsʌtʲ"),
    (Sentence("fr", "Votre numéro est A012.", "A012"), "votʁ nymeʁo ɛ a duz"),
    (Sentence("es", "Su número es A012.", "A012"), "su numeɾo es a doθe"),
    (Sentence("ar", "رقمك A012.", "A012"), "raqmka (en)eɪ(ar) ʔiθnaː ʕʕaʃar"),
]
OTHER_LETTERS = [
    (Sentence("en", "Ticket AB007", "AB007"), "tɪkɪt eɪbiː sɛvən"),
    (Sentence("az", "Talon Ə100", "Ə100"), "taɫon æ jyz"),
    (Sentence("ru", "Талон Я010", "Я010"), "taɭon ja dʲesʲɪtʲ"),
]


@pytest.mark.parametrize(("sentence", "said"), TICKETS, ids=lambda value: getattr(value, "language", ""))
def test_a_ticket_is_spelt_and_its_number_said_without_zeros(phonemes: Phonemes, sentence: Sentence, said: str) -> None:
    assert phonemes.of(sentence) == said


@pytest.mark.parametrize(("sentence", "said"), OTHER_LETTERS, ids=["two", "az", "ru"])
def test_any_letters_of_a_series_are_spelt(phonemes: Phonemes, sentence: Sentence, said: str) -> None:
    assert phonemes.of(sentence) == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [(TICKETS[0][0], "eɪ twɛlv"), (TICKETS[1][0], "a onici"), (Sentence("az", "3-cü. 5 7"), "ytʃyndʒy | beʃ | jeddi")],
)
def test_the_program_falls_into_no_trap_either(sentence: Sentence, said: str) -> None:
    needs("espeak-ng")
    path = which("espeak-ng")
    assert path
    assert by_program(path, sentence).endswith(said)


@pytest.mark.parametrize("end", [". ", ".", "! ", "? ", "… ", ": ", ".  "])
def test_a_ticket_is_said_after_the_end_of_a_sentence(phonemes: Phonemes, end: str) -> None:
    said = phonemes.of(Sentence("en", f"Hello{end}A012 is next.", "A012"))
    assert "eɪ twɛlv ɪz nɛkst" in said


@pytest.mark.parametrize(
    ("language", "apart"),
    [
        ("en", "wɒnhʌndɹɪdən faɪv | tuːhʌndɹɪdən θɜːti sɛvən"),
        ("az", "jyz beʃ | icijyz otuzjeddi"),
        ("ru", "sto pʲɑtʲ | dvʲesʲtʲɪ trʲittsatʲsʲejm"),
        ("fr", "sɑ̃ sɛ̃k | døsɑ̃ tʁɑ̃tsɛt"),
        ("es", "θjento θinko | dosθjentos tɾeɪntaisjete"),
    ],
)
@pytest.mark.parametrize("between", [" ", "  ", "\u00a0", "\n"])
def test_two_numbers_never_become_one(phonemes: Phonemes, language: str, apart: str, between: str) -> None:
    said = phonemes.of(Sentence(language, f"105{between}237"))
    assert said == apart


def test_a_number_before_a_ticket_or_after_it_stays_apart(phonemes: Phonemes) -> None:
    said = phonemes.of(Sentence("az", "5 A012 3 nəfər", "A012"))
    assert said == "beʃ a onici | ytʃ næfær"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3-cü pəncərə", "ytʃyndʒy pændʒæɾæ"),
        ("1-ci mərtəbə", "biɾindʒi mærtæbæ"),
        ("12-ci otaq", "on icindʒi otax"),
        ("26-cı", "ijirmi aɫtɯndʒɯ"),
        ("100-cü", "jyzyndʒy"),
    ],
)
def test_azerbaijani_ordinals_are_words(phonemes: Phonemes, text: str, said: str) -> None:
    assert phonemes.of(Sentence("az", text)) == said


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "sıfırıncı"),
        (2, "ikinci"),
        (4, "dördüncü"),
        (6, "altıncı"),
        (9, "doqquzuncu"),
        (10, "onuncu"),
        (40, "qırxıncı"),
        (57, "əlli yeddinci"),
        (90, "doxsanıncı"),
        (300, "üç yüzüncü"),
        (999, "doqquz yüz doxsan doqquzuncu"),
        (1000, "mininci"),
        (2026, "iki min iyirmi altıncı"),
        (12_345, "on iki min üç yüz qırx beşinci"),
    ],
)
def test_an_ordinal_is_in_harmony_with_its_last_word(number: int, word: str) -> None:
    assert ordinal(number) == word


def test_other_languages_keep_their_own_ordinals() -> None:
    assert markup(Sentence("tr", "3-cü")) == "<s>3-cü</s>"


@pytest.mark.parametrize("name", ["Q&A", "<b>", "</s><s>", "&lt;", '"A" <audio src="x"/>', "a\x00b\x1bc", "]]>"])
def test_what_looks_like_markup_is_said_and_cuts_nothing(phonemes: Phonemes, name: str) -> None:
    said = phonemes.of(Sentence("en", f"First {name} is last"))
    assert said.startswith("fɜːst")
    assert said.endswith("ɪz last")


def test_a_name_is_said_as_it_is_written(phonemes: Phonemes) -> None:
    assert phonemes.of(Sentence("en", "Questions & answers")) == "kwɛstʃənz and ansəz"
    assert phonemes.of(Sentence("en", "tax <b> refund")) == "taks biː ɹɪfʌnd"


def test_what_is_said_in_one_language_is_said_in_one_go() -> None:
    sentences = [Sentence("az", "Bir"), Sentence("az", "İki"), Sentence("en", "Three"), Sentence("az", "Dörd")]
    assert by_language(sentences) == [
        ("az", "<s>Bir</s>\n<s>İki</s>"),
        ("en", "<s>Three</s>"),
        ("az", "<s>Dörd</s>"),
    ]


def test_the_last_voice_is_english() -> None:
    assert voices("az") == ("az", "en")
    assert voices("en") == ("en",)
    assert voices("no") == ("nb", "en")
    assert voices("xx") == ("xx", "en")
