package org.rapport.bot.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.rapport.bot.http.Assets.Asset;

/** Serves the assets that pages named, to be kept by the browser for ever. */
final class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Assets assets;

  AssetServlet(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Asset> asset = assets.at(request.getRequestURI());
    if (asset.isPresent()) {
      send(asset.get(), acceptsGzip(request), response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void send(Asset asset, boolean gzipped, HttpServletResponse response)
      throws IOException {
    response.setContentType(asset.type());
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("Vary", "Accept-Encoding");
    if (gzipped) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] body = gzipped ? asset.gzipped() : asset.content();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean acceptsGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }
}
