package org.tensiometer.ingest.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of the article on a web page: the paragraphs of the smallest part of the page that holds
 * most of its prose. What serves the page and not the article (navigation, scripts, captions,
 * teasers, comments) is dropped first.
 */
final class MainContent {

  private static final String FURNITURE =
      "script, style, noscript, template, nav, footer, aside, form, button, select, textarea, iframe,"
          + " object, svg, canvas, audio, video, picture, figure, figcaption, dialog, menu, [hidden],"
          + " [aria-hidden=true], [role=navigation], [role=complementary], [role=contentinfo],"
          + " [role=search], [role=dialog], [style~=display:\\s*none]";

  /** Names that sites give to what surrounds an article, as a word of a class or an id. */
  private static final Pattern SURROUNDINGS =
      Pattern.compile(
          "(^|[\\s_-])(nav\\w*|menu|breadcrumbs?|share|sharing|social|related|recommend\\w*|promo\\w*"
              + "|newsletter|subscri\\w+|paywall|comments?|cookies?|consent|captions?|credits?"
              + "|adverts?|advertisement|ads?|sponsor\\w*|sidebar|footer|toolbar|tags|teasers?"
              + "|trending|popular|most-read|read-more|author-bio|copyright|disclaimer)($|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  /** A part with more than this share of the prose is the article, whatever it is called. */
  private static final double ARTICLE_ITSELF = 0.4;

  private static final double MOST = 0.75;
  private static final double MANY_LINKS = 0.5;
  private static final int PROSE = 40;

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?\u2026\u3002\u061f\u0964][\"'\u201d\u2019)\u00bb\\]]*$");

  private MainContent() {}

  /** The paragraphs, with a blank line between; empty if there is no prose. */
  static String text(Document page) {
    page.select(FURNITURE).remove();
    dropSurroundings(page);
    List<Paragraph> paragraphs = PageText.paragraphs(page.body());
    Element part = part(page, paragraphs);
    return paragraphs.stream()
        .filter(MainContent::isPartOfProse)
        .filter(paragraph -> isWithin(paragraph.block(), part))
        .map(Paragraph::text)
        .collect(Collectors.joining("\n\n"));
  }

  private static void dropSurroundings(Document page) {
    double whole = prose(PageText.paragraphs(page.body()));
    List<Element> dropped = new ArrayList<>();
    for (Element element : page.body().getAllElements()) {
      if (element != page.body()
          && SURROUNDINGS.matcher(element.className() + ' ' + element.id()).find()
          && prose(PageText.paragraphs(element)) <= ARTICLE_ITSELF * whole) {
        dropped.add(element);
      }
    }
    dropped.forEach(Element::remove);
  }

  /** The deepest element that holds most of the prose. */
  private static Element part(Document page, List<Paragraph> paragraphs) {
    Map<Element, Integer> held = new IdentityHashMap<>();
    for (Paragraph paragraph : paragraphs) {
      if (isProse(paragraph)) {
        for (Element e = paragraph.block(); e != null; e = e.parent()) {
          held.merge(e, paragraph.text().length(), Integer::sum);
        }
      }
    }
    double most = MOST * held.getOrDefault(page.body(), 0);
    Element part = page.body();
    for (boolean deeper = true; deeper; ) {
      deeper = false;
      for (Element child : part.children()) {
        if (held.getOrDefault(child, 0) >= most && most > 0) {
          part = child;
          deeper = true;
          break;
        }
      }
    }
    return part;
  }

  private static double prose(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .filter(MainContent::isProse)
        .mapToInt(paragraph -> paragraph.text().length())
        .sum();
  }

  private static boolean isProse(Paragraph paragraph) {
    return paragraph.text().length() >= PROSE && paragraph.linkShare() < MANY_LINKS;
  }

  /** Prose, or a short sentence amid it; a line without an end is page furniture. */
  private static boolean isPartOfProse(Paragraph paragraph) {
    return isProse(paragraph)
        || paragraph.linkShare() < MANY_LINKS && SENTENCE_END.matcher(paragraph.text()).find();
  }

  private static boolean isWithin(Element block, Element part) {
    for (Element e = block; e != null; e = e.parent()) {
      if (e == part) {
        return true;
      }
    }
    return false;
  }

  /**
   * A run of text between two breaks.
   *
   * @param block element that it stands in
   * @param linkShare share of its characters that are links, 0 to 1
   */
  record Paragraph(Element block, String text, double linkShare) {}
}
