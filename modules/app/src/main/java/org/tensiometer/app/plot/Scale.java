package org.tensiometer.app.plot;

import java.util.Locale;

/**
 * Where values stand on a line of pixels.
 *
 * @param from value at {@code pixelFrom}
 * @param to value at {@code pixelTo}, greater than {@code from}
 */
record Scale(double from, double to, double pixelFrom, double pixelTo) {

  /** Pixels with one decimal, as SVG has them. */
  String at(double value) {
    double pixel = pixelFrom + (value - from) / (to - from) * (pixelTo - pixelFrom);
    return String.format(Locale.ROOT, "%.1f", pixel);
  }
}
