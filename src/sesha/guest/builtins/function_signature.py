"""Ask functions for their signature: the record and the defaults that their generic entry binds by.

An entry that is called with fewer than no arguments comes to `call_binding.bind`, which tells `asker`
what it would have bound; that ends the call with an exception. So the signature is the one that
calls go by, and functions carry nothing for those who ask.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import FUNCTION_ENTRY, FUNCTION_NOTES
from sesha.guest.builtins import call_binding
from sesha.guest.cpu.intrinsics import address, call_entry, function_address, load_i64, load_word

ASK = -1


class SignatureTold(BaseException):
    """What an entry binds by."""

    def __init__(self, record: tuple[Any, ...], defaults: Any) -> None:
        self.record = record
        self.defaults = defaults


def _tell(record: Any, defaults: Any, mode: i64) -> Any:
    raise SignatureTold(record, defaults)


def ask(function: Any) -> SignatureTold:
    """The record (call_binding.py) of a function, and a word for each default."""
    call_binding.asker = function_address(_tell)
    try:
        call_entry(load_i64(address(function) + FUNCTION_ENTRY), function, 0, ASK, None)
    except SignatureTold as told:
        return told
    raise NotImplementedError("the signature of this function")


def signature_note(function: Any, index: int) -> Any:
    """One of the notes that functions have where a program comes here."""
    notes: Any = load_word(address(function) + FUNCTION_NOTES)
    return None if notes is None else notes[index]
