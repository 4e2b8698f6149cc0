"""Excel in and out: a file to typed rows with every fault by its cell; rows to a file that runs nothing.

`table.read_table`, `template.template_book`, `writing.csv_lines` and `writing.workbook` are the doors.
Nothing is imported here: `content` is read in a child process that has little memory.
"""
