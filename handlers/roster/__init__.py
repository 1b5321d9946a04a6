"""The roster family: who answers where, looked at and changed in chat by the desks."""
