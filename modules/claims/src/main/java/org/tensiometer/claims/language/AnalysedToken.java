package org.tensiometer.claims.language;

/**
 * A word with its place in the tree, in Universal Dependencies terms (universaldependencies.org,
 * version 2, English).
 *
 * @param index 0-based number in its sentence
 * @param begin offset of its first character in the text, UTF-16 units
 * @param end offset after its last character, UTF-16 units
 * @param form the word as published: {@code text.substring(begin, end)}
 * @param lemma dictionary form in lower case, proper nouns too
 * @param upos universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, PRON, DET, ADP, NUM,
 *     CCONJ, SCONJ, PART, INTJ, PUNCT, SYM, X
 * @param xpos Penn Treebank tag, for instance VBD
 * @param entity OntoNotes entity type in BILOU form, for instance B-GPE; null outside names
 * @param head index of the head; -1 for a root, of which a sentence may have several
 * @param relation UD relation to the head, with subtype: nsubj, nsubj:pass, obj, iobj, obl,
 *     obl:agent, nmod, nmod:poss, case, mark, aux, aux:pass, cop, amod, compound, appos, conj, cc,
 *     ccomp, xcomp, advcl, acl, acl:relcl, advmod, det, nummod, parataxis, punct, root ...
 */
public record AnalysedToken(
    int index,
    int begin,
    int end,
    String form,
    String lemma,
    String upos,
    String xpos,
    String entity,
    int head,
    String relation) {}
