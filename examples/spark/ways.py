"""Three ways from Spark to a program and back, on the same documents: which costs least.

    python ways.py SAYSO ARTICLES.ndjson

Prints for each the core-seconds that reading claims from the documents takes (Java, Python and the program together), those of
the program alone, those of the whole job, and how many rows came. On one core; the second round counts, as Java is warm by then.
"""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from conflicts import KEYED, batches, found, piped
from pyspark.sql import SparkSession
from pyspark.sql import types as t

NAMES = ["key", "day", "doc", "n", "claim"]


def main():
    sayso, articles = sys.argv[1:3]
    os.environ["PYSPARK_PYTHON"] = sys.executable
    command = [sayso, "claims", "--input", "ndjson", "--format", "keyed", "--threads", "1"]
    meter = Meter()
    meter.start()
    start = meter.used()
    with open(articles, "rb") as documents:
        alone = subprocess.run(command, stdin=documents, stdout=subprocess.PIPE, check=True).stdout.count(b"\n")
    print(f"program alone   {meter.used() - start:6.1f} core-s  {alone} rows", flush=True)
    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.sparkContext.addPyFile(__file__.replace("ways.py", "conflicts.py"))
    lines = spark.read.text(articles).coalesce(1)
    schema = t.StructType([t.StructField(name, t.StringType()) for name in NAMES])

    def arrow(parts):
        documents = (line.encode() for batch in parts for line in batch.column(0).to_pylist())
        yield from batches((line.decode().split("\t", 4) for line in piped(command, documents)), NAMES)

    def frames(parts):
        documents = (line.encode() for frame in parts for line in frame["value"])
        for batch in batches((line.decode().split("\t", 4) for line in piped(command, documents)), NAMES):
            yield batch.to_pandas()

    def pipe():
        texts = lines.rdd.map(lambda row: row.value)
        rows = texts.pipe(" ".join(command)).map(lambda line: tuple(line.split("\t", 4)))
        return spark.createDataFrame(rows, schema)

    ways = {
        "mapInArrow": lambda: lines.mapInArrow(arrow, KEYED),
        "mapInPandas": lambda: lines.mapInPandas(frames, KEYED),
        "pipe": pipe,
        "the whole job": lambda: found(spark, [articles], os.path.abspath(sayso)).selectExpr("'' as key", "value as claim"),
    }
    for _ in range(2):
        for name, way in ways.items():
            start = meter.used()
            rows = way().selectExpr("count(*)", "sum(length(claim))").first()
            print(f"{name:15} {meter.used() - start:6.1f} core-s  {rows[0]} rows", flush=True)


class Meter(threading.Thread):
    """Core-seconds of this process and of all that it has started. Looks every few milliseconds, as some end unseen."""

    def __init__(self):
        super().__init__(daemon=True)
        self.seen = {}

    def run(self):
        while True:
            self.look(os.getpid())
            time.sleep(0.02)

    def look(self, pid):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            tasks = list(Path(f"/proc/{pid}/task").iterdir())
            children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except (FileNotFoundError, ProcessLookupError):
            return
        self.seen[pid, fields[19]] = sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
        for child in children:
            self.look(child)

    def used(self):
        time.sleep(0.1)
        return sum(self.seen.copy().values())


if __name__ == "__main__":
    main()
