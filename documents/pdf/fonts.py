"""Is what printing needs installed? Asked once, answered with the package to install."""

import ctypes

FAMILY = "Tinos"
NO_FONT = (
    "Không in được: máy chủ chưa có phông chữ Tinos (gói Debian fonts-croscore). "
    "Cài bằng lệnh: apt-get install fonts-croscore"
)
NO_PANGO = (
    "Không in được: máy chủ thiếu thư viện Pango (gói Debian libpango-1.0-0 và libpangoft2-1.0-0). "
    "Cài bằng lệnh: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
)


class PrintingUnavailable(RuntimeError):
    """The machine lacks a font or a library; the sentence names the Debian package."""


def check_fonts(family: str = FAMILY) -> None:
    """Raise PrintingUnavailable unless fontconfig finds `family` itself, not a stand-in for it."""
    try:
        found = matched(family)
    except OSError as missing:
        raise PrintingUnavailable(NO_PANGO) from missing
    if found != family:
        raise PrintingUnavailable(NO_FONT)


def file_of(*, bold: bool = False, italic: bool = False) -> str:
    """The file of the papers' font in a face, as fontconfig finds it."""
    face = f"{FAMILY}:weight={200 if bold else 80}:slant={100 if italic else 0}"
    return asked(face, b"file")


def matched(family: str) -> str:
    """The family that fontconfig would draw with when asked for `family`."""
    return asked(family, b"family")


def asked(family: str, what: bytes) -> str:
    fc = _fontconfig()
    pattern = fc.FcNameParse(family.encode())
    fc.FcConfigSubstitute(None, pattern, 0)
    fc.FcDefaultSubstitute(pattern)
    match = fc.FcFontMatch(None, pattern, ctypes.byref(ctypes.c_int()))
    name = ctypes.c_char_p()
    fc.FcPatternGetString(match, what, 0, ctypes.byref(name))
    found = (name.value or b"").decode()
    fc.FcPatternDestroy(match)
    fc.FcPatternDestroy(pattern)
    return found


def _fontconfig() -> ctypes.CDLL:
    fc = ctypes.CDLL("libfontconfig.so.1")
    pointer, integer, out = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
    fc.FcNameParse.restype = fc.FcFontMatch.restype = pointer
    fc.FcNameParse.argtypes = [ctypes.c_char_p]
    fc.FcConfigSubstitute.argtypes = [pointer, pointer, integer]
    fc.FcDefaultSubstitute.argtypes = fc.FcPatternDestroy.argtypes = [pointer]
    fc.FcFontMatch.argtypes = [pointer, pointer, out]
    fc.FcPatternGetString.argtypes = [pointer, ctypes.c_char_p, integer, out]
    return fc
