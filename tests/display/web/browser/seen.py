"""What cannot be seen of a page in a window of some size."""

from playwright.sync_api import Page

CUT = """short => {
    const found = [], wide = innerWidth, root = document.documentElement
    if (root.scrollWidth > wide) found.push(`the page is ${root.scrollWidth} wide`)
    for (const one of document.body.querySelectorAll('*')) {
        const box = one.getBoundingClientRect(), style = getComputedStyle(one)
        if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden') continue
        const name = `<${one.tagName.toLowerCase()} ${one.className}> ${one.textContent.trim().slice(0, 30)}`
        if (box.left < -1 || box.right > wide + 1) found.push(`beside the window: ${name}`)
        const longer = one.scrollWidth > one.clientWidth + 1 && !(short && style.textOverflow === 'ellipsis')
        if (style.overflowX !== 'visible' && longer) found.push(`cut: ${name}`)
        const higher = one.scrollHeight > 1.45 * one.clientHeight
        if (/hidden|clip/.test(style.overflowY) && higher) found.push(`cut: ${name}`)
    }
    return found
}"""
"""A line of letters with little room above and below is not cut."""


def cut(page: Page, width: int, *, short: bool = False) -> list[str]:
    """What of the page has no room in a window so wide. `short`: a name may end in an ellipsis."""
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(CUT, short)
