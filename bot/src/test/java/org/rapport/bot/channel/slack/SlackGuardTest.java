package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.bot.channel.slack.SlackWorkspace.answerIn;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackGuardTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @TempDir Path data;

  private SlackWorkspace workspace;

  @BeforeEach
  void open() {
    workspace = SlackWorkspace.where(data, openly());
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  @Test
  void theServletAnswersNothingThatDidNotPassTheGuard() {
    URI unguarded = workspace.address().resolve("/unguarded");
    refused(401, workspace.signed(FORM, workspace.commandForm("hello")).uri(unguarded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void aBlankSecretIsRefusedAtTheStart(String secret) {
    assertThatThrownBy(() -> new SlackGuard(secret, InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnsignedRequestIsRefused() {
    refused(401, workspace.request(FORM, workspace.commandForm("hello").getBytes(UTF_8)));
  }

  @Test
  void aWrongSignatureIsRefused() {
    String now = now(0);
    refused(401, signed(new RequestSignature("another secret", InstantSource.system()), now));
  }

  @Test
  void theKeyThatBoltFallsBackToIsRefused() {
    refused(401, signed(new RequestSignature("---", InstantSource.system()), now(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0=", "v0=zz", "v1=00", "nonsense", "v0=é"})
  void aGarbageSignatureIsRefused(String signature) {
    refused(401, commandWith(now(0), signature));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-5", "99999999999999999999", "1e9", "0x10", " "})
  void aGarbageTimeStampIsRefused(String timestamp) {
    refused(401, signed(signature(), timestamp));
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, -86_400, 400, 86_400})
  void aStaleOrFutureTimeStampIsRefused(long seconds) {
    refused(401, signed(signature(), now(seconds)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-200, 200})
  void aTimeStampWithinFiveMinutesIsTaken(long seconds) {
    answerIn(workspace.send(signed(signature(), now(seconds))));
  }

  @Test
  void theWindowIsFiveMinutesByTheClockGiven() {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_000_000));
    RequestSignature signature = new RequestSignature(SlackWorkspace.SECRET, clock);
    assertThat(signature.isRecent("999700")).isTrue();
    assertThat(signature.isRecent("1000300")).isTrue();
    assertThat(signature.isRecent("999699")).isFalse();
    assertThat(signature.isRecent("1000301")).isFalse();
  }

  @Test
  void theSignatureIsTheOneThatSlackDocuments() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    assertThat(signature().of("1531420618", body.getBytes(UTF_8)))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "true",
        "\"event_callback\"",
        "{",
        "{}",
        "{type:event_callback}",
        "{\"type\":null}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"team_id\":\"T\",\"event_id\":\"E\",\"event\":null}",
        "{\"type\":\"event_callback\",\"team_id\":\"T\",\"event_id\":\"E\",\"event\":{}}",
        "{\"type\":\"event_callback\",\"team_id\":\"T\",\"event\":{\"type\":\"x\"}}",
        "{\"type\":\"something\",\"team_id\":\"T\",\"event\":{\"type\":\"x\"}}",
        "{\"type\":\"url_verification\"}",
        "{\"type\":\"url_verification\",\"challenge\":\"a\"} trailing",
        "command=%2Fcoach&team_id=T&user_id=U"
      })
  void signedJsonOfTheWrongShapeIsRefused(String body) {
    refused(400, workspace.signed(JSON, body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&&&",
        "=",
        "nothing",
        "command=%2Fcoach",
        "command=%ZZ&team_id=T&user_id=U",
        "payload=",
        "payload=null",
        "payload=%7B",
        "payload=%7B%22type%22%3A%22shortcut%22%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "{\"type\":\"event_callback\",\"team_id\":\"T\",\"event\":{\"type\":\"app_mention\"}}"
      })
  void aSignedFormOfTheWrongShapeIsRefused(String body) {
    refused(400, workspace.signed(FORM, body));
  }

  @Test
  void deeplyNestedJsonIsRefused() {
    refused(400, workspace.signed(JSON, "{\"a\":".repeat(50_000)));
  }

  @Test
  void aBodyThatIsNotTextIsRefused() {
    byte[] body = {'{', (byte) 0xff, (byte) 0xfe, '}'};
    String now = now(0);
    refused(
        400,
        workspace
            .request(JSON, body)
            .header(RequestSignature.TIMESTAMP_HEADER, now)
            .header(RequestSignature.SIGNATURE_HEADER, signature().of(now, body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/jsonp"})
  void anotherContentTypeIsRefused(String type) {
    refused(400, workspace.signed(type, "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "GET", "OPTIONS", "TRACE"})
  void anotherMethodIsRefused(String method) {
    HttpResponse<String> response =
        workspace.send(
            HttpRequest.newBuilder(workspace.address())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void aDeclaredSizeOverOneMegabyteIsRefusedBeforeItIsSent() throws IOException {
    assertThat(statusOf("Content-Length: 1000001\r\n\r\n")).contains(" 413 ");
  }

  @Test
  void aBodyThatGrowsOverOneMegabyteIsRefusedBeforeItEnds() throws IOException {
    String chunk = "f4241\r\n" + "a".repeat(0xf4241) + "\r\n";
    assertThat(statusOf("Transfer-Encoding: chunked\r\n\r\n" + chunk)).contains(" 413 ");
  }

  @Test
  void aBodyWithLineBreaksKeepsItsSignature() {
    String payload = SlackWorkspace.payload("url_verification", it -> {}).toString();
    String spread = payload.replace(",", ",\r\n").replace("{", "{\r\n") + "\r\n";
    HttpResponse<String> response = workspace.send(workspace.signed(JSON, spread));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("3eZbrw1aBm2rZgRNFdxV2595E9");
  }

  @Test
  void aFormWithLineBreaksInItsFieldsKeepsThem() {
    answerIn(workspace.command("first line\r\nsecond line"));
    assertThat(workspace.questions()).containsExactly("first line\r\nsecond line");
  }

  @Test
  void theContentTypeMayNameItsCharacters() {
    String form = workspace.commandForm("how do I start?");
    answerIn(workspace.send(workspace.signed(FORM + "; charset=UTF-8", form)));
  }

  @Test
  void slacksCheckOfTheCertificateIsAnsweredUnsigned() {
    HttpRequest.Builder post = workspace.request(FORM, "ssl_check=1&token=x".getBytes(UTF_8));
    HttpRequest.Builder get =
        HttpRequest.newBuilder(URI.create(workspace.address() + "?ssl_check=1")).GET();
    assertThat(workspace.send(post).statusCode()).isEqualTo(200);
    assertThat(workspace.send(get).statusCode()).isEqualTo(200);
  }

  @Test
  void aCommandCannotPassAsACheckOfTheCertificate() {
    String form = workspace.commandForm("hello") + "&ssl_check=1";
    refused(401, workspace.request(FORM, form.getBytes(UTF_8)));
  }

  @Test
  void aSignedRequestThatBoltCannotReadIsRefused() {
    String payload =
        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T\"},\"user\":{\"id\":\"U\"},\"trigger_id\":\"1\","
            + "\"actions\":\"none\"}";
    refused(400, workspace.signed(FORM, "payload=" + URLEncoder.encode(payload, UTF_8)));
  }

  private void refused(int status, HttpRequest.Builder request) {
    HttpResponse<String> response = workspace.send(request);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEmpty();
    assertThat(workspace.asked).isEmpty();
  }

  private HttpRequest.Builder signed(RequestSignature signature, String timestamp) {
    byte[] body = workspace.commandForm("hello").getBytes(UTF_8);
    return commandWith(timestamp, signature.of(timestamp, body));
  }

  private HttpRequest.Builder commandWith(String timestamp, String signature) {
    return workspace
        .request(FORM, workspace.commandForm("hello").getBytes(UTF_8))
        .header(RequestSignature.TIMESTAMP_HEADER, timestamp)
        .header(RequestSignature.SIGNATURE_HEADER, signature);
  }

  /** The first line of the response to a request that stops after this. */
  private String statusOf(String headersAndBody) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", workspace.address().getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      String start = "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM + "\r\n";
      out.write((start + headersAndBody).getBytes(US_ASCII));
      out.flush();
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }

  private static RequestSignature signature() {
    return new RequestSignature(SlackWorkspace.SECRET, InstantSource.system());
  }

  private static String now(long plusSeconds) {
    return String.valueOf(InstantSource.system().instant().getEpochSecond() + plusSeconds);
  }
}
