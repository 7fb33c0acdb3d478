#!/usr/bin/env python3
"""Of the dyads said to be 0.7 sure, how many are right?

  reliability.py GOLD.jsonl PREDICTIONS.jsonl

GOLD is coding-dev.jsonl, PREDICTIONS what `tensiometer claims --format jsonl --why` made of it. A claim is right when its
event type is accepted and its countries are the labelled ones (either way round for AGREE, CONSULT, COOPERATE). One act is
labelled in each sentence, so a right claim about a second act counts as wrong: the shares are lower bounds.
"""
import collections
import json
import sys

RECIPROCAL = {'AGREE', 'CONSULT', 'COOPERATE'}
NO_COUNTRY = {'IGO', 'UNO', 'NATO', 'EUR', 'NGO', 'MNC', 'WST', 'WEST'}


def lines(path):
    return [json.loads(line) for line in open(path, encoding='utf-8') if line.strip()]


def codes(mentions):
    return {m['country'] for m in mentions or [] if m.get('country')} - NO_COUNTRY


def main(gold_path, predictions_path):
    gold = {g['id']: g for g in lines(gold_path)}
    bins = collections.defaultdict(list)
    for claim in lines(predictions_path):
        label = gold.get(claim['article'])
        if not claim['event'] or not label:
            continue
        source, target = set(label['source'] or []) - NO_COUNTRY, set(label['target'] or []) - NO_COUNTRY
        dyads = {(a, b) for a in codes(claim['source']) for b in codes(claim['target']) if a != b}
        if not source or not target or source == target or not dyads:
            continue
        turn = claim['event'] in RECIPROCAL
        pair = any((a in source and b in target) or turn and (b in source and a in target) for a, b in dyads)
        bins[int(claim['confidence'] * 20) / 20].append((claim['confidence'], pair and claim['event'] in label['accept']))
    print('| said, mean | dyads | right |')
    print('|---|---|---|')
    for key in sorted(bins):
        said, right = zip(*bins[key])
        print(f'| {sum(said) / len(said):.2f} | {len(said)} | {sum(right) / len(right):.2f} |')


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(*sys.argv[1:])
