"""What a coordinator's desks reach over, as conditions of a statement with the parameter `:person`.

What lies in no grid belongs to every desk, and so does a grid that is no more on the map once nothing is left of what
it lay in. What is said of herself is on none of hers.
"""

from __future__ import annotations

_GRIDS = """
    SELECT area_grids.grid_id FROM area_grids
    JOIN appointments ON appointments.area_id = area_grids.area_id
    WHERE appointments.person_id = :person AND appointments.role = 'coordinator'
"""
HER_GRIDS = f"IN ({_GRIDS})"
HER_PLACES = f"IN ({_GRIDS} UNION SELECT grid_id FROM area_grids WHERE area_id = '' UNION SELECT '')"
NOT_ABOUT_HER = "NOT IN (SELECT matter_id FROM excluded WHERE person_id = :person AND why = 'about')"
