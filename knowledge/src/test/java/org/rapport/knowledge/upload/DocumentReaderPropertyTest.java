package org.rapport.knowledge.upload;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever bytes come in, the outcome is sections or a refusal: no exception of ours, no hang. */
class DocumentReaderPropertyTest {
  private static final List<Trial.UploadedBytes> GOOD = Trial.goodFiles();

  @Provide
  Arbitrary<Trial.UploadedBytes> good() {
    return Arbitraries.of(GOOD);
  }

  @Property(seed = "1", tries = 200)
  void randomBytes(@ForAll("good") Trial.UploadedBytes good, @ForAll byte[] bytes) {
    Trial.of(good.name(), bytes);
  }

  @Property(seed = "1", tries = 200)
  void goodBeginningsOfRandomBytes(
      @ForAll("good") Trial.UploadedBytes good,
      @ForAll @IntRange(max = 200) int length,
      @ForAll byte[] bytes) {
    byte[] begun = Arrays.copyOf(good.bytes(), length + bytes.length);
    System.arraycopy(bytes, 0, begun, length, bytes.length);

    Trial.of(good.name(), begun);
  }

  @Property(seed = "1", tries = 200)
  void truncatedFiles(
      @ForAll("good") Trial.UploadedBytes good, @ForAll @IntRange(max = 999) int at) {
    Trial.of(good.name(), Arrays.copyOf(good.bytes(), good.bytes().length * at / 1_000));
  }

  @Property(seed = "1", tries = 400)
  void filesWithFlippedBits(
      @ForAll("good") Trial.UploadedBytes good,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int flips) {
    Trial.of(good.name(), flipped(good.bytes(), seed, flips));
  }

  @Property(seed = "1", tries = 300)
  void partsOfAWordFileWithFlippedBits(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int flips) {
    Zip zip = Zip.of(GOOD.get(1).bytes());
    List<String> parts = List.of("word/document.xml", "word/styles.xml", "[Content_Types].xml");
    String part = parts.get(Math.floorMod(seed, parts.size()));

    Trial.of("a.docx", zip.with(part, flipped(zip.bytes(part), seed, flips)).pack());
  }

  @Property(seed = "1", tries = 300)
  void splicedFiles(
      @ForAll("good") Trial.UploadedBytes first,
      @ForAll("good") Trial.UploadedBytes second,
      @ForAll @IntRange(max = 1_000) int end,
      @ForAll @IntRange(max = 1_000) int start) {
    byte[] head = Arrays.copyOf(first.bytes(), first.bytes().length * end / 1_000);
    byte[] tail =
        Arrays.copyOfRange(
            second.bytes(), second.bytes().length * start / 1_000, second.bytes().length);
    byte[] spliced = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, spliced, head.length, tail.length);

    Trial.of(first.name(), spliced);
  }

  private static byte[] flipped(byte[] bytes, long seed, int flips) {
    byte[] flipped = bytes.clone();
    Random random = new Random(seed);
    for (int i = 0; i < flips; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }
}
