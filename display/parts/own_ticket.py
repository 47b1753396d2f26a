"""What is a visitor told of the own ticket, whether at a kiosk or by phone?"""

from data.texts import mark

APPOINTMENT = mark("Your appointment")
STATES = {
    "called": mark("Please go to window {window}."),
    "serving": mark("You are being served at window {window}."),
    "served": mark("This ticket has been served."),
    "on-hold": mark("Your ticket is on hold. An operator will call you again."),
    "no-show": mark("You were called and did not come. Please ask at the reception desk."),
    "cancelled": mark("This ticket has been cancelled."),
    "removed": mark("This ticket is no longer valid. Please ask at the reception desk."),
    "expired": mark("This ticket was for another day. Please take a new one."),
}
"""How it stands, but for one that waits or is booked."""
GIVE_UP, SURE = mark("Cancel this ticket"), mark("Cancel this ticket?")
GIVE_BACK, SURE_BACK = mark("Cancel this appointment"), mark("Cancel this appointment?")
NEVER_AGAIN = mark("It cannot be used after that. Your place goes to the next visitor.")
YES = mark("Yes, cancel it")
