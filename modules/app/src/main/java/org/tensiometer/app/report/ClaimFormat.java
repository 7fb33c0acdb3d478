package org.tensiometer.app.report;

import java.io.PrintWriter;
import java.util.List;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.CodedClaim;

/** How the claims of an article are printed. */
public interface ClaimFormat {

  void print(Article article, List<CodedClaim> claims, PrintWriter out);
}
