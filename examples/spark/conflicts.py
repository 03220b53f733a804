"""Where the sources of many articles conflict: sayso on Apache Spark.

    spark-submit conflicts.py --sayso /usr/local/bin/sayso --output conflicts articles/*.parquet

Articles come from Parquet or JSON lines with the columns id, text, date, outlet and perhaps title and language. What goes out
is what `sayso archive check --format jsonl` prints for the same articles, line for line. The README beside this file tells
how it works, SCALE.md what it costs.
"""

import argparse
import os
import subprocess
import sys
import threading

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

COLUMNS = ["id", "text", "date", "outlet", "title", "language"]
TYPES = {
    "id": ["string", "tinyint", "smallint", "int", "bigint"],
    "text": ["string"],
    "date": ["string", "date", "timestamp", "timestamp_ntz"],
    "outlet": ["string"],
    "title": ["string"],
    "language": ["string"],
}
KEYED = "key string, day string, doc string, n string, claim string"

# Rows that are handed on to Spark at a time.
BATCH = 2_000


def piped(command, lines, passed_over=None):
    """What a program prints, line by line, while it reads `lines`; each is bytes without its line break.

    Where `passed_over` counts them, lines that the program cannot use are told in the log of the executor and passed over
    (exit code 2). Any other end is one of the task, which Spark tries again.
    """
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    failures = []

    def listen():
        for line in program.stderr:
            sys.stderr.buffer.write(line)
            if passed_over is not None and line.startswith(b"error: <stdin>:"):
                passed_over.add(1)

    def feed():
        try:
            for line in lines:
                program.stdin.write(line + b"\n")
            program.stdin.close()
        except BaseException as failure:  # handed on below, also where the input itself fails
            failures.append(failure)
            program.kill()

    feeder = threading.Thread(target=feed, daemon=True)
    listener = threading.Thread(target=listen, daemon=True)
    feeder.start()
    listener.start()
    try:
        for line in program.stdout:
            yield line.rstrip(b"\n")
        code = program.wait()
        feeder.join()
        listener.join()
    finally:
        program.kill()
        program.wait()
    if failures:
        raise failures[0]
    if code != 0 and not (code == 2 and passed_over is not None):
        raise RuntimeError(f"{command[0]} ended with {code}")


class Sayso:
    """The program as it lies on an executor, and the rules that it works with."""

    def __init__(self, spark, path=None, rules=()):
        names = [name_of(it) for it in [path, *rules] if it]
        if len(set(names)) < len(names):
            raise SystemExit(f"of {', '.join(names)} two have one name, and executors have one folder for all: rename one")
        self.name = shipped(spark, path) if path else None
        self.rules = [shipped(spark, folder) for folder in rules]

    def command(self, *arguments):
        """No settings of the machine that happens to run it count."""
        own = SparkFiles.get(self.name) if self.name else "sayso"
        rules = (part for name in self.rules for part in ("--rules", SparkFiles.get(name)))
        return [own, *arguments, "--isolated", *rules]

    def must_start(self):
        """Raises what the program has to say if it does not start with its rules: as an exit code of a step, that could be
        taken for lines passed over."""
        started = subprocess.run(self.command("rules"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if started.returncode != 0:
            raise RuntimeError(started.stderr.decode(errors="replace"))


def name_of(path):
    """The last part of a path."""
    return path.rstrip("/").rsplit("/", 1)[-1]


def shipped(spark, path):
    """Sends a file or a folder to every executor; gives its name there."""
    if not os.path.exists(path):
        raise SystemExit(f"{path}: there is no such file or folder here")
    spark.sparkContext.addFile(path, recursive=True)
    return name_of(path)


class Uncounted:
    """Counts nothing."""

    def add(self, number):
        pass


def batches(rows, names):
    """Lists of tuples as Arrow takes them, some at a time."""
    held = []
    for row in rows:
        held.append(row)
        if len(held) == BATCH:
            yield pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in zip(*held)], names)
            held = []
    if held:
        yield pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in zip(*held)], names)


def extracted(lines: DataFrame, sayso: Sayso, passed_over=None) -> DataFrame:
    """A row for each key of each claim in documents as lines, which are bytes: sayso tells which of them are no UTF-8.
    `passed_over` counts those that are no documents."""

    def extract(arrow):
        sayso.must_start()
        documents = (line for batch in arrow for line in batch.column(0).to_pylist())
        command = sayso.command("claims", "--input", "ndjson", "--format", "keyed", "--threads", "1")
        claims = (line.decode().split("\t", 4) for line in piped(command, documents, passed_over or Uncounted()))
        yield from batches(claims, ["key", "day", "doc", "n", "claim"])

    return lines.mapInArrow(extract, KEYED)


def related(claims: DataFrame, sayso: Sayso) -> DataFrame:
    """A row for each conflict among the claims of each key."""

    def relate(arrow):
        rows = (zip(*(column.to_pylist() for column in batch.columns)) for batch in arrow)
        lines = ("\t".join(row).encode() for batch in rows for row in batch)
        command = sayso.command("relate", "--group", "-")
        yield from batches(((line.decode(),) for line in piped(command, lines)), ["value"])

    own = claims.repartition("key").sortWithinPartitions("key", "day", "doc", "n")
    return own.mapInArrow(relate, "value string")


def once(conflicts: DataFrame) -> DataFrame:
    """Of several conflicts of a rule between the same speakers at the same positions the first, in the order of documents."""
    side = "struct<doc: string, n: int>"
    read = f.from_json("value", f"rule string, positions string, a {side}, b {side}")
    told = conflicts.select("value", read.alias("it")).select(
        "value", "it.rule", "it.positions", f.struct("it.a.doc", "it.a.n", f.col("it.b.doc").alias("bdoc"),
                                                       f.col("it.b.n").alias("bn")).alias("place"))
    first = told.groupBy("rule", "positions").agg(f.min(f.struct("place", "value")).alias("first"))
    return first.orderBy("rule", "first.place").select("first.value")


def documents(spark, paths, form=None) -> DataFrame:
    """Documents as lines of bytes. JSON lines stay as they are, so that sayso tells which of them are none."""
    lines = spark.read.text(paths)
    tables = [name.endswith(".parquet") for name in lines.inputFiles()]
    if form is None and len(set(tables)) > 1:
        raise SystemExit("some files end in .parquet and others do not: tell with --format what they are")
    if form == "json" or form is None and not all(tables):
        return lines.select(f.col("value").cast("binary"))
    return rows(spark.read.parquet(*paths))


def rows(table) -> DataFrame:
    """The rows of a table as lines; its columns have any letters."""
    types = {name.lower(): kind for name, kind in table.dtypes}
    missing = [name for name in COLUMNS[:4] if name not in types]
    if missing:
        raise SystemExit(f"the table has no column {', '.join(missing)}; it has {', '.join(table.columns)}")
    wrong = [f"{name} ({types[name]})" for name, fine in TYPES.items() if types.get(name, "string") not in fine]
    if wrong:
        raise SystemExit(f"columns of another type than they must have: {', '.join(wrong)}")
    known = [(f.col(name) if name in types else f.lit(None)).alias(name) for name in COLUMNS]
    return table.select(f.to_json(f.struct(*known), {"ignoreNullFields": "false"}).cast("binary").alias("value"))


def found(spark, paths, sayso=None, partitions=None, rules=(), form=None, passed_over=None) -> DataFrame:
    """The conflicts among all documents, as JSON lines; `passed_over` counts lines that are no documents."""
    program = Sayso(spark, sayso, rules)
    lines = documents(spark, paths, form)
    if partitions:
        lines = lines.repartition(partitions)
    return once(related(extracted(lines, program, passed_over), program))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", help="Parquet or JSON lines")
    parser.add_argument("--format", choices=["parquet", "json"], help="what they are; by their names (.parquet) unless given")
    parser.add_argument("--output", required=True, help="a folder that is not there yet")
    parser.add_argument("--sayso", help="the program, sent to every executor; without it each has its own on its path")
    parser.add_argument("--rules", action="append", default=[], help="rules of your own, as sayso takes them; may come again")
    parser.add_argument("--partitions", type=int, help="parts that documents are cut into; as Spark reads them unless given")
    arguments = parser.parse_args()
    # Times become days by one zone, wherever a job runs.
    zone = ("spark.sql.session.timeZone", "UTC")
    spark = SparkSession.builder.appName("sayso: conflicts").config(*zone).getOrCreate()
    passed_over = spark.sparkContext.accumulator(0)
    rules, form = arguments.rules, arguments.format
    conflicts = found(spark, arguments.paths, arguments.sayso, arguments.partitions, rules, form, passed_over)
    conflicts.write.text(arguments.output)
    spark.stop()
    if passed_over.value:
        print(f"{passed_over.value} lines are no documents and were passed over; the executors' logs tell why", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
