package org.rapport.knowledge.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** The content that comes with Rapport, from its jar or from the build's folder. */
public final class ShippedContent {
  private ShippedContent() {}

  /** Reads it. */
  public static Content read() {
    return from(ContentReader::read);
  }

  /** Reads something else from its folder, which is closed afterwards. */
  public static <T> T from(Function<Path, T> reader) {
    URL readme = ShippedContent.class.getResource("/content/README.md");
    if (readme == null) {
      throw new IllegalStateException("The shipped content is missing");
    }
    try {
      URI uri = readme.toURI();
      if (!uri.getScheme().equals("jar")) {
        return reader.apply(Path.of(uri).resolveSibling("."));
      }
      URI jar = URI.create(uri.toString().substring(0, uri.toString().indexOf("!/")));
      try (FileSystem files =
          FileSystems.newFileSystem(Path.of(URI.create(jar.getSchemeSpecificPart())), Map.of())) {
        return reader.apply(files.getPath("/content"));
      }
    } catch (URISyntaxException | IOException broken) {
      throw new UncheckedIOException(new IOException("The shipped content cannot be read", broken));
    }
  }
}
