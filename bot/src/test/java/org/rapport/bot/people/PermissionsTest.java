package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  @Test
  void theReadmeHasTheSameTable() throws IOException {
    assertThat(Files.readString(Path.of("../README.md")))
        .as("README.md, which is to have this table")
        .contains(table());
  }

  @Test
  void aRoleMayDoWhatALesserOneMay() {
    for (Permission permission : Permission.values()) {
      if (Permissions.allow(Role.LEADER, permission)) {
        assertThat(Permissions.allow(Role.COMMS_LEAD, permission)).as(permission.name()).isTrue();
      }
      assertThat(Permissions.allow(Role.ADMIN, permission)).as(permission.name()).isTrue();
    }
  }

  @Test
  void onlyAnAdminGrantsRolesAndChangesGuidance() {
    for (Role role : new Role[] {Role.LEADER, Role.COMMS_LEAD}) {
      assertThat(Permissions.allow(role, Permission.ROLES)).isFalse();
      assertThat(Permissions.allow(role, Permission.GUIDANCE)).isFalse();
      assertThat(Permissions.allow(role, Permission.JOINING)).isFalse();
    }
  }

  private static String table() {
    Stream<String> head = Stream.of("| may | leader | comms lead | admin |", "|---|---|---|---|");
    Stream<String> rows =
        Arrays.stream(Permission.values())
            .map(permission ->
                "| "
                    + permission.words()
                    + " | "
                    + Arrays.stream(Role.values())
                        .map(role -> Permissions.allow(role, permission) ? "yes" : "no")
                        .collect(Collectors.joining(" | "))
                    + " |");
    return Stream.concat(head, rows).collect(Collectors.joining("\n"));
  }
}
