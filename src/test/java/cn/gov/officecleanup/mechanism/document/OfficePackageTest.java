package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What a package says of its sizes is not believed. */
class OfficePackageTest {

  private static final int LIMIT = 1 << 20;
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int DIRECTORY_HEADER = 0x02014b50;
  private static final int END_OF_DIRECTORY = 0x06054b50;

  @Test
  void aSoundOneHasTheSameParts() throws IOException {
    byte[] counted = counted(zip(part("a.xml", 10), part("b/c.xml", 20)));
    assertThat(names(counted)).containsExactly("a.xml", "b/c.xml");
  }

  @Test
  void whatUnpacksToMoreThanItsDirectorySaysIsRefused() {
    byte[] lying = zip(part("a.xml", 40 * LIMIT));
    ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(find(lying, DIRECTORY_HEADER) + 24, 10);
    assertThat(lying.length).as("packed it is small").isLessThan(LIMIT);
    assertThatThrownBy(() -> counted(lying)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WorkbookView.of(lying)).isInstanceOf(RefusedException.class).hasMessageContaining("下载后查看");
  }

  @Test
  void whatItsDirectoryDoesNotNameIsNotOpened() throws IOException {
    byte[] hidden = zip(part("hidden.xml", 40 * LIMIT));
    byte[] named = zip(part("a.xml", 10));
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(hidden, 0, find(hidden, DIRECTORY_HEADER));
    int shift = both.size();
    both.writeBytes(named);
    byte[] joined = both.toByteArray();
    ByteBuffer fields = ByteBuffer.wrap(joined).order(ByteOrder.LITTLE_ENDIAN);
    int directory = find(joined, DIRECTORY_HEADER);
    fields.putInt(directory + 42, shift + find(named, LOCAL_HEADER));
    fields.putInt(find(joined, END_OF_DIRECTORY) + 16, directory);
    assertThat(names(joined)).as("whoever follows the headers meets it").contains("hidden.xml");
    assertThat(names(counted(joined))).containsExactly("a.xml");
  }

  @Test
  void neitherManySmallPartsNorOneThatIsThereTwicePass() {
    Part[] many = new Part[3_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = part("part" + i, 1);
    }
    assertThatThrownBy(() -> counted(zip(many))).isInstanceOf(OfficePackage.TooLargeException.class);
    assertThat(DocumentType.of(zip(many))).isEmpty();
    byte[] twice = zip(part("a.xml", 1), part("b.xml", 1));
    for (int at = 0; at < twice.length - 4; at++) {
      if (twice[at] == 'b' && twice[at + 1] == '.') {
        twice[at] = 'a';
      }
    }
    assertThatThrownBy(() -> counted(twice)).isInstanceOf(IOException.class);
  }

  private static byte[] counted(byte[] content) throws IOException {
    return OfficePackage.counted(content, LIMIT, OfficePackage.PartLimits.NONE);
  }

  private record Part(String name, int bytes) {
  }

  private static Part part(String name, int bytes) {
    return new Part(name, bytes);
  }

  private static byte[] zip(Part... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Part part : parts) {
        zip.putNextEntry(new ZipEntry(part.name));
        zip.write(new byte[part.bytes]);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static List<String> names(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        names.add(part.getName());
      }
    }
    return names;
  }

  private static int find(byte[] content, int signature) {
    ByteBuffer fields = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 4 <= content.length; at++) {
      if (fields.getInt(at) == signature) {
        return at;
      }
    }
    throw new IllegalArgumentException("not there");
  }
}
