package org.rapport.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private final Assets assets = new Assets();
  private final TestServer server = TestServer.with(new Pages(assets), List.of(assets.route()));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aBrowserMayKeepAnAssetForEver() throws Exception {
    HttpResponse<String> response = server.get(assets.address("rapport.css"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
    assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
  }

  @Test
  void anAssetIsSentCompressedToWhoAccepts() throws Exception {
    String address = assets.address("vendor/adaptivecards-3.0.6/adaptivecards.min.js");

    HttpResponse<String> response = server.get(address, "Accept-Encoding", "gzip, br");

    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(response.headers().firstValueAsLong("Content-Length").orElse(0))
        .isBetween(1L, 90_000L);
    assertThat(server.get(address).headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void nothingElseOfTheClassPathIsServed() throws Exception {
    String folder = assets.address("try.js").replace("/try.js", "");
    for (String path :
        List.of(
            "/assets/try.js",
            "/assets/0000000000000000/try.js",
            folder + "/vendor/adaptivecards-3.0.6/LICENSE",
            folder + "/",
            folder + "/..%2f..%2flogback.xml",
            folder + "/../../logback.xml")) {
      assertThat(server.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }
}
