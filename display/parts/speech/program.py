"""The program `espeak-ng` of this machine."""

import io
import subprocess
import wave

from display.parts.speech.engine import WORDS_A_MINUTE, Sound, Unspoken

PATIENCE = 5.0


class Program:
    """Runs the program once for each text, which it gets by its stdin: nobody reads it in a list of processes."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._running: subprocess.Popen[bytes] | None = None
        self._closed = False

    def speak(self, markup: str, voice: str, amplitude: int) -> Sound:
        options = ("-m", "-v", voice, "-s", str(WORDS_A_MINUTE), "-a", str(amplitude), "--stdin", "--stdout")
        try:
            return _sound(self._run([self._path, *options], markup.encode("utf-8", "replace")))
        except (OSError, EOFError, subprocess.SubprocessError, wave.Error) as error:
            raise Unspoken(f"{self._path}: {error}") from error

    def close(self) -> None:
        self._closed = True
        if running := self._running:
            running.kill()

    def _run(self, command: list[str], text: bytes) -> bytes:
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as self._running:
            try:
                made, problem = self._running.communicate(text, timeout=0 if self._closed else PATIENCE)
            except subprocess.TimeoutExpired:
                self._running.kill()
                raise
        if self._running.returncode:
            raise Unspoken(problem.decode("utf-8", "replace").strip() or f"exit code {self._running.returncode}")
        return made


def _sound(made: bytes) -> Sound:
    with wave.open(io.BytesIO(made)) as file:
        # A stream's header says that there is more than there is: what there is, is read.
        return Sound(file.getframerate(), file.readframes(file.getnframes()))
