"""Dates and times as people and spreadsheets write them, to local time without offset."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from formats.cells import Unreadable
from formats.fault import said

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]+([0-9]{1,2})[:h]([0-9]{2})(?::([0-9]{2})(?:\.0+)?)?)?")
_FRENCH = re.compile(
    r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})(?:,?\s+(?:à\s+)?([0-9]{1,2})[:hH]([0-9]{2})?(?::([0-9]{2}))?)?"
)
_SERIAL = re.compile(r"([0-9]{5})(?:[.,]([0-9]+))?")
_FORM = said("écrivez 2027-03-01 09:00 ou 01/03/2027 09:00", "write 2027-03-01 09:00 or 01/03/2027 09:00 (day first)")


def moment(text: str) -> datetime:
    """Reads an ISO date and time, a day-first one, or a spreadsheet's serial number."""
    if found := _SERIAL.fullmatch(text):
        return _from_serial(float(f"{found[1]}.{found[2] or 0}"))
    if found := _ISO.fullmatch(text):
        year, month, day, *clock = found.groups()
    elif found := _FRENCH.fullmatch(text):
        day, month, year, *clock = found.groups()
        if int(day) <= 12 < int(month):
            message = said("mois avant le jour ? le jour vient d'abord", "month before day? the day comes first")
            raise Unreadable("AMBIGUOUS_DATE", message, _FORM)
    else:
        message = said("date et heure locales attendues", "local date and time expected")
        raise Unreadable("WRONG_TYPE", message, _FORM)
    hour, minute, second = (int(part or 0) for part in clock)
    if hour > 23 or minute > 59 or second > 59:
        raise Unreadable("BAD_TIME", said("cette heure n'existe pas", "this time does not exist"), _FORM)
    try:
        return datetime(int(year), int(month), int(day), hour, minute, second)
    except ValueError:
        raise Unreadable("BAD_DATE", said("cette date n'existe pas", "this date does not exist"), _FORM) from None


def interval(text: str) -> bool:
    """Tells whether a text is a date, or an interval of dates or times such as `2027-03-01/2027-03-05`."""
    try:
        moments = [moment(part) for part in text.split("/")] if "-" in text else [moment(text)]
    except Unreadable:
        return False
    return len(moments) == 1 or (len(moments) == 2 and moments[0] <= moments[1])


def local_doubt(when: datetime, zone: ZoneInfo) -> str | None:
    """Gives the code of a local time that does not exist, or exists twice, when clocks change."""
    early, late = (when.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if early == late or early is None or late is None:
        return None
    return "NONEXISTENT_LOCAL_TIME" if early < late else "AMBIGUOUS_LOCAL_TIME"


def _from_serial(serial: float) -> datetime:
    counted = datetime.combine(date(1899, 12, 30), datetime.min.time()) + timedelta(days=serial)
    return (counted + timedelta(milliseconds=500)).replace(microsecond=0)
