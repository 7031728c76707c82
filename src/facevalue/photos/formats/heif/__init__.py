"""HEIF files (ISO/IEC 23008-12): HEIC with HEVC pictures, AVIF with AV1 pictures."""
