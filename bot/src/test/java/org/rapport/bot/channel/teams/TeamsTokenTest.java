package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.teams.TeamsWorld.APP;

import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Who is let in: only the Bot Framework, speaking to this bot, about this conversation. */
class TeamsTokenTest extends WithTeams {
  @Test
  void aTokenOfTheBotFrameworkForThisBotIsAccepted() throws Exception {
    assertThat(given(world.goodToken()).statusCode()).isEqualTo(202);
  }

  @Test
  void aMissingTokenIsRefused() throws Exception {
    thenRefused(world.post(body(), ""));
  }

  @Test
  void anotherSchemeIsRefused() throws Exception {
    thenRefused(world.post(body(), "Basic dXNlcjpwYXNz"));
    thenRefused(world.post(body(), "Bearer"));
    thenRefused(world.post(body(), "Bearer "));
  }

  @Test
  void garbageInPlaceOfATokenIsRefused() throws Exception {
    thenRefused(given("garbage"));
    thenRefused(given("a.b.c"));
    thenRefused(given(world.goodToken() + " " + world.goodToken()));
  }

  @Test
  void aTokenForAnotherBotIsRefused() throws Exception {
    thenRefused(given(world.login.sign(token("another-app"))));
  }

  @Test
  void aTokenForNobodyIsRefused() throws Exception {
    thenRefused(given(world.login.sign(FakeLogin.token(APP, url()).withAudience())));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    Instant past = Instant.now().minus(Duration.ofMinutes(10));
    thenRefused(given(world.login.sign(token(APP).withExpiresAt(past))));
  }

  @Test
  void aTokenThatNeverExpiresIsRefused() throws Exception {
    thenRefused(given(world.login.sign(token(APP).withExpiresAt((Instant) null))));
  }

  @Test
  void aTokenThatIsNotYetValidIsRefused() throws Exception {
    Instant later = Instant.now().plus(Duration.ofMinutes(30));
    thenRefused(given(world.login.sign(token(APP).withNotBefore(later))));
  }

  @Test
  void aTokenForAnotherServiceAddressIsRefused() throws Exception {
    thenRefused(given(world.login.sign(FakeLogin.token(APP, "https://elsewhere.example/"))));
  }

  @Test
  void aTokenWithoutServiceAddressIsRefused() throws Exception {
    thenRefused(given(world.login.sign(token(APP).withNullClaim("serviceurl"))));
  }

  @Test
  void aKeyWithoutEndorsementForTeamsIsRefused() throws Exception {
    thenRefused(given(world.login.signUnendorsed(token(APP))));
  }

  @Test
  void anEndorsementForAnotherChannelIsRefused() throws Exception {
    String activity = world.activity("personal-message").put("channelId", "webchat").toString();
    thenRefused(world.post(activity, "Bearer " + world.goodToken()));
  }

  @Test
  void anActivityWithoutChannelIsRefused() throws Exception {
    String activity = world.activity("personal-message").put("channelId", "").toString();
    thenRefused(world.post(activity, "Bearer " + world.goodToken()));
  }

  @Test
  void anUnknownKeyIsRefused() throws Exception {
    thenRefused(given(world.login.sign(token(APP).withKeyId("unheard-of"))));
    thenRefused(given(world.login.sign(token(APP).withKeyId(null))));
  }

  @Test
  void aSignatureByAnotherKeyIsRefused() throws Exception {
    thenRefused(given(world.login.signElsewhere(token(APP))));
  }

  @Test
  void aTokenWithoutSignatureIsRefused() throws Exception {
    thenRefused(given(token(APP).sign(Algorithm.none())));
    String signed = world.goodToken();
    thenRefused(given(signed.substring(0, signed.lastIndexOf('.') + 1)));
  }

  @Test
  void aChangedTokenIsRefused() throws Exception {
    String[] parts = world.goodToken().split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((claims + " ").getBytes(StandardCharsets.UTF_8));
    thenRefused(given(parts[0] + "." + changed + "." + parts[2]));
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
    thenRefused(given(token(APP).sign(Algorithm.HMAC256(world.login.publicKey().getEncoded()))));
  }

  @Test
  void anotherAlgorithmIsRefused() throws Exception {
    thenRefused(given(world.login.signWith512(token(APP))));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() throws Exception {
    thenRefused(given(world.login.sign(token(APP).withIssuer("https://evil.example"))));
    thenRefused(given(world.login.sign(token(APP).withIssuer((String) null))));
  }

  @Test
  void aForeignBotThatCallsUsAsASkillIsRefused() throws Exception {
    String issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0";
    thenRefused(
        given(
            world.login.sign(
                token(APP)
                    .withIssuer(issuer)
                    .withClaim("ver", "2.0")
                    .withClaim("azp", "foreign-bot"))));
  }

  @Test
  void anEmulatorIsRefused() throws Exception {
    thenRefused(
        given(
            world.login.sign(
                token(APP)
                    .withIssuer("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")
                    .withClaim("ver", "1.0")
                    .withClaim("appid", APP))));
  }

  @Test
  void knownKeysStillWorkWhileTheLogInServiceIsAway() throws Exception {
    assertThat(given(world.goodToken()).statusCode()).isEqualTo(202);
    world.login.goAway();
    world.now.updateAndGet(now -> now.plus(Duration.ofHours(25)));

    assertThat(given(world.goodToken()).statusCode()).isEqualTo(202);
  }

  @Test
  void everyRefusalIsCountedAndHeardByNobody() throws Exception {
    thenRefused(world.post(body(), ""));
    thenRefused(given("garbage"));

    world.finish();
    assertThat(world.errors("unauthorised")).isEqualTo(2);
    assertThat(world.heard).isEmpty();
  }

  private HttpResponse<String> given(String token) throws Exception {
    return world.post(body(), "Bearer " + token);
  }

  private String body() {
    return world.activity("personal-message").toString();
  }

  private String url() {
    return world.connector.url();
  }

  private JWTCreator.Builder token(String audience) {
    return FakeLogin.token(audience, url());
  }

  /** Refused, and told nothing about why. */
  private static void thenRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{}");
  }
}
