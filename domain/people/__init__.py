"""Who there is: residents, members, coordinators, and what binds them to areas."""
