"""What the pages tell when something cannot be done."""

from data.refused import mark

NOT_FOUND = mark("There is no such page here.")
WRONG_METHOD = mark("This page cannot be used in this way.")
TOO_LARGE = mark("That is more than this page takes.")
TOO_MANY = mark("Too many tries. Wait a little, then try again.")
FOREIGN = mark("This did not come from a page of this centre. Open the page again, and try there.")
FAULT = mark("Something went wrong here. Please try again.")
UNKNOWN_CODE = mark("There is no ticket with this code. Check each character, or scan it again.")
AWAY = mark("The centre cannot be reached at the moment. Please try again, or look at the screen in the hall.")
