package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.conversation.GivenReplies;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.conversation.SeenAgain;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.TestDatabase;

/** Addresses that come to their end, and open again. */
@ParameterizedClass
@EnumSource
class AddressEndsTest extends DeliveryWorld {
  private static final Address AMA = at("T0TRUST", "AMA");

  AddressEndsTest(TestDatabase database) {
    super(database);
  }

  @Test
  void whoeverComesBackIsWrittenToAgain() {
    ends().ended(AMA, SendResult.Gone.BOT_NOT_INSTALLED);
    plan("AMA");
    runner().runOnce();
    assertThat(counts()).containsOnlyKeys("skipped bot_not_installed");

    ends().back(AMA);
    ledger.open(trust, CAMPAIGN, "next");
    ledger.plan(trust, CAMPAIGN, "next", List.of(planned("AMA")));
    ledger.planned(trust, CAMPAIGN, "next");
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void anEndIsOfOneAddressOfOneWorkspace() {
    ends().ended(AMA, SendResult.Gone.LEFT);

    assertThat(ends().lift(at("T0OTHER", "AMA"))).isFalse();
    assertThat(ends().lift(at("T0NEW", "AMA"))).isFalse();
    assertThat(ends().lift(at("T0TRUST", "BEN"))).isFalse();
    assertThat(ends().reason(trust, AMA)).contains("left");
    assertThat(ends().reason(otherTrust, at("T0OTHER", "AMA"))).isEmpty();
    assertThat(ends().lift(AMA)).isTrue();
    assertThat(ends().reason(trust, AMA)).isEmpty();
  }

  @Test
  void aGuestWhoSaysSomethingIsStillAGuest() {
    ends().ended(AMA, "guest");

    assertThat(ends().lift(AMA)).isFalse();
    assertThat(ends().reason(trust, AMA)).contains("guest");
  }

  @Test
  void whatHoldsNoLongerIsForgotten() {
    ends().ended(AMA, SendResult.Gone.LEFT);
    clock.move(AddressEnds.HOLDS.minusSeconds(1));
    ends().ended(at("T0TRUST", "BEN"), SendResult.Gone.LEFT);
    clock.move(Duration.ofSeconds(1));

    store.run(handle -> AddressEnds.forgetOld(handle, clock.instant()));

    assertThat(
            store.<Map<Address, String>, RuntimeException>read(
                handle -> Contacts.ended(handle, trust, List.of(AMA, at("T0TRUST", "BEN")))))
        .containsOnlyKeys(at("T0TRUST", "BEN"));
  }

  @Test
  void whoeverSaysAnythingIsBack() {
    ends().ended(AMA, SendResult.Gone.BOT_BLOCKED);
    Reply hello = new Reply(new Message("Hello", List.of()), false);
    Responder coach = new SeenAgain(new GivenReplies(said -> hello, step -> hello), ends());

    assertThat(coach.reply(new Incoming.Arrived(AMA))).isEqualTo(hello);

    assertThat(ends().reason(trust, AMA)).isEmpty();
  }

  private AddressEnds ends() {
    return new AddressEnds(store, clock);
  }
}
