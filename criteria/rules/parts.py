"""Papers that the law or a body asks for with an award: what each is, and whether one serves the list."""

# The words of `campaigns.enums.Paper` and `Per`, which stand above this app.
PAPERS = {
    "submission": "Tờ trình",
    "minutes": "Biên bản họp Hội đồng",
    "report": "Báo cáo thành tích",
    "summary": "Bản tóm tắt thành tích",
    "other": "Giấy tờ khác",
}
PER = {"submission": "Một bản cho cả đơn vị", "nominee": "Từng đề nghị"}
FIELDS = {"name", "paper", "per"}


def faults(entries) -> list[str]:
    """What is wrong with the papers of one rule, in sentences."""
    if not isinstance(entries, list):
        return ["Thành phần hồ sơ phải là một danh sách."]
    return [
        f"Giấy tờ {number}: {fault}"
        for number, entry in enumerate(entries, start=1)
        if (fault := fault_of(entry))
    ]


def fault_of(entry) -> str:
    if not isinstance(entry, dict) or set(entry) != FIELDS:
        return "phải gồm tên, loại và mấy bản."
    if not str(entry["name"]).strip():
        return "chưa ghi tên."
    if entry["paper"] not in PAPERS or entry["per"] not in PER:
        return f"“{entry['name']}” chưa chọn loại giấy tờ hoặc mấy bản."
    return ""
