package org.tensiometer.coding.acts;

import org.tensiometer.contracts.Mention;

/**
 * What fills a role.
 *
 * @param mention its words
 * @param head index of its head among the tokens of the claim; -1 when it stands elsewhere
 */
public record Filler(Mention mention, int head) {

  public static Filler of(Mention mention) {
    return new Filler(mention, mention.getHead() == null ? -1 : mention.getHead());
  }
}
