"""Reading a request's parameters strictly by the method's declaration: names, kinds, what must be there."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sandbox.errors import ApiError, bad_request
from sandbox.records import Json
from sandbox.uploads import Upload


@dataclass(frozen=True)
class Parameter:
    """One declared parameter of a method."""

    name: str
    kind: str
    required: bool = False


def declare(declaration: str) -> tuple[Parameter, ...]:
    """Parse "chat_id!:chat text:text": name, an exclamation mark when required, kind."""
    parameters = []
    for word in declaration.split():
        name, kind = word.split(":")
        parameters.append(Parameter(name.rstrip("!"), kind, name.endswith("!")))
    return tuple(parameters)


class Arguments:
    """The parsed parameters of one call; every getter answers its default when the parameter is absent."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload]) -> None:
        self._values = values
        self.uploads = uploads

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def get(self, name: str) -> Any:
        """The parsed value of whatever kind, None when absent."""
        return self._values.get(name)

    def text(self, name: str, default: str = "") -> str:
        """A text parameter."""
        return cast(str, self._values.get(name, default))

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number."""
        return cast(int, self._values.get(name, default))

    def number(self, name: str) -> float:
        """A number that is required."""
        return cast(float, self._values[name])

    def flag(self, name: str, default: bool = False) -> bool:
        """A yes or no."""
        return cast(bool, self._values.get(name, default))

    def object(self, name: str) -> Json | None:
        """A JSON object."""
        return cast("Json | None", self._values.get(name))

    def list(self, name: str) -> list[Any] | None:
        """A JSON array."""
        return cast("list[Any] | None", self._values.get(name))


MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "file_id": "invalid file_id: file identifier is not specified",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "message_ids": "message identifiers are not specified",
}


def read(parameters: tuple[Parameter, ...], raw: Mapping[str, Any], uploads: Mapping[str, Upload]) -> Arguments:
    """Check and parse; refuses unknown names, absent required ones and values of the wrong kind."""
    known = {parameter.name: parameter for parameter in parameters}
    for name in [*raw, *uploads]:
        if name not in known and not _attached(name, raw):
            raise bad_request(f'parameter "{name}" is unknown to this method')
    values: dict[str, Any] = {}
    for name, parameter in known.items():
        value = uploads.get(name, raw.get(name))
        if value is None or value == "":
            _require(parameter, given=value is not None)
            continue
        values[name] = READERS[parameter.kind](name, value)
    return Arguments(values, uploads)


def _require(parameter: Parameter, *, given: bool) -> None:
    if parameter.required:
        fallback = (
            f"there is no {parameter.name} in the request" if not given else f"{parameter.name} must be non-empty"
        )
        raise bad_request(MISSING.get(parameter.name, fallback))


def _attached(name: str, raw: Mapping[str, Any]) -> bool:
    return any(f"attach://{name}" in (value if isinstance(value, str) else json.dumps(value)) for value in raw.values())


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(name, "a String")
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise bad_request("strings must be encoded in UTF-8")
    return value


def _integer(name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lstrip("-").isascii() and value.lstrip("-").isdigit():
        return int(value)
    raise _wrong(name, "an Integer")


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _wrong(name, "a Float")
    try:
        return float(value)
    except ValueError:
        raise _wrong(name, "a Float") from None


def _flag(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    words = {"true": True, "1": True, "false": False, "0": False}
    if str(value).lower() not in words:
        raise _wrong(name, "a Boolean")
    return words[str(value).lower()]


def _chat(name: str, value: Any) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    try:
        return _integer(name, value)
    except ApiError:
        raise bad_request("chat not found") from None


def _json(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


def _object(name: str, value: Any) -> Json:
    found = _json(name, value)
    if not isinstance(found, dict):
        raise bad_request("object expected as reply markup") if name == "reply_markup" else _wrong(name, "an Object")
    return found


def _list(name: str, value: Any) -> list[Any]:
    found = _json(name, value)
    if not isinstance(found, list):
        raise _wrong(name, "an Array")
    return found


def _file(name: str, value: Any) -> str | Upload:
    if isinstance(value, str | Upload):
        return value
    raise _wrong(name, "a file")


def _wrong(name: str, kind: str) -> ApiError:
    return bad_request(f'field "{name}" must be {kind}')


READERS: dict[str, Callable[[str, Any], Any]] = {
    "text": _text,
    "integer": _integer,
    "number": _number,
    "flag": _flag,
    "chat": _chat,
    "object": _object,
    "list": _list,
    "file": _file,
}
