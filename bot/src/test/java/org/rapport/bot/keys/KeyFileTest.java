package org.rapport.bot.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir Path folder;

  @Test
  void itIsMadeOnceForItsOwnerAlone() throws IOException {
    KeyFile file = new KeyFile(folder.resolve("keys"));
    assertThat(file.read()).isEmpty();

    String sealed = file.readOrMake().seal("c", "text");

    assertThat(file.readOrMake().open("c", sealed)).isEqualTo("text");
    assertThat(Files.getPosixFilePermissions(file.path()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file.path());
    }
  }

  @Test
  void aKeyOnALineAboveTheOthersIsTheNewest() throws IOException {
    KeyFile file = new KeyFile(folder.resolve("keys"));
    String sealed = file.readOrMake().seal("c", "text");

    Files.writeString(file.path(), KeyText.random() + "\n" + Files.readString(file.path()));

    Keys keys = file.readOrMake();
    assertThat(keys.open("c", sealed)).isEqualTo("text");
    assertThat(keys.isOld(sealed)).isTrue();
  }

  @Test
  void aFileWithoutKeysIsNamedAndLeftAsItIs() throws IOException {
    KeyFile file = new KeyFile(Files.writeString(folder.resolve("keys"), "secret words"));

    assertThatThrownBy(file::readOrMake)
        .hasMessageContaining(file.path().toString())
        .hasMessageNotContaining("secret words");
    assertThat(file.path()).hasContent("secret words");
  }
}
