package org.rapport.bot.channel.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ChannelValidation;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.JwtTokenExtractor;
import com.microsoft.bot.connector.authentication.TokenValidationParameters;
import com.microsoft.bot.schema.Activity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a request is from the Bot Framework and for this bot. What the SDK gets wrong is
 * refused before it: tokens of other issuers (it lets a foreign bot's through), tokens that never
 * expire, other algorithms. The SDK then checks signature, life time, certificate and endorsement.
 */
final class TokenGuard {
  private static final String ALGORITHM = "RS256";
  private static final String BEARER = "Bearer ";

  private final String appId;
  private final SigningKeys keys;
  private final JwtTokenExtractor extractor;

  TokenGuard(String appId, SigningKeys keys) {
    this.appId = appId;
    this.keys = keys;
    TokenValidationParameters parameters = ChannelValidation.getTokenValidationParameters();
    parameters.issuerSigningKeyResolver = address -> keys;
    this.extractor = new JwtTokenExtractor(parameters, "", List.of(ALGORITHM));
  }

  /** What was found about a request. */
  sealed interface Verdict {
    /** It is from the Bot Framework and for us. */
    record Trusted(ClaimsIdentity identity) implements Verdict {}

    /** It is not; the reason is a short code for the log, never for the sender. */
    record Refused(String reason) implements Verdict {}
  }

  /** Checks the Authorization header of a request against the activity that came with it. */
  Verdict check(@Nullable String header, Activity activity) {
    if (header == null || !header.startsWith(BEARER)) {
      return new Verdict.Refused("no_token");
    }
    String token = header.substring(BEARER.length());
    DecodedJWT decoded;
    try {
      decoded = JWT.decode(token);
    } catch (JWTDecodeException garbage) {
      return new Verdict.Refused("garbage");
    }
    String problem = problem(decoded, activity);
    return problem == null ? verify(header, decoded, activity) : new Verdict.Refused(problem);
  }

  private static @Nullable String problem(DecodedJWT token, Activity activity) {
    if (!ALGORITHM.equals(token.getAlgorithm())) {
      return "algorithm";
    }
    if (!AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER.equals(token.getIssuer())) {
      return "issuer";
    }
    if (token.getExpiresAt() == null) {
      return "no_expiry";
    }
    if (token.getKeyId() == null) {
      return "no_key_id";
    }
    // Without a channel the SDK would not look for its endorsement.
    return activity.getChannelId() == null || activity.getChannelId().isBlank()
        ? "no_channel"
        : null;
  }

  private Verdict verify(String header, DecodedJWT decoded, Activity activity) {
    keys.prepare(decoded.getKeyId());
    ClaimsIdentity identity;
    try {
      identity = extractor.getIdentity(header, activity.getChannelId()).join();
    } catch (CompletionException invalid) {
      return new Verdict.Refused("invalid");
    }
    if (identity == null) {
      return new Verdict.Refused("unknown_key");
    }
    Map<String, String> claims = identity.claims();
    if (!appId.equals(claims.get(AuthenticationConstants.AUDIENCE_CLAIM))) {
      return new Verdict.Refused("audience");
    }
    String claimed = claims.get(AuthenticationConstants.SERVICE_URL_CLAIM);
    if (claimed == null || !claimed.equalsIgnoreCase(activity.getServiceUrl())) {
      return new Verdict.Refused("service_url");
    }
    return new Verdict.Trusted(identity);
  }
}
