package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Person;
import org.rapport.bot.store.Store;

/** What is kept of somebody's chat in Teams, shown to them and erased. */
class TeamsTraceTest extends WithTeams {
  private static final Person CHIEF =
      new Person(
          "person-1",
          "organisation-1",
          List.of(CEO, new Address(Address.Kind.SLACK, "tenant-one", "aad-chair")));

  private final TeamsTrace trace = new TeamsTrace();

  @Test
  void onesOwnChatIsToldAndErasedAndNobodyElses() throws Exception {
    world.receive(world.activity("personal-message"));
    world.receive(
        TeamsJson.MAPPER.readTree(
            world
                .activity("personal-message")
                .toString()
                .replace("aad-ceo", "aad-chair")
                .replace("a:chat-ceo", "a:chat-chair")));
    world.connector.next();
    world.connector.next();
    Store store = world.settle();

    assertThat(store.<List<String>, RuntimeException>read(handle -> trace.of(handle, CHIEF)))
        .singleElement()
        .asString()
        .startsWith("own chat with Rapport in Teams, since 20")
        .endsWith("open");
    store.run(handle -> trace.forget(handle, CHIEF, "key"));

    assertThat(store.<List<String>, RuntimeException>read(handle -> trace.of(handle, CHIEF)))
        .isEmpty();
    assertThat(
            store.<List<String>, RuntimeException>read(handle ->
                handle.select("select user_id from teams_reference").mapTo(String.class).list()))
        .containsExactly("aad-chair");
  }
}
