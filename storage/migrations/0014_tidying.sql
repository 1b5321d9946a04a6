-- What is forgotten every night is found without reading the rest.
CREATE INDEX seen_by_time ON seen (at);
