/**
 * NLP4J's models in a form of our own: the Java-serialised models are converted once into a pack, a
 * binary file of tables that is read in a second. Decoding over the pack gives the output of
 * NLP4J's own decoder (docs/decisions/0003-language-engine.md lists the differences).
 */
package org.tensiometer.claims.language.nlp4j.model;
