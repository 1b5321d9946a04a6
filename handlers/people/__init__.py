"""The people family: welcome, language, telephone, invitations."""
