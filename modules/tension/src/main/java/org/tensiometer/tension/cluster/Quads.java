package org.tensiometer.tension.cluster;

import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.QuadTotals;

/** One integer for each quad class; a group under addition. */
public record Quads(
    long verbalCooperation, long materialCooperation, long verbalConflict, long materialConflict) {

  public static final Quads ZERO = new Quads(0, 0, 0, 0);

  public static Quads of(QuadClass quad, long value) {
    return switch (quad) {
      case VERBAL_COOPERATION -> new Quads(value, 0, 0, 0);
      case MATERIAL_COOPERATION -> new Quads(0, value, 0, 0);
      case VERBAL_CONFLICT -> new Quads(0, 0, value, 0);
      case MATERIAL_CONFLICT -> new Quads(0, 0, 0, value);
    };
  }

  static Quads of(QuadTotals totals) {
    return new Quads(
        totals.getVerbalCooperation(),
        totals.getMaterialCooperation(),
        totals.getVerbalConflict(),
        totals.getMaterialConflict());
  }

  public Quads plus(Quads other) {
    return new Quads(
        verbalCooperation + other.verbalCooperation,
        materialCooperation + other.materialCooperation,
        verbalConflict + other.verbalConflict,
        materialConflict + other.materialConflict);
  }

  public Quads minus(Quads other) {
    return plus(
        new Quads(
            -other.verbalCooperation,
            -other.materialCooperation,
            -other.verbalConflict,
            -other.materialConflict));
  }

  public long sum() {
    return verbalCooperation + materialCooperation + conflict();
  }

  public long conflict() {
    return verbalConflict + materialConflict;
  }

  public QuadTotals totals() {
    return new QuadTotals(verbalCooperation, materialCooperation, verbalConflict, materialConflict);
  }
}
