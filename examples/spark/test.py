"""Holds the Spark job against `sayso archive check` on the same invented articles, undisturbed and with executors killed.

    python test.py SAYSO ARTICLES FOLDER [COUNT]

SAYSO and ARTICLES are the programs (`cargo build`, `cargo build --example articles`); FOLDER is for files and is emptied first;
COUNT is how many articles, 2000 unless given here or in SAYSO_SPARK_ARTICLES. Needs Java, pyspark and pyarrow.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.json
import pyarrow.parquet

JOB = Path(__file__).with_name("conflicts.py")
MASTER = "local-cluster[2,1,2048]"
EXECUTOR = b"CoarseGrainedExecutorBackend"


def main():
    sayso, articles, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
    count = int(sys.argv[4] if len(sys.argv) > 4 else os.environ.get("SAYSO_SPARK_ARTICLES", "2000"))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([articles, str(count), folder / "articles.ndjson", folder / "texts"], check=True)
    table = pa.json.read_json(folder / "articles.ndjson", pa.json.ReadOptions(block_size=1 << 26))
    pa.parquet.write_table(table, folder / "articles.parquet", row_group_size=max(1, count // 8))
    expected = timed(f"archive of {count} articles", lambda: archive(sayso, folder))
    assert len(expected) > count // 20, f"only {len(expected)} conflicts"
    lines = timed("job on JSON lines", lambda: job(sayso, folder, "articles.ndjson"))
    compare(expected, lines)
    killed = timed("job on Parquet, executors killed", lambda: job(sayso, folder, "articles.parquet", ["claims", "relate"]))
    compare(expected, killed)
    print(f"spark: {len(expected)} conflicts in {count} articles, the same three times")


def timed(what, work):
    start = time.monotonic()
    result = work()
    print(f"spark: {what}: {time.monotonic() - start:.1f} s", flush=True)
    return result


def archive(sayso, folder):
    """The lines of `sayso archive check`."""
    texts = sorted(path.name for path in (folder / "texts").iterdir())
    build = [sayso, "archive", "build", folder / "record.db", *texts]
    subprocess.run(build, check=True, cwd=folder / "texts", stdout=subprocess.DEVNULL)
    check = subprocess.run([sayso, "archive", "check", folder / "record.db", "--format", "jsonl"], stdout=subprocess.PIPE)
    assert check.returncode == 1, check.returncode
    return check.stdout.splitlines()


def job(sayso, folder, documents, steps=()):
    """The lines of the job; in each of `steps` an executor is killed at work."""
    output = folder / f"{documents}.conflicts"
    log = folder / f"{documents}.log"
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": f"--master {MASTER} --conf spark.ui.enabled=false "
        f"--conf spark.sql.shuffle.partitions=8 --conf spark.local.dir={folder} pyspark-shell",
    }
    command = [sys.executable, JOB, "--sayso", sayso, "--output", output, "--partitions", "8", folder / documents]
    with log.open("wb") as told:
        running = subprocess.Popen(command, env=environment, stdout=told, stderr=told, cwd=folder)
        try:
            for step in steps:
                print(f"spark: killed executor {kill_executor(running, step)} at {step}", flush=True)
            code = running.wait(timeout=1800)
        finally:
            running.kill()
    told = log.read_text(errors="replace")
    assert code == 0, f"{command} ended with {code}:\n{told[-6000:]}"
    assert told.count("Lost executor") >= len(steps), told[-6000:]
    parts = sorted(output.glob("part-*"))
    return [line for part in parts for line in part.read_bytes().splitlines()]


def kill_executor(running, step):
    """Kills an executor that is at work: one of whose descendants is `sayso STEP`. Only what the job has started is looked at."""
    while running.poll() is None:
        for executor in descendants(running.pid):
            if EXECUTOR in command_of(executor) and is_at(executor, step):
                os.kill(executor, signal.SIGKILL)
                return executor
        time.sleep(0.05)
    raise AssertionError("the job ended before an executor was at work")


def is_at(executor, step):
    return any(command_of(child).split(b"\0")[1:2] == [step.encode()] for child in descendants(executor))


def descendants(pid):
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return children + [further for child in children for further in descendants(child)]


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def compare(expected, found):
    if expected != found:
        missing, more = set(expected) - set(found), set(found) - set(expected)
        first = [line.decode()[:600] for line in sorted(missing | more)[:4]]
        raise AssertionError(f"{len(missing)} missing, {len(more)} too many, of {len(expected)}:\n" + "\n".join(first))


if __name__ == "__main__":
    main()
