"""Reads the course of a matter from its events alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from domain.clocks import Clocks
from domain.digests.course import Course
from domain.digests.course_steps import STEPS, filed
from domain.events import Happened

READ = ("MatterFiled", *STEPS)
"""The types of event that a course is read from."""


def read_course(matter_id: str, events: Iterable[Happened], clocks: Clocks, until: datetime) -> Course | None:
    """What the events before `until` say, in their order; None when the matter had not been filed by then.

    Deadlines are taken from the events; those of older releases do not hold them and are reckoned by `clocks`.
    """
    course: Course | None = None
    for event in events:
        if event.at >= until:
            break
        if course is None:
            course = filed(matter_id, event, clocks) if event.type == "MatterFiled" else None
            continue
        step = STEPS.get(event.type)
        if step is not None:
            step(course, event, clocks)
    return course
