"""The colours of Növbə: every text stands at 7:1 or more on every background meant for it."""

from textual.theme import Theme

NOVBE = Theme(
    name="novbe",
    dark=True,
    background="#0a1020",
    surface="#141e36",
    panel="#1c2947",
    foreground="#ffffff",
    primary="#9ccaff",
    secondary="#c3cfe6",
    accent="#ffd84d",
    success="#86e5ae",
    warning="#ffd84d",
    error="#ffb9b3",
    variables={
        "text": "auto 100%",
        "text-muted": "auto 88%",
        "text-disabled": "auto 78%",
        "foreground-muted": "#c3cfe6",
        "foreground-disabled": "#b6c2da",
        "primary-muted": "#16305c",
        "secondary-muted": "#26324f",
        "accent-muted": "#3d3100",
        "warning-muted": "#3d3100",
        "success-muted": "#0d3a24",
        "error-muted": "#4d1613",
        "button-foreground": "#ffffff",
        "button-color-foreground": "#0a1020",
        "button-focus-text-style": "bold underline",
        "block-cursor-foreground": "#0a1020",
        "block-cursor-background": "#ffd84d",
        "border": "#ffd84d",
        "border-blurred": "#7f8fb3",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#0a1020",
        "input-selection-background": "#16305c",
        "footer-key-foreground": "#ffd84d",
    },
)

BLACK, WHITE, YELLOW = "#000000", "#ffffff", "#ffee00"
CONTRAST = Theme(
    name="novbe-contrast",
    dark=True,
    background=BLACK,
    surface=BLACK,
    panel=BLACK,
    foreground=WHITE,
    primary=WHITE,
    secondary=WHITE,
    accent=YELLOW,
    success=WHITE,
    warning=YELLOW,
    error=YELLOW,
    variables={
        **NOVBE.variables,
        "text-muted": "auto 100%",
        "text-disabled": "auto 100%",
        **dict.fromkeys(("foreground-muted", "foreground-disabled", "button-foreground"), WHITE),
        **dict.fromkeys(("primary-muted", "secondary-muted", "accent-muted", "warning-muted"), BLACK),
        **dict.fromkeys(("success-muted", "error-muted", "input-selection-background"), BLACK),
        **dict.fromkeys(("button-color-foreground", "block-cursor-foreground", "input-cursor-foreground"), BLACK),
        **dict.fromkeys(("border", "block-cursor-background", "footer-key-foreground"), YELLOW),
        "border-blurred": WHITE,
    },
)
"""Black, white and yellow, for who sees little."""

THEMES = (NOVBE, CONTRAST)
