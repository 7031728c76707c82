"""Which table or way of making fills which slot of a template."""

from __future__ import annotations

from collections.abc import Callable

from _words_values import Values


def slots() -> dict[str, Callable[[Values], str]]:
    """What fills a slot, by its name."""
    plain = {
        "SPECIES": "species",
        "PETNAME": "pet_name",
        "VEH": "vehicle",
        "STATE": "state",
        "REL": "religion",
        "POL": "politics",
        "ETH": "origin",
        "TIE": "tie",
        "SEX": "orientation",
        "PARTY": "party",
        "WORSHIP": "worship",
        "FEAST": "feast",
        "AID": "aid",
        "PRACTICE": "practice_do",
        "SLOGAN": "slogan",
        "KIDS": "kids",
        "HOBBY": "hobby",
        "HOBBYIST": "hobbyist",
        "HOBBYGO": "hobby_go",
        "THING": "things",
        "STYLE": "style",
        "SCENE": "scene",
        "COLOR": "color",
        "CLOTHES": "clothes",
        "HAIR": "hair",
        "DOING": "doing",
        "WORDS": "words",
        "SHOP": "shop",
        "LANG": "language",
        "LAST": "last",
        "KIN": "kin",
        "DETAIL": "detail",
        "CREATURE": "creature",
        "MEDICAL": "medical",
        "AIDBARE": "aid_bare",
    }
    made: dict[str, Callable[[Values], str]] = {
        slot: lambda values, name=name: values.one(name)  # type: ignore[misc]
        for slot, name in plain.items()
    }
    return made | {
        "JOB": Values.job,
        "COND": Values.condition,
        "HOBBYDO": Values.hobby_do,
        "JOBCAP": lambda v: v.job().title(),
        "FIRST": Values.first,
        "FULL": Values.full,
        "UPPER": lambda v: v.rng.choice([v.first(), v.full()]).upper(),
        "EMP": Values.firm,
        "SCHOOL": Values.school,
        "PLACE": Values.place,
        "MYKIN": Values.family,
        "AGENUM": lambda v: str(v.rng.randint(5, 90)),
        "AGE": Values.age,
        "AMB": Values.ambition,
        "AGEADJ": lambda v: f"{v.rng.randint(5, 90)}-year-old",
        "MONEY": Values.money,
        "AGEDEC": lambda v: v.decade(),
        "DATE": Values.date,
        "YEAR": Values.year,
        "EMAIL": Values.mail,
        "HANDLE": Values.handle,
        "PHONE": Values.phone,
        "ID": Values.number,
        "PLATE": Values.number,
        "ADDR": Values.address,
        "URL": lambda v: f"www.{v.one('last').lower().replace(' ', '')}.com",
    }
