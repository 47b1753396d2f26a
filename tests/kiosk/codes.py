"""What a phone reads from the characters on a screen."""

from typing import Any

import numpy as np
import zxingcpp
from textual.pilot import Pilot

from display.parts.qr import QR


def decoded(pilot: Pilot[Any]) -> str:
    """The payload of the code on the screen, two pixels a cell."""
    region, pixels = pilot.app.query_one(QR).region, []
    for strip in pilot.app.screen._compositor.render_strips()[region.y : region.bottom]:
        top, bottom = [], []
        for segment in strip.crop(region.x, region.right):
            assert segment.style
            assert segment.style.color
            assert segment.style.bgcolor
            ink, paper = segment.style.color.get_truecolor(), segment.style.bgcolor.get_truecolor()
            top += [paper[0]] * len(segment.text)
            bottom += [ink[0] if character == "▄" else paper[0] for character in segment.text]
        pixels += [top, bottom]
    picture = np.kron(np.array(pixels, dtype=np.uint8), np.ones((4, 4), dtype=np.uint8))
    return zxingcpp.read_barcodes(picture)[0].text
