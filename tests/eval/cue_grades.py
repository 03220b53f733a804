#!/usr/bin/env python3
"""Count how often the words of the cue lexicon are cues, and write the grades into the lexicon.

        cue_grades.py POLNEAR_TRAIN_DIR rules/lexicon/cues.txt rules/lexicon/cue-nouns.txt rules/lexicon/cue-adjectives.txt

POLNEAR_TRAIN_DIR holds text/*.txt and attributions/*.ann (https://github.com/networkdynamics/PolNeAR). A grade is the
share, in per cent, of a word's occurrences outside quotation marks that lie in a cue, drawn toward the share of
all words by PRIOR occurrences, so that three lucky ones do not make a sure cue. Python 3.11, standard library only.
"""
import collections
import pathlib
import re
import sys

PRIOR = 4
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|``[^\n]*?''")


def regular_forms(lemma):
    """The same derivation as grammar::lexicon::regular_forms."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeou"):
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        third, past = lemma + "es", stem + "ed"
    else:
        third, past = lemma + "s", stem + "ed"
    if lemma.endswith("ie"):
        gerund = lemma[:-2] + "ying"
    elif lemma.endswith("ee"):
        gerund = lemma + "ing"
    else:
        gerund = stem + "ing"
    return [lemma, third, past, gerund]


def read_lexicon(path):
    """(line number, forms, particle words, words of which one must follow) of each entry."""
    lines = path.read_text(encoding="utf-8").split("\n")
    verbs = any(line.startswith("[") for line in lines)
    for number, line in enumerate(lines):
        if line.startswith(("#", "[")) or ":" not in line:
            continue
        words = line.split(":")[0].split()
        particle = [w for word in words if word.startswith("+") for w in word.split("+") if w]
        forms = [word for word in words if not word.startswith("+")]
        base, third, *rest = regular_forms(forms[0])
        # Base form and third person of a verb may be nouns ("state", "reports"); the others tell more.
        follows = None if verbs else complement_words(line.split(":")[2].split())
        yield number, {*rest, *forms[1:]} if verbs else {base, third}, particle, follows


def complement_words(frames):
    """Nouns and adjectives are candidates only before a complement."""
    questions = {"whether", "if", "how", "why", "what", "who", "when", "where", "which"}
    return {word for frame in frames for word in (questions if frame == "wh" else {frame})}


def read_articles(folder):
    """Words in lower case with whether each lies in a cue, one list an article; quotations left out."""
    for text_path in sorted((folder / "text").glob("*.txt")):
        text = text_path.read_bytes().decode("utf-8")
        notes = sorted((folder / "attributions").glob(f"{text_path.stem}_*.ann"))
        if not notes:
            continue
        cues = [False] * (len(text) + 1)
        units, roles = {}, []
        for line in notes[0].read_text(encoding="utf-8").split("\n"):
            parts = line.split("\t")
            if len(parts) >= 2 and parts[0].startswith("T"):
                where = parts[1].partition(" ")[2]
                units[parts[0]] = [tuple(map(int, piece.split())) for piece in where.split(";")]
            elif len(parts) >= 2 and parts[0].startswith("E"):
                roles += [role.split(":")[1] for role in parts[1].split() if role.startswith("Cue")]
        for start, end in (span for unit in roles for span in units.get(unit, ())):
            cues[start:end] = [True] * (end - start)
        masked = QUOTED.sub(lambda found: " " * len(found.group()), text)
        yield [(m.group().lower().replace("’", "'"), cues[m.start()]) for m in WORD.finditer(masked)]


def main():
    folder, *lexicons = map(pathlib.Path, sys.argv[1:])
    articles = list(read_articles(folder))
    for path in lexicons:
        grade(path, articles)


def grade(path, articles):
    by_form = collections.defaultdict(list)
    for number, forms, particle, follows in read_lexicon(path):
        for form in forms:
            by_form[form].append((len(particle), particle, number, follows))
    seen, hits = collections.Counter(), collections.Counter()
    for words in articles:
        for at, (word, is_cue) in enumerate(words):
            for _, particle, number, follows in sorted(by_form.get(word, ()), key=lambda it: -it[0]):
                behind = [w for w, _ in words[at + 1 : at + 1 + max(1, len(particle))]]
                if behind[: len(particle)] == particle and (follows is None or set(behind) & follows):
                    seen[number] += 1
                    hits[number] += is_cue
                    break
    share = sum(hits.values()) / max(1, sum(seen.values()))
    lines = path.read_text(encoding="utf-8").split("\n")
    fields = 3 if any("[" == line[:1] for line in lines) else 4
    for number, *_ in read_lexicon(path):
        head = [part.strip() for part in lines[number].split(":")][: fields - 1]
        value = round(100 * (hits[number] + PRIOR * share) / (seen[number] + PRIOR))
        lines[number] = " : ".join(head + [str(value)])
    path.write_text("\n".join(lines), encoding="utf-8")
    print(f"{path}: {sum(seen.values())} occurrences, {share:.0%} of them cues")


if __name__ == "__main__":
    main()
