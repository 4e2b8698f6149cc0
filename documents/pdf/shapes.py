"""What each paper's dict holds: the contract between the apps' `printing` modules and the templates.

All values are plain (str, int, bool, None, list, dict), so a dict is stored as JSON and printed again
years later. Text is printed as it stands: letter case, marks and mistakes are the writer's.
`number`, `day`, `month` given as str are printed as written ("03"); as int they follow NĐ 30/2020,
Phụ lục I (26; 05; tháng 02 but tháng 3); None leaves a blank to be filled in by hand.
"""

from typing import NotRequired, TypedDict


class Issuer(TypedDict):
    """Top left. UBND: parent None, two lines. Sở: parent "UBND TỈNH …". Already in capitals."""

    parent: str | None
    lines: list[str]


class Signature(TypedDict):
    """Lines as signed: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]; none at all is allowed."""

    lines: list[str]
    name: str | None


class Head(TypedDict):
    """Common to all papers. NĐ 30/2020, Phụ lục I: boxes 1 to 5, 7 and 9."""

    issuer: Issuer | None
    number: int | str | None
    symbol: str | None  # "KH-UBND", after the slash
    place: str | None
    day: int | str | None
    month: int | str | None
    year: int | str | None
    type_line: str  # "KẾ HOẠCH"
    title: str
    recipients: list[str]  # without dash and end mark; the last one is "Lưu: VT, …"
    signature: Signature
    draft: NotRequired[bool]  # grey DỰ THẢO on every page
    created: NotRequired[str]  # "2021-02-03": creation date in the PDF's metadata, none without it
    qr: NotRequired[str]  # an image as a data address, below the first page's text


class Clause(TypedDict):
    label: str | None  # "II.", "a)", "-"
    heading: str | None
    text: str | None
    depth: int  # 0 for the outermost
    path: str


class Plan(Head):
    """plan.html: printed as written; no `./.` is added, the last clause keeps its own."""

    preamble: list[str]
    clauses: list[Clause]


class Article(TypedDict):
    label: str  # "Điều 1."
    text: str


class DecisionRow(TypedDict):
    gold_book_number: int
    name: str
    detail: str  # position and unit
    bonus: int | None  # đồng


class DecisionGroup(TypedDict):
    heading: str  # "I. TẬP THỂ"
    rows: list[DecisionRow]


class Annex(TypedDict):
    """Own page numbers. The line "(Kèm theo Quyết định số …)" comes from the decision's head and `of`."""

    title: str  # "DANH SÁCH"
    subtitle: str
    headings: NotRequired[list[str]]  # of the first three columns, where it is no list of awards
    of: str  # "Chủ tịch Ủy ban nhân dân huyện Ninh Phước"
    groups: list[DecisionGroup]
    total: int | None  # đồng; None: no bonus column and no total
    landscape: NotRequired[bool]


class Decision(Head):
    """decision.html, recognition.html (NĐ 30/2020, mẫu 1.2). `grounds` ends with "Theo đề nghị của …"."""

    authority: str  # "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC"
    grounds: list[str]
    articles: list[Article]
    annex: Annex | None


class CertificateAward(TypedDict):
    gold_book_number: int
    name: str
    detail: str | None  # position and workplace, or the body above a collective
    achievement: str


class Certificates(TypedDict):
    """certificates.html: A4 landscape, a page for each award (NĐ 98/2023, Đ.104).

    Number and date are the decision's. `border` False prints on pre-printed blanks.
    """

    authority: str  # red: "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC"
    verb: str  # "TẶNG", "TẶNG DANH HIỆU"
    award: str  # red: "GIẤY KHEN"
    number: int | str | None
    symbol: str | None
    place: str | None
    day: int | str | None
    month: int | str | None
    year: int | str | None
    signature: Signature
    awards: list[CertificateAward]
    look: NotRequired[str]  # "merit": bằng khen, 360 × 270 mm; "flags": chiến sĩ thi đua; A4 otherwise
    book: NotRequired[str]  # what its number is called: "Số sổ vàng" without it
    border: NotRequired[bool]
    draft: NotRequired[bool]
    created: NotRequired[str]


class ListRow(TypedDict):
    name: str
    detail: str
    award: str


class ListGroup(TypedDict):
    heading: str  # "I. Tập thể"
    rows: list[ListRow]


class Submission(Head):
    """submission.html: tờ trình. `closing` is the last paragraph and gets the `./.`.

    `tables` of another make than `groups`: a list of registrations. `to` is empty for one kept here.
    """

    to: list[str]
    grounds: list[str]
    body: list[str]
    groups: list[ListGroup]
    tables: NotRequired[list["Table"]]
    attachments: list[str]
    closing: str


class VoteRow(TypedDict):
    name: str
    detail: str
    award: str
    votes_for: int
    votes_total: int
    percent: str  # "100 %"


class VoteGroup(TypedDict):
    heading: str
    rows: list[VoteRow]


class Table(TypedDict):
    heading: str
    headings: list[str]  # the first is the number's
    widths: list[int]  # mm, for the Word copy
    rows: list[list[str]]


class Field(TypedDict):
    label: str  # without colon
    value: str | None


class Minutes(Head):
    """minutes.html: biên bản (NĐ 30/2020, mẫu 1.9). No place and date at the top right.

    `fields`: Thời gian bắt đầu, Địa điểm, Thành phần tham dự, Chủ trì, Thư ký, số có mặt, vắng …
    `signature` is the chair's (lines ["CHỦ TỌA"]), `secretary` the one on the left (["THƯ KÝ"]).
    """

    fields: list[Field]
    content: list[str]
    groups: list[VoteGroup]
    tables: NotRequired[list[Table]]  # of a council that scores, instead of votes
    conclusion: list[str]
    closing: str  # "Cuộc họp kết thúc vào 10 giờ 30, ngày 25 tháng 11 năm 2021"
    secretary: Signature


class Meeting(Head):
    """meeting.html: giấy mời (NĐ 30/2020, mẫu 1.10), chương trình họp; `plain`: a ballot, unsigned."""

    body: list[str]
    fields: list[Field]
    tables: list[Table]
    closing: str
    plain: NotRequired[bool]


class Link(TypedDict):
    line: str  # how the line of the result begins
    text: str  # words of that line
    url: str  # what they open


class CriterionResult(TypedDict):
    criterion: str  # the criterion's words
    result: str | None  # what the nominee wrote; line ends make paragraphs
    evidence: NotRequired[list[str]]
    links: NotRequired[list[Link]]


class Honour(TypedDict):
    year: int | str
    name: str
    decision: str  # number, date, issuing body


class Report(Head):
    """report.html: báo cáo thành tích theo chuyên đề (domain: one block for each criterion). No number line.

    `confirmation` is the head's on the left, `signature` the reporter's on the right.
    """

    particulars: list[Field]
    results: list[CriterionResult]
    titles: list[Honour]
    forms: list[Honour]
    pledge: str  # the last paragraph, gets the `./.`
    confirmation: Signature | None


class Summary(Head):
    """summary.html: bản tóm tắt thành tích of one nominee. No number line."""

    particulars: list[Field]
    results: list[CriterionResult]  # criterion may be ""
    honours: list[Honour]
    proposed: str  # "Giấy khen của Chủ tịch Ủy ban nhân dân huyện"
    confirmation: Signature | None


class InitiativeRequest(Head):
    """initiative_request.html: đơn yêu cầu công nhận sáng kiến. No issuer, no number; the day at its foot.

    `authors`, `signed`: {"headings", "rows"}; `sections`: [{"heading", "text"}].
    """

    to: str
    opening: str
    authors: dict
    asks: str
    fields: list[Field]
    sections: list[dict]
    pledge: str  # the last paragraph, gets the `./.`
    signed: dict


class AppraisalGroup(TypedDict):
    heading: str
    results: list[CriterionResult]


class Appraisal(Head):
    """appraisal.html: phiếu thẩm định of one nominee, of the body that appraises. No number line.

    `confirmation` is the appraiser's on the left, `signature` that of who answers for it.
    """

    particulars: list[Field]
    groups: list[AppraisalGroup]
    last_heading: str  # "V. KẾT LUẬN"
    conclusion: str  # the last paragraph, gets the `./.`
    confirmation: Signature | None
