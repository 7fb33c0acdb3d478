package org.tensiometer.claims.attribution;

/**
 * Words between quotation marks.
 *
 * @param begin offset of the opening mark in the text, UTF-16 units
 * @param end offset after the closing mark, or of the end of the paragraph without one
 * @param closed whether there is a closing mark
 */
public record Quotation(int begin, int end, boolean closed) {

  boolean holds(int from, int to) {
    return begin <= from && to <= end;
  }
}
