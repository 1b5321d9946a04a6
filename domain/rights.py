"""Who may do what: one table of rights over a matter, one over an area; in whichever relation is not named, nobody may.

Commands by role stand with the commands themselves, in each family.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Relation(StrEnum):
    """How somebody stands to a matter; in several ways at once, and one that grants a right is enough."""

    REPORTER = "reporter"  # she reported it, or it was reported for her
    OWNER = "owner"
    ASKED = "asked"  # to take it, and nobody has
    DESK = "desk"  # at a desk of its area or above, and not whom it is about; of an unknown place at any desk
    HELPER = "helper"  # lends a hand just now
    HELPED = "helped"  # has lent one
    CALLED = "called"  # was asked for one, whatever she answered
    # Those below may nothing. They are named so that each is tried.
    NEIGHBOUR = "neighbour"  # waits with it for the same end
    FORMER = "former"  # had it before
    ACCUSED = "accused"  # at a desk of its area, and it speaks of her
    BESIDE = "beside"  # at a desk of another area
    MEMBER = "member"  # serves in its grid and was not asked
    ANYBODY = "anybody"


class Right(StrEnum):
    """What can be done about a matter."""

    FOLLOW = "follow"  # ask how it stands, add to it, withdraw it, say whether it is solved, take it up again
    WORK = "work"  # accept, report progress, pause, hand on, close
    SPEAK = "speak"  # with the resident, through the bot
    SEE = "see"  # the card to work with
    RING = "ring"  # see the resident's number, once she has given it
    READ = "read"  # the words of what is said of a person
    CALL = "call"  # colleagues for a hand
    ANSWER = "answer"  # such a call
    DECIDE = "decide"  # the whole way, notes, more time, urgency, whom it goes to, what goes to the hotline


MATTERS: Mapping[Right, tuple[Relation, ...]] = {
    Right.FOLLOW: (Relation.REPORTER,),
    Right.WORK: (Relation.OWNER, Relation.ASKED, Relation.DESK),
    Right.SPEAK: (Relation.OWNER, Relation.ASKED, Relation.DESK, Relation.HELPER),
    Right.SEE: (Relation.OWNER, Relation.ASKED, Relation.DESK, Relation.HELPER, Relation.HELPED),
    Right.RING: (Relation.OWNER,),
    Right.READ: (Relation.OWNER, Relation.ASKED),
    Right.CALL: (Relation.OWNER, Relation.DESK),
    Right.ANSWER: (Relation.CALLED,),
    Right.DECIDE: (Relation.DESK,),
}
"""In which relations each may be done, the cheapest to look at first."""


class Seat(StrEnum):
    """How somebody stands to an area."""

    AT = "at"  # at its own desk
    ABOVE = "above"  # at the desk of an area that it lies in
    BELOW = "below"  # at the desk of an area that lies in it
    MEMBER = "member"  # serves in it
    # Those below may nothing.
    BESIDE = "beside"  # at the desk of another area
    ANYBODY = "anybody"


class AreaRight(StrEnum):
    """What can be done about an area."""

    KNOW_TROUBLE = "know_trouble"  # read what is marked there as known
    MARK_TROUBLE = "mark_trouble"  # mark, change, end or withdraw it
    READ_DIGEST = "read_digest"  # its figures, what lies behind them, and as a table
    CHANGE_ROSTER = "change_roster"  # look at its people, and appoint, change, invite, remove
    TAKE_LEAVE = "take_leave"  # take leave down for somebody who serves there
    SWAP_DUTY = "swap_duty"  # take over or swap days at its desk
    CALL_MEETINGS = "call_meetings"  # of any kind there; members call 小板凳会 in their own grids besides
    KEEP_MEETINGS = "keep_meetings"  # who comes and came, move, cancel, minutes, resolutions; so may who called it
    READ_LISTS = "read_lists"  # needs, offers and projects there; note more, take one, ask for what fits
    VISIT = "visit"  # note a visit there; see its venues and when somebody was there last
    READ_VISITS = "read_visits"  # what others heard on visits there
    KEEP_VENUES = "keep_venues"  # add venues and take them off
    KEEP_LISTS = "keep_lists"  # begin projects, strike off and withdraw what others have, lists in and out, the year
    KEEP_BOOK = "keep_book"  # its answer book: add, change, withdraw, say yes to what members propose
    TELL_AREA = "tell_area"  # send its people a notice, see how far it came, answer what is asked about it, withdraw it
    PRINT_FLYERS = "print_flyers"  # of the notices to its people
    TELL_STORIES = "tell_stories"  # write what ended well there, ask its two, take it down, send it out
    READ_STORIES = "read_stories"  # what was told there
    ASK_AREA = "ask_area"  # ask its people something, look at what they answered, tell what came of it


AREAS: Mapping[AreaRight, tuple[Seat, ...]] = {
    AreaRight.KNOW_TROUBLE: (Seat.AT, Seat.ABOVE, Seat.BELOW),
    AreaRight.MARK_TROUBLE: (Seat.AT, Seat.ABOVE),
    AreaRight.READ_DIGEST: (Seat.AT, Seat.ABOVE),
    AreaRight.CHANGE_ROSTER: (Seat.AT, Seat.ABOVE),
    AreaRight.TAKE_LEAVE: (Seat.AT, Seat.ABOVE),
    AreaRight.SWAP_DUTY: (Seat.AT,),
    AreaRight.CALL_MEETINGS: (Seat.AT, Seat.ABOVE),
    AreaRight.KEEP_MEETINGS: (Seat.AT, Seat.ABOVE),
    AreaRight.READ_LISTS: (Seat.AT, Seat.ABOVE, Seat.MEMBER),
    AreaRight.VISIT: (Seat.AT, Seat.ABOVE, Seat.MEMBER),
    AreaRight.READ_VISITS: (Seat.AT, Seat.ABOVE),
    AreaRight.KEEP_VENUES: (Seat.AT, Seat.ABOVE),
    AreaRight.KEEP_LISTS: (Seat.AT, Seat.ABOVE),
    AreaRight.KEEP_BOOK: (Seat.AT, Seat.ABOVE),
    AreaRight.TELL_AREA: (Seat.AT, Seat.ABOVE),
    AreaRight.PRINT_FLYERS: (Seat.AT, Seat.ABOVE, Seat.MEMBER),
    AreaRight.TELL_STORIES: (Seat.AT, Seat.ABOVE),
    AreaRight.READ_STORIES: (Seat.AT, Seat.ABOVE, Seat.MEMBER),
    AreaRight.ASK_AREA: (Seat.AT, Seat.ABOVE),
}
