package org.rapport.bot.channel.teams;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.JwkException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.connector.authentication.OpenIdMetadata;
import com.microsoft.bot.connector.authentication.OpenIdMetadataKey;
import java.io.IOException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign what comes from Teams. They are fetched on the asking thread, with time
 * limits, and the last good ones are kept while the log-in service is away; the SDK's own cache
 * forgets its keys before it asks for new ones.
 */
final class SigningKeys implements OpenIdMetadata {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final Duration GOOD_FOR = Duration.ofHours(24);

  /** So that made-up key ids cannot make us ask all the time. */
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

  private static final Duration BETWEEN_FIRST_TRIES = Duration.ofSeconds(5);

  private final URI metadata;
  private final TeamsHttp http;
  private final InstantSource clock;

  private volatile Map<String, OpenIdMetadataKey> keys = Map.of();
  private volatile Instant fetched = Instant.MIN;
  private Instant tried = Instant.MIN;

  SigningKeys(URI metadata, TeamsHttp http, InstantSource clock) {
    this.metadata = metadata;
    this.http = http;
    this.clock = clock;
  }

  /** Fetches the keys if this one is unknown or they are old. */
  void prepare(String keyId) {
    if (needed(keyId)) {
      synchronized (this) {
        if (needed(keyId) && mayTry()) {
          tried = clock.instant();
          refresh();
        }
      }
    }
  }

  /** The key, as last fetched; null if unknown, which is what the SDK expects. */
  @Override
  public @Nullable OpenIdMetadataKey getKey(String keyId) {
    return keys.get(keyId);
  }

  private boolean needed(String keyId) {
    return !keys.containsKey(keyId) || older(fetched, GOOD_FOR);
  }

  private boolean mayTry() {
    return older(tried, keys.isEmpty() ? BETWEEN_FIRST_TRIES : BETWEEN_TRIES);
  }

  private boolean older(Instant then, Duration age) {
    return then.equals(Instant.MIN) || !clock.instant().isBefore(then.plus(age));
  }

  private void refresh() {
    try {
      URI address = URI.create(http.getJson(metadata).path("jwks_uri").asText());
      if (!Loopback.safe(address)) {
        throw new IOException("jwks_uri is not https");
      }
      Map<String, OpenIdMetadataKey> fresh = read(http.getJson(address).path("keys"));
      if (fresh.isEmpty()) {
        throw new IOException("no usable keys");
      }
      keys = fresh;
      fetched = clock.instant();
    } catch (IOException | IllegalArgumentException away) {
      LOG.warn(
          "Could not fetch the keys of the Bot Framework, keeping the last {}: {}",
          keys.size(),
          away.getClass().getSimpleName());
    }
  }

  private static Map<String, OpenIdMetadataKey> read(JsonNode list) {
    Map<String, OpenIdMetadataKey> read = new HashMap<>();
    for (JsonNode item : list) {
      try {
        Map<String, Object> values =
            TeamsJson.MAPPER.convertValue(item, new TypeReference<Map<String, Object>>() {});
        Jwk jwk = Jwk.fromValues(values);
        if (jwk.getId() != null && jwk.getPublicKey() instanceof RSAPublicKey rsa) {
          read.put(jwk.getId(), key(jwk, rsa, item.path("endorsements")));
        }
      } catch (JwkException | IllegalArgumentException notForUs) {
        LOG.debug("Passed over a key that could not be read");
      }
    }
    return Map.copyOf(read);
  }

  /** A key that names no endorsements gets none: with null the SDK would not check them at all. */
  private static OpenIdMetadataKey key(Jwk jwk, RSAPublicKey rsa, JsonNode endorsements) {
    OpenIdMetadataKey key = new OpenIdMetadataKey();
    key.key = rsa;
    key.certificateChain = jwk.getCertificateChain();
    key.endorsements =
        endorsements.isArray()
            ? TeamsJson.MAPPER.convertValue(endorsements, new TypeReference<List<String>>() {})
            : List.of();
    return key;
  }
}
