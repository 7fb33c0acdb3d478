package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;

/** A node that keeps the derived values which features ask for again and again. */
public final class WordNode extends NLPNode {

  private static final long serialVersionUID = 1L;

  private String shape;
  private String shapeLowercase;
  private String ambiguity;

  /**
   * @param id 1-based number in the sentence
   * @param form word form, not changed later
   */
  public WordNode(int id, String form) {
    setID(id);
    setWordForm(form);
  }

  @Override
  public String getWordShape() {
    if (shape == null) {
      shape = super.getWordShape();
    }
    return shape;
  }

  @Override
  public String getWordShapeLowercase() {
    if (shapeLowercase == null) {
      shapeLowercase = super.getWordShapeLowercase();
    }
    return shapeLowercase;
  }

  @Override
  public String getAmbiguityClasses() {
    if (ambiguity == null) {
      ambiguity = super.getAmbiguityClasses();
    }
    return ambiguity;
  }
}
