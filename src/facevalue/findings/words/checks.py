"""Check digits: whether a number can be what it looks like.

Luhn (ISO/IEC 7812-1 annex B), IBAN (ISO 13616, mod 97-10 of ISO/IEC 7064), the personal numbers
of Israel (Luhn from the left), Spain (letter from the number mod 23), France (97 minus the
number mod 97), Poland (weights 1 3 7 9) and Germany's tax number (ISO/IEC 7064 mod 11,10).
"""

from __future__ import annotations

SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE"


def luhn(digits: str) -> bool:
    """Every second digit from the right doubled, digits summed, divisible by ten."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def iban(code: str) -> bool:
    """The country and check digits go behind, letters become 10..35, the rest by 97 is one."""
    turned = code[4:] + code[:4]
    if not turned.isalnum() or not turned.isascii():
        return False
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def spanish(code: str) -> bool:
    """DNI and NIE: the letter belongs to the number."""
    body = code[:-1].replace("X", "0").replace("Y", "1").replace("Z", "2")
    return body.isdecimal() and SPANISH[int(body) % 23] == code[-1]


def french(code: str) -> bool:
    """The last two digits of a social security number; Corsica's letters count as 19 and 18."""
    body = code[:-2].replace("2A", "19").replace("2B", "18")
    return body.isdecimal() and 97 - int(body) % 97 == int(code[-2:])


def polish(digits: str) -> bool:
    """PESEL."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    total = sum(int(digit) * weight for digit, weight in zip(digits[:10], weights, strict=True))
    return (10 - total % 10) % 10 == int(digits[-1])


def german_tax(digits: str) -> bool:
    """Steuerliche Identifikationsnummer."""
    product = 10
    for digit in digits[:-1]:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10 == int(digits[-1])
