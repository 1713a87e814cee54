package org.rapport.bot.channel.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Microsoft's log-in service: its keys, the tokens it signs, and the tokens it gives to the bot.
 */
public final class FakeLogin implements AutoCloseable {
  static final String ISSUER = "https://api.botframework.com";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final KeyPair ENDORSED = newKeys();
  private static final KeyPair UNENDORSED = newKeys();
  private static final KeyPair ELSEWHERE = newKeys();
  private final FakeServer server = new FakeServer(this::handle);

  /** Path and form of every token that was asked for. */
  final List<String> tokenRequests = new CopyOnWriteArrayList<>();

  private volatile boolean away;

  public URI metadata() {
    return URI.create(server.url() + "/v1/.well-known/openidconfiguration");
  }

  public URI url() {
    return URI.create(server.url());
  }

  void goAway() {
    away = true;
  }

  RSAPublicKey publicKey() {
    return (RSAPublicKey) ENDORSED.getPublic();
  }

  /** A token as the Bot Framework makes it, to be changed by a test before it is signed. */
  public static JWTCreator.Builder token(String audience, String serviceUrl) {
    Instant now = Instant.now();
    return JWT.create()
        .withKeyId("endorsed")
        .withIssuer(ISSUER)
        .withAudience(audience)
        .withClaim("serviceurl", serviceUrl)
        .withNotBefore(now.minusSeconds(60))
        .withExpiresAt(now.plusSeconds(3600));
  }

  public String sign(JWTCreator.Builder token) {
    return token.sign(Algorithm.RSA256(null, (RSAPrivateKey) ENDORSED.getPrivate()));
  }

  String signUnendorsed(JWTCreator.Builder token) {
    return token
        .withKeyId("unendorsed")
        .sign(Algorithm.RSA256(null, (RSAPrivateKey) UNENDORSED.getPrivate()));
  }

  String signElsewhere(JWTCreator.Builder token) {
    return token.sign(Algorithm.RSA256(null, (RSAPrivateKey) ELSEWHERE.getPrivate()));
  }

  String signWith512(JWTCreator.Builder token) {
    return token.sign(Algorithm.RSA512(null, (RSAPrivateKey) ENDORSED.getPrivate()));
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (away) {
      FakeServer.answer(exchange, 503, JSON.objectNode());
    } else if (path.endsWith("openidconfiguration")) {
      FakeServer.answer(
          exchange, 200, JSON.objectNode().put("jwks_uri", server.url() + "/v1/keys"));
    } else if (path.endsWith("/keys")) {
      FakeServer.answer(exchange, 200, keys());
    } else if (path.endsWith("/discovery/instance")) {
      FakeServer.answer(exchange, 200, discovery());
    } else {
      tokenRequests.add(path + " " + form);
      FakeServer.answer(
          exchange,
          200,
          JSON.objectNode()
              .put("token_type", "Bearer")
              .put("expires_in", 3600)
              .put("access_token", "token-for-teams"));
    }
  }

  private ObjectNode keys() {
    ObjectNode keys = JSON.objectNode();
    ArrayNode list = keys.putArray("keys");
    list.add(key("endorsed", ENDORSED).set("endorsements", JSON.arrayNode().add("msteams")));
    list.add(key("unendorsed", UNENDORSED));
    return keys;
  }

  private static ObjectNode key(String id, KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return JSON.objectNode()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("kid", id)
        .put("n", base64(key.getModulus()))
        .put("e", base64(key.getPublicExponent()));
  }

  private ObjectNode discovery() {
    ObjectNode found = JSON.objectNode().put("tenant_discovery_endpoint", server.url() + "/tenant");
    ObjectNode metadata = found.putArray("metadata").addObject();
    metadata.put("preferred_network", "login.microsoftonline.com");
    metadata.put("preferred_cache", "login.windows.net");
    metadata.putArray("aliases").add("login.microsoftonline.com").add("login.windows.net");
    return found;
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
