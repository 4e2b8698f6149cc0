"""Documents that plans cite again and again, with their dates: a wrong one is noticed."""

KNOWN = {
    "12/2019/TT-BNV": ("Thông tư", "2019-11-04"),
    "91/2017/NĐ-CP": ("Nghị định", "2017-07-31"),
    "98/2023/NĐ-CP": ("Nghị định", "2023-12-31"),
    "152/2025/NĐ-CP": ("Nghị định", "2025-06-14"),
    "13/2012/NĐ-CP": ("Nghị định", "2012-03-02"),
    "30/2020/NĐ-CP": ("Nghị định", "2020-03-05"),
    "34-CT/TW": ("Chỉ thị", "2014-04-07"),
    "06/2022/QH15": ("Luật", "2022-06-15"),
    "01/2024/TT-BNV": ("Thông tư", "2024-02-24"),
}
