package org.tensiometer.app.plot;

/** Text of an SVG document as it grows. */
final class Svg {

  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String title, String style) {
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
        <title>%s</title>
        <style>%s</style>
        <rect class="paper" width="%d" height="%d"/>
        """
            .formatted(width, height, escaped(title), escaped(title), style, width, height));
  }

  void line(String kind, Object x1, Object y1, Object x2, Object y2) {
    text.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(kind, x1, y1, x2, y2));
  }

  void rectangle(String kind, Object left, Object top, Object right, Object bottom) {
    text.append(
        "<path class=\"%s\" d=\"M%s %sH%sV%sH%sZ\"/>\n"
            .formatted(kind, left, top, right, bottom, left));
  }

  void path(String kind, CharSequence commands) {
    text.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(kind, commands));
  }

  void label(String kind, Object x, Object y, String words) {
    text.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n".formatted(kind, x, y, escaped(words)));
  }

  @Override
  public String toString() {
    return text + "</svg>\n";
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
