"""What is said after a step: what happened to whom, and what comes next."""

# `{what}` is one dossier (`hồ sơ của Nguyễn Đức Thịnh`) or many (`12 hồ sơ`).
DOSSIER_DONE = {
    "submit": "Đã nộp {what} cho đơn vị. Tiếp theo: thủ trưởng đơn vị quyết định việc đề nghị.",
    "unit_return": "Đã yêu cầu bổ sung {what}. Tiếp theo: người lập bổ sung rồi nộp lại.",
    "unit_propose": "Đơn vị đã đề nghị {what}. Tiếp theo: gửi theo tờ trình của đơn vị.",
    "unit_decline": "Đơn vị không đề nghị {what}; lý do đã được ghi.",
    "unit_reopen": "Đã đưa {what} lại về đơn vị xét. Tiếp theo: thủ trưởng đơn vị quyết định.",
    "receive": "Đã tiếp nhận {what}. Tiếp theo: thẩm định.",
    "request_changes": "Đã yêu cầu bổ sung {what}. Tiếp theo: chờ đơn vị gửi bổ sung.",
    "resubmit": "Đã gửi bổ sung {what}. Tiếp theo: nơi nhận kiểm tra, tiếp nhận lại.",
    "mark_eligible": "Đã kết luận {what} đủ điều kiện. Tiếp theo: trình Hội đồng.",
    "mark_ineligible": "Đã kết luận {what} không đủ điều kiện; đơn vị đọc được lý do.",
    "reappraise": "Đã mở lại việc thẩm định {what}. Tiếp theo: thẩm định.",
    "to_council": "Đã đưa {what} vào chương trình họp của Hội đồng. Tiếp theo: Hội đồng họp.",
    "propose": "Đã trình ký {what}. Tiếp theo: lập quyết định khen thưởng.",
    "unpropose": "Đã rút {what} khỏi danh sách trình ký; chỗ trong chỉ tiêu được trả lại.",
    "assign": "Đã ghi người thụ lý của {what}.",
    "hold": "Đã tạm dừng xét {what}. Tiếp theo: bấm Tiếp tục xét khi hết lý do.",
    "resume": "Đã tiếp tục xét {what}.",
    "withdraw": "Đã rút {what}; hồ sơ không được xét nữa.",
}
REGISTRATION_DONE = {
    "submit": "Đã gửi {what}. Tiếp theo: cơ quan phát động tiếp nhận.",
    "accept": "Đã tiếp nhận {what}. Tiếp theo: đơn vị lập hồ sơ khi có kết quả.",
    "request_changes": "Đã yêu cầu bổ sung {what}. Tiếp theo: chờ người đăng ký gửi lại.",
    "withdraw": "Đã rút {what}.",
}


def dossier_done(action: str, what: str) -> str:
    return DOSSIER_DONE[action].format(what=what)


def registration_done(action: str, what: str) -> str:
    return REGISTRATION_DONE[action].format(what=what)
