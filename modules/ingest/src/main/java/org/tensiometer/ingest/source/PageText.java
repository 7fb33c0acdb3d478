package org.tensiometer.ingest.source;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.tensiometer.ingest.source.MainContent.Paragraph;

/** Cuts the text of a part of a page into paragraphs: at blocks, and where two lines break. */
final class PageText implements NodeVisitor {

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Element block;
  private int linked;
  private int links;
  private boolean broken;

  private PageText(Element part) {
    block = part;
  }

  static List<Paragraph> paragraphs(Element part) {
    PageText visitor = new PageText(part);
    part.traverse(visitor);
    visitor.end();
    return visitor.paragraphs;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      if (element.normalName().equals("br")) {
        lineBreak();
      } else if (element.isBlock()) {
        end();
        block = element;
      } else if (element.normalName().equals("a")) {
        links++;
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (element.isBlock()) {
        end();
        block = element.parent() == null ? element : element.parent();
      } else if (element.normalName().equals("a")) {
        links--;
      }
    }
  }

  private void append(String words) {
    if (words.isBlank()) {
      text.append(' ');
      return;
    }
    broken = false;
    text.append(words);
    linked += links > 0 ? words.strip().length() : 0;
  }

  private void lineBreak() {
    if (broken) {
      end();
    } else {
      text.append(' ');
      broken = true;
    }
  }

  private void end() {
    String whole = text.toString().replaceAll("[\\s\u00a0]+", " ").strip();
    if (!whole.isEmpty()) {
      paragraphs.add(new Paragraph(block, whole, (double) linked / whole.length()));
    }
    text.setLength(0);
    linked = 0;
    broken = false;
  }
}
