"""A tiny HEVC encoder for tests: one intra picture whose blocks are raw samples (IPCM).

Nothing is compressed or predicted, so a few lines of CABAC are enough (ITU-T H.265: syntax
7.3, arithmetic encoding 9.3.4). Real decoders show exactly the samples that went in.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from facevalue.photos.carriers.bmff import box

from .heif_files import Made, Property, coded, ispe, nal, u16

BLOCK = 32
LPS = ((128, 176, 208, 240), (128, 167, 197, 227), (128, 158, 187, 216), (123, 150, 178, 205))
"""Ranges of the less probable symbol for the first four states (H.265 table 9-46)."""


@dataclass
class Bits:
    """Bits one after the other; ``low`` and ``range`` are the arithmetic coder's."""

    bits: list[int] = field(default_factory=list)
    low: int = 0
    range: int = 510
    first: bool = True
    waiting: int = 0

    def u(self, value: int, count: int) -> Bits:
        """A number of a fixed count of bits."""
        self.bits += [value >> at & 1 for at in reversed(range(count))]
        return self

    def ue(self, *values: int) -> Bits:
        """Exponential Golomb numbers."""
        for value in values:
            length = (value + 1).bit_length()
            self.u(0, length - 1).u(value + 1, length)
        return self

    def align(self) -> Bits:
        """Zeros up to a whole byte."""
        return self.u(0, -len(self.bits) % 8)

    def stop(self) -> bytes:
        """A one and zeros up to a whole byte, as every unit ends."""
        return self.u(1, 1).bytes()

    def bytes(self) -> bytes:
        """The bits as bytes, with what keeps start codes out of them."""
        self.align()
        raw = int("1" + "".join(map(str, self.bits)), 2).to_bytes(len(self.bits) // 8 + 1, "big")
        out = bytearray()
        for byte in raw[1:]:
            if out[-2:] == b"\0\0" and byte < 4:
                out.append(3)
            out.append(byte)
        return bytes(out)

    def restart(self) -> None:
        """The arithmetic coder begins anew (9.3.4.2)."""
        self.low, self.range, self.first, self.waiting = 0, 510, True, 0

    def likely(self, state: int) -> None:
        """The more probable symbol in a state (9.3.4.3)."""
        self.range -= LPS[state][self.range >> 6 & 3]
        self._renorm()

    def terminate(self, *, end: bool) -> None:
        """A symbol that may end the arithmetic code (9.3.4.5)."""
        self.range -= 2
        if not end:
            self._renorm()
            return
        self.low += self.range
        self.range = 2
        self._renorm()
        self._put(self.low >> 9 & 1)
        self.u(self.low >> 7 & 3 | 1, 2).align()

    def _renorm(self) -> None:
        while self.range < 256:
            if self.low < 256:
                self._put(0)
            elif self.low >= 512:
                self.low -= 512
                self._put(1)
            else:
                self.low -= 256
                self.waiting += 1
            self.range <<= 1
            self.low <<= 1

    def _put(self, bit: int) -> None:
        if self.first:
            self.first = False
        else:
            self.bits.append(bit)
        self.bits += [1 - bit] * self.waiting
        self.waiting = 0


def _profile(bits: Bits) -> Bits:
    """Main Still Picture profile, level 2."""
    return bits.u(3, 8).u(0x70000000, 32).u(0b1011, 4).u(0, 44).u(60, 8)


def _sets(width: int, height: int) -> tuple[bytes, bytes, bytes]:
    """Video, sequence and picture parameter sets."""
    video = _profile(Bits().u(0, 4).u(3, 2).u(0, 9).u(1, 1).u(0xFFFF, 16))
    video.u(1, 1).ue(0, 0, 0).u(0, 6).ue(0).u(0, 2)
    sequence = _profile(Bits().u(0, 7).u(1, 1)).ue(0, 1, width, height).u(0, 1).ue(0, 0, 0)
    sequence.u(1, 1).ue(0, 0, 0).ue(2, 0, 0, 3, 0, 0).u(0, 3)
    sequence.u(1, 1).u(7, 4).u(7, 4).ue(2, 0).u(1, 1).ue(0).u(0, 5)
    picture = Bits().ue(0, 0).u(0, 7).ue(0, 0, 0).u(0, 3).ue(0, 0).u(0, 7).u(1, 1).u(0, 1).u(1, 1)
    picture.u(0, 2).ue(0).u(0, 2)
    return nal(32, video.stop()), nal(33, sequence.stop()), nal(34, picture.stop())


def _slice(blocks: list[bytes]) -> bytes:
    """One slice with all blocks: raw samples between restarts of the arithmetic coder."""
    bits = Bits().u(1, 1).u(0, 1).ue(0, 2, 0).u(1, 1).align()
    for at, block in enumerate(blocks):
        bits.likely(at)  # the block is not divided: its symbol becomes ever more probable
        bits.terminate(end=True)
        for sample in block:
            bits.u(sample, 8)
        bits.restart()
        bits.terminate(end=at + 1 == len(blocks))
    return nal(19, bits.bytes())


def real(number: int, blocks: list[bytes], width: int, height: int, *more: Property) -> Made:
    """A decodable picture item of up to four blocks of 32 x 32 from left to right, top down.

    A block is 1024 bytes of luma and 256 each of the two chromas.
    """
    sets = _sets(width, height)
    head = (
        b"\1\3"
        + (0x70000000).to_bytes(4, "big")
        + b"\xb0"
        + bytes(5)
        + b"\x3c\xf0\0\xfc\xfd\xf8\xf8"
    )
    head += b"\0\0\x0f\3"
    arrays = b"".join(bytes([0x80 | one[0] >> 1]) + u16(1, len(one)) + one for one in sets)
    settings = box("hvcC", head, arrays), True
    return Made(number, "hvc1", coded(_slice(blocks)), (settings, ispe(width, height), *more))


def flat(luma: int, blue: int = 128, red: int = 128) -> bytes:
    """A block of one colour."""
    return bytes([luma]) * BLOCK**2 + bytes([blue]) * 256 + bytes([red]) * 256
