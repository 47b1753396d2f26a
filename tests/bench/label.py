"""A Textual app with one label: what any screen takes at least. Run as a file, so that nothing else is imported."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class LabelApp(App[None]):
    """One label."""

    def compose(self) -> ComposeResult:
        yield Label("One label")


if __name__ == "__main__":
    LabelApp().run()
