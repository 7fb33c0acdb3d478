#!/usr/bin/env python3
"""Draws coded dyads at random for reading, and counts the verdicts.

  dyads.py draw  CLAIMS.jsonl ARTICLES.jsonl.gz [--n 150] [--seed 1] > sample.jsonl
  dyads.py score VERDICTS.tsv SENTENCES DYADS

CLAIMS.jsonl is what `tensiometer claims --format jsonl` says of ARTICLES. A dyad is one (article, sentence, source
country, target country, event type, factuality) with two different countries, whether or not it counts in the index.
An act that parties do to each other is one dyad of each two. `draw` prints how many dyads there are to standard error, and each drawn one with its sentence: for reading only, as
the sentences are not ours to publish. VERDICTS.tsv keeps of each what is: article, start of the sentence, source,
target, event, factuality, verdict (right, or the class of the error).
"""
import argparse
import collections
import csv
import gzip
import json
import random
import sys


def countries(mentions):
    return sorted({m['country'] for m in mentions or [] if m.get('country')})


def drawn(claims, articles, n, seed):
    dyads = {}
    for line in open(claims, encoding='utf-8'):
        c = json.loads(line)
        if not c.get('event'):
            continue
        mutual = countries(c['source']) == countries(c['target'])
        for a in countries(c['source']):
            for b in countries(c['target']):
                if a < b or a != b and not mutual:
                    key = (c['article'], c['sentence']['start'], a, b, c['event'], c['factuality'])
                    dyads.setdefault(key, c)
    opened = gzip.open if articles.endswith('.gz') else open
    texts = {}
    for line in opened(articles, 'rt', encoding='utf-8'):
        a = json.loads(line)
        texts[a['id']] = a
    print(f'{len(dyads)} dyads in {len({k[:2] for k in dyads})} sentences', file=sys.stderr)
    for key in random.Random(seed).sample(sorted(dyads), min(n, len(dyads))):
        c = dyads[key]
        article = texts[c['article']]
        body = article.get('body') or article.get('text')
        at = c['sentence']
        before = body[max(0, at['start'] - 250):at['start']]
        words = lambda ms: [m['text'] + '=' + (m.get('country') or '?') for m in ms or []]
        yield {
            'article': key[0], 'start': key[1], 'published': article.get('published'), 'source': key[2],
            'target': key[3], 'event': key[4], 'factuality': key[5], 'historical': c['historical'],
            'mode': c.get('mode'), 'rule': c['rule'], 'confidence': c['confidence'], 'reason': c['reason'],
            'source_words': words(c['source']), 'target_words': words(c['target']),
            'predicate': c['predicate']['text'], 'speaker': (c.get('speaker') or {}).get('text'),
            'sentence': body[at['start']:at['end']], 'before': before,
        }


def score(verdicts, sentences, dyads):
    rows = list(csv.DictReader((l for l in open(verdicts, encoding='utf-8') if not l.startswith('#')), delimiter='\t'))
    counts = collections.Counter(r['verdict'] for r in rows)
    right = counts['right'] / len(rows)
    print(f"{counts['right']} of {len(rows)} right: precision {right:.3f}")
    print(f'{100 * dyads / sentences:.1f} dyads in 100 sentences, {100 * dyads / sentences * right:.1f} of them right')
    for verdict, count in counts.most_common():
        print(f'{count:5} {verdict}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest='command', required=True)
    draw = commands.add_parser('draw')
    draw.add_argument('claims')
    draw.add_argument('articles')
    draw.add_argument('--n', type=int, default=150)
    draw.add_argument('--seed', type=int, default=1)
    count = commands.add_parser('score')
    count.add_argument('verdicts')
    count.add_argument('sentences', type=int)
    count.add_argument('dyads', type=int)
    args = parser.parse_args()
    if args.command == 'draw':
        for row in drawn(args.claims, args.articles, args.n, args.seed):
            print(json.dumps(row, ensure_ascii=False))
    else:
        score(args.verdicts, args.sentences, args.dyads)


main()
