"""The measured inputs of SCALE.md: what each step costs on one core.

    python measure.py SAYSO ARTICLES FOLDER [COUNT]

SAYSO is a release build, ARTICLES the program of `cargo build --example articles`, FOLDER is for files, COUNT how many articles
(20000). Needs pyarrow, for compression. Times are those of the processor, not of the clock.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pyarrow as pa


def main():
    sayso, articles, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 20_000
    folder.mkdir(parents=True, exist_ok=True)
    for hot in (0, 10):
        documents = folder / f"articles-{hot}.ndjson"
        subprocess.run([articles, str(count), documents, "", str(hot)], check=True)
        print(f"\n{count} articles, {hot} % of their claims about one topic")
        measure(sayso, documents, folder)
    print("\ncorpus of the repository, each draft three hundred times")
    documents = folder / "corpus.ndjson"
    corpus(documents)
    measure(sayso, documents, folder, relate=False)


def corpus(path):
    """Drafts about real events: their length and the number of their claims are those of news."""
    drafts = sorted((Path(__file__).parents[2] / "corpus").glob("*/draft.md"))
    with path.open("w") as documents:
        for copy in range(300):
            for draft in drafts:
                body = draft.read_text().split("---", 2)[-1]
                fields = {"id": f"{draft.parent.name}-{copy}", "text": body, "date": "2024-05-06", "outlet": None}
                documents.write(json.dumps(fields) + "\n")


def measure(sayso, documents, folder, relate=True):
    texts = [json.loads(line)["text"] for line in documents.open()]
    words = sum(len(text.split()) for text in texts)
    told("words an article", words / len(texts))
    told("bytes an article", documents.stat().st_size / len(texts))
    keyed, found = folder / "keyed.txt", folder / "found.jsonl"
    claims = [sayso, "claims", "--input", "ndjson", "--format", "keyed", "--threads", "1"]
    seconds, memory = run(claims, documents, keyed)
    told("articles a core-second", len(texts) / seconds)
    told("words a core-second", words / seconds)
    told("memory of claims, MB", memory)
    lines = keyed.read_bytes().splitlines(keepends=True)
    own = {tuple(line.split(b"\t", 4)[2:4]) for line in lines}
    told("claims with keys an article", len(own) / len(texts))
    told("keys a claim", len(lines) / len(own))
    told("bytes a row", keyed.stat().st_size / len(lines))
    if not relate:
        return
    sort = [*"sort --parallel=1 -S 1G -o".split(), keyed, keyed]
    told("rows sorted a core-second", len(lines) / run(sort, os.devnull, folder / "sorted.txt", LC_ALL="C")[0])
    told("bytes a row, sorted, lz4", compressed(keyed, "lz4") / len(lines))
    told("bytes a row, sorted, zstd", compressed(keyed, "zstd") / len(lines))
    seconds, memory = run([sayso, "relate", "--group", "-"], keyed, found)
    told("rows related a core-second", len(lines) / seconds)
    told("memory of relate, MB", memory)
    told("conflicts an article", found.read_bytes().count(b"\n") / len(texts))
    told("bytes a conflict", found.stat().st_size / max(1, found.read_bytes().count(b"\n")))
    keys = Counter(line.split(b"\t", 1)[0] for line in lines)
    alone = sum(1 for many in keys.values() if many == 1)
    told("keys with one claim, %", 100 * alone / len(keys))
    told("rows under keys with one claim, %", 100 * alone / len(lines))
    for key, many in keys.most_common(3):
        print(f"    {many:>9} rows under {key.decode()}")


def run(command, source, target, **environment):
    """Core-seconds that a program takes, and the most memory that it holds, in MB."""
    with open(source, "rb") as stdin, open(target, "wb") as stdout:
        running = subprocess.Popen(command, stdin=stdin, stdout=stdout, env={**os.environ, **environment})
        held = [0]
        while (ended := os.wait4(running.pid, os.WNOHANG))[0] == 0:
            # What the system keeps for a child that has ended counts what its parent held.
            status = Path(f"/proc/{running.pid}/status").read_text()
            held += [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
            time.sleep(0.05)
        _, status, used = ended
    assert status == 0, (command, status)
    return used.ru_utime + used.ru_stime, max(held) / 1024


def compressed(path, codec):
    """Bytes of a file that is compressed block by block, as shuffles are."""
    codec, size = pa.Codec(codec), 0
    with path.open("rb") as lines:
        while block := lines.read(1 << 18):
            size += codec.compress(block).size
    return size


def told(what, value):
    print(f"    {value:>9.1f} {what}" if value < 1000 else f"    {value:>9.0f} {what}", flush=True)


if __name__ == "__main__":
    main()
