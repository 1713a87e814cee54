package org.rapport.bot.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String OLD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String NEW = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=";
  private static final String CONTEXT = "slack-bot-token|T0TRUST";
  private static final String SECRET = "xoxb-1-secret";

  private final Keys old = Keys.of(OLD);
  private final Keys rotated = Keys.of(NEW + ",\n" + OLD);

  @Test
  void whatIsSealedOpensInItsContext() {
    String sealed = old.seal(CONTEXT, SECRET);

    assertThat(sealed).doesNotContain(SECRET);
    assertThat(old.open(CONTEXT, sealed)).isEqualTo(SECRET);
    assertThat(old.open(CONTEXT, old.seal(CONTEXT, ""))).isEmpty();
    assertThat(old.open(CONTEXT, old.seal(CONTEXT, "ä€😀"))).isEqualTo("ä€😀");
  }

  @Test
  void theSameTextIsSealedDifferentlyEachTime() {
    assertThat(old.seal(CONTEXT, SECRET)).isNotEqualTo(old.seal(CONTEXT, SECRET));
  }

  @Test
  void inAnotherContextItDoesNotOpen() {
    String sealed = old.seal(CONTEXT, SECRET);

    assertThatThrownBy(() -> old.open("slack-bot-token|T0OTHER", sealed))
        .isInstanceOf(Keys.Unopened.class)
        .hasMessageContaining("slack-bot-token|T0OTHER");
  }

  @Test
  void aNewerKeySealsWhileTheOlderOneStillOpens() {
    String before = old.seal(CONTEXT, SECRET);
    String after = rotated.seal(CONTEXT, SECRET);

    assertThat(rotated.open(CONTEXT, before)).isEqualTo(SECRET);
    assertThat(rotated.isOld(before)).isTrue();
    assertThat(rotated.isOld(after)).isFalse();
    assertThat(Keys.of(NEW).open(CONTEXT, after)).isEqualTo(SECRET);
  }

  @Test
  void aKeyThatIsNotThereIsNamedByItsIdAndNothingElse() {
    String sealed = old.seal(CONTEXT, SECRET);

    assertThatThrownBy(() -> Keys.of(NEW).open(CONTEXT, sealed))
        .isInstanceOf(Keys.Unopened.class)
        .hasMessageContaining(sealed.split("\\.")[1])
        .hasMessageNotContainingAny(SECRET, OLD, NEW, sealed);
  }

  @Test
  void everyByteThatIsChangedIsNoticed() {
    String sealed = old.seal(CONTEXT, SECRET);

    for (int i = 0; i < sealed.length() - 1; i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThatThrownBy(() -> old.open(CONTEXT, changed)).isInstanceOf(Keys.Unopened.class);
    }
  }

  @Test
  void everyLengthThatIsCutOffIsNoticed() {
    String sealed = old.seal(CONTEXT, SECRET);

    for (int length = 0; length < sealed.length(); length++) {
      String cut = sealed.substring(0, length);
      assertThatThrownBy(() -> old.open(CONTEXT, cut))
          .isInstanceOf(Keys.Unopened.class)
          .hasMessageNotContaining(SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xoxb-1-plain", "v1..", "v2.00000000.AAAA", "v1.00000000.ä"})
  void whatRapportDidNotSealIsRefused(String foreign) {
    assertThatThrownBy(() -> old.open(CONTEXT, foreign))
        .isInstanceOf(Keys.Unopened.class)
        .hasMessageContaining("not sealed by Rapport");
  }

  @Test
  void aKeyedHashDependsOnKeyPurposeAndText() {
    byte[] hash = old.mac("address", "U0CHIEF");

    assertThat(hash).hasSize(32).isEqualTo(old.mac("address", "U0CHIEF"));
    assertThat(hash).isNotEqualTo(old.mac("address", "U0OTHER"));
    assertThat(hash).isNotEqualTo(old.mac("code", "U0CHIEF"));
    assertThat(hash).isNotEqualTo(rotated.mac("address", "U0CHIEF"));
  }

  @Test
  void whatWasHashedBeforeANewerKeyCameIsStillFound() {
    assertThat(rotated.macs("address", "U0CHIEF"))
        .containsExactly(rotated.mac("address", "U0CHIEF"), old.mac("address", "U0CHIEF"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ",
        "# only a comment",
        "c2VjcmV0LXRoYXQtaXMtdG9vLXNob3J0",
        "secret words, not a key",
        OLD + "," + OLD,
        OLD + ",c2VjcmV0"
      })
  void whatIsNoKeyIsRefusedWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> Keys.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContainingAny("c2VjcmV0", "secret words", OLD);
  }

  @Test
  void printedTheyAreOnlyIds() {
    assertThat(rotated.toString()).matches("keys \\[[0-9a-f]{8}, [0-9a-f]{8}\\]");
  }
}
