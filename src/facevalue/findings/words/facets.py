"""What words can say of a person, finer than Kind; what of it the law guards most; why told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...core.finding import Finding, Kind
from ...core.places import Span
from ...core.secret import Secret


class Facet(StrEnum):
    """One thing that words tell of a life; several facets may be of one Kind."""

    PERSON = "person"
    OCCUPATION = "occupation"
    EMPLOYER = "employer"
    SCHOOL = "school"
    PLACE = "place"
    ADDRESS = "address"
    HOBBY = "hobby"
    FAMILY = "family"
    HEALTH = "health"
    RELIGION = "religion"
    POLITICS = "politics"
    ETHNICITY = "ethnicity"
    SEXUALITY = "sexuality"
    AMBITION = "ambition"
    AGE = "age"
    INCOME = "income"
    VEHICLE = "vehicle"
    PET = "pet"
    HANDLE = "handle"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    ID = "id"
    CARD = "card"
    IBAN = "iban"
    DATE = "date"


KIND = {
    Facet.PERSON: Kind.NAME,
    Facet.OCCUPATION: Kind.WORK,
    Facet.EMPLOYER: Kind.EMPLOYER,
    Facet.SCHOOL: Kind.SCHOOL,
    Facet.PLACE: Kind.WHERE,
    Facet.ADDRESS: Kind.WHERE,
    Facet.HOBBY: Kind.TASTE,
    Facet.FAMILY: Kind.FAMILY,
    Facet.HEALTH: Kind.HEALTH,
    Facet.RELIGION: Kind.BELIEF,
    Facet.POLITICS: Kind.BELIEF,
    Facet.ETHNICITY: Kind.ORIGIN,
    Facet.SEXUALITY: Kind.OTHER,
    Facet.AMBITION: Kind.AMBITION,
    Facet.AGE: Kind.AGE,
    Facet.INCOME: Kind.MONEY,
    Facet.VEHICLE: Kind.TASTE,
    Facet.PET: Kind.TASTE,
    Facet.HANDLE: Kind.CONTACT,
    Facet.EMAIL: Kind.CONTACT,
    Facet.PHONE: Kind.CONTACT,
    Facet.URL: Kind.CONTACT,
    Facet.ID: Kind.NUMBER,
    Facet.CARD: Kind.NUMBER,
    Facet.IBAN: Kind.NUMBER,
    Facet.DATE: Kind.WHEN,
}
"""The kind of each facet. A car and a pet tell of taste and means; love and gender have no kind."""

SPECIAL = frozenset(
    {Facet.HEALTH, Facet.RELIGION, Facet.POLITICS, Facet.ETHNICITY, Facet.SEXUALITY}
)
"""Special categories of personal data: article 9(1) of the General Data Protection Regulation."""

BECAUSE = {
    Facet.PERSON: "somebody's name, or what stands where a name stands",
    Facet.OCCUPATION: "what somebody does for a living or is training for",
    Facet.EMPLOYER: "whom somebody works for, which with a job often names one person",
    Facet.SCHOOL: "where somebody learns or learned, and so where to find them",
    Facet.PLACE: "a place where somebody is, lives or comes from",
    Facet.ADDRESS: "a street address, which leads to a door",
    Facet.HOBBY: "what somebody does for pleasure",
    Facet.FAMILY: "a person in somebody's life, or a tie to one",
    Facet.HEALTH: "what is said of health or disability (special category, GDPR article 9)",
    Facet.RELIGION: "what is said of religion or its absence (special category, GDPR article 9)",
    Facet.POLITICS: "a political view or membership (special category, GDPR article 9)",
    Facet.ETHNICITY: "a people or nation that somebody is of (special category, GDPR article 9)",
    Facet.SEXUALITY: "what is said of love or gender (special category, GDPR article 9)",
    Facet.AMBITION: "what somebody hopes for or plans",
    Facet.AGE: "how old somebody is",
    Facet.INCOME: "what somebody earns, owes or pays",
    Facet.VEHICLE: "what somebody drives or rides",
    Facet.PET: "an animal of the house; its name is often the answer to a security question",
    Facet.HANDLE: "a name under which somebody can be found on a platform",
    Facet.EMAIL: "an e-mail address",
    Facet.PHONE: "a telephone number by its shape",
    Facet.URL: "a web address",
    Facet.ID: "a number or code that stands for one person or thing",
    Facet.CARD: "a payment card number whose check digit is right",
    Facet.IBAN: "a bank account number whose check digits are right",
    Facet.DATE: "a date or year from somebody's life",
}
"""The fixed sentence of each facet; nothing that was read is in it."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One facet in characters start..end of a text; score in 0..1."""

    start: int
    end: int
    facet: Facet
    score: float

    def finding(self, text: str, by: str) -> Finding:
        """The same as the rest of the house knows it."""
        span = Span(self.start, self.end)
        value = Secret(span.of(text))
        return Finding(KIND[self.facet], span, self.score, by, BECAUSE[self.facet], value)

    def meets(self, other: Said) -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end


def facet_of(finding: Finding) -> Facet | None:
    """The facet that a finding was made from, by its fixed sentence."""
    return _FACETS.get(finding.because)


_FACETS = {sentence: facet for facet, sentence in BECAUSE.items()}
