package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesCommandTest {
  @TempDir Path home;

  @Test
  void rolesAreGrantedListedAndRevoked() {
    assertThat(run("grant", "slack:T0TRUST/U0AMA", "admin").out())
        .isEqualToIgnoringNewLines("slack:T0TRUST/U0AMA is admin now, and was leader");
    assertThat(run("grant", "slack:T0TRUST/U0BEN", "comms-lead").code()).isZero();

    assertThat(run("roles").out())
        .contains("slack T0TRUST", "admin  slack:T0TRUST/U0AMA", "comms-lead  slack:T0TRUST/U0BEN");
    assertThat(run("revoke", "slack:T0TRUST/U0BEN").out()).contains("is leader now");
    assertThat(run("roles").out()).doesNotContain("U0BEN");
  }

  @Test
  void theLastAdminIsNotRevoked() {
    run("grant", "slack:T0OTHER/U0AMA", "admin");

    CommandRun revoked = run("revoke", "slack:T0OTHER/U0AMA");

    assertThat(revoked.code()).isEqualTo(1);
    assertThat(revoked.err()).hasLineCount(1).contains("last admin", "grant somebody else first");
  }

  @Test
  void whatCannotBeReadIsRefusedWithWhatWasExpected() {
    assertThat(run("grant", "ama@trust.nhs.uk", "admin").err())
        .hasLineCount(1)
        .contains("slack:TEAM/USER or teams:TENANT/AADID");
    assertThat(run("grant", "slack:T0TRUST/U0AMA", "king").err())
        .hasLineCount(1)
        .contains("leader, comms-lead, admin");
    assertThat(run("roles", "--organisation", "none").err())
        .hasLineCount(1)
        .contains("There is no organisation yet");
  }

  @Test
  void programsGetJson() throws IOException {
    run("grant", "teams:9F-Tenant/6A1C-Ama", "admin");

    JsonNode json = new ObjectMapper().readTree(run("roles", "--json").out());

    JsonNode role = json.at("/organisations/0/roles/0");
    assertThat(role.path("role").asText()).isEqualTo("admin");
    assertThat(role.at("/addresses/0").asText()).isEqualTo("teams:9f-tenant/6a1c-ama");
    assertThat(role.path("bySettings").asBoolean()).isFalse();
  }

  @Test
  void whomTheSettingsNameIsListedOnceTheirWorkspaceIsKnown() {
    run("grant", "slack:T0TRUST/U0BEN", "comms-lead");

    assertThat(run("roles").out()).contains("admin  slack:T0TRUST/U0CHIEF  by RAPPORT_ADMINS");
    assertThat(run("revoke", "slack:T0TRUST/U0CHIEF").err()).contains("RAPPORT_ADMINS names");
  }

  private CommandRun run(String... arguments) {
    return CommandRun.with(home, List.of("RAPPORT_ADMINS", "slack:T0TRUST/U0CHIEF"), arguments);
  }
}
