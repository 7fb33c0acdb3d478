/**
 * NLP4J 1.1.3 (Emory University, Apache-2.0) behind the neutral interface: tokens with exact
 * offsets, Penn tags, lemmas, OntoNotes entities and ClearNLP dependencies turned into Universal
 * Dependencies.
 */
package org.tensiometer.claims.language.nlp4j;
