"""Who wants to be told of something, as a condition of a statement."""

from __future__ import annotations

from collections.abc import Sequence

from domain.explaining.topics import ALL, Topic


def willing(topics: Sequence[Topic], person: str = "people.id") -> tuple[str, dict[str, object]]:
    """The condition, and the values of its parameters (`:t0`…).

    She has not switched off everything, and at least one of these topics not either; without topics the first alone
    counts. `person` is the column with her id. What is said of a danger asks nobody: leave the condition away.
    """
    names = {f"t{n}": topic.value for n, topic in enumerate(dict.fromkeys(topics))}
    condition = f"NOT EXISTS (SELECT 1 FROM unwanted WHERE unwanted.person_id = {person} AND topic = '{ALL}')"
    if names:
        off = ", ".join(f":{name}" for name in names)
        condition = f"""
            {condition} AND (
                SELECT COUNT(*) FROM unwanted WHERE unwanted.person_id = {person} AND topic IN ({off})) < {len(names)}
        """
    return f"({condition})", dict(names)


def unwilling(topics: Sequence[Topic], person: str = "people.id") -> tuple[str, dict[str, object]]:
    """Everybody else; looked for among the few who have switched off anything."""
    condition, values = willing(topics, person)
    return f"({person} IN (SELECT person_id FROM unwanted) AND NOT {condition})", values
