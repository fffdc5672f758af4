package cn.gov.officecleanup.mechanism.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** C7: nothing but the ledger writes to its tables, and no entry is ever changed or removed. */
class LedgerTablesTest {

  private static final Pattern WRITING = Pattern.compile(
      "(insert\\s+into|update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+(ledger_\\w+|frozen_asset)",
      Pattern.CASE_INSENSITIVE);

  @Test
  void onlyTheLedgerWritesAndItOnlyAddsEntries() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      List<String> writing = files.filter(file -> file.toString().matches(".*\\.(java|ya?ml|xml|sql|js|bpmn|html)"))
          .flatMap(LedgerTablesTest::statements)
          .distinct()
          .sorted()
          .toList();
      assertThat(writing).containsExactly("AssetLedger.java: insert into frozen_asset", "AssetLedger.java: insert into ledger_entry",
          "AssetLedger.java: insert into ledger_head", "AssetLedger.java: update frozen_asset", "AssetLedger.java: update ledger_head");
    }
  }

  private static Stream<String> statements(Path file) {
    try {
      return WRITING.matcher(Files.readString(file))
          .results()
          .map(found -> "%s: %s %s".formatted(file.getFileName(), found.group(1).toLowerCase(), found.group(2).toLowerCase()));
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
