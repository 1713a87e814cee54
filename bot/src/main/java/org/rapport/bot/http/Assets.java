package org.rapport.bot.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * The style sheets, scripts and pictures of the pages. Their addresses carry a hash of them all, so
 * that a browser may keep them for ever and still sees every change.
 */
public final class Assets {
  private static final String ROOT = "/assets/";

  private static final List<String> NAMES =
      List.of(
          "icon.svg",
          "rapport.css",
          "slack.js",
          "teams-host.js",
          "teams-markdown.js",
          "teams.js",
          "try.css",
          "try.js",
          "vendor/adaptivecards-3.0.6/adaptivecards.min.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, Asset> assets;
  private final String folder;

  public Assets() {
    Map<String, byte[]> contents =
        NAMES.stream()
            .collect(Collectors.toMap(name -> name, Assets::read, (a, b) -> b, TreeMap::new));
    this.folder = ROOT + hash(contents) + "/";
    this.assets =
        contents.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> folder + entry.getKey(),
                    entry -> new Asset(type(entry.getKey()), entry.getValue())));
  }

  /** The route that serves them. */
  public Route route() {
    return Route.get(ROOT + "*", Route.Reach.PUBLIC, new AssetServlet(this));
  }

  /** The address of an asset, for a page. */
  public String address(String name) {
    String address = folder + name;
    if (!assets.containsKey(address)) {
      throw new IllegalArgumentException("There is no asset " + name + " but " + NAMES);
    }
    return address;
  }

  /** The asset at an address. */
  Optional<Asset> at(String address) {
    return Optional.ofNullable(assets.get(address));
  }

  /** One file. */
  static final class Asset {
    private final String type;
    private final byte[] content;

    private Asset(String type, byte[] content) {
      this.type = type;
      this.content = content;
    }

    /** Its content type. */
    String type() {
      return type;
    }

    /** Its bytes. */
    byte[] content() {
      return content;
    }

    /** Its bytes, compressed. */
    byte[] gzipped() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(content);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot compress in memory", e);
      }
      return bytes.toByteArray();
    }
  }

  private static String type(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("No content type is known for " + name);
    }
    return type;
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no file web/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read web/" + name, e);
    }
  }

  private static String hash(Map<String, byte[]> contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
