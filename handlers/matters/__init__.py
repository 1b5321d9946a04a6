"""The matters family: report, card, talk, close, duty."""
