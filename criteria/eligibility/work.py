"""Rules about the work of the year: its rating, discipline, how long somebody has worked."""

import datetime as dt

from criteria.measures.met import RATINGS

from .known import Evidence, Finding, Known, Rated, confirm, met, unknown, unmet
from .titles import best_run, listed

WORDS = RATINGS["nhiem_vu"]
ORDER = list(WORDS)
# Lightest first (Luật Cán bộ, công chức, Điều 78, 79).
DISCIPLINE = {
    "khien_trach": "Khiển trách",
    "canh_cao": "Cảnh cáo",
    "ha_bac_luong": "Hạ bậc lương",
    "giang_chuc": "Giáng chức",
    "cach_chuc": "Cách chức",
    "bai_nhiem": "Bãi nhiệm",
    "buoc_thoi_viec": "Buộc thôi việc",
}
ENTER_RATING = "Nhập kết quả đánh giá, xếp loại của năm, kèm văn bản công nhận."


def rating_at_least(known: Known, rating: str) -> Finding:
    """The rating of work of the year."""
    rated, least = known.ratings.get(known.year), WORDS[rating]
    if rated is None or rated.word not in WORDS:
        return unknown(f"Chưa có xếp loại mức hoàn thành nhiệm vụ năm {known.year}.", ENTER_RATING)
    said = f"Xếp loại năm {known.year}: {WORDS[rated.word].lower()}"
    if reaches(rated.word, rating):
        return met(f"{said}.", shown(rated))
    return unmet(f"{said}, cần từ {least.lower()} trở lên.", "", shown(rated))


def years_rated(known: Known, rating: str, years: int) -> Finding:
    """Rated at least so in each of `years` years running, the last one this year or the year before."""
    good = {
        year: rated
        for year, rated in known.ratings.items()
        if rated.word in WORDS and reaches(rated.word, rating)
    }
    run = best_run(good, known.year, years)
    missing = [year for year in run if year not in good]
    word = WORDS[rating].lower()
    used = [shown(good[year]) for year in run if year in good]
    if not missing:
        return met(f"Từ {word} trở lên {years} năm liên tục: {listed(run)}.", *used)
    if all(year not in known.ratings for year in missing):
        return unknown(f"Chưa có xếp loại năm {listed(missing)}.", ENTER_RATING)
    return unmet(f"Chưa đủ {years} năm liên tục từ {word} trở lên, thiếu năm {listed(missing)}.", "", *used)


def not_disciplined(known: Known, at_least: str) -> Finding:
    """Nobody who was disciplined in the year, from a form upward."""
    found = known.disciplined
    if found is None or found.word not in DISCIPLINE:
        return no_entry(known)
    said = f"Bị kỷ luật năm {known.year}: {DISCIPLINE[found.word].lower()}"
    fact = Evidence("Kỷ luật", DISCIPLINE[found.word], found.source, found.url, found.version)
    return unmet(f"{said}.", "", fact) if as_heavy(found.word, at_least) else met(f"{said}.", fact)


def no_entry(known: Known) -> Finding:
    """No entry at all is not yet "nobody"."""
    if known.clean:
        return met(f"Không có vi phạm kỷ luật năm {known.year}.")
    return confirm(f"Không ghi kỷ luật nào trong năm {known.year}.", "Người thẩm định xác nhận với đơn vị.")


def months_worked(known: Known, months: int) -> Finding:
    """Newly recruited people are not considered: at least `months` whole months until the year's end."""
    if known.started is None:
        return unknown("Chưa ghi ngày bắt đầu làm việc.", "Ghi quá trình công tác của người này.")
    worked = whole_months(known.started, dt.date(known.year, 12, 31))
    fact = Evidence("Quá trình công tác", f"từ {known.started:%d/%m/%Y}", "Danh sách cán bộ")
    said = f"Làm việc từ {known.started:%d/%m/%Y}"
    if worked >= months:
        return met(f"{said}, đủ {months} tháng tính đến hết năm {known.year}.", fact)
    return unmet(
        f"{said}, {worked} tháng tính đến hết năm {known.year}, cần {months}.",
        "Nếu đã làm việc ở nơi khác trước đó, ghi bổ sung quá trình công tác.",
        fact,
    )


def whole_months(start: dt.date, end: dt.date) -> int:
    """From the first day to the last one, both worked: 01/3 to 31/12 are ten."""
    after = end + dt.timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    return max(months - (after.day < start.day), 0)


def reaches(word: str, least: str) -> bool:
    return ORDER.index(word) >= ORDER.index(least)


def as_heavy(form: str, least: str) -> bool:
    order = list(DISCIPLINE)
    return order.index(form) >= order.index(least)


def shown(rated: Rated) -> Evidence:
    what = f"Xếp loại mức hoàn thành nhiệm vụ năm {rated.year}"
    return Evidence(what, WORDS[rated.word], rated.source, rated.url, rated.version)
