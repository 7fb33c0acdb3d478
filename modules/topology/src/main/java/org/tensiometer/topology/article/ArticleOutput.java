package org.tensiometer.topology.article;

import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.PairClaim;

/** What the article stage says; the record's key is the key in the topic it is meant for. */
public sealed interface ArticleOutput {

  /**
   * What became of a claim; key: claim id.
   *
   * @param claim null, a tombstone, when the claim was erased
   */
  record Coded(CodedClaim claim) implements ArticleOutput {}

  /**
   * A claim that came too late to count; key: claim id.
   *
   * @param claim null, a tombstone, when it was taken back or erased
   */
  record Late(CodedClaim claim) implements ArticleOutput {}

  /** What a claim adds to a country pair, or takes back; key: pair. */
  record Contribution(PairClaim claim) implements ArticleOutput {}
}
