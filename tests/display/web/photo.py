"""A phone's camera: what it makes of a picture on a screen."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter

ROOM = 220
WALL = (58, 54, 50)


@dataclass(frozen=True)
class Shot:
    """How it was held: `turned` in degrees, `tilted` as the part of its height that the far edge has lost, `away` as
    how often the screen is smaller than it is. Then `blurred` and `noisy` in pixels and in steps of 255, how `dim` one
    side is from 0 to 1, and the `quality` of the JPEG.
    """

    turned: float = 0
    tilted: float = 0
    away: float = 1
    blurred: float = 0
    noisy: float = 0
    dim: float = 0
    quality: int = 75


def photographed(screen: Image.Image, shot: Shot) -> Image.Image:
    """A photograph of the screen."""
    seen = Image.new("RGB", (screen.width + 2 * ROOM, screen.height + 2 * ROOM), WALL)
    seen.paste(screen, (ROOM, ROOM))
    seen = _tilted(seen, shot.tilted).rotate(shot.turned, Image.Resampling.BICUBIC, fillcolor=WALL)
    seen = seen.resize((int(seen.width / shot.away), int(seen.height / shot.away)), Image.Resampling.BILINEAR)
    light = np.linspace(1, 1 - shot.dim, seen.width)[None, :, None]
    grain = np.random.default_rng(7).normal(0, shot.noisy, (seen.height, seen.width, 1))
    lit = np.asarray(seen.filter(ImageFilter.GaussianBlur(shot.blurred)), dtype=float) * light + grain
    file = BytesIO()
    Image.fromarray(lit.clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=shot.quality)
    return Image.open(file)


def _tilted(image: Image.Image, tilted: float) -> Image.Image:
    """The image with its right edge farther away."""
    width, height = image.size
    lost = height * tilted / 2
    corners = [(0, 0), (width * (1 - tilted / 2), lost), (width * (1 - tilted / 2), height - lost), (0, height)]
    return image.transform(
        image.size,
        Image.Transform.PERSPECTIVE,
        _coefficients(corners, [(0, 0), (width, 0), (width, height), (0, height)]),
        Image.Resampling.BICUBIC,
        fillcolor=WALL,
    )


def _coefficients(seen: list[tuple[float, float]], real: list[tuple[float, float]]) -> list[float]:
    """The eight numbers of the projection that takes the corners as they are `seen` to the `real` ones."""
    rows, targets = [], []
    for (x, y), (u, v) in zip(seen, real, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        targets += [u, v]
    return list(np.linalg.solve(np.array(rows, dtype=float), np.array(targets, dtype=float)))
