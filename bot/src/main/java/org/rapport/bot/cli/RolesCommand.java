package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.Organisation;
import org.rapport.bot.people.RoleHolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "roles",
    description = "Lists who is more than a leader, by organisation.",
    mixinStandardHelpOptions = true)
final class RolesCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Option(names = "--organisation", paramLabel = "ID", description = "Only this one.")
  private @Nullable String organisation;

  @Option(names = "--json", description = "As one JSON object, for programs.")
  private boolean json;

  RolesCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (OpenRoles open = OpenRoles.of(settings.get().read())) {
      List<Organisation> asked =
          organisation == null
              ? open.organisations()
              : List.of(OneOrganisation.among(open.organisations(), organisation));
      if (json) {
        terminal.out().println(object(open, asked));
      } else {
        asked.forEach(each -> print(each, open.roles().holders(each.id())));
      }
    }
    return 0;
  }

  private void print(Organisation of, List<RoleHolder> holders) {
    terminal.out().println(of.id() + " (" + of.name() + ")");
    if (holders.isEmpty()) {
      terminal.out().println("  nobody; name an admin with rapport grant or in RAPPORT_ADMINS");
    }
    holders.forEach(holder -> terminal.out().println("  " + line(holder)));
  }

  private static String line(RoleHolder holder) {
    return holder.role().id()
        + "  "
        + holder.addresses().stream().map(AddressText::of).collect(Collectors.joining("  "))
        + (holder.bySettings() ? "  by RAPPORT_ADMINS" : "");
  }

  private static ObjectNode object(OpenRoles open, List<Organisation> asked) {
    ObjectNode object = JSON.createObjectNode();
    ArrayNode organisations = object.putArray("organisations");
    for (Organisation each : asked) {
      ArrayNode holders =
          organisations.addObject().put("id", each.id()).put("name", each.name()).putArray("roles");
      for (RoleHolder holder : open.roles().holders(each.id())) {
        ObjectNode node = holders.addObject().put("role", holder.role().id());
        holder
            .addresses()
            .forEach(address -> node.withArray("addresses").add(AddressText.of(address)));
        node.put("bySettings", holder.bySettings());
      }
    }
    return object;
  }
}
