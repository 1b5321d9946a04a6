"""Computing by third-party libraries behind the domain's Protocols."""
