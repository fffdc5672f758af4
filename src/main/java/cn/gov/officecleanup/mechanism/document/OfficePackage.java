package cn.gov.officecleanup.mechanism.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The one way in which files that are zip packages (.docx, .xlsx, .ofd) are opened, whoever brought them. What a package says of its sizes
 * is not believed, and POI follows the headers between the parts while others follow the directory at the end: so what is opened is a copy
 * that holds the parts of the directory, each unpacked and counted before.
 */
public final class OfficePackage {

  /** What Office writes has some dozens of parts, and some hundreds with many pictures or sheets. */
  private static final int MOST_PARTS = 2_000;
  private static final byte[] DIRECTORY_ENTRY = {'P', 'K', 1, 2};
  private static final int BUFFER = 64 * 1024;

  private OfficePackage() {
  }

  /** More is in it than it may hold. */
  public static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private TooLargeException(String message) {
      super(message);
    }
  }

  /**
   * @param content a zip package
   * @param mostOfAll most bytes that all parts together may have when unpacked
   * @param mostOfPart the same for each part of whose name it gives one; the empty one where only all together count
   * @return a package of the same parts that is as large as it says
   * @throws TooLargeException more bytes or more than 2,000 parts
   * @throws IOException damaged, or with a part twice
   */
  public static byte[] counted(byte[] content, long mostOfAll, PartLimits mostOfPart) throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream(content.length);
    try (ZipFile zip = open(content); ZipOutputStream parts = new ZipOutputStream(copy)) {
      parts.setLevel(Deflater.BEST_SPEED);
      Set<String> names = new HashSet<>();
      byte[] buffer = new byte[BUFFER];
      long all = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (!names.add(entry.getName())) {
          throw new IOException("part twice");
        }
        long most = Math.min(mostOfAll - all, mostOfPart.of(entry.getName()));
        long part = 0;
        parts.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream unpacked = zip.getInputStream(entry)) {
          for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
            part += read;
            if (part > most) {
              throw new TooLargeException("unpacked larger than " + most);
            }
            parts.write(buffer, 0, read);
          }
        }
        parts.closeEntry();
        all += part;
      }
    }
    return copy.toByteArray();
  }

  /** Limits of single parts. */
  @FunctionalInterface
  public interface PartLimits {

    /** Only all parts together count. */
    PartLimits NONE = name -> Long.MAX_VALUE;

    /** @return most bytes of the part of that name */
    long of(String name);
  }

  /**
   * @param most bytes of the part that are read, no more are
   * @return names and, of the first of {@code wanted}, the beginning; empty for what is no sound package of up to 2,000 parts
   */
  static Optional<Contents> contents(byte[] content, String wanted, int most) {
    try (ZipFile zip = open(content)) {
      ZipArchiveEntry part = zip.getEntry(wanted);
      List<String> names = Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();
      if (part == null) {
        return Optional.of(new Contents(names, new byte[0]));
      }
      try (InputStream unpacked = zip.getInputStream(part)) {
        return Optional.of(new Contents(names, unpacked.readNBytes(most)));
      }
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** @param names of the parts; @param part content of the one that was asked for, as far as it was read */
  record Contents(List<String> names, byte[] part) {
  }

  private static ZipFile open(byte[] content) throws IOException {
    // each entry costs memory as soon as the directory is read
    if (directoryEntries(content) > MOST_PARTS) {
      throw new TooLargeException("more than %d parts".formatted(MOST_PARTS));
    }
    return ZipFile.builder().setByteArray(content).get();
  }

  private static int directoryEntries(byte[] content) {
    int found = 0;
    for (int at = 0; at + DIRECTORY_ENTRY.length <= content.length; at++) {
      if (content[at] == DIRECTORY_ENTRY[0] && content[at + 1] == DIRECTORY_ENTRY[1] && content[at + 2] == DIRECTORY_ENTRY[2]
          && content[at + 3] == DIRECTORY_ENTRY[3]) {
        found++;
      }
    }
    return found;
  }
}
