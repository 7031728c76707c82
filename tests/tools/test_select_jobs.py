"""Names of occupations out of ESCO's table."""

from __future__ import annotations

from tools.select import jobs

TABLE = """id,description
1,"ice carver frost sculptor Ice carvers shape blocks of ice."
2,"goods clerk shipping clerk Goods clerks count what comes in."
3,"Kite makers and menders  Kite makers and menders make kites."
4,"names that no sentence repeats"
5,"ferryman boatman Ferrymen row people over a river."
"""


def test_the_name_of_a_job_is_what_its_sentence_begins_with() -> None:
    """Other names, groups and rows that say nothing again are left out; the rest is sorted."""
    assert jobs(TABLE.encode()) == b"ferryman\ngoods clerk\nice carver\n"
