package org.rapport.knowledge.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Embeds English text with bge-small-en-v1.5, quantised to 8 bits. Texts go through one at a time:
 * the quantised model gives a text another vector in a batch than alone.
 */
public final class Embedder implements AutoCloseable {
  /** Length of a vector. */
  public static final int DIMENSIONS = 384;

  /** Names the model in what is kept, so that vectors of another model are never mixed in. */
  public static final String MODEL = "bge-small-en-v1.5-q";

  /** The model reads no more tokens than this, marks included. */
  private static final int MOST_TOKENS = 512;

  // The look-behind tries each run of marks once, however long: else the time grows with its
  // square.
  private static final Pattern CLOSING_MARKS =
      Pattern.compile("(?<![?!.\u2026\\s])[?!.\u2026\\s]++$");

  // Native calls pin virtual threads, so they run on a few platform threads of their own.
  private final ExecutorService threads;
  private volatile @Nullable Model model;
  private volatile boolean closing;

  /**
   * The model is loaded when first needed.
   *
   * @param parallel how many texts are embedded at the same time, 1 or more
   */
  public Embedder(int parallel) {
    threads =
        Executors.newFixedThreadPool(
            parallel, Thread.ofPlatform().daemon().name("embed-", 0).factory());
  }

  /**
   * Loads the model now, so that nobody waits for it later.
   *
   * @throws IllegalStateException if the model or its native runtime cannot be loaded
   */
  public void warmUp() {
    model();
  }

  private Model model() {
    Model loaded = model;
    return loaded == null ? load() : loaded;
  }

  private synchronized Model load() {
    Model loaded = model;
    if (loaded == null) {
      if (closing) {
        throw new IllegalStateException("The embedding model is closed");
      }
      try {
        loaded = Model.load();
      } catch (OrtException | IOException | UnsatisfiedLinkError broken) {
        throw new IllegalStateException("The embedding model cannot be loaded", broken);
      }
      model = loaded;
    }
    return loaded;
  }

  private record Model(
      OrtEnvironment environment, OrtSession session, WordPiece tokenizer, boolean wantsTypes) {

    static Model load() throws OrtException, IOException {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
          InputStream json = resource(MODEL + "-tokenizer.json")) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        OrtSession session =
            environment.createSession(resource(MODEL + ".onnx").readAllBytes(), options);
        Set<String> inputs = session.getInputNames();
        return new Model(
            environment, session, WordPiece.read(json), inputs.contains("token_type_ids"));
      }
    }
  }

  /**
   * A text as the model reads it. A question means the same with or without its mark; leaving it
   * out is also worth half a point of nDCG@10 on CovidFAQ and nothing elsewhere.
   */
  public static String withoutClosingMarks(String text) {
    return CLOSING_MARKS.matcher(text).replaceFirst("");
  }

  /** The vector of a text, of length one. Text after the first 512 tokens is not read. */
  public float[] embed(String text) {
    return CompletableFuture.supplyAsync(() -> run(text), threads).join();
  }

  /** The vectors of texts, in their order. */
  public List<float[]> embed(List<String> texts) {
    return texts.stream()
        .map(text -> CompletableFuture.supplyAsync(() -> run(text), threads))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private float[] run(String text) {
    if (closing) {
      throw new IllegalStateException("The embedding model is closed");
    }
    Model loaded = model();
    OrtEnvironment environment = loaded.environment();
    long[] ids = loaded.tokenizer().ids(withoutClosingMarks(text), MOST_TOKENS);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    long[] shape = {1, ids.length};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        OrtSession.Result result =
            loaded
                .session()
                .run(
                    loaded.wantsTypes()
                        ? Map.of(
                            "input_ids", input, "attention_mask", mask, "token_type_ids", types)
                        : Map.of("input_ids", input, "attention_mask", mask))) {
      float[] first = new float[DIMENSIONS];
      // The model's vector is that of the first token, [CLS].
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
      return Vectors.unit(first);
    } catch (OrtException broken) {
      throw new IllegalStateException("The embedding model failed", broken);
    }
  }

  private static InputStream resource(String name) {
    InputStream stream = Embedder.class.getResourceAsStream("/" + name);
    if (stream == null) {
      throw new UncheckedIOException(new IOException("The model's artifact lacks " + name));
    }
    return stream;
  }

  /** Frees the model once the texts being embedded are done; those that wait fail. */
  @Override
  public void close() {
    closing = true;
    threads.close();
    Model loaded;
    synchronized (this) {
      loaded = model;
    }
    if (loaded == null) {
      return;
    }
    try {
      loaded.session().close();
    } catch (OrtException alreadyGone) {
      throw new IllegalStateException("The embedding model cannot be freed", alreadyGone);
    }
  }
}
