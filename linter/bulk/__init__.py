"""Record files (JSONL, CSV, TSV, Parquet, Arrow; JSONL and CSV also packed) of any size, read and written.

Reading, in flat memory::

    from linter.bulk import Fields, open_records

    file = open_records("corpus.jsonl.gz", Fields(text="text", id="id"))
    for batch in file.batches():  # about half a megabyte each, the same ones in every run
        for record in file.records(batch):
            if record.text is None:
                print(record.ref.number, record.reason)

Writing back, everything but the changed texts byte for byte::

    from linter.bulk import Change, Output

    with Output(file, "out.jsonl.gz") as output:  # or the path itself: the file is replaced at the end
        for batch in file.batches():
            changes = {record.ref.number: Change(text=new) for record, new in …}
            output.write(file.part(batch, changes))
        output.commit()  # without it, and after an exception, nothing is left behind

A ``RecordFile`` can be pickled: ``records`` and ``part`` are for workers, ``batches`` and ``Output`` for the
process that keeps the order.
"""

from linter.bulk.opening import open_records
from linter.bulk.output import Output
from linter.bulk.records import Batch, Change, Fields, Record, RecordFile
from linter.source.record_names import record_name

__all__ = ["Batch", "Change", "Fields", "Output", "Record", "RecordFile", "open_records", "record_name"]
