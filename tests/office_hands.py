"""What a person does to a workbook in LibreOffice, done by its own Python: `/usr/bin/python3`.

Takes a folder with `draft.xlsx` and leaves there what the hands made of it. The office starts once.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

XLSX, ODS, XLS = "Calc MS Excel 2007 XML", "calc8", "MS Excel 97"
NO_CALC = 3
"""What the exit code is where the office can't open a workbook."""

KEYS, FIRST = 2, 4
"""The hidden row of keys of a table, and its first item; from 0 on."""


def option(name, value):
    """Return a setting as the office takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(pipe):
    """Return the office that listens, once it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    raise SystemExit("the office does not listen")


def opened(office, file):
    """Open a workbook that nobody sees."""
    return office.loadComponentFromURL(file.as_uri(), "_blank", 0, (option("Hidden", True),))


def saved(book, file, kind):
    """Save a workbook in a form, and leave it open."""
    book.storeToURL(file.as_uri(), (option("FilterName", kind),))


def keys_of(page):
    """Return the columns of a table of ours by their keys."""
    cells = (page.getCellByPosition(column, KEYS).String for column in range(40))
    return {key.partition("#")[2]: column for column, key in enumerate(cells) if "#" in key}


def fill(book):
    """Type into a cell of a form: the row whose hidden key is `vision`."""
    page = book.Sheets.getByName("พื้นที่และเป้าหมาย")
    row = next(row for row in range(60) if page.getCellByPosition(0, row).String == "vision")
    page.getCellByPosition(2, row).String = "เมืองที่ทุกคนเดินทางถึงกันได้ภายในยี่สิบนาทีและหายใจสะดวก"


def sort(page):
    """Sort a table by its ids, the last first."""
    cursor = page.createCursor()
    cursor.gotoEndOfUsedArea(False)
    columns = keys_of(page)
    last = cursor.RangeAddress.EndRow
    table = page.getCellRangeByPosition(0, FIRST, max(columns.values()), last)
    by = TableSortField()
    by.Field, by.IsAscending = columns["id"], False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (by,))
    table.sort((option("SortFields", fields), option("ContainsHeader", False)))


def main(folder):
    """Do everything, and close the office."""
    pipe = f"smartcert{time.time_ns()}"
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp;"
    command = ["soffice", home, "--headless", "--norestore", "--nologo", accept]
    running = subprocess.Popen(command, start_new_session=True)
    try:
        office = desktop(pipe)
        book = opened(office, folder / "draft.xlsx")
        if book is None:
            sys.exit(NO_CALC)
        saved(book, folder / "again.xlsx", XLSX)
        fill(book)
        page = book.Sheets.getByName("โครงการ")
        sort(page)
        page.Columns.removeByIndex(keys_of(page)["objective"], 1)
        saved(book, folder / "edited.xlsx", XLSX)
        saved(book, folder / "edited.ods", ODS)
        saved(book, folder / "edited.xls", XLS)
        book.close(False)
        office.terminate()
        running.wait(60)
    finally:
        # `soffice` is a script; what it started goes with it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
