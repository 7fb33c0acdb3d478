package org.tensiometer.claims;

import java.util.List;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;

/**
 * Splits an article into claim events. Implementations are safe for use by many threads at once.
 */
public interface ClaimSplitter {

  /**
   * The claims of this revision of the article in text order, indexed from 0; a revision without
   * claims gives one event that says so.
   */
  List<ClaimEvent> split(Article article);
}
