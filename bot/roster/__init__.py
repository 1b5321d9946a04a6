"""The spreadsheet in which an operator writes who answers for what: written out, read, compared, put in force."""
