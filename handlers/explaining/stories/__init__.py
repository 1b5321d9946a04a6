"""Stories (典型): what went well, told with the leave of both."""
