"""The three ways the sandbox says no: to the bot, to the people on the stage, and to whoever starts it."""


class ApiError(Exception):
    """A refusal in the Bot API's own form: code, description, and parameters such as retry_after."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters


class StageError(Exception):
    """Something a person cannot do in the app: press a button that is not there, write to a bot she blocked."""


class PortBusy(Exception):
    """The port asked for is taken by another program; the text is meant to be read by a person."""


def bad_request(reason: str, **parameters: int) -> ApiError:
    """The commonest refusal: 400 with Telegram's own wording of the reason."""
    return ApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> ApiError:
    """403: the chat exists, but the bot may not write there."""
    return ApiError(403, f"Forbidden: {reason}")
