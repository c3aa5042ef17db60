"""Checks a log with the PyPI package tlog-scales, none of Countersign's code.

    python tiles.py LOG VKEY [ENTRIES]

LOG is the address of a log, or a folder of its files (a path that begins with / or ./). VKEY is a
file with the log's verifier key. ENTRIES (100 unless told) are spread over the log, and each is proven under the root.
"""

import sys

from tlog_scales import tiles
from tlog_scales.backend import make_backend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import Vkey


def main(log: str, vkey_file: str, wanted: str = "100") -> None:
    with open(vkey_file, encoding="ascii") as file:
        vkey = Vkey.from_string(file.read().strip())
    reader = TilesReader(make_backend(log))
    checkpoint = reader.get_checkpoint()
    if checkpoint.origin != vkey.name:
        sys.exit(f"FAILED: the checkpoint is one of {checkpoint.origin}")
    checkpoint.verify(vkey)
    if reader.calculate_root_hash() != checkpoint.root_hash:
        sys.exit("FAILED: the tiles have another root than was signed")
    step = max(1, checkpoint.size // int(wanted))
    proven = range(0, checkpoint.size, step)
    for index in proven:
        proof = reader.get_inclusion_proof(index, checkpoint.size)
        proof.check(tiles.leaf_hash(reader.get_entry(index)), checkpoint.root_hash)
    print(f"ok: the tiles have the signed root, and {len(proven)} of {checkpoint.size} entries are under it")


main(*sys.argv[1:])
