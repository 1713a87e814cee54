package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;

class AdminsTest {
  private final Admins admins =
      new Admins(
          Set.of(
              new Address(Address.Kind.SLACK, "T1", "U1"),
              new Address(Address.Kind.TEAMS, "9F-Tenant", "6A1C-person")));

  @Test
  void onlyWhoIsNamedInTheirOwnWorkspaceIsOne() {
    assertThat(admins.include(new Address(Address.Kind.SLACK, "T1", "U1"))).isTrue();
    assertThat(admins.include(new Address(Address.Kind.SLACK, "T1", "U2"))).isFalse();
    assertThat(admins.include(new Address(Address.Kind.SLACK, "T2", "U1"))).isFalse();
    assertThat(admins.include(new Address(Address.Kind.TEAMS, "T1", "U1"))).isFalse();
    assertThat(admins.include(new Address(Address.Kind.SLACK, "t1", "u1"))).isFalse();
  }

  @Test
  void idsOfMicrosoftsDirectoryAreTheSameInAnyCase() {
    assertThat(admins.include(new Address(Address.Kind.TEAMS, "9f-tenant", "6a1c-PERSON")))
        .isTrue();
  }
}
