"""Checking the objects inside JSON parameters: known fields, kinds, what must be there."""

from typing import Any

from sandbox.errors import bad_request
from sandbox.parameters import Parameter
from sandbox.records import Json

TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "integer": (int,),
    "number": (int, float),
    "flag": (bool,),
    "object": (dict,),
    "list": (list,),
    "chat": (int, str),
}


def shaped(raw: Any, parameters: tuple[Parameter, ...], what: str) -> Json:
    """The object itself when it has the declared shape; refused as "can't parse <what>: …" otherwise."""
    if not isinstance(raw, dict):
        raise bad_request(f"can't parse {what}: expected an Object")
    known = {parameter.name: parameter for parameter in parameters}
    for name, value in raw.items():
        if name not in known:
            raise bad_request(f'can\'t parse {what}: field "{name}" is unknown')
        if not _fits(value, known[name].kind):
            raise bad_request(f'can\'t parse {what}: field "{name}" must be of type {known[name].kind.capitalize()}')
    for parameter in parameters:
        if parameter.required and parameter.name not in raw:
            raise bad_request(f"can't parse {what}: Can't find field \"{parameter.name}\"")
    return raw


def _fits(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "flag"
    return isinstance(value, TYPES[kind])
