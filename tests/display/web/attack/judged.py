"""What every answer must be, whatever was asked."""

from tests.display.web.attack.wire import Answer

MARKER = "Zq7xKw"
"""Stands in what is sent, and must never come back."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EACH = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
EACH_OF_THE_APP = {**EACH, "cross-origin-opener-policy": "same-origin"}
OURS = ("server", "x-powered-by", "via")


def faults(answer: Answer) -> list[str]:
    """What is wrong with an answer: nothing."""
    told = answer.raw.decode("utf-8", "replace").lower()
    wanted = EACH if of_protocol(answer) else EACH_OF_THE_APP
    found = [f"{name} is {answer.headers.get(name)}" for name in wanted if answer.headers.get(name) != wanted[name]]
    found += [f"{name} is told" for name in OURS if name in answer.headers]
    if not strict(answer):
        found.append(f"the policy is {answer.headers.get('content-security-policy')}")
    if answer.status >= 500 and answer.status != 501:
        found.append(f"status {answer.status}")
    if MARKER.lower() in told:
        found.append("what was sent comes back")
    if "traceback" in told or ".py" in told:
        found.append("it tells of the code")
    if answer.headers.get("set-cookie", "language=").split("=")[0] != "language":
        found.append(f"a cookie {answer.headers['set-cookie']}")
    return found


def of_protocol(answer: Answer) -> bool:
    """Whether no app was asked: what could not be read as a request is answered with a word and a hang-up."""
    return "connection" in answer.headers and answer.headers.get("content-type", "").startswith("text/plain")


def strict(answer: Answer) -> bool:
    """Whether the policy is ours; where there is no page to show, it may say less, if it allows nothing."""
    said = directives(answer)
    ours = {part.strip() for part in POLICY.split(";")}
    return said == ours or (of_protocol(answer) and {"default-src 'none'", "frame-ancestors 'none'"} <= said <= ours)


def directives(answer: Answer) -> set[str]:
    """What the Content-Security-Policy says, in whatever order."""
    policy = answer.headers.get("content-security-policy", "")
    return {part.strip() for part in policy.split(";") if part.strip()}
