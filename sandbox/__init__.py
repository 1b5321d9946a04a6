"""A local stand-in for Telegram: a strict Bot API server, a world of people, and a stage to act on."""

from sandbox.clock import Clock, RealClock
from sandbox.director import Director
from sandbox.errors import ApiError, PortBusy, StageError
from sandbox.groups import Group
from sandbox.happenings import Happening
from sandbox.people import Person
from sandbox.records import BotAccount, Button, Contact, Entity, Location, Media, Message, Venue
from sandbox.server import Sandbox
from sandbox.world import Snapshot, World

__all__ = [
    "ApiError",
    "BotAccount",
    "Button",
    "Clock",
    "Contact",
    "Director",
    "Entity",
    "Group",
    "Happening",
    "Location",
    "Media",
    "Message",
    "Person",
    "PortBusy",
    "RealClock",
    "Sandbox",
    "Snapshot",
    "StageError",
    "Venue",
    "World",
]
