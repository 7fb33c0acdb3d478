package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * NLP4J's own decoder over its own models, found on the class path: 45 s to load and 2 GB of heap.
 */
public final class StockDecoder implements SentenceDecoder {

  private static final String CONFIGURATION =
      "/edu/emory/mathcs/nlp/configuration/config-decode-en.xml";

  private final NLPComponent<NLPNode> lexica;
  private final NLPComponent<NLPNode> tagger;
  private final List<NLPComponent<NLPNode>> rest;

  public StockDecoder() {
    try (InputStream configuration = NLPDecoder.class.getResourceAsStream(CONFIGURATION)) {
      List<NLPComponent<NLPNode>> all = new NLPDecoder(configuration).getComponents();
      lexica = all.get(0);
      tagger = all.get(1);
      rest = List.copyOf(all.subList(2, all.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void tag(NLPNode[] nodes) {
    lexica.process(nodes);
    tagger.process(nodes);
  }

  @Override
  public void parse(NLPNode[] nodes) {
    for (NLPComponent<NLPNode> component : rest) {
      component.process(nodes);
    }
  }

  @Override
  public String version() {
    return "1.1.3";
  }
}
