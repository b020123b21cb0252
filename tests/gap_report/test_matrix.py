from __future__ import annotations


def test_the_matrix_holds_what_each_smart_is_asked_once(second):
    report = second()
    asked = [row for row in report.assessment.requirements if row.smart is not None]
    cells = [cell for row in report.matrix.rows for cell in row.cells if cell is not None]
    assert {cell.key for cell in cells} == {row.key for row in asked}
    assert len(cells) == len(asked)
    for row in report.matrix.rows:
        for smart, cell in zip(report.matrix.smarts, row.cells, strict=True):
            assert cell is None or (cell.smart, cell.id) == (smart.key, row.id)
