"""The library of the wheel espeakng-loader, the extra `speech`: for machines without the program."""

import ctypes
from typing import Any

from display.parts.speech.engine import WORDS_A_MINUTE, Sound, Unspoken

# Of espeak-ng's speak_lib.h.
SYNCHRONOUS, DONT_EXIT = 2, 0x8000
RATE, VOLUME = 1, 2
UTF_8, SSML = 0x01, 0x10
ON, OFF = 0, 1

Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
TYPES = {
    "espeak_Initialize": [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int],
    "espeak_SetSynthCallback": [Heard],
    "espeak_SetVoiceByName": [ctypes.c_char_p],
    "espeak_SetParameter": [ctypes.c_int, ctypes.c_int, ctypes.c_int],
    "espeak_Synth": [
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    ],
}


class Library:
    """Loaded when first something is said: some 9 MB. espeak-ng keeps one state in a process, so one thread uses it."""

    def __init__(self) -> None:
        self._loaded: Any = None
        self._rate = 0
        self._samples = bytearray()
        self._closed = False
        self._heard = Heard(self._hear)  # kept, or it would be gone when the library calls it

    def speak(self, markup: str, voice: str, amplitude: int) -> Sound:
        try:
            espeak = self.load()
        except (OSError, ImportError, AttributeError, RuntimeError) as error:
            raise Unspoken(f"espeakng-loader: {error}") from error
        self._samples.clear()
        espeak.espeak_SetSynthCallback(self._heard)
        # Asked for a voice that it does not have, the library goes on with the one before.
        if espeak.espeak_SetVoiceByName(voice.encode()):
            raise Unspoken(f"espeakng-loader: no voice {voice}")
        espeak.espeak_SetParameter(RATE, WORDS_A_MINUTE, 0)
        espeak.espeak_SetParameter(VOLUME, amplitude, 0)
        text = markup.encode("utf-8", "replace")
        if problem := espeak.espeak_Synth(text, len(text) + 1, 0, 0, 0, UTF_8 | SSML, None, None):
            raise Unspoken(f"espeakng-loader: error {problem}")
        return Sound(self._rate, bytes(self._samples))

    def close(self) -> None:
        self._closed = True

    def load(self) -> Any:
        """The library, with the types of what is called."""
        if self._loaded is None:
            import espeakng_loader

            espeak = ctypes.CDLL(espeakng_loader.get_library_path())
            for name, types in TYPES.items():
                getattr(espeak, name).argtypes = types
            data = str(espeakng_loader.get_data_path()).encode()
            self._rate = espeak.espeak_Initialize(SYNCHRONOUS, 0, data, DONT_EXIT)
            if self._rate <= 0:
                raise RuntimeError(f"error {self._rate}")
            self._loaded = espeak
        return self._loaded

    def _hear(self, samples: int | None, count: int, events: int | None) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, count * 2)
        return OFF if self._closed else ON
