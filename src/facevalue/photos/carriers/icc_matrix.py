"""Three by three: the little arithmetic that colour spaces need, without numpy."""

from __future__ import annotations

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]
"""Three rows."""


def applied(matrix: Matrix, vector: Triple) -> Triple:
    """Matrix times column vector."""
    x, y, z = vector
    one, two, three = (a * x + b * y + c * z for a, b, c in matrix)
    return one, two, three


def transposed(matrix: Matrix) -> Matrix:
    """Rows become columns."""
    one, two, three = zip(*matrix, strict=True)
    return one, two, three


def product(left: Matrix, right: Matrix) -> Matrix:
    """Matrix times matrix."""
    one, two, three = (applied(left, column) for column in transposed(right))
    return transposed((one, two, three))


def scaled(rows: Matrix, factors: Triple) -> Matrix:
    """Each row times its own factor."""
    one, two, three = (
        (a * factor, b * factor, c * factor)
        for (a, b, c), factor in zip(rows, factors, strict=True)
    )
    return one, two, three


def inverse(matrix: Matrix) -> Matrix:
    """The inverse by cofactors. Raises ZeroDivisionError when there is none."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    size = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return scaled(
        (
            (e * i - f * h, c * h - b * i, b * f - c * e),
            (f * g - d * i, a * i - c * g, c * d - a * f),
            (d * h - e * g, b * g - a * h, a * e - b * d),
        ),
        (1 / size, 1 / size, 1 / size),
    )
