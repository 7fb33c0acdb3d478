package org.tensiometer.claims.language.nlp4j.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * All models. The file is: magic word, format, source, then the parts in the order of this record,
 * then the CRC-32C of all before it.
 *
 * @param source {@code NAME VERSION FINGERPRINT} of the jar the models come from
 */
record ModelPack(
    String source, Lexica lexica, LinearModel tagger, LinearModel entities, LinearModel parser) {

  /** Counts up with every change of the file's layout or of what is put into it. */
  static final int FORMAT = 1;

  private static final int MAGIC = 0x4B504D54;

  /** Version of the models, for instance 1.1.3. */
  String version() {
    return source.split(" ")[1];
  }

  void write(OutputStream file) throws IOException {
    PackOutput out = new PackOutput(file);
    out.integer(MAGIC);
    out.integer(FORMAT);
    out.string(source);
    lexica.write(out);
    tagger.write(out);
    entities.write(out);
    parser.write(out);
    out.finish();
  }

  /**
   * @throws DamagedPackException when the file is no pack of this format, or damaged
   */
  static ModelPack read(Path file) throws IOException {
    PackInput in = PackInput.open(file);
    if (in.integer() != MAGIC) {
      throw new DamagedPackException("it is no model pack");
    }
    int format = in.integer();
    if (format != FORMAT) {
      throw new DamagedPackException("it has format " + format + ", not " + FORMAT);
    }
    return new ModelPack(
        in.string(),
        Lexica.read(in),
        LinearModel.read(in),
        LinearModel.read(in),
        LinearModel.read(in));
  }
}
